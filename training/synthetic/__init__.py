"""Made-up public-sector papers with every name marked, for teaching and testing the name model.

Letters, e-mails, minutes, logs, statements, tables and forms are written from templates in which people, bodies and
places are invented. The templates of ``train``, ``dev`` and ``test`` are different, because a model that has learnt
the sentences looks far better than it is: 99 on its own templates fell to 76 on unseen ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from training.synthetic.fragment import fragment
from training.synthetic.names import Split
from training.synthetic.noise import disturbed, tidied
from training.synthetic.piece import Piece, merged, trimmed
from training.synthetic.render import Renderer
from training.synthetic.templates import library

__all__ = ["Example", "Split", "generate"]

# A fragment with no letter or figure in it is drawn again, this often at most.
_TRIES: Final = 20


@dataclass(frozen=True, slots=True)
class Example:
    """One made-up text.

    Attributes:
        text: the document, or a part of one.
        spans: (start, end, label), half-open offsets in ``text``, in order, apart, without white space at the ends;
            labels are PERSON, ORG and LOC. A PERSON leaves out titles, ranks and collar numbers.
        template: ``split/file/name`` of the template.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...]
    template: str


def generate(*, count: int, seed: int, split: Split) -> Iterator[Example]:
    """Yield ``count`` examples; the same arguments give the same examples with the same Faker release.

    Raises:
        ModuleNotFoundError: Faker is not installed (it comes with the ``training`` extra).
        GrammarError: a template or list cannot be read.
    """
    source = library(split)
    weights = [template.weight for template in source.templates]
    for number in range(count):
        # Each example has its own stream, so that a mended template changes only its own examples.
        rng = random.Random(f"{split} {seed} {number}")  # noqa: S311 - made-up text, nothing secret
        template = rng.choices(source.templates, weights)[0]
        piece = _written(template.body, rng, split, source.rules)
        yield Example(piece.text, _spans(piece), template.name)


def _written(body: str, rng: random.Random, split: Split, rules: dict[str, tuple[str, ...]]) -> Piece:
    for _ in range(_TRIES):
        whole = tidied(merged(Renderer(rng, split, rules).render(body)), rng)
        piece = trimmed(fragment(disturbed(whole, rng), rng))
        if any(char.isalnum() for char in piece.text):
            return piece
    return Piece("Page 1 of 1")


def _spans(piece: Piece) -> tuple[tuple[int, int, str], ...]:
    spans: list[tuple[int, int, str]] = []
    for mark in sorted(piece.marks, key=lambda mark: (mark.start, -mark.end)):
        # A place inside a body's name ("Northshire Council") belongs to the body.
        if not spans or mark.start >= spans[-1][1]:
            spans.append((mark.start, mark.end, mark.label))
    return tuple(spans)
