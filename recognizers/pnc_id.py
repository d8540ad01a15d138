"""UK_PNC_ID: the number of one person's record on the Police National Computer."""

from __future__ import annotations

import re

from recognizers.labels import CheckedRecognizer, label, readings

EXAMPLES = ("PNC ID 99/0123456X", "He is recorded as 1999/1234567B.", "20/0000009N", "PNC: 99/1234567A")
COUNTER_EXAMPLES = ("See 99/1234567A.", "Our reference FOI/2024/00123", "PNC checks rose in 2023/24.", "on 12/06/2024")

CHECK_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"


def pnc_check_letter(year: str, serial: str) -> str:
    """Return the check letter: the last two digits of the year, then the serial padded to seven, modulo 23.

    Source: Criminal Justice System Data Standards Catalogue, "PNC ID". I, O and S are never used.
    """
    return CHECK_LETTERS[int(year[-2:] + serial.zfill(7)) % 23]


# The first character is matched before what may not stand in front of it: `re` skips fast to a leading character
# class and not to a look-behind. Two years, a slash and fewer than three digits with no letter is "2023/24".
_FORM = re.compile(
    r"(?P<value>[0-9](?<![\w/.\-].)(?:[0-9]{3}|[0-9])[ \t\xa0\n]?/[ \t\xa0\n]?[0-9]{1,7}"
    r"(?:[ \t\xa0\n]?[A-Za-z](?![\w/])|(?<=[0-9]{3})(?![\w/])))"
)
_PARTS = re.compile(r"([0-9]{2,4})\s*/\s*([0-9]{1,7})(\s?)([A-Za-z]?)")


class PncIdRecognizer(CheckedRecognizer):
    """Match YY/NNNNNNNL and YYYY/NNNNNNNL, leading zeros of the serial left out or not."""

    ENTITY = "UK_PNC_ID"
    LABEL = label(r"PNCs?(?:\s?-?IDs?)?|Police National Computer(?: (?:ID|identifier|number|record))?")
    SHAPES = readings(_FORM, noun="a PNC ID", test="check letter", bare=0.9)

    def fits(self, value: str) -> bool:
        """Tell whether the check letter is the one the year and the serial call for."""
        parts = _PARTS.fullmatch(value)
        if parts is None or not parts[4] or (len(parts[1]) == 4 and parts[1][:2] not in ("19", "20")):
            return False
        return pnc_check_letter(parts[1], parts[2]) == parts[4].upper()

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
