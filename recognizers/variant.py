"""One place where a known person is written, and what is left of several that overlap."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """A place ``[start, end)`` where person number ``person`` of the index is written; ``why`` is for the officer."""

    start: int
    end: int
    person: int
    why: str


def merged(found: list[Variant]) -> list[Variant]:
    """Return variants in order; of those that overlap, the longest names the person and all of it is covered."""
    found.sort(key=lambda v: (v.start, -v.end, v.person))
    kept: list[Variant] = []
    for variant in found:
        last = kept[-1] if kept else None
        if last is None or variant.start >= last.end:
            kept.append(variant)
        elif variant.end > last.end:
            kept[-1] = Variant(last.start, variant.end, last.person, last.why)
    return kept
