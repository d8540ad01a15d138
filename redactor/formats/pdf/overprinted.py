"""Words with solid blocks or rows of crosses printed over them, as from a typewriter: both are in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.formats.pdf.paint import around, holds
from redactor.model import Box, Segment, box_of

_BLOCKS = re.compile("[\u2580-\u2588\u258a\u2593\u25a0\u25ac\u25ae\u25fc\u2b1b]+|([Xx*#@%])\\1{3,}")
"""Characters that fill their place, or one repeated as nobody writes it."""
_LEAST = 3
_STEPS = 40
"""Points; letters are looked up by the square of the page they stand in."""


def runs(segment: Segment) -> Iterator[tuple[int, Box]]:
    """Yield number of letters and box wherever blocks stand on letters of the same page's text."""
    found = [(match.start(), match.end()) for match in _BLOCKS.finditer(segment.text)]
    if not found:
        return
    blocks = {at for start, end in found for at in range(start, end)}
    squares: dict[tuple[int, int], list[Box]] = {}
    for at, char in enumerate(segment.text):
        quad = segment.quads[at] if char.isalnum() and at not in blocks else None
        if quad is not None:
            box = box_of(quad)
            middle = (int((box[0] + box[2]) / 2 // _STEPS), int((box[1] + box[3]) / 2 // _STEPS))
            squares.setdefault(middle, []).append(box)
    for start, end in found:
        quads = [quad for quad in segment.quads[start:end] if quad is not None]
        if not quads:
            continue
        cover = around(*map(box_of, quads))
        under = [
            box
            for column in range(int(cover[0] // _STEPS), int(cover[2] // _STEPS) + 1)
            for row in range(int(cover[1] // _STEPS), int(cover[3] // _STEPS) + 1)
            for box in squares.get((column, row), ())
            if holds(cover, box)
        ]
        if len(under) >= _LEAST:
            yield len(under), around(*under)
