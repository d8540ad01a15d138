"""PATIENT_NUMBER: the number under which a hospital or a health board knows one patient.

Scotland's CHI number holds a date of birth and a check digit, Northern Ireland's Health and Care number a check digit;
both share their sum with the NHS number. A hospital makes its own numbers up, and only a label tells them.
"""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import (
    ANY_NUMBER,
    LABELLED,
    MISTYPED,
    NUMBER,
    OTHER_NUMBERS,
    Label,
    LabelledRecognizer,
    is_own_reference,
    is_scanned,
    is_statistic,
    label,
    loose,
    run,
)
from recognizers.nhs_number import is_nhs_number

EXAMPLES = ("Hospital number A123456", "CHI 0101601239", "the patient (1507854323) was seen", "MRN: 1234567")
COUNTER_EXAMPLES = ("0101601238", "patient numbers: 12345", "Hospital Road 1234", "01632 960123")

_CHI = re.compile(
    r"(?P<value>[0-3](?<![\w/.,+£$€\-].)[0-9](?:0[1-9]|1[0-2])[0-9]{2}[ \n\-]?[0-9]{4})(?![\w/\-])(?![.,][0-9])"
)
_OWN_LABEL = label(
    rf"(?:hospital|hosp\.?|patients?'?s?|pt\.?|unit|case ?-?notes?|medical records?|health records?|PAS|RiO|EMIS|SystmOne|clinic|A&E|ED|district|patient record|patient hospital|clinic patient) ?{NUMBER}"
    rf"|MRNs?(?: {NUMBER})?|(?:patient|NHS/) ?hospital {NUMBER}",
    cues="hospital|hosp|patient|patients|pt|unit|case note|casenote|case notes|casenotes|medical record|medical records|health records|mrn|mrns|pas|rio|emis|systmone|clinic|a&e|ed|district",
)
_CHI_LABEL = label(
    rf"CHI(?: {NUMBER})?|community health index(?: {NUMBER})?|H&C|H ?& ?C|HCN|(?:health (?:and|&) (?:social )?care|HSC) {NUMBER}",
    cues="chi|community index|h&c|h c number|h c no|hcn|health care|health social care|hsc",
)


def is_chi_number(digits: str) -> bool:
    """Tell whether ten digits are a date of birth and a serial with the right check digit.

    Source: Public Health Scotland, Data Dictionary, "CHI number": DDMMYY, two digits, one for the sex, the check digit
    of the NHS number.
    """
    return is_chi_date(digits) and is_nhs_number(digits)


def is_chi_date(digits: str) -> bool:
    """Tell whether a CHI number's first six digits can be a day, a month and a year."""
    return len(digits) == 10 and 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


class PatientNumberRecognizer(LabelledRecognizer):
    """Match CHI and Health and Care numbers, and hospital numbers that a label names."""

    ENTITY = "PATIENT_NUMBER"
    LABEL = _CHI_LABEL
    OTHER = label(r"NHS(?: (?:number|no))?")
    ALONE = frozenset({"date of birth and check digit"})
    ALIKE = True
    SHAPES = (
        Shape(LABELLED, loose(run(10)), 0.95, "Named as a CHI or Health and Care number, and its check digit fits."),
        Shape(MISTYPED, loose(run(10)), 0.5, "Named as a CHI or Health and Care number, but its check digit does not fit."),
        Shape("date of birth and check digit", _CHI, 0.55, "Ten digits that begin with a date and whose check digit fits."),
        Shape("hospital", loose(ANY_NUMBER), 0.85, "Named as a hospital's or a clinic's number for a patient."),
    )  # fmt: skip

    def label_of(self, shape: Shape) -> Label:
        """Return the label of a CHI number or of a hospital's own."""
        return _OWN_LABEL if shape.name == "hospital" else _CHI_LABEL

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep what a label names, and an unnamed CHI number whose date and check digit are right."""
        text, start = match.string, match.start()
        if shape.name == LABELLED:
            if not named or not is_scanned(value):
                return None
            return shape if is_nhs_number(re.sub(r"[^0-9A-Za-z]", "", value)) else self.SHAPES[1]
        if shape.name == "hospital":
            return shape if named and is_scanned(value) and not is_statistic(value, text, start) else None
        if not is_chi_number(re.sub(r"\D", "", value)) or is_own_reference(text, start):
            return None
        return None if OTHER_NUMBERS.leads_to(text, start) or self.OTHER.leads_to(text, start) else shape


RECOGNIZER = PatientNumberRecognizer
