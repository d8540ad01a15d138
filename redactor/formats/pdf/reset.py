"""Set a line anew where a word was removed, so that nothing on it tells how wide the word was.

An ordinary box is as wide as the word, and of the 6,000 surnames of a list one in two fits no other space (measured: 7 to 9 of
12.6 bits). So the whole line, or the cell of a table, is set anew in a complete typeface at its natural widths, with a
label of fixed width for every removed word, from a margin that it shares with other lines. Where that cannot be done the
line goes black from margin to margin. The rest of the page stays where it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from redactor.formats.pdf.geometry import axes, corners
from redactor.formats.pdf.quads import extent, overlap
from redactor.formats.pdf.reach import unit_of
from redactor.formats.pdf.rows import Direction, Row, Side, sides
from redactor.formats.pdf.set_line import Held, NewLine, held_by, holding, set_line
from redactor.formats.pdf.typeface import face_for
from redactor.model import Box, Quad, Redaction, SetLine, Width, box_of

_NARROWEST, _WIDEST, _ENOUGH = 0.9, 1.18, 40
"""How far our face may be set smaller or larger to look like the page's font, and on how many letters that is measured."""
_LEADING = 0.25
"""Part of a line's height above and below that may stand out of a form field, since letters do not reach there."""
_STRAIGHT = 0.01


@dataclass(frozen=True, slots=True)
class Settled:
    """What becomes of one page's redactions.

    Attributes:
        boxes: redactions that are painted as boxes; those of blacked out lines have the line's quad.
        lines: lines set anew.
        blocked: lines blacked out.
    """

    boxes: tuple[Redaction, ...]
    lines: tuple[NewLine, ...] = ()
    blocked: tuple[SetLine, ...] = ()


def settle_widths(page: Any, number: int, redactions: Sequence[Redaction]) -> Settled:
    """Return what becomes of a page's redactions, one line at a time; ``page`` still has all its words.

    A line with a redaction whose width must not be told is set anew with all its redactions, or goes black. Words beyond the
    page's edge were cut off and leave no gap, and neither do those in a form field, which goes black as a whole.
    """
    fields = [box_of(quad) for one in redactions if one.form_field for quad in one.quads]
    redactions = list(_to_paint(redactions, fields, tuple(page.rect)))
    telling = [one for one in redactions if one.width is not Width.GAP and one.picture_id is None]
    if not telling:
        return Settled(tuple(redactions))
    lined = [one for one in redactions if one.picture_id is None and not one.form_field]
    directions = {_direction(quad) for one in lined for quad in one.quads}
    known = sides(page, [u for u in directions if min(abs(u[0]), abs(u[1])) < _STRAIGHT], fields)
    work = _Work(page, number, known, redactions, lined)
    for one in telling:
        for quad in one.quads:
            work.quad(one, quad)
    return work.settled()


def _to_paint(redactions: Sequence[Redaction], fields: Sequence[Box], page: Box) -> Iterator[Redaction]:
    for one in redactions:
        left = [quad for quad in one.quads if overlap(box_of(quad), page)]
        if not one.form_field:
            left = [quad for quad in left if not any(_in_field(quad, field) for field in fields)]
        if left:
            yield replace(one, quads=tuple(left))


def _in_field(quad: Quad, field: Box) -> bool:
    x0, y0, x1, y1 = box_of(quad)
    level = abs(quad[2] - quad[0]) >= abs(quad[3] - quad[1])
    across, down = (0.0, _LEADING * (y1 - y0)) if level else (_LEADING * (x1 - x0), 0.0)
    return x0 + across >= field[0] and x1 - across <= field[2] and y0 + down >= field[1] and y1 - down <= field[3]


def _direction(quad: Quad) -> Direction:
    u, _ = axes(quad)
    return (round(u[0], 2) + 0.0, round(u[1], 2) + 0.0)


class _Work:
    """The lines of one page as they are settled."""

    def __init__(
        self,
        page: Any,
        number: int,
        known: Mapping[Direction, Side],
        redactions: Sequence[Redaction],
        lined: Sequence[Redaction],
    ) -> None:
        self._page, self._number, self._known, self._redactions = page, number, known, redactions
        self._taken: set[tuple[str, Quad]] = set()
        self._scale: dict[Direction, Mapping[str, float]] = {}
        self._untouched: dict[Direction, Sequence[Row]] = {}
        self._held: dict[Direction, list[Held]] = {}
        for one in lined:
            for quad in one.quads:
                self._held.setdefault(_direction(quad), []).append(held_by(one, quad))
        self._lines: list[NewLine] = []
        self._blocked: list[tuple[Redaction, SetLine]] = []

    def quad(self, one: Redaction, quad: Quad) -> None:
        """Settle the line in which a quad lies, unless it has been."""
        if (one.finding_id, quad) in self._taken:
            return
        u = _direction(quad)
        side = self._known.get(u)
        found = _find(side, held_by(one, quad)) if side is not None else None
        if side is None or found is None:
            self._block(one, quad, _across_page(self._page, quad))
            return
        unit = unit_of(side, *found, self._kept(u, side))
        members = [
            held
            for held in self._held.get(u, ())
            if held.top - unit.size <= unit.base <= held.bottom + unit.size
            and any(held.covers(char) for char in unit.chars if not char.blank)
        ]
        line = None
        if all(held.redaction.width is not Width.BLOCK for held in members):
            line = set_line(side, unit, self._number, members, self._scales(u, side))
        if line is None:
            area = side.quad(unit.low, unit.limit, unit.base, unit.size)
            self._block(one, quad, holding(area, [quad, *(held.quad for held in members)]))
        else:
            self._lines.append(line)
        self._taken |= {(held.redaction.finding_id, held.quad) for held in members}

    def _kept(self, u: Direction, side: Side) -> Sequence[Row]:
        """Return the rows from which nothing is removed."""
        if u not in self._untouched:
            held = self._held.get(u, ())
            self._untouched[u] = [
                row
                for row in side.rows
                if not any(one.top - row.size <= row.base <= one.bottom + row.size for one in held)
            ]
        return self._untouched[u]

    def _scales(self, u: Direction, side: Side) -> Mapping[str, float]:
        """Return how much larger each font of the page sets its letters than our face does, from lines where all stays."""
        if u not in self._scale:
            self._scale[u] = _scales(self._kept(u, side))
        return self._scale[u]

    def _block(self, one: Redaction, quad: Quad, area: Quad) -> None:
        self._taken.add((one.finding_id, quad))
        self._blocked.append((one, SetLine(self._number, area, blocked=True, labels=((one.finding_id, area),))))

    def settled(self) -> Settled:
        """Return all of the page; a redaction that lies in two lines may be settled in two ways."""
        boxes: list[Redaction] = []
        for one in self._redactions:
            left = tuple(quad for quad in one.quads if (one.finding_id, quad) not in self._taken)
            if left:
                boxes.append(replace(one, quads=left))
        boxes += [replace(one, quads=(line.area,)) for one, line in self._blocked]
        return Settled(tuple(boxes), tuple(self._lines), tuple(line for _, line in self._blocked))


def _scales(rows: Sequence[Row]) -> dict[str, float]:
    sums: dict[str, list[float]] = {}
    for char in (char for row in rows for piece in row.pieces for char in piece.chars):
        face = face_for(char.font, char.flags)
        if char.text in face.advances and not char.blank:
            both = sums.setdefault(char.font, [0.0, 0.0, 0.0])
            both[0] += char.end - char.start
            both[1] += face.width(char.text) * char.size
            both[2] += 1
    return {
        font: min(_WIDEST, max(_NARROWEST, round(there / ours, 2)))
        for font, (there, ours, count) in sums.items()
        if count >= _ENOUGH and ours > 0
    }


def _find(side: Side, held: Held) -> tuple[Row, int] | None:
    """Return the row and piece that hold most of a quad's letters."""
    best: tuple[int, Row, int] | None = None
    for row in side.rows:
        if not held.top - row.size <= row.base <= held.bottom + row.size:
            continue
        for at, piece in enumerate(row.pieces):
            count = sum(1 for char in piece.chars if not char.blank and held.covers(char))
            if count and (best is None or count > best[0]):
                best = (count, row, at)
    return best[1:] if best is not None else None


def _across_page(page: Any, quad: Quad) -> Quad:
    """Return a quad stretched over the page from edge to edge, in its own direction."""
    _, _, b0, b1, u, v = extent(quad)
    x0, y0, x1, y1 = page.rect
    a = [x * u[0] + y * u[1] for x in (x0, x1) for y in (y0, y1)]
    return corners(min(a), max(a), b0, b1, u, v)


__all__ = ["Settled", "settle_widths"]
