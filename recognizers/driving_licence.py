"""UK_DRIVING_LICENCE: the driver number printed on one person's licence."""

from __future__ import annotations

import calendar
import re

from recognizers.labels import CheckedRecognizer, label, readings

EXAMPLES = ("MORGA657054SM9IJ", "Driving licence number: 12345678", "driver number JONES 710238 A99AB")
COUNTER_EXAMPLES = ("MORGA699054SM9IJ", "Licence fee 12345678", "Document 12345678", "MORGA657324SM9IJ")

_GB = re.compile(
    r"(?P<value>[A-Za-z](?<![\w/\-].)[A-Za-z9]{4}[ \xa0\n]?[0-9]{6}[ \xa0\n]?[A-Za-z9]{2}[ \xa0]?[0-9][ \xa0]?[A-Za-z0-9]{2})(?![\w/])"
)
_NI = re.compile(r"(?P<value>[0-9](?<![\w/.,£\-].)[0-9]{7})(?![\w/])(?![.,][0-9])")
_STRUCTURE = re.compile(r"[A-Z]{1,5}9{0,4}(?P<date>[0-9]{6})(?:[A-Z]{2}|[A-Z]9|99)[0-9][A-Z0-9]{2}")


def is_birth_date_of_licence(digits: str) -> bool:
    """Tell whether six digits (decade, month, day, day, year) are a date; women's months have 50 added.

    Source: DVLA, "Driving licence number" note in INS57P; the century is unknown, so 29 February always passes.
    """
    month, day = int(digits[1:3]), int(digits[3:5])
    month -= 50 if month > 50 else 0
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]


class DrivingLicenceRecognizer(CheckedRecognizer):
    """Match the 16 characters of Great Britain, and Northern Ireland's eight digits where a label names them."""

    ENTITY = "UK_DRIVING_LICENCE"
    LABEL = label(
        r"driv(?:ing|er'?s?|er’s) ?-?licen[cs]e(?: ?\(NI\))?|driver|DLN|DL|DVLA (?:licence|driver)|DVA licence|licen[cs]e holder"
    )
    SHAPES = (
        *readings(_GB, noun="a driving licence number", test="coded date of birth", bare=0.9),
        *readings(_NI, noun="a Northern Ireland driving licence number", test="form", bare=None),
    )

    def fits(self, value: str) -> bool:
        """Tell whether the value has the structure of its country, date of birth included."""
        number = "".join(value.split()).upper()
        if number.isdigit():
            return True
        structure = _STRUCTURE.fullmatch(number)
        return structure is not None and len(number) == 16 and is_birth_date_of_licence(structure["date"])


RECOGNIZER = DrivingLicenceRecognizer
