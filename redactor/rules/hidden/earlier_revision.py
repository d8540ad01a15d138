"""H201 earlier-revision: the file still holds an earlier version of itself.

Why: programs may append changes instead of rewriting, so that text deleted or redacted later is still in the file,
and anyone can cut back to it.
Fix: print the document to a new PDF, or let this program write the redacted copy, which keeps one version only.
Source: ISO 32000-1:2008, 7.5.6 Incremental updates; ICO, How to disclose information safely (2018), on version history.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H201", Severity.BLOCK)
def earlier_revision(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file holds {count} earlier version(s) of itself.", "earlier-revision")
