"""ARREST_SUMMONS_NUMBER: the number that ties one person to one arrest or summons."""

from __future__ import annotations

import re

from recognizers.labels import DIGIT, CheckedRecognizer, label, loose, readings
from recognizers.pnc_id import CHECK_LETTERS

EXAMPLES = ("ASN 11/01ZD/01/448754K", "1101ZD0100000448754K", "ASN: 11/01ZD/01/448754A")
COUNTER_EXAMPLES = ("11/01ZD/01/448754A", "12/06/24/123", "1101ZD0100000448754A")

_S = r"[ \n]?"
_SLASHED = re.compile(
    rf"(?P<value>[0-9](?<![\w/.\-].)[0-9]{_S}/{_S}[0-9A-Za-z]{{4,5}}{_S}/{_S}[0-9A-Za-z]{{1,2}}{_S}/{_S}"
    rf"[0-9]{{1,11}} ?[A-Za-z])(?![\w/])"
)
_UNBROKEN = re.compile(r"(?P<value>[0-9](?<![\w/.\-].)[0-9][0-9A-Za-z]{6,7}[0-9]{11}[A-Za-z])(?![\w/])")
_STROKE = r"(?: ?[/\\\-] ?\n?| ?\n ?| )"
_LABELLED = loose(
    rf"{DIGIT}{{2}}{_STROKE}[0-9A-Za-z]{{4,5}}{_STROKE}[0-9A-Za-z]{{1,2}}{_STROKE}{DIGIT}{{1,11}} ?[A-Za-z]?"
)
_LABELLED_UNBROKEN = loose(rf"{DIGIT}{{2}}(?:\n?[0-9A-Za-z]){{6,7}}(?:\n?{DIGIT}){{11}}\n?[A-Za-z]")


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
        r"ASNs?|A/S ?(?:nos?|numbers?|ref)|arrest ?(?:/|and|or|&) ?summons(?: numbers?| nos?)?"
        r"|arrest summons(?: numbers?| nos?)?|summons (?:nos?|numbers?)",
        cues="asn|asns|a/s|summons",
    )
    SHAPES = (
        *readings(_LABELLED, _SLASHED, noun="an arrest/summons number", test="check letter", score=0.95),
        *readings(_LABELLED_UNBROKEN, _UNBROKEN, noun="an arrest/summons number", test="check letter", score=0.9),
    )

    def fits(self, value: str) -> bool:
        """Tell whether the check letter is the one the rest calls for."""
        body = re.sub(r"[ \\\-]", "/", re.sub(r"\s*([/\\\-])\s*", "/", value.replace("\n", ""))).upper()
        if not body[-1].isalpha():
            return False
        if "/" in body:
            parts = [part for part in body[:-1].split("/") if part]
            if len(parts) != 4:
                return False
            year, unit, system, serial = parts
        else:
            year, unit, system, serial = body[:2], body[2:-14], body[-14:-12], body[-12:-1]
        # A fifth character in front of the force code marks a non-police prosecutor.
        return (year + serial).isdigit() and asn_check_letter(year, unit[-4:-2], system, serial) == body[-1]


RECOGNIZER = ArrestSummonsNumberRecognizer
