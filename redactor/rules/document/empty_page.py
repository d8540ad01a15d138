"""D513 empty-page: a page has nothing on it.

Why: an empty page is mostly harmless, but may be one whose content was lost on the way.
Fix: compare it with the original; nothing else needs doing.
Source: good practice; no statute asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity
from redactor.rules import Hit, View, rule


@rule("D513", Severity.NOTE)
def empty_page(view: View) -> Iterator[Hit]:
    """Yield one hit for each page without text or pictures."""
    document = view.document
    used = {picture.page for picture in document.pictures if not picture.blank}
    used |= {one.page for one in document.segments if one.layer is not Layer.BODY and one.text.strip() and one.page}
    for page in document.pages:
        if not page.characters and page.number not in used:
            yield Hit("The page is empty.", page.number)
