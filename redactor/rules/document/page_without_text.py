"""D510 page-without-text: a page shows a picture but yields no text.

Why: nothing on the page was searched, so that no findings there is not a clean result.
Fix: run OCR, or read the page and record a decision on each picture.
Source: ICO, How to disclose information safely (2018), on scanned documents.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity, box_of
from redactor.rules import Hit, View, rule


@rule("D510", Severity.REVIEW)
def page_without_text(view: View) -> Iterator[Hit]:
    """Yield one hit for each page of pictures that nobody has read."""
    document = view.document
    recognised = {segment.page for segment in document.segments if segment.layer is Layer.OCR and segment.text.strip()}
    for page in document.pages:
        pictures = [one for one in document.pictures if one.page == page.number and not one.blank and not one.read]
        if pictures and not page.characters and page.number not in recognised:
            boxes = tuple(box_of(picture.quad) for picture in pictures)
            yield Hit("The page shows a picture but has no searchable text.", page.number, boxes, unchecked=True)
