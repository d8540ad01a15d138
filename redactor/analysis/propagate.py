"""Name propagation: a person found once is the same person wherever the text names them again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recognizers.name_variants import VariantIndex
from recognizers.person_name import parse_name

_INITIALS = re.compile(r"[ ]?\(([A-Z]{2,4})\)")
"""Initials in brackets after a name: how minutes say who is meant by them from there on."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A further place ``[start, end)`` of the person at ``people[source_index]``; ``why`` is for the officer."""

    start: int
    end: int
    source_index: int
    why: str


def propagate(text: str, people: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return further places where people already found are written, in order and without overlaps.

    Finds the full name in any case, surname alone, title or initial with surname, "Surname, Forename", initials,
    possessives, forename alone, with or without accents; initials that stand in brackets after a name count even where
    they are an abbreviation. A name that is an ordinary word as well ("May", "Brown") is
    found beside a forename, an initial or a title, or as a possessive. Linear in the length of ``text``.

    Args:
        text: the text in which the people were found.
        people: half-open spans of their names in ``text``.

    Raises:
        ValueError: a span is empty or lies outside ``text``.
    """
    for start, end in people:
        if not 0 <= start < end <= len(text):
            raise ValueError("a span of a person is empty or lies outside the text")
    index = VariantIndex([parse_name(text[start:end]) for start, end in people])
    for number, (_, end) in enumerate(people):
        if introduced := _INITIALS.match(text, end):
            index.introduce(introduced[1], number)
    known = _union(people)
    mentions: list[Mention] = []
    at = 0
    for variant in index.find(text):
        while at < len(known) and known[at][1] <= variant.start:
            at += 1
        covered = at < len(known) and known[at][0] <= variant.start and variant.end <= known[at][1]
        if not covered:
            mentions.append(Mention(variant.start, variant.end, variant.person, variant.why))
    return mentions


def _union(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
