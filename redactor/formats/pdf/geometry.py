"""Where things stand on a PDF page: from the file's own coordinates to ours and back into lines.

PDF user space has its origin at the lower left of the media box (ISO 32000-1, 8.3.2.3); ours is at the top left of the
crop box, unrotated, in points after ``UserUnit``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from redactor.model import Box, Quad, quad_of


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's crop box in user space, with its scale and rotation.

    Attributes:
        x0, y0, x1, y1: crop box cut to the media box, in user space units.
        unit: points for one user space unit.
        rotation: 0, 90, 180 or 270.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    unit: float = 1.0
    rotation: int = 0

    @property
    def width(self) -> float:
        """Return the unrotated width in points."""
        return (self.x1 - self.x0) * self.unit

    @property
    def height(self) -> float:
        """Return the unrotated height in points."""
        return (self.y1 - self.y0) * self.unit

    @property
    def shown(self) -> tuple[float, float]:
        """Return width and height as displayed."""
        return (self.height, self.width) if self.rotation % 180 else (self.width, self.height)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return a user space rectangle, given by any two opposite corners, in our coordinates."""
        left, right = sorted(((x0 - self.x0) * self.unit, (x1 - self.x0) * self.unit))
        top, bottom = sorted(((self.y1 - y0) * self.unit, (self.y1 - y1) * self.unit))
        return (left, top, right, bottom)

    def quad(self, x0: float, y0: float, x1: float, y1: float) -> Quad:
        """Return the upright quad of a user space rectangle."""
        return quad_of(self.box(x0, y0, x1, y1))


def union(first: Quad, second: Quad) -> Quad:
    """Return the smallest quad with the first one's direction that holds both."""
    u, v = axes(first)
    along = [first[i] * u[0] + first[i + 1] * u[1] for i in (0, 2, 4, 6)]
    along += [second[i] * u[0] + second[i + 1] * u[1] for i in (0, 2, 4, 6)]
    down = [first[i] * v[0] + first[i + 1] * v[1] for i in (0, 2, 4, 6)]
    down += [second[i] * v[0] + second[i + 1] * v[1] for i in (0, 2, 4, 6)]
    return corners(min(along), max(along), min(down), max(down), u, v)


def axes(quad: Quad) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the unit vectors of reading and of going down a line, at right angles to each other."""
    dx, dy = quad[2] - quad[0], quad[3] - quad[1]
    length = math.hypot(dx, dy)
    if length > 1e-6:
        u = (dx / length, dy / length)
        side = (quad[4] - quad[0]) * -u[1] + (quad[5] - quad[1]) * u[0]
        return u, ((-u[1], u[0]) if side >= 0 else (u[1], -u[0]))
    dx, dy = quad[4] - quad[0], quad[5] - quad[1]
    length = math.hypot(dx, dy)
    if length <= 1e-6:
        return (1.0, 0.0), (0.0, 1.0)
    v = (dx / length, dy / length)
    return (v[1], -v[0]), v


def corners(a0: float, a1: float, b0: float, b1: float, u: tuple[float, float], v: tuple[float, float]) -> Quad:
    """Return the quad between two distances along and two across."""
    return (
        a0 * u[0] + b0 * v[0], a0 * u[1] + b0 * v[1],
        a1 * u[0] + b0 * v[0], a1 * u[1] + b0 * v[1],
        a0 * u[0] + b1 * v[0], a0 * u[1] + b1 * v[1],
        a1 * u[0] + b1 * v[0], a1 * u[1] + b1 * v[1],
    )  # fmt: skip
