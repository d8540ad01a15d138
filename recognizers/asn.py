"""ARREST_SUMMONS_NUMBER: the number that ties one person to one arrest or summons."""

from __future__ import annotations

import re

from recognizers.labels import CheckedRecognizer, label, readings
from recognizers.pnc_id import CHECK_LETTERS

EXAMPLES = ("ASN 11/01ZD/01/448754K", "1101ZD0100000448754K", "ASN: 11/01ZD/01/448754A")
COUNTER_EXAMPLES = ("11/01ZD/01/448754A", "12/06/24/123", "1101ZD0100000448754A")

_S = r"[ \xa0\n]?"
_SLASHED = re.compile(
    rf"(?P<value>[0-9](?<![\w/.\-].)[0-9]{_S}/{_S}[0-9A-Za-z]{{4,5}}{_S}/{_S}[0-9A-Za-z]{{1,2}}{_S}/{_S}"
    rf"[0-9]{{1,11}} ?[A-Za-z]?)(?![\w/])"
)
_UNBROKEN = re.compile(r"(?P<value>[0-9](?<![\w/.\-].)[0-9][0-9A-Za-z]{6,7}[0-9]{11}[A-Za-z])(?![\w/])")


def asn_check_letter(year: str, force: str, system: str, serial: str) -> str:
    """Return the check letter: force, system and year digits, then the serial padded to eleven, modulo 23.

    Args:
        year: two digits.
        force: two characters; letters count for nothing.
        system: two characters after the unit; letters count for nothing.
        serial: up to eleven digits.

    Source: Criminal Justice System Data Standards Catalogue, "Arrest/Summons Number".
    """
    digits = (force if force.isdigit() else "") + (system if system.isdigit() else "") + year + serial.zfill(11)
    return CHECK_LETTERS[int(digits) % 23]


class ArrestSummonsNumberRecognizer(CheckedRecognizer):
    """Match YY/FFSS/SS/NNNNNNNNNNNC and the same unbroken."""

    ENTITY = "ARREST_SUMMONS_NUMBER"
    LABEL = label(
        r"ASNs?|A/S ?(?:no|number|ref)|arrest ?(?:/|and|or|&) ?summons(?: numbers?)?|arrest summons(?: numbers?)?"
    )
    SHAPES = (
        *readings(_SLASHED, noun="an arrest/summons number", test="check letter", bare=0.95),
        *readings(_UNBROKEN, noun="an arrest/summons number", test="check letter", bare=0.9),
    )

    def fits(self, value: str) -> bool:
        """Tell whether the check letter is the one the rest calls for."""
        body = "".join(value.split()).upper()
        if not body[-1].isalpha():
            return False
        if "/" in body:
            year, unit, system, serial = body[:-1].split("/")
        else:
            year, unit, system, serial = body[:2], body[2:-14], body[-14:-12], body[-12:-1]
        # A fifth character in front of the force code marks a non-police prosecutor.
        return asn_check_letter(year, unit[-4:-2], system, serial) == body[-1]


RECOGNIZER = ArrestSummonsNumberRecognizer
