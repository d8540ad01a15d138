"""Name propagation: a person found once is the same person wherever the text names them again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recognizers.name_variants import VariantIndex
from recognizers.person_name import PersonName, parse_name
from recognizers.variant import Variant

_INITIALS = re.compile(r"[ ]?\(([A-Z]{2,4})\)")
"""Initials in brackets after a name: how minutes say who is meant by them from there on."""

_JOINED = re.compile(r"[^\W\d_][-‐‑–][^\W\d_]+[\W\d_]*$")
_HYPHENED = re.compile(r"\w[-‐‑–]$")
_HYPHEN_AFTER = re.compile(r"[-‐‑–]\w")

_SHORTEST_HALF = 4
"""Letters of half a surname; of a shorter one ("Lee-Jones") too many words are made."""


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
    names = [parse_name(text[start:end]) for start, end in people]
    index = VariantIndex(names)
    for number, (_, end) in enumerate(people):
        if introduced := _INITIALS.match(text, end):
            index.introduce(introduced[1], number)
    known = _union(people)
    mentions: list[Mention] = []
    at = 0
    for variant in _with_halves(text, index, names, people):
        while at < len(known) and known[at][1] <= variant.start:
            at += 1
        covered = at < len(known) and known[at][0] <= variant.start and variant.end <= known[at][1]
        if not covered:
            mentions.append(Mention(variant.start, variant.end, variant.person, variant.why))
    return mentions


def _with_halves(
    text: str, index: VariantIndex, names: Sequence[PersonName | None], people: Sequence[tuple[int, int]]
) -> list[Variant]:
    """Return all variants, those of one half of a double-barrelled surname among them, in order and without overlaps.

    A half is its bearer's only where no hyphen joins it to another name: "Hayes" may be Ms Duckworth-Hayes, and "Hayes-Reid"
    is somebody else.
    """
    found = index.find(text)
    halves = [
        (number, PersonName(name.forenames, ((half,),)))
        for number, name in enumerate(names)
        if name and len(name.surnames[0]) == 2 and _JOINED.search(text[slice(*people[number])])
        for half in name.surnames[0]
        if len(half) >= _SHORTEST_HALF
    ]
    if not halves:
        return found
    starts = [variant.start for variant in found]
    further = []
    for variant in VariantIndex([half for _, half in halves]).find(text):
        at = bisect_left(starts, variant.end)
        taken = at > 0 and found[at - 1].end > variant.start
        if taken or variant.why in ("initials", "forename alone"):
            continue
        if not _HYPHENED.search(text, max(0, variant.start - 2), variant.start) and not _HYPHEN_AFTER.match(
            text, variant.end
        ):
            further.append(replace(variant, person=halves[variant.person][0], why="half of a double-barrelled surname"))
    return sorted((*found, *further), key=lambda variant: variant.start)


def _union(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
