"""D515 page-read-by-ocr: the words of a page were read off a picture.

Why: a machine misreads; what it did not read as a name was not found as one, and below a certain certainty nobody should rely on it.
Fix: compare the page with what was found on it; scan it again, at 300 dpi and straight, where the certainty is low.
Source: Tesseract's word confidences, measured in benchmarks/RESULTS.md, section ocr.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule

_LOW = 85.0
"""Per cent; clean print at 150 dpi and more gives 93 and above, and below this one word in twenty was wrong."""


@rule("D515", Severity.NOTE)
def page_read_by_ocr(view: View) -> Iterator[Hit]:
    """Yield one hit for each page; a REVIEW where its words are uncertain."""
    for page in view.document.pages:
        sure = page.ocr_confidence
        if sure is None:
            continue
        again = "; a second reader looked at what was in doubt" if page.read_twice else ""
        message = f"The page's words were read off a picture, with a certainty of {sure:.0f} %{again}."
        yield Hit(message, page.number, severity=Severity.REVIEW if sure < _LOW else None)
