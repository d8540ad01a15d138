"""H215 unreferenced-object: the file holds objects that nothing uses.

Why: what an editor deletes often stays in the file without a use; readers do not show it, and anyone can read it.
Fix: print the document to a new PDF; a redacted copy written by this program holds only what its pages use.
Source: ISO 32000-1:2008, 7.5.4 Cross-reference table.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H215", Severity.REVIEW)
def unreferenced_object(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file holds {count} object(s) that nothing uses.", "unreferenced-object")
