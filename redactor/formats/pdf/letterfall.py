"""Where each letter of a page's drawing instructions falls, by the widths that its fonts give.

Good enough to say which letters of a string lie in a box, which is all that is asked: the words themselves are removed by
MuPDF, and what is decided here is only between which two words a screen reader says that something was removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pikepdf import Array, Dictionary, Name, Stream, String
from pymupdf import mupdf

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_MIDDLE = 0.3
"""Height of a letter's middle above its baseline, in parts of the type size."""
_HALF = 0.5


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the product of two matrices: first ``one``, then ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def place(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f


@dataclass(frozen=True, slots=True)
class Font:
    """Widths in text space units by code; ``size`` bytes make a code, 0 where nobody here can tell."""

    size: int
    widths: dict[int, float]
    other: float

    def codes(self, raw: bytes) -> Iterator[int]:
        """Yield a string's codes."""
        for at in range(0, len(raw) - self.size + 1, self.size):
            yield int.from_bytes(raw[at : at + self.size], "big")

    def width(self, code: int) -> float:
        """Return how far a code moves on, for type of size 1."""
        return self.widths.get(code, self.other)


@dataclass(slots=True)
class _State:
    ctm: Matrix = IDENTITY
    font: Font | None = None
    points: float = 1.0
    spacing: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> _State:
        return _State(self.ctm, self.font, self.points, self.spacing, self.word, self.stretch, self.leading, self.rise)


@dataclass(slots=True)
class Pen:
    """Follows the instructions of one page (ISO 32000-1, 8.4 and 9.4), and says where letters and drawings fall."""

    resources: Any
    _state: _State = field(default_factory=_State)
    _saved: list[_State] = field(default_factory=list)
    _line: Matrix = IDENTITY
    _text: Matrix = IDENTITY
    _fonts: dict[str, Font | None] = field(default_factory=dict)

    def shown(self, operator: str, operands: Sequence[Any]) -> list[tuple[int, list[Point]]]:
        """Return for each string that an instruction shows the length of its codes in bytes and their middles, in user space.

        The length is 0 and there is one point where the font's codes cannot be told apart.
        """
        state = self._state
        if operator == '"':
            state.word, state.spacing = float(operands[0]), float(operands[1])
        if operator in ("'", '"'):
            self._down(0.0, -state.leading)
        fallen = []
        for part in operands[0] if operator == "TJ" else operands[-1:]:
            if isinstance(part, String):
                fallen.append(self._string(bytes(part)))
            else:
                self._along(-float(part) / 1000 * state.points * state.stretch)
        return fallen

    def _string(self, raw: bytes) -> tuple[int, list[Point]]:
        state = self._state
        font = state.font
        if font is None or font.size == 0:
            return 0, [self._middle(0.0)]
        points = []
        for code in font.codes(raw):
            width = font.width(code) * state.points
            points.append(self._middle(width * state.stretch))
            word = state.word if font.size == 1 and code == 32 else 0.0
            self._along((width + state.spacing + word) * state.stretch)
        return font.size, points

    def _middle(self, width: float) -> Point:
        up = self._state.rise + _MIDDLE * self._state.points
        return place(times(self._text, self._state.ctm), width / 2, up)

    def _along(self, distance: float) -> None:
        self._text = times((1.0, 0.0, 0.0, 1.0, distance, 0.0), self._text)

    def _down(self, x: float, y: float) -> None:
        self._line = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)
        self._text = self._line

    def drawn(self, operands: Sequence[Any]) -> list[Point]:
        """Return the corners, in user space, of the picture or form that a ``Do`` draws."""
        drawings = self.resources.get("/XObject") if isinstance(self.resources, Dictionary) else None
        drawing = drawings.get(str(operands[0])) if isinstance(drawings, Dictionary) else None
        matrix, box = self._state.ctm, (0.0, 0.0, 1.0, 1.0)
        if isinstance(drawing, Stream) and drawing.get("/Subtype") == Name.Form:
            own = drawing.get("/Matrix")
            if isinstance(own, Array) and len(own) == 6:
                a, b, c, d, e, f = (float(number) for number in own)
                matrix = times((a, b, c, d, e, f), matrix)
            x0, y0, x1, y1 = (float(number) for number in drawing.get("/BBox", Array([0, 0, 0, 0])))
            box = (x0, y0, x1, y1)
        return [place(matrix, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]

    def move(self, operator: str, operands: Sequence[Any]) -> None:
        """Follow an instruction that shows nothing."""
        state = self._state
        match operator:
            case "q":
                self._saved.append(state.copy())
            case "Q" if self._saved:
                self._state = self._saved.pop()
            case "cm":
                state.ctm = times(_matrix(operands), state.ctm)
            case "BT":
                self._line = self._text = IDENTITY
            case "Tm":
                self._line = self._text = _matrix(operands)
            case "Td":
                self._down(float(operands[0]), float(operands[1]))
            case "TD":
                state.leading = -float(operands[1])
                self._down(float(operands[0]), float(operands[1]))
            case "T*":
                self._down(0.0, -state.leading)
            case "Tf":
                state.font, state.points = self._font(str(operands[0])), float(operands[1])
            case "Tc":
                state.spacing = float(operands[0])
            case "Tw":
                state.word = float(operands[0])
            case "Tz":
                state.stretch = float(operands[0]) / 100
            case "TL":
                state.leading = float(operands[0])
            case "Ts":
                state.rise = float(operands[0])
            case "gs":
                self._graphics_state(str(operands[0]))

    def _graphics_state(self, name: str) -> None:
        states = self.resources.get("/ExtGState") if isinstance(self.resources, Dictionary) else None
        one = states.get(name) if isinstance(states, Dictionary) else None
        chosen = one.get("/Font") if isinstance(one, Dictionary) else None
        if isinstance(chosen, Array) and len(chosen) == 2:
            self._state.font, self._state.points = font_of(chosen[0]), float(chosen[1])

    def _font(self, name: str) -> Font | None:
        if name not in self._fonts:
            fonts = self.resources.get("/Font") if isinstance(self.resources, Dictionary) else None
            self._fonts[name] = font_of(fonts.get(name)) if isinstance(fonts, Dictionary) else None
        return self._fonts[name]


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f


def font_of(font: Any) -> Font | None:
    """Return a font's widths, or None where it is no font."""
    if not isinstance(font, Dictionary):
        return None
    if font.get("/Subtype") == Name.Type0:
        return _composite(font)
    descriptor = font.get("/FontDescriptor")
    missing = float(descriptor.get("/MissingWidth", 0)) if isinstance(descriptor, Dictionary) else 0.0
    matrix = font.get("/FontMatrix")
    scale = float(matrix[0]) if font.get("/Subtype") == Name.Type3 and isinstance(matrix, Array) else 0.001
    widths = font.get("/Widths")
    if not isinstance(widths, Array):
        return _of_every_reader(str(font.get("/BaseFont", "/"))[1:])
    first = int(font.get("/FirstChar", 0))
    return Font(1, {first + at: float(width) * scale for at, width in enumerate(widths)}, missing * scale)


def _of_every_reader(name: str) -> Font:
    """Return the widths of one of the fourteen fonts that no file has to give (ISO 32000-1, 9.6.2.2)."""
    try:
        known = pymupdf.Font(name)
    except (mupdf.FzErrorBase, RuntimeError, ValueError):
        return Font(1, {}, _HALF)
    letters = {code: bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
    return Font(1, {code: known.glyph_advance(ord(letter)) for code, letter in letters.items()}, _HALF)


def _composite(font: Any) -> Font:
    below = font.get("/DescendantFonts")
    inner = below[0] if isinstance(below, Array) and len(below) else None
    if font.get("/Encoding") != Name("/Identity-H") or not isinstance(inner, Dictionary):
        return Font(0, {}, 1.0)
    widths: dict[int, float] = {}
    numbers = inner.get("/W")
    listed = list(numbers) if isinstance(numbers, Array) else []
    at = 0
    while at + 1 < len(listed):
        if isinstance(listed[at + 1], Array):
            for step, width in enumerate(listed[at + 1]):
                widths[int(listed[at]) + step] = float(width) / 1000
            at += 2
        elif at + 2 < len(listed):
            first, last = int(listed[at]), min(int(listed[at + 1]), 0xFFFF)
            widths.update(dict.fromkeys(range(first, last + 1), float(listed[at + 2]) / 1000))
            at += 3
        else:
            break
    return Font(2, widths, float(inner.get("/DW", 1000)) / 1000)
