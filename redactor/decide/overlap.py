"""Which of several matches on the same letters stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from redactor.analysis.matches import Match
from redactor.decide.ruling import Ruling

_BUCKET = 512


def outermost(matches: Sequence[Match], rulings: Sequence[Ruling]) -> list[int]:
    """Return the indexes of the matches that stand, in order.

    A match is dropped only where one other match covers all of its letters with a higher rank, or with an action that
    removes as much. So no letter that anyone wanted removed at the winning rank is ever left out.
    """
    order = sorted(
        range(len(matches)),
        key=lambda i: (
            -rulings[i].rank,
            -rulings[i].weight,
            -(matches[i].end - matches[i].start),
            -matches[i].score,
            matches[i].entity,
            matches[i].text,
            matches[i].start,
        ),
    )
    kept: list[int] = []
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index in order:
        match = matches[index]
        if any(
            _covers(matches[o], rulings[o], match, rulings[index]) for o in buckets[match.text, match.start // _BUCKET]
        ):
            continue
        kept.append(index)
        for bucket in range(match.start // _BUCKET, max(match.start, match.end - 1) // _BUCKET + 1):
            buckets[match.text, bucket].append(index)
    return sorted(kept)


def _covers(over: Match, above: Ruling, match: Match, ruling: Ruling) -> bool:
    if not (over.start <= match.start and match.end <= over.end):
        return False
    return above.rank > ruling.rank or above.weight >= ruling.weight
