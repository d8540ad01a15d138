"""Affine ways from one coordinate system to another (ISO 32000-1, 8.3.3): x' = a x + c y + e, y' = b x + d y + f."""

from __future__ import annotations

from redactor.model import Box, Quad, box_of

__all__ = ["Affine", "boxed", "inverse", "quad", "through", "times"]

Affine = tuple[float, float, float, float, float, float]


def through(m: Affine, x: float, y: float) -> tuple[float, float]:
    """Return where a point goes."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def times(first: Affine, then: Affine) -> Affine:
    """Return the way that goes ``first`` and ``then`` the other."""
    a, b, c, d, e, f = first
    return (
        then[0] * a + then[2] * b,
        then[1] * a + then[3] * b,
        then[0] * c + then[2] * d,
        then[1] * c + then[3] * d,
        *through(then, e, f),
    )


def inverse(m: Affine) -> Affine:
    """Return the way back; ZeroDivisionError where everything falls onto a line."""
    area = m[0] * m[3] - m[1] * m[2]
    a, b, c, d = m[3] / area, -m[1] / area, -m[2] / area, m[0] / area
    return (a, b, c, d, -(a * m[4] + c * m[5]), -(b * m[4] + d * m[5]))


def quad(m: Affine, box: Box) -> Quad:
    """Return where an upright box goes."""
    x0, y0, x1, y1 = box
    return (*through(m, x0, y0), *through(m, x1, y0), *through(m, x0, y1), *through(m, x1, y1))


def boxed(m: Affine, box: Box) -> Box:
    """Return the upright box around where an upright box goes."""
    return box_of(quad(m, box))
