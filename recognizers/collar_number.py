"""COLLAR_NUMBER: the collar, shoulder or warrant number of one police officer or member of staff."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer
from recognizers.labels import follows, is_own_reference, label

EXAMPLES = (
    "PC 1234 attended.",
    "PS 123 and PCs 1234 and 5678",
    "Collar No: 4321",
    "Warrant number 654321",
    "Insp. 456 Bell",
    "DC Smith 1234",
)
COUNTER_EXAMPLES = ("[2012] UKSC 440", "DC 24 June 2024", "PC 24/7", "CO 19", "Section 40(2)", "the PS5", "SC012345")

_AFTER = (
    r"(?![\w(])(?![,.:\-][0-9])(?!/[0-9]{1,3}(?![0-9]))(?! ?[%°])"
    r"(?! ?(?:st|nd|rd|th|hours?|hrs?|minutes?|days?|weeks?|months?|years?|miles?|volts?|officers?|posts?|of the"
    r"|Jan[a-z]*|Feb[a-z]*|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug[a-z]*|Sep[a-z]*|Oct[a-z]*|Nov[a-z]*|Dec[a-z]*)\b)"
)
_DIGITS = re.compile(rf"(?P<value>[0-9](?<![0-9/£$€.,].)(?<![0-9][A-Za-z\-].)[0-9]{{0,5}}[A-Z]{{0,2}}){_AFTER}")
_LETTERED = re.compile(rf"(?P<value>[A-Z](?<!\w.)[A-Z]{{0,2}}[ \-]?[0-9]{{1,6}}){_AFTER}")
# Every alternative starts with a plain letter, and what may not stand in front is asked afterwards: both for speed.
_BEFORE = re.compile(
    r"(?P<rank>PCSO|SPC|PC|PS|DCI|DC|DS|DI|SC|CO|TDC|WPC|WPS|Sgt|Sergeant|SGT|sgt|sergeant|Insp|INSP|Inspector|insp|inspector"
    r"|Constable|Const|CONSTABLE|constable|SERGEANT|INSPECTOR|Supt|supt|pcso|pc)"
    r"(?:['’]?s)?(?P<gap>\.?(?:[ \xa0\n](?:No|no|Nos|nos|Number|number|Collar|collar)\b\.?){0,2}[ \xa0\n:.#(\-]{0,4})"
    r"(?:(?P<name>(?:[A-Z][A-Za-z'’\-]{1,24},?[ \xa0\n]){1,2}\(?)|(?:[0-9]{1,6}[A-Z]{0,2}(?:, ?| and | & |/)(?:and )?){0,6})\Z"
)
_NOT_RANK = re.compile(r"(?:(?:20|19)[0-9]{2}\]? SC|Washington,? DC)[ \xa0\n]\Z")
_GLUED = ("SC", "CO", "DI", "SPC")
_LABEL = label(
    r"(?:collar|warrant|shoulder|badge|epaulette|force|fin|officer'?s?|officer’s?)(?: card)?(?: (?:numbers?|nos?\.?|ids?|num))"
    r"|collar|collar/warrant (?:number|no)|warrant card"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _is_glued(text: str, start: int) -> bool:
    """Tell whether what starts at ``start`` is the tail of a longer word."""
    return start > 0 and text[start - 1].isalnum()


class CollarNumberRecognizer(ShapeRecognizer):
    """Match the digits after a rank or after a label; the rank and any surname are left outside the finding."""

    ENTITY = "COLLAR_NUMBER"
    SHAPES = (
        Shape("after a rank", _DIGITS, 0.85, "Digits straight after a police rank."),
        Shape("labelled", _DIGITS, 0.9, "Named as an officer's number."),
        Shape("labelled, with letters", _LETTERED, 0.9, "Named as an officer's number."),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Keep what a rank or a label stands before; a year or a lone pair of digits is weaker."""
        text, start = match.string, match.start()
        if shape.name != "after a rank":
            own = value.startswith(("FOI", "EIR", "SAR"))
            return None if own or not follows(_LABEL, text, start) or is_own_reference(text, start) else shape.score
        digits = sum(map(str.isdigit, value))
        if digits < 2:
            return None
        rank = _BEFORE.search(text, max(0, start - 60), start)
        if rank is None or _is_glued(text, rank.start()) or _NOT_RANK.search(text, max(0, start - 20), start):
            return None
        if rank["name"]:
            return 0.75 if digits >= 3 and not _YEAR.fullmatch(value) else None
        # "SC012345" is a Scottish company, "CO19" a command and "PS5" a games console.
        if not rank["gap"] and (digits < 3 or rank["rank"] in _GLUED):
            return None
        if rank["rank"] in ("CO", "pc", "pcso") and digits < 3:
            return None
        if _YEAR.fullmatch(value):
            return 0.6
        return shape.score if digits in (3, 4) else 0.7


RECOGNIZER = CollarNumberRecognizer
