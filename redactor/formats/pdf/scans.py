"""Pictures of print on a page, read by OCR: their words become text with a place, and what was not read stays a picture.

A page that is one scan is read as a whole; of other pages each picture by itself. The words go through the same
reading order as printed ones. A text layer that somebody else's OCR left under a scan is not taken for what the page shows: it
stays searched as hidden text.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pymupdf

from redactor.formats import Limits
from redactor.formats.pdf import looks
from redactor.formats.pdf.affine import Affine, boxed
from redactor.formats.pdf.pictures import SMALLEST, PagePictures
from redactor.formats.pdf.scan_text import Placed, placed, segment
from redactor.formats.pdf.text import PageText
from redactor.model import Box, Picture, Quad, Segment, box_of
from redactor.ocr import reader

if TYPE_CHECKING:
    from redactor.ocr.reading import Word

__all__ = ["PageScan", "read_page"]

_SCAN = 0.5
"""Share of a page under pictures from which it is read as one scan."""
_LEGIBLE = 10.0
"""Points on its longer side below which a picture holds no word."""
_MOST_PICTURES = 24
_SENTENCE = 5
"""Words without which a picture stays a question, though they were read: alone, a surname is told from nothing."""
_MOST_REGIONS = 40
"""Unread regions of a picture above which it is a photograph or a drawing, and one thing to look at."""
_LOWEST_DPI, _HIGHEST_DPI, _DRAWN_DPI = 100.0, 300.0, 200.0
_ENOUGH = 20
"""Characters of somebody else's text layer that count as a page's text where only pages without any are to be read."""


@dataclass(frozen=True, slots=True)
class PageScan:
    """What OCR adds to a page.

    Attributes:
        segment: the words read; None where there were none.
        pictures: the page's pictures, those that were read marked so, and regions nobody could read.
        confidence: mean over letters, 0 to 100; None where nothing was read.
        replaces: True where the page's own text is another OCR's layer under the scan.
        again: lines on which a second reader differs, as the other of the two has them.
        twice: whether a second reader looked.
    """

    segment: Segment | None
    pictures: tuple[Picture, ...]
    confidence: float | None = None
    replaces: bool = False
    again: Segment | None = None
    twice: bool = False


def read_page(page: Any, number: int, text: PageText, seen: PagePictures, limits: Limits) -> PageScan:
    """Read the pictures of a page (a ``pymupdf.Page``); without a reader nothing changes."""
    unread = [one for one in seen.pictures if not one.blank and not one.read and _longest(one.quad) >= _LEGIBLE]
    nothing = PageScan(None, seen.pictures)
    if limits.ocr == "off" or not unread or len(unread) > _MOST_PICTURES:
        return nothing
    under = seen.coverage >= _SCAN and _is_layer(page, text)
    if limits.ocr == "needed" and under and text.characters >= _ENOUGH:
        return nothing
    if reader() is None:
        return nothing
    printed = () if under else _printed(page, text)
    whole = seen.coverage >= _SCAN
    shown = _shown(page)
    boxes = _solid_boxes(page, shown)
    areas: list[tuple[Box, float, list[Picture]]]
    if whole:
        dpi = max((_resolution(one) for one in unread if one.width_px), default=_DRAWN_DPI)
        areas = [(tuple(page.rect), dpi, unread)]
    else:
        areas = [(boxed(shown, box_of(one.quad)), _resolution(one), [one]) for one in unread]
    lines: list[Placed] = []
    others: list[Placed] = []
    twice = False
    words: list[Word] = []
    done: set[str] = set()
    regions: list[Picture] = []
    for box, dpi, pictures in areas:
        look = looks.look(page, box, dpi, boxes)
        if look is None:
            continue
        lines += (one for one in placed(look.reading, look.picture, look.back) if not one.repeats(printed))
        others += (one for one in placed(look.others, look.picture, look.back) if not one.repeats(printed))
        twice = twice or look.twice
        words += look.reading.words
        sure = sum(word.sure for word in look.reading.words)
        if sure < _SENTENCE or len(look.regions) > _MOST_REGIONS:
            continue
        if not look.regions:
            done.update(one.id for one in pictures)
        elif whole:
            done.update(one.id for one in pictures)
            regions += look.pictures(number, shown)
    if not (lines or others or done):
        return nothing
    text_read, again = segment(lines, shown, number), segment(others, shown, number, again=True)
    pictures_now = tuple(dataclasses.replace(one, read=one.read or one.id in done) for one in seen.pictures)
    letters = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / letters if letters else None
    replaces = under and text_read is not None
    return PageScan(text_read, (*pictures_now, *regions), confidence, replaces, again, twice)


def _solid_boxes(page: Any, shown: Affine) -> list[Box]:
    """Return the opaque rectangles painted over everything else, in the coordinates of the page as shown.

    Whether something lies under them is the rules' question (R301, R302). That nothing of it can be seen is asked of the
    pixels (``looks``), since a blend mode lets a highlighter's rectangle show what it lies on.
    """
    boxes: list[tuple[int, Box]] = []
    for path in page.get_cdrawings():
        shapes = path["items"]
        solid = path["type"] in ("f", "fs") and path.get("fill_opacity", 1) == 1 and path.get("fill") is not None
        if solid and len(shapes) == 1 and shapes[0][0] == "re":
            x0, y0, x1, y1 = path["rect"]
            if min(x1 - x0, y1 - y0) >= SMALLEST:
                boxes.append((path["seqno"], (x0, y0, x1, y1)))
    if not boxes:
        return []
    # A label may stand on a box; a picture painted later covers it.
    pictures = [(at, box) for at, (kind, box) in enumerate(page.get_bboxlog()) if "im" in kind]
    return [
        boxed(shown, box)
        for at, box in boxes
        if not any(later > at and pymupdf.Rect(other).intersects(box) for later, other in pictures)
    ]


def _is_layer(page: Any, text: PageText) -> bool:
    """Return whether all of a page's text shows no ink: another OCR's layer under the scan."""
    if not text.characters or not text.inkless:
        return False
    outside = (word for word in page.get_text("words") if not _within(word[:4], text.inkless))
    return next(outside, None) is None


def _within(box: Sequence[float], boxes: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)


def _printed(page: Any, text: PageText) -> tuple[tuple[Box, str], ...]:
    """Return the lines of print of a page, in its shown coordinates, as letters and figures."""
    if not text.characters:
        return ()
    turn = page.rotation_matrix
    found = []
    for block in page.get_text("dict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]:
        for line in block.get("lines", ()):
            letters = "".join(c for span in line["spans"] for c in span["text"] if c.isalnum()).casefold()
            found.append((tuple(pymupdf.Rect(line["bbox"]) * turn), letters))
    return tuple(found)


def _shown(page: Any) -> Affine:
    """Return the way from the page's own coordinates to the page as shown."""
    matrix = page.rotation_matrix
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _longest(quad: Quad) -> float:
    x0, y0, x1, y1 = box_of(quad)
    return max(x1 - x0, y1 - y0)


def _resolution(picture: Picture) -> float:
    """Return the dots an inch at which a picture is drawn to be read: its own, within bounds."""
    if not picture.width_px:
        return _DRAWN_DPI
    q = picture.quad
    wide = math.hypot(q[2] - q[0], q[3] - q[1])
    own = 72.0 * picture.width_px / wide if wide > 0 else _DRAWN_DPI
    return min(max(own, _LOWEST_DPI), _HIGHEST_DPI)
