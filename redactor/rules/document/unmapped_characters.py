"""D512 unmapped-characters: a page prints characters that no program can name.

Why: the font does not say which letters its shapes are, so that those words could not be searched.
Fix: run OCR, or print the document to a new PDF from the program that made it.
Source: ISO 32000-1:2008, 9.10.2 Mapping character codes to Unicode values.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule


@rule("D512", Severity.REVIEW)
def unmapped_characters(view: View) -> Iterator[Hit]:
    """Yield one hit for each page with characters of unknown meaning."""
    for page in view.document.pages:
        if page.unmapped_characters:
            message = f"{page.unmapped_characters} of {page.characters} characters on the page cannot be read."
            yield Hit(message, page.number, unchecked=True)
