"""The date line of a reply: received, the twentieth working day, sent, days late, and which holidays were left out.

Source: Freedom of Information Act 2000 s10(1) and (6); Environmental Information Regulations 2004 reg 5(2); Freedom of
Information (Scotland) Act 2002 s10(1). The counting is ``redactor.law.calendar``'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from redactor.law import REGIMES, calendar
from redactor.letter.model import DateLine, DateMention, DateRole, KnownDate
from redactor.model import Case

DAYS = 20
"""Working days for an answer in every regime."""


def read(dates: Sequence[DateMention], case: Case, *, regime: str) -> DateLine:
    """Return the date line; the case file goes before the letter."""
    requested = _first(dates, DateRole.REQUESTED)
    received = KnownDate(case.received, None) if case.received else _first(dates, DateRole.RECEIVED)
    sent = KnownDate(case.sent, None) if case.sent else _first(dates, DateRole.SENT)
    known = {DateRole.REQUESTED: requested, DateRole.RECEIVED: received, DateRole.SENT: sent}
    disputes = tuple(
        at
        for at, mention in enumerate(dates)
        if mention.value is not None and (one := known.get(mention.role)) is not None and one.value != mention.value
    )
    start = received or requested
    line = DateLine(requested, received, sent, disputes)
    if start is None or regime not in REGIMES:
        return line
    return _counted(line, start.value, sent.value if sent else None, regime)


def _first(dates: Sequence[DateMention], role: DateRole) -> KnownDate | None:
    return next(
        (KnownDate(one.value, at) for at, one in enumerate(dates) if one.role is role and one.value is not None), None
    )


def _counted(line: DateLine, start: date, sent: date | None, regime: str) -> DateLine:
    """Return the line with what the calendar says; without it where the calendar does not reach."""
    try:
        due = calendar.deadline(start, DAYS, regime)
        if sent is None or sent < start or (sent - start).days > 3660:
            holidays = calendar.counted_holidays(start, due, regime)
            return DateLine(line.requested, line.received, line.sent, line.disputes, due, holidays=holidays)
        number = calendar.working_day_number(start, sent, regime)
        late = calendar.working_day_number(due, sent, regime) if sent > due else 0
        # Sent on the Saturday after the last day: no working day later, and late all the same.
        late = max(late, 1) if sent > due else 0
        holidays = calendar.counted_holidays(start, max(due, sent), regime)
    except ValueError:
        return line
    return DateLine(line.requested, line.received, line.sent, line.disputes, due, number, late, holidays)
