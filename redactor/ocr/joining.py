"""Two readings of one picture made into one, and what the other reader saw where they differ.

A name that either of them saw must be found, so nothing that was read is dropped: the words to go by make the page's text,
and a line on which the readers differ is kept as the other one has it too. The second reader also makes words of scribbles
and of handwriting, with any certainty up to 100 %. So its word alone explains no ink: that takes the same letters from both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.model import Box
from redactor.ocr.prepare import Prepared
from redactor.ocr.reading import SURE, Reading, TextLine, Word, cells

__all__ = ["Joined", "doubtful", "join", "touches", "unclear"]

_CLEAR = 90.0
"""Certainty of the first reader from which a word is not read again; correct words of clean print have it."""
_TRUST = 90.0
"""Certainty of the second reader's least certain letter from which its word can settle a doubt, where the first agrees."""
_LEAST_LETTERS = 2
"""One letter on which both agree is any loop of a pen."""
_OVERLAP = 0.3
"""Of the narrower of two words, from which they are readings of the same ink."""
_PRINT = (4.0, 40.0)
"""Points of height between which ink may be a word of print, and least points of its width."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two readings made into one.

    Attributes:
        reading: the words to go by; one that only the second reader saw is not sure, so that its ink stays a question.
        others: lines on which the readers differ, as the other one has them.
    """

    reading: Reading
    others: Reading


def doubtful(picture: Prepared, reading: Reading, regions: Sequence[Box]) -> bool:
    """Return whether a page deserves a second look: it has doubtful words, or ink nobody read of the size of print."""
    return any(not word.sure and _letters(word.text) for word in reading.words) or bool(
        _maybe_print(picture, reading, regions)
    )


def unclear(picture: Prepared, reading: Reading, regions: Sequence[Box]) -> list[Box]:
    """Return the places to be read again: words below certainty, and ink that no word explains."""
    words = [word.box for word in reading.words if word.confidence < _CLEAR and _letters(word.text)]
    return words + _maybe_print(picture, reading, regions)


def touches(line: Box, place: Box) -> bool:
    """Return whether a line lies on a place, and does not merely brush it from above or below."""
    across = min(line[2], place[2]) - max(line[0], place[0])
    down = min(line[3], place[3]) - max(line[1], place[1])
    return across > 0 and down > _OVERLAP * min(line[3] - line[1], place[3] - place[1])


def join(first: Reading, second: Reading, alone: Callable[[Box], Reading]) -> Joined:
    """Return what to go by of two readings of one picture.

    Args:
        alone: gives what the first reader makes of one line cut out of the page. It loses print in tables, and where
            the page around it misleads it, that it can read.
    """
    left = list(first.words)
    now: dict[int, Word | None] = {}
    lines: list[TextLine] = []
    others: list[TextLine] = []
    for line in second.lines:
        mine = sorted((word for word in left if _centred(word.box, line.box)), key=lambda word: word.box[0])
        taken = {id(word) for word in mine}
        left = [word for word in left if id(word) not in taken]
        row = _Row(mine, line, alone)
        if row.rebuilt:
            now.update((id(word), None) for word in mine)
            lines += cells([TextLine(tuple(row.words), line.box)])
        else:
            now.update((id(old), new) for old, new in zip(mine, row.words, strict=True))
        others += row.others
    kept = [
        replace(line, words=words)
        for line in first.lines
        if (words := tuple(word for old in line.words if (word := now.get(id(old), old)) is not None))
    ]
    return Joined(Reading((*kept, *lines)), Reading(tuple(others)))


class _Row:
    """One line of the second reader and the first one's words in its place, made into one."""

    def __init__(self, mine: Sequence[Word], line: TextLine, alone: Callable[[Box], Reading]) -> None:
        self.words: list[Word] = []
        self.rebuilt = False
        self._line, self._alone = line, alone
        self._once_more: tuple[Word, ...] | None = None
        keep_mine = keep_theirs = False
        for ours, theirs in _same_ink(mine, line.words):
            one, other = _letters(*(word.text for word in ours)), _letters(*(word.text for word in theirs))
            sure = all(word.sure for word in ours)
            certain = min((word.confidence for word in theirs), default=0.0)
            if not other or _folded(one) == _folded(other):
                settled = not sure and certain >= _TRUST and len(other) >= _LEAST_LETTERS
                self.words += [_at_least(word, certain) for word in ours] if settled else ours
            elif certain < SURE or (ours and sure):
                self.words += ours
                keep_theirs = True
            else:
                settled = certain >= _TRUST and len(other) >= _LEAST_LETTERS and self._confirmed(theirs, other)
                self.words += theirs if settled else [_doubted(word) for word in theirs]
                self.rebuilt = True
                keep_mine = keep_mine or bool(one)
        self.others = [
            part for wanted, part in ((keep_theirs, line), (keep_mine, TextLine(tuple(mine), line.box))) if wanted
        ]

    def _confirmed(self, theirs: Sequence[Word], letters: str) -> bool:
        """Return whether the first reader has the same letters there when it reads this line alone."""
        if self._once_more is None:
            self._once_more = self._alone(self._line.box).words
        here = [word for word in self._once_more if any(_overlap(word, other) for other in theirs)]
        return _folded(_letters(*(word.text for word in here))) == _folded(letters)


def _same_ink(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Yield words of both readers that lie on the same ink, from left to right; either may have none."""
    todo = sorted(
        [(word.box[0], 0, word) for word in ours] + [(word.box[0], 1, word) for word in theirs], key=_first_two
    )
    group: tuple[list[Word], list[Word]] = ([], [])
    for _, side, word in todo:
        if any(group) and not any(_overlap(word, other) for other in group[1 - side]):
            yield group
            group = ([], [])
        group[side].append(word)
    if any(group):
        yield group


def _first_two(one: tuple[float, int, Word]) -> tuple[float, int]:
    return one[:2]


def _overlap(one: Word, other: Word) -> bool:
    shared = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return shared > _OVERLAP * min(one.box[2] - one.box[0], other.box[2] - other.box[0])


def _centred(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _maybe_print(picture: Prepared, reading: Reading, regions: Sequence[Box]) -> list[Box]:
    """Return the ink that may be words: what is as high as print, or all of it where no word was read, as in much grain."""
    if not any(word.sure for word in reading.words):
        return list(regions)
    points = 72.0 / picture.dpi
    low, high = _PRINT
    return [one for one in regions if low <= (one[3] - one[1]) * points <= high and (one[2] - one[0]) * points >= low]


def _at_least(word: Word, certain: float) -> Word:
    return replace(word, confidence=max(word.confidence, certain))


def _doubted(word: Word) -> Word:
    """Return a word as one that was read without explaining its ink."""
    return replace(word, confidence=min(word.confidence, SURE - 1.0))


def _letters(*texts: str) -> str:
    return "".join(char for text in texts for char in text if char.isalnum())


_LOOK_ALIKE = str.maketrans("OoIlSsBZz", "001155822")


def _folded(letters: str) -> str:
    """Return letters for comparing: in a number, O and 0 are one reading, and I, l and 1."""
    if any(char.isdigit() for char in letters):
        letters = letters.translate(_LOOK_ALIKE)
    return letters.casefold()
