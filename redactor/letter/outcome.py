"""What a letter that answers came to: in full, in part, nothing held, refused, neither confirmed nor denied."""

from __future__ import annotations

import re

from redactor.letter import giving, purposes, remedy, signs
from redactor.letter.model import Citation, Holding, HoldingStatement, KindReading, LetterKind, Passage
from redactor.letter.substance import Substance

_LAWS_OWN = frozenset({"1", "10", "12", "14", "16", "17", "50", "5", "9", "11"})
_COST_GROUNDS = frozenset({("foia", "12"), ("foisa", "12")})
_VEXED_GROUNDS = frozenset({("foia", "14"), ("foisa", "14")})
_NOT_HELD_GROUNDS = frozenset({("foisa", "17"), ("foisa", "10")})
"""Where not being held is itself a ground of refusal. Regulation 12(4)(a) is none that is relied on: ``Substance.absence``."""
_VEXATIOUS = re.compile(r"\bvexatious|\babus\w+|\bharass\w*|\brepeated\b")
_CALLED = re.compile(
    r"\b(?:request|requests|correspondence|it|this)\s(?:\w+\s){0,3}?(?:(?:is|are|was|were|as|be)\s)(?:\w+\s){0,2}?(?:vexatious|repeated|manifestly\sunreasonable)\b|\b(?:vexatious|repeated)\srequest\b[^.;]{0,80}\b(?:not|decline\w*|refus\w+)\b"
)
_BURDEN = re.compile(r"\b(?:burden\w*|hours|weeks|workload|volume|cost|diver(?:t|sion)\w*)\b")
_PART = "it gives some information and refuses some"


def read(said: Substance) -> KindReading | None:
    """Return what a letter came to; None where it says nothing of what was asked for."""
    count, first = said.count, said.first
    if count[Holding.NCND] and not said.beside_silence:
        return _as(LetterKind.NCND, "it neither confirms nor denies, and gives nothing", first[Holding.NCND])
    if count[Holding.NOT_HELD] and not said.gives and said.grounds and said.grounds <= _NOT_HELD_GROUNDS:
        return _as(LetterKind.NOT_HELD, "it says that nothing is held", first[Holding.NOT_HELD])
    if said.none_held and not (said.refuses or count[Holding.HELD] or said.in_answers or said.lists):
        stated = first.get(Holding.NOT_HELD) or said.absence
        if stated is not None:
            return _as(LetterKind.NOT_HELD, "it says that nothing is held", stated)
    if (said.refuses or count[Holding.NCND]) and (said.gives or said.redacts):
        return _as(
            LetterKind.PARTIAL,
            _PART,
            first.get(Holding.REFUSED) or first.get(Holding.NCND) or said.redacts or said.relied[0],
        )
    if count[Holding.NCND] and not count[Holding.REFUSED]:
        mixed = count[Holding.HELD] or said.gives or count[Holding.NOT_HELD]
        why = "it answers one part and neither confirms nor denies another"
        return _as(LetterKind.PARTIAL if mixed else LetterKind.NCND, why, first[Holding.NCND])
    part = said.says(signs.PART) if said.refuses else None
    if part and not remedy.speaks(said.lowered, part.start, part.end) and count[Holding.REFUSED]:
        return _as(LetterKind.PARTIAL, "it refuses a part, and so gives the rest", part)
    if said.refuses:
        return _as(LetterKind.REFUSAL, "it refuses and gives nothing", first.get(Holding.REFUSED) or said.relied[0])
    if count[Holding.NOT_HELD] and not (said.plainly or said.in_answers or said.lists):
        return _as(LetterKind.NOT_HELD, "it says that nothing is held", first[Holding.NOT_HELD])
    if not said.gives and not count[Holding.HELD] and (unkept := said.says(giving.NOT_KEPT)):
        return _as(LetterKind.NOT_HELD, "it says that nothing is held", unkept)
    if said.gives or count[Holding.HELD] or count[Holding.UNCLEAR]:
        return _as(LetterKind.FULL, "it answers without refusing anything", _given(said))
    return None


def _given(said: Substance) -> Passage | HoldingStatement:
    """Return where a letter gives what was asked for, as near as it can be told."""
    first = said.first
    stated = first.get(Holding.DISCLOSED) or first.get(Holding.HELD) or next(iter(first.values()), None)
    if stated is None and said.answers:
        return Passage(said.answers[0].start, said.answers[0].end)
    return stated or Passage(0, 0)


def whole(said: Substance) -> KindReading | None:
    """Return the kind of a letter that refuses the whole request as vexatious or too costly; None for all others."""
    substance = {
        ground
        for ground in said.grounds - _VEXED_GROUNDS - _COST_GROUNDS
        if ground[0] == "eisr" or ground[1] not in _LAWS_OWN
    }
    burden = bool({("eir", "12"), ("eisr", "10")} & said.grounds)
    for kind, does, grounds, why in (
        (LetterKind.VEXATIOUS, purposes.plagues, _VEXED_GROUNDS, "it calls the request vexatious or repeated"),
        (LetterKind.COST, purposes.too_costly, _COST_GROUNDS, "it refuses because the cost limit would be exceeded"),
    ):
        cited = next((one for one in said.relied if (one.regime, one.section) in grounds), None)
        at = said.does(does) or cited
        if burden and (kind is LetterKind.COST or (said.says(_BURDEN) and not said.says(_VEXATIOUS))):
            # Regulation 12(4)(b), and 10(4)(b) in Scotland, covers the burden of a request that nobody calls vexatious: a refusal like others.
            continue
        if at is None or (kind is LetterKind.COST and (substance or not (said.refuses or not said.gives))):
            continue
        if (
            not said.gives
            or (kind is LetterKind.VEXATIOUS and _is_called_so(said))
            or (said.grounds & grounds and not substance and not said.in_answers)
        ):
            return _as(kind, why, at)
    return None


def _is_called_so(said: Substance) -> bool:
    """Return True where the request itself is called vexatious and nothing is said to be held, given or not held."""
    stated = {one for one, count in said.count.items() if count} - {Holding.REFUSED}
    return not stated and not said.lists and said.says(_CALLED) is not None


def _as(kind: LetterKind, why: str, at: Passage | HoldingStatement | Citation) -> KindReading:
    return KindReading(kind, why, at.start, at.end)
