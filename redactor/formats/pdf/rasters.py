"""Look into the pictures of a page for parts made unreadable in ways that can be undone.

Each picture is decoded once and its pixels go through one module a hazard; what was said of a picture is remembered by
its hash, since a crest or a letterhead comes back on every page.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pymupdf
from numpy.typing import NDArray
from pymupdf import mupdf

from redactor.model import Box, Quad, box_of

Grey = NDArray[np.uint8]
"""Height x width, 0 black to 255 white."""

_SMALLEST = 8
"""Pixels; points as well: nothing smaller holds a word."""
_LARGEST = 60_000_000
_BILEVEL = 1
_DOTS = 1.6
"""Pixels a point (115 dots an inch) below which pictures are not made smaller: print is still sharp there."""
_REMEMBERED = 256

Fault = tuple[str, tuple[float, float, float, float]]
"""Kind, and where in the picture as shares of its width and height."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as drawn on a page: where, MuPDF's image, the hash of its pixels, and whether it is of one colour."""

    quad: Quad
    image: Any
    digest: str
    blank: bool


_known: OrderedDict[tuple[str, int], tuple[Fault, ...]] = OrderedDict()


def faults(pictures: Sequence[Raster]) -> Iterator[tuple[str, Box]]:
    """Yield kind and place, in points of the page, of what is wrong in the pictures of a page."""
    for one in pictures:
        box = box_of(one.quad)
        width, height = box[2] - box[0], box[3] - box[1]
        if one.blank or min(width, height) < _SMALLEST or min(one.image.w(), one.image.h()) < 2:
            continue
        for kind, part in _known_faults(one, width):
            yield kind, _on_page(one.quad, part)


def _known_faults(one: Raster, width: float) -> tuple[Fault, ...]:
    key = (one.digest, round(width))
    if key not in _known:
        _known[key] = tuple(_found(one.image, width))
        if len(_known) > _REMEMBERED:
            _known.popitem(last=False)
    _known.move_to_end(key)
    return _known[key]


def _found(image: Any, width: float) -> Iterator[Fault]:
    from redactor.formats.pdf import blurred, marks, pixelated

    if image.n() == 1 and image.bpc() == _BILEVEL:
        return  # black and white alone: neither a mosaic nor a blur nor a pen's grey can be drawn with these
    if image.w() * image.h() > _LARGEST:
        yield "picture-untried", (0.0, 0.0, 1.0, 1.0)
        return
    dots = image.w() / max(width, 1.0)
    try:
        pixels = _grey(image)
        grey = _array(pixels)
        # Blurs and marks are as large as print, and are looked for at the size of a screen.
        halvings = max(0, int(np.log2(dots / _DOTS))) if dots > 0 else 0
        small = grey if not halvings else _array(_shrunk(pixels, halvings))
    except (RuntimeError, mupdf.FzErrorBase):
        yield "picture-untried", (0.0, 0.0, 1.0, 1.0)
        return
    dots_small = dots / 2**halvings
    for kind, looked, boxes in (
        ("pixelated-picture", grey, pixelated.parts(grey, dots)),
        ("blurred-picture", small, blurred.parts(small, dots_small)),
        ("uneven-mark", small, marks.parts(small, dots_small)),
    ):
        high, wide = looked.shape
        for x0, y0, x1, y1 in boxes:
            yield kind, (x0 / wide, y0 / high, x1 / wide, y1 / high)


def _grey(image: Any) -> Any:
    """Return a picture as a MuPDF pixmap of one channel."""
    pixels = pymupdf.Pixmap("raw", mupdf.fz_get_unscaled_pixmap_from_image(image))
    if pixels.colorspace is None or pixels.colorspace.n != 1:
        pixels = pymupdf.Pixmap(pymupdf.csGRAY, pixels)
    if pixels.alpha:
        pixels = pymupdf.Pixmap(pixels, 0)
    return pixels


def _shrunk(pixels: Any, halvings: int) -> Any:
    copy = pymupdf.Pixmap(pixels)
    copy.shrink(halvings)
    return copy


def _array(pixels: Any) -> Grey:
    rows = np.frombuffer(pixels.samples, dtype=np.uint8).reshape(pixels.height, pixels.stride)
    return rows[:, : pixels.width]


def _on_page(quad: Quad, part: Box) -> Box:
    """Return where a part of a picture lies on the page, by the picture's corners."""
    x, y = quad[0], quad[1]
    across, down = (quad[2] - x, quad[3] - y), (quad[4] - x, quad[5] - y)
    corners = [
        (x + u * across[0] + v * down[0], y + u * across[1] + v * down[1])
        for u in (part[0], part[2])
        for v in (part[1], part[3])
    ]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def islands(mask: NDArray[np.bool_], *, most: int = 2000) -> list[tuple[int, int, int, int]]:
    """Return the boxes (columns and rows, half-open) of groups of true cells that touch side by side."""
    left = mask.copy()
    found: list[tuple[int, int, int, int]] = []
    for start in np.argwhere(mask).tolist():
        if not left[start[0], start[1]] or len(found) >= most:
            continue
        waiting, cells = [(start[0], start[1])], 0
        left[start[0], start[1]] = False
        y0 = y1 = start[0]
        x0 = x1 = start[1]
        while waiting:
            y, x = waiting.pop()
            cells += 1
            y0, y1, x0, x1 = min(y0, y), max(y1, y), min(x0, x), max(x1, x)
            for ny, nx in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                if 0 <= ny < left.shape[0] and 0 <= nx < left.shape[1] and left[ny, nx]:
                    left[ny, nx] = False
                    waiting.append((ny, nx))
        found.append((x0, y0, x1 + 1, y1 + 1))
    return found
