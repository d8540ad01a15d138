"""How far a scan is turned, found from its lines of print (projection profile; Postl, 1986), and the way to undo it.

Rows of print summed along their own direction alternate sharply between ink and white; turned by a degree they blur.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

__all__ = ["skew"]

_WORK_WIDTH = 800
"""Pixels across at which the angle is sought: a turn of 0.1 degrees moves the far edge by 1.4 of them."""
_MOST = 6.0
_COARSE, _FINE = 1.0, 0.1
_LEAST = 0.15
"""Degrees; less than this does not hurt reading and is not worth a second sampling of the picture."""
_BETTER = 1.02


def skew(image: Image.Image) -> float:
    """Return the degrees, counter-clockwise, by which a grey picture must be turned to stand straight.

    0.0 where it stands straight, or where it has no lines of print to tell by.
    """
    small = image.reduce(max(1, image.width // _WORK_WIDTH))
    pixels = np.asarray(small, dtype=np.float32)
    dark = pixels < (float(pixels.min()) + float(pixels.max())) / 2
    rows, columns = np.nonzero(dark)
    if not 200 <= len(rows) <= 0.4 * dark.size:
        return 0.0
    if len(rows) > 40_000:
        step = len(rows) // 40_000 + 1
        rows, columns = rows[::step], columns[::step]
    down = rows.astype(np.float32)
    along = columns.astype(np.float32) - small.size[0] / 2
    angles = np.arange(-_MOST, _MOST + _COARSE / 2, _COARSE)
    best = max(angles, key=lambda angle: _sharpness(down, along, float(angle)))
    angles = np.arange(best - _COARSE, best + _COARSE + _FINE / 2, _FINE)
    best = float(max(angles, key=lambda angle: _sharpness(down, along, float(angle))))
    if abs(best) < _LEAST or _sharpness(down, along, best) < _BETTER * _sharpness(down, along, 0.0):
        return 0.0
    return best


def _sharpness(down: NDArray[np.float32], along: NDArray[np.float32], angle: float) -> float:
    """Return how unevenly ink falls on rows that slope by an angle."""
    rows = (down - along * np.float32(np.tan(np.radians(angle)))).astype(np.int32)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float((np.diff(counts) ** 2).sum())
