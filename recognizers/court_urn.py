"""COURT_URN: the unique reference number of one prosecution, or the number of one person's court case."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import DIGIT, Label, LabelledRecognizer, is_own_reference, is_scanned, label, loose

EXAMPLES = ("URN 12AB1234524", "Court case number: 52 SJ 12345 24", "file 12/AB/12345/24 refers")
COUNTER_EXAMPLES = ("12AB1234524", "Order 12AB1234524", "URN 12AB12345", "12/06/12345/24")

_G = r"(?: ?[/\-] ?\n?|[ \n])?"
_URN = loose(rf"{DIGIT}{{2}}{_G}[A-Za-z0-9]{{2}}{_G}{DIGIT}{{5,7}}{_G}(?:20)?[0-9]{{2}}")
_SPLIT = re.compile(
    r"(?P<value>[0-9](?<![\w/.,£+\-].)[0-9]/[A-Z]{2}/[0-9]{5,7}/(?:20)?[0-9]{2})(?![\w/\-])(?![.,][0-9])"
)
# Crown Court: trial, sentence, appeal, and year; county court: claims issued on paper, online or in a hearing centre.
_CROWN = loose(r"[TSAUBtsaub] ?(?:19|20)[0-9]{6}")
_CLAIM = loose(r"(?=[0-9A-Z]*[A-Z])(?=[0-9A-Z]*[0-9]{3})[0-9A-Z]{8}")
_LABEL = label(
    r"(?:court |case |CPS |police |PTI )?URNs?(?: (?:number|no))?|unique reference(?: number)?"
    r"|(?:court |libra |common platform )?case (?:number|no|ref|reference|URN)s?|CPS ref(?:erence)?(?: (?:number|no))?"
    r"|court (?:ref|reference)",
    cues="urn|urns|unique reference|case number|case no|case nos|case ref|case reference|case numbers|cps ref|cps reference|court ref|court reference",
)
_CASE = label(
    r"(?:court |case |appeal |indictment |trial |sentence )(?:numbers?|nos?|refs?|references?)|indictment|(?:crown )?court case",
    cues="court|case|appeal|indictment|trial|sentence",
)
_CLAIMS = label(r"(?:court |county court )?claim (?:number|no|ref|reference)", cues="claim")


class CourtUrnRecognizer(LabelledRecognizer):
    """Match force, unit, five digits and year; the form with nothing between its parts needs a label."""

    ENTITY = "COURT_URN"
    LABEL = _LABEL
    ALONE = frozenset({"parted by slashes"})
    SHAPES = (
        Shape("prosecution", _URN, 0.9, "Force, unit, serial and year, named as a case's unique reference number."),
        Shape("Crown Court case", _CROWN, 0.85, "A letter, a year and a serial, named as a court's case number."),
        Shape("claim", _CLAIM, 0.8, "Eight characters named as the number of a court claim."),
        Shape("parted by slashes", _SPLIT, 0.7, "Force, unit letters, serial and year of a prosecution's reference."),
    )

    def label_of(self, shape: Shape) -> Label:
        """Return the label of a prosecution, a Crown Court case or a claim."""
        return {"Crown Court case": _CASE, "claim": _CLAIMS}.get(shape.name, _LABEL)

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep what a label names, and the slashed form whose unit is two letters."""
        if shape.name == "parted by slashes":
            return None if is_own_reference(match.string, match.start()) else shape
        return shape if named and is_scanned(value) else None


RECOGNIZER = CourtUrnRecognizer
