"""The cells and rows of the tables on a page, as their places on the page show them.

The text of a page has a row's cells one after the other, from left to right and each to its end; what is a tab or a
line feed between them tells nothing certain. The boxes do: lines at line spacing in one place are a cell, and cells
that share a height are a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.model import Segment

_PIECE = re.compile(r"[^\t\n]*[^\t\n ]")
_SAME_EDGE = 3.0
"""Points by which edges or middles of cells in one column differ at most."""
_CELL_LINES = 14


@dataclass(slots=True)
class Cell:
    """A table cell or a paragraph: its raw span and where it is printed, in points."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    lines: int = 1

    @property
    def line_height(self) -> float:
        """Return the height of one of its lines, the white between two counted in."""
        return max((self.bottom - self.top) / self.lines, 0.1)


Row = list[Cell]


def rows(segment: Segment) -> list[Row]:
    """Return the rows of a page's upright text in reading order; a line of prose is a row of one cell."""
    found: list[Row] = []
    bottom = float("-inf")
    for cell in _cells(segment):
        row = found[-1] if found else None
        height = min(cell.bottom - cell.top, bottom - row[0].top) if row else 0.0
        if row and cell.left >= row[-1].right and _overlap(cell, row, bottom) >= 0.5 * height:
            row.append(cell)
            bottom = max(bottom, cell.bottom)
        else:
            found.append([cell])
            bottom = cell.bottom
    return found


def _overlap(cell: Cell, row: Row, bottom: float) -> float:
    return min(cell.bottom, bottom) - max(cell.top, min(one.top for one in row[-2:]))


def _cells(segment: Segment) -> Iterator[Cell]:
    """Yield cells; lines without a tab that stand below one another in one place are one."""
    cell: Cell | None = None
    for cells in _printed(segment):
        if cell is not None and len(cells) == 1 and _goes_on(cell, cells[0]):
            cell.end, cell.bottom, cell.lines = cells[0].end, cells[0].bottom, cell.lines + 1
            cell.left, cell.right = min(cell.left, cells[0].left), max(cell.right, cells[0].right)
            continue
        if cell is not None:
            yield cell
        yield from cells[:-1]
        cell = cells[-1] if cells else None
        if cell is not None and len(cells) > 1:
            yield cell
            cell = None
    if cell is not None:
        yield cell


def _printed(segment: Segment) -> Iterator[list[Cell]]:
    """Yield the cells of each line of the text."""
    start = 0
    quads = segment.quads
    for line in segment.text.split("\n"):
        cells = []
        for piece in _PIECE.finditer(line):
            text = piece.group()
            first = start + piece.end() - len(text.lstrip())
            end = start + piece.end()
            one, last = quads[first], quads[end - 1]
            if one is not None and last is not None and one[2] >= one[0] and one[1] == one[3]:
                cells.append(Cell(first, end, one[0], one[1], last[2], one[5]))
        yield cells
        start += len(line) + 1


def _goes_on(cell: Cell, line: Cell) -> bool:
    height = line.bottom - line.top
    return (
        cell.lines < _CELL_LINES
        and -0.5 * height <= line.top - cell.bottom <= 0.6 * height
        and (aligned(cell, line) or (line.left < cell.right and cell.left < line.right and cell.lines == 1))
        and 0.75 <= cell.line_height / max(height, 0.1) <= 1.6
    )


def aligned(one: Cell, other: Cell) -> bool:
    """Return True where two cells share their left or right edge or their middle, as cells of a column do."""
    return (
        abs(one.left - other.left) <= _SAME_EDGE
        or abs(one.right - other.right) <= _SAME_EDGE
        or abs(one.left + one.right - other.left - other.right) <= 2 * _SAME_EDGE
    )


def column_of(cell: Cell, headings: Sequence[Cell]) -> int | None:
    """Return the number of the heading that a cell stands under; None where it runs under several or none."""
    over = [at for at, heading in enumerate(headings) if cell.left < heading.right and heading.left < cell.right]
    if len(over) > 1:
        return None
    if over:
        return over[0]
    near = [at for at, heading in enumerate(headings) if aligned(cell, heading)]
    if near:
        return near[0]
    return min(
        range(len(headings)),
        key=lambda at: min(abs(headings[at].left - cell.right), abs(cell.left - headings[at].right)),
        default=None,
    )


__all__ = ["Cell", "Row", "aligned", "column_of", "rows"]
