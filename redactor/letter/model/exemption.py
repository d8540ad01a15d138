"""An exemption that a letter relies on, with its reasons, its harm and its public interest test."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from redactor.letter.model.place import Passage


class Side(enum.StrEnum):
    """For which outcome a passage on the public interest argues."""

    FOR = "for"
    """For disclosure, or for confirming or denying."""
    AGAINST = "against"
    """For the exemption."""
    CONCLUSION = "conclusion"
    """Where the balance lies."""


class Likelihood(enum.StrEnum):
    """The level of prejudice claimed."""

    WOULD = "would"
    LIKELY = "would be likely to"
    OTHER = "could or might"
    """Below the statutory test."""


@dataclass(frozen=True, slots=True)
class Harm:
    """A sentence that says what would follow from disclosure; ``level`` as worded (a sentence with two has the lower)."""

    start: int
    end: int
    level: Likelihood


@dataclass(frozen=True, slots=True)
class Factor:
    """A passage on the public interest.

    ``start`` to ``end`` are its words without the heading; ``heading`` is the heading or lead-in ("Factors favouring
    disclosure:"). ``sections`` are the sections named in its heading or passage, or open when it was met; a passage on
    all of them ("Balance test") has all. ``ncnd`` is True where it weighs confirming or denying. ``grounds`` are the
    sections again, of the exceptions the paragraphs ("12(5)(e)", in Scotland "10(5)(e)"), each with a test of its own.
    """

    start: int
    end: int
    side: Side
    sections: tuple[str, ...]
    heading: Passage | None = None
    ncnd: bool = False
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exemption:
    """One section, or one paragraph of the exceptions (regulation 12, in Scotland 10), that the letter relies on, and all that it says about it.

    Attributes:
        start, end: its first citation that is relied on.
        regime, section: which.
        limbs: the distinct limbs relied on, as "(1)(a)", or where none is, those cited at all; () where it is only ever bare.
        citations: indexes into ``Letter.citations``.
        ncnd: relied on to neither confirm nor deny; substantive: to withhold. Both may be True.
        reasons: sentences that give reasons: they stand under its heading or cite it, and say more than the citation.
        harms: sentences among its reasons and factors that claim a level of prejudice.
        factors_for, factors_against, conclusions: indexes into ``Letter.factors``.
        opinion: the sentence on the qualified person's opinion (s36); None where there is none.
        answers: indexes of the answers it belongs to.
    """

    start: int
    end: int
    regime: str
    section: str
    limbs: tuple[str, ...]
    citations: tuple[int, ...]
    ncnd: bool = False
    substantive: bool = False
    reasons: tuple[Passage, ...] = ()
    harms: tuple[Harm, ...] = ()
    factors_for: tuple[int, ...] = ()
    factors_against: tuple[int, ...] = ()
    conclusions: tuple[int, ...] = ()
    opinion: Passage | None = None
    answers: tuple[int, ...] = ()
