"""UK_PASSPORT: the number of one passport, known by the word beside it or by the machine-readable line."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import LABELLED, LabelledRecognizer, is_scanned, label, loose, run

EXAMPLES = ("Passport number 123456789", "British passport (GBR): A12345678")
COUNTER_EXAMPLES = ("Invoice 123456789", "Passport Office, 2024", "The passport fee was £123456789.")

_FORM = loose(rf"{run(9)}|[A-Za-z]{run(8, kind='[0-9]')}|[A-Za-z] ?[0-9]{{8}}|[A-Z]{{2}}[0-9]{{7}}")
_NEAR = re.compile(
    r"(?<![A-Za-z])passport(?!s|,? (?:applications?|office|fees?|renewals?|services?|control|costs?|order|agency|numbers))"
    r"(?:[^0-9.]|no\.){0,40}\Z",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"(?P<value>[A-Z0-9](?<![\w<].)[A-Z0-9<]{8})(?P<digit>[0-9])[A-Z<]{3}[0-9]{7}[MFX<][0-9]{7}[A-Z0-9<]{14}[0-9<][0-9](?![\w<])"
)


def is_machine_read(value: str, digit: str) -> bool:
    """Tell whether a document number of nine characters has the right check digit.

    Source: ICAO, Doc 9303 part 3, 4.9: weights 7, 3, 1; A is 10 to Z 35, the filler is 0; modulo 10.
    """
    total = sum((0 if char == "<" else int(char, 36)) * (7, 3, 1)[at % 3] for at, char in enumerate(value))
    return total % 10 == int(digit)


class PassportRecognizer(LabelledRecognizer):
    """Match nine digits, or a letter and eight, beside the word passport, and the number in a machine-readable line."""

    ENTITY = "UK_PASSPORT"
    LABEL = label(
        r"(?:UK ?)?passports?(?: ?\([A-Z]{2,3}\))?(?: holder| details)?|(?:UK)?PP(?: nos?| numbers?)?|travel document",
        cues="passport|passports|pp|ukpp|travel document",
    )
    ALONE = frozenset({"machine-readable"})
    SHAPES = (
        Shape(LABELLED, _FORM, 0.9, "Nine characters named as a passport number."),
        Shape("near the word passport", _FORM, 0.7, "Nine characters in the form of a passport number, near the word."),
        Shape("machine-readable", _MACHINE, 0.95, "The number in the machine-readable line of a passport."),
    )

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep a match that the word passport names or comes shortly before, or a machine-readable one that checks."""
        if shape.name == "machine-readable":
            return shape if is_machine_read(value, match["digit"]) else None
        if not is_scanned(value):
            return None
        if shape.name == LABELLED:
            return shape if named else None
        start = match.start()
        return shape if _NEAR.search(match.string, max(0, start - 60), start) else None


RECOGNIZER = PassportRecognizer
