"""H210 trailing-data: bytes follow the end of the document, or come before its beginning.

Why: readers ignore both, so that anything can travel there unseen.
Fix: print the document to a new PDF; a redacted copy written by this program ends where it ends.
Source: ISO 32000-1:2008, 7.5.5 File trailer.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H210", Severity.REVIEW)
def trailing_data(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file goes on after its end.", "trailing-data")
    yield from hits(view, "The file has bytes before its beginning.", "leading-data")
