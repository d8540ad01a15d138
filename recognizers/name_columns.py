"""Names in the columns of a table: the cells that stand under "Officer", or beside cells in which people were read.

In a cell there is no sentence for the name model to go by. What tells is the column: its heading, and its other cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from recognizers.name_shapes import is_not_name
from recognizers.named_after import DOUBTFUL
from recognizers.ordinary import ordinary_words, times_and_places

_MOST_WORDS: Final = 4
_FEWEST_CELLS: Final = 2
# Headings of columns in which people stand; below those of the second group other things stand as well. Weekdays head a rota.
_PEOPLE: Final = frozenset(
    """
    surname forename officer officers employee manager supervisor caseworker driver drivers owner author holder deputy detainee
    prisoner patient nurse doctor teacher pupil student tenant claimant applicant requester complainant victim suspect
    witness informant caller warden keeper interviewer signatory oic sio mother father parent guardian carer spouse husband wife
    son daughter child brother sister sibling friend neighbour referee resident occupier occupant householder passenger rider
    handler assessor trainer trainee mentor tutor volunteer steward marshal keyworker nominee candidate proposer seconder
    beneficiary counsel translator interpreter
    """.split()  # noqa: SIM905
)
_PERHAPS_PEOPLE: Final = frozenset(
    """
    name names staff reviewer reserve contact lead chair secretary clerk operator crew guard member members attendee attendees
    who whom by assigned allocated reporter approver cover buddy operative technician engineer inspector coach captain clinician
    consultant dentist judge usher speaker presenter facilitator host guest visitor participant delegate mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday
    friday saturday sunday
    """.split()  # noqa: SIM905
)
_SURE: Final = 0.6
_ACTED_ON: Final = 0.5
"""Score from which the packs act on a name."""
# What fills a cell of a rota or a list where nobody's name stands.
_NOBODY: Final = frozenset(
    "off closed open leave holiday sick rest cover spare free relief agency bank shift early late night day empty pending lunch".split()  # noqa: SIM905
)
_THINGS: Final = frozenset(
    """
    ward wards area areas site sites category item items stock room rooms building vessel ship boat product species breed brand
    model region district division beat sector borehole location locations venue place asset system server host box type
    ethnicity group crop year month make town station depot camera device equipment
    """.split()  # noqa: SIM905
)

_LONE = re.compile(r"[^\W\d_][^\W\d_A-Z]+(?:['’-][^\W\d_]+)?")

Place = tuple[int, int, float]
"""Half-open place of a name, and its score from 0 to 1."""


def column_mates(text: str, found: Sequence[Place]) -> Iterator[Place]:
    """Yield the cells of a table that are people's by their column: its heading says so, or the cells beside them do."""
    rows = _rows(text)
    scores: dict[tuple[int, int], float] = {}
    for start, end, score in found:
        scores[start, end] = max(score, scores.get((start, end), 0.0))
    for first, last in _tables(rows):
        columns = list(zip_longest(*(rows[number] for number in range(first, last)), fillvalue=(0, 0)))
        named = [sum(cell in scores for cell in column) for column in columns]
        for number, (column, here) in enumerate(zip(columns, named, strict=True)):
            # What stands on the left of two columns is a label, whatever the first of the labels says.
            if number or here or len(columns) > 2:
                yield from _of_column(text, column, scores, among_people=sum(named) > here, here=here)


def _of_column(
    text: str,
    cells: Sequence[tuple[int, int]],
    scores: Mapping[tuple[int, int], float],
    *,
    among_people: bool,
    here: int,
) -> Iterator[Place]:
    """Yield the cells of one column that are people's and were not found.

    Args:
        text: the text.
        cells: places of the column's cells, its heading or first cell first.
        scores: places of the people found in the text, and how surely.
        among_people: people were found in another column of the same table.
        here: how many were found in this one.
    """
    words = [text[start:end].replace(",", " ").split() for start, end in cells]
    full = [scores[cell] for cell, own in zip(cells, words, strict=True) if cell in scores and len(own) > 1]
    # What stands again below is no heading: "Operative", "Operative", "Driver" are posts.
    headed = is_heading_of_people(words[0]) and words[0] not in words[1:]
    trust = _SURE if _says(words[0], _PEOPLE) else DOUBTFUL
    body = [own for own in words[1:] if own]
    all_full = among_people and len(body) > 1 and all(may_be_name(own) and not _is_ordinary(own) for own in body)
    lone = headed or 2 * here >= len(body) > 1
    # Under "Cover", beside cells in which people were read, "Will" and "Jo" are people too.
    peopled = (
        sum(any(start <= low and high <= end for low, high in scores) for start, end in cells[1:]) if headed else 0
    )
    any_word = peopled > 1
    alike = Counter(_shape(words[n]) for n, cell in enumerate(cells) if cell in scores and len(words[n]) > 1)
    for number, (cell, own) in enumerate(zip(cells, words, strict=True)):
        if cell in scores:
            continue
        if full and may_be_name(own):
            yield *cell, _SURE if sum(score >= _ACTED_ON for score in full) > 1 else trust
        elif number and len(own) > 1 and alike[_shape(own)] > 1 and any(map(may_be_part, own)):
            yield *cell, DOUBTFUL
        elif number and (
            ((headed or all_full) and may_be_name(own) and not _is_ordinary(own))
            or (lone and len(own) == 1 and _may_be_lone_name(own[0]))
        ):
            yield *cell, trust
        elif number and any_word:
            yield from ((*place, DOUBTFUL) for place in _singles(text, *cell) if place not in scores)


def _shape(words: Sequence[str]) -> tuple[str, ...]:
    """Return how the words of a cell are written: "WARD Lucy" is like "NKOSI Abel" and like nothing else."""
    return tuple("AA" if word.isupper() else "Aa" if word.istitle() else "?" for word in words)


def _singles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a cell that holds one name, or several with signs between them: "Jo", "Will + Jo", "Jo / Bea"."""
    parts = list(re.finditer(r"[^+/&,;]+", text[start:end]))
    spans = [(m.start() + start + len(m.group()) - len(m.group().lstrip()), m.group().strip()) for m in parts]
    if all(_LONE.fullmatch(word) and word.casefold() not in _NOBODY and not is_not_name(word) for _, word in spans):
        yield from ((low, low + len(word)) for low, word in spans)


def under_things(text: str, found: Sequence[Place]) -> frozenset[tuple[int, int]]:
    """Return the places of lone words that open a cell under a heading of things: "Rowan" under "Ward"."""
    lone = {start: (start, end) for start, end, _ in found if text[start:end].isalpha()}
    rows = _rows(text) if lone else {}
    places: set[tuple[int, int]] = set()
    for first, last in _tables(rows):
        for low, high in rows[first]:
            heading = text[low:high].split()
            if heading and not is_heading_of_people(heading) and _THINGS.intersection(map(str.casefold, heading)):
                column = rows[first].index((low, high))
                cells = (rows[number][column] for number in range(first + 1, last) if column < len(rows[number]))
                places.update(lone[start] for start, end in cells if start in lone and _opens(text, lone[start], end))
    return frozenset(places)


def _opens(text: str, place: tuple[int, int], end: int) -> bool:
    """Say whether a place fills its cell, or all of it before a bracket."""
    return place[1] == end or text.startswith(" (", place[1])


def _tables(rows: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Yield the first line and the line after the last of each run of lines with as many cells as the first.

    Of three cells and more the last may be missing: what is empty at the end of a line is not always written.
    """
    end = -1
    for number in rows:
        if number < end:
            continue
        width, end = len(rows[number]), number + 1
        least = width - 1 if width > _FEWEST_CELLS else width
        while least <= len(rows.get(end, ())) <= width:
            end += 1
        if end > number + 1:
            yield number, end


def is_heading_of_people(heading: Sequence[str]) -> bool:
    """Say whether a column's heading says that people stand below it: "Officer", "Line manager", "Mon"."""
    return _says(heading, _PEOPLE) or _says(heading, _PERHAPS_PEOPLE)


def _says(heading: Sequence[str], words: frozenset[str]) -> bool:
    return 0 < len(heading) <= _MOST_WORDS and any(word.strip(".:()").casefold() in words for word in heading)


def _is_ordinary(words: Sequence[str]) -> bool:
    return any(word.casefold() in ordinary_words() for word in words)


def _may_be_lone_name(word: str) -> bool:
    if word.casefold() in _NOBODY:
        return False
    return (
        len(word) > 2
        and word[0].isupper()
        and word.replace("-", "").replace("'", "").replace("’", "").isalpha()
        and may_be_part(word)
    )


def _rows(text: str) -> dict[int, list[tuple[int, int]]]:
    """Return the cells of each line that has a tab, by the line's number, without the blanks around them."""
    rows: dict[int, list[tuple[int, int]]] = {}
    if "\t" not in text:
        return rows
    at = 0
    for number, line in enumerate(text.split("\n")):
        if "\t" in line:
            low = at
            for cell in line.split("\t"):
                lead = len(cell) - len(cell.lstrip())
                rows.setdefault(number, []).append((low + lead, low + lead + len(cell.strip())))
                low += len(cell) + 1
        at += len(line) + 1
    return rows


def may_be_part(word: str) -> bool:
    """Say whether a word may be a part of a name: none of posts and bodies, no ordinary word, no place."""
    plain = word.casefold()
    return not is_not_name(word) and plain not in ordinary_words() and plain not in times_and_places()


def may_be_name(words: Sequence[str]) -> bool:
    """Say whether two to four capitalised words may be a person: none is of posts and firms, not all are places."""
    if not 2 <= len(words) <= _MOST_WORDS or any(map(is_not_name, words)):
        return False
    if not all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words):
        return False
    return not any(word.casefold() in times_and_places() for word in words)
