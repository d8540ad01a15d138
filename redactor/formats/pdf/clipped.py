"""Words cut off by a clipping path: a cell too small for its text, a window drawn around half a line.

What stands outside the path is not painted and is still in the file (ISO 32000-1, 8.5.4). Nearly every page is clipped
to its own edges or margins, so pages are read a second time only where a clip may cut something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf

from redactor.formats.pdf.paint import Log, around
from redactor.model import Box

_CLIP = re.compile(rb"W\*?\s+n\b")
_BOX = re.compile(rb"([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s+re\s*$")
_TOKEN = re.compile(rb"(?<![^\s])(?:q|Q|BT|Do)(?![^\s])")
_REACH = 120
"""Bytes before a clip in which its rectangle stands."""
_MATRIX = re.compile(rb"([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s+([-+.\d]+)\s+cm\b")
_PROLOGUE = 400
"""Bytes within which a page's own clip to its margins begins."""
_SLACK = 1.0
_LEAST_RUN = 3
"""Letters in a row; the last letter of a cell's line is often half cut."""
_FLAGS = pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_IGNORE_ACTUALTEXT

_Letter = tuple[str, float, float]


def runs(page: Any, log: Log, content: bytes) -> list[tuple[int, Box]]:
    """Return number and box of letters side by side that a clipping path cuts off (``page`` is a ``pymupdf.Page``)."""
    if not log.words or not _may_cut(page, log, content):
        return []
    if len(_text(page, _FLAGS)) - len(_text(page, _FLAGS | pymupdf.TEXT_CLIP)) < _LEAST_RUN:
        return []
    painted = {key for key, _ in _letters(page, _FLAGS | pymupdf.TEXT_CLIP)}
    cut = [box for key, box in _letters(page, _FLAGS) if key not in painted and _on(page, box)]
    return list(_together(cut))


def _may_cut(page: Any, log: Log, content: bytes) -> bool:
    """Return whether any clip is more than the frame of all words of the page."""
    if page.get_xobjects():
        return True
    clips = [match.start() for match in _CLIP.finditer(content) if _holds_text(content, match.end())]
    boxes = [_BOX.search(content[max(0, at - _REACH) : at]) for at in clips]
    if not boxes:
        return False
    first = boxes[0]
    if first is None or any(box is None or box.groups() != first.groups() for box in boxes[1:]):
        return True
    before = content[: clips[0]]
    if len(before) > _PROLOGUE or b"Q" in before:
        return True
    clip = _placed(before, [float(value) for value in first.groups()], page)
    words = around(*(word for _, word in log.words))
    reach = (clip[0] - _SLACK, clip[1] - _SLACK, clip[2] + _SLACK, clip[3] + _SLACK)
    return words[0] < reach[0] or words[1] < reach[1] or words[2] > reach[2] or words[3] > reach[3]


def _holds_text(content: bytes, at: int) -> bool:
    """Return whether text, or a form that may show some, is drawn before the state saved at ``at`` is restored."""
    depth = 0
    for token in _TOKEN.finditer(content, at):
        if token[0] not in (b"q", b"Q"):
            return True
        depth += 1 if token[0] == b"q" else -1
        if depth < 0:
            return False
    return False


def _placed(before: bytes, box: Sequence[float], page: Any) -> Box:
    """Return a rectangle of the drawing instructions in points of the page, by the matrices set before it."""
    matrix = pymupdf.Matrix(1, 1)
    for found in _MATRIX.findall(before):
        matrix = pymupdf.Matrix(*(float(value) for value in found)) * matrix
    x, y, width, height = box
    rect = pymupdf.Rect(x, y, x + width, y + height).normalize() * matrix * page.transformation_matrix
    return (rect.x0, rect.y0, rect.x1, rect.y1)


def _text(page: Any, flags: int) -> str:
    found: str = page.get_textpage(clip=pymupdf.INFINITE_RECT(), flags=flags).extractText()
    return "".join(found.split())


def _letters(page: Any, flags: int) -> Iterator[tuple[_Letter, Box]]:
    """Yield each letter or digit with its origin, which tells it from others, and its box."""
    read = page.get_textpage(clip=pymupdf.INFINITE_RECT(), flags=flags).extractRAWDICT()
    for block in read["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    if char["c"].isalnum():
                        x, y = char["origin"]
                        yield (char["c"], round(x, 1), round(y, 1)), tuple(char["bbox"])


def _on(page: Any, box: Box) -> bool:
    """Return whether a letter's middle lies on the page; what lies beyond its edges is another rule's."""
    bounds = pymupdf.Rect(0, 0, page.cropbox.width, page.cropbox.height)
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return bool(bounds.x0 <= x <= bounds.x1 and bounds.y0 <= y <= bounds.y1)


def _together(boxes: Sequence[Box]) -> Iterator[tuple[int, Box]]:
    count, reach = 0, (0.0, 0.0, 0.0, 0.0)
    for box in boxes:
        size = max(box[2] - box[0], box[3] - box[1])
        apart = max(box[0] - reach[2], reach[0] - box[2], box[1] - reach[3], reach[1] - box[3])
        if count and apart < 2 * size:
            count, reach = count + 1, around(reach, box)
            continue
        if count >= _LEAST_RUN:
            yield count, reach
        count, reach = 1, box
    if count >= _LEAST_RUN:
        yield count, reach
