"""Whether an address is the authority's own office: it stands under its name in the letterhead, or where one is to write to.

From the address one part after another is read backwards, over buildings and floors, until a part names the authority or
one of its units. A person's name, another address, a postcode or anything unknown on the way, and it is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from redactor.analysis.matches import Analysis, Match
from redactor.model import Layer

_ENTITIES: Final = frozenset({"STREET_ADDRESS", "UK_POSTCODE"})
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}\b", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:the )?(?:[\w'’&-]+,? ){0,6}?\b(?:Information|Disclosure|FOI|EIR|Data Protection|Records?|Complaints|Reviews?|Appeals"
    r"|Monitoring|Compliance|Correspondence|Governance|Legal|Democratic|Corporate|Customer|Access|Gwybodaeth)\b"
    r"(?: [\w'’&-]+){0,5}"
)
_UNIT_ENDS = re.compile(
    r"\b(?:Officer|Team|Unit|Manager|Office|Department|Directorate|Services?|Section|Division|Branch|Rights|Governance"
    r"|Information|Disclosure|Compliance|Secretariat|Requests|Reviewer|Lead|Licensing|Law|Standards|Performance|Gwybodaeth)$"
)
_OFFICES = re.compile(
    r"(?:the )?(?:Chief Executive|Monitoring Officer|Company Secretary|(?:Head|Director) of [A-Z][\w ]{2,40})$"
)
_BUILDING = re.compile(
    r"\b(?:House|Hall|Building|Buildings|Floor|Headquarters|HQ|Centre|Block|Wing|Suite|Offices?|Chambers|Exchange|Tower|Court"
    r"|Campus|Quayside|Neuadd|Swyddfeydd|PO Box|Freepost|FREEPOST|Depot|Station|Hospital|Registry|Square|Way|Street|Road|Lane"
    r"|Row|Quay|Yard|Place|Park|Gate)\b"
)
_NUMBERED = re.compile(r"^(?:No\.? )?\d{1,4}[A-Za-z]?(?:[-–]\d{1,4})?[, ]")
_HOME = re.compile(
    r"\b(?:flat|apartment|apt|home|cottage|bungalow|parish|town council|community council|clerk)\b", re.IGNORECASE
)
_CONTACT = re.compile(r"[@]|www\.|https?:|^(?:tel|telephone|phone|fax|e-?mail|web(?:site)?|ffôn)\b", re.IGNORECASE)
_WRITE = re.compile(
    r"\b(?:[Ww]rit(?:e|ing)|post|[Ss]end|[Aa]ppl(?:y|ies)|[Cc]omplain|[Aa]ppeal|[Aa]ddress(?:ed)?|[Cc]ontact(?:ing)?)\b"
)
_LEADS_UP = re.compile(r"[.:?!(][ ]?|\b(?:to|at|contact|contacting|by|with)[ ]")
_ARTICLE = re.compile(r"^(?:the|our) ")
_AT_ENDS = re.compile(r" (?:at|of|in)$")
_OF = re.compile(r" (?:of|for) ")
_SALUTATION = re.compile(r"^[ \t]*(?:Dear|Annwyl|To whom)\b", re.MULTILINE)
_ADDRESSEE = re.compile(
    r"(?:^|[\s,])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Cllr|Occupier|c/o|To|For)\b[.:]?", re.IGNORECASE
)
_PART = re.compile(r"[^,|•·;\n]+")
_MOST_PARTS: Final = 6
_REACH: Final = 320
"""Characters before an address in which its authority must be named."""
_FOOT: Final = 260
"""Characters before the end of a page that count as its foot."""


class OwnAddress:
    """Tells the authority's own address from others.

    Args:
        analysis: the document.
        bodies: the authority's names, as its letterhead and the case have them.
        own: whether a PERSON match is the authority's own name and nobody.
    """

    def __init__(self, analysis: Analysis, bodies: Sequence[str], *, own: Callable[[Match], bool]) -> None:
        self._analysis = analysis
        self._text = analysis.texts[0].text
        self._bodies = frozenset(_folded(body) for body in bodies if not _HOME.search(body))
        self._people = [
            (match.start, match.end)
            for match in analysis.matches
            if match.text == 0 and (match.entity == "REQUESTER" or (match.entity == "PERSON" and not own(match)))
        ]
        salutation = _SALUTATION.search(self._text)
        self._letterhead_ends = salutation.start() if salutation else 0

    def why(self, match: Match) -> str | None:
        """Return why an address is the authority's own, or None."""
        if match.entity not in _ENTITIES or match.text != 0 or _HOME.search(self._analysis.value(match)):
            return None
        line_end = self._text.find("\n", match.end)
        stop = line_end if line_end >= 0 else len(self._text)
        found = self._carrier(match)
        if found is None:
            return None
        carrier, alone = found
        between = self._text[carrier : match.start]
        # Cells of a table beside each other may be of different things.
        if self._has_person(carrier, stop) or _HOME.search(between) or "\t" in between:
            return None
        if alone and self._in_letterhead(match.start):
            return "The authority's own address: it stands under its name in the letterhead."
        if alone and self._at_foot(match):
            return "The authority's own address: it stands with its name at the foot of a page."
        if self._is_to_be_written_to(carrier, match.start):
            return "The authority's own address: the letter gives it, with the team's name, as the place to write to."
        return None

    def _carrier(self, match: Match) -> tuple[int, bool] | None:
        """Return where the part begins that names the authority or a unit of it, and whether it says nothing else.

        None where no such part leads up to the match.
        """
        value = self._analysis.value(match)
        numbered = match.entity == "STREET_ADDRESS"
        low = max(0, match.start - _REACH)
        parts = [(low + m.start(), m.group()) for m in _PART.finditer(self._text[low : match.start])]
        first = value.split(",")[0].strip()
        if self._is_us(first):
            return match.start, True
        towns = 1 if match.entity == "UK_POSTCODE" else 0
        for at, raw in list(reversed(parts))[:_MOST_PARTS]:
            part = raw.strip()
            if not part:
                continue
            begins = at + len(raw) - len(raw.lstrip())
            if self._is_us(part):
                return begins, True
            if self._ends_with_us(part):
                return begins, False
            if _POSTCODE.search(part) or _ADDRESSEE.search(part):
                return None
            if _CONTACT.search(part):
                continue
            if _NUMBERED.match(part):
                if numbered:
                    return None
                numbered = True
            elif _BUILDING.search(part) is None or not part[0].isupper():
                if not towns or not re.fullmatch(r"(?:[A-Z][\w'’-]*[ ]?){1,3}", part):
                    return None
                towns -= 1
        return None

    def _is_us(self, part: str) -> bool:
        """Say whether a part of a line is the authority's name or one of its units, and nothing else."""
        pieces = part.split(" / ")
        if any(_folded(piece) in self._bodies for piece in pieces):
            return True
        last = pieces[-1]
        unit = _UNIT.fullmatch(last) is not None and _UNIT_ENDS.search(last) is not None
        return (unit and last[0].isupper()) or _OFFICES.fullmatch(last) is not None

    def _ends_with_us(self, part: str) -> bool:
        """Say whether a part of a sentence ends with the authority or a unit: "Write to the Information Rights Officer".

        "a tenant of Glanarth Council" does not: of whom an address is said to be the council's, must be the council's own.
        """
        last = _ARTICLE.sub("", _LEADS_UP.split(_AT_ENDS.sub("", part))[-1].strip())
        unit, of, body = re.split(r"( (?:of|for) (?:the )?)", last, maxsplit=1) if _OF.search(last) else (last, "", "")
        return self._is_us(last) or (bool(of) and self._is_us(unit) and _folded(body) in self._bodies)

    def _has_person(self, start: int, end: int) -> bool:
        return any(start < b and a < end for a, b in self._people)

    def _in_letterhead(self, at: int) -> bool:
        return at < self._letterhead_ends

    def _at_foot(self, match: Match) -> bool:
        """Say whether the match is among the last lines of its page, all of which the authority's name stands in."""
        text_map = self._analysis.texts[0]
        spans = text_map.spans(match.start, match.end)
        if len(spans) != 1:
            return False
        segment = next(s for s in text_map.segments if s.id == spans[0].segment_id)
        return segment.layer in (Layer.BODY, Layer.OCR) and len(segment.text) - spans[0].end < _FOOT

    def _is_to_be_written_to(self, carrier: int, address: int) -> bool:
        """Say whether the sentence that leads up to the address tells the reader to write there."""
        before = self._text[max(0, carrier - _REACH) : address]
        return _WRITE.search(re.split(r"[.?!][ \n]", before)[-1]) is not None


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split()).strip(" .,")
