"""DIRECT_DIAL: a telephone number or an extension that rings one named person's desk."""

from __future__ import annotations

from recognizers.phone_calls import Line, PhoneRecognizer

EXAMPLES = (
    "Direct dial: 01632 960123",
    "Call me on ext. 4417.",
    "Switchboard 01632 960000 ext. 4521",
    "101 ext 4521",
    "VM No. 72345",
    "Office: 020 7946 0123 (direct)",
)
COUNTER_EXAMPLES = (
    "See extract 4417 of the minutes.",
    "Invoice 01632960123456",
    "Tel: 0303 123 1113",
    "Call their helpline - 0303 123 1113",
    "Switchboard: 01632 960000",
    "An extension of 20 working days",
)


class DirectDialRecognizer(PhoneRecognizer):
    """Match UK numbers that a label ties to one desk, and office extensions with or without their number."""

    ENTITY = "DIRECT_DIAL"
    LINE = Line.DIRECT


RECOGNIZER = DirectDialRecognizer
