"""Make a picture of print easier to read: straight, at a resolution the reader knows, and without grain.

Measured on letters scanned at 150 and 200 dpi (``python -m benchmarks ocr``): a clean page reads best as it is; a
grainy one at one and a half times its size, with a blur, and with its greys spread between ink and paper. The reader
alone sees them spread: what is faint becomes paper by it, and ink that nobody read must stay ink.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from redactor.ocr.straighten import skew

__all__ = ["Prepared", "prepare"]

_GRAIN = 4.0
"""Grey levels of 255 by which neighbouring pixels of plain paper differ from which it is grainy."""
_LEAST_DPI, _MOST_DPI = 140.0, 330.0
_GOOD_DPI = 300.0
_LARGER = 1.5
_BLUR, _BLUR_INK = 1.3, 1.0
"""Pixels of the enlarged picture, for the reader and for who looks for ink, to whom a pale stroke would vanish in more.
Twice the size and 1.6 read as well and cost a third more."""
_STILL_PAPER = 0.32
"""Of the way from paper to ink. On white, grey and faded pages 0.25 had four letters of a thousand wrong, 0.32 one."""
_INK_SHARE = 0.5
"""Per cent of a page's pixels that print covers at the least."""
_LEAST_CONTRAST = 60.0
"""An empty page has no ink to spread its greys to; they stay grain."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture ready to be read.

    Attributes:
        image: grey, eight bits.
        dpi: its resolution on the page, as it is now.
        scale: its pixels for one pixel of the picture as given.
        angle: degrees, counter-clockwise, by which it was turned about its middle.
        spread: grey levels that a reader of print may take for black and for white.
        blur: pixels by which its grain is blurred for a reader of print.
    """

    image: Image.Image
    dpi: float
    scale: float = 1.0
    angle: float = 0.0
    spread: tuple[float, float] = (0.0, 255.0)
    blur: float = 0.0

    def print(self, image: Image.Image) -> Image.Image:
        """Return the image, or a part of it, as it is best read."""
        black, white = self.spread
        if self.blur:
            image = image.filter(ImageFilter.GaussianBlur(self.blur))
        if (black, white) == (0.0, 255.0):
            return image
        return image.point([max(0, min(255, round((v - black) * 255 / (white - black)))) for v in range(256)])


def prepare(image: Image.Image, dpi: float) -> Prepared:
    """Return a grey picture of a given resolution ready to be read."""
    scale = 1.0
    grainy = grain(image) >= _GRAIN
    if grainy and dpi <= _GOOD_DPI:
        scale = _LARGER
    elif dpi < _LEAST_DPI:
        scale = min(_GOOD_DPI / max(dpi, 1.0), 4.0)
    elif dpi > _MOST_DPI:
        scale = _GOOD_DPI / dpi
    if scale != 1.0:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX)
    if grainy:
        image = image.filter(ImageFilter.GaussianBlur(_BLUR_INK))
    angle = skew(image)
    if angle:
        paper = int(np.median(np.asarray(image)[::8, ::8]))
        image = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=paper)
    if not grainy:
        return Prepared(image, dpi * scale, scale, angle)
    # One blur behind another is one whose square is the sum of theirs.
    return Prepared(image, dpi * scale, scale, angle, _spread(image), math.sqrt(_BLUR**2 - _BLUR_INK**2))


def _spread(image: Image.Image) -> tuple[float, float]:
    """Return the grey levels of ink and, a third of the way from paper to it, of what is still paper."""
    pixels = np.asarray(image)[::4, ::4]
    if pixels.size == 0:
        return (0.0, 255.0)
    paper = float(np.median(pixels))
    ink, light = (float(level) for level in np.percentile(pixels, (_INK_SHARE, 100 - _INK_SHARE)))
    if light - paper > paper - ink:
        # White on black, as microfilm is, or a page that is mostly a dark picture: its print would all become paper.
        return (0.0, 255.0)
    contrast = max(paper - ink, _LEAST_CONTRAST)
    return (paper - contrast, paper - _STILL_PAPER * contrast)


def grain(image: Image.Image) -> float:
    """Return how much neighbouring pixels of the paper differ, in grey levels: 0 for a clean page."""
    pixels = np.asarray(image)[::2, :].astype(np.int16)
    if pixels.size == 0 or pixels.shape[1] < 2:
        return 0.0
    # The median over all pairs is the paper's, since most of a page is paper.
    return float(np.median(np.abs(np.diff(pixels, axis=1))))
