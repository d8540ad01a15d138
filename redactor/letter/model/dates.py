"""The dates of a letter, and the line from receipt to reply."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from redactor.letter.model.layout import Zone


class DateRole(enum.StrEnum):
    """What a date in the letter is the date of."""

    SENT = "sent"
    """The letter's own date."""
    RECEIVED = "received"
    REQUESTED = "requested"
    CLARIFIED = "clarified"
    """Clarification was asked for or given."""
    PROMISED = "promised"
    """The date by which an answer is promised (s17(2) estimate, due date)."""
    ANSWERED = "answered"
    """An earlier reply of the authority, as the outcome of a review names it."""
    REVIEW = "review"
    """An internal review was asked for."""
    OTHER = "other"


class DateProblem(enum.StrEnum):
    """What is wrong with a date as written."""

    IMPOSSIBLE = "impossible"
    """No such day: 31/02/2024."""
    WEEKDAY = "weekday"
    """The day of the week named beside it is another one."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written.

    Attributes:
        value: the day, read day first; None where it is impossible.
        other: the day read month first, where that too is a day and another one (05/06/2024); else None.
        role, zone: what it is the date of, and where it stands.
        problem: None where nothing is wrong.
    """

    start: int
    end: int
    value: date | None
    role: DateRole
    zone: Zone
    other: date | None = None
    problem: DateProblem | None = None


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A day taken from the case file (``mention`` None) or from the letter (index into ``Letter.dates``)."""

    value: date
    mention: int | None


@dataclass(frozen=True, slots=True)
class DateLine:
    """Received, due, sent; the case file goes before the letter, "received" before "requested".

    Attributes:
        requested, received, sent: None where neither case file nor letter says.
        disputes: indexes into ``Letter.dates`` of dates that claim one of these roles with another day.
        due: the last day for an answer; None without a day of receipt or where the calendar does not reach.
        working_day: which working day after receipt the letter was sent on (0 on the day itself); None if unknown.
        days_late: working days after ``due``; 0 in time; None if unknown.
        holidays: the bank holidays left out of the count between receipt and the later of due and sent, with names.
    """

    requested: KnownDate | None = None
    received: KnownDate | None = None
    sent: KnownDate | None = None
    disputes: tuple[int, ...] = ()
    due: date | None = None
    working_day: int | None = None
    days_late: int | None = None
    holidays: tuple[tuple[date, str], ...] = ()
