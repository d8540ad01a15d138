"""R306 removed-text-kept: words or pictures taken off the pages are still in the file.

Why: programs append changes, or cut the link to what they removed; whoever cuts the file back, or lists its objects,
reads what was redacted.
Fix: print the document to a new PDF, or let `redactor redact` write the copy, which keeps only what its pages show.
Source: ISO 32000-1:2008, 7.5.6 Incremental updates; ICO, "Disclosing documents to the public securely" (July 2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R306", Severity.BLOCK)
def removed_text_kept(view: View) -> Iterator[Hit]:
    """Yield one hit for each page of an earlier version, one for its pictures and one for what nothing uses."""
    earlier = "An earlier version of the file, still inside it, has {count} word(s) that its pages no longer show."
    yield from hits(view, earlier, "removed-text-kept")
    yield from hits(
        view, "An earlier version of the file still holds {count} other picture(s).", "removed-picture-kept"
    )
    unused = "The file holds {count} piece(s) of text that its pages no longer use."
    yield from hits(view, unused, "orphaned-text")
