"""CUSTODY_NUMBER: the number of one person's custody record."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer
from recognizers.labels import follows, is_own_reference, label

EXAMPLES = ("53CG/1234/24", "Custody record no: 1234/24", "custody number 53 CG / 1234 / 24")
COUNTER_EXAMPLES = ("Our reference 1234/24", "FOI/2024/00123", "Custody costs in 2023/24", "24/53CG/01/12345A")

_S = r"[ \xa0\n]?"
_FULL = re.compile(
    rf"(?P<value>[0-9](?<![\w/.\-].)[0-9] ?[A-Z]{{2}}{_S}/{_S}[0-9]{{1,6}}{_S}/{_S}(?:20)?[0-9]{{2}})(?![\w/])"
)
_SHORT = re.compile(
    rf"(?P<value>[A-Za-z0-9](?<![\w/.\-].)(?=[A-Za-z]{{0,6}}{_S}[/\-]?{_S}[0-9])[A-Za-z0-9]{{0,11}}(?:{_S}[/\-]{_S}[A-Za-z0-9]{{1,7}}){{0,2}})(?![\w/])"
)
_YEARS = re.compile(r"(?:19|20)?[0-9]{2}/(?:20)?[0-9]{2}|(?:19|20)[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|FOI.*")
_LABEL = label(r"custody(?: record)?(?: suite)? (?:numbers?|nos?\.?|refs?|references?|ids?)|CRN|custody record")


class CustodyNumberRecognizer(ShapeRecognizer):
    """Match force code, serial and year, with a label or without; other forms only where a label names them."""

    ENTITY = "CUSTODY_NUMBER"
    SHAPES = (
        Shape("force, serial, year", _FULL, 0.85, "Force and station code, serial and year of a custody record."),
        Shape("labelled", _SHORT, 0.8, "A reference named as a custody record number."),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Keep the full form unless it is the request's own; keep any other with digits that a label names."""
        text, start = match.string, match.start()
        if shape.name == "force, serial, year":
            return None if is_own_reference(text, start) else shape.score
        if sum(map(str.isdigit, value)) < 3 or _YEARS.fullmatch(value):
            return None
        return shape.score if follows(_LABEL, text, start) else None


RECOGNIZER = CustodyNumberRecognizer
