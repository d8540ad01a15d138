"""PHONE_NUMBER: any other telephone number: a switchboard, a helpline, a fax, a number abroad."""

from __future__ import annotations

from recognizers.phone_calls import Line, PhoneRecognizer

EXAMPLES = (
    "Helpline 0303 123 1113",
    "Switchboard: 01632 960000",
    "write or ring +353 1 679 5999",
    "Freephone 0800 123 1234",
)
COUNTER_EXAMPLES = (
    "Direct dial: 01632 960123",
    "Mobile 07700 900123",
    "Invoice 0163296012345",
    "NHS number 943 476 5919",
    "On 01/12/2024 at 10:30",
)


class PhoneNumberRecognizer(PhoneRecognizer):
    """Match UK numbers that no label ties to one desk and that are no mobile, and valid international numbers."""

    ENTITY = "PHONE_NUMBER"
    LINE = Line.GENERAL


RECOGNIZER = PhoneNumberRecognizer
