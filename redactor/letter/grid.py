"""Tables of questions and answers whose cells wrap: such a cell is read line by line, and its place tells whose it is.

Which column a paragraph stands in is told by the row that heads the table. Without places (plain text) nothing is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from redactor.letter import cues, numbering, rows, words
from redactor.letter.exchange import Exchange
from redactor.letter.model import Pairing, Passage, Shape, Zone
from redactor.letter.numbering import Label, Mark
from redactor.letter.paragraphs import Block

Extent = tuple[float, float]
"""Left and right edge of a passage, in points."""
Place = Callable[[int, int], Extent | None]
_NUMBER = re.compile(r"(?:q(?:uestion)?\.?\s?)?\(?(\d{1,3}(?:\.\d{1,2})?\s?\(?[a-z]?\)?)[.):]?")
_SLACK = 3.0
"""Points by which a cell may run into the white beside it."""
_BELOW = 40
"""Paragraphs below the head of a table that may be its cells."""
_AHEAD = 3
"""Paragraphs behind one across both columns of which one must be an answer for the table to go on."""


@dataclass(slots=True)
class Grid:
    """Where the columns of a table lie, and what it has said so far.

    Attributes:
        place: where a passage stands.
        number, answer: the edges left of which numbers stand, and right of which answers do.
        reach: how far a question may run.
        head: the paragraph that heads it.
        label: a number that waits for its question.
        plain: the questions so far have neither numbers nor words that ask.
    """

    place: Place
    number: float
    answer: float
    reach: float
    head: int
    label: tuple[Label, Passage] | None = None
    plain: bool = True

    def column(self, start: int, end: int) -> str:
        """Return "number", "question" or "answer"; "" for what runs over both or has no place."""
        extent = self.place(start, end)
        if extent is None:
            return ""
        if extent[0] > self.answer:
            return "answer"
        if extent[1] > self.reach + _SLACK:
            return ""
        return "number" if extent[1] < self.number else "question"


def read(made: Exchange, at: int, place: Place | None) -> Grid | None:
    """Return the grid of the table that a paragraph heads; None where it heads none, or its cells have no places."""
    block = made.blocks[at]
    if block.shape is not Shape.ROW or place is None:
        return None
    row = rows.cells(made.text, block.start, block.end)
    head = rows.columns(made.lowered, row)
    if head is None:
        return None
    asks, tells = (place(cell.start, cell.end) for cell in (row[head.question], row[head.answer]))
    before = place(row[head.question - 1].start, row[head.question - 1].end) if head.question else None
    if asks is None or tells is None or asks[1] >= tells[0]:
        return None
    number = (before[1] + asks[0]) / 2 if before else 0.0
    # The words of a head may stand in the middle of their column: where lines begin below tells its edge.
    below = Counter(round(left) for left in _lefts(made, at, place) if asks[1] < left <= tells[0] + _SLACK)
    edge = float(below.most_common(1)[0][0]) if below else (asks[1] + tells[0]) / 2
    return Grid(place, number, edge - _SLACK, edge if below else tells[0], at)


def _lefts(made: Exchange, at: int, place: Place) -> Iterator[float]:
    """Yield where the cells below the head of a table begin."""
    for block in _below(made, at, _BELOW):
        whole = block.shape is not Shape.ROW
        cells = [Passage(block.start, block.end)] if whole else rows.cells(made.text, block.start, block.end)
        for cell in cells:
            if (extent := place(cell.start, cell.end)) is not None:
                yield extent[0]


def _below(made: Exchange, at: int, most: int) -> Iterator[Block]:
    """Yield so many paragraphs behind one, heads and feet of pages left out."""
    behind = (made.blocks[number] for number in range(at + 1, len(made.blocks)))
    return islice((block for block in behind if not block.furniture), most)


def take(made: Exchange, grid: Grid, at: int, block: Block) -> bool:
    """Take a paragraph of the table; False where it is a whole row or the table has ended."""
    if block.shape is Shape.ROW:
        return _numbered_row(made, grid, block)
    column = grid.column(block.start, block.end)
    extent = grid.place(block.start, block.end)
    first = next((one.start for one in _below(made, grid.head, 1)), -1) == block.start
    if extent is not None and extent[0] < grid.answer < extent[1] and (first or _goes_on(made, grid, at)):
        made.crossed.append(Passage(block.start, block.end))
    if column == "number":
        cell = Passage(block.start, block.end)
        head = _number(made, cell)
        grid.label = (head, cell) if head is not None else None
        return head is not None
    if column == "question":
        return _question(made, grid, block)
    if made.current is None or not (column or _goes_on(made, grid, at)):
        return False
    made.current.say(block.start, block.end)
    return True


def _goes_on(made: Exchange, grid: Grid, at: int) -> bool:
    """Return True where answers still follow behind lines that were read across both columns."""
    return any(
        block.shape is not Shape.ROW and grid.column(block.start, block.end) == "answer"
        for block in _below(made, at, _AHEAD)
    )


def _numbered_row(made: Exchange, grid: Grid, block: Block) -> bool:
    """Take a row of number and question alone: its answer wraps, and is read below."""
    cells = rows.cells(made.text, block.start, block.end)
    if len(cells) != 2 or [grid.column(cell.start, cell.end) for cell in cells] != ["number", "question"]:
        return False
    _ask(made, grid, cells[1].start, cells[1].end, _number(made, cells[0]), cells[0])
    return True


def _number(made: Exchange, cell: Passage) -> Label | None:
    """Return the label that a cell with a number alone is, written as in "1", "Q2" or "(3a)"."""
    found = _NUMBER.fullmatch(made.lowered, cell.start, cell.end)
    return Label(Mark.NUMBER, (numbering.path(found[1]),), cell.end) if found else None


def _question(made: Exchange, grid: Grid, block: Block) -> bool:
    head = block.label if block.label is not None and block.label.mark in {Mark.NUMBER, Mark.QUESTION} else None
    open_ = made.current
    if grid.label is not None:
        _ask(made, grid, block.start, block.end, *grid.label)
        return True
    if open_ is not None and open_.empty and open_.question is not None and (head is None or head.relative):
        # The cell goes on.
        asked = made.asked[open_.question]
        if not made.text[asked.end : block.start].strip():
            asked.end, asked.words = block.end, words.content(made.lowered[asked.start : block.end])
        open_.start = open_.end = block.end
        return True
    if head is not None and (head.paths or head.mark is Mark.QUESTION) and block.body < block.end:
        _ask(made, grid, block.body, block.end, head, Passage(block.start, block.body))
        return True
    asks = cues.asks(made.lowered, block.start, block.end) or made.text[block.end - 1] == "?"
    if not asks and not grid.plain:
        return False
    grid.plain = grid.plain and not asks
    _ask(made, grid, block.start, block.end, None, None)
    return True


def _ask(made: Exchange, grid: Grid, start: int, end: int, head: Label | None, label: Passage | None) -> None:
    """Open the answer to a question of the table, one that is known or a new one."""
    grid.label = None
    grid.plain = grid.plain and head is None
    if made.zone is not Zone.REPLY:
        made.go(Zone.REPLY)
    paths = made.paths(head) if head is not None else ()
    question = next((made.known[path] for path in paths if path in made.known), None)
    if question is None:
        question = made.repeated(start, end)
    if question is None:
        question = made.ask(start, end, paths[0] if paths else (), label)
    made.in_turn = True
    made.answer(end, end, paths, label, question=question, pairing=Pairing.ROW)
