"""Working days as each regime counts them: which day a reply was due, and on which working day it went out.

FOIA and EIR leave out Saturdays, Sundays, Good Friday, Christmas Day and a bank holiday in *any* part of the United
Kingdom (FOIA s10(6); EIR reg 2(1) points there). FOISA s73, and the Scottish Regulations after it, leave out Scotland's bank holidays
alone: those of the Banking and Financial Dealings Act 1971, not the local holidays of a town. The day of receipt is never
counted; day 1 is the first working day after it, also where a request came on a day that is none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from pydantic import Field

from redactor.errors import PolicyError
from redactor.law import loader
from redactor.law.model import Sourced

Day = dt.date
PARTS = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}
_COUNTED = {"foia": tuple(PARTS), "eir": tuple(PARTS), "foisa": ("SCT",), "eisr": ("SCT",)}
# The Bank Holidays of today are those of the Act of 1971 and of May Day from 1978; beyond 2100 is a typing slip.
FIRST_YEAR, LAST_YEAR = 1978, 2100
_WEEKEND = 5
_LONGEST = 2000


class Amendment(Sourced):
    """A bank holiday that the package lacks or has too many."""

    date: Day
    parts: tuple[str, ...] = Field(min_length=1)
    name: str = Field(min_length=3)


class CalendarFile(Sourced):
    """The years for which bank holidays are known, and what has to be added or removed."""

    known_from: Day
    known_to: Day
    added: tuple[Amendment, ...] = ()
    removed: tuple[Amendment, ...] = ()


@lru_cache(maxsize=1)
def known() -> CalendarFile:
    """Return what is known about bank holidays beside the package."""
    return loader.read("calendar.yaml", CalendarFile)


@lru_cache(maxsize=4 * (LAST_YEAR - FIRST_YEAR + 1))
def _of_part(part: str, year: int) -> Mapping[Day, str]:
    """Return the bank holidays of one part of the United Kingdom in one year."""
    # Imports the calendars of every country, a quarter of a second: only a letter with dates needs it.
    from holidays.countries.united_kingdom import UnitedKingdom

    found = dict(UnitedKingdom(subdiv=part, years=year, language="en_GB").items())  # type: ignore[no-untyped-call]
    for removed in known().removed:
        if part in removed.parts:
            found.pop(removed.date, None)
    found.update({added.date: added.name for added in known().added if part in added.parts and added.date.year == year})
    # Both Acts name it beside the bank holidays, since in England it is a holiday by custom.
    found.setdefault(Day(year, 12, 25), "Christmas Day")
    return MappingProxyType(found)


def _parts(regime: str) -> tuple[str, ...]:
    if regime not in _COUNTED:
        raise PolicyError("no calendar for this regime", where=regime, remedy=f"Use one of: {', '.join(_COUNTED)}.")
    return _COUNTED[regime]


@lru_cache(maxsize=2 * (LAST_YEAR - FIRST_YEAR + 1))
def holidays_of(year: int, regime: str) -> Mapping[Day, str]:
    """Return the holidays a regime leaves out in a year, weekends included; a name says in which parts it is one.

    Raises:
        ValueError: a year outside ``FIRST_YEAR`` to ``LAST_YEAR``.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"working days are counted from {FIRST_YEAR} to {LAST_YEAR} only")
    parts = _parts(regime)
    days: dict[Day, dict[str, str]] = {}
    for part in parts:
        for day, name in _of_part(part, year).items():
            days.setdefault(day, {})[part] = name
    return MappingProxyType({day: _named(days[day], parts) for day in sorted(days)})


def _named(names: dict[str, str], parts: tuple[str, ...]) -> str:
    """Return the names of one day, each with the parts that have it where not all of them do."""
    texts = []
    for name in dict.fromkeys(names.values()):
        having = [part for part in parts if names.get(part) == name]
        where = "" if len(having) == len(parts) else f" ({', '.join(PARTS[part] for part in having)})"
        texts.append(name + where)
    return "; ".join(texts)


def is_working_day(day: Day, regime: str) -> bool:
    """Return whether a regime counts a day."""
    return day.weekday() < _WEEKEND and day not in holidays_of(day.year, regime)


def deadline(received: Day, days: int, regime: str) -> Day:
    """Return the last day for an answer: the nth working day following receipt (FOIA s10(1)).

    Raises:
        ValueError: fewer than 1 or more than 2000 days, or a year that is not counted.
    """
    if not 1 <= days <= _LONGEST:
        raise ValueError(f"a time limit is 1 to {_LONGEST} working days")
    day = received
    while days:
        day += dt.timedelta(days=1)
        days -= is_working_day(day, regime)
    return day


def working_day_number(received: Day, sent: Day, regime: str) -> int:
    """Return how many working days there are after receipt, up to and including the day of sending.

    0 is the day of receipt itself. A Saturday has the number of the Friday before it: ask ``late`` whether a reply is
    late, not this number.

    Raises:
        ValueError: sent before received, or a year that is not counted.
    """
    if sent < received:
        raise ValueError("sent before it was received")
    return sum(is_working_day(day, regime) for day in _days(received, sent))


def late(received: Day, sent: Day, days: int, regime: str) -> bool:
    """Return whether a reply went out after its deadline."""
    return sent > deadline(received, days, regime)


def counted_holidays(received: Day, sent: Day, regime: str) -> tuple[tuple[Day, str], ...]:
    """Return the holidays on weekdays that were left out between receipt and sending, with name and part."""
    return tuple(
        (day, holidays_of(day.year, regime)[day])
        for day in _days(received, sent)
        if day.weekday() < _WEEKEND and day in holidays_of(day.year, regime)
    )


def caveats(first: Day, last: Day, regime: str) -> tuple[str, ...]:
    """Return what a reader must know before trusting a count between two days; empty where nothing."""
    _parts(regime)
    said, file = [], known()
    if first < file.known_from:
        said.append(f"Before {_written(file.known_from)} there was no right to information under this law.")
    if last > file.known_to:
        said.append(
            f"Bank holidays after {_written(file.known_to)} are worked out by rule; "
            "one proclaimed since is not among them. Compare with gov.uk/bank-holidays."
        )
    return tuple(said)


def _written(day: Day) -> str:
    return f"{day.day} {day:%B %Y}"


def _days(received: Day, sent: Day) -> Iterator[Day]:
    """Yield each day after the first, up to and including the last."""
    for number in range(1, (sent - received).days + 1):
        yield received + dt.timedelta(days=number)
