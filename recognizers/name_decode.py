"""From the model's numbers to names: which words belong together, and what is cut away from them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recognizers.name_shapes import is_not_name
from recognizers.names import name_start

_POSSESSIVE = re.compile(r"['’]s?$")
_EDGE = frozenset(' \t\r\n,;:"“”‘<>()[]-–—')
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")
# What may stand between two halves of one name; a comma or a dash more often parts two people in a list.
_PARTED = re.compile(r"\t+|\n[ \t]*\n\s*")
_JOINS = re.compile(r"[ ]?|\. ?|['’\-]")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at ``[start, end)``: label PERSON, ORG or LOC, score the mean probability of its words."""

    start: int
    end: int
    label: str
    score: float

    def moved(self, by: int) -> NameSpan:
        """Return the same name ``by`` characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


def decode(
    starts: NDArray[np.int32],
    ends: NDArray[np.int32],
    probabilities: NDArray[np.float32],
    labels: Sequence[str],
    person_threshold: float,
) -> list[NameSpan]:
    """Return the spans of the likeliest label sequence that is well formed (no I- without its B-).

    Args:
        starts: (words,) first characters.
        ends: (words,) characters after the last.
        probabilities: (words, labels).
        labels: BIO label names, "O" first.
        person_threshold: a word is a person's when its PERSON probability reaches this, whatever else is likelier, and
            of a person's name one word at least must reach it. Lower finds more people and more that are none.
    """
    if not len(starts):
        return []
    person = [i for i, name in enumerate(labels) if name.endswith("-PERSON")]
    scores = probabilities
    forced = probabilities[:, person].sum(axis=1) >= person_threshold
    if forced.any():
        scores = probabilities.copy()
        others = [i for i in range(len(labels)) if i not in person]
        scores[np.ix_(forced, others)] = 0.0
    path: list[int] = scores.argmax(axis=1).tolist()
    if not _well_formed(path, labels):
        path = _viterbi(scores, labels)
    spans: list[NameSpan] = []
    open_from = -1
    for word, label in enumerate([*path, 0]):
        name = labels[label]
        if open_from >= 0 and not name.startswith("I-"):
            kind = labels[path[open_from]][2:]
            columns = [i for i, other in enumerate(labels) if other[2:] == kind]
            score = float(probabilities[open_from:word, columns].sum(axis=1).mean())
            if kind != "PERSON" or forced[open_from:word].any():
                spans.append(NameSpan(int(starts[open_from]), int(ends[word - 1]), kind, min(1.0, score)))
            open_from = -1
        if name.startswith("B-"):
            open_from = word
    return spans


def _may_follow(before: str, after: str) -> bool:
    return not after.startswith("I-") or before[2:] == after[2:]


def _well_formed(path: Sequence[int], labels: Sequence[str]) -> bool:
    before = "O"
    for label in path:
        name = labels[label]
        if name[0] == "I" and before[2:] != name[2:]:
            return False
        before = name
    return True


def _viterbi(scores: NDArray[np.float32], labels: Sequence[str]) -> list[int]:
    """Return the likeliest well-formed path (Viterbi 1967); transitions are allowed or not, with no weights."""
    count = len(labels)
    allowed = [[b for b in range(count) if _may_follow(labels[b], labels[a])] for a in range(count)]
    rows: list[list[float]] = np.log(np.maximum(scores, 1e-12)).tolist()
    best = [-math.inf if labels[a].startswith("I-") else rows[0][a] for a in range(count)]
    back: list[list[int]] = []
    for row in rows[1:]:
        came = [max(allowed[a], key=best.__getitem__) for a in range(count)]
        best = [best[came[a]] + row[a] for a in range(count)]
        back.append(came)
    label = max(range(count), key=best.__getitem__)
    path = [label]
    for came in reversed(back):
        label = came[label]
        path.append(label)
    path.reverse()
    return path


def tidy(text: str, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Join the halves of one name, cut titles and possessives away, and drop what is only a title or a post."""
    joined: list[NameSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.label == span.label
            and _JOINS.fullmatch(between := text[last.end : span.start])
            and ("." not in between or _INITIAL.search(text[last.start : last.end] + "."))
        ):
            weight, other = last.end - last.start, span.end - span.start
            score = (last.score * weight + span.score * other) / (weight + other)
            joined[-1] = replace(last, end=span.end, score=score)
        else:
            joined.append(span)
    return [clean for span in joined for piece in _cells(text, span) if (clean := _trimmed(text, piece)) is not None]


def _cells(text: str, span: NameSpan) -> list[NameSpan]:
    """Cut a span at tabs and blank lines: what they part are different things, and the model does not see either."""
    if not _PARTED.search(text, span.start, span.end):
        return [span]
    pieces = [
        replace(span, start=start, end=end)
        for start, end in pairwise(
            [span.start, *(at for m in _PARTED.finditer(text, span.start, span.end) for at in m.span()), span.end]
        )
        if text[start:end].strip()
    ]
    return [p for p in pieces if not all(map(is_not_name, text[p.start : p.end].split()))]


def _trimmed(text: str, span: NameSpan) -> NameSpan | None:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    if span.label == "PERSON":
        titles = name_start(text[start:end])
        if titles is None:
            return None
        start += titles
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if possessive := _POSSESSIVE.search(text, start, end):
        end = possessive.start()
    letters = sum(character.isalpha() for character in text[start:end])
    # One letter is a list mark or half of "N/A" far more often than a person.
    if letters < (2 if span.label == "PERSON" else 1):
        return None
    return replace(span, start=start, end=end)
