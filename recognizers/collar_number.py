"""COLLAR_NUMBER: the collar, shoulder or warrant number of one police officer or member of staff."""

from __future__ import annotations

import re
from dataclasses import replace

from recognizers.base import Shape
from recognizers.labels import LABELLED, LabelledRecognizer, is_own_reference, is_scanned, is_statistic, label

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
    r"(?![\w(])(?![,.:\-][0-9])(?!/[0-9]{1,3}(?![0-9]))(?! ?[%°])(?! [0-9]{4} [0-9]{4})"
    r"(?! ?(?:st|nd|rd|th|hours?|hrs?|minutes?|days?|weeks?|months?|years?|miles?|volts?|officers?|posts?|of the"
    r"|Jan[a-z]*|Feb[a-z]*|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug[a-z]*|Sep[a-z]*|Oct[a-z]*|Nov[a-z]*|Dec[a-z]*)\b)"
)
_DIGITS = re.compile(
    rf"(?P<value>[0-9](?<![0-9£$€.,].)(?<![^A-Za-z]/.)(?<![0-9][A-Za-z\-(].)[0-9]{{0,5}}[A-Z]{{0,2}}){_AFTER}"
)
_LETTERED = re.compile(rf"(?P<value>[A-Z](?<!\w.)[A-Z]{{0,2}}[ \-]?[0-9]{{1,6}}){_AFTER}")
_SCANNED = re.compile(rf"(?<![\w/£$€.,])(?P<value>[0-9][0-9OIlZS]{{2,5}}){_AFTER}")
# Every alternative starts with a plain letter, and what may not stand in front is asked afterwards: both for speed.
_BEFORE = re.compile(
    r"(?P<rank>PCSO|SPC|PC|PS|DCI|DC|DS|DI|SC|CO|TDC|WPC|WPS|WDC|WDS|Sgt|Sergeant|SGT|sgt|sergeant|Insp|INSP|Inspector|insp|inspector"
    r"|Constable|Const|CONSTABLE|constable|SERGEANT|INSPECTOR|Supt|supt|pcso|pc|Superintendent|Det\.?[ \n](?:Con|Sgt|Insp|Supt)"
    r"|P\.C|D\.C|P\.S|D\.S|Officer|officer)"
    r"(?:'?s)?(?P<gap>\.?(?:[ \n](?:No|no|Nos|nos|Number|number|Collar|collar)\b\.?){0,2}[ \n:.#(\-]{0,4})"
    r"(?:(?P<name>(?:[A-Z]\.? ?){0,2}(?:[A-Z][A-Za-z'\-]{1,24},?[ \n]?){1,2}[ \n]?[(/\-:]?[ \n]?)|(?:[0-9]{1,6}[A-Z]{0,2}(?:,[ \n]?| and | & |/)(?:and )?){0,6})\Z"
)
_NOT_RANK = re.compile(
    r"(?:(?:20|19)[0-9]{2}\]? SC|Washington,? DC|Warrant Officer|(?:Windows|[Dd]esktop|[Ll]aptop|[Tt]ablet|[Gg]aming|[Oo]ffice|[Hh]ome) PC)[ \n]\Z"
)
# "GLOS-DC-01" and "PC-00123" are machines: a rank joined to a name before it, or to a number padded with noughts.
_MACHINE = re.compile(r"[A-Z0-9][\-_]\Z")
_REFERENCE = re.compile(r"\b(?:FOIS?A?|EIR|D?SAR|IR|RFI|REF)\b")
_GLUED = ("SC", "CO", "DI", "SPC", "Officer", "officer")
_LABEL = label(
    r"(?:collar|warrant|shoulder|badge|epaulette|force|fin|officer'?s?|collar/shoulder|collar/warrant)(?: card)?"
    r"(?: (?:numbers?|nos?\.?|ids?|num))|collar|warrant card",
    cues="collar|warrant|shoulder|badge|epaulette|force|fin|officer|officers",
)
_COUNTED = re.compile(r"(?:officer|force) numbers[\s:]*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _is_glued(text: str, start: int) -> bool:
    """Tell whether what starts at ``start`` is the tail of a longer word."""
    return start > 0 and text[start - 1].isalnum()


class CollarNumberRecognizer(LabelledRecognizer):
    """Match the digits after a rank or after a label; the rank and any surname are left outside the finding."""

    ENTITY = "COLLAR_NUMBER"
    LABEL = _LABEL
    ALONE = frozenset({"after a rank"})
    SHAPES = (
        Shape("after a rank", _DIGITS, 0.85, "Digits straight after a police rank."),
        Shape("after a rank", _SCANNED, 0.6, "Digits straight after a police rank, with letters for some."),
        Shape(LABELLED, _DIGITS, 0.9, "Named as an officer's number."),
        Shape(LABELLED, _LETTERED, 0.9, "Named as an officer's number."),
    )

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Keep what a rank or a label stands before; a year or a lone pair of digits is weaker."""
        text, start = match.string, match.start()
        if shape.name == LABELLED:
            own = is_own_reference(text, start) or (not value.isdigit() and is_statistic(value, text, start))
            return shape if named and not own and not _COUNTED.search(text, max(0, start - 20), start) else None
        score = self._after_rank(value, text, start)
        return None if score is None else replace(shape, score=min(score, shape.score))

    def _after_rank(self, value: str, text: str, start: int) -> float | None:
        """Return how sure it is that a rank stands before the digits; None where none does."""
        digits = sum(map(str.isdigit, value))
        if digits < 2:
            return None
        rank = _BEFORE.search(text, max(0, start - 60), start)
        if rank is None or _is_glued(text, rank.start()) or _NOT_RANK.search(text, max(0, start - 20), start):
            return None
        if _MACHINE.search(text, max(0, rank.start() - 2), rank.start()) or (rank["gap"] == "-" and value[0] == "0"):
            return None
        year = _YEAR.fullmatch(value) is not None
        if rank["name"]:
            # "WDC-FOI-1204" is a district council's reference.
            if _REFERENCE.search(rank["name"]):
                return None
            return 0.75 if digits >= 3 and not year else None
        # "SC012345" is a Scottish company, "CO19" a command and "PS5" a games console.
        if not rank["gap"] and (not 3 <= digits <= 5 or rank["rank"] in _GLUED):
            return None
        if rank["rank"] in ("CO", "pc", "pcso") and (digits < 3 or (year and rank["rank"] == "CO")):
            return None
        # "Police officers 12345" counts them; "officers 1234 and 5678" names them.
        if rank["rank"] in ("Officer", "officer") and (digits not in (3, 4) or year):
            return None
        if year:
            return 0.6
        return 0.85 if digits in (3, 4) and is_scanned(value) else 0.7


RECOGNIZER = CollarNumberRecognizer
