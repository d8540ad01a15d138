"""A scan's text layer that still says what the picture has blacked out.

Whoever redacts a scan with a paint program, or flattens the boxes into the picture, leaves the words that character
recognition had laid under it. Such a letter stands on an even dark place, where no ink of its own can be seen.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from redactor.formats.pdf.paint import around
from redactor.formats.pdf.sheet import Sheet
from redactor.model import Box

_DARK = 120
_EVEN = 24
_LEAST_RUN = 3


def runs(sheet: Sheet, *, invisible: bool) -> Iterator[tuple[int, Box]]:
    """Yield number and box of letters side by side whose place is an even dark patch.

    ``invisible`` says whether the layer is drawn without ink, or as ordinary words under the picture.
    """
    light = sheet.shown.mean(axis=2)
    count, reach = 0, (0.0, 0.0, 0.0, 0.0)
    for box in sheet.letters(invisible=invisible):
        if box is None or not _is_patch(light[int(box[1]) : int(box[3]) + 1, int(box[0]) : int(box[2]) + 1]):
            if count >= _LEAST_RUN:
                yield count, reach
            count = 0
            continue
        points = sheet.points(box)
        size = max(points[2] - points[0], points[3] - points[1], 1.0)
        near = max(points[0] - reach[2], reach[0] - points[2], points[1] - reach[3], reach[1] - points[3]) < 2 * size
        if count and not near:
            if count >= _LEAST_RUN:
                yield count, reach
            count = 0
        count, reach = count + 1, around(reach, points) if count else points
    if count >= _LEAST_RUN:
        yield count, reach


def _is_patch(light: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> bool:
    if not light.size:
        return False
    low, high = np.percentile(light, (5, 95))
    return bool(high < _DARK and high - low < _EVEN)
