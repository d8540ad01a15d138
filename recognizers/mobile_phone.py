"""MOBILE_PHONE: a UK mobile number, which reaches one person wherever they are."""

from __future__ import annotations

from recognizers.phone_calls import Line, PhoneRecognizer

EXAMPLES = ("Mobile: 07700 900123", "+44 (0)7700 900 123", "0044 7700 900123", "Text 07700\n900123")
COUNTER_EXAMPLES = (
    "Personal number 070 1234 5678",
    "Pager 07600 123456",
    "Serial 07700900123456",
    "Section 7 of 2000",
)


class MobilePhoneRecognizer(PhoneRecognizer):
    """Match mobile ranges of the UK, Jersey, Guernsey and the Isle of Man (071 to 075, 077 to 079, and 07624)."""

    ENTITY = "MOBILE_PHONE"
    LINE = Line.MOBILE


RECOGNIZER = MobilePhoneRecognizer
