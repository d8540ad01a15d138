"""Parts of a redaction's quad: its core, its slices, and what lies in it."""

from __future__ import annotations

import math

from redactor.formats.pdf.geometry import axes, corners
from redactor.model import Box, Quad, box_of

_INSET_DOWN = 0.25
"""Part of a line's height left alone above and below: type set solid overlaps by about as much."""
_INSET_ALONG = 0.06
"""Part of a line's height left alone at either end, where kerned neighbours lean in."""
_MAX_SLICES = 200

Extent = tuple[float, float, float, float, tuple[float, float], tuple[float, float]]


def extent(quad: Quad) -> Extent:
    """Return a quad as distances along and down its own two directions, and the directions."""
    u, v = axes(quad)
    along = [quad[i] * u[0] + quad[i + 1] * u[1] for i in (0, 2, 4, 6)]
    down = [quad[i] * v[0] + quad[i + 1] * v[1] for i in (0, 2, 4, 6)]
    return min(along), max(along), min(down), max(down), u, v


def is_upright(quad: Quad) -> bool:
    """Return True for a quad whose sides run along the page's edges, to within a tenth of a degree."""
    u, _ = axes(quad)
    return min(abs(u[0]), abs(u[1])) < 0.002


def core(quad: Quad) -> Quad:
    """Return the middle of a line's quad, which its own letters cross and its neighbours do not."""
    a0, a1, b0, b1, u, v = extent(quad)
    height = b1 - b0
    along = min(_INSET_ALONG * height, 0.3 * (a1 - a0))
    return corners(a0 + along, a1 - along, b0 + _INSET_DOWN * height, b1 - _INSET_DOWN * height, u, v)


def contains(quad: Quad, x: float, y: float) -> bool:
    """Return True where a point lies in a quad."""
    a0, a1, b0, b1, u, v = extent(quad)
    return a0 <= x * u[0] + y * u[1] <= a1 and b0 <= x * v[0] + y * v[1] <= b1


def upright_boxes(quad: Quad) -> list[Box]:
    """Return upright boxes that cover a quad: one where it is upright, else short slices along it."""
    if is_upright(quad):
        return [box_of(quad)]
    a0, a1, b0, b1, u, v = extent(quad)
    count = max(1, min(_MAX_SLICES, math.ceil((a1 - a0) / max(1.0, (b1 - b0) / 2))))
    step = (a1 - a0) / count
    return [box_of(corners(a0 + i * step, a0 + (i + 1) * step, b0, b1, u, v)) for i in range(count)]


def overlap(one: Box, other: Box) -> bool:
    """Return True where two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
