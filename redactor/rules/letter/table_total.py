"""L125 table-total: a total in a table is not the sum of its column or row.

Why: a total that does not add up shows a slip, or lets a reader work out a figure that was withheld.
Fix: check the figures; where one is withheld, withhold what gives it away by subtraction.
Source: this project; ICO guidance on anonymisation (2025) on differencing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.letter.model import Cell, Letter, Table
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The information is held.\nYear\tNorth\tSouth\n2021\t12\t30\n2022\t14\t31\nTotal\t{}\t61\nYours sincerely"
)
EXAMPLES = (_HEAD.format(27),)
COUNTER_EXAMPLES = (_HEAD.format(26),)

_TOTAL = re.compile(r"(?:grand |sub-?|overall )?totals?|all|sum|cyfanswm", re.IGNORECASE)
_RATE = re.compile(r"%|\b(?:rates?|averages?|mean|median|per|percent(?:age)?|ratio|share)\b", re.IGNORECASE)
_ROUNDING = 0.011
"""Figures shown to two places may each be half a hundredth off."""


@letter_rule("L125", Severity.NOTE)
def table_total(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note for each cell in a row called "Total" that is not the sum of the cells above it."""
    for table in letter.tables:
        for cell in _wrong(letter, table):
            yield Hit("This total is not the sum of the figures above it.", ranges=((cell.start, cell.end),))


def _wrong(letter: Letter, table: Table) -> Iterator[Cell]:
    above: list[tuple[Cell, ...]] = []
    for row in table.rows[1:] if table.header else table.rows:
        if row and _TOTAL.fullmatch(letter.value(row[0]).strip(" :")):
            if len(above) > 1:
                yield from (cell for cell in _off(above, row) if not _is_rate(letter, table, cell))
            above = []
        else:
            above.append(row)


def _is_rate(letter: Letter, table: Table, cell: Cell) -> bool:
    """Return whether a column holds shares or averages, which do not add up."""
    at = next(at for row in table.rows for at, one in enumerate(row) if one is cell)
    head = letter.value(table.rows[0][at]) if table.header and at < len(table.rows[0]) else ""
    return "%" in letter.value(cell) or bool(_RATE.search(head))


def _off(above: Sequence[tuple[Cell, ...]], total: tuple[Cell, ...]) -> Iterator[Cell]:
    for at, cell in enumerate(total[1:], 1):
        if cell.number is None or any(len(row) != len(total) for row in above):
            continue
        numbers = [row[at].number for row in above]
        known = [number for number in numbers if number is not None]
        if len(known) == len(numbers) and abs(sum(known) - cell.number) > _ROUNDING * len(known):
            yield cell
