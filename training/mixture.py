"""Which texts are learnt, in what share and order: labelled corpora and letters made by ``training.synthetic``."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.augment import Chances, NamePool, changed
from training.corpora import TRAINING, Labelled, load
from training.windows import TAGS, Window, paragraphs, windows

if TYPE_CHECKING:
    import tokenizers

# Hand-written texts are the nearest to what officers read, and the fewest.
WRITTEN_WEIGHT: Final = 3.0
_PERSON_TAGS = tuple(n for n, tag in enumerate(TAGS) if tag.endswith("-PERSON"))


@dataclass(frozen=True, slots=True)
class Source:
    """Texts read together: ``weight`` times in an average pass; ``real`` texts are changed, made-up ones are varied as made."""

    name: str
    items: tuple[Labelled, ...]
    weight: float
    real: bool = True


@dataclass(frozen=True, slots=True)
class Mixture:
    """All that is learnt.

    Attributes:
        sources: the texts.
        pool: words for names put into real texts.
        nameless: share of real windows without a person that is kept; most prose names nobody, and is soon learnt.
    """

    sources: tuple[Source, ...]
    pool: NamePool
    chances: Chances = field(default_factory=Chances)
    nameless: float = 0.9


def gather(
    folder: Path, *, synthetic: Sequence[Labelled], synthetic_weight: float = 1.0, written: Sequence[Labelled] = ()
) -> Mixture:
    """Read every training corpus below ``folder`` and put the ``synthetic`` and the hand-``written`` texts beside them.

    Raises:
        FileNotFoundError: a corpus is missing.
    """
    sources = [Source(c.name, tuple(load(c, folder / "train")), c.weight) for c in TRAINING]
    pool = NamePool.of(item for source in sources for item in source.items)
    made = NamePool.of(synthetic)
    # Half the names from real texts, half made: the former hold odd ones, the latter more cultures.
    both = replace(pool, given=_alike(pool.given, made.given), family=_alike(pool.family, made.family))
    # Names in hand-written texts are exchanged as in real ones: there are few texts, and they are read several times.
    sources += [Source("written", tuple(written), WRITTEN_WEIGHT)] if written else []
    return Mixture((*sources, Source("synthetic", tuple(synthetic), synthetic_weight, real=False)), both)


def one_pass(mixture: Mixture, tokenizer: tokenizers.Tokenizer, rng: random.Random) -> Iterator[Window]:
    """Yield the windows of one pass, freshly drawn and changed; a new pass brings other names and other breaks."""
    for source in mixture.sources:
        for item in _drawn(source.items, source.weight, rng):
            varied = changed(item, mixture.pool, rng, chances=mixture.chances) if source.real else item
            for piece in paragraphs(varied, rng):
                for window in windows(tokenizer, piece):
                    if not source.real or names_someone(window) or rng.random() < mixture.nameless:
                        yield window


def names_someone(window: Window) -> bool:
    """Return whether a person's name stands in the window."""
    return any(tag in _PERSON_TAGS for tag in window.tags.tolist())


def _drawn(items: Sequence[Labelled], weight: float, rng: random.Random) -> Iterator[Labelled]:
    while weight >= 1:
        yield from items
        weight -= 1
    yield from rng.sample(list(items), round(weight * len(items)))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    if not one or not other:
        return one or other
    short, long = sorted((one, other), key=len)
    return long + short * max(1, len(long) // len(short))
