"""Move the links with their words where a line was set anew; a link left in its place would tell where its words stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.links import Link
from redactor.formats.pdf.quads import overlap
from redactor.model import Box, SetLine, box_of


def moved(links: Iterable[Link], lines: Sequence[SetLine], frames: Mapping[int, Frame]) -> Iterator[Link]:
    """Yield links, those on lines set anew at the new place of their words; none on lines that went black.

    A link over several lines keeps the part that lies on lines that stand where they stood.
    """
    for link in links:
        frame = frames[link.page + 1]
        place = frame.box(*link.rect)
        touched = [line for line in lines if line.page == link.page + 1 and _touches(line, place)]
        if not touched:
            yield link
            continue
        for line in touched:
            words = [box_of(glyph.new) for glyph in line.glyphs if glyph.text and _centred(box_of(glyph.old), place)]
            if words and not line.blocked:
                yield replace(link, rect=_user_space(_around(words), frame))


def _touches(line: SetLine, place: Box) -> bool:
    x0, y0, x1, y1 = box_of(line.area)
    # A link of the line above reaches a little into this one.
    edge = 0.25 * min(x1 - x0, y1 - y0)
    return overlap((x0 + edge, y0 + edge, x1 - edge, y1 - edge), place)


def _centred(box: Box, place: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return place[0] <= x <= place[2] and place[1] <= y <= place[3]


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def _user_space(box: Box, frame: Frame) -> Box:
    return (
        frame.x0 + box[0] / frame.unit, frame.y1 - box[3] / frame.unit,
        frame.x0 + box[2] / frame.unit, frame.y1 - box[1] / frame.unit,
    )  # fmt: skip


__all__ = ["moved"]
