"""Labelled text cut into the pieces that the name model will meet: same paragraphs, same windows, same word shapes.

``recognizers`` scores a paragraph at a time in short windows. Training on anything else (whole documents, sentences)
teaches a context the model will not have.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from recognizers.name_chunks import chunks, may_name
from recognizers.name_model import encode
from training.corpora import LABELS, UNSURE, Labelled, Span

if TYPE_CHECKING:
    import tokenizers

TAGS: Final = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))
IGNORE: Final = -100
WINDOW: Final = 62
_OVERLAP: Final = 16
_CLS, _SEP = 101, 102
_FEWEST_PIECES: Final = 3
# Some lines are learnt alone, as table rows and headings come; the rest as the paragraphs the finder cuts.
_LINE_ALONE: Final = 0.15


@dataclass(frozen=True, slots=True)
class Window:
    """One row of a batch: vocabulary numbers, word shapes and tag numbers, each (pieces,), [CLS] and [SEP] included."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    tags: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of like length, filled up with zeros: every array is (rows, pieces)."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    mask: NDArray[np.int64]
    tags: NDArray[np.int64]


def paragraphs(item: Labelled, rng: random.Random) -> Iterator[Labelled]:
    """Yield the pieces of a text as the finder would cut it, now and then one line by itself."""
    for start, end in chunks(item.text):
        if "\n" in item.text[start:end] and rng.random() < _LINE_ALONE:
            at = start
            for line in item.text[start:end].split("\n"):
                yield _part(item, at, at + len(line))
                at += len(line) + 1
        else:
            yield _part(item, start, end)


def windows(tokenizer: tokenizers.Tokenizer, item: Labelled) -> Iterator[Window]:
    """Yield the windows of one paragraph; only rows that begin a word carry a tag, others `IGNORE`."""
    if not may_name(item.text):
        return
    piece = encode(tokenizer, item.text)
    tags = np.zeros(len(piece.ids), np.int64)
    for start, end, label in item.spans:
        rows = np.flatnonzero((piece.starts < end) & (piece.ends > start))
        if label == UNSURE:
            tags[rows] = IGNORE
        elif len(rows):
            tags[rows] = TAGS.index(f"I-{label}")
            tags[rows[0]] = TAGS.index(f"B-{label}")
    tags[~piece.first] = IGNORE
    total, start = len(tags), 0
    while total >= _FEWEST_PIECES:
        stop = min(total, start + WINDOW)
        yield Window(
            np.concatenate(([_CLS], piece.ids[start:stop], [_SEP])),
            np.concatenate(([0], piece.shapes[start:stop], [0])),
            np.concatenate(([IGNORE], tags[start:stop], [IGNORE])),
        )
        if stop == total:
            return
        start += WINDOW - _OVERLAP


def batches(rows: Iterable[Window], *, pieces: int, rng: random.Random) -> Iterator[Batch]:
    """Yield all rows once in random order, about ``pieces`` word pieces a batch, rows of like length together."""
    pool = list(rows)
    rng.shuffle(pool)
    ready: list[list[Window]] = []
    for begin in range(0, len(pool), 1024):
        ordered = sorted(pool[begin : begin + 1024], key=len)
        group: list[Window] = []
        for row in ordered:
            if group and len(row) * (len(group) + 1) > pieces:
                ready.append(group)
                group = []
            group.append(row)
        ready.append(group)
    rng.shuffle(ready)
    for group in ready:
        yield _filled(group)


def _filled(group: list[Window]) -> Batch:
    shape = (len(group), max(map(len, group)))
    ids, shapes, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    tags = np.full(shape, IGNORE, np.int64)
    for row, window in enumerate(group):
        size = len(window)
        ids[row, :size], shapes[row, :size], mask[row, :size] = window.ids, window.shapes, 1
        tags[row, :size] = window.tags
    return Batch(ids, shapes, mask, tags)


def _part(item: Labelled, start: int, end: int) -> Labelled:
    inside: list[Span] = [
        (max(s, start) - start, min(e, end) - start, label) for s, e, label in item.spans if s < end and start < e
    ]
    return Labelled(item.text[start:end], tuple(inside))
