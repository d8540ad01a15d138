"""The reference numbers of a letter and whose they are."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from redactor.letter.model.layout import Zone


class Owner(enum.StrEnum):
    """Whose a reference is."""

    OURS = "ours"
    YOURS = "yours"
    QUOTED = "quoted"
    """Inside the request's own words."""
    EARLIER = "earlier"
    """Of another or an earlier request that the letter mentions."""
    OTHER = "other"
    """A crime number, an invoice, the Commissioner's case."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference number in the body.

    Attributes:
        start, end: the reference itself; an empty range after its label where it is blank.
        owner: whose.
        key: letters and digits in capitals with O as 0 and I, L as 1, so that two readings of one scan agree; "" if blank.
        zone: where it stands.
        labelled: it stands behind a label such as "Our ref:".
        exact: False where the key needed a letter taken for a digit or a gap closed (likely scanning noise).
    """

    start: int
    end: int
    owner: Owner
    key: str = field(repr=False)
    zone: Zone = Zone.HEADER
    labelled: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class ReferenceElsewhere:
    """A reference outside the body: document title, bookmark, file name. The range is raw, in its segment."""

    segment_id: str
    place: str
    start: int
    end: int
    key: str = field(repr=False)
