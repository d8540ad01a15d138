"""Telephone numbers and the words beside them: one reading of the text for the three telephone recognizers.

The same digits are a named person's direct line, a mobile or a public switchboard only by their range and their
label, so the three recognizers share this reading and each place in the text has one answer.

Sources: Ofcom, The National Telephone Numbering Plan (ranges); Ofcom, Telephone numbers for use in TV and radio drama
(which libphonenumber rejects, so UK numbers are judged here by range alone); ITU-T E.164 (numbers abroad).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.memo import of_last_text
from recognizers.phone_columns import Entry, entries
from recognizers.phone_labels import REFERENCE, SURE_REFERENCE, label_beside
from recognizers.phone_shapes import (
    BLEEP,
    COLUMN,
    EXTENSION,
    INSIDE,
    LABELLED,
    NUMBER,
    SERVICE,
    SHAPES,
    TAIL,
)
from recognizers.scanned import figures_restored


class Line(Enum):
    """Whose telephone a number rings."""

    DIRECT = "direct"
    MOBILE = "mobile"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Call:
    """One telephone number in a text: half-open character span, whose it is, and the shape that found it."""

    start: int
    end: int
    line: Line
    score: float
    shape: Shape


_MOBILE = re.compile(r"7(?:[1-57-9][0-9]{8}|624[0-9]{6})")
# Area codes that still have some local numbers a digit short.
_SHORT_AREAS = (
    "204|208|254|276|297|298|363|364|384|386|404|420|460|461|480|488|524|527|562|566|606|629|635|647|659|695|697|726|"
    "744|750|768|827|837|884|900|905|935|946|949|963|995"
)
_GEOGRAPHIC = re.compile(rf"1(?:1[3-8]|[2-9][0-9])[0-9]{{7}}|2[03489][0-9]{{8}}|1(?:{_SHORT_AREAS})[0-9]{{5}}")
_OTHER = re.compile(r"(?:3[0347]|5[56]|70|76|8[0-47]|9[0-18])[0-9]{8}|8(?:00|08)[0-9]{6}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DIALLING = re.compile(
    r"(?:\bon|\bat|\bto|\bdial|\bcall|\bring|\btel\w*|\bphone|[0-9]|\()[\s:.,-]{0,3}\Z", re.IGNORECASE
)
_SERVICE_CODE = re.compile(r"101|999|111|112|18000|11[68][0-9]{3}")
_DATE = re.compile(r"\(?[0-9]{1,2}\s?[./-]\s?[0-9]{1,2}\s?[./-]\s?[0-9]{2,4}(?![0-9])|\(?[0-9]{2}\s[0-9]{2}\s(?:19|20)")

_DIGITS = re.compile("[0-9]+")
_FOUR_BEFORE = re.compile(r"(?<![0-9])[0-9]{4}\s\Z")
_GLUED = re.compile(r"[A-Za-z](?![A-Za-z])|[^\W A-Za-z]")
# "01632 960123/4" and "01632 960123 / 960124": the second number written short.
_ALTERNATIVE = re.compile(r"\s?/\s?[0-9]{1,6}(?![\w/-]|[\s.][0-9])")
_BREAK = re.compile(r"\n\s*")

_LINKED = re.compile(r"\s{0,2}(?:or|and|&|/|,|;)\s{0,2}\Z")


@of_last_text
def calls(text: str) -> tuple[Call, ...]:
    """Return every telephone number of a text, in order, none overlapping another.

    The last text's answer is kept, because three recognizers ask for it one after another.
    """
    text = figures_restored(text)
    column = entries(text)
    found = list(_whole_numbers(text, {entry.start: entry.kind for entry in column}))
    for calls_of_shape in (
        _extensions(text), _short_numbers(text, LABELLED), _short_numbers(text, BLEEP) if INSIDE.search(text) else (),
        _short_numbers(text, SERVICE), _column_numbers(column),
    ):  # fmt: skip
        # An extension or a label's digits that lie inside a number already read are that number's, not a second one.
        ends = [c.end for c in found]
        for call in list(calls_of_shape):
            place = bisect_right(ends, call.start)
            if place == len(ends) or found[place].start >= call.end:
                found.insert(place, call)
                ends.insert(place, call.end)
    return tuple(found)


def _extensions(text: str) -> Iterator[Call]:
    for match in EXTENSION.regex.finditer(text):
        lead = match["lead"] is not None
        group = "value" if match["value"] else "x"
        if not lead and not _is_extension(text, match, group):
            continue
        start = match.start() if lead else match.start(group)
        closed = lead and "(" in match["lead"] and text.startswith(")", match.end())
        yield Call(start, match.end() + closed, Line.DIRECT, EXTENSION.score, EXTENSION)


def _is_extension(text: str, match: re.Match[str], group: str) -> bool:
    """Refuse "3 x 4521" and "1920 x1080", which are sums and sizes, "gloves x100", and "extension 12", a building."""
    if len(match[group]) < 3 and "." not in match[0]:
        return False
    if group == "value":
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    # Six figures behind a letter are a reference, and round ones a quantity, unless a word of dialling stands there.
    doubtful = match[group].endswith("00") or len(match[group]) > 5
    return not before[-2:-1].isdigit() and (not doubtful or _DIALLING.search(before) is not None)


def _short_numbers(text: str, shape: Shape) -> Iterator[Call]:
    for match in shape.regex.finditer(text):
        start, end = match.span(match.lastgroup if shape is BLEEP and match.lastgroup else "value")
        digits = re.sub(r"[^0-9]", "", text[start:end])
        if shape is SERVICE or _SERVICE_CODE.fullmatch(digits):
            line = Line.GENERAL
        elif len(digits) > 10 or (match.groupdict().get("bare") and _YEAR.fullmatch(digits)):
            continue
        elif _MOBILE.fullmatch(digits):
            line = Line.MOBILE
        else:
            line = Line.GENERAL if label_beside(text, start, end, 0)[0] == "general" else Line.DIRECT
        yield Call(start, end, line, shape.score, shape)


def _column_numbers(column: Sequence[Entry]) -> Iterator[Call]:
    for entry in column:
        if entry.short:
            line = Line.GENERAL if entry.kind == "general" else Line.DIRECT
            yield Call(entry.start, entry.end, line, COLUMN.score, COLUMN)


def _whole_numbers(text: str, columns: Mapping[int, str]) -> Iterator[Call]:
    position, floor, last = 0, 0, ""
    while match := NUMBER.regex.search(text, position):
        if not _looks_whole(match):
            position = match.start() + 1
            continue
        start, end = _trim(match)
        label, after = label_beside(text, start, end, floor)
        if not label and last and _LINKED.match(text, floor, start):
            label = last
        label = label or columns.get(match.start(), "")
        call = _judge(text, match, start, end, label)
        if call is None:
            position = match.start() + 1
            continue
        yield call
        floor, last, position = max(call.end, after), label, call.end


def _looks_whole(match: re.Match[str]) -> bool:
    """Refuse dates, columns of small figures and numbers glued over more than one line end."""
    value = match[0]
    groups = _DIGITS.findall(value)
    if match["uk"] is None and match["abroad"] is None and len(groups) > 5 and max(map(len, groups)) > 1:
        return False
    # A narrow cell breaks "07700 900 222" twice; short figures under each other are a column of them.
    most = 2 if len(groups) == 3 and min(map(len, groups)) > 2 else 1
    return len(_BREAK.findall(value)) <= most and value.count("/") <= 1 and not _DATE.match(value)


def _trim(match: re.Match[str]) -> tuple[int, int]:
    """Leave out a bracket that stands round the whole number, and a lone digit that follows an old short number."""
    start, end = match.span()
    if match[0].startswith("(") and match[0].count("(") > match[0].count(")"):
        start += 1
    tail = re.search(r"\s[0-9]\Z", match[0])
    nsn = re.sub(r"[^0-9]", "", match["nsn"] or "")
    if tail and len(nsn) == 10 and (_GEOGRAPHIC.fullmatch(nsn[:9]) or _OTHER.fullmatch(nsn[:9])):
        end = match.start() + tail.start()
    return start, end


def _judge(text: str, match: re.Match[str], start: int, end: int, label: str) -> Call | None:
    value = text[start:end]
    # "DE89 3704 0044 0532": the 0044 of an account in groups of four dials no country.
    if value.startswith("00") and _FOUR_BEFORE.search(text, max(0, start - 6), start):
        return None
    tail = TAIL.match(text, end)
    # "07700 900123Email:" is a lost line end; "01632960123A" is a reference.
    if tail is None and _GLUED.match(text, end) and not label:
        return None
    other = None if tail else _ALTERNATIVE.match(text, end)
    reach = tail.end() if tail else other.end() if other else end
    if match["tiny"]:
        return Call(start, end, Line.GENERAL, 0.9, NUMBER)
    if match["nsn"] is None:
        return _abroad(match, start, reach, label)
    groups = _DIGITS.findall(value)
    nsn = re.sub("[^0-9]", "", text[match.start("nsn") : end])
    score = 0.85 if label else NUMBER.score
    if not label and match["uk"] is None:
        if match["bare"] is None and (len(groups[0]) < 3 or len(groups) > 5 or min(map(len, groups)) < 2):
            return None
        telling = REFERENCE if len(groups) == 1 else SURE_REFERENCE
        if telling.search(text, max(0, start - 40), start):
            return None
        if len(groups) == 1:
            if text[max(0, start - 1) : start] in tuple("-/#"):
                return None
            score = 0.6
    if _MOBILE.fullmatch(nsn):
        line = Line.DIRECT if tail else Line.MOBILE
        return Call(start, reach, line, max(score, 0.6 if match["bare"] else 0.9), NUMBER)
    if match["bare"] and not label:
        return None
    if tail or (label in ("direct", "weak") and not _OTHER.fullmatch(nsn)):
        return Call(start, reach, Line.DIRECT, 0.9, NUMBER)
    if label or match["uk"] or _GEOGRAPHIC.fullmatch(nsn) or _OTHER.fullmatch(nsn):
        return Call(start, reach, Line.GENERAL, score, NUMBER)
    return None


def _abroad(match: re.Match[str], start: int, end: int, label: str) -> Call | None:
    import phonenumbers  # loads the numbering plans of the world: only for a text that has such a number

    digits = re.sub("[^0-9]", "", match["abroad"])
    plus = match["abroad"].startswith("+")
    if not plus and not label and match["abroad"].isdigit():
        return None
    try:
        number = phonenumbers.parse("+" + (digits if plus else digits[2:]))
    except phonenumbers.NumberParseException:
        return None
    if not (phonenumbers.is_valid_number(number) or (label and phonenumbers.is_possible_number(number))):
        return None
    return Call(start, end, Line.DIRECT if label in ("direct", "weak") else Line.GENERAL, 0.8, NUMBER)


class PhoneRecognizer(ShapeRecognizer):
    """Report the telephone numbers of one ``LINE``."""

    LINE: ClassVar[Line]
    SHAPES = SHAPES

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,
    ) -> list[RecognizerResult]:
        """Return one result for each number of this line, in order."""
        return [self._result(c.start, c.end, c.score, c.shape) for c in calls(text) if c.line is self.LINE]
