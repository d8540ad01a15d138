"""L103 clock-moved: the letter speaks of something that stops or moves the time limit.

Why: clarification, a fee notice and a public interest extension each move the day on which an answer is due, and each
    has a form of its own: an extension needs a refusal notice with an estimated date within the first twenty days.
Fix: check the dates, and give an estimate where the public interest is still being weighed.
Source: sections 1(3), 9, 10(2), 10(3) and 17(2) of the Freedom of Information Act 2000; regulations 7 and 9 of the
    Environmental Information Regulations 2004 and of the Scottish ones; the Scottish Act has no such extension.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Citation, Clock, DateRole, Letter, LetterKind, Use
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
EXAMPLES = (
    f"{_HEAD}We need more time to consider the public interest in relation to section 43(2), and extend the time limit "
    "under section 10(3). We will answer by 2 April 2024.\nYours sincerely",
    f"{_HEAD}We need more time to consider the public interest in relation to section 43(2), and extend the time limit "
    "under section 10(3).\nYours sincerely",
)
COUNTER_EXAMPLES = (f"{_HEAD}The council holds the information. It is set out below.\nYours sincerely",)


_NO_DAY = "The letter takes more time and does not say when the answer will come"
_ESTIMATE = f"{_NO_DAY}; section 17(2) asks for an estimate."
_CALLED = {Clock.CLARIFICATION: "a clarification of the request", Clock.FEE: "a fee"}
_OF_THE_REQUEST = {
    Clock.CLARIFICATION: re.compile(r"\b(?:you|your|request\w*|questions?|receiv\w+)\b", re.IGNORECASE),
    Clock.FEE: re.compile(
        r"\bfees? notice\b|\bsection 9\b|\b(?:fee|charge|payment|pay)\b.*\b(?:you|your|request|information|send|supply)\b",
        re.IGNORECASE,
    ),
    Clock.EXTENSION: re.compile(
        r"\btime (?:limit|for|to (?:consider|reply|respond|answer|weigh))|\bworking days\b|\bpublic interest\b|\bsection 10\b|\bregulation 7\b"
        r"|\b(?:respon\w+|repl\w+|answer\w*|request|complex\w*|voluminous)\b|\b(?:need|require)\w* (?:more|further|additional) time\b",
        re.IGNORECASE,
    ),
}
"""A contract may be extended too, a bin have a charge, and a figure be clarified."""


@letter_rule("L103", Severity.NOTE)
def clock_moved(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note for each kind of event, and a REVIEW for an extension that names no day."""
    seen: set[Clock] = set()
    promised = any(mention.role is DateRole.PROMISED for mention in letter.dates)
    by = [one for one in letter.citations if one.use is not Use.QUOTED and _is_extension(one)]
    if by and not promised and not any(event.kind is Clock.EXTENSION for event in letter.clock):
        yield Hit(_ESTIMATE, ranges=((by[0].start, by[0].end),), severity=Severity.REVIEW)
        seen.add(Clock.EXTENSION)
    for event in letter.clock:
        if (
            event.kind is Clock.APOLOGY
            or event.kind in seen
            or not _OF_THE_REQUEST[event.kind].search(letter.value(event))
        ):
            continue
        seen.add(event.kind)
        at = ((event.start, event.end),)
        if event.kind is not Clock.EXTENSION:
            yield Hit(f"The letter speaks of {_CALLED[event.kind]}. Check that the due day allows for it.", ranges=at)
            continue
        if letter.regime == "foisa" and not _by_regulations(letter):
            said = "The letter extends the time limit, which the Scottish Act does not allow."
            yield Hit(said, ranges=at, severity=Severity.REVIEW)
        elif not promised and not event.dates and letter.kind.kind is LetterKind.EXTENSION:
            said = _ESTIMATE if letter.regime == "foia" else f"{_NO_DAY}."
            yield Hit(said, ranges=at, severity=Severity.REVIEW)
        else:
            yield Hit("The letter speaks of an extension. Check that the due day allows for it.", ranges=at)

    yield from _by_kind(letter, seen, promised=promised)


def _by_kind(letter: Letter, seen: set[Clock], *, promised: bool) -> Iterator[Hit]:
    """Yield a hit for a letter that asks back or takes longer in words that name neither."""
    at = ((letter.kind.start, letter.kind.end),) if letter.kind.end > letter.kind.start else ()
    if letter.kind.kind is LetterKind.CLARIFICATION and Clock.CLARIFICATION not in seen:
        yield Hit(
            f"The letter asks for {_CALLED[Clock.CLARIFICATION]}. Check that the due day allows for it.", ranges=at
        )
    if letter.kind.kind is LetterKind.EXTENSION and Clock.EXTENSION not in seen:
        if promised:
            yield Hit("The letter speaks of an extension. Check that the due day allows for it.", ranges=at)
        else:
            said = _ESTIMATE if letter.regime == "foia" else f"{_NO_DAY}."
            yield Hit(said, ranges=at, severity=Severity.REVIEW)


def _by_regulations(letter: Letter) -> bool:
    """Return whether the Scottish Regulations are cited for it, which know an extension as the Scottish Act does not."""
    return any(one.regime == "eisr" and one.section == "7" and one.use is not Use.QUOTED for one in letter.citations)


def _is_extension(one: Citation) -> bool:
    """Return whether section 10(3) is cited, which lets the public interest take longer."""
    return one.regime == "foia" and one.section == "10" and one.limb.startswith("(3)")
