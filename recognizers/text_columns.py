"""What stands below a heading in a table of plain text: cells parted by tabs, bars, commas or wide gaps.

``redactor`` reads the tables of a page by the places of their words; this is for text that has no places: a message,
a file of comma-separated values, a table pasted into a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_MOST_CELLS: Final = 40
"""Cells a row; a longer line is no table that people read."""
_LONGEST: Final = 400
"""Characters a row."""
_PARTS: Final = (re.compile(r"\t"), re.compile(r"\|"), re.compile(r"[ \xa0]{2,}"), re.compile(r","))
_RULE: Final = re.compile(r"[\s|:+=_-]*[|+=_-][\s|:+=_-]*")

Cells = list[tuple[int, int]]
"""Half-open spans of the cells of a row, blanks at their ends left out."""


def heading(words: str) -> re.Pattern[str]:
    """Compile what a heading's cell holds; ``words`` is a regex, case does not count."""
    # A plain set of characters in front lets the engine run over the text quickly.
    return re.compile(
        rf"[\n\t|, \xa0](?:(?<=[\n\t|,])|[ \xa0])[ \xa0\"]{{0,3}}(?P<heading>{words})[ \xa0.:*\"]{{0,3}}(?=[\t|,\n]|[ \xa0]{{2}}|\Z)",
        re.IGNORECASE,
    )


def below(text: str, head: re.Pattern[str]) -> Iterator[tuple[str, Cells, int]]:
    """Yield the heading, the cells of each row below it and the number of its column.

    A table ends at an empty line, at a row with another number of cells, or at the next heading of the kind.
    """
    for match in head.finditer("\n" + text):
        place = match.start("heading") - 1
        top = text.rfind("\n", max(0, place - _LONGEST), place) + 1
        line = _line(text, top)
        if line is None:
            continue
        for part in _PARTS:
            cells = _cells(text, *line, part)
            if len(cells) > 1:
                break
        if len(cells) > _MOST_CELLS or any(end - start > 40 for start, end in cells):
            continue
        column = next((n for n, (start, end) in enumerate(cells) if start <= place <= end), None)
        if column is None:
            continue
        row = line
        while (following := _line(text, row[1] + 1)) is not None and following[0] < following[1]:
            row = following
            if _RULE.fullmatch(text, *row):
                continue
            entries = _cells(text, *row, part)
            if len(entries) != len(cells) or head.search("\n" + text[slice(*row)]):
                break
            yield match["heading"], entries, column


def _line(text: str, start: int) -> tuple[int, int] | None:
    """Return the span of the line that begins at ``start``; None past the end or where it is too long."""
    if start > len(text):
        return None
    end = text.find("\n", start, start + _LONGEST)
    if end < 0:
        end = len(text)
    return (start, end) if end - start <= _LONGEST else None


def _cells(text: str, start: int, end: int, part: re.Pattern[str]) -> Cells:
    found: Cells = []
    at = start
    for mark in part.finditer(text, start, end):
        found.append((at, mark.start()))
        at = mark.end()
    found.append((at, end))
    return [_trimmed(text, *cell) for cell in found]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    cell = text[start:end]
    return end - len(cell.lstrip(" \t\xa0\"'")), start + len(cell.rstrip(" \t\xa0\"'")) if cell.strip(
        " \t\xa0\"'"
    ) else end


__all__ = ["Cells", "below", "heading"]
