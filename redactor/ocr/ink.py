"""Ink that no word explains: signatures, stamps, handwriting, faces, and print the reader was not sure of.

A scan counts as read only where its ink was. What is left after the words that were read with confidence, ruled lines and
specks of dirt are taken away is put to a person, region by region.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redactor.model import Box
from redactor.ocr.prepare import Prepared
from redactor.ocr.reading import Reading

__all__ = ["unexplained"]

_DPI = 75.0
"""Resolution at which ink is looked for: a pen stroke of half a millimetre is still one pixel and a half."""
_MARGIN = 0.02
"""Inches around a word that are the word's: descenders, smear, an underline close by."""
_RULE = 0.35
"""Inches of unbroken ink from which a straight stroke is a rule and no writing."""
_RULE_END = 0.2
"""Inches: a thin straight stroke longer than a letter is high is what is left of a rule."""
_UNBROKEN = 0.85
"""Share of a run that must be ink: a scanner drops pixels of a fine rule, and straightening makes steps."""
_THIN = 0.045
"""Inches of thickness up to which it is a rule and not a black box."""
_NEAR = 0.09
"""Inches between strokes of one region."""
_LEAST = 0.1
"""Inches on its longer side below which a region is dirt, a bullet or a stray dot."""
_LEAST_INK = 12
_EVEN = 6
"""Grey levels between the lightest and the darkest pixel of a box that holds nothing."""
_DARKER = 30.0
"""Grey levels below the paper from which it is ink."""


def unexplained(picture: Prepared, reading: Reading) -> list[Box]:
    """Return the regions of a prepared picture, in its pixels, whose ink is no word that was read with confidence."""
    step = max(1, round(picture.dpi / _DPI))
    dpi = picture.dpi / step
    pixels = np.asarray(picture.image.reduce(step))
    ink = pixels < _paper(pixels) - _DARKER
    # Rules first: a word's box cuts them into pieces that no longer look like rules.
    _take_away_rules(ink, dpi)
    _take_away_words(ink, reading, step, dpi)
    found = []
    for rows, columns in _regions(ink, max(1, round(_NEAR * dpi))):
        inside = ink[rows, columns]
        if min(inside.shape) <= _THIN * dpi and max(inside.shape) >= _RULE_END * dpi:
            continue
        if _is_bar(pixels[rows, columns], inside):
            continue
        if max(inside.shape) >= _LEAST * dpi and int(inside.sum()) >= _LEAST_INK:
            right, bottom = min(columns.stop * step, picture.image.width), min(rows.stop * step, picture.image.height)
            found.append((float(columns.start * step), float(rows.start * step), float(right), float(bottom)))
    return found


def _is_bar(pixels: NDArray[np.uint8], ink: NDArray[np.bool_]) -> bool:
    """Return whether a region is one even, solid box: there is nothing in it to read."""
    inner = pixels[1:-1, 1:-1]
    return bool(inner.size) and bool(ink[1:-1, 1:-1].all()) and int(inner.max()) - int(inner.min()) <= _EVEN


def _paper(pixels: NDArray[np.uint8]) -> float:
    """Return the grey level of the paper: the commonest light one, or mid grey where nothing is light."""
    counts = np.bincount(pixels.ravel(), minlength=256)
    light = counts[128:]
    return float(128 + int(light.argmax())) if light.sum() * 10 >= counts.sum() else 128.0


def _take_away_words(ink: NDArray[np.bool_], reading: Reading, step: int, dpi: float) -> None:
    """Clear the boxes of the words that were read with confidence."""
    margin = _MARGIN * dpi
    for word in reading.words:
        if word.sure:
            x0, y0, x1, y1 = (edge / step for edge in word.box)
            rows = slice(max(int(y0 - margin), 0), max(int(y1 + margin) + 1, 0))
            ink[rows, max(int(x0 - margin), 0) : max(int(x1 + margin) + 1, 0)] = False


def _take_away_rules(ink: NDArray[np.bool_], dpi: float) -> None:
    """Clear long, thin, straight strokes: the rules of a table, an underline, the edge of a form."""
    length, thick = max(3, round(_RULE * dpi)), max(1, round(_THIN * dpi)) + 2
    for view in (ink, ink.T):
        long = _runs(view, length, _UNBROKEN)
        # What is as thick as a line of print is a black box, and not the crossing of two rules.
        rules = long & ~_runs(long.T, thick, 1.0).T
        view &= ~rules


def _runs(ink: NDArray[np.bool_], length: int, share: float) -> NDArray[np.bool_]:
    """Return the pixels of ink in a horizontal stretch of ``length`` pixels of which at least a share is ink."""
    found = np.zeros(ink.shape, dtype=np.bool_)
    width = ink.shape[1]
    if width < length:
        return found
    # Most rows have too little ink for one stretch, and most others none that is unbroken: neither is looked at further.
    rows = np.flatnonzero(ink.sum(1) >= share * length)
    sums = np.pad(ink[rows].cumsum(1, dtype=np.int32), ((0, 0), (1, 0)))
    starts = (sums[:, length:] - sums[:, :-length]) >= share * length
    some = starts.any(1)
    rows, starts = rows[some], starts[some]
    marks = np.zeros((len(rows), width + 1), dtype=np.int32)
    marks[:, : starts.shape[1]] += starts
    marks[:, length : length + starts.shape[1]] -= starts
    found[rows] = (marks.cumsum(1)[:, :width] > 0) & ink[rows]
    return found


def _regions(ink: NDArray[np.bool_], cell: int) -> list[tuple[slice, slice]]:
    """Return rows and columns of every group of ink whose cells, ``cell`` pixels wide and high, touch."""
    high, wide = -(-ink.shape[0] // cell), -(-ink.shape[1] // cell)
    padded = np.zeros((high * cell, wide * cell), dtype=np.bool_)
    padded[: ink.shape[0], : ink.shape[1]] = ink
    cells = padded.reshape(high, cell, wide, cell).any(axis=(1, 3))
    waiting = {(int(row), int(column)) for row, column in zip(*np.nonzero(cells), strict=True)}
    found = []
    while waiting:
        group = [waiting.pop()]
        for row, column in group:
            beside = {(row + down, column + along) for down in (-1, 0, 1) for along in (-1, 0, 1)} & waiting
            waiting -= beside
            group.extend(beside)
        rows, columns = [row for row, _ in group], [column for _, column in group]
        top, left = min(rows) * cell, min(columns) * cell
        inside = ink[top : (max(rows) + 1) * cell, left : (max(columns) + 1) * cell]
        down, along = np.nonzero(inside)
        found.append(
            (
                slice(top + int(down.min()), top + int(down.max()) + 1),
                slice(left + int(along.min()), left + int(along.max()) + 1),
            )
        )
    return sorted(found, key=lambda one: (one[0].start, one[1].start))
