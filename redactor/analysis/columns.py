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
from redactor.analysis.matches import Match
from redactor.analysis.textmap import TextMap
from redactor.model import Segment, Span

_NUMBER = r"(?:no\.?|nos\.?|num(?:ber)?s?|ref(?:erence)?s?|id|#)"
_PLAIN_NAME = r"[^\W\d_][\w'’.-]*(?:[ ,]+[^\W\d_][\w'’.-]*){0,4}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of column: what its heading reads like and what a value in it looks like."""

    entity: str
    heading: re.Pattern[str]
    value: re.Pattern[str]
    score: float
    needs_people: bool = False


def _kind(entity: str, heading: str, value: str, score: float, *, needs_people: bool = False) -> _Kind:
    return _Kind(entity, re.compile(heading, re.IGNORECASE), re.compile(value), score, needs_people)


_KINDS = (
    _kind("COLLAR_NUMBER", rf"(?:collar|shoulder|warrant|officer|epaulette)s?[ ]*{_NUMBER}|(?:collar|warrant)",
          r"[A-Z]{0,3}[ ]?\d{2,6}[A-Z]?", 0.85),
    _kind("COLLAR_NUMBER", r"(?:officer|operator|constable|(?:call[ ]?)?handler|dispatcher|controller|attended[ ]by|oic)",
          r"(?!(?:19|20)\d\d$)\d{3,6}|[A-Z]{1,3}[ ]?\d{3,6}", 0.7),
    _kind("SERVICE_NUMBER", rf"(?:payroll|employee|staff|service|pension|personnel|force)[ ]*{_NUMBER}",
          r"[A-Z]{0,3}[ /-]?\d{3,10}[A-Z]?", 0.8),
    _kind("MOBILE_PHONE", rf"(?:mob(?:ile)?\.?|cell)(?:[ ](?:phone|tel(?:ephone)?))?(?:[ ]*{_NUMBER})?",
          r"\+?[\d(][\d ()-]{5,16}\d", 0.85),
    _kind("DIRECT_DIAL", rf"(?:direct[ ](?:dial|line)|ddi|tel(?:ephone|\.)?|phone|ext(?:ension|n)?\.?|contact)(?:[ ]*{_NUMBER})?",
          r"(?:[Ee]xt(?:n|ension)?\.?[ ]*|x[ ]?)?\+?[\d(][\d ()-]{1,16}\d", 0.8),
    _kind("DATE_OF_BIRTH", r"(?:d\.?o\.?b\.?|date[ ]of[ ]birth|born)",
          r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[ ]\w{3,9}[ ]\d{2,4}", 0.9),
    _kind("UK_VRM", rf"(?:vrms?|vrn|vehicle(?:[ ]reg(?:istration)?)?|reg(?:istration)?(?:[ ]mark)?|index)(?:[ ]*{_NUMBER})?",
          r"[A-Z]{1,3}[ ]?\d{1,4}[ ]?[A-Z]{0,3}|\d{1,4}[ ]?[A-Z]{1,3}", 0.75),
    _kind("CRIME_REFERENCE", rf"(?:crime|incident|log|cad|niche|athena|storm|occurrence)(?:[ ]*{_NUMBER})",
          r"(?:[A-Z]{2,4}[ /-]?)?\d[\dA-Z/ -]{2,18}", 0.6),
    _kind("PERSON", r"(?:surname|forename|first[ ]name|last[ ]name|full[ ]name|officer(?:'s)?(?:[ ]name)?|driver|caller|complainant|victim"
          r"|suspect|witness|informant|(?:name[ ]of[ ])?(?:employee|author|manager|owner|requester|applicant)|staff[ ](?:member|name)"
          r"|contact(?:[ ]name)?|(?:(?:stall|licen[cs]e|permit|account|badge)[ -]?)?holder|(?:employee|manager|author|owner)[ ]name|completed[ ]by|dealt[ ]with[ ]by)", _PLAIN_NAME, 0.75),
    _kind("PERSON", r"names?", _PLAIN_NAME, 0.7, needs_people=True),
)  # fmt: skip
_LINE = re.compile(r"[^\s][^\n]*")
_INDENT = 6.0
"""Points by which a row may begin left of its table's first heading."""
_LONGEST_HEADING = 40
"""Characters."""
_MOST_WHITE = 3.5
"""Line heights of white between two rows beyond which a table has ended."""
_MOST_FOOTER = 3
"""Rows that may follow a table at the foot of a page, or come before its continuation, and be footer and header."""
# Headings of tables about people. Those in the second group stand in tables of places, dogs and firms as well: beside
# them every entry of the column must be two words or more.
_OF_PEOPLE = re.compile(
    r"(?:rank|grade|collar|shoulder|warrant|payroll|employee|job|role|occupation|d\.?o\.?b|date of birth|ext|extension|mobile|"
    r"surname|forename|salary|start date|date joined|joined|officer|staff|relationship|nationality)\b.*",
    re.IGNORECASE,
)
_OF_PEOPLE_OR_THINGS = re.compile(
    r"(?:post|position|title|age|tel|telephone|phone|e-?mail|(?:home )?address|team|gender|sex|department|directorate|company|"
    r"organisation)\b.*",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    r".*\b(?:post ?codes?|breeds?|species|colour|urn|uprn|pupils?|places|capacity|length|schools?|make|model|price|cost|amount|"
    r"wards?|parish|road|street|opened|closed|founded|phase|ofsted|type|area|size|rating|rooms|beds|licen[cs]e|premises|value|"
    r"spend|total|budget|website|url|file|format|head ?teacher|manager|contact)\b.*",
    re.IGNORECASE,
)
# Words that say a name is that of a post, a body or a place. A person may be called Hall, but not in such a column.
_POSTS = frozenset(
    [
        "chief",
        "deputy",
        "assistant",
        "detective",
        "police",
        "constable",
        "sergeant",
        "inspector",
        "superintendent",
        "commander",
        "officer",
        "staff",
        "manager",
        "director",
        "head",
        "team",
        "unit",
        "service",
        "services",
        "department",
        "directorate",
        "operator",
        "controller",
        "supervisor",
        "administrator",
        "clerk",
        "analyst",
        "trainer",
        "member",
        "public",
        "caller",
        "driver",
        "owner",
        "victim",
        "witness",
        "applicant",
        "requester",
        "employee",
        "company",
        "business",
        "council",
        "force",
        "control",
        "room",
        "reception",
        "security",
        "other",
        "others",
        "male",
        "female",
        "adult",
        "child",
        "individual",
        "person",
        "persons",
        "organisation",
        "neighbour",
        "resident",
        "tenant",
        "customer",
        "yes",
        "ongoing",
        "open",
        "closed",
        "pending",
        "name",
        "names",
        "date",
        "time",
        "address",
        "telephone",
        "email",
        "number",
        "reference",
        "description",
        "details",
        "rank",
        "grade",
        "role",
        "post",
        "position",
        "title",
        "outcome",
        "action",
        "reason",
        "comments",
        "notes",
    ]
)
_PLACES = frozenset(
    [
        "school",
        "academy",
        "college",
        "university",
        "primary",
        "secondary",
        "infant",
        "infants",
        "junior",
        "nursery",
        "hospital",
        "surgery",
        "clinic",
        "practice",
        "church",
        "chapel",
        "cathedral",
        "mosque",
        "centre",
        "center",
        "park",
        "hall",
        "house",
        "court",
        "road",
        "street",
        "lane",
        "avenue",
        "close",
        "drive",
        "way",
        "crescent",
        "terrace",
        "gardens",
        "square",
        "place",
        "hill",
        "bridge",
        "station",
        "library",
        "museum",
        "theatre",
        "stadium",
        "airport",
        "farm",
        "cottage",
        "hotel",
        "inn",
        "club",
        "group",
        "trust",
        "limited",
        "ltd",
        "plc",
        "llp",
        "inc",
        "association",
        "society",
        "foundation",
        "charity",
        "solutions",
        "systems",
        "group",
        "holdings",
        "partners",
        "constabulary",
        "authority",
        "borough",
        "county",
        "district",
        "ward",
        "parish",
        "north",
        "south",
        "east",
        "west",
        "upper",
        "lower",
        "st",
        "saint",
        "community",
        "home",
        "care",
    ]
)
# Entries that say there is no value.
_NOTHING = re.compile(
    r"(?:none|n/?a|nil|unknown|not .*|no .*|-+|–|vacan(?:t|cy)|redacted|withheld|various|total|all|anonymous|as above|ditto)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    {"de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "ap", "bin", "ibn", "al", "el", "y"}
)


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
    kinds: tuple[tuple[_Kind, ...], ...]
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
    single = _kinds(texts)
    below = found[at + 1] if at + 1 < len(found) else []
    if (
        below
        and len(below) <= len(row)
        and below[0].top - max(cell.bottom for cell in row) <= 0.6 * below[0].line_height
    ):
        under = {column_of(cell, row): _plain(segment, cell) for cell in below}
        if None not in under and len(under) == len(below):
            both = _kinds([f"{text} {under[at]}" if at in under else text for at, text in enumerate(texts)])
            if both and sum(map(bool, both)) > sum(map(bool, single or ())):
                joined = tuple(
                    _joined(cell, [one for one in below if column_of(one, row) == n]) for n, cell in enumerate(row)
                )
                return _Table(joined, both, list(row)), at + 2
    return (_Table(tuple(row), single, row), at + 1) if single else None


def _kinds(texts: Sequence[str]) -> tuple[tuple[_Kind, ...], ...] | None:
    """Return the kinds of the columns under headings, or None where the texts are no row of headings."""
    if any(len(text) > _LONGEST_HEADING for text in texts) or not all(texts):
        return None
    # "Name:" begins a line of a form, unless all its neighbours are labels with a colon as well.
    colons = sum(text.endswith(":") for text in texts)
    if 0 < colons < len(texts) or any(text[-1] in ";,!" or (text[-1] == "." and text.count(" ") > 2) for text in texts):
        return None
    kinds = [tuple(kind for kind in _KINDS if kind.heading.fullmatch(text.strip(" :*"))) for text in texts]
    if not any(kinds):
        return None
    # A heading row has no values: no figures but years and numbered columns.
    if any(
        re.search(r"\d{3,}", text) and not re.fullmatch(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?", text) for text in texts
    ):
        return None
    for at, found in enumerate(kinds):
        kinds[at] = tuple(kind for kind in found if not kind.needs_people or _are_people(texts, at))
    return tuple(kinds) if any(kinds) else None


def _are_people(texts: Sequence[str], at: int) -> bool:
    """Return whether the neighbours of a bare "Name" say that people are listed."""
    others = [text.strip(" :*") for number, text in enumerate(texts) if number != at]
    if any(_OF_PEOPLE.fullmatch(text) for text in others):
        return not any(re.search(r"\bbreed|species|\burn\b|pupils", text, re.IGNORECASE) for text in others)
    return any(_OF_PEOPLE_OR_THINGS.fullmatch(text) for text in others) and not any(
        _OF_THINGS.fullmatch(text) for text in others
    )


def _joined(heading: Cell, below: Sequence[Cell]) -> Cell:
    for cell in below:
        heading = replace(
            heading, left=min(heading.left, cell.left), right=max(heading.right, cell.right), bottom=cell.bottom
        )
    return heading


def _below(table: _Table, row: Row) -> list[tuple[Cell, tuple[_Kind, ...]]] | None:
    """Return the cells of a row with the kinds of their columns; None where the row is no longer of the table."""
    if table.last:
        bottom = max(cell.bottom for cell in table.last)
        if not -2.0 <= row[0].top - bottom + 0.5 * row[0].line_height <= (_MOST_WHITE + 0.5) * row[0].line_height:
            return None
    left = table.headings[0].left - 4 * _INDENT if len(row) > 1 else table.headings[0].left - _INDENT
    if row[0].left < left:
        return None
    columns = [column_of(cell, table.headings) for cell in row]
    known = [column for column in columns if column is not None]
    if len(set(known)) < len(known):
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


def _matches(text_map: TextMap, segment: Segment, cell: Cell, kinds: Sequence[_Kind], index: int) -> Iterator[Match]:
    """Yield the values of a cell: what it holds in all, else its lines; a name stands on the first of them."""
    if not kinds:
        return
    start, end = text_map.position(Span(segment.id, cell.start, cell.end))
    lines = [(start + line.start(), start + line.end()) for line in _LINE.finditer(text_map.text[start:end])]
    for kind in kinds:
        if _fits(kind, text_map.value(start, end)):
            found = [(start, end)]
        else:
            tried = lines[:1] if kind.entity == "PERSON" else lines
            found = [(a, b) for a, b in tried if len(lines) > 1 and _fits(kind, text_map.value(a, b))]
        for first, last in found:
            yield Match(
                index, first, last, kind.entity, kind.score, "TableColumns",
                "It stands in a table under a heading that says what it is.",
            )  # fmt: skip


def _plain(segment: Segment, cell: Cell) -> str:
    return " ".join(segment.text[cell.start : cell.end].split())


def _fits(kind: _Kind, text: str) -> bool:
    """Return whether a cell's text is a value of the column's kind, and not an entry that says there is none."""
    plain = text.strip()
    if _NOTHING.fullmatch(plain) or kind.value.fullmatch(plain) is None:
        return False
    if kind.entity != "PERSON":
        return True
    words = [word for word in re.split(r"[ ,]+", plain) if word]
    plain_words = [word.strip(".'\u2019").casefold() for word in words]
    if not all(word[:1].isupper() or word.casefold() in _SMALL_WORDS for word in words) or len(plain) <= 2:
        return False
    if any(word in _POSTS for word in plain_words) or all(word in _PLACES for word in plain_words):
        return False
    return not kind.needs_people or (len(words) > 1 and not any(word in _PLACES for word in plain_words))
