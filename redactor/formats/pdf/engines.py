"""A second pair of eyes: letters that pdfium reads on a page and MuPDF does not, and words that only pdfium puts together.

Where two engines differ, one of them has not read what a person sees, and no finding there is no clean result.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from types import TracebackType

import pypdfium2

from redactor.formats.pdf.text import PageText
from redactor.model import Feature

_TOLERANCE = 2
"""Letters; engines differ about one broken ligature without anything being hidden."""
_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter ones are in some other word anyhow."""


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
        """Yield one feature where pdfium reads letters or words that MuPDF did not, with their letters as its count.

        Not the other way round: pdfium leaves out comments, fields and what lies beyond the page on purpose. Words count
        because letters drawn out of turn are all there and spell nothing.
        """
        place = f"page {number}"
        text = self._text(number)
        if text is None:
            yield Feature("engines-disagree", place, number, max(1, read.characters))
            return
        theirs, ours = _folded(text), _folded(read.segment.text)
        missing = sum((_letters(theirs) - _letters(ours)).values())
        if missing <= _TOLERANCE:
            run = "".join(filter(str.isalnum, ours))
            missing = sum(len(word) for word in set(_WORD.findall(theirs)) if word not in run)
        if missing > _TOLERANCE:
            yield Feature("engines-disagree", place, number, missing)

    def _text(self, number: int) -> str | None:
        if self.pdf is None:
            return None
        try:
            page = self.pdf[number - 1]
            textpage = page.get_textpage()
        except (pypdfium2.PdfiumError, IndexError):
            return None
        try:
            text: str = textpage.get_text_bounded()
            return text
        finally:
            textpage.close()
            page.close()


def _folded(text: str) -> str:
    """Return a text without accents, case and typesetting."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return text.casefold()


def _letters(folded: str) -> Counter[str]:
    """Count letters and digits."""
    return Counter({char: count for char, count in Counter(folded).items() if char.isalnum()})
