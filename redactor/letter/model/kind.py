"""What sort of letter it is, and by which law it answers."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class LetterKind(enum.StrEnum):
    """What sort of letter it is."""

    ACKNOWLEDGEMENT = "acknowledgement"
    CLARIFICATION = "clarification"
    EXTENSION = "extension"
    FULL = "full disclosure"
    PARTIAL = "partial disclosure"
    REFUSAL = "refusal"
    NCND = "neither confirm nor deny"
    COST = "cost refusal"
    VEXATIOUS = "vexatious or repeated"
    NOT_HELD = "not held"
    REVIEW = "internal review outcome"
    NONE = "none"
    """No reply to an information request, or one in which nothing was recognised."""


@dataclass(frozen=True, slots=True)
class KindReading:
    """The kind of the letter and the reason why it was taken for that.

    ``start`` to ``end`` is the sentence that decided it (empty range at 0 where none did); ``why`` is a plain sentence
    without document text. ``others`` are the kinds that it may be as well. Where the case file has said the kind
    (``told``), they are what the letter itself was read as, and nothing is left open.
    """

    kind: LetterKind
    why: str
    start: int
    end: int
    others: tuple[KindReading, ...] = ()
    told: bool = False

    @property
    def plausible(self) -> tuple[KindReading, ...]:
        """Return every reading that a rule has to reckon with, the likeliest first."""
        return (self,) if self.told else (self, *self.others)


@dataclass(frozen=True, slots=True)
class RegimeMention:
    """A place where a regime is named in words: "foia", "eir", "foisa", "eisr", "dpa" or "dpa1998"."""

    start: int
    end: int
    regime: str
    quoted: bool
    """True inside the quoted request: the requester may cite what they like."""
