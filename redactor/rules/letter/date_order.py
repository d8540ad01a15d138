"""L102 date-order: a date of the letter cannot be right.

Why: a day that does not exist, lies in the future, or comes before the request was made shows that the letter was put
    together from another one, and the time limit cannot be worked out.
Fix: correct the date, or the case file where that is what is wrong.
Source: section 10 of the Freedom of Information Act 2000 counts from the day of receipt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from redactor.letter.model import DateMention, DateProblem, DateRole, KnownDate, Letter, LetterKind, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule

_TEXT = (
    "Date: {}\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of {}.\n"
    "The council holds the information you asked for. It is set out below.\nYours sincerely"
)
EXAMPLES = (
    _TEXT.format("31 February 2024", "6 January 2024"),
    _TEXT.format("5 January 2024", "6 February 2024"),
    _TEXT.format("Monday 6 February 2024", "10 January 2024"),
    _TEXT.format("6 February 2199", "10 January 2024"),
    Example(_TEXT.format("6 February 2024", "10 January 2024"), received=date(2024, 2, 19)),
)
COUNTER_EXAMPLES = (
    _TEXT.format("Tuesday 6 February 2024", "10 January 2024"),
    _TEXT.format("6 February 2024", "6 February 2024"),
)

_MORE = {
    DateRole.SENT: "The letter bears more than one date of its own.",
    DateRole.RECEIVED: "The letter gives more than one day on which the request was received.",
    DateRole.REQUESTED: "The letter gives more than one day on which the request was made.",
}
_ANOTHER = re.compile(
    r"\b(?:again|further|second|clarif\w*|another|later|earlier|previous\w*|original|follow\w*|subsequent\w*|first|also|reminder|chas\w+|same|similar|identical|(?:that|those|one|request|letter|e-mail) of|before|against)\b",
    re.IGNORECASE,
)
"""A second e-mail of the requester has a day of its own."""
_ANSWERED = re.compile(
    r"\b(?:answered|replied|responded|(?:our|the|council's|original|first) (?:reply|response|answer|refusal|decision))(?: (?:to )?(?:you|it|your request|the request))? (?:on|of|dated|was (?:sent|given|issued) on) $",
    re.IGNORECASE,
)
_THIS_ONE = re.compile(
    r"\b(?:your|this|the) (?:\w+ ){0,3}?(?:request|enquiry|application)\b|\bit\b|\byou\b", re.IGNORECASE
)
_BLOCK = 60
_OWN = (DateRole.SENT, DateRole.RECEIVED, DateRole.REQUESTED, DateRole.CLARIFIED)


@letter_rule("L102", Severity.BLOCK)
def date_order(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each impossible, future or misordered date; what is quoted from the request is the requester's."""
    for mention in letter.dates:
        if mention.zone is not Zone.REQUEST and not _is_quoted(letter, mention):
            yield from _alone(mention)
    line = letter.date_line
    for known, what in ((line.received, "receipt"), (line.requested, "the request")):
        if known is not None and line.sent is not None and line.sent.value < known.value:
            yield Hit(f"The reply is dated before {what}.", ranges=_ranges(letter, line.sent, known))
    yield from _future(letter)
    # The case file of a review has the day on which the review was asked for.
    again = letter.kind.kind is LetterKind.REVIEW or any(one.role is DateRole.REVIEW for one in letter.dates)
    received = line.received if not again else None
    first = line.requested or received
    for mention in letter.dates:
        if first is None or mention.value is None or mention.zone is Zone.REQUEST or mention.value >= first.value:
            continue
        before = _before(letter, mention)
        of_this = _ANSWERED.search(before) and _THIS_ONE.search(before) and not _ANOTHER.search(before)
        if of_this and not _tells_another(letter, mention):
            said = "The answer to the request is said to be earlier than the request itself."
            yield Hit(said, ranges=((mention.start, mention.end), *_ranges(letter, first)))
    roles = {letter.dates[at].role for at in line.disputes}
    for role in sorted(roles):
        at = [letter.dates[i] for i in line.disputes if letter.dates[i].role is role]
        at = [
            one
            for one in at
            if not _ANOTHER.search(_before(letter, one))
            and not _ANSWERED.search(_before(letter, one))
            and not _is_beside_another(letter, one)
        ]
        if at:
            said = (
                f"{_MORE[role]} Only one of them can be right." if role in _MORE else f"Two days are given for: {role}."
            )
            yield Hit(said, ranges=tuple((one.start, one.end) for one in at), severity=Severity.REVIEW)


def _future(letter: Letter) -> Iterator[Hit]:
    """Yield a hit where the reply, by its own date or the case file's, is of a day to come."""
    sent = letter.date_line.sent
    own = [one for one in letter.dates if one.role is DateRole.SENT and one.value and one.value > date.today()]
    if own or (sent is not None and sent.value > date.today()):
        at = ((own[0].start, own[0].end),) if own else _ranges(letter, sent) if sent else ()
        yield Hit("The reply is dated in the future.", ranges=at)


def _is_quoted(letter: Letter, mention: DateMention) -> bool:
    """Return whether a date stands between quotation marks: whoever is quoted wrote it so."""
    part = letter.paragraph_at(mention.start)
    return (
        part is not None
        and letter.text.count('"', part.start, mention.start) % 2 == 1
        and '"' in letter.text[mention.end : part.end]
    )


def _tells_another(letter: Letter, mention: DateMention) -> bool:
    """Return whether the sentence tells of a whole exchange before this one: "you wrote on 3 May, and we replied on 30 May"."""
    start = mention.start - len(_before(letter, mention))
    return any(
        start <= one.start < mention.start
        and one.value is not None
        and mention.value is not None
        and one.value <= mention.value
        for one in letter.dates
    )


def _is_beside_another(letter: Letter, mention: DateMention) -> bool:
    """Return whether a date of the heading stands in a block of dates, whose labels may have been read apart from them."""
    if mention.zone is not Zone.HEADER:
        return False
    others = [one for one in letter.dates if one is not mention and one.zone is Zone.HEADER]
    return any(min(abs(mention.start - one.end), abs(one.start - mention.end)) < _BLOCK for one in others)


def _before(letter: Letter, mention: DateMention) -> str:
    """Return the words of a date's sentence up to it."""
    paragraph = letter.paragraph_at(mention.start)
    starts = [one.start for one in paragraph.sentences if one.start <= mention.start] if paragraph else []
    return letter.text[max(starts, default=max(0, mention.start - 120)) : mention.start]


def _alone(mention: DateMention) -> Iterator[Hit]:
    at = ((mention.start, mention.end),)
    own = mention.role in _OWN
    if mention.problem is DateProblem.IMPOSSIBLE:
        yield Hit("There is no such day.", ranges=at, severity=None if own else Severity.REVIEW)
    elif mention.problem is DateProblem.WEEKDAY:
        yield Hit("That day falls on another day of the week.", ranges=at, severity=None if own else Severity.REVIEW)
    elif own and mention.value is not None and mention.other is not None:
        said = "Day and month can be read either way; it was read as day first."
        yield Hit(said, ranges=at, severity=Severity.NOTE)


def _ranges(letter: Letter, *known: KnownDate) -> tuple[tuple[int, int], ...]:
    mentions = [letter.dates[one.mention] for one in known if one.mention is not None]
    return tuple((mention.start, mention.end) for mention in mentions)
