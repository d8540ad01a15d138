"""UK_NINO: the National Insurance number of one person."""

from __future__ import annotations

import re

from recognizers.labels import DIGIT, GAP, OTHER_THINGS, CheckedRecognizer, label, loose, readings, run

EXAMPLES = ("NI number AB123456C", "AB 12 34 56 C", "Nino: qq123456c")
COUNTER_EXAMPLES = ("QQ123456C", "ab123456c", "Invoice AB123456", "Model GB123456A", "AB1234567C")

_NEVER_ISSUED = frozenset({"BG", "GB", "NK", "KN", "NT", "TN", "ZZ"})
_G = r"[ \t\n.\-]?"
_BARE = re.compile(
    rf"(?P<value>[A-Z](?<![\w/].)[A-Z](?:{_G}[0-9]{{2}}{_G}[0-9]{{2}}{_G}[0-9]{{2}}|{_G}[0-9]{{3}}{_G}[0-9]{{3}}"
    rf"|[ ]?[0-9]{{2}}/[0-9]{{2}}/[0-9]{{2}}){_G}[A-DFM])(?![\w/])"
)
_LABELLED = loose(rf"(?=[0-9]?[A-Za-z])[A-Za-z01258]{GAP}[A-Za-z01258]{GAP}{run(6, kind=DIGIT)}(?:{GAP}[A-Za-z8])?")
_TEMPORARY = re.compile(r"TN(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[FM]")


def is_issuable_nino(number: str) -> bool:
    """Tell whether a number of two letters, six digits and A to D, no gaps, could have been issued.

    Source: HMRC, National Insurance Manual NIM39110: D, F, I, Q, U and V stand in neither place of the prefix, O not in
    the second, and BG, GB, KN, NK, NT, TN and ZZ are not used.
    """
    prefix = number[:2]
    return (
        len(number) == 9
        and number[2:8].isdigit()
        and not set(prefix) & set("DFIQUV0123456789")
        and prefix[1] != "O"
        and prefix not in _NEVER_ISSUED
        and number[8] in "ABCD"
    )


def is_temporary_nino(number: str) -> bool:
    """Tell whether a number is TN, a date of birth and F or M, as given to whoever's number is being traced."""
    return _TEMPORARY.fullmatch(number) is not None


class NinoRecognizer(CheckedRecognizer):
    """Match AB123456C with the spaces, hyphens and line breaks people put in; a label allows small letters."""

    ENTITY = "UK_NINO"
    LABEL = label(
        r"NINOs?|N\.? ?I\.?|NI(?:N| ?nos?| numbers?)|Nat(?:ional|\.)? ?Ins(?:urance|\.)?(?: (?:numbers?|nos?))?|insurance (?:number|no)",
        cues="nino|ninos|ni|nin|n.i|n i number|n i no|nat ins|national insurance|natins|nat insurance|national ins|insurance number|insurance no",
    )
    OTHER = OTHER_THINGS
    SHAPES = readings(_LABELLED, _BARE, noun="a National Insurance number", test="lettering", score=0.9)

    def fits(self, value: str) -> bool:
        """Tell whether the prefix and the suffix are ones that are issued."""
        number = re.sub(r"[^A-Za-z0-9]", "", value).upper()
        return is_issuable_nino(number) or is_temporary_nino(number)

    def bare_score(self, value: str, score: float) -> float | None:
        """Be less sure where a gap before the suffix alone makes it a collar number and a letter, or it is temporary."""
        if value.startswith("TN"):
            return 0.7
        return None if "/" in value else 0.6 if re.fullmatch(r"[A-Z]{2}\s?[0-9]{6}\s[A-Z]", value) else score


RECOGNIZER = NinoRecognizer
