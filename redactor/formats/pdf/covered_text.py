"""Words that lie under something: a black box drawn over a name, a white one, a picture, its own colour behind it.

Whatever drew the cover, the test is the same: a letter whose place looks the same on the page drawn with and without
its words is one that nobody sees. One that barely shows under something painted over it is a cover that lets through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.formats.pdf.paint import HALF, Log, around, crosses, holds
from redactor.formats.pdf.sheet import Pixels, Sheet
from redactor.model import Box

COVERED, SEE_THROUGH = "covered-text", "see-through-text"
_SEEN = 24
"""Least change of a colour channel, of 255, by which a letter shows; smaller ones are invisible on paper."""
_FAINT = 64
"""A letter that shows by less than this under paint was meant to be hidden; black on white shows by 255."""
_DARK = 110
"""Lightness, of 255, below which a ground is a black or dark marker and no highlighter."""
_LEAST_RUN = {COVERED: 2, SEE_THROUGH: 3}
"""Letters in a row; one alone may be a bullet or a mark that a rule runs through."""
_CLOSE = 40
"""Colours closer than this in every channel, of 255, are drawn and compared; those further apart are plain to see."""


@dataclass(slots=True)
class Run:
    """Letters side by side that are hidden in one way: how, how many, and their box in points of the page."""

    kind: str
    letters: int
    box: Box


def suspect(page: Any, log: Log, inks: Iterable[int]) -> bool:
    """Return whether words may be covered: painted over, or standing on a picture or on something of their own colour.

    A shaded cell or a coloured heading behind words of another colour is how tables look, and is not drawn for.
    """
    if page.first_annot is not None:
        return True
    if not log.paints:
        return False
    behind = False
    for place, word in log.words:
        over = 0.0
        for paint in log.paints:
            if part := crosses(paint.box, word):
                if paint.at > place:
                    over += part
                elif not paint.is_path:
                    return True
                elif paint.is_filled and part > HALF:
                    behind = True
        if over > HALF:
            return True
    return behind and _own_colour(page, inks, [word for _, word in log.words])


def _own_colour(page: Any, inks: Iterable[int], words: Sequence[Box]) -> bool:
    """Return whether words stand on something filled in a colour close to that of some words of the page."""
    written = [((ink >> 16) & 255, (ink >> 8) & 255, ink & 255) for ink in inks]
    for path in page.get_cdrawings():
        if path.get("fill") is None or not any(crosses(path["rect"], word) > HALF for word in words):
            continue
        paint = [round(255 * part) for part in path["fill"]]
        if len(paint) != 3 or any(max(abs(a - b) for a, b in zip(paint, ink, strict=True)) < _CLOSE for ink in written):
            return True
    return False


def runs(sheet: Sheet, log: Log, told: Sequence[Box]) -> Iterator[Run]:
    """Yield the runs of letters that leave no trace on the drawn page, or next to none under something painted later.

    ``told`` are boxes of words known to be without ink, or cut off: where nothing is painted about them, they are left
    to the rules that speak of that.
    """
    changed = np.abs(sheet.shown - sheet.bare).max(axis=2)
    # Summed from the corner, so that how much shows in a box is four look-ups and no loop (summed-area table, Crow 1984).
    traces = np.pad((changed >= _SEEN).astype(np.int32).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    layers = [
        (at, word, paint)
        for at, word in log.words
        for paint in log.paints
        if paint.at > at and paint.is_filled and crosses(paint.box, word) > HALF
    ]
    run: Run | None = None
    for box in sheet.letters(invisible=False):
        kind = None if box is None else _kind(box, sheet, log, changed, traces, layers, told)
        if kind is None or box is None:
            begun = None
        else:
            points = sheet.points(box)
            if run is not None and run.kind == kind and _follows(run.box, points):
                run = Run(kind, run.letters + 1, around(run.box, points))
                continue
            begun = Run(kind, 1, points)
        if run is not None and run.letters >= _LEAST_RUN[run.kind]:
            yield run
        run = begun
    if run is not None and run.letters >= _LEAST_RUN[run.kind]:
        yield run


def _kind(
    box: Box,
    sheet: Sheet,
    log: Log,
    changed: NDArray[np.int16],
    traces: NDArray[np.int32],
    layers: Sequence[tuple[int, Box, Any]],
    told: Sequence[Box],
) -> str | None:
    """Return how a letter is hidden, or None where it can be read."""
    height, width = changed.shape
    x0, y0 = max(0, int(box[0])), max(0, int(box[1]))
    x1, y1 = min(width, int(box[2]) + 1), min(height, int(box[3]) + 1)
    if x0 >= x1 or y0 >= y1:
        return None
    points = sheet.points(box)
    if not traces[y1, x1] - traces[y0, x1] - traces[y1, x0] + traces[y0, x0]:
        if any(holds(one, points) for one in told) and not any(holds(paint.box, points) for paint in log.paints):
            return None
        return COVERED
    if layers and any(holds(word, points) and holds(paint.box, points) for _, word, paint in layers):
        rows, columns = slice(y0, y1), slice(x0, x1)
        if _barely(sheet.shown[rows, columns], sheet.bare[rows, columns], changed[rows, columns]):
            return SEE_THROUGH
    return None


def _barely(shown: Pixels, bare: Pixels, changed: NDArray[np.int16]) -> bool:
    """Return whether a letter shows only faintly, or dark upon dark."""
    if int(changed.max()) < _FAINT:
        return True
    ground = float(np.median(bare.mean(axis=2)))
    inked = changed >= _SEEN
    return ground < _DARK and float(shown[inked].mean()) < ground


def _follows(box: Box, other: Box) -> bool:
    """Return whether a letter stands close to a run, in whichever direction the page is turned."""
    size = max(min(box[2] - box[0], box[3] - box[1]), other[2] - other[0], other[3] - other[1], 1.0)
    apart = max(other[0] - box[2], box[0] - other[2], other[1] - box[3], box[1] - other[3])
    return apart < 3 * size
