"""Make a picture of print easier to read: straight, at a resolution the reader knows, and without grain.

Measured on letters scanned at 150 and 200 dpi (``python -m benchmarks ocr``): a clean page reads best as it is; a
grainy one softened as it was scanned, then enlarged, and with its greys spread between ink and paper. The reader alone
sees them spread: what is faint becomes paper by it, and ink that nobody read must stay ink.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from redactor.ocr.straighten import skew

__all__ = ["Prepared", "prepare"]

_GRAIN = 4.0
"""Grey levels of 255 by which neighbouring pixels of plain paper differ from which it is grainy."""
_LEAST_DPI, _MOST_DPI = 140.0, 330.0
_GOOD_DPI = 300.0
_GRAINY_DPI = 250.0
"""What a grainy page is enlarged to: as good as more, and the larger the picture the longer its layout is sought."""
_STILL_PAPER = 0.32
"""Of the way from paper to ink. On white, grey and faded pages 0.25 had four letters of a thousand wrong, 0.32 one."""
_INK_SHARE = 0.005
"""Share of a page's pixels that print covers at the least."""
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
    """

    image: Image.Image
    dpi: float
    scale: float = 1.0
    angle: float = 0.0
    spread: tuple[float, float] = (0.0, 255.0)

    def print(self, image: Image.Image) -> Image.Image:
        """Return the image, or a part of it, as it is best read."""
        black, white = self.spread
        if (black, white) == (0.0, 255.0):
            return image
        return image.point([max(0, min(255, round((v - black) * 255 / (white - black)))) for v in range(256)])


def prepare(image: Image.Image, dpi: float) -> Prepared:
    """Return a grey picture of a given resolution ready to be read."""
    scale = 1.0
    grainy = grain(image) >= _GRAIN
    if dpi > _MOST_DPI:
        scale = _GOOD_DPI / dpi
    elif dpi < _LEAST_DPI or (grainy and dpi < _GRAINY_DPI):
        scale = min((_GRAINY_DPI if grainy else _GOOD_DPI) / max(dpi, 1.0), 4.0)
    if scale < 1.0:
        image = _resized(image, scale, Image.Resampling.BOX)
    if grainy:
        image = _softened(image)
    if scale > 1.0:
        # What is soft already needs no more than straight lines between its pixels.
        image = _resized(image, scale, Image.Resampling.BILINEAR if grainy else Image.Resampling.BICUBIC)
    angle = skew(image)
    if angle:
        paper = int(np.median(np.asarray(image)[::8, ::8]))
        image = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=paper)
    return Prepared(image, dpi * scale, scale, angle, _spread(image) if grainy else (0.0, 255.0))


def _resized(image: Image.Image, scale: float, way: Image.Resampling) -> Image.Image:
    return image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), way)


def _softened(image: Image.Image) -> Image.Image:
    """Return the image with each pixel a mean of nine, 1 6 1 both ways; at 1 2 1 a pale stroke is no ink."""
    return Image.fromarray(_mean(_mean(np.asarray(image)).T).T)


def _mean(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    # Whole numbers of 16 bits: a tenth of the time of a blur with a real radius.
    wide = np.pad(pixels, ((1, 1), (0, 0)), mode="edge").astype(np.uint16)
    return ((wide[:-2] + 6 * wide[1:-1] + wide[2:] + 4) >> 3).astype(np.uint8)


def _spread(image: Image.Image) -> tuple[float, float]:
    """Return the grey levels of ink and, a third of the way from paper to it, of what is still paper."""
    pixels = np.asarray(image)[::4, ::4]
    if pixels.size == 0:
        return (0.0, 255.0)
    # Counted and not sorted: there are 256 greys and a quarter of a million pixels.
    shares = np.bincount(pixels.ravel(), minlength=256).cumsum() / pixels.size
    paper, ink, light = (float(np.searchsorted(shares, at)) for at in (0.5, _INK_SHARE, 1 - _INK_SHARE))
    if light - paper > paper - ink:
        # White on black, as microfilm is, or a page that is mostly a dark picture: its print would all become paper.
        return (0.0, 255.0)
    contrast = max(paper - ink, _LEAST_CONTRAST)
    return (paper - contrast, paper - _STILL_PAPER * contrast)


def grain(image: Image.Image) -> float:
    """Return how much neighbouring pixels of the paper differ, in grey levels: 0 for a clean page."""
    pixels = np.asarray(image)[::8, :].astype(np.int16)
    if pixels.size == 0 or pixels.shape[1] < 2:
        return 0.0
    # The median over all pairs is the paper's, since most of a page is paper.
    return float(np.median(np.abs(np.diff(pixels, axis=1))))
