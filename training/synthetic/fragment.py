"""Cuts a made-up document to a paragraph, a row or a line: the name finder is often shown no more than that."""

from __future__ import annotations

import random
import re
from typing import Final

from training.synthetic.piece import Mark, Piece, cut

WHOLE: Final = 0.42
_LONGEST = 2600
_KEEP_INITIALS = 0.75


def fragment(piece: Piece, rng: random.Random) -> Piece:
    """Return the whole piece, some paragraphs, some lines or one line; never an empty one."""
    kind = rng.random()
    if kind < WHOLE:
        spans = [(0, len(piece.text))]
    elif kind < 0.66:
        spans = _parts(piece.text, r"\n\s*\n")
        spans = _run(spans, rng, longest=3)
    elif kind < 0.80:
        spans = _run(_parts(piece.text, r"\n"), rng, longest=5)
    elif kind < 0.94:
        spans = _run(_parts(piece.text, r"\n"), rng, longest=1)
    else:
        spans = _run(_parts(piece.text, r"(?<=[.?!])\s+|\n"), rng, longest=2)
    start, end = spans[0][0], min(spans[-1][1], spans[0][0] + _LONGEST)
    # A cut never divides a name: it moves out to the name's end.
    for mark in piece.marks:
        if mark.start < start < mark.end:
            start = mark.start
        if mark.start < end < mark.end:
            end = mark.end
    part = cut(piece, start=start, end=end)
    if len(introduced(part).marks) < len(part.marks) and len(piece.text) <= _LONGEST and rng.random() < _KEEP_INITIALS:
        # Initials cut off from the name they stand for carry no mark; too much of that would unlearn "AB to write".
        part = piece
    return introduced(part)


def _parts(text: str, boundary: str) -> list[tuple[int, int]]:
    edges = [0]
    for found in re.finditer(boundary, text):
        edges += [found.start(), found.end()]
    edges.append(len(text))
    parts = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if text[start:end].strip()]
    return parts or [(0, len(text))]


def _run(parts: list[tuple[int, int]], rng: random.Random, *, longest: int) -> list[tuple[int, int]]:
    first = rng.randrange(len(parts))
    return parts[first : first + rng.randint(1, longest)]


def introduced(piece: Piece) -> Piece:
    """Drop the marks of initials alone ("AB") where the text does not also give that person's name."""
    named = {mark.person for mark in piece.marks if not mark.bare}
    marks: list[Mark] = [mark for mark in piece.marks if not mark.bare or mark.person in named]
    return Piece(piece.text, tuple(marks))
