"""Codes drawn as many small bars or squares, which a telephone reads and no text engine does.

A QR code or a bar code may hold a name, a number or a link that tells who asked; drawn as rectangles it is neither a raster
picture nor a drawing of curves. What is dense with slivers is one, as no table's rules are (ISO/IEC 18004, ISO/IEC 15417).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from redactor.model import Box

_RECTANGLE = re.compile(rb"(?<=[\d.] )re(?=\s)")
_LINE = re.compile(rb"(?<=[\d.] )l(?=\s)")
_LEAST = 20
"""Bars of the shortest code worth the name; the narrowest QR code has some eighty."""
_WIDEST, _LONGEST = 6.0, 144.0
"""Points a bar or a module is wide and long at most."""


def suspect(content: bytes) -> bool:
    """Return whether drawing instructions have bars enough for a code."""
    # Counting the letters alone is quick, and words have few of them behind a space.
    if content.count(b" re") < _LEAST and content.count(b" l") < _LEAST:
        return False
    return len(_RECTANGLE.findall(content)) >= _LEAST or len(_LINE.findall(content)) >= _LEAST


def bars(paths: Sequence[Any]) -> Iterator[tuple[Box, bytes]]:
    """Yield box and shape of each filled rectangle or thick line among a page's paths that may be a bar of a code."""
    for path in paths:
        filled = path.get("fill") is not None
        width = 0.0 if path.get("color") is None else float(path.get("width") or 0.0)
        for item in path["items"]:
            box = _bar(item, filled=filled, width=width)
            if box is not None:
                wide, high = box[2] - box[0], box[3] - box[1]
                if 0 < min(wide, high) <= _WIDEST and max(wide, high) <= _LONGEST:
                    yield box, f"{wide:.1f} {high:.1f}".encode()


def _bar(item: Any, *, filled: bool, width: float) -> Box | None:
    if item[0] == "re" and filled:
        x0, y0, x1, y1 = item[1]
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    if item[0] == "qu" and filled:
        points = list(item[1])
        across, down = [point[0] for point in points], [point[1] for point in points]
        return min(across), min(down), max(across), max(down)
    if item[0] == "l" and width > 0:
        (x0, y0), (x1, y1) = item[1], item[2]
        if abs(x0 - x1) < 0.01:
            return x0 - width / 2, min(y0, y1), x0 + width / 2, max(y0, y1)
        if abs(y0 - y1) < 0.01:
            return min(x0, x1), y0 - width / 2, max(x0, x1), y0 + width / 2
    return None


def is_code(boxes: Sequence[Box], around: Box) -> bool:
    """Return whether bars that lie close together fill their place as a code does, and as the rules of a table do not."""
    wide, high = around[2] - around[0], around[3] - around[1]
    if len(boxes) < _LEAST or min(wide, high) < 8.0:
        return False
    ink = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes)
    return bool(ink >= 0.2 * wide * high)
