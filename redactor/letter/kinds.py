"""What kind of letter it is, and why: by what it does, not by what it calls itself."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.letter import outcome, pending, signs, whom
from redactor.letter.model import (
    Answer,
    Citation,
    HoldingStatement,
    KindReading,
    LetterKind,
    Paragraph,
    RegimeMention,
    Table,
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
) -> KindReading:
    """Return the kind of a letter and why."""
    nothing = _WELSH if sum(part.welsh for part in paragraphs) * 2 > len(paragraphs) else _NOTHING
    said = Substance(lowered, paragraphs, holdings, answers, cited, tables)
    named = any(not mention.quoted for mention in regimes) or bool(cited)
    if not said.sentences and not answers:
        return nothing
    if not (named or whom.is_about_requests(lowered, paragraphs)):
        return nothing
    if not whom.is_addressed(lowered, paragraphs, answers):
        return nothing
    if found := signs.reviewed(lowered, said.sentences):
        return KindReading(LetterKind.REVIEW, "it gives the outcome of an internal review", found.start, found.end)
    if not said.substantive:
        return pending.alone(said, named=named) or nothing
    return _first(said) or nothing


def _first(said: Substance) -> KindReading | None:
    """Return the kind of a letter that says something of what was asked for: refused as a whole, put off, or answered."""
    return outcome.whole(said) or pending.beside(said) or outcome.read(said)
