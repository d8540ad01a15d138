"""L126 small-number: a table counts fewer than five people or cases in one cell.

Why: beside a place, an age or an offence, "2" can tell a neighbour who is meant.
Fix: judge whether anybody can be known from it with what is public; band the figures ("fewer than 5") where so.
Source: section 40(2) of the Freedom of Information Act 2000; ICO guidance on anonymisation (2025) on small numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Cell, Letter, Shape, Table
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The information is held.\n{}\nYours sincerely"
)
EXAMPLES = (
    _HEAD.format("Ward\tVictims\nEastgate\t2\nNewland\t17\nPorters Hill\t31"),
    _HEAD.format("Officer rank\tDismissed\nConstable\t14\nSergeant\t3\nInspector\t1"),
)
COUNTER_EXAMPLES = (
    _HEAD.format("Ward\tVictims\nEastgate\t22\nNewland\t17\nPorters Hill\t31"),
    _HEAD.format("Vehicle\tWheels\nBicycle\t2\nCar\t4\nVan\t4"),
)

_PEOPLE = re.compile(
    r"\b(?:victims?|persons?|people|pupils?|students?|households?|famil(?:y|ies)|evict\w+|tenanc(?:y|ies)|patients?|officers?|staff|employees?|suspects?|offend\w+|arrests?|complain\w+|"
    r"deaths?|child(?:ren)?|residents?|tenants?|applicants?|claimants?|dismiss\w+|sick\w*|suicides?|offences?|incidents?|cases?|"
    r"crimes?|convict\w+|cautions?|injur\w+|casualt\w+|wound\w+|firefighters?|drivers?|nurses?|doctors?|teachers?|governors?|constables?|volunteers?|workers?|assaults?|rapes?|referrals?|detain\w+|prisoners?|inmates?|births?|admissions?|diagnos\w+|"
    r"men|women|males?|females?|gender|sex|ethnic\w*|age|aged|religion|disab\w+|ranks?|headcount|fte)\b",
    re.IGNORECASE,
)
_PLACE_OR_KIND = re.compile(
    r"\b(?:wards?|areas?|stations?|districts?|schools?|streets?|postcodes?|towns?|villages?|parish\w*|divisions?|departments?|"
    r"ranks?|offences?|ages?|gender|sex|ethnicity|religion|sites?|wings?|units?|teams?|hospitals?|locations?|boroughs?|forces?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?:how many|number of|\d+|no)\s(?:[\w-]+\s){{0,2}}?(?:{_PEOPLE.pattern})", re.IGNORECASE)
"""People or cases counted, in the words above a table whose head names only places or reasons."""
_ABOVE = 3


@letter_rule("L126", Severity.REVIEW)
def small_number(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield one hit a table that counts one to four people or cases by place, rank or kind."""
    for table in letter.tables:
        small = tuple(_small(table)) if _counts_people(letter, table) else ()
        if small:
            places = "place" if len(small) == 1 else f"{len(small)} places"
            said = f"A table counts fewer than five people or cases in {places}."
            yield Hit(said, ranges=tuple((cell.start, cell.end) for cell in small[:12]))


def _counts_people(letter: Letter, table: Table) -> bool:
    """Return whether words in the heading, the title or the first column speak of people and of what parts them."""
    head = " ".join(letter.value(cell) for cell in table.rows[0]) if table.rows else ""
    title = letter.value(table.title) if table.title else ""
    first = " ".join(letter.value(row[0]) for row in table.rows if row)
    words = f"{head} {title}"
    people = any(map(_PEOPLE.search, (words, first, _question(letter, table)))) or _COUNTED.search(
        _before(letter, table)
    )
    return bool(people) and bool(_PLACE_OR_KIND.search(f"{words} {first}"))


def _before(letter: Letter, table: Table) -> str:
    """Return the paragraphs that lead into a table, from the question on."""
    above = [part for part in letter.paragraphs if part.end <= table.start and part.shape is not Shape.ROW]
    return " ".join(letter.value(part) for part in above[-_ABOVE:])


def _question(letter: Letter, table: Table) -> str:
    """Return the question that a table answers; "" where it is not known to answer one alone."""
    asked = {at for one in letter.answers if one.start <= table.start < one.end for at in one.questions}
    return " ".join(letter.value(letter.questions[at]) for at in asked) if len(asked) == 1 else ""


def _small(table: Table) -> Iterator[Cell]:
    for row in table.rows[1:] if table.header else table.rows:
        for cell in row[1:]:
            if cell.number is not None and 0 < cell.number < 5 and cell.number == int(cell.number):
                yield cell
