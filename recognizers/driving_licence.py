"""UK_DRIVING_LICENCE: the driver number printed on one person's licence."""

from __future__ import annotations

import calendar
import re

from recognizers.base import Shape
from recognizers.labels import DIGIT, GAP, CheckedRecognizer, Label, label, loose, readings

EXAMPLES = ("MORGA657054SM9IJ", "Driving licence number: 12345678", "driver number JONES 710238 A99AB")
COUNTER_EXAMPLES = ("MORGA699054SM9IJ", "Licence fee 12345678", "Document 12345678", "MORGA657324SM9IJ")

_GB = re.compile(
    r"(?P<value>[A-Z](?<![\w/\-].)[A-Z9]{4}[ \n\-]?[0-9]{6}[ \n\-]?[A-Z9]{2}[ \-]?[0-9][ \-]?[A-Z0-9]{2})(?![\w/])"
)
_LABELLED = loose(
    rf"(?=[A-Za-z0-9]{{0,4}}[A-Za-z])[A-Za-z0158][A-Za-z0-9]{{4}}{GAP}{DIGIT}(?:\n?{DIGIT}){{5}}{GAP}[A-Za-z0-9]{{2}}{GAP}[A-Za-z0-9]{GAP}[A-Za-z0-9]{{2}}"
)
_NI = loose(r"[0-9]{8}")
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
        r"driv(?:ing|er'?s?) ?-?licen[cs]es?(?: ?\(NI\))?|drivers?|DLN|DL|DVLA (?:licence|driver)|DVA licence"
        r"|licen[cs]e holder|(?:driver|provisional|UK|GB|photocard) licen[cs]e",
        cues="dln|dl|dvla|dva|driver|drivers|driving licence|driving license|driving licences|licence holder|provisional licence|uk licence|gb licence|photocard licence",
    )
    WIDE = label(
        r"(?:driv\w{2,4} )?licen[cs]e(?: (?:numbers?|nos?|holder))?|drivers?|DLN?|DVLA",
        cues="licence|licences|license|driver|drivers|dl|dln|dvla",
    )
    SHAPES = (
        *readings(_LABELLED, _GB, noun="a driving licence number", test="coded date of birth", score=0.9),
        *readings(_NI, None, noun="a Northern Ireland driving licence number", test="form"),
    )

    def label_of(self, shape: Shape) -> Label:
        """Return the label; sixteen characters say more of themselves than eight digits, and need less of it."""
        return self.LABEL if shape.regex is _NI else self.WIDE

    def fits(self, value: str) -> bool:
        """Tell whether the value has the structure of its country, date of birth included."""
        number = re.sub(r"[^A-Za-z0-9]", "", value).upper()
        if number.isdigit():
            return len(number) == 8
        structure = _STRUCTURE.fullmatch(number)
        return structure is not None and len(number) == 16 and is_birth_date_of_licence(structure["date"])


RECOGNIZER = DrivingLicenceRecognizer
