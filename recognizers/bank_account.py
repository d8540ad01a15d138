"""UK_BANK_ACCOUNT: a sort code or an account number that a label names."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer
from recognizers.labels import follows, label

EXAMPLES = ("Sort code: 12-34-56", "Account number 12345678", "Sort code | Account number\n12-34-56 | 12345678")
COUNTER_EXAMPLES = ("12-06-24", "Invoice 12345678", "On account of 12 34 56 reasons", "12-34-56 12345678")

_CODE = r"[0-9]{2}(?P<gap>[ \xa0\-–]?)[0-9]{2}(?P=gap)[0-9]{2}"
_NUMBER = r"[0-9]{4}[ \xa0]?[0-9]{4}"
_BETWEEN = r"[\s|,;/]{1,6}"
_END = r"(?![\w/\-])(?![.,][0-9])"


def _form(body: str) -> re.Pattern[str]:
    """Compile a form that starts with a digit nothing is glued to."""
    return re.compile(rf"(?<![\w/.,£$€+\-])(?P<value>{body}){_END}")


_SORT_CODE_LABEL = label(r"sort ?-?codes?|s/c|SC")
_NUMBER_LABEL = label(
    r"(?:bank |current |savings |beneficiary )?(?:account|acct?|a/c)(?:(?: ?|\. ?)(?:numbers?|nos?|num|#))|a/c|acct?|bank account"
)
# A table's heading may stand a row or two above its figures.
_HEADING = re.compile(
    r"(?:sort ?-?code[\s\S]{0,60}(?:account|a/c|acc)|(?:account|a/c|acc)[\s\S]{0,60}sort ?-?code|bank details|BACS|payee)"
    r"[\s\S]{0,120}\Z",
    re.IGNORECASE,
)


class BankAccountRecognizer(ShapeRecognizer):
    """Match sort codes and eight-digit account numbers beside their labels, in a line or under table headings."""

    ENTITY = "UK_BANK_ACCOUNT"
    SHAPES = (
        Shape("sort code", _form(_CODE), 0.9, "Six digits named as a sort code."),
        Shape("account number", _form(_NUMBER), 0.9, "Eight digits named as an account number."),
        Shape("code, number", _form(_CODE + _BETWEEN + _NUMBER), 0.9, "A sort code and an account number together."),
        Shape("number, code", _form(_NUMBER + _BETWEEN + _CODE), 0.9, "An account number and a sort code together."),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Keep a match that its label names, or a pair under a heading that speaks of both."""
        text, start = match.string, match.start()
        if shape.name == "sort code":
            return shape.score if follows(_SORT_CODE_LABEL, text, start) else None
        if shape.name == "account number":
            return shape.score if follows(_NUMBER_LABEL, text, start) else None
        named = follows(_SORT_CODE_LABEL, text, start) or follows(_NUMBER_LABEL, text, start)
        return shape.score if named or _HEADING.search(text, max(0, start - 240), start) else None


RECOGNIZER = BankAccountRecognizer
