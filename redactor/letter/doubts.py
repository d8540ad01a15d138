"""What else a letter may be: signs of another kind that its own kind leaves unexplained.

Only kinds that other rules go by are told apart here: what answers, what answers nothing yet, what a review came to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter import outcome, pending, signs
from redactor.letter.model import Holding, KindReading, LetterKind, Paragraph, Passage, ReviewRoute, Shape, Zone
from redactor.letter.substance import Substance

_PENDING = frozenset({LetterKind.ACKNOWLEDGEMENT, LetterKind.CLARIFICATION, LetterKind.EXTENSION})
_REVIEW_HEADING = re.compile(
    r"\binternal\sreview\b|\brequest(?:s|ed)?\sfor\s(?:a\s)?review\b|\breview\s(?:decision|outcome|of)\b"
)
_EARLIER = re.compile(
    r"\b(?:original|initial|first|earlier|previous)\s(?:response|reply|decision|answer|refusal|handling|letter\sof)\b|\b(?:our|the)\s(?:response|reply|decision|refusal|answer)\sof\s\d"
)
_STANDS = re.compile(
    r"\b(?:stands?|stand\sby|maintain(?:ed|s)?|uph[eo]ld|overturn\w*|correct(?:ly)?\s(?:applied|cited|relied|handled|refused|withheld)|should\shave|ought\sto\shave|wrong\sto|right\sto)\b"
)
_STILL = re.compile(
    r"\b(?:not\syet|still\s(?:consider|weigh|search|wait|look)\w*|(?:we|i)\s(?:\w+\s)?(?:need|require|must\stake|are\staking|are\sextending|will\sneed|shall\sneed|expect\sto|hope\sto|aim\sto|intend\sto|will|shall)\b[^.]{0,60}\b(?:time|respond|reply|answer|write|decision|let\syou\s(?:have|know)))"
)
_ASKS_YOU = re.compile(
    r"\b(?:please|could\syou|can\syou|would\syou|grateful\sif\syou|need\syou\sto|ask\syou\sto|asking\syou\sto)\b[^.?]{0,90}\b(?:clarif\w+|specify|explain|confirm\s(?:what|which|whether)|tell\s(?:us|me)\s(?:what|which|whether))\b"
)


def others(best: KindReading, said: Substance, review: ReviewRoute | None) -> tuple[KindReading, ...]:
    """Return the other kinds that a letter may be, each with what speaks for it."""
    return tuple(one for one in _others(best, said, review) if one.kind is not best.kind)


def _others(best: KindReading, said: Substance, review: ReviewRoute | None) -> Iterator[KindReading]:
    if best.why == pending.FALLBACK:
        # Who offers a review has answered.
        if said.has_route:
            return
        yield _reading(LetterKind.ACKNOWLEDGEMENT, "it says nothing of what was asked for", best)
    elif best.kind is LetterKind.REVIEW:
        if review is not None and review.offered and (review.contacts or review.windows):
            answered = outcome.whole(said) or outcome.read(said)
            if answered:
                yield _reading(answered.kind, f"it offers a review itself, and {answered.why}", answered)
        return
    elif best.kind not in _PENDING and not (said.plainly or said.in_answers or said.relied):
        yield from _unanswered(said)
    elif best.kind in _PENDING and said.relied and said.count[Holding.REFUSED] and said.decided:
        answered = outcome.read(said)
        if answered:
            yield answered
    if review is None or not review.offered:
        yield from _reviewed(said)


def _unanswered(said: Substance) -> Iterator[KindReading]:
    """Yield what a letter puts off, where it does not plainly answer."""
    if (longer := signs.extends(said.lowered, said.sentences)) and _STILL.search(
        said.lowered, longer.start, longer.end
    ):
        yield _reading(LetterKind.EXTENSION, "it takes more time", longer)
    elif asks := said.says(_ASKS_YOU):
        yield _reading(LetterKind.CLARIFICATION, "it asks the requester to explain something", asks)
    elif not said.refuses and (to_come := said.says(_STILL)):
        yield _reading(LetterKind.ACKNOWLEDGEMENT, "it promises an answer", to_come)


def _reviewed(said: Substance) -> Iterator[KindReading]:
    """Yield a review's outcome where headings or the words on an earlier answer speak for one and none is offered."""
    for part in said.paragraphs:
        if _heads(part) and _REVIEW_HEADING.search(said.lowered, part.start, part.end):
            yield _reading(LetterKind.REVIEW, "a heading speaks of a review, and none is offered", part)
            return
    for one in said.sentences:
        if _EARLIER.search(said.lowered, one.start, one.end) and _STANDS.search(said.lowered, one.start, one.end):
            yield _reading(LetterKind.REVIEW, "it judges an earlier answer, and offers no review", one)
            return


def _heads(part: Paragraph) -> bool:
    """Return True for a heading or a subject line, and not for the heading of what the letter says on remedies."""
    return part.zone in {Zone.HEADER, Zone.OPENING, Zone.REPLY} and part.shape in {Shape.HEADING, Shape.FIELD}


def _reading(kind: LetterKind, why: str, at: Passage | Paragraph | KindReading) -> KindReading:
    return KindReading(kind, why, at.start, at.end)
