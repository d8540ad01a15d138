"""D518 mirror-writing: letters are set as in a mirror, and stand in the file in another order than they are read in.

Why: what a person reads from left to right is stored from right to left, so that no recognizer finds a name in it.
Fix: read those words as a person would, and redact them by an area where they name somebody.
Source: ISO 32000-1:2008, 9.4.4 Text space details: a matrix of negative determinant turns letters over.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from redactor.model import Box, Layer, Segment, Severity, box_of
from redactor.rules import Hit, View, rule

_LEAST = 3
_AREA = 0.5
"""Square points below which a letter's place does not tell which way round it is."""


@rule("D518", Severity.REVIEW)
def mirror_writing(view: View) -> Iterator[Hit]:
    """Yield one hit for each page with letters the wrong way round."""
    for segment in view.document.segments:
        if segment.layer in (Layer.BODY, Layer.HIDDEN_TEXT):
            letters = _mirrored(segment)
            if len(letters) >= _LEAST:
                message = f"{len(letters)} letters are set as in a mirror; what they say to a reader was not read."
                yield Hit(message, segment.page, (_around(segment, letters),), unchecked=True)


def _mirrored(segment: Segment) -> list[int]:
    """Return the letters whose place, corner by corner, runs the other way round than print does."""
    places = np.frombuffer(segment.quads.floats, dtype=np.float32).reshape(-1, 8)
    x0, y0, x1, y1, x2, y2 = places[:, :6].T
    turned = (x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0)
    return [int(at) for at in np.nonzero(turned < -_AREA)[0] if segment.text[at].isalpha()]


def _around(segment: Segment, letters: list[int]) -> Box:
    boxes = [box_of(quad) for at in letters if (quad := segment.quads[at]) is not None]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
