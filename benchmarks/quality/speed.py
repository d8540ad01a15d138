"""What the name model costs: words a CPU second on one thread, and what remembering paragraphs saves."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = 10


def words_per_second(folders: Sequence[Path], texts: Sequence[str], *, rounds: int) -> list[float]:
    """Return words a CPU second of each model, the models taken in turn; nothing is remembered."""
    from recognizers.name_model import NameFinder, NameModel

    finders = [NameFinder(NameModel(folder), person_threshold=0.3, remember=0) for folder in folders]
    words = sum(len(text.split()) for text in texts)
    spent: list[list[float]] = [[] for _ in finders]
    for number in range(rounds + 1):
        for index, finder in enumerate(finders):
            seconds = _cpu(lambda find=finder.find: [find(text) for text in texts])  # type: ignore[misc]
            if number:  # the first round warms up
                spent[index].append(seconds)
    return [words / statistics.median(times) for times in spent]


def letters_sharing(boilerplate: str, own: Sequence[str]) -> tuple[list[str], float]:
    """Return ten letters with the same paragraphs round one of their own each, and the share of words they share.

    The letter's own words stand in the middle, as an answer stands between greeting and appeal paragraphs.
    """
    paragraphs = boilerplate.split("\n\n")
    middle = len(paragraphs) // 2
    before, after = "\n\n".join(paragraphs[:middle]), "\n\n".join(paragraphs[middle:])
    letters = [f"{before}\n\n{text}\n\n{after}" for text in own[:LETTERS]]
    shared = len(boilerplate.split()) * len(letters) / sum(len(letter.split()) for letter in letters)
    return letters, shared


def cache_gain(folder: Path, letters: Sequence[str], *, rounds: int) -> float:
    """Return how many times faster the letters are read when paragraphs are remembered, from an empty memory."""
    from recognizers.name_model import NameFinder, NameModel

    model, ratios = NameModel(folder), []
    for _ in range(rounds):
        without = NameFinder(model, person_threshold=0.3, remember=0)
        plain = _cpu(lambda: [without.find(letter) for letter in letters])  # noqa: B023  # called at once
        remembering = NameFinder(model, person_threshold=0.3, remember=4096)
        ratios.append(plain / _cpu(lambda: [remembering.find(letter) for letter in letters]))  # noqa: B023
    return statistics.median(ratios)


def _cpu(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def boilerplate(letter: Path) -> str:
    """Return the text of a sample letter, its blocks as paragraphs."""
    import pymupdf

    with pymupdf.open(letter) as document:
        blocks = [block[4] for page in document for block in page.get_text("blocks") if block[6] == 0]
    return "\n\n".join(" ".join(block.split()) for block in blocks)
