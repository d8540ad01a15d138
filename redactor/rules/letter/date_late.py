"""L101 date-late: the reply was sent after the time that the law allows.

Why: an answer is due promptly and no later than the twentieth working day after receipt, and the Commissioner counts.
Fix: say in the letter that it is late and apologise; if the clock was stopped or extended, put the dates into the case.
Source: section 10(1) and (6) of the Freedom of Information Act 2000; regulation 5(2) of the Environmental Information
    Regulations 2004; section 10(1) of the Freedom of Information (Scotland) Act 2002. A bank holiday in any part of the
    United Kingdom does not count under the Act of 2000; under Scottish law,
    only Scotland's do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from redactor import law
from redactor.law import calendar
from redactor.letter.model import Clock, DateRole, Letter, LetterKind
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import REPLIES, letter_rule
from redactor.rules.letter._doubt import doubt

_TEXT = (
    "Date: {}\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request, which we received on "
    "6 June 2024.\nThe council holds the information you asked for. It is set out below.\nYours sincerely"
)
EXAMPLES = (
    _TEXT.format("31 July 2024"),
    Example(_TEXT.format("5 July 2024"), received=date(2024, 6, 6)),
)
COUNTER_EXAMPLES = (
    _TEXT.format("4 July 2024"),
    Example(_TEXT.format("31 July 2024"), received=date(2024, 7, 20)),
)

# Their clocks are others: 20 working days is a Code's target for a review, and these letters come before the answer.
_DAYS = 20
_KINDS = REPLIES - {LetterKind.REVIEW, LetterKind.ACKNOWLEDGEMENT, LetterKind.CLARIFICATION, LetterKind.EXTENSION}


@letter_rule("L101", Severity.REVIEW, _KINDS)
def date_late(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield one hit where the letter's own dates, or the case file's, make it late."""
    line = letter.date_line
    if not line.days_late or line.working_day is None:
        return
    days = "1 working day" if line.days_late == 1 else f"{line.days_late} working days"
    said = f"The reply is {days} late: it was sent on working day {line.working_day} after receipt."
    stopped = [event for event in letter.clock if event.kind in (Clock.CLARIFICATION, Clock.EXTENSION, Clock.FEE)]
    clarified = any(mention.role is DateRole.CLARIFIED for mention in letter.dates)
    if _in_time_since_clarified(letter):
        # Section 1(3): the days run from when what was asked back had come.
        return
    if stopped or clarified:
        said += " It speaks of clarification, a fee or an extension; check whether that moves the day."
    elif not any(event.kind is Clock.APOLOGY for event in letter.clock):
        said += " It does not say so or apologise."
    places = dict(_places(letter))
    said += doubt(law.load(letter.regime).facts.response)
    yield Hit(said, ranges=tuple(places.values()), labels=tuple(places))


def _in_time_since_clarified(letter: Letter) -> bool:
    """Return whether the letter names a day of clarification from which its own day is in time."""
    sent, start = letter.date_line.sent, letter.date_line.received or letter.date_line.requested
    if sent is None or start is None:
        return False
    days = [one.value for one in letter.dates if one.role is DateRole.CLARIFIED and one.value is not None]
    return any(
        start.value <= day <= sent.value and calendar.working_day_number(day, sent.value, letter.regime) <= _DAYS
        for day in days
    )


def _places(letter: Letter) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield what each day is that the letter itself gives, and where."""
    line = letter.date_line
    for name, known in (("Sent", line.sent), ("Received", line.received or line.requested)):
        if known is not None and known.mention is not None:
            mention = letter.dates[known.mention]
            yield name, (mention.start, mention.end)
