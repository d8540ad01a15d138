"""IBAN_CODE: an international bank account number."""

from __future__ import annotations

import re

from recognizers.labels import CheckedRecognizer, label, loose, readings

EXAMPLES = ("IBAN GB82 WEST 1234 5698 7654 32", "DE89370400440532013000", "IBAN: GB82WEST12345698765433")
COUNTER_EXAMPLES = ("GB82 WEST 1234 5698 7654 33", "DE89370400440532013001", "GB82 is a road", "XX82WEST12345698765432")

# Length of the whole number by country: SWIFT, IBAN Registry (ISO 13616).
LENGTHS = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
# The length belongs in the pattern: "GB82 WEST ... 32 THE BANK" must end where the country's number ends.
_REST = "|".join(
    rf"(?<=(?:{'|'.join(codes.split())})[0-9]{{2}})(?:[ \n\-]?[A-Za-z0-9]){{{length - 4}}}"
    for length, codes in LENGTHS.items()
)
_FORM = re.compile(rf"(?P<value>[A-Za-z](?<![\w/].)[A-Za-z][0-9]{{2}}(?i:{_REST}))(?!\w)")
# One that is too short or of no known country, where a label says that it is one.
_LABELLED = loose(r"[A-Z]{2}[0-9OI]{2}(?:[ \n\-]?[A-Z0-9]{4}){2,7}(?:[ \n\-]?[A-Z0-9]{1,3})?")


def is_iban(number: str) -> bool:
    """Tell whether a number has its country's structure and a remainder of 1 modulo 97.

    Source: ISO 13616-1 and ISO/IEC 7064, MOD 97-10.
    """
    from stdnum import iban

    return bool(iban.is_valid(number, check_country=False))


class IbanRecognizer(CheckedRecognizer):
    """Match an IBAN of any country in the registry, in fours or unbroken."""

    ENTITY = "IBAN_CODE"
    LABEL = label(r"IBANs?|international bank account(?: number)?", cues="iban|ibans|international bank")
    SHAPES = (
        *readings(_FORM, _FORM, noun="an IBAN", test="check digits", score=0.95),
        *readings(_LABELLED, None, noun="an IBAN", test="check digits"),
    )

    def fits(self, value: str) -> bool:
        """Tell whether structure and check digits are right."""
        return is_iban(re.sub(r"[\s\-]", "", value))


RECOGNIZER = IbanRecognizer
