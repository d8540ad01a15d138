"""Ink that no word explains: signatures, stamps, handwriting, faces, and print the reader was not sure of.

A scan counts as read only where its ink was. What is left after the words that were read with confidence, ruled lines and
specks of dirt are taken away is put to a person, region by region.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from redactor.model import Box
from redactor.ocr.reading import Reading

__all__ = ["unexplained"]

_DPI = 75.0
"""Resolution at which ink is looked for: a pen stroke of half a millimetre is still one pixel and a half."""
_MARGIN = 0.02
"""Inches around a word that are the word's: descenders, smear, an underline close by."""
_RULE = 0.35
"""Inches of unbroken ink from which a straight stroke is a rule and no writing."""
_THIN = 0.045
"""Inches of thickness up to which it is a rule and not a black box."""
_NEAR = 0.09
"""Inches between strokes of one region."""
_LEAST = 0.1
"""Inches on its longer side below which a region is dirt, a bullet or a stray dot."""
_LEAST_INK = 12
_DARKER = 40.0
"""Grey levels below the paper from which it is ink."""


def unexplained(image: Image.Image, reading: Reading, dpi: float) -> list[Box]:
    """Return the regions of a picture, in its own pixels, whose ink is no word that was read.

    Args:
        image: grey, as it was given to the reader.
        reading: what the reader made of it.
        dpi: the picture's resolution on the page.
    """
    step = max(1, round(dpi / _DPI))
    # The darkest of the pixels that become one, so that a thin stroke does not fade.
    pixels = _darkest(np.asarray(image), step)
    if not pixels.size:
        return []
    ink = pixels < _paper(pixels) - _DARKER
    _take_away_words(ink, reading, step, dpi)
    _take_away_rules(ink, dpi / step)
    near = max(1, round(_NEAR * dpi / step / 2))
    found = []
    for rows, columns in _regions(ink, near):
        inside = ink[rows, columns]
        height, width = inside.shape
        longest = max(height, width) * step / dpi
        if longest >= _LEAST and int(inside.sum()) >= _LEAST_INK:
            found.append(
                (
                    float(columns.start * step),
                    float(rows.start * step),
                    float(min(columns.stop * step, image.width)),
                    float(min(rows.stop * step, image.height)),
                )
            )
    return found


def _darkest(pixels: NDArray[np.uint8], step: int) -> NDArray[np.uint8]:
    """Return a picture made smaller by the darkest (well-nigh: the second lightest tenth is grain) of each block."""
    if step == 1:
        return pixels
    height, width = pixels.shape[0] // step * step, pixels.shape[1] // step * step
    blocks = pixels[:height, :width].reshape(height // step, step, width // step, step)
    # A mean between the darkest pixel and the block's mean: one grain of noise is no stroke.
    darkest = blocks.min(axis=(1, 3)).astype(np.float32)
    mean = blocks.mean(axis=(1, 3), dtype=np.float32)
    return ((darkest + mean) / 2).astype(np.uint8)


def _paper(pixels: NDArray[np.uint8]) -> float:
    """Return the grey level of the paper: the commonest light one, or mid grey where nothing is light."""
    counts = np.bincount(pixels.ravel(), minlength=256)
    light = counts[128:]
    return float(128 + int(light.argmax())) if light.sum() * 10 >= counts.sum() else 128.0


def _take_away_words(ink: NDArray[np.bool_], reading: Reading, step: int, dpi: float) -> None:
    """Clear the boxes of the words that were read with confidence."""
    margin = _MARGIN * dpi
    turn = np.radians(reading.angle)
    cos, sin = float(np.cos(turn)), float(np.sin(turn))
    middle_x, middle_y = reading.width / 2, reading.height / 2
    for line in reading.lines:
        for word in line.words:
            if not word.sure:
                continue
            x0, x1 = word.box[0], word.box[2]
            # The word's own height where its line leans or is set beside something tall; never less than the word.
            y0, y1 = word.box[1], word.box[3]
            corners = [(x, y) for x in (x0, x1) for y in (y0, y1)]
            if reading.angle:
                corners = [
                    (
                        middle_x + (x - middle_x) * cos - (y - middle_y) * sin,
                        middle_y + (x - middle_x) * sin + (y - middle_y) * cos,
                    )
                    for x, y in corners
                ]
            xs = [x / reading.scale for x, _ in corners]
            ys = [y / reading.scale for _, y in corners]
            top, bottom = int((min(ys) - margin) // step), int((max(ys) + margin) // step) + 1
            left, right = int((min(xs) - margin) // step), int((max(xs) + margin) // step) + 1
            ink[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)] = False


def _take_away_rules(ink: NDArray[np.bool_], dpi: float) -> None:
    """Clear long, thin, straight strokes: the rules of a table, an underline, the edge of a form."""
    length, thick = max(3, round(_RULE * dpi)), max(1, round(_THIN * dpi))
    flat = _runs(ink, length) & ~_runs(ink.T, thick + 2).T
    upright = _runs(ink.T, length).T & ~_runs(ink, thick + 2)
    # Where rules cross, neither is thin; a pixel beside a rule's end goes with it.
    rules = flat | upright
    grown = rules.copy()
    for axis in (0, 1):
        for shift in range(1, thick + 2):
            grown |= np.roll(rules, shift, axis=axis) | np.roll(rules, -shift, axis=axis)
    crossing = _runs(ink, length) & _runs(ink.T, length).T & grown & ~_solid(ink, thick + 3)
    ink &= ~(rules | crossing)


def _solid(ink: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Return the pixels that lie in a square of ink of the given size: a box, and not a crossing of lines."""
    if min(ink.shape) < size:
        return np.zeros_like(ink)
    sums = np.pad(ink.astype(np.int32), ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    full = (sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]) == size * size
    out = np.zeros_like(ink)
    for row, column in zip(*np.nonzero(full), strict=True):
        out[row : row + size, column : column + size] = True
    return out


def _runs(ink: NDArray[np.bool_], length: int) -> NDArray[np.bool_]:
    """Return the pixels that lie in a horizontal run of at least ``length`` pixels of ink."""
    height, width = ink.shape
    if width < length:
        return np.zeros_like(ink)
    sums = np.pad(ink.astype(np.int32), ((0, 0), (1, 0))).cumsum(1)
    starts = (sums[:, length:] - sums[:, :-length]) == length
    marks = np.zeros((height, width + 1), dtype=np.int32)
    marks[:, : starts.shape[1]] += starts
    marks[:, length : length + starts.shape[1]] -= starts
    return np.asarray(marks.cumsum(1)[:, :width] > 0)


def _regions(ink: NDArray[np.bool_], near: int) -> list[tuple[slice, slice]]:
    """Return rows and columns of every group of strokes that lie within twice ``near`` pixels of each other."""
    reach = ink.copy()
    for axis in (0, 1):
        wide = reach.copy()
        for shift in range(1, near + 1):
            moved = np.zeros_like(reach)
            if axis == 0:
                moved[shift:] |= reach[:-shift]
                moved[:-shift] |= reach[shift:]
            else:
                moved[:, shift:] |= reach[:, :-shift]
                moved[:, :-shift] |= reach[:, shift:]
            wide |= moved
        reach = wide
    # Runs of each row, united with the runs they touch in the row above.
    parent: list[int] = []
    boxes: list[list[int]] = []

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    above: list[tuple[int, int, int]] = []
    for row in np.nonzero(reach.any(axis=1))[0]:
        edges = np.diff(np.pad(reach[row].astype(np.int8), 1))
        here: list[tuple[int, int, int]] = []
        first = 0
        for left, right in zip(np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0], strict=True):
            label = len(parent)
            parent.append(label)
            boxes.append([int(row), int(row) + 1, int(left), int(right)])
            for at in range(first, len(above)):
                start, end, other, line = (*above[at], int(row) - 1)
                if end <= left:
                    first = at
                    continue
                if start >= right:
                    break
                if boxes[root(other)][1] >= line + 1:
                    parent[root(other)] = label if root(other) == other else root(label)
                    parent[root(other)] = root(label)
            here.append((int(left), int(right), label))
        above = here
    grouped: dict[int, list[int]] = {}
    for label, box in enumerate(boxes):
        known = grouped.setdefault(root(label), list(box))
        known[0], known[1] = min(known[0], box[0]), max(known[1], box[1])
        known[2], known[3] = min(known[2], box[2]), max(known[3], box[3])
    out = []
    for top, bottom, left, right in grouped.values():
        rows, columns = np.nonzero(ink[top:bottom, left:right])
        if len(rows):
            out.append(
                (
                    slice(top + int(rows.min()), top + int(rows.max()) + 1),
                    slice(left + int(columns.min()), left + int(columns.max()) + 1),
                )
            )
    return sorted(out, key=lambda one: (one[0].start, one[1].start))
