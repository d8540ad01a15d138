"""The text of a page by baselines: what stands on one line, and which white parts its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

import pymupdf

from redactor.formats.pdf.geometry import corners
from redactor.model import Box, Quad

FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_IGNORE_ACTUALTEXT
_VECTORS = pymupdf.TEXT_COLLECT_VECTORS
_VECTOR_BLOCK = 3
_SAME_LINE = 0.2
"""Part of the type size by which baselines of one line differ at most."""
_NEXT_CELL = 0.55
"""Part of the type size from which white between two words may part two cells; a justified space is rarely wider."""
_STRETCHED = 6.0
"""Part of the type size up to which a single space of a justified line may be stretched."""
_FAR = 3.0
"""Part of the type size from which white without any space is a cell's, whatever the row's other white is like."""
_WORDS, _FEW, _LIKE = 0.15, 3, 1.6
"""Part of the type size from which white parts words; how many such gaps make a usual one; how much wider a cell's is."""
_ABOVE, _BELOW = 0.76, 0.23
"""How far letters reach above and below their baseline, in parts of the type size, in ordinary text fonts."""
THIN = 3.0
_MOST_VECTORS = 20_000
_SHOWN = 48
"""Filled and stroked: FZ_STEXT_FILLED and FZ_STEXT_STROKED of MuPDF's stext-device.h."""

_UPRIGHT = (1.0, 0.0)
Direction = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Char:
    """One character, placed along its line's direction and down across it.

    Attributes:
        text: the character.
        start, end: of its advance, along.
        base: its baseline, down.
        size: type size in points.
        font, flags, colour, shown: as MuPDF says of its span; ``shown`` is False for what leaves no ink.
    """

    text: str = field(repr=False)
    start: float
    end: float
    base: float
    top: float
    bottom: float
    size: float
    font: str
    flags: int
    colour: int
    shown: bool

    @property
    def blank(self) -> bool:
        """Return True for white space."""
        return self.text.isspace()

    @property
    def centre(self) -> tuple[float, float]:
        """Return its middle, along and down."""
        return (self.start + self.end) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that stand close together: half-open range of the line's characters, and their ends along."""

    chars: tuple[Char, ...] = field(repr=False)
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Row:
    """Everything on one baseline, in pieces parted by wide white."""

    base: float
    size: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """All text of a page that reads in one of the four directions along its edges.

    Attributes:
        u, v: unit vectors of reading and of going down.
        low, high: the page's edges, along.
        rows: from top to bottom.
        shapes: boxes of what is drawn, as along, down, along, down.
        pictures: boxes of pictures, likewise.
    """

    u: Direction
    v: Direction
    low: float
    high: float
    rows: tuple[Row, ...]
    shapes: tuple[Box, ...]
    pictures: tuple[Box, ...]

    def quad(self, start: float, end: float, base: float, size: float) -> Quad:
        """Return the quad of a stretch of a line, as high as its letters."""
        return corners(start, end, base - _ABOVE * size, base + _BELOW * size, self.u, self.v)


def sides(page: Any, wanted: Iterable[Direction], fields: Sequence[Box] = ()) -> dict[Direction, Side]:
    """Return the text of a page (a ``pymupdf.Page``, unrotated) by direction, for the directions asked for.

    ``fields`` are boxes that go black as a whole: no line holds their letters, and lines end at their edges.
    """
    wanted = set(wanted)
    textpage = page.get_textpage(clip=pymupdf.INFINITE_RECT(), flags=FLAGS | _VECTORS)
    found: dict[Direction, list[Char]] = {direction: [] for direction in wanted}
    for block in textpage.extractRAWDICT()["blocks"]:
        for line in block.get("lines", ()):
            u = (float(round(line["dir"][0], 2)), float(round(line["dir"][1], 2)))
            if u in found and not line["wmode"]:
                found[u] += _chars(line, u, fields)
    shapes = [*(box for kind, box in _drawn(textpage)), *fields]
    pictures = [*(tuple(info["bbox"]) for info in page.get_image_info()), *fields]
    return {u: _side(u, chars, tuple(page.rect), shapes, pictures) for u, chars in found.items()}


def _side(u: Direction, chars: Sequence[Char], rect: Box, shapes: Sequence[Box], pictures: Sequence[Box]) -> Side:
    drawn = tuple(_turned(box, u) for box in shapes)
    rows = tuple(_rows(chars, drawn))
    return Side(u, (-u[1], u[0]), *_ends(rect, u), rows, drawn, tuple(_turned(box, u) for box in pictures))


def _drawn(textpage: Any) -> Iterator[tuple[int, Box]]:
    for at, block in enumerate(textpage.this):
        if at >= _MOST_VECTORS:
            return
        if block.m_internal.type == _VECTOR_BLOCK:
            box = block.m_internal.bbox
            yield at, (box.x0, box.y0, box.x1, box.y1)


def _chars(line: Any, u: Direction, fields: Sequence[Box]) -> Iterator[Char]:
    v = (-u[1], u[0])
    for span in line["spans"]:
        shown = span["alpha"] > 0 and bool(span["char_flags"] & _SHOWN or span["font"].startswith("Type3"))
        for char in span["chars"]:
            x, y = char["origin"]
            if fields and any(_centred(char["bbox"], field) for field in fields):
                continue
            start, top, end, bottom = _turned(char["bbox"], u)
            base = x * v[0] + y * v[1]
            if u != _UPRIGHT:
                # MuPDF puts the box of a letter that stands on its head beside it.
                top, bottom = base - _ABOVE * span["size"], base + _BELOW * span["size"]
            yield Char(
                char["c"], start, end, base, top, bottom, span["size"], span["font"], span["flags"],
                span["color"], shown,
            )  # fmt: skip


def _centred(box: Sequence[float], field: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return field[0] <= x <= field[2] and field[1] <= y <= field[3]


def _turned(box: Sequence[float], u: Direction) -> Box:
    v = (-u[1], u[0])
    along = [x * u[0] + y * u[1] for x in (box[0], box[2]) for y in (box[1], box[3])]
    down = [x * v[0] + y * v[1] for x in (box[0], box[2]) for y in (box[1], box[3])]
    return (min(along), min(down), max(along), max(down))


def _ends(rect: Sequence[float], u: Direction) -> tuple[float, float]:
    box = _turned(rect, u)
    return box[0], box[2]


def _rows(chars: Sequence[Char], shapes: Sequence[Box]) -> Iterator[Row]:
    """Yield the baselines of a page; a raised letter makes a row of its own until a unit takes it in."""
    row: list[Char] = []
    for char in sorted(chars, key=lambda one: one.base):
        if row and char.base - row[0].base > _SAME_LINE * max(row[0].size, 1.0):
            yield _row(row, shapes)
            row = []
        row.append(char)
    if row:
        yield _row(row, shapes)


def _row(chars: list[Char], shapes: Sequence[Box]) -> Row:
    chars.sort(key=lambda one: (one.start, one.end))
    size, base = median(char.size for char in chars), median(char.base for char in chars)
    usual = _usual_gap(chars, size)
    rules: list[float] | None = None
    pieces: list[Piece] = []
    held: list[Char] = []
    blanks = 0
    end = 0.0
    for char in chars:
        gap = char.start - end
        if held and not char.blank and gap > _NEXT_CELL * size:
            # Cells of like widths have like white between them, as words have; a rule in the white tells them apart.
            rules = _thin_rules(shapes, base, size) if rules is None else rules
            if _wide(gap, blanks, size, usual) or any(end - 0.5 <= rule <= char.start + 0.5 for rule in rules):
                pieces += _piece(held)
                held = []
        held.append(char)
        if char.blank:
            blanks += 1
        else:
            end = max(end, char.end) if len(held) > 1 else char.end
            blanks = 0
    pieces += _piece(held)
    return Row(base, size, tuple(pieces))


def _usual_gap(chars: Sequence[Char], size: float) -> float:
    """Return the white that most words of a row have between them; 0 for a few words, and where it differs."""
    inked = [char for char in chars if not char.blank]
    gaps = [after.start - before.end for before, after in pairwise(inked)]
    gaps = [gap for gap in gaps if gap > _WORDS * size]
    if len(gaps) < _FEW:
        return 0.0
    gaps.sort()
    alike = gaps[(3 * len(gaps)) // 4] <= _LIKE * gaps[len(gaps) // 4]
    return median(gaps) if alike else 0.0


def _wide(gap: float, blanks: int, size: float, usual: float) -> bool:
    """Return True for white that may part two cells.

    A single space, however far it is stretched, parts two words, and so does white like that between the row's other words.
    """
    if gap <= _NEXT_CELL * size or (blanks == 1 and gap <= _STRETCHED * size):
        return False
    return gap > _LIKE * usual or (not blanks and gap > _FAR * size)


def _piece(chars: list[Char]) -> list[Piece]:
    inked = [char for char in chars if not char.blank]
    return [Piece(tuple(chars), inked[0].start, max(char.end for char in inked))] if inked else []


def _thin_rules(shapes: Sequence[Box], base: float, size: float) -> list[float]:
    """Return where rules cross a row, along; the edges of a marked word, which is no cell, are none."""
    return [(start + end) / 2 for start, end in crossing(shapes, base, size) if end - start <= THIN]


def crossing(shapes: Sequence[Box], base: float, size: float) -> Iterator[tuple[float, float]]:
    """Yield the two edges, along, of everything drawn that crosses a row."""
    top, bottom = base - 0.5 * size, base - 0.1 * size
    return ((start, end) for start, up, end, down in shapes if up <= top and down >= bottom)


__all__ = ["THIN", "Char", "Direction", "Row", "Side", "crossing", "sides"]
