"""UK_VRM: the registration mark on one vehicle's number plate."""

from __future__ import annotations

import re
from dataclasses import replace

from recognizers.base import Shape
from recognizers.labels import LABELLED, LabelledRecognizer, is_own_reference, label

EXAMPLES = (
    "A grey AB12 CDE was seen.",
    "the vehicle, A123 BCD, left",
    "VRM: ABC 123D",
    "index AIG 1234",
    "reg ab12 cde",
)
COUNTER_EXAMPLES = (
    "A123 BCD",
    "Postcode SK9 5AF",
    "The car left on the A38.",
    "vehicle stops under RTA 1988",
    "FOI 123",
)

# DVLA, INF104: no I, Q or Z in a memory tag, no I or Q in the last three letters. J, T and U begin no area's tag, yet
# are sold as personal marks. Age identifiers have run since 51 and 02; those of later years are weaker evidence.
_AREA = frozenset("ABCDEFGHKLMNOPRSVWXY")
_ISSUED = frozenset(range(2, 31)) | frozenset(range(51, 81))
# Capitals after a postcode district ("LS11 AND LS12") are words oftener than they are marks.
_WORDS = frozenset(
    ("ALL", "AND", "ANY", "ARE", "BUT", "CAR", "FOR", "HAD", "HAS", "NOT", "OUR", "PER", "THE", "VAN", "VIA", "WAS")
)
# Letters in front of a number that name a law, a log, an officer, a make or a record and not a vehicle.
_NOT_MARKS = frozenset(
    "ACT APP BMW CAD CCR CRN CRO DPA EIR FOI ISO LOG MPS PCN PNC REF REG RTA SAR TEL URN VAT VRM VRN".split()  # noqa: SIM905
)

_CURRENT = re.compile(r"(?P<value>[A-HJ-PR-Y](?<![\w/.\-].)[A-HJ-PR-Y](?P<age>[0-9]{2})[ \n]?[A-HJ-PR-Z]{3})(?![\w/])")
_PREFIX = re.compile(r"(?P<value>[A-HJ-NP-TV-Y](?<![\w/.\-].)[1-9][0-9]{0,2}[ ]?[A-HJ-PR-Y]{3})(?![\w/])")
_SUFFIX = re.compile(r"(?P<value>[A-HJ-PR-Y](?<![\w/.\-].)[A-HJ-PR-Y]{2}[ ]?[1-9][0-9]{0,2}[A-HJ-NPR-TV-Y])(?![\w/])")
# Northern Ireland's marks hold an I or a Z. Two letters and a number ("SI 2004") need a label, not just a vehicle near.
_DATELESS = re.compile(
    r"(?P<value>[A-Z](?<![\w/.\-].)"
    r"(?:[A-Z]{2}[ ]?[1-9][0-9]{0,2}|(?:(?<=[IZ])|(?=[A-Z]?[IZ]))[A-Z]{2}[ ]?[1-9][0-9]{0,3}))"
    r"(?![\w/(])(?![.,][0-9])"
)
# Two patterns, lest the letters of a label ("VRM 1234 AB") be taken for those of a mark.
_LETTERS_FIRST = re.compile(
    r"(?P<value>[A-Za-z](?<![\w/.\-].)(?=[A-Za-z]{0,2}[ \n]?[0-9])[A-Za-z]{0,2}[ \n]?[0-9]{1,4}"
    r"(?:[ \n]?[A-Za-z]{1,3})?)(?![\w/(])(?![.,][0-9])"
)
_DIGITS_FIRST = re.compile(r"(?P<value>[0-9](?<![\w/.\-].)[0-9]{0,3}[ \n]?[A-Za-z]{1,3})(?![\w/(])(?![.,][0-9])")
_DATED_MARK = re.compile(
    r"[A-HJ-PR-Y]{2}[0-9]{2}[A-HJ-PR-Z]{3}|[A-HJ-NP-TV-Y][0-9]{1,3}[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}[0-9]{1,3}[A-HJ-NPR-TV-Y]"
)
_MARK = re.compile(
    rf"{_DATED_MARK.pattern}|[A-Z]{{1,3}}[1-9][0-9]{{0,3}}|[1-9][0-9]{{0,3}}[A-Z]{{2,3}}|[1-9][0-9]{{2,3}}[A-Z]"
)
_DIRECT = label(
    r"VRMs?|VRNs?|(?:vehicle |car )?reg(?:istration|\.)?(?: (?:number|mark|plate|no))?s?|index(?: (?:numbers?|marks?|plate))?"
    r"|(?:number |licence |cherished )?(?:plates?|marks?)|(?:registration of the |reg of )(?:vehicle|car|van)",
    cues="vrm|vrms|vrn|vrns|reg|regs|registration|registrations|index|plate|plates|mark|marks",
)
_NEAR = re.compile(
    r"(?<![A-Za-z])(?:VRMs?|VRNs?|registrations?|registered|reg|vehicles?|index|plates?|cars?|vans?|lorry|motor ?cycle|motorbike|trailer|taxi|minicab|HGV|truck|coach|saloon|hatchback|driven|driving|ford|vauxhall|volkswagen|VW|BMW|audi|mercedes|toyota|nissan|honda|peugeot|renault|citroen|fiat|skoda|volvo|kia|hyundai|mazda|suzuki|land ?rover|range ?rover|jaguar|tesla|transit|yamaha)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)


# A scanned or hyphened mark of the current form.
_SCANNED = re.compile(r"(?<![\w/.\-])(?P<value>[A-Z0158][A-Z0158][0-9OISZB]{2}[ \n\-]?[A-Z0158]{3})(?![\w/])")


class VrmRecognizer(LabelledRecognizer):
    """Match current marks anywhere, and older and Northern Ireland marks beside a word about vehicles."""

    ENTITY = "UK_VRM"
    LABEL = _DIRECT
    ALONE = frozenset({"current", "prefix", "suffix", "dateless"})
    SHAPES = (
        Shape("current", _CURRENT, 0.85, "The current form of a registration mark, with an issued age identifier."),
        Shape("prefix", _PREFIX, 0.8, "A registration mark of 1983 to 2001, near a word about vehicles."),
        Shape("suffix", _SUFFIX, 0.8, "A registration mark of 1963 to 1983, near a word about vehicles."),
        Shape(
            "dateless", _DATELESS, 0.7, "A dateless or Northern Ireland registration mark, near a word about vehicles."
        ),
        Shape(LABELLED, _LETTERS_FIRST, 0.9, "Named as a registration mark and in one of its forms."),
        Shape(LABELLED, _DIGITS_FIRST, 0.9, "Named as a registration mark and in one of its forms."),
        Shape(LABELLED, _SCANNED, 0.6, "Named as a registration mark and in its current form, but for a letter."),
    )

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Weigh the form of the mark and the words around it."""
        text, (start, end) = match.string, match.span("value")
        mark = "".join(value.split()).upper()
        letters = mark.strip("0123456789")
        if letters in _NOT_MARKS or is_own_reference(text, start):
            return None
        if shape.name == LABELLED:
            if not named:
                return None
            if shape.regex is _SCANNED:
                return shape if any(map(str.isdigit, mark)) and any(map(str.isalpha, mark)) else None
            form = _MARK if value.isupper() else _DATED_MARK
            return shape if form.fullmatch(mark) else None
        words = mark[-3:] in _WORDS or mark[:3] in _WORDS or mark[:3] in _NOT_MARKS
        near = bool(_NEAR.search(text, max(0, start - 40), start) or _NEAR.search(text, end, end + 25))
        if shape.name != "current":
            return shape if near and not words else None
        if words:
            return replace(shape, score=0.5)
        if near:
            return replace(shape, score=0.9)
        return shape if int(match["age"]) in _ISSUED and value[0] in _AREA else replace(shape, score=0.5)


RECOGNIZER = VrmRecognizer
