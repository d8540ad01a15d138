"""What lies under a box and is no text: a scan, a photograph, or a word drawn as outlines.

A box over a picture hides it on the page alone; the picture is in the file whole, and one command takes it out. A cover
is anything painted later: shapes, slivers put together, other pictures, comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from redactor.formats.pdf.outlined import is_lettering
from redactor.formats.pdf.paint import Log, Paint, around, overlap
from redactor.formats.pdf.sheet import Sheet
from redactor.model import Box

PICTURE, PANEL, DRAWING = "covered-picture", "panel-over-picture", "covered-drawing"
_WIDE, _HIGH = 10.0, 4.0
"""Points; a cover smaller than this hides no word."""
_MOST = 200
"""Covers looked at on a page; slivers of one cover count as one."""
_TOUCHING = 0.6
_INK = 48
"""Of 255: how far a pixel lies from its surroundings to be ink."""
_FLAT = 16
_MOSTLY = 0.6
_LEAST_INK = 12
"""Pixels at 96 dots an inch: less is dirt on a scan."""
_LEAST_SHARE = 0.004
_LABEL = 24
"""Letters; a panel with more upon it is a caption, and one with fewer bears an exemption's number."""
_GREY = 40
"""Largest difference of colour channels in black, white and grey."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A place where something is painted over a picture or over outlined words, in points of the page."""

    box: Box
    over_picture: bool


def suspects(page: Any, log: Log) -> list[Cover]:
    """Return the places of a page (a ``pymupdf.Page``) that something painted later may cover."""
    pictures = [one for one in log.paints if "image" in one.kind and _large(one.box)]
    covers = [one for one in log.paints if one.is_filled or _thick(one)]
    found: list[Cover] = []
    if pictures:
        for cover in _merged([one for one in covers if one.at > pictures[0].at]):
            for picture in pictures:
                shared = overlap(cover.box, picture.box)
                if cover.at > picture.at and _large(shared):
                    found.append(Cover(shared, over_picture=True))
    if len(log.paints) > 1:
        found += [Cover(box, over_picture=False) for box in _over_lettering(page, log)]
    return found[:_MOST]


def _large(box: Box) -> bool:
    return box[2] - box[0] >= _WIDE and box[3] - box[1] >= _HIGH


def _thick(paint: Paint) -> bool:
    """Return whether a drawn line may be as thick as a line of print; a frame is larger both ways, and is tried too."""
    return min(paint.box[2] - paint.box[0], paint.box[3] - paint.box[1]) >= _HIGH


def _merged(covers: Sequence[Paint]) -> list[Paint]:
    """Return covers with slivers that touch each other put together; the last one's place in the order counts."""
    whole = [one for one in covers if _large(one.box)]
    strips: list[Paint] = []
    for one in sorted((one for one in covers if not _large(one.box)), key=lambda one: (one.box[0], one.box[1])):
        last = strips[-1] if strips else None
        if last is not None and _touch(last.box, one.box):
            strips[-1] = Paint(max(last.at, one.at), one.kind, around(last.box, one.box))
        else:
            strips.append(one)
    return (whole + [one for one in strips if _large(one.box)])[: 4 * _MOST]


def _touch(first: Box, second: Box) -> bool:
    x0, y0, x1, y1 = overlap(first, second)
    return x1 - x0 > -_TOUCHING and y1 - y0 > -_TOUCHING


def _over_lettering(page: Any, log: Log) -> Iterator[Box]:
    """Yield the box of outlined words over which a single shape was filled later."""
    shapes = [one for one in log.paints if one.is_path]
    for cover in shapes:
        if not cover.is_filled or not _large(cover.box):
            continue
        under = [one for one in shapes if one.at < cover.at and _inside(one.box, cover.box)]
        if len(under) > _MOST * 20 or not under:
            continue
        numbers = {one.at for one in under}
        paths = [path for path in page.get_cdrawings() if path["seqno"] in numbers]
        if is_lettering(paths):
            yield around(*(one.box for one in under))


def _inside(box: Box, cover: Box) -> bool:
    """Return whether a shape lies in a cover and is smaller than it: a shadow or a second fill is as large."""
    within = box[0] >= cover[0] - 1 and box[1] >= cover[1] - 1 and box[2] <= cover[2] + 1 and box[3] <= cover[3] + 1
    return within and box[2] - box[0] < 0.97 * (cover[2] - cover[0])


def hidden(sheet: Sheet, covers: Sequence[Cover], read: Sequence[Box]) -> Iterator[tuple[str, Box]]:
    """Yield kind and box of each cover that hides ink; ``read`` are the boxes of the page's letters."""
    for cover in covers:
        rows, columns = sheet.window(cover.box, inset=1.0)
        top = sheet.bare[rows, columns].reshape(-1, 3)
        if not len(top):
            continue
        ground = np.median(top, axis=0)
        flat = np.abs(top - ground).max(axis=1) <= _FLAT
        if flat.mean() < _MOSTLY:
            continue
        if not cover.over_picture:
            if flat.mean() > 0.95:
                yield DRAWING, cover.box
            continue
        under = sheet.pictures[rows, columns].reshape(-1, 3)
        ink = np.abs(under - np.median(under, axis=0)).max(axis=1) > _INK
        gone = ink & flat
        changed = np.abs(top - under).max(axis=1) > _INK
        if gone.sum() < max(_LEAST_INK, _LEAST_SHARE * len(top)) or changed.sum() * 2 < ink.sum():
            continue
        x0, y0, x1, y1 = cover.box
        letters = sum(x0 <= (b[0] + b[2]) / 2 <= x1 and y0 <= (b[1] + b[3]) / 2 <= y1 for b in read)
        plain = letters <= _LABEL and float(ground.max() - ground.min()) <= _GREY
        yield (PICTURE if plain else PANEL), cover.box
