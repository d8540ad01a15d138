"""COURT_URN: the unique reference number of one prosecution."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer
from recognizers.labels import follows, is_own_reference, label

EXAMPLES = ("URN 12AB1234524", "Court case number: 52 SJ 12345 24", "file 12/AB/12345/24 refers")
COUNTER_EXAMPLES = ("12AB1234524", "Order 12AB1234524", "URN 12AB12345", "12/06/12345/24")

_TAIL = r"(?![\w/\-])(?![.,][0-9])"
_BARE = re.compile(rf"(?P<value>[0-9](?<![\w/.,£+\-].)[0-9][A-Z0-9]{{2}}[0-9]{{5}}(?:20)?[0-9]{{2}}){_TAIL}")
_SPLIT = re.compile(
    r"(?P<value>[0-9](?<![\w/.,£+\-].)[0-9](?P<gap>[/ \-])(?P<unit>[A-Z][A-Z0-9]|[0-9][A-Z0-9])(?P=gap)[0-9]{5,7}"
    rf"(?P=gap)(?:20)?[0-9]{{2}}){_TAIL}"
)
_SMALL = re.compile(rf"(?P<value>[0-9](?<![\w/.,£+\-].)[0-9][a-z]{{2}}[0-9]{{5}}(?:20)?[0-9]{{2}}){_TAIL}")
_LABEL = label(
    r"(?:court |case |CPS |police |PTI )?URNs?(?: (?:number|no))?|unique reference(?: number)?"
    r"|(?:court |libra |common platform )?case (?:number|no|ref|reference|URN)|CPS ref(?:erence)?|court (?:ref|reference)"
)


class CourtUrnRecognizer(ShapeRecognizer):
    """Match force, unit, five digits and year; the form with nothing between its parts needs a label."""

    ENTITY = "COURT_URN"
    SHAPES = (
        Shape("labelled", _BARE, 0.9, "Eleven characters named as a case's unique reference number."),
        Shape("labelled", _SMALL, 0.8, "Eleven characters named as a case's unique reference number."),
        Shape("labelled", _SPLIT, 0.9, "Force, unit, serial and year, named as a case's unique reference number."),
        Shape("parted by slashes", _SPLIT, 0.7, "Force, unit letters, serial and year of a prosecution's reference."),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Keep what a label names, and the slashed form whose unit is two letters."""
        text, start = match.string, match.start()
        if shape.name == "labelled":
            return shape.score if follows(_LABEL, text, start) else None
        if match["gap"] != "/" or not match["unit"].isalpha() or is_own_reference(text, start):
            return None
        return shape.score


RECOGNIZER = CourtUrnRecognizer
