"""Parts that begin in a range, found without looking at all of them: a file of a thousand pages is read as a letter too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from redactor.letter.model import Placed

Part = TypeVar("Part", bound=Placed)


def starts(parts: Sequence[Placed]) -> list[int]:
    """Return where each part begins; the parts are in the order of the text."""
    return [part.start for part in parts]


def between(parts: Sequence[Part], begins: Sequence[int], start: int, end: int) -> Sequence[Part]:
    """Return the parts that begin in a half-open range; ``begins`` are their ``starts``."""
    return parts[bisect_left(begins, start) : bisect_left(begins, end)]
