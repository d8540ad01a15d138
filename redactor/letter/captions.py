"""Table rows and entries of a list, each with what stands over it: the head of its column, the caption, the heading.

"Harlow Garage | 3" says by itself nothing of inspections; under "Inspections in 2024" it counts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.letter import rows, words
from redactor.letter.model import Paragraph, Passage, Shape, Zone

_ABOVE = 2
"""Paragraphs above a table that may say what it shows."""
_ENTRY = re.compile(
    r"(?!(?:annex|appendix|schedule|table|figure|enclosure)\b)[^\n:;?!]{3,60}?(?::\s+|\s[-\u2013]\s+)(?=[^\n;?!]{1,60}$)"
)
"""The name and the stop of an entry: "Harlow Garage: 3"."""
_VALUES = re.compile(
    r"\d|\b(?:yes|no|none|nil|zero|held|n/a)\b",
)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\b")
_NO_CAPTION = re.compile(
    r"\b(?:exclud\w+|except\w*|exempt\w*|other\sthan|apart\sfrom|neither|withheld|hours?|minutes?|estimat\w+|search\w*|sections?|factors?|interest|harm|prejudice|reasons?)\b"
)
"""What shows something else than its words name: all but these, or the time that it would take to find them."""
_POINTING = words.content(
    "figures table answer answers breakdown annex appendix schedule follows following shown found totals attached enclosed "
    "year years each available information inform able pleased confirm"
)
_SPOKEN = frozenset({Zone.OPENING, Zone.REPLY, Zone.ANNEX})


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell that says something, the cells that name what it is said of, and what stands over them."""

    value: Passage
    names: tuple[Passage, ...]
    """Cells of the same row, the first of them and those without a figure."""
    over: tuple[Passage, ...]
    """The head of its column and of the first one, and the captions."""
    siblings: tuple[Passage, ...]
    """The other rows of the same table or list."""
    titled: bool
    """Do the captions say what is shown? "The figures are below" does not."""


def read(text: str, lowered: str, paragraphs: Sequence[Paragraph]) -> dict[int, tuple[Entry, ...]]:
    """Return the entries of each row of a table and of each line of a list, by the row's start; none of a table's head."""
    found: dict[int, tuple[Entry, ...]] = {}
    group: list[tuple[Paragraph, list[Passage]]] = []
    above: list[Paragraph] = []
    for part in (*paragraphs, None):
        if part is not None and part.zone is Zone.FURNITURE:
            continue
        cells = _cells(text, lowered, part) if part is not None else None
        if part is not None and cells is not None and (not group or group[0][0].shape is part.shape):
            group.append((part, cells))
            continue
        if group:
            _enter(lowered, group, _captions(lowered, above), found)
            above = [] if part is None or part.shape is not Shape.ROW else above
            group = []
        if part is not None and cells is not None:
            group = [(part, cells)]
        elif part is not None:
            above = [*above[-_ABOVE + 1 :], part]
    return found


def _cells(text: str, lowered: str, part: Paragraph) -> list[Passage] | None:
    if part.zone not in _SPOKEN or part.welsh:
        return None
    if part.shape is Shape.ROW:
        return rows.cells(text, part.body, part.end)
    match = _ENTRY.match(lowered, part.body, part.end) if part.end - part.body <= 110 else None
    if match is None or not _VALUES.search(lowered, match.end(), part.end):
        return None
    return [Passage(part.body, match.end()), Passage(match.end(), part.end)]


def _captions(lowered: str, above: Sequence[Paragraph]) -> list[Passage]:
    """Return the headings and the last sentences above a table that may say what it shows."""
    found = []
    # Of two paragraphs of prose only the nearer belongs to the table.
    prose = [at for at, part in enumerate(above) if part.shape is not Shape.HEADING]
    for part in above[-1:] if len(prose) == _ABOVE else above:
        if part.zone in _SPOKEN:
            said = part.sentences[-1] if part.sentences else Passage(part.start, part.end)
            found.append(said)
    return [one for one in found if not _NO_CAPTION.search(lowered, one.start, one.end)]


def _enter(
    lowered: str,
    group: Sequence[tuple[Paragraph, list[Passage]]],
    captions: Sequence[Passage],
    found: dict[int, tuple[Entry, ...]],
) -> None:
    """Add the entries of one table or list."""
    head = group[0][1] if len(group) > 1 and _is_head(lowered, group) else None
    titled = any(words.content(lowered[one.start : one.end]) - _POINTING for one in captions)
    body = group
    if head is not None:
        found[group[0][0].start] = ()
        body = group[1:]
    for part, cells in body:
        others = tuple(Passage(other.start, other.end) for other, _ in body if other is not part)
        made = []
        for at, value in enumerate(cells[1:], 1):
            names = tuple(
                cell
                for number, cell in enumerate(cells)
                if number != at and (not number or not _VALUES.search(lowered, cell.start, cell.end))
            )
            heads = [head[number] for number in (0, at) if number < len(head)] if head is not None else []
            over = tuple(
                one
                for one in (*heads, *captions)
                if one.start < one.end and not _NO_CAPTION.search(lowered, *_edges(one))
            )
            about = any(_NO_CAPTION.search(lowered, *_edges(one)) for one in names)
            if value.start < value.end and not about:
                made.append(Entry(value, names, over, others, titled))
        found[part.start] = tuple(made)


def _edges(one: Passage) -> tuple[int, int]:
    return one.start, one.end


def _is_head(lowered: str, group: Sequence[tuple[Paragraph, list[Passage]]]) -> bool:
    """Return True where the first row has no figures but years, and a later one has."""
    part = group[0][0]
    if part.shape is not Shape.ROW or _VALUES.search(_YEAR.sub("", lowered[part.body : part.end])):
        return False
    return any(_VALUES.search(lowered, one.start, one.end) for one, _ in group[1:])
