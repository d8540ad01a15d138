"""Where a redaction's box lies on a page as pdfium draws it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2

from redactor.model import Quad

__all__ = ["Floats", "Frame", "Mask", "frame_of", "points_within"]

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's crop box in user space, its rotation and its user unit, against a picture of the page.

    Attributes:
        left, top: upper left corner of the crop box (cut to the media box) in user space.
        width, height: of the crop box in user space units, unrotated.
        rotation: clockwise, 0, 90, 180 or 270.
        unit: points for a user space unit; pdfium does not know it, the quads of ``redactor.model`` do.
    """

    left: float
    top: float
    width: float
    height: float
    rotation: int
    unit: float

    def corners(self, quad: Quad) -> Floats:
        """Return a quad's four corners (4, 2), in order around it, in user space units from the top left."""
        x0, y0, x1, y1, x2, y2, x3, y3 = quad
        return np.array([(x0, y0), (x1, y1), (x3, y3), (x2, y2)], dtype=np.float64) / self.unit

    def inside(self, quad: Quad, *, shape: tuple[int, int], margin: float) -> tuple[slice, slice, Mask]:
        """Return which pixels of a rendered page lie in a quad.

        Args:
            quad: in the coordinates of ``redactor.model``.
            shape: rows and columns of the picture.
            margin: pixels to stay away from the quad's edges; negative to go beyond them.

        Returns:
            Rows, columns and the mask of that window.
        """
        rows, columns = shape
        points = self._to_pixels(self.corners(quad), rows, columns)
        low, high = points.min(axis=0) - max(0.0, -margin) - 1, points.max(axis=0) + max(0.0, -margin) + 1
        x0, y0 = max(0, int(low[0])), max(0, int(low[1]))
        x1, y1 = max(x0, min(columns, int(high[0]) + 1)), max(y0, min(rows, int(high[1]) + 1))
        window = slice(y0, y1), slice(x0, x1)
        return *window, _pixels_within(points, *window, margin=margin)

    def within(self, quad: Quad, rows: slice, columns: slice, *, shape: tuple[int, int], margin: float) -> Mask:
        """Return which pixels of a window of the picture lie in a quad; see ``inside``."""
        return _pixels_within(self._to_pixels(self.corners(quad), *shape), rows, columns, margin=margin)

    def pixels(self, boxes: Floats, *, shape: tuple[int, int], beyond: float) -> npt.NDArray[np.int64]:
        """Return upright boxes (n, 4), in user space units, as (n, 4) left, top, right and bottom pixel, a little wider."""
        upper_left = self._to_pixels(boxes[:, :2], *shape)
        lower_right = self._to_pixels(boxes[:, 2:], *shape)
        low = np.floor(np.minimum(upper_left, lower_right) - beyond)
        high = np.ceil(np.maximum(upper_left, lower_right) + beyond)
        return np.concatenate([low, high], axis=1).astype(np.int64)

    def _to_pixels(self, points: Floats, rows: int, columns: int) -> Floats:
        x, y = points[:, 0], points[:, 1]
        if self.rotation == 90:
            x, y = self.height - y, x
        elif self.rotation == 180:
            x, y = self.width - x, self.height - y
        elif self.rotation == 270:
            x, y = y, self.width - x
        wide, high = (self.height, self.width) if self.rotation % 180 else (self.width, self.height)
        return np.stack([x * columns / wide, y * rows / high], axis=1)


def frame_of(page: pypdfium2.PdfPage, *, unit: float) -> Frame:
    """Return the frame of a page."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, top, right - left, top - bottom, page.get_rotation(), unit)


def _pixels_within(corners: Floats, rows: slice, columns: slice, *, margin: float) -> Mask:
    xs, ys = np.meshgrid(np.arange(columns.start, columns.stop) + 0.5, np.arange(rows.start, rows.stop) + 0.5)
    return points_within(corners, xs, ys, margin=margin)


def points_within(corners: Floats, xs: Floats, ys: Floats, *, margin: float) -> Mask:
    """Return which points lie in a convex quad, at least ``margin`` from every edge (or at most -margin outside)."""
    following = np.roll(corners, -1, axis=0)
    turn = float(np.sum(corners[:, 0] * following[:, 1] - following[:, 0] * corners[:, 1]))
    sign = 1.0 if turn >= 0 else -1.0
    inside: Mask = np.ones(np.shape(xs), dtype=np.bool_)
    for (ax, ay), (bx, by) in zip(corners, following, strict=True):
        length = float(np.hypot(bx - ax, by - ay))
        if length < 1e-9:
            # A quad without area has no inside; beyond its edges the box around it decides.
            continue
        inside &= sign * ((bx - ax) * (ys - ay) - (by - ay) * (xs - ax)) / length >= margin
    if margin < 0:
        low, high = corners.min(axis=0) + margin, corners.max(axis=0) - margin
        inside &= (xs >= low[0]) & (xs <= high[0]) & (ys >= low[1]) & (ys <= high[1])
    elif abs(turn) < 1e-9:
        inside &= False
    return inside
