"""CRIME_REFERENCE: the number of one crime, incident, log or investigation."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer
from recognizers.labels import follows, label

EXAMPLES = (
    "CR/1234/24",
    "CAD 123/12JUN24",
    "Crime ref: 42/1234567/24",
    "Incident 123 of 12/06/2024",
    "Niche 12240012345",
)
COUNTER_EXAMPLES = (
    "Our reference 1234/24",
    "FOI/2024/00123",
    "Crime rose in 2023/24.",
    "crime numbers: 1,234",
    "incident 5 of 12",
    "EA/2019/0123",
)

_S = r"[ \xa0\n]?"
_MONTH = r"(?i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
_DATE = rf"(?:[0-3]?[0-9][/.\-][01]?[0-9][/.\-](?:20)?[0-9]{{2}}|[0-3]?[0-9](?:st|nd|rd|th)?{_S}{_MONTH}[a-z]{{0,6}}{_S}(?:20)?[0-9]{{2}})"
_END = r"(?![\w/(])(?![.,:\-][0-9])(?! ?%)"
_CR = re.compile(
    rf"(?P<value>C(?<![\w/.\-].)R(?:{_S}[/\-]{_S}|[ \xa0])[0-9]{{1,8}}{_S}[/\-]{_S}(?:20)?[0-9]{{2}}){_END}"
)
_LOG = re.compile(
    rf"(?P<value>[0-9](?<![\w/.,\-].)[0-9]{{0,5}}{_S}/{_S}[0-3]?[0-9]{_S}{_MONTH}{_S}(?:20)?[0-9]{{2}}){_END}"
)
_DATED = re.compile(
    rf"(?P<value>[0-9](?<![\w/.,\-].)[0-9]{{0,5}}(?:{_S}(?:of|on|dated|from|for)(?: the)?{_S}|{_S}[,/\-]{_S}|[ \xa0\n]){_DATE}){_END}"
)
_TOKEN = re.compile(
    r"(?P<value>[A-Z0-9](?<![\w/.,£$€+\-].)(?=[A-Z0-9/\-]{0,14}[0-9])[A-Z0-9]{0,14}(?: ?[/\-] ?[A-Z0-9]{1,12}){0,3})"
    + _END
)
_NOUN = r"(?: (?:refs?|references?|no|nos|numbers?|num|urn|ids?|report)\.?){1,3}"
_NAMED = label(
    rf"(?:(?:police )?(?:crime|incident|occurrence|investigation|offence report|log|command and control|criminal case)){_NOUN}"
    rf"|(?:niche|athena|CRIS|CAD|STORM|connect|crimint|crime|incident|occurrence) ?:"
    rf"|(?:niche|athena|CRIS|CAD|STORM|crimint)(?: (?:occurrence|investigation|record|log|crime|report))?(?:{_NOUN})?"
    rf"|OIS|URN"
)
_SHORT = label(r"CAD|incident|inc|log|STORM|serial|occurrence|crime(?: ref(?:erence)?| no| number)?")
_STATISTIC = re.compile(r"numbers[\s:]*\Z|numbers? of\s*\Z", re.IGNORECASE)
# One label serves a list: "Crime refs 42/1234567/24 and 42/1234568/24".
_LIST = re.compile(r"(?:(?<![\w/\-])[A-Z0-9/\-]{4,24}(?:, ?| and | & )(?:and )?){1,5}\Z")
_NOT_REFERENCES = re.compile(
    r"(?:19|20)[0-9]{2}(?:[/\-](?:20)?[0-9]{2})?|[0-3]?[0-9][/\-][01]?[0-9][/\-](?:20)?[0-9]{2}|[0-9]{1,2}[/\-][0-9]{1,2}"
    r"|(?:FOI|FOIA|EIR|SAR|DSAR|IR)(?![A-Z]).*"
)


class CrimeReferenceRecognizer(ShapeRecognizer):
    """Match the force forms that speak for themselves and whatever follows a crime or incident label."""

    ENTITY = "CRIME_REFERENCE"
    SHAPES = (
        Shape("crime report", _CR, 0.9, "CR, serial and year, the form of a crime report number."),
        Shape("log and date", _LOG, 0.85, "A serial and a date run together, the form of a control-room log number."),
        Shape("serial of a date", _DATED, 0.85, "A serial and its date, named as an incident or a log."),
        Shape("labelled", _TOKEN, 0.85, "Named as a crime, incident or case-system reference."),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Keep the forms that need no label, and the others where one stands before them."""
        text, start = match.string, match.start()
        if shape.name in ("crime report", "log and date"):
            return shape.score
        if shape.name == "serial of a date":
            return shape.score if follows(_SHORT, text, start) or follows(_NAMED, text, start) else None
        reference = value.replace(" ", "")
        if sum(map(str.isdigit, reference)) < 3 or _NOT_REFERENCES.fullmatch(reference):
            return None
        if reference.isdigit() and _STATISTIC.search(text, max(0, start - 20), start):
            return None
        listed = _LIST.search(text, max(0, start - 100), start)
        if not follows(_NAMED, text, listed.start() if listed else start):
            return None
        # A bare URN with no slash is the court's; its own recognizer knows the form.
        if "/" not in reference and re.search(r"\bURN[\s:.]*\Z", text[max(0, start - 8) : start]):
            return None
        return shape.score


RECOGNIZER = CrimeReferenceRecognizer
