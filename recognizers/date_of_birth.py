"""DATE_OF_BIRTH: a date that a label or an age says is somebody's birth."""

from __future__ import annotations

import re
from datetime import date

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = ("DOB: 12/03/1990", "born on 1st March 1985", "aged 34 (12/03/1990)", "Date of birth 1990-03-12")
COUNTER_EXAMPLES = ("DOB: 31/02/1990", "Date: 12/03/1990", "born in 1990", "The newborn unit opened 12/03/1990")

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - a table reads best as words
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_YEAR = r"(?:1[89][0-9]{2}|20[0-9]{2}|['\u2019]?[0-9]{2})"
_SEP = r"\s{0,2}[-/.\u2013\s]\s{0,2}"
_DATE = (
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?[-/.,\s]{{0,3}}(?:day\s)?(?:of\s)?{_MONTH}\.?[-/.,\s]{{0,3}}{_YEAR}"
    rf"|{_MONTH}\.?\s{{1,2}}[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}"
    rf"|(?:18|19|20)[0-9]{{2}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}"
    rf"|[0-9]{{1,2}}{_SEP}[0-9]{{1,2}}{_SEP}{_YEAR}"
    r"|[0-9]{8}|[0-9]{6})(?![\w]|[/-][0-9])"
)
_PIECES = re.compile(rf"[0-9]+|{_MONTH}", re.IGNORECASE)

_CUES = ("birth", "born", "dob", "d.o", "d o", "d/o", "b.", "aged", "age ", "age:", "age\n", "age\t")


class DateOfBirthRecognizer(ShapeRecognizer):
    """Match real calendar dates beside a birth label or an age."""

    ENTITY = "DATE_OF_BIRTH"
    SHAPES = (
        Shape(
            "labelled",
            re.compile(
                r"(?<!\w)(?:D\.?\s?O\.?\s?B(?![A-Za-z])\.?|d/o/b\b|date\sof\sbirth\b|birth\s?(?:date|day)\b)"
                rf"[^0-9\n.;]{{0,25}}?[\s:.(=-]{{0,4}}(?<![0-9])(?P<value>{_DATE})",
                re.IGNORECASE,
            ),
            0.95,
            "A date labelled as a date of birth.",
        ),
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
            re.compile(rf"(?<!\w)(?:born\b[^0-9\n.;]{{0,40}}?\s|b\.\s{{0,2}})(?P<value>{_DATE})", re.IGNORECASE),
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

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Skip the patterns when no word about a birth or an age is there."""
        lowered = text.lower()
        if not any(cue in lowered for cue in _CUES):
            return []
        return super().analyze(text, entities, nlp_artifacts)

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop what is no day in the calendar."""
        return shape.score if _is_day(value) else None


def _is_day(value: str) -> bool:
    """Say whether the digits and month name are a day in either order of day and month."""
    parts = [p.lower() for p in _PIECES.findall(value)]
    if len(parts) == 1:
        digits = parts[0]
        parts = [digits[:2], digits[2:4], digits[4:]]
    if len(parts) != 3:
        return False
    word = next((p for p in parts if p[0].isalpha()), None)
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
