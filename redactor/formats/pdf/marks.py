"""Dark boxes in a picture that are not of one colour: a felt pen through which the print shows, a box that lets light through.

What the eye takes for black a computer tells apart: raising the contrast brings the words back. Only pictures of
documents are judged, a light ground with dark boxes of the size of print on it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from redactor.formats.pdf.rasters import Grey, islands

_CELL = 4
_LIGHT = 170
_DARKEST_LIGHT = 150
"""Of 255: the lightest pixel of a box; print in white upon black is lighter."""
_DARK = 110
_LEAST = (20.0, 5.0)
_HIGHEST = 80.0
"""Points: width and height of a box that hides a word, and the height of one that is a photograph."""
_FULL = 0.85
_UNEVEN = 7.0
_JOINED = 0.4
"""Share of the unevenness that is left in squares of four pixels: a quarter where it is noise, all where it is letters."""


def parts(grey: Grey, dots: float) -> Iterator[tuple[int, int, int, int]]:
    """Yield the boxes of uneven dark marks in a picture, in its pixels."""
    high, wide = grey.shape[0] // _CELL, grey.shape[1] // _CELL
    if high < 3 or wide < 3 or int(np.median(grey)) < _LIGHT:
        return
    cells = grey[: high * _CELL, : wide * _CELL].reshape(high, _CELL, wide, _CELL)
    dark = (cells.max(axis=(1, 3)) < _DARKEST_LIGHT) & (cells.mean(axis=(1, 3)) < _DARK)
    for x0, y0, x1, y1 in islands(dark):
        across, down = (x1 - x0) * _CELL / dots, (y1 - y0) * _CELL / dots
        if across < _LEAST[0] or not _LEAST[1] <= down <= _HIGHEST or dark[y0:y1, x0:x1].mean() < _FULL:
            continue
        inside = grey[y0 * _CELL : y1 * _CELL, x0 * _CELL : x1 * _CELL].astype(np.float32)
        covered = np.repeat(np.repeat(dark[y0:y1, x0:x1], _CELL, axis=0), _CELL, axis=1)
        if _is_uneven(inside, covered):
            yield (x0 * _CELL, y0 * _CELL, x1 * _CELL, y1 * _CELL)


def _is_uneven(inside: NDArray[np.float32], covered: NDArray[np.bool_]) -> bool:
    """Return whether a box has a pattern of its own once shading from side to side and from top to bottom is taken off."""
    flat = np.where(covered, inside, np.median(inside[covered]))
    flat = flat - np.median(flat, axis=0, keepdims=True)
    flat = flat - np.median(flat, axis=1, keepdims=True)
    low, high = np.percentile(flat, (2, 98))
    if high - low < _UNEVEN:
        return False
    even = flat[: flat.shape[0] // 2 * 2, : flat.shape[1] // 2 * 2]
    means = even.reshape(even.shape[0] // 2, 2, even.shape[1] // 2, 2).mean(axis=(1, 3))
    return float(means.var()) >= _JOINED * float(even.var())
