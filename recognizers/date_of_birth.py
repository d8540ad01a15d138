"""DATE_OF_BIRTH: a date that a label or an age says is somebody's birth."""

from __future__ import annotations

import re
from datetime import date

from recognizers.base import Shape
from recognizers.labels import LABELLED, SCANNED, Label, LabelledRecognizer, label
from recognizers.table_text import heading_over

EXAMPLES = ("DOB: 12/03/1990", "born on 1st March 1985", "aged 34 (12/03/1990)", "Date of birth 1990-03-12")
COUNTER_EXAMPLES = ("DOB: 31/02/1990", "Date: 12/03/1990", "born in 1990", "The newborn unit opened 12/03/1990")

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - a table reads best as words
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_YEAR = r"(?:1[89][0-9]{2}|20[0-9]{2}|'?[0-9]{2})"
_SEP = r"\s{0,2}[-/.\s]\s{0,2}"
_DATE = (
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?[-/.,\s]{{0,3}}(?:day\s)?(?:of\s)?{_MONTH}\.?[-/.,\s]{{0,3}}{_YEAR}"
    rf"|{_MONTH}\.?\s{{1,2}}[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}"
    rf"|(?:18|19|20)[0-9]{{2}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}"
    rf"|[0-9]{{1,2}}{_SEP}[0-9]{{1,2}}{_SEP}{_YEAR}"
    r"|[0-9]{8}|[0-9]{6})(?!\w|[/-][0-9])"
)
# Beside a label a scanned digit may have become a letter, and a part of the date may be left out.
_SCANNED_DATE = r"[0-9OIil]{1,2}(?:/[0-9OIil]{1,2}/|\.[0-9OIil]{1,2}\.|-[0-9OIil]{1,2}-)(?:[12][0-9OIil]{3}|[0-9OIil]{2})(?!\w|[/-][0-9])"
_PART = (
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|{_MONTH}\s(?:19|20)[0-9]{{2}}|(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{{2}})"
    r"(?!\w|[/-][0-9]|\s[0-9])"
)
_PIECES = re.compile(rf"[0-9]+|{_MONTH}", re.IGNORECASE)
_NAMED_MONTH = re.compile(_MONTH, re.IGNORECASE)


def _labelled(body: str) -> re.Pattern[str]:
    """Compile a date to be read beside a label; "DOB12/03/1990" has nothing between."""
    return re.compile(rf"(?<![0-9/.£$€])(?P<value>{body})", re.IGNORECASE)


class DateOfBirthRecognizer(LabelledRecognizer):
    """Match real calendar dates beside a birth label or an age."""

    ENTITY = "DATE_OF_BIRTH"
    LABEL = label(
        r"D\.?\s?O\.?\s?B\.?'?s?|d/o/b|dates? of birth|birth ?-?(?:dates?|days?)|born(?: on)?",
        cues="birth|births|birthday|birthdate|born|dob|dobs|d.o.b|d/o/b|d o b|d.o b",
    )
    AGE = label(r"age|aged", cues="age|aged|ages|dob|d.o.b|birth")
    ALONE = frozenset({"b."})
    SHAPES = (
        Shape(
            "b.",
            re.compile(rf"(?:[(,]\s?b\.?|\w\sb\.)\s{{0,2}}(?P<value>{_DATE})", re.IGNORECASE),
            0.85,
            "A date behind b. for born.",
        ),
        Shape(LABELLED, _labelled(_DATE), 0.95, "A date labelled as a date of birth."),
        Shape(LABELLED, _labelled(_SCANNED_DATE), 0.8, "A date labelled as a date of birth, with letters for digits."),
        Shape(LABELLED, _labelled(_PART), 0.7, "Part of a date, labelled as a date of birth."),
        Shape(
            "column",
            re.compile(
                r"\b(?:DOB|D\.O\.B\.?|date\sof\sbirth)\b[^\n0-9]{0,60}\n{1,2}[^\n0-9]{0,60}"
                rf"(?<![\w/.-])(?P<value>{_DATE})",
                re.IGNORECASE,
            ),
            0.6,
            "A date in the first row under a date of birth heading.",
        ),
        Shape(
            "born",
            re.compile(
                r"\bborn,?\s(?:(?:in|at|near|to)\s(?:the\s)?(?-i:[A-Z][\w'-]{1,24}[,\s]{1,2}){1,4})?(?:on\s)?(?:the\s)?"
                rf"(?P<value>{_DATE})",
                re.IGNORECASE,
            ),
            0.85,
            "A date that follows the word born.",
        ),
        Shape(
            "age then date",
            re.compile(
                rf"\b(?:aged?|age[:\s])\s{{0,2}}[0-9]{{1,3}}(?:\s?(?:years?|yrs?)(?:\sold)?)?[\s,(\[-]{{1,3}}(?P<value>{_DATE})",
                re.IGNORECASE,
            ),
            0.85,
            "A date straight after an age.",
        ),
        Shape(
            "date then label",
            re.compile(
                rf"(?<![\w/.-])(?P<value>{_DATE})\s{{0,2}}[(\[,-]\s{{0,2}}(?:DOB|D\.O\.B|date\sof\sbirth|aged?\s[0-9])",
                re.IGNORECASE,
            ),
            0.9,
            "A date followed by a birth label or an age.",
        ),
    )

    def label_of(self, shape: Shape) -> Label:
        """Return the label; an age will do for a date beside it."""
        return self.AGE if shape.name in ("age then date", "date then label") else self.LABEL

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Drop what is no day in the calendar and what another column's heading claims."""
        if shape.name == LABELLED and not named:
            return None
        if shape.name == "column" and heading_over(match.string, match.start("value")) is not None:
            return None
        return shape if _is_day(value) else None


def _is_day(value: str) -> bool:
    """Say whether the digits and month name are a day, or a day's part, in either order of day and month."""
    if not _NAMED_MONTH.search(value):
        value = value.translate(SCANNED)
    parts = [p.lower() for p in _PIECES.findall(value)]
    if len(parts) == 1:
        digits = parts[0]
        if (
            len(digits) == 8
            and digits[:2] in ("18", "19", "20")
            and _exists(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        ):
            return True
        parts = [digits[:2], digits[2:4], digits[4:]]
    word = next((p for p in parts if p[0].isalpha()), None)
    if len(parts) == 2:
        if word is None:
            return 1 <= int(parts[0]) <= 12
        number = int(next(p for p in parts if p is not word))
        return number > 1000 or 1 <= number <= 31
    if len(parts) != 3:
        return False
    if word:
        day, year = (p for p in parts if p is not word)
        orders = [(year, str(_MONTHS.index(word[:3]) + 1), day)]
    elif len(parts[0]) == 4:
        orders = [(parts[0], parts[1], parts[2])]
    else:
        # Day first as the UK writes; month first is read too, because a labelled date is a birth either way.
        orders = [(parts[2], parts[1], parts[0]), (parts[2], parts[0], parts[1])]
    return any(_exists(*(int(p) for p in order)) for order in orders)


def _exists(year: int, month: int, day: int) -> bool:
    # 2000 stands for a year of two digits: it is a leap year, so no real birthday is lost.
    try:
        date(year if year > 99 else 2000, month, day)
    except ValueError:
        return False
    return True


RECOGNIZER = DateOfBirthRecognizer
