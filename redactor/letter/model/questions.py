"""The questions of a request, the answers of a reply, and which belongs to which."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from redactor.letter.model.holding import Holding
from redactor.letter.model.place import Passage

Path = tuple[str, ...]
"""A question's number, one lower-case token a level: ("1",), ("1", "a"), ("1", "a", "ii"); () where it has none."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the request.

    Attributes:
        start, end: the question's words, without its number.
        path: its number; () where it has none.
        label: where its number stands as written; None where it has none.
        parent: index of the question it is a part of ("1" for "1a"); None at the top.
        stem: it only leads into its parts ("1. Does the force use") and needs no answer of its own.
        words: its content words, lower case, shortened to a stem.
        names: its proper names and acronyms, lower case.
    """

    start: int
    end: int
    path: Path
    label: Passage | None = None
    parent: int | None = None
    stem: bool = False
    words: frozenset[str] = field(default=frozenset(), repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)


class Pairing(enum.StrEnum):
    """By what an answer was joined to its question."""

    NUMBER = "number"
    REPEATED = "repeated"
    """The question's words stand above the answer."""
    ROW = "row"
    """Both stand in one row of a table."""
    ORDER = "order"
    """As many answers as questions, in the same order."""
    WORDS = "words"
    """A sentence of the reply has the words of a question that nothing else answers."""
    WHOLE = "whole"
    """The letter answers the request as a whole."""
    NOTHING = "nothing"
    """Joined to none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the letter says to one question, to several, or to the whole request.

    Attributes:
        start, end: the answer's words, without number and repeated question; an empty range where nothing follows.
        paths: the question numbers it claims ("Questions 1 to 3" has three); () where it has none.
        label: where its number or heading stands; None where it has none.
        questions: indexes of the questions that it answers.
        pairing: by what they were joined.
        holdings: all that its sentences say about holding; DISCLOSED alone where it says nothing about holding and
            plainly gives information (a number, yes or no, a list); empty where there is nothing of either.
        overlap: share (0 to 1) of its questions' content words that return in it or in its heading.
        strangers: proper names and acronyms that its first sentence speaks of as its subject and that stand in no
            question; lower case. The ANPR in "The ANPR cameras are ..." where nobody asked about ANPR.
    """

    start: int
    end: int
    paths: tuple[Path, ...]
    label: Passage | None = None
    questions: tuple[int, ...] = ()
    pairing: Pairing = Pairing.NOTHING
    holdings: frozenset[Holding] = frozenset()
    overlap: float = 0.0
    strangers: frozenset[str] = field(default=frozenset(), repr=False)


class Match(enum.StrEnum):
    """How question and answer stand to each other."""

    ANSWERED = "answered"
    MISSING = "missing"
    """A question without an answer."""
    EXTRA = "extra"
    """An answer whose number no question has, and whose words fit none."""
    RENUMBERED = "renumbered"
    """Its words fit another question than its number does."""
    OTHER_SUBJECT = "other subject"
    """It speaks of something that the question does not ask about."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One line of the question and answer map; ``start`` and ``end`` mark the answer, or the question if it has none.

    ``question`` and ``answers`` are indexes; ``fits`` is, for RENUMBERED, the question whose words it fits better.
    """

    start: int
    end: int
    match: Match
    question: int | None
    answers: tuple[int, ...]
    fits: int | None = None
