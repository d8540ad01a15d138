"""Blurs: part of a scan or screenshot without the sharpness of the print around it.

A blurred line of print keeps the letters' weights and can be matched against candidates (Hill, Zhou, Saul and Shacham,
PoPETs 2016). Only pictures of documents are judged: a light ground with sharp print on it; a photograph has soft parts
by nature.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from redactor.formats.pdf.rasters import Grey, islands

_CELL = 8
_LIGHT = 190
_SHARP = 50
_LEAST_SHARP = 0.002
_SHADE = 24
_SOFT = 0.3
"""Steepest step between two pixels as a share of the difference in the cell: print has a half and more."""
_LEAST_CELLS, _LEAST_WIDE = 6, 3
_HIGHEST = 60.0
"""Points; what is higher is a photograph."""


def parts(grey: Grey, dots: float) -> Iterator[tuple[int, int, int, int]]:
    """Yield the boxes of blurred lines in a picture of a document, in its pixels; ``dots`` of them make a point."""
    if min(grey.shape) < 4 * _CELL:
        return
    wider = grey.astype(np.int16)
    small = (wider[:-1, :-1] + wider[1:, :-1] + wider[:-1, 1:] + wider[1:, 1:]) >> 2
    ground = int(np.median(small))
    steps = np.zeros_like(small)
    steps[:, 1:] = np.abs(np.diff(small, axis=1))
    steps[1:] = np.maximum(steps[1:], np.abs(np.diff(small, axis=0)))
    if ground < _LIGHT or float((steps > _SHARP).mean()) < _LEAST_SHARP:
        return
    high, wide = small.shape[0] // _CELL, small.shape[1] // _CELL
    cells = (high, _CELL, wide, _CELL)
    cut = (slice(None, high * _CELL), slice(None, wide * _CELL))
    # A cell in the middle of a blur is even by itself, so its darkness is taken from the ground.
    depth = ground - small[cut].reshape(cells).min(axis=(1, 3))
    steepest = steps[cut].reshape(cells).max(axis=(1, 3))
    soft = (depth >= _SHADE) & (steepest <= _SOFT * depth)
    for x0, y0, x1, y1 in islands(soft):
        beyond = x0 == 0 or y0 == 0 or x1 == wide or y1 == high
        if beyond or x1 - x0 < _LEAST_WIDE or (y1 - y0) * _CELL > _HIGHEST * dots:
            continue
        inside = slice(y0 * _CELL, y1 * _CELL), slice(x0 * _CELL, x1 * _CELL)
        if soft[y0:y1, x0:x1].sum() >= _LEAST_CELLS and _waves(small[inside]):
            yield (x0 * _CELL, y0 * _CELL, x1 * _CELL, y1 * _CELL)


def _waves(part: NDArray[np.int16]) -> bool:
    """Return whether a part has shades of its own: a grey stamp, a shaded cell or a filled shape has one."""
    return bool(part.max() - part.min() >= _SHADE and np.abs(np.diff(part, axis=1)).mean() >= 0.5)
