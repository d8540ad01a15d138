"""The lines that OCR read off a picture, as text in reading order with a place for every letter."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from redactor.formats.pdf.affine import Affine, inverse, through, times
from redactor.formats.pdf.looks import PAD
from redactor.formats.pdf.order import rows
from redactor.formats.pdf.tables import Line
from redactor.formats.pdf.text import Glyph, write_rows
from redactor.model import Box, Layer, Quad, QuadArray, Segment

if TYPE_CHECKING:
    from redactor.ocr.prepare import Prepared
    from redactor.ocr.reading import Reading, TextLine, Word

__all__ = ["Placed", "placed", "segment"]

_NARROW = 0.7
"""Of a line's usual white between words."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line that was read, laid straight in points; ``back`` leads to the page as shown."""

    line: Line
    back: Affine

    def repeats(self, printed: Sequence[tuple[Box, str]]) -> bool:
        """Return whether the page has these letters as text in the same place."""
        if not printed:
            return False
        x0, y0, x1, y1 = self.line.box
        x, y = through(self.back, (x0 + x1) / 2, (y0 + y1) / 2)
        letters = "".join(char for char, _ in self.line.glyphs if char.isalnum()).casefold()
        return any(
            box[0] <= x <= box[2] and box[1] <= y <= box[3] and (letters in text or not letters)
            for box, text in printed
        )


def placed(reading: Reading, picture: Prepared, back: Affine) -> Iterator[Placed]:
    """Yield the lines of a reading laid straight, in points; ``back`` leads from the picture's pixels to the page as shown."""
    points = 72.0 / picture.dpi
    a, b, c, d, e, f = back
    # From straight points to pixels, then to the page.
    back = (a / points, b / points, c / points, d / points, e, f)
    for line in reading.lines:
        glyphs = list(_glyphs(line, points))
        if glyphs:
            x0, y0, x1, y1 = (value * points for value in line.box)
            yield Placed(Line((x0, y0, x1, y1), sum(not g[0].isspace() for g in glyphs), glyphs), back)


def _glyphs(line: TextLine, points: float) -> Iterator[Glyph]:
    """Yield the letters of a line with a space between words, in straight points."""
    before: Word | None = None
    narrow = _narrow_gaps(line.words)
    for at_word, word in enumerate(line.words):
        if not word.sure and not any(char.isalnum() for char in word.text):
            continue
        top, bottom = word.box[1] * points - PAD, word.box[3] * points + PAD
        if before is not None and at_word not in narrow:
            yield " ", _upright(before.box[2] * points, top, max(word.box[0], before.box[2]) * points, bottom)
        last = len(word.edges) - 1
        for at, (char, (x0, x1)) in enumerate(zip(word.text, word.edges, strict=True)):
            left = x0 * points - (PAD if at == 0 else 0.0)
            right = x1 * points + (PAD if at == last else 0.0)
            yield char, _upright(left, top, right, bottom)
        before = word


def _narrow_gaps(words: Sequence[Word]) -> frozenset[int]:
    """Return the words, by number, that belong to the one before: parts of a mail address that the reader cut.

    White inside an address is narrower than the line's spaces; elsewhere a word too many does no harm.
    """
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(words)]
    if not any("@" in word.text for word in words) or len(gaps) < 2:
        return frozenset()
    usual = median(gaps)
    found: set[int] = set()
    for at, word in enumerate(words):
        if "@" in word.text:
            # An address begins with a letter or figure, so what starts with the sign lacks its name.
            if at and word.text.startswith("@"):
                found.add(at)
            first = at - 1 if at in found else at
            while first > 0 and gaps[first - 1] < _NARROW * usual:
                found.add(first)
                first -= 1
    return frozenset(found)


def _upright(x0: float, y0: float, x1: float, y1: float) -> Quad:
    return (x0, y0, x1, y0, x0, y1, x1, y1)


def segment(lines: Sequence[Placed], shown: Affine, number: int, *, again: bool = False) -> Segment | None:
    """Return the lines in reading order as text with places on the page; ``again`` for what another reader saw."""
    text: list[str] = []
    floats = array("f")
    by_back: dict[Affine, list[Line]] = {}
    for one in lines:
        by_back.setdefault(one.back, []).append(one.line)
    for back, group in by_back.items():
        part = array("f")
        write_rows(rows(group, tuple), text, part)
        floats.extend(_moved(part, times(back, inverse(shown))))
    joined = "".join(text)
    if not joined.strip():
        return None
    places = QuadArray.from_floats(floats)
    name, how = (f"ocr/{number}/again", "read twice") if again else (f"ocr/{number}", "read")
    return Segment(name, Layer.OCR, number, joined, places, f"page {number}, {how} from a picture", again)


def _moved(floats: array[float], matrix: Affine) -> Iterable[float]:
    for at in range(0, len(floats), 2):
        yield from through(matrix, floats[at], floats[at + 1])
