"""What the recognizers said, before the policy speaks: matches in the normalised text."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.analysis.textmap import TextMap


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a recognizer matched.

    Attributes:
        text: 0 for the body, 1 for the other layers (see ``Analysis.texts``).
        start, end: half-open range of the normalised text.
        follows: index of the match whose person stands here again, or None.
    """

    text: int
    start: int
    end: int
    entity: str
    score: float
    recognizer: str
    why: str
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Two normalised texts, body and all other layers, and every match in them."""

    texts: tuple[TextMap, TextMap] = field(repr=False)
    matches: tuple[Match, ...]
    requester_guessed: bool = False
    requester_known: bool = False
    model: str = ""

    def value(self, match: Match) -> str:
        """Return the normalised value of a match."""
        return self.texts[match.text].text[match.start : match.end]
