"""Read tables down: a bare value under a heading such as "Collar number" is what the heading says.

A recognizer sees one line after another and cannot know what a number in the third row stands under. Here the boxes
of the characters tell: a heading is a cell that reads like a label and has neighbours on its row; its column is what
stands below it in line, row by row, until the table ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.analysis.matches import Match
from redactor.analysis.textmap import TextMap
from redactor.model import Box, Segment, Span, box_of

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
    _kind("PERSON", rf"(?:surname|forename|first[ ]name|last[ ]name|full[ ]name|officer(?:'s)?(?:[ ]name)?|driver|caller|complainant|victim"
          rf"|suspect|witness|informant|(?:name[ ]of[ ])?(?:employee|author|manager|owner|requester|applicant)|staff[ ](?:member|name)"
          rf"|contact(?:[ ]name)?|(?:employee|manager|author|owner)[ ]name|completed[ ]by|dealt[ ]with[ ]by)", _PLAIN_NAME, 0.75),
    _kind("PERSON", r"names?", _PLAIN_NAME, 0.7, needs_people=True),
)  # fmt: skip
_OF_PEOPLE = re.compile(
    r"(?:rank|grade|collar|shoulder|payroll|job|role|post|position|title|d\.?o\.?b|date of birth|age|ext|extension|tel|"
    r"telephone|phone|mobile|e-?mail|address|team|surname|forename|salary|joined|start date|gender|officer)\b.*",
    re.IGNORECASE,
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
class _Cell:
    """A piece of a line between tabs: raw span and box."""

    start: int
    end: int
    text: str
    box: Box

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


def column_matches(text_map: TextMap, *, index: int) -> Iterator[Match]:
    """Yield a match for each value that stands under a telling heading; ``index`` is the text's number."""
    for segment in text_map.segments:
        if segment.page is None:
            continue
        cells = list(_cells(segment))
        for heading in cells:
            kinds = [kind for kind in _KINDS if kind.heading.fullmatch(heading.text.strip(" :*"))]
            row = [c for c in cells if c is not heading and _beside(c, heading)] if kinds else []
            if not row:
                continue
            for kind in kinds:
                if kind.needs_people and not any(_OF_PEOPLE.fullmatch(c.text.strip()) for c in row):
                    continue
                for cell in _below(heading, row, cells):
                    if _fits(kind, cell.text):
                        start, end = text_map.position(Span(segment.id, cell.start, cell.end))
                        if end > start:
                            yield Match(
                                index, start, end, kind.entity, kind.score, "TableColumns",
                                "It stands in a table under a heading that says what it is.",
                            )  # fmt: skip


def _cells(segment: Segment) -> Iterator[_Cell]:
    for piece in re.finditer(r"[^\t\n]+", segment.text):
        text = piece.group()
        start = piece.start() + len(text) - len(text.lstrip())
        end = piece.start() + len(text.rstrip())
        boxes = [box_of(quad) for at in range(start, end) if (quad := segment.quads[at]) is not None]
        if boxes:
            box = (
                min(b[0] for b in boxes),
                min(b[1] for b in boxes),
                max(b[2] for b in boxes),
                max(b[3] for b in boxes),
            )
            yield _Cell(start, end, segment.text[start:end], box)


def _beside(one: _Cell, other: _Cell) -> bool:
    """Return whether two cells share a row: their heights overlap by half, and their widths not at all."""
    overlap = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    apart = one.box[0] >= other.box[2] or other.box[0] >= one.box[2]
    return apart and overlap >= 0.5 * min(one.height, other.height)


def _below(heading: _Cell, row: Sequence[_Cell], cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """Yield the cells of a heading's column from the top down, until the table ends."""
    left = max((c.box[2] for c in row if c.box[2] <= heading.box[0]), default=float("-inf"))
    right = min((c.box[0] for c in row if c.box[0] >= heading.box[2]), default=float("inf"))
    floor = heading.box[3]
    for cell in sorted(cells, key=lambda c: c.box[1]):
        if cell.box[1] < heading.box[3] - 0.5 * heading.height:
            continue
        if cell.box[1] - floor > 3.5 * heading.height:
            break
        middle = (cell.box[0] + cell.box[2]) / 2
        # In line with the heading by an edge or the middle, and between the headings beside it.
        in_line = cell.box[0] < heading.box[2] and heading.box[0] < cell.box[2]
        if in_line and left < middle < right:
            if cell.box[0] <= left or cell.box[2] >= right:
                break
            yield cell
        if left == float("-inf") or cell.box[0] > left:
            floor = max(floor, cell.box[3])


def _fits(kind: _Kind, text: str) -> bool:
    """Return whether a cell's text is a value of the column's kind, and not an entry that says there is none."""
    plain = text.strip()
    if _NOTHING.fullmatch(plain) or kind.value.fullmatch(plain) is None:
        return False
    if kind.entity != "PERSON":
        return True
    words = [word for word in re.split(r"[ ,]+", plain) if word]
    return all(word[:1].isupper() or word.casefold() in _SMALL_WORDS for word in words) and len(plain) > 2
