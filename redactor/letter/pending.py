"""Letters that answer nothing yet: they acknowledge, ask back, or take longer; and those that came to nothing else."""

from __future__ import annotations

import re

from redactor.letter import deferral, giving, purposes, signs, whom
from redactor.letter.model import Holding, KindReading, LetterKind, Passage
from redactor.letter.substance import Substance

_YOU = re.compile(r"\byou(?:r|rs)?\b(?!\s(?:asked|wrote|requested))")
_SHORT = 900
"""Characters below which a letter that came to nothing else may be a mere acknowledgement."""
FALLBACK = "it says to whom it replies, and was not seen to refuse, to ask or to take longer"
"""Why a letter is judged as an answer that fits nothing: silence would be worse."""
_ASKS = "it asks the requester to explain the request"
_LONGER = "it takes more time and answers nothing yet"
_CAME = "it says that the request came in and when an answer is due"
_LATER = "it puts off what was asked for, and gives nothing yet"
_ALONE = (
    (LetterKind.VEXATIOUS, purposes.plagues, "it calls the request vexatious or repeated"),
    (LetterKind.CLARIFICATION, purposes.asks_back, _ASKS),
    (LetterKind.EXTENSION, purposes.longer, _LONGER),
    (LetterKind.COST, purposes.too_costly, "it says that the cost limit would be exceeded"),
    (LetterKind.ACKNOWLEDGEMENT, purposes.acknowledges, _CAME),
)


def alone(said: Substance, *, named: bool) -> KindReading | None:
    """Return the kind of a letter that says nothing of holding; None where it is no reply.

    What the authority itself asks may look like a quoted request, so that is searched too, last.
    """
    lowered = said.lowered
    if whom.asks_itself(lowered, said.sentences, said.quoted):
        return KindReading(LetterKind.NONE, "it asks for information, as a request does", 0, 0)
    if found := said.says(giving.NOT_KEPT):
        return KindReading(LetterKind.NOT_HELD, "it says that nothing is held", found.start, found.end)
    for kind, does, why in _ALONE:
        if kind is LetterKind.ACKNOWLEDGEMENT and (later := said.does(_puts_off)):
            kind = LetterKind.REFUSAL if said.has_route else kind
            return KindReading(kind, _LATER, later.start, later.end)
        if found := said.does(does):
            return KindReading(kind, why, found.start, found.end)
    if found := signs.first(lowered, said.quoted, signs.CLARIFIES):
        return KindReading(LetterKind.CLARIFICATION, _ASKS, found.start, found.end)
    if found := said.says(signs.ASKS_BACK) or _asks_you(said):
        return KindReading(LetterKind.CLARIFICATION, _ASKS, found.start, found.end)
    came, to_come = said.says(signs.CAME_IN), said.says(signs.TO_COME)
    if to_come and not said.has_route:
        came = came or to_come
    if came and to_come:
        return KindReading(LetterKind.ACKNOWLEDGEMENT, _CAME, came.start, came.end)
    length = sum(one.end - one.start for one in said.sentences)
    if came and named and length < _SHORT and not said.has_route:
        why = "it says that the request came in, and nothing else"
        return KindReading(LetterKind.ACKNOWLEDGEMENT, why, came.start, came.end)
    if named and said.sentences:
        return KindReading(LetterKind.FULL, FALLBACK, said.sentences[0].start, said.sentences[0].end)
    return None


def _puts_off(lowered: str, one: Passage) -> Passage | None:
    return one if deferral.defers(lowered, one.start, one.end) else None


def _asks_you(said: Substance) -> Passage | None:
    """Return the first question that the authority puts to the requester: "Is it the Avon that you are interested in?"."""
    if said.has_route:
        return None
    return next(
        (
            one
            for one in said.sentences
            if said.lowered[one.end - 1] == "?" and _YOU.search(said.lowered, one.start, one.end)
        ),
        None,
    )


def beside(said: Substance) -> KindReading | None:
    """Return the kind of a letter that speaks of holding but asks back or takes longer instead; None for all others.

    What is only thought of ("parts of it may be exempt") decides nothing; what is refused or given here and now does.
    """
    if any(one.pairing not in giving.LOOSE for one in said.answers) or (
        said.gives and (said.told or said.lists or (said.has_route and not said.answers))
    ):
        return None
    extends = said.does(purposes.longer) if not said.count[Holding.NCND] else None
    longer = KindReading(LetterKind.EXTENSION, _LONGER, extends.start, extends.end) if extends else None
    if longer and said.says(signs.EXTENDS_IN_LAW) and not (said.relied and said.decided):
        return longer
    if said.refuses or said.count[Holding.NCND] or (said.answers and (said.count or said.has_route)):
        return None
    if asks := said.does(purposes.asks_back) or said.says(signs.ASKS_BACK):
        return KindReading(LetterKind.CLARIFICATION, _ASKS, asks.start, asks.end)
    if longer or said.answers or said.has_route or said.count[Holding.NOT_HELD]:
        return longer
    came = said.does(purposes.acknowledges)
    return KindReading(LetterKind.ACKNOWLEDGEMENT, _CAME, came.start, came.end) if came else None
