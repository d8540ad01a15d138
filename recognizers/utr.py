"""UK_UTR: the Unique Taxpayer Reference of one taxpayer."""

from __future__ import annotations

import re

from recognizers.labels import CheckedRecognizer, label, loose, readings, run

EXAMPLES = ("UTR: 1955839661", "Unique Taxpayer Reference 19558 39661", "UTR 2955839661")
COUNTER_EXAMPLES = ("1955839661", "Tel 1955839661", "UTR: 195583966")


def is_utr(digits: str) -> bool:
    """Tell whether the first of ten digits is the check digit of the other nine (weighted sum modulo 11).

    Source: OECD, "United Kingdom: information on tax identification numbers".
    """
    from stdnum.gb import utr

    return bool(utr.is_valid(digits))


class UtrRecognizer(CheckedRecognizer):
    """Match ten digits that a label calls a UTR; alone they are any ten digits."""

    ENTITY = "UK_UTR"
    LABEL = label(
        r"(?:SA |CT )?U\.?T\.?R\.?s?|(?:unique )?tax ?-?payer'?s? ref(?:erence)?|(?:unique )?tax ref(?:erence)?"
        r"|(?:self-? ?assessment|SA)(?: tax)? (?:ref(?:erence)?|numbers?|nos?|UTR)",
        cues="utr|utrs|u.t.r|tax ref|tax reference|taxpayer|taxpayers|tax payer|tax payers|self assessment|sa",
    )
    SHAPES = readings(
        loose(rf"{run(10)} ?[Kk]|{run(10)}"), None, noun="a Unique Taxpayer Reference", test="check digit"
    )

    def fits(self, value: str) -> bool:
        """Tell whether the check digit is right."""
        digits = re.sub(r"[^0-9A-Za-z]", "", value).rstrip("Kk")
        return digits.isdigit() and is_utr(digits)


RECOGNIZER = UtrRecognizer
