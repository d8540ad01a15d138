"""Compare pictures of a page: what changed outside the boxes, and whether the boxes let anything through."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pypdfium2

from redactor.verify.frame import Mask

__all__ = ["DPI", "picture", "seen_through", "shown_ink", "stray_pixels", "unlike_paper"]

Picture = npt.NDArray[np.uint8]

DPI = 100
"""Both documents are drawn once at this resolution: a full stop of ten-point type is then two pixels wide."""
_MOST_PIXELS = 25_000_000
"""Larger pages are drawn at a lower resolution, so that memory stays bounded."""
_THRESHOLD = 64
"""Of 255: what smoothing changes beyond the lightest and darkest pixel around, where MuPDF's rounding moved a thin stroke
by part of a pixel; 4 pixels in 24 rewritten pages were above it."""
_SAME = 1
"""Of 255: rounding of a colour given in thousandths."""
_RULE = 0.8
"""Part of a column of a box that is ink where it is a rule and no letter."""
_MIXED = 6
"""Of 255: rounding where the smoothed edge of a letter mixes two colours."""


def picture(page: pypdfium2.PdfPage) -> Picture:
    """Return a page with its annotations, and the form fields of a document whose forms were set up, as rows, columns, blue-green-red."""
    width, height = page.get_size()
    scale = min(DPI / 72, math.sqrt(_MOST_PIXELS / max(1.0, width * height)))
    bitmap = page.render(scale=scale, draw_annots=True)
    drawn: Picture = bitmap.to_numpy()[:, :, :3]
    return drawn


def stray_pixels(copy: Picture, original: Picture, free: Mask) -> int:
    """Count pixels that differ outside ``free`` by more than a shift of up to a pixel explains.

    A pixel is explained when its colour lies between the lightest and the darkest of the nine pixels around its place in
    the other picture, both ways: that is what a smoothed edge does when it moves by part of a pixel.
    """
    changed = copy != original
    rows = np.flatnonzero(changed.reshape(len(changed), -1).any(axis=1))
    if not rows.size:
        return 0
    around = slice(max(0, rows[0] - 1), rows[-1] + 2)
    one, other = copy[around].astype(np.int16), original[around].astype(np.int16)
    far = (_worst(np.abs(one - other)) > _THRESHOLD) & ~free[around]
    rows, columns = np.flatnonzero(far.any(axis=1)), np.flatnonzero(far.any(axis=0))
    if not rows.size:
        return 0
    window = (slice(max(0, rows[0] - 1), rows[-1] + 2), slice(max(0, columns[0] - 1), columns[-1] + 2))
    one, other, far = one[window], other[window], far[window]
    return int(np.count_nonzero(far & (_beyond(one, other) | _beyond(other, one))))


def _worst(values: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """Return each pixel's largest of three channels; numpy's own reduction over so short an axis is slow."""
    return np.maximum(np.maximum(values[..., 0], values[..., 1]), values[..., 2])


def _beyond(one: npt.NDArray[np.int16], other: npt.NDArray[np.int16]) -> Mask:
    """Return which pixels are lighter or darker than all nine around their place in the other picture."""
    darkest, lightest = other.copy(), other.copy()
    for axis in (0, 1):
        darkest, lightest = _spread(darkest, np.minimum, axis), _spread(lightest, np.maximum, axis)
    return _worst(np.maximum(darkest - one, one - lightest)) > _THRESHOLD


def _spread(values: npt.NDArray[np.int16], take: np.ufunc, axis: int) -> npt.NDArray[np.int16]:
    spread = values.copy()
    ahead, behind = [slice(None)] * 3, [slice(None)] * 3
    ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
    take(spread[tuple(behind)], values[tuple(ahead)], out=spread[tuple(behind)])
    take(spread[tuple(ahead)], values[tuple(behind)], out=spread[tuple(ahead)])
    return spread


def seen_through(
    inside: Picture,
    interior: Mask,
    label: Mask,
    *,
    fill: tuple[float, float, float],
    ink: tuple[float, float, float],
) -> int:
    """Count pixels in a box that are neither its fill nor, where its label stands, fill mixed with the label's ink."""
    blank, written = _bytes(fill), _bytes(ink)
    pixels = inside.astype(np.float32)
    wrong_fill = np.abs(pixels - blank).max(axis=2) > _SAME
    direction = written - blank
    length = float(direction @ direction)
    if length > 0:
        part = np.clip((pixels - blank) @ direction / length, 0.0, 1.0)
        mixed = blank + part[:, :, None] * direction
        wrong_mix = np.abs(pixels - mixed).max(axis=2) > _MIXED
    else:
        wrong_mix = wrong_fill
    return int(np.count_nonzero(interior & np.where(label, wrong_mix, wrong_fill)))


def unlike_paper(copy: Picture, original: Picture, place: Mask) -> int:
    """Count pixels in a place of the copy that are neither the original's nor of the colour most of the original is there.

    A stroke that letters had covered comes to light when they go; so only what is three pixels thick counts.
    """
    if not place.any():
        return 0
    one, other = copy.astype(np.int16), original.astype(np.int16)
    changed = place & (_worst(np.abs(one - other)) > _THRESHOLD)
    if not changed.any():
        return 0
    packed = original.reshape(-1, 3).astype(np.int32) @ np.array([65536, 256, 1], dtype=np.int32)
    colours, counts = np.unique(packed, return_counts=True)
    most = int(colours[counts.argmax()])
    paper = np.array([most >> 16, most >> 8 & 255, most & 255], dtype=np.int16)
    wrong = (changed & (_worst(np.abs(one - paper)) > _THRESHOLD)).astype(np.int16)[..., None]
    for axis in (0, 1):
        wrong = _spread(wrong, np.minimum, axis)
    return int(np.count_nonzero(wrong))


def shown_ink(copy: Picture, original: Picture, band: Mask) -> int:
    """Count pixels in a band that show what the original showed there, other than its background and straight rules.

    What is alike along a whole row shows no letter: the box itself, the paper, an underline or a table's line.
    """
    if not band.any():
        return 0  # a box beside the page has no pixels
    one, other = copy.astype(np.int16), original.astype(np.int16)
    alike = np.abs(one - np.median(one, axis=1, keepdims=True)).max(axis=2) <= _THRESHOLD
    kept = band & ~alike & (np.abs(one - other).max(axis=2) <= _THRESHOLD)
    if not kept.any():
        return 0
    colours, counts = np.unique(original.reshape(-1, 3), axis=0, return_counts=True)
    ink = np.abs(other - colours[counts.argmax()].astype(np.int16)).max(axis=2) > _THRESHOLD
    upright_rules = ink.mean(axis=0) > _RULE
    return int(np.count_nonzero(kept & ink & ~upright_rules))


def _bytes(colour: tuple[float, float, float]) -> npt.NDArray[np.float32]:
    """Return an RGB colour as pdfium orders its bytes."""
    return np.array([colour[2], colour[1], colour[0]], dtype=np.float32) * 255
