"""UK_CRO: the number of one person's file at the Criminal Records Office."""

from __future__ import annotations

import re

from recognizers.labels import CheckedRecognizer, label, readings
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


_PLAIN = re.compile(
    r"(?P<value>[0-9](?<![\w/.\-].)[0-9]{0,5}[ \t\xa0\n]?/[ \t\xa0\n]?[0-9]{2}[ \t\xa0\n]?[A-Za-z](?![\w/]))"
)
_FILE = re.compile(
    r"(?P<value>[Ss](?<![\w/.\-].)[Ff] ?[0-9]{2}[ \t\xa0\n]?/[ \t\xa0\n]?[0-9]{1,6}[ \t\xa0\n]?[A-Za-z](?![\w/]))"
)


class CroNumberRecognizer(CheckedRecognizer):
    """Match NNNNNN/YYL and, for search files of 1939 to 1995, SFYY/NNNNNNL."""

    ENTITY = "UK_CRO"
    LABEL = label(r"CRO|C\.R\.O\.?|Criminal Records? Office(?: number)?")
    SHAPES = (
        *readings(_PLAIN, noun="a CRO number", test="check letter", bare=0.85),
        *readings(_FILE, noun="a CRO search file number", test="check letter", bare=0.9),
    )

    def fits(self, value: str) -> bool:
        """Tell whether the check letter is one the year and the serial call for."""
        body = "".join(value.split()).upper()
        left, right = body[:-1].split("/")
        if left.startswith("SF"):
            return 39 <= int(left[2:]) <= 95 and body[-1] in cro_file_check_letters(left[2:], right)
        return cro_check_letter(right, left) == body[-1]

    def bare_score(self, value: str, score: float) -> float | None:
        """Trust long serials; a short one, a lone letter or a small letter fits by chance too often."""
        if value[-1].islower() or not value[-2].isdigit():
            return None
        serial = len(value.split("/")[0].strip())
        if value[0] in "Ss" or serial >= 5:
            return score
        return 0.6 if serial >= 3 else 0.4


RECOGNIZER = CroNumberRecognizer
