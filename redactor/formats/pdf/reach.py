"""Which letters of a page belong to a line or a cell that is set anew, and how far it may reach.

Everything here that decides where a line set anew begins and ends is taken from other lines, from rules and from the page's
edges, never from the width of the line itself: that width is what must not be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.formats.pdf.rows import THIN, Char, Row, Side, crossing

_RAISED, _SMALLER = 0.5, 0.85
"""How far a raised or lowered letter is off its line, and how much smaller it is at least, in parts of the line's size."""
_SURE_CELL = 1.0
_SAME_EDGE = 0.75
"""Points by which two edges differ that are meant to be one."""
_RAGGED = 1.5
"""Points by which the ends of justified lines differ at most, and stand out of the margin."""
_GAP = 0.5
"""Part of the type size kept free before what stands to the right."""
_PADDING = 2.0
"""Points kept free beside a rule."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or a cell of a table: what is set anew as a whole.

    Attributes:
        chars: from left to right, raised ones included.
        base, size: of most of its letters.
        start: where it may begin; None where nothing but its own place would say so.
        low, limit: the margins between which it stands.
        align: -1 from ``start`` on, 0 around ``start``, 1 up to ``start``.
        entangled: letters of other lines lie among its own.
    """

    chars: tuple[Char, ...] = field(repr=False)
    base: float
    size: float
    start: float | None
    low: float
    limit: float
    align: int = -1
    entangled: bool = False


def unit_of(side: Side, row: Row, at: int, kept: Sequence[Row]) -> Unit:
    """Return the line or cell to which piece ``at`` of a row belongs.

    ``kept`` are the rows of which nothing goes: where the others ended is not to be told by the margin of one of them.
    """
    first = at
    while first and not _parted(side, row, first):
        first -= 1
    last = at
    while last + 1 < len(row.pieces) and not _parted(side, row, last + 1):
        last += 1
    pieces = row.pieces[first : last + 1]
    start, end = pieces[0].start, pieces[-1].end
    left, right = _rules(side, row, start, end)
    own = {id(char) for piece in pieces for char in piece.chars}
    raised, others = _around(side, row, own, start, end)
    chars = sorted([*(char for piece in pieces for char in piece.chars), *raised], key=lambda one: (one.start, one.end))
    starts = [other.pieces[0].start for other in side.rows if other is not row] or [start]
    ends = [other.pieces[-1].end for other in kept if other is not row]
    if left is not None and first and left < row.pieces[first - 1].end - 0.5:
        left = None
    # The place where the neighbour to the left ends may be that of a removed word.
    low = left + _PADDING if left is not None else start if first else min(starts)
    if left is not None and not first:
        low = max(low, min(starts))
    margin = side.high - (min(starts) - side.low)
    # The ends of justified lines are a hair apart, and one that sticks out by a hair is no longer than the others.
    limits = [max([margin, *(end for end in ends if end > margin + _RAGGED)])]
    if last + 1 < len(row.pieces):
        limits.append(row.pieces[last + 1].start - _GAP * row.size)
    if right is not None:
        limits.append(right - _PADDING)
    limits += [char.start - _GAP * row.size for char in others if char.start >= end]
    limit = min(limits)
    low = max([low, *(char.end + _GAP * row.size for char in others if char.end <= start - _GAP * row.size)])
    entangled = any(char.start < end and char.end > start for char in others)
    place, align = _begin(
        side, row, start, end, low, limit, left, right, alone=first == 0 and len(pieces) == len(row.pieces)
    )
    # A line that sticks out beyond all others has the page's edges for its margins.
    low = low if low <= start + _SAME_EDGE else side.low
    if limit < end - _RAGGED:
        limit = row.pieces[last + 1].start if last + 1 < len(row.pieces) else side.high
    return Unit(tuple(chars), row.base, row.size, place, low, limit, align, entangled)


def _parted(side: Side, row: Row, at: int) -> bool:
    """Return True where the piece begins a cell of its own: behind a rule, or where other lines begin theirs."""
    before, piece = row.pieces[at - 1], row.pieces[at]
    if any(before.end - 0.5 <= rule <= piece.start + 0.5 for rule in _upright_rules(side, row)):
        return True
    need = 1 if piece.start - before.end > _SURE_CELL * row.size else 2
    return _shared(side, row, piece.start, starts=True) >= need


def _shared(side: Side, row: Row, place: float, *, starts: bool) -> int:
    """Count the other rows in which a piece begins, or ends, at a place."""
    return sum(
        any(abs((piece.start if starts else piece.end) - place) <= _SAME_EDGE for piece in other.pieces)
        for other in side.rows
        if abs(other.base - row.base) > _RAISED * row.size
    )


def _upright_rules(side: Side, row: Row) -> list[float]:
    """Return where the edges of rules, cells and frames cross a row, along."""
    edges: list[float] = []
    for start, end in crossing(side.shapes, row.base, row.size):
        edges += [(start + end) / 2] if end - start <= THIN else [start, end]
    return edges


def _rules(side: Side, row: Row, start: float, end: float) -> tuple[float | None, float | None]:
    """Return the nearest rules to the left and to the right of a stretch of a row."""
    edges = _upright_rules(side, row)
    left = max((edge for edge in edges if edge <= start + 0.5), default=None)
    right = min((edge for edge in edges if edge >= end - 0.5), default=None)
    return left, right


def _around(side: Side, row: Row, own: set[int], start: float, end: float) -> tuple[list[Char], list[Char]]:
    """Return the raised or lowered letters of a line, and those of other lines that stand in its way."""
    raised: list[Char] = []
    others: list[Char] = []
    for other in side.rows:
        away = abs(other.base - row.base)
        if other is row or away > 0.9 * max(row.size, other.size):
            continue
        for piece in other.pieces:
            for char in piece.chars:
                if id(char) in own or char.blank:
                    continue
                small = char.size <= _SMALLER * row.size and away <= _RAISED * row.size
                if small and start - row.size <= char.start <= end + row.size:
                    raised.append(char)
                elif away <= 0.7 * row.size:
                    others.append(char)
    return raised, others


def _begin(
    side: Side, row: Row, start: float, end: float, low: float, limit: float, left: float | None, right: float | None,
    *, alone: bool,
) -> tuple[float | None, int]:  # fmt: skip
    """Return where a line may begin, end or have its middle without telling its own width; (None, -1) where nothing says so."""
    rows = [other for other in side.rows if abs(other.base - row.base) > _RAISED * row.size]
    if _shared(side, row, start, starts=True):
        return start, -1
    if left is not None and right is not None and abs((start + end) / 2 - (left + right) / 2) <= 1.0:
        return (left + right) / 2, 0
    if _shared(side, row, end, starts=False) >= 2 and not alone:
        return end, 1
    middle = (side.low + side.high) / 2
    centres = [(other.pieces[0].start + other.pieces[-1].end) / 2 for other in rows]
    edge = min((other.pieces[0].start for other in rows), default=None)
    axes = [middle] + ([(edge + limit) / 2] if edge is not None else [])
    for axis in axes:
        if abs((start + end) / 2 - axis) <= 2.0:
            return axis, 0
    if any(abs((start + end) / 2 - centre) <= _SAME_EDGE for centre in centres) and alone:
        return None, -1
    if _shared(side, row, end, starts=False) >= 2:
        return end, 1
    if not rows:
        return start, -1
    # A line with an edge of its own begins where others begin, left of it and clear of its neighbours.
    begun = [piece.start for other in rows for piece in other.pieces if low - _SAME_EDGE <= piece.start <= start]
    if begun:
        return max(begun), -1
    return (left + _PADDING, -1) if left is not None else (None, -1)


__all__ = ["Unit", "unit_of"]
