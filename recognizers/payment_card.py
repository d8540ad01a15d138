"""PAYMENT_CARD: the long number on a credit or debit card."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import DIGIT, GAP, MISTYPED, OTHER_NUMBERS, CheckedRecognizer, label, loose, readings

EXAMPLES = ("4111 1111 1111 1111", "Amex 378282246310005", "Card number: 4111 1111 1111 1112")
COUNTER_EXAMPLES = ("4111 1111 1111 1112", "IMEI 378282246310005", "9780306406157", "1234 5678 9012 3452")


def _form(body: str) -> re.Pattern[str]:
    """Compile one grouping; ``body`` starts after the first digit."""
    return re.compile(rf"(?P<value>[2-6](?<![\w/.,£$€+\-].){body})(?![\w/])(?![.,\-][0-9])")


_G = r"(?P<gap>[ \n\-])"
_SAME = r"(?:(?P=gap)|\n|(?<=\n[0-9]{4}) )"
# Two groupings of sixteen and nineteen rather than one with an optional tail: a security code follows many a number.
_FORMS = (
    _form(r"[0-9]{12,18}"),
    _form(rf"[0-9]{{3}}{_G}[0-9]{{4}}{_SAME}[0-9]{{4}}{_SAME}[0-9]{{4}}"),
    _form(rf"[0-9]{{3}}{_G}[0-9]{{4}}{_SAME}[0-9]{{4}}{_SAME}[0-9]{{4}}{_SAME}[0-9]{{1,3}}"),
    _form(rf"[0-9]{{3}}{_G}[0-9]{{6}}(?:(?P=gap)|\n)[0-9]{{4,5}}"),
)
_LABELLED = (
    loose(rf"[2-6SZzsbG]{DIGIT}(?:\n?{DIGIT}){{11,17}}"),
    loose(rf"[2-6SZzsbG]{DIGIT}{{3}}(?:{GAP}{DIGIT}{{4}}){{3}}(?:{GAP}{DIGIT}{{1,3}})?"),
    loose(rf"[2-6SZzsbG]{DIGIT}{{3}}(?:{GAP}{DIGIT}{{4}}){{3}}"),
    loose(rf"[2-6SZzsbG]{DIGIT}{{3}}{GAP}{DIGIT}{{6}}{GAP}{DIGIT}{{4,5}}"),
)


def luhn_sum(digits: str) -> int:
    """Return the Luhn sum modulo 10; 0 means the last digit is right.

    Source: ISO/IEC 7812-1, annex B.
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if place % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10


def has_issuer_prefix(digits: str) -> bool:
    """Tell whether the leading digits and the length belong to a card scheme.

    Source: ISO/IEC 7812 issuer ranges as the schemes publish them (Visa, Mastercard, American Express, Discover,
    Diners Club, JCB, Maestro, UnionPay).
    """
    length, first, two, three, four = len(digits), digits[0], int(digits[:2]), int(digits[:3]), int(digits[:4])
    if first == "4":
        return length in (13, 16, 19)
    if 51 <= two <= 55 or 2221 <= four <= 2720:
        return length == 16
    if two in (34, 37):
        return length == 15
    if 300 <= three <= 305 or two in (36, 38, 39):
        return 14 <= length <= 19
    if 3528 <= four <= 3589 or four == 6011 or 644 <= three <= 649 or two in (62, 65):
        return 16 <= length <= 19
    return two in (50, 56, 57, 58) or first == "6"


class PaymentCardRecognizer(CheckedRecognizer):
    """Match 13 to 19 digits in the groupings printed on cards, with a known prefix and a right last digit."""

    ENTITY = "PAYMENT_CARD"
    LABEL = label(
        r"(?:credit|debit|payment|bank|charge|purchase|procurement|purchasing|long)? ?-?cards?(?: numbers?| nos?)?"
        r"|PAN|visa|master ?card|amex|american express|maestro",
        cues="card|cards|pan|visa|mastercard|amex|american express|maestro|master card",
    )
    OTHER = OTHER_NUMBERS
    SHAPES = tuple(
        shape
        for labelled, form in zip(_LABELLED, _FORMS, strict=True)
        for shape in readings(labelled, form, noun="a payment card number", test="last digit", score=0.9)
    )

    def fits(self, value: str) -> bool:
        """Tell whether prefix, length and last digit are those of a card."""
        digits = re.sub(r"[^0-9A-Za-z]", "", value)
        return digits.isdigit() and 13 <= len(digits) <= 19 and has_issuer_prefix(digits) and luhn_sum(digits) == 0

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Do not call a number mistyped that is right without the security code after it."""
        found = super().judge(value, match, shape, named=named)
        if found is not None and found.name == MISTYPED and self.fits(re.sub(r"\D", "", value)[:16]):
            return None
        return found

    def bare_score(self, value: str, score: float) -> float | None:
        """Call a plain run of digits a little less sure."""
        return 0.75 if value.isdigit() else score


RECOGNIZER = PaymentCardRecognizer
