"""What a letter neither confirms nor denies, and what it says about the same thing elsewhere."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from redactor.letter.model.place import Passage


@dataclass(frozen=True, slots=True)
class Ncnd:
    """A statement that the authority neither confirms nor denies.

    Attributes:
        start, end: the sentence.
        cue: the words that say so.
        scope: what is neither confirmed nor denied, as far as the sentence says; None where it only says "the request".
        other: the scope is "any OTHER / further / additional information": a part may be confirmed without contradiction.
        topic: content words of the scope, of its question where the scope says only "this" or "the request".
        narrow: the words that limit the topic to a part of it ("covert" beside "overt"): those of the scope that the
            question does not have or shares with an alternative.
        answers: indexes of the answers it stands in.
        head: the words of the topic that name the thing itself ("intelligence" of "intelligence on the march"); a
            sentence that shares only the others may speak of something else.
    """

    start: int
    end: int
    cue: Passage
    scope: Passage | None
    other: bool
    topic: frozenset[str] = field(default=frozenset(), repr=False)
    narrow: frozenset[str] = field(default=frozenset(), repr=False)
    answers: tuple[int, ...] = ()
    head: frozenset[str] = field(default=frozenset(), repr=False)


class Act(enum.StrEnum):
    """What a sentence does to a topic that is neither confirmed nor denied."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    COUNTS = "counts"
    """It gives a number."""
    NAMES = "names"
    """It says who or what, as a fact."""
    PRESUPPOSES = "presupposes"
    """"The information is ...", "the withheld information": only what exists can be so described."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence of the reply that touches a topic neither confirmed nor denied.

    ``ncnd`` is an index into ``Letter.ncnd`` (for PRESUPPOSES the nearest one); ``shared`` are the topic words that
    both have; ``narrow`` is True where it also has the words that limit the topic ("covert"), or where there are none.
    """

    start: int
    end: int
    act: Act
    ncnd: int
    shared: frozenset[str] = field(default=frozenset(), repr=False)
    narrow: bool = False
