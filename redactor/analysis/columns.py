"""Read tables down: a bare value under a heading such as "Collar number" is what the heading says.

A recognizer sees one line after another and cannot know what a number in the third row stands under. Here the places of
the cells tell: a heading is a cell that reads like a label and has neighbours on its row; its column is what stands
below it, row by row, until the table ends, over the foot of a page where the next one goes on in the same places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.analysis.grid import Cell, Row, aligned, column_of, rows
from redactor.analysis.headings import Kind, fits, kinds_of
from redactor.analysis.matches import Match
from redactor.analysis.textmap import TextMap
from redactor.model import Segment, Span

_LINE = re.compile(r"[^\s][^\n]*")
_INDENT = 6.0
"""Points by which a row may begin left of its table's first heading."""
_MOST_WHITE = 3.5
"""Line heights of white between two rows beyond which a table has ended."""
_MOST_FOOTER = 3
"""Rows that may follow a table at the foot of a page, or come before its continuation, and be footer and header."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table's headings with what each column holds, and its cells so far.

    Attributes:
        headings: the cells of the heading row from left to right.
        kinds: for each heading the kinds of value to look for below it; mostly none.
        last: the row read last.
        wide: a row with two cells under headings has been seen, so it is a table.
    """

    headings: tuple[Cell, ...]
    kinds: tuple[tuple[Kind, ...], ...]
    last: Row
    wide: bool = False


def column_matches(text_map: TextMap, *, index: int) -> Iterator[Match]:
    """Yield a match for each value that stands under a telling heading; ``index`` is the text's number."""
    table: _Table | None = None
    page = 0
    for segment in text_map.segments:
        if segment.page is None:
            continue
        found = rows(segment)
        carried = table if segment.page == page + 1 else None
        table, page = None, segment.page
        at = 0
        while at < len(found):
            headed = _headed(segment, found, at)
            if headed:
                table, at = headed
                carried = None
            elif carried and at <= _MOST_FOOTER and _goes_on_over_page(carried, found[at]):
                table, carried = replace(carried, last=[]), None
                continue
            elif table and (place := _below(table, found[at])) is not None:
                table = replace(table, last=found[at] if place else table.last, wide=table.wide or len(place) > 1)
                if table.wide:
                    for cell, kinds in place:
                        yield from _matches(text_map, segment, cell, kinds, index)
                at += 1
            else:
                if table and len(found) - at > _MOST_FOOTER:
                    table = None
                at += 1
                if table:
                    break


def _headed(segment: Segment, found: Sequence[Row], at: int) -> tuple[_Table, int] | None:
    """Return the table that begins with a heading row here, and where its next row is; a heading may be two rows."""
    row = found[at]
    if len(row) < 2:
        return None
    texts = [_plain(segment, cell) for cell in row]
    single = kinds_of(texts)
    below = found[at + 1] if at + 1 < len(found) else []
    if (
        below
        and len(below) <= len(row)
        and below[0].top - max(cell.bottom for cell in row) <= 0.6 * below[0].line_height
    ):
        under = {column_of(cell, row): _plain(segment, cell) for cell in below}
        if None not in under and len(under) == len(below):
            both = kinds_of([f"{text} {under[at]}" if at in under else text for at, text in enumerate(texts)])
            if both and sum(map(bool, both)) > sum(map(bool, single or ())):
                joined = tuple(
                    _joined(cell, [one for one in below if column_of(one, row) == n]) for n, cell in enumerate(row)
                )
                return _Table(joined, both, list(row)), at + 2
    return (_Table(tuple(row), single, row), at + 1) if single else None


def _joined(heading: Cell, below: Sequence[Cell]) -> Cell:
    for cell in below:
        heading = replace(
            heading, left=min(heading.left, cell.left), right=max(heading.right, cell.right), bottom=cell.bottom
        )
    return heading


def _below(table: _Table, row: Row) -> list[tuple[Cell, tuple[Kind, ...]]] | None:
    """Return the cells of a row with the kinds of their columns; None where the row is no longer of the table."""
    if table.last:
        bottom = max(cell.bottom for cell in table.last)
        if not -2.0 <= row[0].top - bottom + 0.5 * row[0].line_height <= (_MOST_WHITE + 0.5) * row[0].line_height:
            return None
    left = table.headings[0].left - 4 * _INDENT if len(row) > 1 else table.headings[0].left - _INDENT
    if row[0].left < left:
        return None
    columns = [column_of(cell, table.headings) for cell in row]
    for at, column in enumerate(columns):
        # Of two cells near one heading the one in line with it is its own; the other has no heading.
        if column is not None and columns.count(column) > 1 and not aligned(row[at], table.headings[column]):
            columns[at] = None
    known = [column for column in columns if column is not None]
    if len(set(known)) < len(known) or (len(row) > 1 and not known):
        return None
    if len(row) == 1:
        # A heading between rows or a cell alone; a paragraph of prose ends the table.
        width = table.headings[-1].right - table.headings[0].left
        if row[0].lines > 2 or (columns[0] is None and row[0].right - row[0].left > 0.7 * width):
            return None
    return [(cell, table.kinds[at]) for cell, at in zip(row, columns, strict=True) if at is not None]


def _goes_on_over_page(table: _Table, row: Row) -> bool:
    """Return whether a page's first row stands in the columns of the table at the foot of the page before."""
    if len(row) < 2 or len(row) > len(table.headings) or not table.wide:
        return False
    in_line = 0
    for cell in row:
        column = column_of(cell, table.headings)
        in_line += column is not None and aligned(cell, table.headings[column])
    return in_line >= 2 and in_line == len(row)


def _matches(text_map: TextMap, segment: Segment, cell: Cell, kinds: Sequence[Kind], index: int) -> Iterator[Match]:
    """Yield the values of a cell: what it holds in all, else its lines; a name stands on the first of them."""
    if not kinds:
        return
    start, end = text_map.position(Span(segment.id, cell.start, cell.end))
    lines = [(start + line.start(), start + line.end()) for line in _LINE.finditer(text_map.text[start:end])]
    for kind in kinds:
        if fits(kind, text_map.value(start, end)):
            found = [(start, end)]
        else:
            tried = lines[:1] if kind.entity == "PERSON" else lines
            found = [(a, b) for a, b in tried if len(lines) > 1 and fits(kind, text_map.value(a, b))]
        for first, last in found:
            yield Match(
                index, first, last, kind.entity, kind.score, "TableColumns",
                "It stands in a table under a heading that says what it is.",
            )  # fmt: skip


def _plain(segment: Segment, cell: Cell) -> str:
    return " ".join(segment.text[cell.start : cell.end].split())
