"""CUSTODY_NUMBER: the number of one person's custody record, or of one prisoner."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import (
    ANY_NUMBER,
    LABELLED,
    NUMBER,
    LabelledRecognizer,
    is_own_reference,
    is_statistic,
    label,
    loose,
)

EXAMPLES = ("53CG/1234/24", "Custody record no: 1234/24", "custody number 53 CG / 1234 / 24")
COUNTER_EXAMPLES = ("Our reference 1234/24", "FOI/2024/00123", "Custody costs in 2023/24", "24/53CG/01/12345A")

_S = r"[ \n]?"
_FULL = re.compile(
    rf"(?P<value>[0-9](?<![\w/.\-].)[0-9] ?[A-Z]{{2}}{_S}/{_S}[0-9]{{1,6}}{_S}/{_S}(?:20)?[0-9]{{2}})(?![\w/])"
)
_TOKEN = loose(
    rf"{ANY_NUMBER}|[0-9]{{2}} ?[A-Z]{{2}} ?[/\-] ?[0-9]{{1,6}} ?[/\-] ?[0-9]{{2,4}}|[A-Za-z]{{2,4}}[/\-][A-Za-z]{{1,4}}[/\-][0-9]{{1,6}}[/\-][0-9]{{2,4}}"
)


class CustodyNumberRecognizer(LabelledRecognizer):
    """Match force code, serial and year, with a label or without; other forms only where a label names them."""

    ENTITY = "CUSTODY_NUMBER"
    LABEL = label(
        rf"custody(?: (?:record|suite|reference|serial)){{0,2}} {NUMBER}|CRN|custody record|custody (?:record )?serial"
        rf"|(?:detainee|detained person(?:'s)?|DP|prison|prisoner|inmate|NOMIS|HMP|offender) {NUMBER}",
        cues="custody|crn|detainee|detained|dp|prison|prisoner|inmate|nomis|hmp|offender",
    )
    ALONE = frozenset({"force, serial, year"})
    ALIKE = True
    SHAPES = (
        Shape("force, serial, year", _FULL, 0.85, "Force and station code, serial and year of a custody record."),
        Shape(LABELLED, _TOKEN, 0.8, "A reference named as a custody record or prisoner number."),
    )

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep the full form unless it is the request's own; keep any other with digits that a label names."""
        text, start = match.string, match.start()
        if shape.name != LABELLED:
            return None if is_own_reference(text, start) else shape
        if not named or sum(map(str.isdigit, value)) < 3 or is_statistic(value, text, start):
            return None
        return shape


RECOGNIZER = CustodyNumberRecognizer
