"""UK_NINO: the National Insurance number of one person."""

from __future__ import annotations

import re

from recognizers.labels import CheckedRecognizer, label, readings

EXAMPLES = ("NI number AB123456C", "AB 12 34 56 C", "Nino: qq123456c")
COUNTER_EXAMPLES = ("QQ123456C", "ab123456c", "Invoice AB123456", "Model GB123456A", "AB1234567C")

_NEVER_ISSUED = frozenset({"BG", "GB", "NK", "KN", "NT", "TN", "ZZ"})
_GAP = r"[ \t\xa0\n.\-]?"
_FORM = re.compile(
    rf"(?P<value>[A-Za-z](?<![\w/].)[A-Za-z]{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}(?:{_GAP}[A-Za-z])?)(?![\w/])"
)


def is_issuable_nino(number: str) -> bool:
    """Tell whether a number of two letters, six digits and A to D, no gaps, could have been issued.

    Source: HMRC, National Insurance Manual NIM39110: D, F, I, Q, U and V stand in neither place of the prefix, O not in
    the second, and BG, GB, KN, NK, NT, TN and ZZ are not used.
    """
    prefix = number[:2]
    return (
        len(number) == 9
        and not set(prefix) & set("DFIQUV")
        and prefix[1] != "O"
        and prefix not in _NEVER_ISSUED
        and number[8] in "ABCD"
    )


class NinoRecognizer(CheckedRecognizer):
    """Match AB123456C with the spaces, hyphens and line breaks people put in; a label allows small letters."""

    ENTITY = "UK_NINO"
    LABEL = label(r"NINOs?|N\.?I\.?|NI(?:N| ?no| number)|Nat(?:ional|\.)? Ins(?:urance|\.)?(?: (?:number|no))?")
    SHAPES = readings(_FORM, noun="a National Insurance number", test="lettering", bare=0.9)

    def fits(self, value: str) -> bool:
        """Tell whether the prefix and the suffix are ones that are issued."""
        return is_issuable_nino(re.sub(r"[\s.\-]", "", value).upper())

    def bare_score(self, value: str, score: float) -> float | None:
        """Ask for capitals; a gap before the suffix alone is the shape of a collar number and a letter."""
        if not value.isupper():
            return None
        return 0.6 if re.fullmatch(r"[A-Z]{2}\s?[0-9]{6}\s[A-Z]", value) else score


RECOGNIZER = NinoRecognizer
