"""Tables: rows that follow one another, the numbers in their cells, and the title above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import rows
from redactor.letter.model import Answer, Cell, Paragraph, Passage, Shape, Table, Zone

_NUMBER = re.compile(
    r"[<>~]?\s?(?P<minus>-)?\s?(?P<pound>\u00a3)?\s?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<unit>%|k|m|bn|million|thousand)?\*{0,2}"
)
_TIMES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9}
_ZONES = frozenset({Zone.REPLY, Zone.ANNEX, Zone.OPENING})


def read(text: str, lowered: str, paragraphs: Sequence[Paragraph], answers: Sequence[Answer]) -> tuple[Table, ...]:
    """Return the tables of the reply: two rows or more of two cells or more."""
    found: list[Table] = []
    group: list[Paragraph] = []
    above: Paragraph | None = None
    before: Paragraph | None = None
    for part in (*paragraphs, None):
        if part is not None and part.zone is Zone.FURNITURE:
            continue
        if part is not None and part.shape is Shape.ROW and part.zone in _ZONES:
            if not group:
                above = before
            group.append(part)
            continue
        if len(group) > 1:
            found.append(_table(text, lowered, group, above, answers))
        group, before = [], part
    return tuple(found)


def _table(
    text: str, lowered: str, group: Sequence[Paragraph], above: Paragraph | None, answers: Sequence[Answer]
) -> Table:
    made = tuple(tuple(_cell(lowered, one) for one in rows.cells(text, part.start, part.end)) for part in group)
    header = all(cell.number is None or _is_year(cell) for cell in made[0]) and any(
        cell.number is not None for row in made[1:] for cell in row
    )
    title = Passage(above.start, above.end) if above is not None and above.zone in _ZONES else None
    start, end = group[0].start, group[-1].end
    inside = tuple(at for at, answer in enumerate(answers) if answer.start < end and start < answer.end)
    return Table(start, end, made, header, title, inside)


def _is_year(cell: Cell) -> bool:
    return cell.number is not None and cell.number.is_integer() and 1900 <= cell.number <= 2100


def _cell(lowered: str, place: Passage) -> Cell:
    match = _NUMBER.fullmatch(lowered, place.start, place.end)
    if match is None:
        return Cell(place.start, place.end)
    value = float(match["digits"].replace(",", "")) * _TIMES.get(match["unit"] or "", 1.0)
    return Cell(place.start, place.end, -value if match["minus"] else value)
