"""Sentences that a rule asks for, or asks to be absent, and what moves the clock."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Clock(enum.StrEnum):
    """What stops or moves the twenty days."""

    CLARIFICATION = "clarification"
    """s1(3), reg 9(2)(a)."""
    FEE = "fee notice"
    """s9."""
    EXTENSION = "extension"
    """Public interest (s10(3) with s17(2)) or complexity (reg 7)."""
    APOLOGY = "apology for delay"


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """A sentence about the clock; ``dates`` are indexes into ``Letter.dates`` of the days it names."""

    start: int
    end: int
    kind: Clock
    dates: tuple[int, ...] = ()


class Remark(enum.StrEnum):
    """Sentences that a rule asks for, or asks to be absent."""

    DISCLAIMER = "should not be taken as indicating"
    """After NCND: neither answer may be inferred."""
    HELP = "advice and assistance"
    """s16: narrow it, ask another body, look there."""
    COST_LIMIT = "cost limit"
    """The limit in pounds or hours (s12, regulations of 2004)."""
    COST_ESTIMATE = "cost estimate"
    NARROWING = "narrowing"
    """How the request could be brought under the limit."""
    TRANSFER = "transfer"
    """Another authority holds it."""
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"
    FORM_ASKED = "form asked for"
    """s11, in the request: "in Excel format"."""
    FORM_REFUSED = "form refused"
    OPINION = "qualified person's opinion"
    NO_INTEREST_TEST = "no public interest test"
    """The letter says that none is needed (absolute exemption)."""
    REFUSAL_NOTICE = "refusal notice"
    """"This letter acts as a refusal notice"."""
    CLASS_ABSOLUTE = "called absolute"
    CLASS_QUALIFIED = "called qualified"
    CLASS_PREJUDICE = "called prejudice-based"
    CLASS_BASED = "called class-based"


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of one of the kinds above; ``sections`` are the sections it names or stands under."""

    start: int
    end: int
    remark: Remark
    sections: tuple[str, ...] = ()
    answers: tuple[int, ...] = ()
