"""UK_UTR: the Unique Taxpayer Reference of one taxpayer."""

from __future__ import annotations

import re

from recognizers.labels import CheckedRecognizer, label, readings

EXAMPLES = ("UTR: 1955839661", "Unique Taxpayer Reference 19558 39661", "UTR 2955839661")
COUNTER_EXAMPLES = ("1955839661", "Tel 1955839661", "UTR: 195583966")

_FORM = re.compile(
    r"(?P<value>[0-9](?<![A-JL-Za-jl-z0-9_/.,£+\-].)[0-9]{4}[ \xa0\n]?[0-9]{5}[Kk]?)(?![\w/\-])(?![.,][0-9])"
)


def is_utr(digits: str) -> bool:
    """Tell whether the first of ten digits is the check digit of the other nine (weighted sum modulo 11).

    Source: OECD, "United Kingdom: information on tax identification numbers".
    """
    from stdnum.gb import utr

    return bool(utr.is_valid(digits))


class UtrRecognizer(CheckedRecognizer):
    """Match ten digits that a label calls a UTR; alone they are any ten digits."""

    ENTITY = "UK_UTR"
    LABEL = label(r"(?:SA |CT )?UTRs?|(?:unique )?tax ?payer'?s? ref(?:erence)?|(?:unique )?tax ref(?:erence)?")
    SHAPES = readings(_FORM, noun="a Unique Taxpayer Reference", test="check digit", bare=None)

    def fits(self, value: str) -> bool:
        """Tell whether the check digit is right."""
        return is_utr(re.sub(r"\D", "", value))


RECOGNIZER = UtrRecognizer
