"""UK_BANK_ACCOUNT: a sort code or an account number that a label names."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import DIGIT, GAP, Label, LabelledRecognizer, is_scanned, label

EXAMPLES = ("Sort code: 12-34-56", "Account number 12345678", "Account 12345678, sort code 12-34-56")
COUNTER_EXAMPLES = ("12-06-24", "Invoice 12345678", "On account of 12 34 56 reasons", "12-34-56 12345678")

_CODE = rf"(?=[0-9]|.[0-9]){DIGIT}{{2}}{GAP}{DIGIT}{{2}}{GAP}{DIGIT}{{2}}"
_NUMBER = rf"{DIGIT}(?:\n?{DIGIT}){{3}}[ \n]?{DIGIT}(?:\n?{DIGIT}){{3}}"
_PLAIN_CODE = r"[0-9]{2}(?P<gap>[ \-]?)[0-9]{2}(?P=gap)[0-9]{2}"
_PLAIN_NUMBER = r"[0-9]{4} ?[0-9]{4}"
_BETWEEN = r"[ \n,;/]{1,3}"


def _form(body: str) -> re.Pattern[str]:
    """Compile a form that nothing is glued to."""
    return re.compile(rf"(?<![\w/.£$€+])(?<![0-9]-)(?P<value>{body})(?![\w/%\-])(?![.,][0-9])")


_SORT_CODE = label(r"sort ?-?codes?|sort|s/c(?:ode)?|SC|branch code", cues="sort|s/c|s code|sc|branch code|sortcode")
_ACCOUNT = label(
    r"(?:bank |current |savings |deposit |beneficiary |payee )?(?:account|acct?|a/c|AC)(?:(?: ?|\. ?)(?:numbers?|nos?|num|#))?"
    r"|(?:bank )?accounts (?:numbers?|nos?)",
    cues="account|accounts|acc|acct|a/c|ac",
)
_BOTH = label(
    r"sort ?-?codes?(?:[^\n0-9]{1,12})(?:account|a/c|acc)(?: numbers?| nos?)?|account numbers? (?:and|/|&) sort ?-?codes?"
    r"|bank details|(?:pay by |details for )?BACS(?: to| details)?|payee",
    cues="sort|sortcode|account|acc|acct|a/c|s/c|ac|sc|bank details|bacs|payee",
)
# A table's heading may stand a row or two above its figures.
_HEADING = re.compile(
    r"(?:sort ?-?code[\s\S]{0,60}(?:account|a/c|acc)|(?:account|a/c|acc)[\s\S]{0,60}sort ?-?code|bank details|BACS|payee)"
    r"[\s\S]{0,120}\Z",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s,;:(\-]{1,3}(?:the )?(?:sort ?-?code|account|bank|a/c)\b", re.IGNORECASE)


class BankAccountRecognizer(LabelledRecognizer):
    """Match sort codes and eight-digit account numbers beside their labels, in a line or under table headings."""

    ENTITY = "UK_BANK_ACCOUNT"
    LABEL = _BOTH
    SHAPES = (
        Shape("sort code", _form(_CODE), 0.9, "Six digits named as a sort code."),
        Shape("account number", _form(_NUMBER), 0.9, "Eight digits named as an account number."),
        Shape("code, number", _form(_PLAIN_CODE + _BETWEEN + _PLAIN_NUMBER), 0.9, "A sort code and an account number together."),
        Shape("number, code", _form(_PLAIN_NUMBER + _BETWEEN + _PLAIN_CODE), 0.9, "An account number and a sort code together."),
    )  # fmt: skip

    def label_of(self, shape: Shape) -> Label:
        """Return the label of a code, of a number or of both."""
        return {"sort code": _SORT_CODE, "account number": _ACCOUNT}.get(shape.name, _BOTH)

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep a match that its label names, or a pair under a heading that speaks of both."""
        if shape.name in ("sort code", "account number"):
            return shape if named and is_scanned(value) else None
        text, start = match.string, match.start()
        if named or _SORT_CODE.leads_to(text, start) or _ACCOUNT.leads_to(text, start):
            return shape
        if _TRAILING.match(text, match.end("value")):
            return shape
        return shape if _HEADING.search(text, max(0, start - 240), start) else None


RECOGNIZER = BankAccountRecognizer
