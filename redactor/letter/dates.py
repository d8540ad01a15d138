"""Dates as UK letters write them: 31/07/2024, 31 July 2024, Wednesday 31st July, July 31 2024, 2024-07-31."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from redactor.letter.model import DateMention, DateProblem, DateRole, Field, Paragraph, Shape, Zone

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

_REQUESTED = re.compile(
    r"(?:\b(?:request|e-?mail|letter|correspondence|enquiry|application|message|form)\b[^.;]{0,60}?\b(?:dated|of|on|sent(?:\son)?|made(?:\son)?|submitted(?:\son)?)|"
    r"\b(?:you\s(?:wrote|asked|e-?mailed|sent|submitted|made|contacted|requested)|dated|sent\sto\sus|was\s(?:sent|made|submitted))\b[^.;]{0,50}?(?:\bon)?|"
    r"\bdate\sof\s(?:your\s)?request:?|\b(?:request|e-?mail|letter|enquiry|application)\s\()\s{0,2}$"
)
_RECEIVED = re.compile(
    r"\b(?:received|receipt|reached\s(?:us|this|the)|arrived|came\sto\sus|logged|registered)\b(?:(?!\b(?:answered|replied|responded|refused|sent|reply|response)\b)[^.;]){0,60}?$|\breceived\s?:?\s*$"
)
_ANSWERED = re.compile(
    r"\b(?:(?:we|council|trust|university|department|authority|force|board|association|college|constabulary|and|it)\s(?:\w+\s)?(?:replied|responded|answered|refused|wrote\sback)\b|"
    r"(?:our|its|the)\s(?:original\s|first\s|initial\s)?(?:response|reply|refusal|decision|answer)\s(?:\w+\s){0,3}?(?:of|dated|on)\b)[^.;]{0,30}$"
)
_CLARIFIED = re.compile(r"\bclarif\w*[^.;]{0,80}$")
_PROMISED = re.compile(
    r"\b(?:by|before|until|no\slater\sthan|not\slater\sthan)\s(?:the\s)?(?:end\sof\s)?$|"
    r"\b(?:deadline|due(?:\sdate)?|target|expect|aim|respond|reply|extend(?:ed)?|estimate[sd]?|new\sdate)\b[^.;]{0,50}\b(?:by|on|to|until|is|of|before|for|:)\s(?:the\s)?$"
)
_REVIEW = re.compile(r"\b(?:internal\s)?review\b(?:(?!\b(?:response|decision|reply|letter)\b)[^.;]){0,60}$")
_SENT_LABEL = re.compile(
    r"(?:date(?!\sof\s(?!(?:this\s)?(?:letter|response|reply|issue|decision|notice)))|dated|date\s(?:issued|sent)|our\sdate|issued|response\sdate|sent|dyddiad)\b"
)
_YOU_SENT = re.compile(
    r"^[^.;]{0,12}\s?(?:you|your)\b[^.;]{0,40}\b(?:sent|asked|wrote|requested|e-?mailed|submitted|made|contacted|email|request)\b"
)
_WE_HAD = re.compile(
    r"^[^.;]{0,12}\s?(?:we|i|the\s\w+)\b[^.;]{0,30}\breceived\b|^[^.;]{0,30}\b(?:was|were)\s(?:first\s)?received\b(?!\s(?:by\s\w+\s)?(?:on\s)?(?:\w+day\s)?\d)"
)
# "of 3 March, received on 4 March" has a day of its own for the receipt.
_CAME = re.compile(
    r"[^.;]{0,6}\b(?:and\s)?(?:which\s(?:was|we)\s)?received\b(?!\s(?:by\s\w+\s)?(?:on\s)?(?:\w+day\s)?\d)"
)
_REVIEW_ASKED = re.compile(r"^[^.;]{0,12}\s?(?:you|your)\b[^.;]{0,60}\breview\b")
_REACH = 110
_VERB = re.compile(
    r"(?:\b(?:and|but|then|while|which|who|to\swhich)\b|,)[^.;]{0,60}\b(?:\w+ed|sent|wrote|gave|came|made|was|were|is)\b"
)
_CALLED_DATE = re.compile(r"\b(?:date[ds]?|on|by|received|sent|until|before|after|from|since)[\s:]*$")
_DATE_LABEL = re.compile(
    r"(?:[a-z'/]+\s){0,3}?(?:date|dated|sent|issued|received|receipt|came\sin|due|date\sof\s[\w\s]{2,30}|requested|answered)(?:\s(?:on|by|in|out|received|sent|issued|request|reply|response|letter|of\s\w+)){0,3}\s?:?"
)
_WE_ANSWERED = re.compile(
    r"\b(?:we|date|day)\s(?:\w+\s)?(?:replied|answered|responded|wrote)\b|^(?:answered|replied|responded)\b|\bof\s(?:our\s|this\s)?(?:reply|answer|response)\b"
)
_YOU_ASKED = re.compile(r"\byou\s(?:wrote|asked|requested|e-?mailed|contacted)\b")
_CAME_IN = re.compile(r"\bcame\sin\b|\breceiv|\breceipt")
_ALONE = re.compile(
    r"(?:\w+day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}\.?,?\s\d{2,4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|[a-z]{3,9}\s\d{1,2},?\s\d{4})"
)


def read(lowered: str, paragraphs: Sequence[Paragraph], fields: Sequence[Field]) -> tuple[DateMention, ...]:
    """Return every date of the letter with what it is the date of."""
    starts = [part.start for part in paragraphs]
    found = []
    columns = _columns(lowered, paragraphs)
    last = 0
    for start, end, value, other, problem in _written(lowered):
        at = bisect_right(starts, start) - 1
        part = paragraphs[at] if at >= 0 else None
        zone = part.zone if part else Zone.HEADER
        role = columns.get(part.start) if part is not None else None
        role = role or _role(lowered, part, start, end, fields, last)
        last = end
        found.append(DateMention(start, end, value, role, zone, other, problem))
    whole = tuple(_with_own_date(found, lowered))
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
        role = _role(lowered, paragraphs[at], match.start(), match.end(), (), 0)
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


def _columns(lowered: str, paragraphs: Sequence[Paragraph]) -> dict[int, DateRole]:
    """Return the roles of heading lines that are a date alone, by labels that stand in a block of lines above them.

    "Received" and "Issued", one below the other, and then two dates: a table whose columns came out one by one.
    """
    found: dict[int, DateRole] = {}
    waiting: list[DateRole] = []
    for part in paragraphs:
        if part.zone is not Zone.HEADER:
            if part.zone is not Zone.FURNITURE:
                break
            continue
        line = lowered[part.start : part.end]
        if _DATE_LABEL.fullmatch(line):
            role = _by_label(line.strip(" \t:"))
            waiting.append(DateRole.RECEIVED if role is DateRole.OTHER and _CAME_IN.search(line) else role)
        elif waiting and _ALONE.fullmatch(line):
            found[part.start] = waiting.pop(0)
    return found


def _role(lowered: str, part: Paragraph | None, start: int, end: int, fields: Sequence[Field], last: int) -> DateRole:
    """Return what a date is the date of, by its label or by the words before and after it; ``last`` ends the one before."""
    if part is None or part.zone in {Zone.REQUEST, Zone.FURNITURE}:
        return DateRole.OTHER
    for field in fields:
        if field.value.start <= start < field.value.end:
            role = _by_label(lowered[field.label.start : field.label.end])
            # What an annex dates is its own matter.
            return DateRole.OTHER if part.zone is Zone.ANNEX else role
    label = lowered[part.start : start].strip(" \t:")
    if part.shape is Shape.ROW and part.zone is Zone.OPENING and _DATE_LABEL.fullmatch(label):
        # A letter without a greeting begins with its table of dates.
        return _by_label(label)
    before = lowered[max(part.start, start - _REACH) : start]
    after = lowered[end : min(part.end, end + _REACH)]
    if part.zone is Zone.HEADER:
        alone = not before.strip(" \t:-") and not after.strip(" \t.")
        return DateRole.SENT if alone else _by_label(before)
    if part.zone not in {Zone.OPENING, Zone.REPLY}:
        return DateRole.OTHER
    before = before[before.rfind(". ") + 1 :]
    if start - len(before) < last < start and _VERB.search(lowered, last, start):
        # "received on 1 May and answered on 3 June": the second has a verb of its own.
        before = lowered[last:start]
    if _ANSWERED.search(before):
        return DateRole.ANSWERED
    if _CLARIFIED.search(before):
        return DateRole.CLARIFIED
    if _PROMISED.search(before) and not _REQUESTED.search(before):
        return DateRole.PROMISED
    if _RECEIVED.search(before) or _WE_HAD.match(after):
        return DateRole.RECEIVED
    if part.zone is Zone.OPENING or "your" in before or "you" in before or "request" in before:
        if _REVIEW.search(before) or _REVIEW_ASKED.match(after):
            return DateRole.REVIEW
        if "review" in before:
            return DateRole.OTHER
        if _REQUESTED.search(before) or (before.strip() in {"on", ""} and _YOU_SENT.match(after)):
            return DateRole.RECEIVED if _CAME.match(after) else DateRole.REQUESTED
    if before.strip() in {"on", ""} and _YOU_SENT.match(after):
        return DateRole.REQUESTED
    return DateRole.OTHER


def _by_label(label: str) -> DateRole:
    label = label.strip(" \t:-")
    if "receiv" in label or "receipt" in label:
        return DateRole.RECEIVED
    if "due" in label or "deadline" in label or "target" in label:
        return DateRole.PROMISED
    if _WE_ANSWERED.search(label):
        return DateRole.SENT
    if "request" in label or "your" in label or _YOU_ASKED.search(label):
        return DateRole.REQUESTED
    return DateRole.SENT if _SENT_LABEL.match(label) or not label else DateRole.OTHER


def _with_own_date(found: list[DateMention], lowered: str) -> Iterator[DateMention]:
    """Yield the dates; a letter that has its date on a line of its own under the salutation or signature has it there."""
    has_own = any(mention.role is DateRole.SENT for mention in found)
    for mention in found:
        if not has_own and mention.role is DateRole.OTHER and mention.zone in {Zone.OPENING, Zone.CLOSE, Zone.HEADER}:
            line_start = lowered.rfind("\n", 0, mention.start) + 1
            line_end = lowered.find("\n", mention.end)
            line_end = len(lowered) if line_end < 0 else line_end
            rest = (lowered[line_start : mention.start] + lowered[mention.end : line_end]).strip(" \t:,.-")
            if not rest or _SENT_LABEL.fullmatch(rest) or mention.zone is Zone.HEADER:
                has_own = True
                yield DateMention(
                    mention.start,
                    mention.end,
                    mention.value,
                    DateRole.SENT,
                    mention.zone,
                    mention.other,
                    mention.problem,
                )
                continue
        yield mention
