"""What a sentence says about whether information is held, or what becomes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from redactor.letter.model.place import Passage


class Holding(enum.StrEnum):
    """What a sentence says about whether information is held, or what becomes of it."""

    HELD = "held"
    DISCLOSED = "disclosed"
    NOT_HELD = "not held"
    NCND = "neither confirmed nor denied"
    REFUSED = "refused"
    """Withheld, exempt, redacted, refused."""
    ELSEWHERE = "elsewhere"
    """Already published or within reach by other means (s21)."""
    UNCLEAR = "unclear"
    """"May hold", "potentially": says neither."""


@dataclass(frozen=True, slots=True)
class HoldingStatement:
    """A sentence of the reply that says whether information is held.

    Attributes:
        start, end: the sentence.
        cue: the words in it that say so.
        holding: what they say.
        answers: indexes of the answers it stands in, or whose questions it names ("questions 1, 2 and 4").
        whole: it speaks of the whole request.
        cited: the sentence, its paragraph or one that it leads into ("by virtue of the following exemptions:")
            cites an exemption.
    """

    start: int
    end: int
    cue: Passage
    holding: Holding
    answers: tuple[int, ...] = ()
    whole: bool = False
    cited: bool = False
