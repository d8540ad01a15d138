"""Set one line anew: its letters at natural widths, and a label of fixed width for every word that was removed from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pymupdf

from redactor.formats.pdf.geometry import corners
from redactor.formats.pdf.quads import core, extent
from redactor.formats.pdf.reach import Unit
from redactor.formats.pdf.rows import Char, Direction, Side
from redactor.formats.pdf.typeface import Face, face_for
from redactor.model import Box, MovedGlyph, Quad, Redaction, SetLine, box_of

_SHRUNK = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85)
"""Sizes that are tried one after the other, in parts of the original's; which one fits is a matter of what stays."""
_SPACE = 0.15
"""Part of the type size from which white between two letters is a space that the producer did not write."""
_LABEL = 0.72
"""Type size of a label in parts of its line's."""
_LABEL_PAD = 0.25
_BARE_LABEL = 3.0
"""Width of a label without a code, in parts of the type size."""
_OVERLAP = 0.5
"""Part of a letter's width under the next one from which the two are not one line of writing."""
_TALLEST_MARK, _THIN_MARK = 2.2, 3.0
"""A highlight or underline is no higher than so many times the type size; what is thinner than 3 points and upright is a rule."""
_LEVEL, _POINT = 0.2, 0.1
"""Part of the type size within which letters stand on one baseline; points around the middle of a letter."""
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one style in a line set anew.

    Attributes:
        text: what is written.
        start, base: where, along and down.
        size: type size in points.
        face: the typeface.
        colour: 0xRRGGBB.
    """

    text: str = field(repr=False)
    start: float
    base: float
    size: float
    face: Face
    colour: int


@dataclass(frozen=True, slots=True)
class Label:
    """The box that stands for a removed word: its quad, its code, and the type size of the code."""

    redaction: Redaction
    quad: Quad
    size: float


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line set anew: what is drawn, what is taken out for it, and what the verifier is told.

    Attributes:
        u: direction of reading.
        runs, labels: what is drawn.
        gone: boxes through the middles of all letters that stood there, in page coordinates.
        stray: boxes of underlines and highlights that ended somewhere on the line.
        line: what the verifier is told.
    """

    u: Direction
    runs: tuple[Run, ...] = field(repr=False)
    labels: tuple[Label, ...]
    gone: tuple[Box, ...] = field(repr=False)
    stray: tuple[Box, ...]
    line: SetLine


@dataclass(frozen=True, slots=True)
class Held:
    """A redaction's quad as a stretch of a side: along and down, from and to."""

    redaction: Redaction
    quad: Quad
    start: float
    end: float
    top: float
    bottom: float

    def covers(self, char: Char) -> bool:
        """Return True for a letter whose middle is to go."""
        along, down = char.centre
        return self.start <= along <= self.end and self.top <= down <= self.bottom


def held_by(one: Redaction, quad: Quad) -> Held:
    """Return the stretch that a redaction's quad takes up."""
    a0, a1, b0, b1, _, _ = extent(core(quad))
    return Held(one, quad, a0, a1, b0, b1)


def holding(area: Quad, quads: Sequence[Quad]) -> Quad:
    """Return a line's quad made high enough for the quads in it."""
    a0, a1, b0, b1, u, v = extent(area)
    for quad in quads:
        _, _, top, bottom, _, _ = extent(quad)
        b0, b1 = min(b0, top), max(b1, bottom)
    return corners(a0, a1, b0, b1, u, v)


def set_line(
    side: Side, unit: Unit, number: int, members: Sequence[Held], scales: Mapping[str, float]
) -> NewLine | None:
    """Return a line set anew, or None where it cannot be."""
    if unit.start is None or unit.entangled or not _plain(unit.chars):
        return None
    area = side.quad(unit.low, unit.limit, unit.base, unit.size)
    a0, a1, b0, b1, _, _ = extent(area)
    if any(start < a1 and end > a0 and top < b1 and bottom > b0 for start, top, end, bottom in side.pictures):
        return None
    atoms = list(_atoms(unit, members))
    for atom in atoms:
        if atom.char is not None:
            atom.scale = scales.get(atom.char.font, 1.0)
    for part in _SHRUNK:
        width = _width(atoms, unit.size * part, part)
        if width is None:
            return None
        begin = unit.start - (0.0, width / 2, width)[unit.align + 1]
        if begin >= unit.low - 0.75 and begin + width <= unit.limit:
            return _drawn(side, unit, number, atoms, begin, part, members)
    return None


def _plain(chars: Sequence[Char]) -> bool:
    """Return True for visible letters that stand one after the other."""
    before: Char | None = None
    for char in chars:
        if char.blank:
            continue
        if not char.shown or char.text == "\ufffd" or not (char.text.isprintable() or char.text == _SOFT_HYPHEN):
            return False
        if before is not None and before.end - char.start > _OVERLAP * max(
            0.1, min(char.end - char.start, before.end - before.start)
        ):
            return False
        before = char
    return True


@dataclass(slots=True)
class _Atom:
    """One thing on a line: a letter that stays, a space, or a label."""

    text: str = ""
    char: Char | None = None
    face: Face | None = None
    redaction: Redaction | None = None
    old: tuple[Char, ...] = ()
    scale: float = 1.0


def _atoms(unit: Unit, members: Sequence[Held]) -> Iterator[_Atom]:
    """Yield what the new line holds, in order; white space becomes single natural spaces."""
    largest = sorted(members, key=lambda held: held.start - held.end)
    before: Char | None = None
    spaced = False
    label: _Atom | None = None
    for char in unit.chars:
        if char.blank:
            spaced = True
            continue
        if before is not None and char.start - before.end > _SPACE * unit.size:
            spaced = True
        owner = next((held.redaction for held in largest if held.covers(char)), None)
        if owner is not None and label is not None and label.redaction is owner:
            label.old = (*label.old, char)
        else:
            if spaced and before is not None:
                yield _Atom(" ", char)
            if owner is not None:
                label = _Atom(redaction=owner, old=(char,))
                yield label
            else:
                label = None
                yield _Atom(char.text, char)
        before, spaced = char, False


def _width(atoms: Sequence[_Atom], size: float, part: float) -> float | None:
    """Return the natural width of a line, and give each atom its face; None where a letter cannot be written."""
    width = 0.0
    for atom in atoms:
        if atom.redaction is not None:
            width += label_width(atom.redaction.label, size)
            continue
        if atom.char is None:
            return None
        atom.face = atom.face or face_for(atom.char.font, atom.char.flags)
        spelt = atom.face.spelt(atom.text)
        if spelt is None:
            return None
        width += atom.face.width(spelt) * atom.char.size * atom.scale * part
    return width


def label_width(label: str, size: float) -> float:
    """Return the width of a label's box on a line of a type size: a matter of its code alone."""
    if not label:
        return _BARE_LABEL * size
    text = label.encode("cp1252", "replace").decode("cp1252")
    wide: float = pymupdf.get_text_length(text, fontname="helv", fontsize=_LABEL * size)
    return wide + 2 * _LABEL_PAD * size


def _drawn(
    side: Side, unit: Unit, number: int, atoms: Sequence[_Atom], begin: float, part: float,
    members: Sequence[Held],
) -> NewLine:  # fmt: skip
    runs: list[Run] = []
    labels: list[Label] = []
    glyphs: list[MovedGlyph] = []
    at = begin
    size = unit.size * part
    for atom in atoms:
        if atom.redaction is not None:
            width = label_width(atom.redaction.label, size)
            quad = side.quad(at, at + width, unit.base, size)
            labels.append(Label(atom.redaction, quad, _LABEL * size))
            glyphs.append(MovedGlyph("", _around(side, atom.old), quad))
            at += width
            continue
        if atom.char is None or atom.face is None:
            raise ValueError("a letter without a face")
        char, face = atom.char, atom.face
        points = char.size * atom.scale * part
        text = face.spelt(atom.text) or ""
        width = face.width(text) * points
        base = unit.base + (char.base - unit.base) * part
        last = runs[-1] if runs else None
        joins = last is not None and last.start + last.face.width(last.text) * last.size > at - 0.001
        if last is not None and joins and (last.face, last.size, last.base, last.colour) == (
            face, points, base, char.colour,
        ):  # fmt: skip
            runs[-1] = replace(last, text=last.text + text)
        else:
            runs.append(Run(text, at, base, points, face, char.colour))
        if not text.isspace():
            quad = side.quad(at, at + width, base, points)
            glyphs.append(MovedGlyph(text, _around(side, (char,)), quad))
        at += width
    area = holding(side.quad(unit.low, unit.limit, unit.base, unit.size), [held.quad for held in members])
    line = SetLine(
        number, area, blocked=False, glyphs=tuple(glyphs),
        labels=tuple((label.redaction.finding_id, label.quad) for label in labels),
    )  # fmt: skip
    gone = tuple(_strips(side, unit))
    return NewLine(side.u, tuple(runs), tuple(labels), gone, _stray(side, unit), line)


def _around(side: Side, chars: Sequence[Char]) -> Quad:
    return corners(
        min(char.start for char in chars), max(char.end for char in chars),
        min(char.top for char in chars), max(char.bottom for char in chars), side.u, side.v,
    )  # fmt: skip


def _strips(side: Side, unit: Unit) -> Iterator[Box]:
    """Yield one strip through the letters of a line, and a point for each that is raised; MuPDF's work grows with both."""
    level: list[tuple[float, float]] = []
    for char in unit.chars:
        along, down = char.centre
        if abs(char.base - unit.base) <= _LEVEL * unit.size:
            level.append((along, down))
        else:
            yield box_of(corners(along - _POINT, along + _POINT, down - _POINT, down + _POINT, side.u, side.v))
    along_all, down_all = [along for along, _ in level], [down for _, down in level]
    ends = min(along_all) - _POINT, max(along_all) + _POINT, min(down_all) - _POINT, max(down_all) + _POINT
    yield box_of(corners(*ends, side.u, side.v))


def _stray(side: Side, unit: Unit) -> tuple[Box, ...]:
    """Return what is drawn with or under a word of the line and would still say where the word was."""
    top, bottom = unit.base - 0.9 * unit.size, unit.base + 0.35 * unit.size
    found = []
    for start, up, end, down in side.shapes:
        ends_inside = unit.low + 1 < start < unit.limit - 1 or unit.low + 1 < end < unit.limit - 1
        on_line = up < bottom and down > top and down - up <= _TALLEST_MARK * unit.size
        if ends_inside and on_line and (down - up < _THIN_MARK or end - start > _THIN_MARK):
            found.append(box_of(corners(start, end, up, down, side.u, side.v)))
    return tuple(found)


__all__ = ["Held", "Label", "NewLine", "Run", "held_by", "holding", "label_width", "set_line"]
