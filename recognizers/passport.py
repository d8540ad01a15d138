"""UK_PASSPORT: the number of one passport, known only by the word beside it."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer
from recognizers.labels import follows, label

EXAMPLES = ("Passport number 123456789", "British passport (GBR): A12345678")
COUNTER_EXAMPLES = ("Invoice 123456789", "Passport Office, 2024", "The passport fee was £123456789.")

_FORM = re.compile(
    r"(?P<value>(?:[0-9](?<![\w/.,£$€\-].)[0-9]{2}[ \xa0]?[0-9]{3}[ \xa0]?[0-9]{3}"
    r"|[A-Za-z](?<![\w/\-].)[ \xa0]?[0-9]{8}))(?![\w/\-])(?![.,][0-9])"
)
_DIRECT = label(r"passports?(?: ?\([A-Z]{2,3}\))?")
_NEAR = re.compile(r"(?<![A-Za-z])passport(?!s? (?:applications|offices|fees))[^0-9]{0,40}\Z", re.IGNORECASE)


class PassportRecognizer(ShapeRecognizer):
    """Match nine digits, or a letter and eight, beside the word passport."""

    ENTITY = "UK_PASSPORT"
    SHAPES = (
        Shape("labelled", _FORM, 0.9, "Nine characters named as a passport number."),
        Shape("near the word passport", _FORM, 0.7, "Nine characters in the form of a passport number, near the word."),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Keep a match that the word passport names or comes shortly before."""
        text, start = match.string, match.start()
        if shape.name == "labelled":
            return shape.score if follows(_DIRECT, text, start) else None
        return shape.score if _NEAR.search(text, max(0, start - 60), start) else None


RECOGNIZER = PassportRecognizer
