"""UK_CRO: the number of one person's file at the Criminal Records Office."""

from __future__ import annotations

import re

from recognizers.labels import DIGIT, CheckedRecognizer, label, loose, readings
from recognizers.pnc_id import CHECK_LETTERS

EXAMPLES = ("CRO number: 123456/99L", "file SF90/456G held", "CRO 123456/99Z")
COUNTER_EXAMPLES = ("See 123456/99Z.", "Our reference 1234/24", "CRO files rose in 2023/24.", "cheque 12/24")


def cro_check_letter(year: str, serial: str) -> str:
    """Return the check letter: the two digits of the year, then the serial padded to six, modulo 23.

    Source: Criminal Justice System Data Standards Catalogue, "CRO Number". I, O and S are never used.
    """
    return CHECK_LETTERS[int(year + serial.zfill(6)) % 23]


def cro_file_check_letters(year: str, serial: str) -> frozenset[str]:
    """Return the letters that fit a search file (SF): the published rule leaves the serial unpadded, some pad it."""
    return frozenset((CHECK_LETTERS[int(year + serial) % 23], cro_check_letter(year, serial)))


_PLAIN = re.compile(r"(?P<value>[0-9](?<![\w/.\-].)[0-9]{0,5}[ \t\n]?/[ \t\n]?[0-9]{2}[ \t\n]?[A-Za-z])(?![\w/])")
_FILE = re.compile(r"(?P<value>[Ss](?<![\w/.\-].)[Ff] ?[0-9]{2}[ \t\n]?/[ \t\n]?[0-9]{1,6}[ \t\n]?[A-Za-z])(?![\w/])")
_STROKE = r"(?: ?[/\\\-] ?\n?| ?\n ?)"
_LABELLED = loose(
    rf"{DIGIT}(?:\n?{DIGIT}){{0,5}}{_STROKE}{DIGIT}{{2}}[ \n\-]?[A-Za-z]"
    rf"|[Ss][Ff][ /]?{DIGIT}{{2}}{_STROKE}{DIGIT}{{1,6}}[ \n\-]?[A-Za-z]"
)
_WHOLE = re.compile(r"(?:([0-9]{1,6})[/\\\-]([0-9]{2})|SF/?([0-9]{2})[/\\\-]([0-9]{1,6}))-?([A-Z])")


class CroNumberRecognizer(CheckedRecognizer):
    """Match NNNNNN/YYL and, for search files of 1939 to 1995, SFYY/NNNNNNL."""

    ENTITY = "UK_CRO"
    LABEL = label(
        r"A?CRO(?:/SF)?s?|C\.R\.O\.?|Criminal Records? Office(?: number)?",
        cues="cro|cros|acro|c.r.o|criminal record|criminal records",
    )
    SHAPES = (
        *readings(_LABELLED, _PLAIN, noun="a CRO number", test="check letter", score=0.85),
        readings(_LABELLED, _FILE, noun="a CRO search file number", test="check letter", score=0.9)[-1],
    )

    def fits(self, value: str) -> bool:
        """Tell whether the check letter is one the year and the serial call for."""
        whole = _WHOLE.fullmatch("".join(value.split()).upper())
        if whole is None:
            return False
        serial, year, file_year, file_serial, letter = whole.groups()
        if serial:
            return cro_check_letter(year, serial) == letter
        return 39 <= int(file_year) <= 95 and letter in cro_file_check_letters(file_year, file_serial)

    def bare_score(self, value: str, score: float) -> float | None:
        """Trust long serials; a short one, a lone letter or a small letter fits by chance too often."""
        if value[-1].islower() or not value[-2].isdigit():
            return None
        serial = len(value.split("/")[0].strip())
        if value[0] in "Ss" or serial >= 5:
            return score
        return 0.6 if serial >= 3 else 0.4


RECOGNIZER = CroNumberRecognizer
