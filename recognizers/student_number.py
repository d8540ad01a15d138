"""STUDENT_NUMBER: the number of one pupil, learner, student or examination candidate.

The unique pupil number (UPN) has a check letter and speaks for itself. The unique learner number (ULN) has a check digit
but is any ten digits without its label. The other numbers are known by their labels alone.
"""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.labels import (
    ANY_NUMBER,
    BARE,
    DIGIT,
    LABELLED,
    MISTYPED,
    NUMBER,
    CheckedRecognizer,
    Label,
    is_scanned,
    is_statistic,
    label,
    loose,
    readings,
    run,
)

EXAMPLES = ("UPN H801200001001", "pupil H801200001001", "ULN: 1000000043", "Candidate number 1234")
COUNTER_EXAMPLES = ("H801200001002", "1000000043", "pupil numbers: 12345", "learners 1000000043")

_UPN = re.compile(r"(?P<value>[A-HJ-NP-RT-Z](?<![\w/.\-].)[0-9]{11}[0-9A-HJ-NP-RT-Z])(?![\w/])")
_LABELLED_UPN = loose(
    rf"[A-Za-z]{DIGIT}{{3}} ?\n?{DIGIT}{{4}} ?\n?{DIGIT}{{4}}[0-9A-Za-z]|[A-Za-z] ?\n?{DIGIT}{{11}}[0-9A-Za-z]|[A-Za-z] ?[0-9]{{4}} [0-9]{{4}} [0-9]{{4}}|[A-Za-z][0-9]{{3}} [0-9]{{4}} [0-9]{{5}}"
)
_OTHER = label(
    rf"(?:pupil|learner|students?|candidate|exam(?:ination)? candidate|matriculation|UCAS(?: personal)?|HUSID|HESA|SITS|admission)'?s?"
    rf"(?: (?:application|registration|reference|personal|identification))? ?{NUMBER}|UCI|SCN|HUSID|scottish candidate(?: {NUMBER})?",
    cues="pupil|pupils|learner|student|students|candidate|matriculation|ucas|husid|hesa|sits|admission|uci|scn",
)
_ULN = label(rf"ULNs?(?: {NUMBER})?|unique learner(?: {NUMBER})?|learner {NUMBER}", cues="uln|ulns|learner")
_UPN_CHECK = "ABCDEFGHJKLMNPQRTUVWXYZ"


def is_upn(number: str) -> bool:
    """Tell whether thirteen characters are a unique pupil number with the right check letter.

    Source: Department for Education, "Unique pupil numbers: a guide for schools and local authorities": weights 2 to 13
    from the second character on, modulo 23; the last of a temporary number is a letter that counts as its place in the
    alphabet of 23 letters.
    """
    if not re.fullmatch(rf"[{_UPN_CHECK}][0-9]{{11}}[0-9{_UPN_CHECK}]", number):
        return False
    total = sum(
        weight * (int(char) if char.isdigit() else _UPN_CHECK.index(char)) for weight, char in enumerate(number[1:], 2)
    )
    return _UPN_CHECK[total % 23] == number[0]


def is_uln(digits: str) -> bool:
    """Tell whether ten digits are a unique learner number with the right check digit.

    Source: Learning Records Service, "ULN validation": weights 10 to 2; ten less the remainder modulo 11.
    """
    if not re.fullmatch(r"[1-9][0-9]{9}", digits):
        return False
    return 10 - sum(int(char) * (10 - at) for at, char in enumerate(digits[:9])) % 11 == int(digits[9])


class StudentNumberRecognizer(CheckedRecognizer):
    """Match pupil numbers by form or label, learner numbers by label and check digit, other numbers by label."""

    ENTITY = "STUDENT_NUMBER"
    LABEL = label(rf"UPNs?(?: {NUMBER})?|unique pupil(?: {NUMBER})?", cues="upn|upns|unique pupil")
    ALIKE = True
    SHAPES = (
        *readings(_LABELLED_UPN, _UPN, noun="a unique pupil number", test="check letter", score=0.9),
        Shape("learner", loose(run(10)), 0.95, "Named as a unique learner number, and its check digit fits."),
        Shape("other", loose(rf"[0-9]{{3}}-[0-9]{{3}}-[0-9]{{4}}|[0-9]{{12,13}}|{ANY_NUMBER}"), 0.85, "Named as a pupil's, a student's or a candidate's number."),
    )  # fmt: skip

    def label_of(self, shape: Shape) -> Label:
        """Return the label of a pupil number, a learner number or any other."""
        return {"learner": _ULN, "other": _OTHER}.get(shape.name, self.LABEL)

    def fits(self, value: str) -> bool:
        """Tell whether the check letter of a pupil number or the check digit of a learner number is right."""
        number = re.sub(r"[^0-9A-Za-z]", "", value).upper()
        return is_upn(number) or is_uln(number)

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Return the reading that a match deserves."""
        if shape.name in (LABELLED, BARE):
            return super().judge(value, match, shape, named=named)
        if not named or not is_scanned(value) or is_statistic(value, match.string, match.start()):
            return None
        if shape.name == "learner" and not self.fits(value):
            why = "Named as a unique learner number, but its check digit does not fit."
            return Shape(MISTYPED, shape.regex, 0.5, why)
        return shape


RECOGNIZER = StudentNumberRecognizer
