"""R304 clipped-text: words are cut off by the edge of a frame.

Why: a table cell too small for its text, or a window drawn around part of a line, keeps the rest from being
painted; it is still in the file, and can be searched and copied.
Fix: widen the cell or shorten the text in the program that made the file; a copy from `redactor redact` boxes what
is found there.
Source: ISO 32000-1:2008, 8.5.4 Clipping path operators.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R304", Severity.REVIEW)
def clipped_text(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view, "{count} letter(s) on this page lie outside the frame in which they are drawn.", "clipped-text"
    )
