"""Dates as UK letters write them: 31/07/2024, 31 July 2024, Wednesday 31st July, July 31 2024, 2024-07-31."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from redactor.letter import dateroles
from redactor.letter.model import DateMention, DateProblem, DateRole, Field, Paragraph, Zone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?\s{1,3}(?:the\s)?)?"
_YEAR = r"(?P<year>(?:1[5-9]|2\d)\d\d|'?\d\d(?![\d:/]))(?![\d/])"
_WORDED = re.compile(
    rf"{_WEEKDAY}\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s{{0,2}}(?:day\s)?(?:of\s)?[-,]?\s?{_MONTH}[,\s-]{{1,3}}{_YEAR}"
)
_AMERICAN = re.compile(
    rf"{_WEEKDAY}\b{_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<year>(?:1[5-9]|2\d)\d\d)\b"
)
_FIGURES = re.compile(
    rf"{_WEEKDAY}(?<![\d/.-])(?P<day>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<month>\d{{1,2}})\s?(?P=sep)\s?(?P<year>(?:1[5-9]|2\d)\d\d|\d\d)(?![\d]|[/.-]\d)"
)
_NO_YEAR = re.compile(rf"\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?![,\s-]{{1,3}}'?\d\d)")
_ISO = re.compile(r"(?<![\d/.-])(?P<year>(?:1[5-9]|2\d)\d\d)-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_MONTH_GATE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")

_CALLED_DATE = re.compile(r"\b(?:date[ds]?|on|by|received|sent|until|before|after|from|since)[\s:]*$")


def read(lowered: str, paragraphs: Sequence[Paragraph], fields: Sequence[Field]) -> tuple[DateMention, ...]:
    """Return every date of the letter with what it is the date of."""
    starts = [part.start for part in paragraphs]
    found: list[DateMention] = []
    inside: list[Paragraph | None] = []
    columns = dateroles.columns(lowered, paragraphs)
    last = 0
    for start, end, value, other, problem in _written(lowered):
        at = bisect_right(starts, start) - 1
        part = paragraphs[at] if at >= 0 else None
        zone = part.zone if part else Zone.HEADER
        role = columns.get(part.start) if part is not None else None
        role = role or dateroles.role(lowered, part, start, end, fields, last)
        last = end
        inside.append(part)
        found.append(DateMention(start, end, value, role, zone, other, problem))
    whole = tuple(dateroles.with_own_date(dateroles.settled(lowered, inside, found), lowered))
    return tuple(sorted((*whole, *_without_year(lowered, paragraphs, starts, whole)), key=lambda one: one.start))


def _without_year(
    lowered: str, paragraphs: Sequence[Paragraph], starts: Sequence[int], found: Sequence[DateMention]
) -> Iterator[DateMention]:
    """Yield the days of the request that have no year, where no other day says when it came: the last before the letter."""
    sent = next((one.value for one in found if one.role is DateRole.SENT and one.value is not None), None)
    if sent is None or any(one.role in {DateRole.REQUESTED, DateRole.RECEIVED} for one in found):
        return
    for month in _MONTH_GATE.finditer(lowered):
        match = _NO_YEAR.search(lowered, max(0, month.start() - 12), min(len(lowered), month.end() + 12))
        at = bisect_right(starts, month.start()) - 1
        if match is None or match.start("month") != month.start() or at < 0 or paragraphs[at].zone is not Zone.OPENING:
            continue
        role = dateroles.role(lowered, paragraphs[at], match.start(), match.end(), (), 0)
        number, day = _MONTHS.index(match["month"][:3]) + 1, int(match["day"])
        value = _day(sent.year, number, day)
        value = _day(sent.year - 1, number, day) if value is not None and value > sent else value
        if role in {DateRole.REQUESTED, DateRole.RECEIVED} and value is not None:
            yield DateMention(match.start(), match.end(), value, DateRole.REQUESTED, paragraphs[at].zone, None, None)
            return


def _written(lowered: str) -> list[tuple[int, int, date | None, date | None, DateProblem | None]]:
    """Return every date as written, in order, without overlaps."""
    found = [_of(match) for match in _ISO.finditer(lowered)]
    found += [_of(match) for match in _FIGURES.finditer(lowered) if _may_be_date(lowered, match)]
    for month in _MONTH_GATE.finditer(lowered):
        # From the month's name outwards: few places have one.
        low = max(0, month.start() - 30)
        for match in _WORDED.finditer(lowered, low, min(len(lowered), month.end() + 20)):
            if match.start("month") == month.start():
                found.append(_of(match))
        american = _AMERICAN.search(lowered, max(0, month.start() - 12), min(len(lowered), month.end() + 25))
        if american and american.start("month") == month.start():
            found.append(_of(american))
    found.sort(key=lambda one: (one[0], -one[1]))
    kept: list[tuple[int, int, date | None, date | None, DateProblem | None]] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _may_be_date(lowered: str, match: re.Match[str]) -> bool:
    """Return False for three figures that can be no day either way and that nothing calls one: a version, a reference."""
    day, month = int(match["day"]), int(match["month"])
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    if _day(year, month, day) or _day(year, day, month):
        return True
    before = lowered[max(0, match.start() - 30) : match.start()]
    if before[-1:].isalpha():
        return False
    plausible = 0 < day <= 31 and 0 < month <= 12 and (match["sep"] == "/" or len(match["year"]) == 4)
    return plausible or bool(_CALLED_DATE.search(before))


def _of(match: re.Match[str]) -> tuple[int, int, date | None, date | None, DateProblem | None]:
    groups = match.groupdict()
    written = groups["year"].lstrip("'")
    year = int(written) + (2000 if len(written) == 2 else 0)
    day, month = int(groups["day"]), groups["month"]
    figures = month.isdigit()
    number = int(month) if figures else _MONTHS.index(month[:3]) + 1
    value = _day(year, number, day)
    other = None
    if figures and groups.get("sep", "-") != "-" and day <= 12 and day != number:
        other = _day(year, day, number)
    if value is None:
        return (*match.span(), None, other or (_day(year, day, number) if figures else None), DateProblem.IMPOSSIBLE)
    weekday = groups.get("weekday")
    wrong = bool(weekday) and _DAYS.index(weekday[:3]) != value.weekday() if weekday else False
    return (*match.span(), value, other, DateProblem.WEEKDAY if wrong else None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
