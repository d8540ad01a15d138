"""What is hardly a name when all of a document is looked at: mentions of the doubtful, and lone guesses where nobody is named.

Of a word that is found as a person's once ("Helix" in one sentence) every other mention is found again by its letters. The
name model has read those mentions too. Where it took fewer of them for a name than not, and nothing but the model ever
did, the word is more likely a thing that was once mistaken for somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from redactor.analysis.matches import Match
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


_NAMED: Final = 0.9
"""Score from which a full name that the model read shows that the document names people."""

_CAPPED: Final = 0.45
"""What a full name keeps at least where something beside it says it is a thing's (``recognizers.named_after``)."""

_ENOUGH_WORDS: Final = 60
"""Words of a document that would name people in full, greet or sign somewhere, if it were about any."""


def strays(found: Sequence[Match], texts: Sequence[str], model: str) -> Iterator[int]:
    """Yield the numbers of the PERSON matches to leave out: lone guesses in a document that surely names nobody.

    A letter that is about people greets one, titles one, signs, or writes a name in full. Where a page or more does
    none of that, a single word that ``model`` calls a name with a score below ``SURE`` was one in ten times.

    Args:
        found: every match of the document.
        texts: what ``Match.text`` counts.
        model: the recognizer that goes by the name model alone.
    """
    people = [(n, m) for n, m in enumerate(found) if m.entity in ("PERSON", "REQUESTER")]
    guesses = [(n, m) for n, m in people if m.recognizer == model and m.score < SURE]
    for _, match in people if guesses else ():
        full = len(texts[match.text][match.start : match.end].split()) > 1
        if match.recognizer != model or (full and match.score >= _NAMED):
            return
    if not guesses or sum(len(text.split()) for text in texts) < _ENOUGH_WORDS:
        return
    for number, match in guesses:
        if match.score < _CAPPED or len(texts[match.text][match.start : match.end].split()) == 1:
            yield number
