"""UK_NHS: the number by which the health service knows one patient."""

from __future__ import annotations

import re

from recognizers.labels import OTHER_NUMBERS, CheckedRecognizer, label, loose, readings, run

EXAMPLES = ("NHS number 943 476 5919", "9434765919", "NHS No: 943 476 5918")
COUNTER_EXAMPLES = ("943 476 5918", "ISBN 9434765919", "Tel 0123456789", "£9434765919", "UPRN 9434765919")

_BARE = re.compile(
    r"(?P<value>[0-9](?<![\w/.,+£$€\-].)(?<!\+44[ \-].)(?<!\(0\)[ \-].)[0-9]{2}"
    r"(?:[0-9]{7}|(?P<gap>[ \n\-])[0-9]{3}(?:(?P=gap)|\n|(?<=\n[0-9]{3}) )[0-9]{4}))(?![\w/\-])(?![.,][0-9])"
)


def is_nhs_number(digits: str) -> bool:
    """Tell whether ten digits pass the weighted sum modulo 11.

    Source: NHS Data Dictionary, "NHS NUMBER"; Scotland's CHI number and Northern Ireland's number share the sum.
    """
    from stdnum.gb import nhs

    # Ten equal digits pass or fail by accident of arithmetic and are what forms are filled with.
    return len(set(digits)) > 1 and bool(nhs.is_valid(digits))


class NhsNumberRecognizer(CheckedRecognizer):
    """Match ten digits, together or 3-3-4; without a label one that starts with 0 is a telephone number."""

    ENTITY = "UK_NHS"
    LABEL = label(
        r"N\.?H\.?S\.?(?: ?no| ?number)?|CHI|H&C|H ?& ?C|health and care(?: number)?|NHS (?:number|no|patient)",
        cues="nhs|nhsno|nhsnumber|n.h.s|chi|h&c|h c number|h c no|health care number|health care no",
    )
    OTHER = OTHER_NUMBERS
    SHAPES = readings(loose(run(10)), _BARE, noun="an NHS number", test="check digit", score=0.85)

    def fits(self, value: str) -> bool:
        """Tell whether the last digit is the check digit of the nine before it."""
        return is_nhs_number(re.sub(r"[^0-9A-Za-z]", "", value))

    def bare_score(self, value: str, score: float) -> float | None:
        """Lower the score of a plain run; drop telephone numbers."""
        if value[0] == "0":
            return None
        if value.isdigit():
            return 0.5
        return 0.7 if "-" in value else score


RECOGNIZER = NhsNumberRecognizer
