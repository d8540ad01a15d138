"""Pictures of which the page shows a part: cropping in a word processor hides the rest and keeps it in the file."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2.raw as raw

from redactor.formats.pdf.paint import Log
from redactor.formats.pdf.sheet import Sheet
from redactor.model import Box

_CLIP = re.compile(rb"\bW\*?\s+n\b")
_LEAST_LOST = 0.06
"""Share of a picture's width or height; a hairline is lost to rounding."""
_LEAST_PIXELS = 24


def suspect(log: Log, content: bytes) -> bool:
    """Return whether pictures of a page may be clipped, or reach beyond its edges."""
    return _CLIP.search(content) is not None and any("image" in paint.kind for paint in log.paints)


def parts(sheet: Sheet) -> Iterator[Box]:
    """Yield the shown part of each picture that a clipping path cuts; none of a form's, whose place is the form's own."""
    count = raw.FPDFPage_CountObjects(sheet.page.raw)
    for one in (raw.FPDFPage_GetObject(sheet.page.raw, at) for at in range(count)):
        if raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        whole, clip = _bounds(one), _clip(one)
        if whole is None or clip is None:
            continue
        shown = (max(whole[0], clip[0]), max(whole[1], clip[1]), min(whole[2], clip[2]), min(whole[3], clip[3]))
        if shown[0] >= shown[2] or shown[1] >= shown[3]:
            shown = (whole[0], whole[1], whole[0], whole[1])
        lost = max(
            1 - (shown[2] - shown[0]) / max(whole[2] - whole[0], 1e-6),
            1 - (shown[3] - shown[1]) / max(whole[3] - whole[1], 1e-6),
        )
        if lost >= _LEAST_LOST and _pixels(one) >= _LEAST_PIXELS:
            yield sheet.user_space(shown)


def _bounds(one: object) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
        return None
    return (left.value, bottom.value, right.value, top.value)


def _clip(one: object) -> Box | None:
    """Return the box of an object's clipping paths together, or None where it has none."""
    path = raw.FPDFPageObj_GetClipPath(one)
    count = raw.FPDFClipPath_CountPaths(path) if path else 0
    if count <= 0:
        return None
    reach = (-1e9, -1e9, 1e9, 1e9)
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count):
        points = []
        for step in range(raw.FPDFClipPath_CountPathSegments(path, at)):
            segment = raw.FPDFClipPath_GetPathSegment(path, at, step)
            if segment and raw.FPDFPathSegment_GetPoint(segment, x, y):
                points.append((x.value, y.value))
        if points:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            reach = (max(reach[0], min(xs)), max(reach[1], min(ys)), min(reach[2], max(xs)), min(reach[3], max(ys)))
    return reach


def _pixels(one: object) -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(one, width, height):
        return _LEAST_PIXELS
    return min(width.value, height.value)
