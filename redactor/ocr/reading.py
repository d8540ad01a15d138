"""What was read off a picture: words with their letters' places and how sure the reader is of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redactor.model import Box

__all__ = ["SURE", "Reading", "TextLine", "Word", "cells"]

SURE = 60.0
"""Confidence, in per cent, from which a word counts as read. Tesseract gives correct words of clean print 90 and more;
ink it takes for a word (a signature, a stamp, a crest) rarely reaches half of that."""
_WIDE_GAP = 1.1
"""White between two words, in heights of their line, from which they are cells of a table and no sentence."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word.

    Attributes:
        text: as read.
        box: left, top, right, bottom in pixels of the picture that was read.
        edges: left and right of each character of ``text``, in the same pixels.
        confidence: 0 to 100.
    """

    text: str = field(repr=False)
    box: Box
    edges: tuple[tuple[float, float], ...]
    confidence: float

    @property
    def sure(self) -> bool:
        """Return whether the word counts as read."""
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one baseline with nothing wider than a word space between them, and the box of their line."""

    words: tuple[Word, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """All the lines of words that were read off one picture, in no particular order."""

    lines: tuple[TextLine, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """Return every word."""
        return tuple(word for line in self.lines for word in line.words)

    @property
    def confidence(self) -> float:
        """Return the mean confidence over letters, 0 to 100; 0 where nothing was read."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / letters if letters else 0.0


def cells(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """Yield lines cut where the white between two words is wide: the reader runs on over the columns of a table."""
    for line in lines:
        height = line.box[3] - line.box[1]
        part: list[Word] = []
        for word in line.words:
            if part and word.box[0] - part[-1].box[2] > _WIDE_GAP * height:
                yield _line(part, line)
                part = []
            part.append(word)
        if part:
            yield _line(part, line)


def _line(words: list[Word], line: TextLine) -> TextLine:
    return TextLine(tuple(words), (words[0].box[0], line.box[1], max(word.box[2] for word in words), line.box[3]))
