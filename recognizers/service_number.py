"""SERVICE_NUMBER: a payroll, employee, staff, service, force or pension number of one person."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = ("Payroll no. 123456", "Employee ID: E00123", "Service number 24567890", "Pension ref: 12/34567A")
COUNTER_EXAMPLES = (
    "Staff numbers: 2024 saw 1250",
    "The number of staff is 1250",
    "Customer service number 0303 123 1113",
    "service no longer runs",
)

_NUMBER_WORD = r"(?:(?:numb?er|num|no|id(?:entifier|entity)?|ref(?:erence)?|code)\b\.?|#)"


class ServiceNumberRecognizer(ShapeRecognizer):
    """Match a number that its label ties to one employee, officer, serviceman or pensioner."""

    ENTITY = "SERVICE_NUMBER"
    SHAPES = (
        Shape(
            "labelled",
            re.compile(
                r"(?<!customer\s)(?<!public\s)(?<!bus\s)\b(?:pay\s?roll|employee|employment|staff|personnel|service|pension"
                r"|force|HR|military|army|RAF|navy|oracle|SAP)\s{1,2}(?:(?:member|officer|scheme|identity|personal|roll)\s)?"
                rf"{_NUMBER_WORD}(?:\s{{0,2}}(?:number|no)\b\.?)?\s{{0,2}}(?:is\b|was\b)?[\s:=(\u2013-]{{0,4}}"
                r"(?P<value>(?:[A-Z]{1,4}[ /-]?)?[0-9]{1,4}[/-][0-9]{2,8}[A-Z]?|[1-9][0-9]{2}\s[0-9]{3}(?:\s[0-9]{3})?|(?:[A-Z]{1,4}[ /-]?)?[0-9]{3,10}[A-Z]?)"
                r"(?![\w]|[.,/-][0-9]|\s[0-9]|\s?%)",
                re.IGNORECASE,
            ),
            0.85,
            "A number labelled as one person's staff, service, payroll or pension number.",
        ),
    )


RECOGNIZER = ServiceNumberRecognizer
