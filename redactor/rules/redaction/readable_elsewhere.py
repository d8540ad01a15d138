"""R307 readable-elsewhere: a name that is boxed on one page can be read on another.

Why: one mention left open undoes every box over the others, and tells what they hide.
Fix: redact the original with `redactor redact`, which removes every mention; add the name with
`redactor decide --add-term` where it is not found.
Source: ICO, "Disclosing documents to the public securely" (July 2025).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.model import Box, Layer, Segment, Severity, box_of
from redactor.rules import Hit, View, rule

_BOXED = {"covered-text", "see-through-text", "overprinted-text", "text-layer-under-mark"}
_WORD = re.compile(r"[^\W_](?:[\w'\u2019.-]*[^\W_])?")
_LEAST = 3
_NAME = 5
"""Words; a longer run under one box is a passage, of which single words say nothing."""


@rule("R307", Severity.BLOCK)
def readable_elsewhere(view: View) -> Iterator[Hit]:
    """Yield one hit for each page, or place outside the pages, on which a boxed name is open to read."""
    boxed: dict[int, list[Box]] = {}
    for feature in view.document.features:
        if feature.kind in _BOXED and feature.page is not None and feature.quad is not None:
            boxed.setdefault(feature.page, []).append(box_of(feature.quad))
    if not boxed:
        return
    segments = view.document.segments
    names = _names(segments, boxed)
    for segment in segments if names else ():
        if segment.layer is Layer.HIDDEN_TEXT:
            continue
        open_ = [
            (match.start(), match.end())
            for match in _WORD.finditer(segment.text)
            if match[0] in names and not _is_boxed(segment, match.start(), match.end(), boxed)
        ]
        if open_:
            where = "on this page" if segment.layer in (Layer.BODY, Layer.OCR) else f"in the {segment.place or 'file'}"
            boxes = tuple(box_of(quad) for start, end in open_ for quad in segment.quads[start:end] if quad is not None)
            yield Hit(f"A name that is boxed elsewhere in the file can be read {where}.", segment.page, boxes)


def _names(segments: tuple[Segment, ...], boxed: dict[int, list[Box]]) -> set[str]:
    """Return the words under boxes that are names: written with a capital wherever they stand in the file.

    A word that is somewhere written without one is a common word at the start of a line or in a heading.
    """
    found: set[str] = set()
    small: set[str] = set()
    for segment in segments:
        if segment.layer not in (Layer.BODY, Layer.OCR) or segment.page is None:
            continue
        under: dict[Box, list[str]] = {}
        for match in _WORD.finditer(segment.text):
            small.update((match[0],) if match[0].islower() else ())
            box = _is_boxed(segment, match.start(), match.end(), boxed)
            if box is not None:
                under.setdefault(box, []).append(match[0])
        for words in under.values():
            if len(words) <= _NAME:
                found.update(words)
    return {
        word
        for word in found
        if len(word) >= _LEAST and word[0].isupper() and word.isprintable() and word.casefold() not in small
    }


def _is_boxed(segment: Segment, start: int, end: int, boxed: dict[int, list[Box]]) -> Box | None:
    """Return the box over the middle of a word, or None where it lies open."""
    quad = segment.quads[(start + end) // 2]
    if quad is None or segment.page not in boxed:
        return None
    x0, y0, x1, y1 = box_of(quad)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return next((b for b in boxed[segment.page] if b[0] <= x <= b[2] and b[1] - 1 <= y <= b[3] + 1), None)
