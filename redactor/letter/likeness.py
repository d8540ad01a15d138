"""Does a sentence speak of the same thing as a refusal to confirm or deny?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.letter import topics, words
from redactor.letter.model import Ncnd, Passage, Placed

_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|PC|Sgt|Sergeant|Inspector)\.?\s([A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)"
)
_ENOUGH, _RANK = 2, 2


def people(text: str) -> frozenset[str]:
    """Return the roots of the names of people who are named with a title."""
    return frozenset(topics.root(name) for match in _PERSON.finditer(text) for name in match[1].lower().split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words of one letter by which a sentence and a refusal are compared."""

    text: str = field(repr=False)
    ncnd: Sequence[Ncnd]
    asked_about: Sequence[frozenset[str]] = field(repr=False)
    """Roots of each question's content words."""
    people: frozenset[str] = field(repr=False)
    """Roots of the names of people who are named with a title."""
    proper: frozenset[str] = field(repr=False)
    """Roots of what stands in the letter with a capital only, besides the authority's own name."""
    capitals: frozenset[str] = field(repr=False)
    """Roots of all that stands with a capital within a sentence."""

    def nearest(self, sentence: Placed, said: frozenset[str]) -> tuple[int, frozenset[str]]:
        """Return the statement whose topic a sentence shares most words with, the nearest in the letter on a tie."""
        ncnd = self.ncnd
        best = max(range(len(ncnd)), key=lambda at: (len(ncnd[at].topic & said), -abs(ncnd[at].start - sentence.start)))
        return best, ncnd[best].topic & said

    def of_another(self, best: int, shared: frozenset[str], said: frozenset[str]) -> bool:
        """Return True where a sentence lacks the person asked about, or speaks of what another question asks.

        "How many covert drones?" is another question than "how many drones?", and an answer to that one lacks "covert".
        """
        one = self.ncnd[best]
        if one.topic & self.people and not said & self.people:
            return True
        missing = one.head - said
        return bool(missing) and any(shared <= words_ and not missing & words_ for words_ in self.asked_about)

    def lacks_name(self, best: int, said: frozenset[str]) -> bool:
        """Return True where the topic has a name of its own, "Harlow Garage", and a phrase has no word of it."""
        named = self.ncnd[best].topic & self.proper
        return bool(named) and not named & said

    def has_whole_name(self, best: int, said: frozenset[str]) -> bool:
        """Return True where the topic has a name of its own and a phrase has all of it."""
        topic = self.ncnd[best].topic
        return bool(topic & self.proper) and topic & self.capitals <= said

    def names_apart(self, best: int, *phrases: Passage) -> tuple[frozenset[str], frozenset[str]]:
        """Return which of the topic's names phrases lack, and which names they have that the topic has not."""
        named = self.ncnd[best].topic & self.capitals
        # "PC N Orwell": ranks and initials tell nobody from another.
        said = (name for one in phrases for name in words.names("x " + self.text[one.start : one.end]))
        own = {topics.root(name) for name in said if len(name) > _RANK}
        return named - own, frozenset(own - named)

    def same(self, best: int, fact: Placed, shared: frozenset[str]) -> bool:
        """Return True where enough of the topic returns: two words, a third of a long topic, or all there is of it."""
        one = self.ncnd[best]
        if not shared or len(shared) < min(_ENOUGH, len(one.topic)):
            return False
        if one.head and not one.head & shared and len(shared) < max(_ENOUGH + 1, len(one.topic) - 1):
            return False
        named = {topics.root(name) for name in words.names(self.text[fact.start : fact.end])}
        wanted = max(_ENOUGH, (len(one.topic) + 2) // 3)
        return len(shared) + len(shared & named) >= min(len(one.topic), wanted)
