"""Links with the words they lie under, and addresses in plain text that lead nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from redactor.analysis.textmap import TextMap
from redactor.letter.model import Link
from redactor.model import Box, Document, Layer, Segment, Span, box_of

_ID = re.compile(r"link/\d+/\d+")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"')\]]+|www\.[^\s<>\"')\]]+|[\w.+'&-]{1,64}@(?:[\w-]+\.)+[a-z]{2,}|"
    r"(?<![\w@.-])(?:[a-z0-9-]+\.){1,4}(?:uk|scot|org|com|info|net|wales|cymru)\b(?:/[^\s<>\"')\]]*)?(?![\w@])"
)
_SIGN = re.compile(r"://|www\.|@|\.uk|\.scot|\.org|\.com|\.info|\.net|\.wales|\.cymru")
"""Of which every address has one."""
_STEP = 4
"""Every so many characters are looked at first; a link over fewer is found by looking at all."""
_BLANKS = " \t\n<>()[]\"'.,;"


def read(text: TextMap, lowered: str, document: Document) -> tuple[Link, ...]:
    """Return the file's links in the order of the text, then addresses that no link lies over."""
    found = list(_annotated(text, lowered, document))
    covered = [(link.start, link.end) for link in found]
    for match in _ADDRESS.finditer(lowered) if "." in lowered and _SIGN.search(lowered) else ():
        start, end = match.start(), match.end()
        while end > start and lowered[end - 1] in ".,;:":
            end -= 1
        if not any(low < end and start < high for low, high in covered):
            found.append(Link(start, end, None, "", None, True))
    return tuple(sorted(found, key=lambda link: (link.start, link.end, link.segment_id)))


def _annotated(text: TextMap, lowered: str, document: Document) -> Iterator[Link]:
    by_page: dict[int, list[Segment]] = defaultdict(list)
    for segment in document.segments:
        if segment.layer is Layer.LINK and segment.page is not None and _ID.fullmatch(segment.id):
            by_page[segment.page].append(segment)
    for page, links in by_page.items():
        places = _under(text, page, [_box(link) for link in links])
        for link, (start, end) in zip(links, places, strict=True):
            while end > start and lowered[end - 1] in _BLANKS:
                end -= 1
            while start < end and lowered[start] in _BLANKS:
                start += 1
            shown = _ADDRESS.fullmatch(lowered, start, end) is not None
            yield Link(start, end, link.text, link.id, page, shown)


def _box(segment: Segment) -> Box | None:
    quad = segment.quads[0] if len(segment.quads) else None
    return box_of(quad) if quad is not None else None


def _under(text: TextMap, page: int, boxes: Sequence[Box | None]) -> list[tuple[int, int]]:
    """Return the normalised range of the characters whose middle lies in each box; an empty one where none does."""
    found = [(0, 0)] * len(boxes)
    for segment in text.segments:
        if segment.page != page or segment.layer is not Layer.BODY:
            continue
        met: list[list[int]] = [[] for _ in boxes]
        for at in range(0, len(segment.quads), _STEP):
            for number, box in enumerate(boxes):
                if box is not None and _inside(segment, at, box):
                    met[number].append(at)
        for number, box in enumerate(boxes):
            if box is None:
                continue
            first, last = (met[number][0], met[number][-1]) if met[number] else (len(segment.quads), 0)
            near = (
                (*range(max(first - _STEP, 0), first + 1), *range(last, last + _STEP))
                if met[number]
                else range(last, first)
            )
            places = [at for at in near if at < len(segment.quads) and _inside(segment, at, box)]
            if places:
                found[number] = text.position(Span(segment.id, places[0], places[-1] + 1))
    return found


def _inside(segment: Segment, at: int, box: Box) -> bool:
    """Return True where the middle of a character lies in a box."""
    quad = segment.quads[at]
    if quad is None:
        return False
    x, y = (quad[0] + quad[6]) / 2, (quad[1] + quad[7]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])
