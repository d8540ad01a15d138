"""What kind of letter it is, and why: by what it does, not by what it calls itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redactor.letter import doubts, outcome, pending, purposes, signs, whom
from redactor.letter.model import (
    Answer,
    Citation,
    HoldingStatement,
    KindReading,
    LetterKind,
    Paragraph,
    Passage,
    Question,
    RegimeMention,
    ReviewRoute,
    Table,
    Zone,
)
from redactor.letter.substance import Substance

_WELSH = KindReading(LetterKind.NONE, "it is mostly in Welsh, which was not read", 0, 0)
_NOTHING = KindReading(LetterKind.NONE, "nothing in it reads like a reply to an information request", 0, 0)


def read(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    regimes: Sequence[RegimeMention],
    answers: Sequence[Answer],
    holdings: Sequence[HoldingStatement],
    cited: Sequence[Citation],
    tables: Sequence[Table],
    review: ReviewRoute | None,
    *,
    told: str = "",
    asked: Sequence[Passage | Question] = (),
) -> KindReading:
    """Return the kind of a letter and why, and what else it may be; what the case file says (``told``) goes before all."""
    said = Substance(lowered, paragraphs, holdings, answers, cited, tables, asked)
    best = _best(said, regimes, answers, cited, review)
    if told:
        return KindReading(LetterKind(told), "the case file says so", best.start, best.end, (best,), told=True)
    if best.kind is LetterKind.NONE:
        return best
    return replace(best, others=doubts.others(best, said, review))


def _best(
    said: Substance,
    regimes: Sequence[RegimeMention],
    answers: Sequence[Answer],
    cited: Sequence[Citation],
    review: ReviewRoute | None,
) -> KindReading:
    """Return the kind that most speaks for."""
    lowered, paragraphs = said.lowered, said.paragraphs
    nothing = _WELSH if sum(part.welsh for part in paragraphs) * 2 > len(paragraphs) else _NOTHING
    named = bool(cited) or whom.names_law(lowered, said.own, regimes)
    if not said.sentences and not answers:
        return nothing
    if not (named or whom.is_about_requests(lowered, paragraphs)):
        return nothing
    if not whom.is_addressed(lowered, paragraphs, answers):
        return nothing
    if found := signs.reviewed(lowered, said.sentences):
        return KindReading(LetterKind.REVIEW, "it gives the outcome of an internal review", found.start, found.end)
    weight, judged = purposes.reviews(lowered, [*said.sentences, *said.quoted, *_before_the_reply(paragraphs)])
    if judged and (weight > 1 or ((review is None or not review.offered) and said.has_route)):
        return KindReading(LetterKind.REVIEW, "it judges an earlier answer", judged.start, judged.end)
    if not said.substantive:
        return pending.alone(said, named=named) or nothing
    return _first(said) or nothing


def _before_the_reply(paragraphs: Sequence[Paragraph]) -> list[Passage]:
    """Return what speaks of review before anything is answered: how the review came about."""
    found: list[Passage] = []
    for part in paragraphs:
        if part.zone is Zone.REPLY:
            return found
        if part.zone is Zone.APPEAL:
            found += part.sentences
    return []


def _first(said: Substance) -> KindReading | None:
    """Return the kind of a letter that says something of what was asked for: refused as a whole, put off, or answered."""
    return outcome.whole(said) or pending.beside(said) or outcome.read(said)
