"""H208 text-outside-page: text stands beyond the edge of the page.

Why: a cropped page only hides what lies outside; the text is still in the file and can be searched and copied.
Fix: read the findings there; a copy written by this program cuts the page at its edges.
Source: ISO 32000-1:2008, 14.11.2 Page boundaries.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H208", Severity.REVIEW)
def text_outside_page(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "{count} character(s) stand beyond the edge of the page.", "text-outside-page")
