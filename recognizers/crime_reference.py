"""CRIME_REFERENCE: the number of one crime, incident, log or investigation."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import LABELLED, Label, LabelledRecognizer, label

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

_S = r"[ \n]?"
_MONTH = r"(?i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
_DATE = rf"(?:[0-3]?[0-9][/.\-][01]?[0-9][/.\-](?:20)?[0-9]{{2}}|[0-3]?[0-9](?:st|nd|rd|th)?{_S}{_MONTH}[a-z]{{0,6}}{_S}(?:20)?[0-9]{{2}})"
_END = r"(?![\w/(])(?![.,:\-][0-9])(?! ?%)"
_CR = re.compile(
    rf"(?P<value>C(?<![\w/.\-].)R(?:{_S}[/\-]{_S}|[ ])[0-9I][0-9]{{0,7}}{_S}[/\-]{_S}(?:20)?[0-9]{{2}}){_END}"
)
_LOG = re.compile(
    rf"(?P<value>[0-9](?<![\w/.,\-].)[0-9]{{0,5}}{_S}/{_S}[0-3]?[0-9]{_S}{_MONTH}{_S}(?:20)?[0-9]{{2}}){_END}"
)
_DATED = re.compile(
    rf"(?P<value>[0-9](?<![\w/.,\-].)[0-9]{{0,5}}(?:{_S}(?:of|on|dated|from|for)(?: the)?{_S}|{_S}[,/\-]{_S}|[ \n]){_DATE}){_END}"
)
_TOKEN = re.compile(
    r"(?P<value>[A-Z0-9](?<![\w/.,£$€+\-].)(?=[A-Z0-9/\-]{0,14}[0-9])[A-Z0-9]{0,15}(?: ?[/\-] ?\n?[A-Z0-9]{1,12}|\n/[A-Z0-9]{1,12}){0,3})"
    + _END
)
_NOUN = r"(?: (?:refs?|references?|no|nos|numbers?|num|urn|ids?|report)\.?){1,3}"
_NAMED = label(
    rf"(?:(?:police )?(?:crime|incident|occurrence|investigation|offence report|log|command and control|criminal case|incident log"
    rf"|crime report)){_NOUN}|police (?:log|refs?|reference|report|case)(?: (?:no|number))?|(?:guardian|unifi|IML|GENIE|action fraud|NFIB|OIS|CHS|command){_NOUN}"
    rf"|(?:niche|athena|CRIS|CAD|STORM|connect|crimint|crime|incident|occurrence) ?:"
    rf"|(?:niche|athena|CRIS|CAD|STORM|crimint|connect)(?: (?:occurrence|investigation|record|log|crime|report))?(?:{_NOUN})?"
    rf"|OIS|URN",
    cues="crime|crimes|incident|occurrence|investigation|offence report|log|command control|criminal case|niche|athena|cris|cad|storm|crimint|connect"
    "|ois|urn|urns|police log|police ref|police reference|police report|police case|guardian|unifi|iml|genie|fraud|nfib|chs",
)
_SHORT = label(
    r"CAD|incident|inc|log|STORM|serial|occurrence|crime(?: ref(?:erence)?| no| number)?",
    cues="cad|incident|inc|log|storm|serial|occurrence|crime",
)
_STATISTIC = re.compile(r"numbers[\s:]*\Z|numbers? of\s*\Z", re.IGNORECASE)
# "Incident 0234" is a log, "incident in 2024" is none: without "no." the number must come next.
_INCIDENT = re.compile(r"\b(?:incident|incident log|police log)[ \n]\Z", re.IGNORECASE)
_URN = label("URNs?")
_NOT_REFERENCES = re.compile(
    r"(?:19|20)[0-9]{2}(?:[/\-](?:20)?[0-9]{2})?|[0-3]?[0-9][/\-][01]?[0-9][/\-](?:19|20)?[0-9]{2}|[0-9]{1,2}[/\-][0-9]{1,2}"
    r"|(?:FOI|FOIA|EIR|SAR|DSAR|IR)(?![A-Z]).*"
)


class CrimeReferenceRecognizer(LabelledRecognizer):
    """Match the force forms that speak for themselves and whatever follows a crime or incident label."""

    ENTITY = "CRIME_REFERENCE"
    LABEL = _NAMED
    ALONE = frozenset({"crime report", "log and date"})
    SHAPES = (
        Shape("crime report", _CR, 0.9, "CR, serial and year, the form of a crime report number."),
        Shape("log and date", _LOG, 0.85, "A serial and a date run together, the form of a control-room log number."),
        Shape("serial of a date", _DATED, 0.85, "A serial and its date, named as an incident or a log."),
        Shape(LABELLED, _TOKEN, 0.85, "Named as a crime, incident or case-system reference."),
    )

    def label_of(self, shape: Shape) -> Label:
        """Return the label that a shape asks for; a serial with its date is content with a shorter one."""
        return _SHORT if shape.name == "serial of a date" else _NAMED

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep the forms that need no label, and the others where one stands before them."""
        if shape.name in ("crime report", "log and date"):
            return shape
        text, start = match.string, match.start()
        if not named and not (shape.name == LABELLED and _INCIDENT.search(text, max(0, start - 20), start)):
            return None
        if shape.name == "serial of a date":
            return shape
        reference = value.replace(" ", "").replace("\n", "")
        if sum(map(str.isdigit, reference)) < 3 or _NOT_REFERENCES.fullmatch(reference):
            return None
        if reference.isdigit() and _STATISTIC.search(text, max(0, start - 20), start):
            return None
        # A bare URN with no slash is the court's; its own recognizer knows the form.
        if "/" not in reference and _URN.leads_to(text, start):
            return None
        return shape


RECOGNIZER = CrimeReferenceRecognizer
