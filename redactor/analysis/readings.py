"""Where two readers of a scan saw the same value on the same ink, it is one match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.analysis.matches import Match
from redactor.analysis.textmap import TextMap
from redactor.model import Box, box_of

__all__ = ["once"]


def once(matches: Sequence[Match], texts: tuple[TextMap, TextMap]) -> tuple[Match, ...]:
    """Return the matches without those of another reading whose value the body has in the same place."""
    if not any(segment.again for segment in texts[1].segments):
        return tuple(matches)
    body: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, match in enumerate(matches):
        if match.text == 0:
            body[_value(match, texts)].append(at)
    instead = {
        at: same
        for at, match in enumerate(matches)
        if match.text == 1
        for same in _same_place(match, matches, body.get(_value(match, texts), ()), texts)
    }
    kept = [at for at in range(len(matches)) if at not in instead]
    new = {old: at for at, old in enumerate(kept)}
    return tuple(
        match if match.follows is None else replace(match, follows=new[instead.get(match.follows, match.follows)])
        for match in (matches[at] for at in kept)
    )


def _value(match: Match, texts: tuple[TextMap, TextMap]) -> tuple[str, str]:
    value = texts[match.text].text[match.start : match.end]
    return match.entity, "".join(char for char in value if char.isalnum()).casefold()


def _same_place(
    match: Match, matches: Sequence[Match], alike: Sequence[int], texts: tuple[TextMap, TextMap]
) -> Iterator[int]:
    """Yield the match of the body, at most one, that lies where another reading's match lies."""
    here = _places(match, texts, again=True)
    for at in alike if here else ():
        there = _places(matches[at], texts, again=False)
        if all(any(page == other and _overlap(box, whole) for other, whole in there) for page, box in here):
            yield at
            return


def _places(match: Match, texts: tuple[TextMap, TextMap], *, again: bool) -> list[tuple[int | None, Box]]:
    """Return page and box of a match on each page; none where part of it is no reading of the wanted kind."""
    text = texts[match.text]
    by_id = {segment.id: segment for segment in text.segments}
    found: list[tuple[int | None, Box]] = []
    for span in text.spans(match.start, match.end):
        segment = by_id[span.segment_id]
        boxes = [box_of(quad) for quad in segment.quads[span.start : span.end] if quad is not None]
        if segment.again is not again or not boxes:
            return []
        xs, ys = [x for box in boxes for x in box[0::2]], [y for box in boxes for y in box[1::2]]
        found.append((segment.page, (min(xs), min(ys), max(xs), max(ys))))
    return found


def _overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes share more than half of the smaller one."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    least = min((one[2] - one[0]) * (one[3] - one[1]), (other[2] - other[0]) * (other[3] - other[1]))
    return across > 0 and down > 0 and 2 * across * down > least
