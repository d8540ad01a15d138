"""PROFESSIONAL_NUMBER: the number under which one nurse, doctor, solicitor, teacher or guard is registered.

The registers are open to search, so the number leads to the name. It is found only where a label says whose register it
is from, or where its form is that body's own and the word "registration" or "PIN" stands before it.
"""

from __future__ import annotations

import re
from typing import Final

from recognizers.base import Shape
from recognizers.labels import DIGIT, NUMBER, Label, LabelledRecognizer, is_scanned, label, loose

EXAMPLES = ("GMC number 1234567", "NMC PIN: 12A3456E", "HCPC PA12345", "SIA licence 1234 5678 9012 3456")
COUNTER_EXAMPLES = (
    "12A3456E",
    "the GMC received 1234567 complaints",
    "company registration number 12345678",
    "PIN 1234",
)

_REGISTRATION = (
    r"(?:(?:professional )?(?:registration|reg\b\.?|registered|reference|membership|register|roll|licen[cs]e|badge"
    rf"|individual reference|practising certificate)\b ?(?:{NUMBER})?|{NUMBER}|PIN(?: {NUMBER})?)"
)


def _register(names: str, cues: str, *, needs_number: bool = False, also: str = "") -> Label:
    """Compile the label of a register: a body's name, then "number" or the like, which some bodies' names need."""
    body = rf"(?:{names})(?: ?\([A-Z]{{2,5}}\))?(?: {_REGISTRATION}){'' if needs_number else '?'}"
    return label(f"{body}|{also}" if also else body, cues=cues)


_ANY = rf"professional registration(?: {NUMBER})?"
# What the numbers of a register look like, and what the register is called.
_REGISTERS: Final[dict[str, tuple[re.Pattern[str], Label]]] = {
    # GMC, "GMC reference numbers": seven digits. GPhC, RCVS and SSSC have seven as well.
    "doctor, pharmacist or vet": (
        loose(f"{DIGIT}{{7}}"),
        _register(
            r"GMC|General Medical Council|GPhC|General Pharmaceutical Council|PSNI|RCVS|GOsC|GCC|SSSC|pharmacist",
            "gmc|medical council|gphc|pharmaceutical council|psni|rcvs|gosc|gcc|sssc|pharmacist|professional registration",
            also=rf"registration {NUMBER} \(GMC\)|{_ANY}",
        ),
    ),
    # NMC: year, letter, serial, and a letter for the country: 12A3456E.
    "nurse or midwife": (
        loose(rf"{DIGIT}{{2}} ?[A-Za-z] ?{DIGIT}{{4}} ?[A-Za-z0]"),
        _register(
            r"NMC|Nursing (?:and|&) Midwifery Council|nurse|midwife",
            "nmc|midwifery council|nurse|midwife|pin|registration number|registration no",
            also=rf"PIN(?: {NUMBER})?|registration {NUMBER}",
        ),
    ),
    # HCPC and Social Work England: two or three letters of the profession, then up to six digits.
    "allied health professional or social worker": (
        loose(r"(?!(?i:is|no|id|ref|and|pin|reg|was|the|of|nmc|gmc|gdc|sra|sia)\b)[A-Za-z]{2,3} ?[0-9]{4,6}"),
        _register(
            r"HCPC|HPC|Health (?:and|&) Care Professions Council|Social Work England|SWE|Social Care Wales|SCW|NISCC|paramedic"
            r"|social worker",
            "hcpc|hpc|professions council|social work england|swe|social care wales|scw|niscc|paramedic|social worker|professional registration",
            also=_ANY,
        ),
    ),
    # SRA: six digits as a rule; GDC: five or six; Bar Standards Board: five.
    "solicitor, barrister or dentist": (
        loose(f"{DIGIT}{{5,6}}"),
        _register(
            r"SRA|Solicitors Regulation Authority|Law Society(?: of Scotland)?|GDC|General Dental Council|Bar Council|BSB"
            r"|Bar Standards Board|bar|CILEX|SSSC|NISCC",
            "sra|solicitors|law society|gdc|dental council|bar|bsb|cilex|sssc|niscc|solicitor",
            needs_number=True,
            also=rf"solicitor's roll {NUMBER}|roll of solicitors",
        ),
    ),
    "optician": (
        loose(r"[0-9]{2}-[0-9]{4,6}|[DS]?-?[0-9]{4,6}"),
        _register(r"GOC|General Optical Council", "goc|optical council", needs_number=True),
    ),
    # Security Industry Authority: sixteen digits.
    "security guard": (
        loose(rf"{DIGIT}{{4}}(?:[ \-\n]?{DIGIT}{{4}}){{3}}"),
        _register(
            r"SIA|Security Industry Authority",
            "sia|security industry|door supervisor",
            also=r"door supervisor(?:'?s)? licen[cs]e",
        ),
    ),
    # Department for Education: seven digits, in older papers 12/34567.
    "teacher": (
        loose(r"[0-9]{2}/?[0-9]{5}"),
        label(
            rf"teacher'?s? (?:reference|ref|registration) ?{NUMBER}|TRN|teacher reference|DfE teacher {NUMBER}"
            rf"|GTC[ES]? {NUMBER}|EWC {NUMBER}",
            cues="teacher|teachers|trn|gtc|gtce|gtcs|ewc",
        ),
    ),
    # Financial Conduct Authority: three letters of the name and five digits.
    "person approved by the FCA": (
        loose(r"[A-Za-z]{3}[0-9]{5}"),
        label(rf"(?:FCA )?individual reference(?: {NUMBER})?|(?:FCA )?IRN", cues="individual reference|irn"),
    ),
}


class ProfessionalNumberRecognizer(LabelledRecognizer):
    """Match a registration number in its register's form beside the register's name."""

    ENTITY = "PROFESSIONAL_NUMBER"
    LABEL = _REGISTERS["nurse or midwife"][1]
    ALIKE = True
    SHAPES = tuple(
        Shape(who, form, 0.85, f"Named as the registration number of a {who}.")
        for who, (form, _label) in _REGISTERS.items()
    )

    def label_of(self, shape: Shape) -> Label:
        """Return the label of the register whose form a shape is."""
        return _REGISTERS[shape.name][1]

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep what its register names."""
        return shape if named and is_scanned(value) else None


RECOGNIZER = ProfessionalNumberRecognizer
