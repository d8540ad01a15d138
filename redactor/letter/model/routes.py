"""Where a letter sends a requester who is not content: internal review and Commissioner."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from redactor.letter.model.place import Passage


class ContactKind(enum.StrEnum):
    """By what means somebody may be reached."""

    EMAIL = "e-mail"
    PHONE = "telephone"
    WEB = "web"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the authority or the Commissioner; ``value`` without spaces around it."""

    start: int
    end: int
    kind: ContactKind
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Window:
    """A period: "within 40 working days", "two months". ``unit`` is "working days", "days", "weeks", "months"."""

    start: int
    end: int
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class ReviewRoute:
    """What the letter says about an internal review (s17(7)(a), reg 11, FOISA s20).

    Attributes:
        start, end: first to last paragraph on it.
        offered: False where the letter says that there is no such procedure.
        windows: periods for asking for it; answers: periods in which it will be done.
        contacts: where to ask; addresses and numbers of the Commissioner are not among them.
        same_address: "to this address", "at the address above", "by replying to this e-mail".
    """

    start: int
    end: int
    offered: bool
    windows: tuple[Window, ...] = ()
    answered_in: tuple[Window, ...] = ()
    contacts: tuple[Contact, ...] = ()
    same_address: Passage | None = None


@dataclass(frozen=True, slots=True)
class ComplaintRoute:
    """What the letter says about complaint to a Commissioner (s17(7)(b), s50; FOISA s47).

    ``commissioner`` is "ico" or "sic" (Scottish); ``names`` are the places where the Commissioner is named;
    ``right`` is the sentence that gives the right to complain, None where the Commissioner is merely named.
    """

    start: int
    end: int
    commissioner: str
    names: tuple[Passage, ...]
    right: Passage | None = None
    windows: tuple[Window, ...] = ()
    contacts: tuple[Contact, ...] = ()
