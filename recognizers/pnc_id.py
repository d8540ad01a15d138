"""UK_PNC_ID: the number of one person's record on the Police National Computer."""

from __future__ import annotations

import re

from recognizers.labels import DIGIT, CheckedRecognizer, label, loose, readings

EXAMPLES = ("PNC ID 99/0123456X", "He is recorded as 1999/1234567B.", "20/0000009N", "PNC: 99/1234567A")
COUNTER_EXAMPLES = ("See 99/1234567A.", "Our reference FOI/2024/00123", "PNC checks rose in 2023/24.", "on 12/06/2024")

CHECK_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"


def pnc_check_letter(year: str, serial: str) -> str:
    """Return the check letter: the last two digits of the year, then the serial padded to seven, modulo 23.

    Source: Criminal Justice System Data Standards Catalogue, "PNC ID". I, O and S are never used.
    """
    return CHECK_LETTERS[int(year[-2:] + serial.zfill(7)) % 23]


# The first character is matched before what may not stand in front of it: `re` skips fast to a leading character
# class and not to a look-behind.
_BARE = re.compile(
    r"(?P<value>[0-9](?<![\w/.\-].)(?:[0-9]{3}|[0-9])[ \t\n]?/[ \t\n]?[0-9]{1,7}[ \t\n]?[A-Za-z])(?![\w/])"
)
# Without a letter a stroke must part year and serial, and three digits at least follow: "2023/24" is a year.
_LABELLED = loose(
    rf"(?:{DIGIT}{{4}}|{DIGIT}{{2}})(?: ?[/\\\-.] ?\n?|[ \n]){DIGIT}(?:\n?{DIGIT}){{0,6}}[ \n\-]?[A-Za-z]"
    rf"|(?:{DIGIT}{{4}}|{DIGIT}{{2}}) ?/ ?\n?{DIGIT}{{3,7}}"
)
_PARTS = re.compile(r"([0-9]{2}|[0-9]{4})\s*[/\\\-. \n]\s*([0-9\n]{1,12})([\s\-]?)([A-Za-z])")


class PncIdRecognizer(CheckedRecognizer):
    """Match YY/NNNNNNNL and YYYY/NNNNNNNL, leading zeros of the serial left out or not."""

    ENTITY = "UK_PNC_ID"
    LABEL = label(
        r"PNCs?(?:\s?[\-/]?IDs?)?|Police National Computer(?: (?:ID|identifier|number|record))?|PNC check|PNC record",
        cues="pnc|pncs|pncid|pncids|national computer",
    )
    SHAPES = readings(_LABELLED, _BARE, noun="a PNC ID", test="check letter", score=0.9)

    def fits(self, value: str) -> bool:
        """Tell whether the check letter is the one the year and the serial call for."""
        parts = _PARTS.fullmatch(value)
        if parts is None or (len(parts[1]) == 4 and parts[1][:2] not in ("19", "20")):
            return False
        serial = parts[2].replace("\n", "")
        return 0 < len(serial) <= 7 and pnc_check_letter(parts[1], serial) == parts[4].upper()

    def bare_score(self, value: str, score: float) -> float | None:
        """Trust the full seven digits; a short serial, a lone letter or a small letter fits by chance too often."""
        parts = _PARTS.fullmatch(value)
        if parts is None:
            return None
        if len(parts[2]) == 7:
            return score
        if parts[3] or parts[4].islower():
            return None
        return 0.75 if len(parts[2]) >= 4 else 0.5


RECOGNIZER = PncIdRecognizer
