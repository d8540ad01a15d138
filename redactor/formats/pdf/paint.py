"""In which order a page is painted: where words stand, and what is painted before and after them.

ISO 32000-1, 8.2: what is painted later lies on top. MuPDF's log gives each painted thing's box in that order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from redactor.model import Box

HALF = 0.4
"""Share of a line's height from which paint hides words; what is less is a rule above or under them."""


@dataclass(frozen=True, slots=True)
class Paint:
    """One painted thing that is no text: its place in the order, its kind as MuPDF names it, and its box in points."""

    at: int
    kind: str
    box: Box

    @property
    def is_path(self) -> bool:
        """Return whether it is a shape, and no picture or shading."""
        return self.kind.endswith("path")

    @property
    def is_filled(self) -> bool:
        """Return whether it covers its inside: a frame's box is wide and its ink is not."""
        return self.kind.startswith("fill")


@dataclass(frozen=True, slots=True)
class Log:
    """What a page paints, in order: words with their place in it, and everything else."""

    words: tuple[tuple[int, Box], ...]
    paints: tuple[Paint, ...]


def read(page: Any) -> Log:
    """Return the log of a ``pymupdf.Page``, comments and stamps at its end; coordinates are the page's, unrotated."""
    words: list[tuple[int, Box]] = []
    paints: list[Paint] = []
    for at, (kind, box) in enumerate(page.get_bboxlog()):
        if kind.endswith("text"):
            words.append((at, box))
        else:
            paints.append(Paint(at, kind, box))
    return Log(tuple(words), tuple(paints))


def crosses(paint: Box, word: Box) -> float:
    """Return how much of a line's height paint lies across; many slivers cover as well as one box."""
    across = min(paint[2], word[2]) - max(paint[0], word[0])
    down = min(paint[3], word[3]) - max(paint[1], word[1])
    turned = word[3] - word[1] > word[2] - word[0]
    part = across / max(word[2] - word[0], 0.1) if turned else down / max(word[3] - word[1], 0.1)
    return part if across > 0.5 and down > 0.0 else 0.0


def overlap(first: Box, second: Box) -> Box:
    """Return what two boxes share; it is empty (its sides cross) where they share nothing."""
    return (max(first[0], second[0]), max(first[1], second[1]), min(first[2], second[2]), min(first[3], second[3]))


def holds(outer: Box, inner: Box, *, slack: float = 0.0) -> bool:
    """Return whether the middle of a box lies in another, or within ``slack`` points of it."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - slack <= x <= outer[2] + slack and outer[1] - slack <= y <= outer[3] + slack


def around(*boxes: Box) -> Box:
    """Return the smallest box that holds all of these."""
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
