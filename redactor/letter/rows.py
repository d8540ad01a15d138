"""Table rows that put question and answer side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.letter.model import Passage, Path
from redactor.letter.numbering import label

_QUESTION = re.compile(
    r"(?:your\s|the\s)?(?:question|request|query|information requested|you asked)s?(?:\s(?:asked|text|received))?[.:]?"
)
_ANSWER = re.compile(
    r"(?:our\s|the\s|\w+\s)?(?:answer|response|reply|information (?:held|provided|supplied)|result)s?[.:]?(?:\s(?:to\s)?(?:request|question|your\squestion)s?)?"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cells of a table hold question and answer."""

    question: int
    answer: int


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One row: number, question and answer; the question is None where the row has but a number."""

    paths: tuple[Path, ...]
    label: Passage | None
    question: Passage | None
    answer: Passage


def cells(text: str, start: int, end: int) -> list[Passage]:
    """Return the cells of a row from left to right, without white space around them."""
    found = []
    at = start
    while at <= end:
        stop = text.find("\t", at, end)
        stop = end if stop < 0 else stop
        low, high = at, stop
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        found.append(Passage(low, high))
        at = stop + 1
    return found


def columns(lowered: str, row: list[Passage]) -> Columns | None:
    """Return the columns of question and answer where the row is a head that names both."""
    asks = [at for at, cell in enumerate(row) if _QUESTION.fullmatch(lowered, cell.start, cell.end)]
    tells = [at for at, cell in enumerate(row) if _ANSWER.fullmatch(lowered, cell.start, cell.end)]
    return Columns(asks[-1], tells[-1]) if asks and tells and asks[-1] < tells[-1] else None


def read(lowered: str, row: list[Passage], head: Columns | None, known: frozenset[Path]) -> AskedRow | None:
    """Return question and answer of a row; None where it is a row of figures.

    Without a head that says so, a row counts where its first cell is the number of a known question, or where a cell
    that is not the last asks something.
    """
    if head is not None:
        if len(row) <= head.answer:
            return None
        question, answer = row[head.question], row[head.answer]
        number = row[0] if head.question else None
    else:
        asking = [at for at, cell in enumerate(row[:-1]) if lowered[cell.start : cell.end].endswith("?")]
        first = label(lowered, row[0].start, row[0].end + 1) if row[0].end < len(lowered) else None
        if asking:
            question, answer = row[asking[0]], row[asking[0] + 1]
            number = row[0] if asking[0] else None
        elif first and first.paths and first.body >= row[0].end and set(first.paths) <= known and len(row) == 2:
            return AskedRow(first.paths, row[0], None, row[1])
        else:
            return None
    if question.start == question.end:
        return None
    mark = label(lowered, question.start, question.end)
    paths: tuple[Path, ...] = ()
    shown = None
    if mark and mark.paths:
        paths, shown = mark.paths, Passage(question.start, mark.body)
        question = Passage(mark.body, question.end)
    elif number is not None and (found := label(lowered, number.start, min(number.end + 1, len(lowered)))):
        paths, shown = found.paths, number
    return AskedRow(paths, shown, question, answer)
