"""What the name model finds and misses: recall and precision on texts kept apart, through the shipped decoding.

A name counts as found when any part of it is marked (any-overlap: an officer who sees half a name sees the name);
exact F is given beside it. Titles are cut from both sides first. Figures are percentages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from recognizers.name_model import NameFinder, NameModel, Scored
from training.corpora import Labelled, bare_name

THRESHOLDS: Final = (0.1, 0.15, 0.2, 0.3, 0.5, 0.7)


@dataclass(frozen=True, slots=True)
class Figures:
    """One set at one threshold: ``names`` true persons, the rest in per cent."""

    names: int
    recall: float
    precision: float
    exact_f: float


class _Once(NameModel):
    """The shipped model, asked once about each piece of text however many thresholds are tried."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        super().__init__(folder, threads=threads)
        self._seen: dict[str, Scored] = {}

    def score(self, text: str) -> Scored:
        if text not in self._seen:
            self._seen[text] = super().score(text)
        return self._seen[text]


def figures(
    folder: Path,
    sets: Mapping[str, Sequence[Labelled]],
    *,
    thresholds: Sequence[float] = THRESHOLDS,
    threads: int = 2,
) -> dict[str, dict[float, Figures]]:
    """Return the figures of the model in ``folder`` for every set at every PERSON threshold."""
    result: dict[str, dict[float, Figures]] = {}
    for name, items in sets.items():
        model = _Once(folder, threads=threads)
        result[name] = {}
        for threshold in thresholds:
            finder = NameFinder(model, person_threshold=threshold, remember=0)
            found = [[(s.start, s.end) for s in finder.find(i.text) if s.label == "PERSON"] for i in items]
            result[name][threshold] = compare(items, found)
    return result


def compare(items: Sequence[Labelled], found: Sequence[Sequence[tuple[int, int]]]) -> Figures:
    """Return recall, precision and exact F of person spans ``found`` in ``items``."""
    names = marks = met = right = same = 0
    for item, spans in zip(items, found, strict=True):
        gold = _bare(item.text, [(s, e) for s, e, label in item.spans if label == "PERSON"])
        marked = _bare(item.text, spans)
        names += len(gold)
        marks += len(marked)
        same += len(gold & marked)
        met += sum(any(a < e and s < b for a, b in marked) for s, e in gold)
        right += sum(any(a < e and s < b for a, b in gold) for s, e in marked)
    both = names + marks
    return Figures(names, _per_cent(met, names), _per_cent(right, marks), _per_cent(2 * same, both))


def recall_at(by_threshold: Mapping[float, Figures], precision: float) -> float:
    """Return the recall where precision reaches ``precision`` (per cent), between thresholds by a straight line.

    0.0 where no threshold reaches it.
    """
    points = sorted((f.precision, f.recall) for f in by_threshold.values())
    best = 0.0
    for (low_p, low_r), (high_p, high_r) in pairwise(points):
        if low_p <= precision <= high_p and high_p > low_p:
            share = (precision - low_p) / (high_p - low_p)
            best = max(best, low_r + share * (high_r - low_r))
    return max([best, *(r for p, r in points if p >= precision)])


def _bare(text: str, spans: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    return {bare for start, end in spans if (bare := bare_name(text, start, end)) is not None}


def _per_cent(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0
