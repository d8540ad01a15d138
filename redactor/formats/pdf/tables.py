"""The rows of a table on a page: which printed lines are one cell, and which cells are one row.

A row whose cells are all one line is read across. In a row with a wrapped cell each cell is read to its end before the
next one, so that a name or a reference broken inside a cell stays in one piece. Lines are one cell where they stand
at line spacing without a rule between them; cells whose heights overlap are one row. Tables set without any white
between their rows show a new row where a word of the lower line would have fitted on the line above.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from redactor.model import Box

GUTTER = 9.0
"""Points of white between columns; word spaces in justified 12-point prose stay below this."""
_NARROW_GUTTER = 4.0
"""Points of white that part columns where all rows of a table leave it free."""
_LINE_GAP = 0.6
"""Fraction of the line height up to which white between two lines may be line spacing and not row spacing."""
_LINE_STEP = 1.2
"""Line spacing of one cell over that of another in the same table, at most."""
_MOST_LINES = 4000
"""Lines of a region above which its rows are read across without a look at its cells."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A run of glyphs on one baseline, as MuPDF gives it, with its box and number of characters."""

    box: Box
    characters: int
    glyphs: Any


Row = list[list[Line]]
"""What is printed on one line of the text: cells from left to right, each of one or more pieces."""
Rule = tuple[float, float, float]
"""A horizontal rule: left, right and height on the page."""
Rules = Callable[[], Sequence[Rule]]
"""The rules of a page, asked for only where a table may need them."""


@dataclass(slots=True, eq=False)
class _Piece:
    """What stands on one baseline within one column."""

    lines: list[Line]
    column: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 0.1)


_Chunk = list[_Piece]
_Band = dict[int, _Piece]


def across(band: Sequence[Line]) -> list[Row]:
    """Return the lines of a band as rows: one, unless some stand clearly below others."""
    found: list[list[Line]] = []
    for line in sorted(band, key=lambda one: (one.box[1] + one.box[3]) / 2):
        middle = (line.box[1] + line.box[3]) / 2
        for row in found:
            top, bottom = row[0].box[1], row[0].box[3]
            if top <= middle <= bottom or line.box[1] <= (top + bottom) / 2 <= line.box[3]:
                row.append(line)
                break
        else:
            found.append([line])
    return [_cells(row) for row in found]


def _cells(row: list[Line]) -> Row:
    """Part the lines of a row into cells at gaps of a gutter."""
    row.sort(key=lambda one: one.box[0])
    cells = [[row[0]]]
    for line in row[1:]:
        if line.box[0] - cells[-1][-1].box[2] >= GUTTER:
            cells.append([line])
        else:
            cells[-1].append(line)
    return cells


def table_rows(region: Sequence[Sequence[Line]], rules: Rules, *, full: bool = False) -> list[Row]:
    """Return the rows of a table, given its lines in bands from the top down.

    Args:
        region: the lines.
        rules: the rules of the page.
        full: the cells are filled with prose, so that what stands between two rules is one row.
    """
    lines = [line for band in region for line in band]
    edges = _edges(lines, len(region))
    if not edges or len(lines) > _MOST_LINES:
        return [row for band in region for row in across(band)]
    pieces = _pieces(lines, edges)
    chunks = _chunks(pieces, ())
    known: Sequence[Rule] = ()
    if any(len(chunk) > 1 for chunk in chunks) and (known := rules()):
        chunks = _chunks(pieces, known)
    groups = _overlapping(chunks)
    ruled = len(groups) > 2 and _all_ruled(groups, known)
    found: list[Row] = []
    for group in groups:
        if full or (ruled and _is_one_row(group, groups)) or all(len(chunk) == 1 for chunk in group):
            found += _printed(group)
        else:
            for row in _rows_of(group, edges, alone=len(groups) == 1):
                found += _printed(row)
    return found


def are_ruled(sides: Sequence[Sequence[Line]], rules: Rules) -> bool:
    """Return True where a rule runs on from one side of a gutter to the other between their lines: prose has none."""
    boxes = [[line.box for line in side] for side in sides]
    tops = [min(box[1] for box in side) for side in boxes]
    bottoms = [max(box[3] for box in side) for side in boxes]
    crossed: list[set[int]] = []
    for side in boxes:
        left, right = min(box[0] for box in side) + 1, max(box[2] for box in side) - 1
        crossed.append(
            {round(y) for x0, x1, y in rules() if x0 <= left and x1 >= right and max(tops) < y < min(bottoms)}
        )
    return any(y + shift in crossed[-1] for y in crossed[0] for shift in (-1, 0, 1)) if len(crossed) == 2 else False


def _all_ruled(groups: Sequence[Sequence[_Chunk]], rules: Sequence[Rule]) -> bool:
    """Return True where a rule stands between all groups."""
    heights = sorted(y for _, _, y in rules)
    for upper, lower in pairwise(groups):
        bottom, top = max(chunk[-1].bottom for chunk in upper), min(chunk[0].top for chunk in lower)
        at = bisect_left(heights, bottom - 3)
        if at == len(heights) or heights[at] > top + 3:
            return False
    return True


def _is_one_row(group: Sequence[_Chunk], groups: Sequence[Sequence[_Chunk]]) -> bool:
    """Return True for a row between two rules; the body of a table with rules at head and foot alone is none.

    Such a body has all columns on every line, and most of the table's lines.
    """
    counts = [0] * (1 + max(chunk[0].column for chunk in group))
    for chunk in group:
        counts[chunk[0].column] += len(chunk)
    return 1 in counts or 2 * max(counts) <= sum(max(map(len, other)) for other in groups)


def _edges(lines: Sequence[Line], bands: int) -> list[tuple[float, float]]:
    """Return the gutters of a table as left and right end; in a long table a few cells may run over one."""
    ends = sorted([(line.box[0], 1) for line in lines] + [(max(line.box[2], line.box[0]), -1) for line in lines])
    allowed, depth, found = bands // 8, 0, []
    start = float("nan")
    for at, step in ends:
        depth += step
        if depth <= allowed and step < 0:
            start = at if start != start else start
        elif depth > allowed and step > 0:
            if at - start >= _NARROW_GUTTER:
                found.append((start, at))
            start = float("nan")
    return found


def _pieces(lines: Sequence[Line], edges: Sequence[tuple[float, float]]) -> list[list[_Piece]]:
    """Return for each column its pieces from the top down."""
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        columns[sum(1 for left, right in edges if line.box[0] >= (left + right) / 2)].append(line)
    made: list[list[_Piece]] = []
    for number, column in enumerate(columns):
        pieces: list[_Piece] = []
        for line in sorted(column, key=lambda one: (one.box[1], one.box[0])):
            x0, y0, x1, y1 = line.box
            last = pieces[-1] if pieces else None
            if last is not None and last.top <= (y0 + y1) / 2 <= last.bottom:
                last.lines.append(line)
                last.left, last.right = min(last.left, x0), max(last.right, x1)
                last.bottom = max(last.bottom, y1)
            else:
                pieces.append(_Piece([line], number, x0, y0, x1, y1))
        made.append(pieces)
    return made


def _chunks(columns: Sequence[Sequence[_Piece]], rules: Sequence[Rule]) -> list[_Chunk]:
    """Return the pieces that stand at line spacing below one another, in one column, with no rule between them."""
    found: list[_Chunk] = []
    steps = [
        after.top - before.top
        for pieces in columns
        for before, after in pairwise(pieces)
        if _is_next_line(before, after, float("inf"))
    ]
    step = _LINE_STEP * min(steps, default=0.0)
    heights = sorted(rules, key=lambda rule: rule[2])
    for pieces in columns:
        before: _Piece | None = None
        at = 0
        for piece in pieces:
            joined = before is not None and _is_next_line(before, piece, step)
            if joined and before is not None:
                top, bottom = before.bottom - 0.25 * before.height, piece.top + 0.25 * piece.height
                left, right = min(before.left, piece.left) - 0.5, max(before.right, piece.right) + 0.5
                while at < len(heights) and heights[at][2] < top:
                    at += 1
                ahead = at
                while joined and ahead < len(heights) and heights[ahead][2] <= bottom:
                    joined = not (heights[ahead][0] <= left and heights[ahead][1] >= right)
                    ahead += 1
            if joined:
                found[-1].append(piece)
            else:
                found.append([piece])
            before = piece
    return found


def _is_next_line(before: _Piece, after: _Piece, step: float) -> bool:
    return (
        after.top - before.top <= step
        and after.top - before.bottom <= _LINE_GAP * min(before.height, after.height)
        and 0.75 <= after.height / before.height <= 1.34
    )


def _overlapping(chunks: list[_Chunk]) -> list[list[_Chunk]]:
    """Return the chunks in groups whose heights overlap, from the top down."""
    groups: list[list[_Chunk]] = []
    reach = float("-inf")
    for chunk in sorted(chunks, key=lambda one: one[0].top):
        if groups and chunk[0].top + 0.3 * chunk[0].height < reach:
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
            reach = float("-inf")
        reach = max(reach, chunk[-1].bottom - 0.3 * chunk[-1].height)
    return groups


def _rows_of(group: list[_Chunk], edges: Sequence[tuple[float, float]], *, alone: bool) -> list[list[_Chunk]]:
    """Part a group at the lines where a new row begins.

    Args:
        group: cells whose heights overlap.
        edges: gutters of the table.
        alone: the table has no other group, so neither white nor a rule has parted its rows so far.
    """
    bands = _bands(group)
    starts = [0]
    first = min(min(band) for band in bands)
    for at in range(1, len(bands)):
        upper, lower = bands[at - 1], bands[at]
        fits = [number for number in upper.keys() & lower.keys() if _would_fit(upper[number], lower[number], edges)]
        shared = bool(upper.keys() & lower.keys())
        heads = min(lower) == first
        if alone:
            goes_on = len(fits) < 2 and (not heads or not shared or (not fits and len(lower) < len(bands[starts[-1]])))
        else:
            goes_on = len(fits) < 2 and not (fits and heads)
        if not goes_on:
            starts.append(at)
    rows: list[list[_Chunk]] = []
    for start, end in zip(starts, [*starts[1:], len(bands)], strict=True):
        by_column: dict[int, _Chunk] = {}
        for band in bands[start:end]:
            for number, piece in band.items():
                by_column.setdefault(number, []).append(piece)
        rows.append(list(by_column.values()))
    return rows


def _bands(group: list[_Chunk]) -> list[_Band]:
    """Return the baselines of a group from the top down, each with its pieces by column."""
    bands: list[_Band] = []
    reach = float("-inf")
    for piece in sorted((piece for chunk in group for piece in chunk), key=lambda one: one.top):
        if bands and piece.top + 0.3 * piece.height < reach and piece.column not in bands[-1]:
            bands[-1][piece.column] = piece
        else:
            bands.append({piece.column: piece})
            reach = piece.bottom - 0.3 * piece.height
    return bands


def _would_fit(upper: _Piece, lower: _Piece, edges: Sequence[tuple[float, float]]) -> bool:
    """Return True where the lower line's first word had room on the upper one: the writer began a new line."""
    if upper.column >= len(edges):
        return False
    padding = min(edge[1] - edge[0] for edge in edges)
    limit = edges[upper.column][1] - min(padding, 12.0)
    glyphs = lower.lines[0].glyphs
    end = next((at for at, (char, _) in enumerate(glyphs) if char.isspace() and at), len(glyphs))
    word = (lower.right - lower.left) * end / max(sum(len(line.glyphs) for line in lower.lines), 1)
    return upper.right + word + 0.2 * upper.height <= limit


def _printed(row: Sequence[_Chunk]) -> list[Row]:
    """Return a row as lines of text: neighbouring cells of one line together, a wrapped cell line by line."""
    found: list[Row] = []
    together = False
    for cell in sorted(row, key=lambda one: (one[0].column, one[0].top)):
        if len(cell) == 1:
            cells = _cells(cell[0].lines)
            if together:
                found[-1] += cells
            else:
                found.append(cells)
        else:
            found += [_cells(piece.lines) for piece in cell]
        together = len(cell) == 1
    return found
