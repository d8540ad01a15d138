"""What is hardly a name when all of a document is looked at: further mentions of the doubtful.

Of a word that is found as a person's once ("Helix" in one sentence) every other mention is found again by its letters. The
name model has read those mentions too. Where it took fewer of them for a name than not, and nothing but the model ever
did, the word is more likely a thing that was once mistaken for somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from redactor.analysis.propagate import Mention

SURE: Final = 0.5
"""Score from which somebody is a person and no mere doubt; the packs act from there."""

_IN_PART: Final = frozenset({"surname alone", "forename alone", "half of a double-barrelled surname"})


@dataclass(frozen=True, slots=True)
class Source:
    """A person as found: the words, how surely, and whether only the name model said so."""

    words: str
    score: float
    by_model: bool

    def __repr__(self) -> str:
        return f"Source({self.score})"


def unlikely_mentions(mentions: Sequence[Mention], sources: Sequence[Source]) -> frozenset[int]:
    """Return the numbers of the ``mentions`` that are not to be believed.

    Args:
        mentions: as ``propagate`` gives them; ``source_index`` counts in ``sources``.
        sources: the people found.
    """
    ayes = Counter(source.words.casefold() for source in sources)
    elsewhere = {source.words.casefold() for source in sources if not source.by_model}
    noes: Counter[str] = Counter()
    for mention in mentions:
        if mention.why in _IN_PART:
            noes[sources[mention.source_index].words.casefold()] += 1
    unlikely = set()
    for number, mention in enumerate(mentions):
        source = sources[mention.source_index]
        name = source.words.casefold()
        outvoted = len(name.split()) == 1 and name not in elsewhere and noes[name] > ayes[name]
        if mention.why in _IN_PART and (source.score < SURE or outvoted):
            unlikely.add(number)
    return frozenset(unlikely)
