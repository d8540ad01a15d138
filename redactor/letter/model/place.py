"""Where a part of a letter stands: a half-open range in the normalised body text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Placed(Protocol):
    """Anything with a half-open range in the normalised body text."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def end(self) -> int:
        """Return where it ends."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in the letter and nothing more."""

    start: int
    end: int
