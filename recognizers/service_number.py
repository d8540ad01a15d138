"""SERVICE_NUMBER: a payroll, employee, staff, student, service, force or pension number of one person."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import ANY_NUMBER, LABELLED, NUMBER, LabelledRecognizer, is_scanned, is_statistic, label, loose

EXAMPLES = ("Payroll no. 123456", "Employee ID: E00123", "Service number 24567890", "Pension ref: 12/34567A")
COUNTER_EXAMPLES = (
    "Staff numbers: 2024 saw 1250",
    "The number of staff is 1250",
    "Customer service number 0303 123 1113",
    "service no longer runs",
)

_WHOSE = (
    r"pay ?-?roll|employees?'?s?|employment|emp\.?|staff|personnel|pers\.?|pension(?:er)?|force|HR|ESR|military|army|RAF|R\.?N|navy|naval"
    r"|oracle|SAP|iTrent|assignment|students?|volunteer|cadet|apprentice|clock|works?|worker|contractor|personal|LGPS"
    r"|(?<!customer\s)(?<!public\s)(?<!bus\s)(?<!train\s)(?<!helpline\s)(?<!rail\s)service"
)
_PHONE = re.compile(r"0[0-9]{10}|0[0-9]{2,4}(?= [0-9]{3})")


class ServiceNumberRecognizer(LabelledRecognizer):
    """Match a number that its label ties to one employee, officer, student, serviceman or pensioner."""

    ENTITY = "SERVICE_NUMBER"
    LABEL = label(
        rf"(?:{_WHOSE})(?:/(?:{_WHOSE}))? ?(?:(?:member|officer|scheme|identity|personal|roll|service|card|registration|assignment) ){{0,2}}{NUMBER}"
        r"|pay ?-?roll|employee",
        cues="payroll|pay roll|employee|employees|employment|emp|staff|personnel|pers|pension|pensioner|force|hr|esr|military|army"
        "|raf|rn|r.n|navy|naval|oracle|sap|itrent|assignment|student|students|volunteer|cadet|apprentice|clock|work|works|worker"
        "|contractor|personal|lgps|service",
    )
    ALIKE = True
    SHAPES = (
        Shape(
            LABELLED,
            loose(ANY_NUMBER),
            0.85,
            "A number labelled as one person's staff, service, student, payroll or pension number.",
        ),
    )

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep a named number that is no telephone number, no year and no count."""
        text, start = match.string, match.start()
        if not named or not is_scanned(value) or is_statistic(value, text, start) or _PHONE.match(text, start):
            return None
        return shape


RECOGNIZER = ServiceNumberRecognizer
