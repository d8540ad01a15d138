"""A second pair of eyes: letters that pdfium reads on a page and MuPDF does not.

Where two engines differ, one of them has not read what a person sees, and no finding there is no clean result.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from types import TracebackType

import pypdfium2

from redactor.formats.pdf.text import PageText
from redactor.model import Feature

_TOLERANCE = 2
"""Letters; engines differ about one broken ligature without anything being hidden."""


class Second:
    """A PDF as pdfium reads it; the file is opened once and pages are asked for one by one."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self.pdf: pypdfium2.PdfDocument | None
        try:
            self.pdf = pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError:
            self.pdf = None

    def __enter__(self) -> Second:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pdf is not None:
            self.pdf.close()

    def compare(self, read: PageText, number: int) -> Iterator[Feature]:
        """Yield one feature where pdfium reads more letters than MuPDF did, with their number as its count.

        Not the other way round: pdfium leaves out comments, fields and what lies beyond the page on purpose.
        """
        place = f"page {number}"
        theirs = self._letters(number)
        if theirs is None:
            yield Feature("engines-disagree", place, number, max(1, read.characters))
            return
        ours = letters(read.segment.text)
        missing = sum((theirs - ours).values())
        if missing > _TOLERANCE:
            yield Feature("engines-disagree", place, number, missing)

    def _letters(self, number: int) -> Counter[str] | None:
        if self.pdf is None:
            return None
        try:
            page = self.pdf[number - 1]
            textpage = page.get_textpage()
        except (pypdfium2.PdfiumError, IndexError):
            return None
        try:
            return letters(textpage.get_text_bounded())
        finally:
            textpage.close()
            page.close()


def letters(text: str) -> Counter[str]:
    """Count letters and digits without accents, case and typesetting."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    counts = Counter(text.casefold())
    return Counter({char: count for char, count in counts.items() if char.isalnum()})
