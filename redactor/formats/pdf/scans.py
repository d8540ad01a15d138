"""Pictures of print on a page, read by OCR: their words become text with a place, and what was not read stays a picture.

A page that is one scan is read as a whole; of other pages each picture by itself. The words go through the same
reading order as printed ones. A text layer that somebody else's OCR left under a scan is not taken for what the page shows: it
stays searched as hidden text.
"""

from __future__ import annotations

import dataclasses
import hashlib
import math
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pymupdf

from redactor.formats import Limits
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.order import rows
from redactor.formats.pdf.pictures import SMALLEST, PagePictures
from redactor.formats.pdf.tables import Line
from redactor.formats.pdf.text import Glyph, PageText, write_rows
from redactor.model import Box, Layer, Picture, Quad, QuadArray, Segment, box_of
from redactor.ocr import reader

if TYPE_CHECKING:
    from redactor.ocr.prepare import Prepared
    from redactor.ocr.reading import Reading, TextLine, Word

__all__ = ["PageScan", "read_page"]

_SCAN = 0.5
"""Share of a page under pictures from which it is read as one scan."""
_LEGIBLE = 10.0
"""Points on its longer side below which a picture holds no word."""
_MOST_PICTURES = 24
_MOST_REGIONS = 40
"""Unread regions of a picture above which it is a photograph or a drawing, and one thing to look at."""
_LOWEST_DPI, _HIGHEST_DPI, _DRAWN_DPI = 100.0, 300.0, 200.0
_PAD = 1.5
"""Points that a word's box is wider and higher than its ink, which fades at the edges."""
_ENOUGH = 20
"""Characters of somebody else's text layer that count as a page's text where only pages without any are to be read."""
_REMEMBERED = 32

Affine = tuple[float, float, float, float, float, float]
"""x' = a x + c y + e, y' = b x + d y + f."""


@dataclass(frozen=True, slots=True)
class PageScan:
    """What OCR adds to a page.

    Attributes:
        segment: the words read; None where there were none.
        pictures: the page's pictures, those that were read marked so, and regions nobody could read.
        confidence: mean over letters, 0 to 100; None where nothing was read.
        replaces: True where the page's own text is another OCR's layer under the scan.
    """

    segment: Segment | None
    pictures: tuple[Picture, ...]
    confidence: float | None = None
    replaces: bool = False


def read_page(page: Any, frame: Frame, number: int, text: PageText, seen: PagePictures, limits: Limits) -> PageScan:
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
    areas: list[tuple[Box, float, list[Picture]]]
    if whole:
        dpi = max((_resolution(one) for one in unread if one.width_px), default=_DRAWN_DPI)
        areas = [(tuple(page.rect), dpi, unread)]
    else:
        areas = [(_turned(box_of(one.quad), shown), _resolution(one), [one]) for one in unread]
    lines: list[_Placed] = []
    words: list[Word] = []
    done: set[str] = set()
    regions: list[Picture] = []
    for box, dpi, pictures in areas:
        look = _look(page, box, dpi)
        if look is None:
            continue
        kept = [line for line in look.lines(shown) if not line.repeats(printed)]
        lines += kept
        words += look.reading.words
        if not any(word.sure for word in look.reading.words) or len(look.regions) > _MOST_REGIONS:
            continue
        if not look.regions:
            done.update(one.id for one in pictures)
        elif whole:
            done.update(one.id for one in pictures)
            regions += look.pictures(number, shown)
    if not lines and not done:
        return nothing
    segment = _segment(lines, shown, number)
    pictures_now = tuple(dataclasses.replace(one, read=one.read or one.id in done) for one in seen.pictures)
    letters = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / letters if letters else None
    return PageScan(segment, (*pictures_now, *regions), confidence, under and segment is not None)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line that was read, laid straight in points; ``back`` leads to the page as shown."""

    line: Line
    back: Affine

    def repeats(self, printed: Sequence[tuple[Box, str]]) -> bool:
        """Return whether the page has these letters as text in the same place."""
        if not printed:
            return False
        x0, y0, x1, y1 = self.line.box
        x, y = _through(self.back, (x0 + x1) / 2, (y0 + y1) / 2)
        letters = "".join(char for char, _ in self.line.glyphs if char.isalnum()).casefold()
        return any(
            box[0] <= x <= box[2] and box[1] <= y <= box[3] and (letters in text or not letters)
            for box, text in printed
        )


@dataclass(frozen=True, slots=True)
class _Look:
    """One area of a page as it was read; ``back`` leads from the prepared picture's pixels to the page as shown."""

    picture: Prepared
    reading: Reading
    regions: tuple[Box, ...]
    back: Affine

    def lines(self, shown: Affine) -> Iterator[_Placed]:
        """Yield the lines laid straight, in points."""
        points = 72.0 / self.picture.dpi
        a, b, c, d, e, f = self.back
        # From straight points to pixels, then to the page.
        back = (a / points, b / points, c / points, d / points, e, f)
        for line in self.reading.lines:
            glyphs = list(_glyphs(line, points))
            if glyphs:
                x0, y0, x1, y1 = (value * points for value in line.box)
                yield _Placed(Line((x0, y0, x1, y1), sum(not g[0].isspace() for g in glyphs), glyphs), back)

    def pictures(self, number: int, shown: Affine) -> Iterator[Picture]:
        """Yield the regions that no word explains, as pictures of their own."""
        image = self.picture.image
        for at, (x0, y0, x1, y1) in enumerate(self.regions):
            pixels = image.crop((int(x0), int(y0), int(x1), int(y1)))
            digest = hashlib.sha256(b"ink" + repr(pixels.size).encode() + pixels.tobytes()).hexdigest()
            pad = _PAD * self.picture.dpi / 72
            matrix = _times(self.back, _inverse(shown))
            quad = _quad(matrix, (x0 - pad, y0 - pad, x1 + pad, y1 + pad))
            yield Picture(f"ink/{number}/{at}", number, quad, digest, *pixels.size)


_looks: OrderedDict[bytes, tuple[Any, Any, tuple[Box, ...]]] = OrderedDict()
"""What was read last, by the pixels: a copy's untouched pages are not read again."""


def _look(page: Any, box: Box, dpi: float) -> _Look | None:
    """Draw an area of the page as shown and read it; None where it could not be read."""
    from PIL import Image

    from redactor.ocr.ink import unexplained
    from redactor.ocr.prepare import prepare

    zoom = dpi / 72.0
    clip = pymupdf.Rect(box) & page.rect
    if clip.is_empty or min(clip.width, clip.height) < SMALLEST:
        return None
    drawn = page.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), clip=clip, colorspace=pymupdf.csGRAY, alpha=False)
    samples = bytes(drawn.samples)
    key = hashlib.sha256(repr((drawn.width, drawn.height, round(dpi))).encode() + samples).digest()
    known = _looks.pop(key, None)
    if known is None:
        loaded = reader()
        if loaded is None:
            return None
        prepared = prepare(Image.frombytes("L", (drawn.width, drawn.height), samples), dpi)
        try:
            reading = loaded.read(prepared)
        except (TimeoutError, RuntimeError):
            return None
        known = (prepared, reading, tuple(unexplained(prepared, reading)))
    _looks[key] = known
    while len(_looks) > _REMEMBERED:
        _looks.popitem(last=False)
    prepared, reading, regions = known
    return _Look(prepared, reading, regions, _back(prepared, drawn.x / zoom, drawn.y / zoom, zoom))


def _back(picture: Prepared, left: float, top: float, zoom: float) -> Affine:
    """Return the way from a prepared picture's pixels to points of the page as shown."""
    turn = math.radians(picture.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    x, y = picture.image.width / 2, picture.image.height / 2
    size = 1.0 / (picture.scale * zoom)
    # Turned back about the middle, brought back to the drawn size, moved to the area's corner.
    return (
        cos * size,
        sin * size,
        -sin * size,
        cos * size,
        (x - x * cos + y * sin) * size + left,
        (y - x * sin - y * cos) * size + top,
    )


def _glyphs(line: TextLine, points: float) -> Iterator[Glyph]:
    """Yield the letters of a line with a space between words, in straight points."""
    before: Word | None = None
    for word in line.words:
        if not word.sure and not any(char.isalnum() for char in word.text):
            continue
        top, bottom = word.box[1] * points - _PAD, word.box[3] * points + _PAD
        if before is not None:
            yield " ", _upright(before.box[2] * points, top, max(word.box[0], before.box[2]) * points, bottom)
        last = len(word.edges) - 1
        for at, (char, (x0, x1)) in enumerate(zip(word.text, word.edges, strict=True)):
            left = x0 * points - (_PAD if at == 0 else 0.0)
            right = x1 * points + (_PAD if at == last else 0.0)
            yield char, _upright(left, top, right, bottom)
        before = word


def _upright(x0: float, y0: float, x1: float, y1: float) -> Quad:
    return (x0, y0, x1, y0, x0, y1, x1, y1)


def _segment(lines: Sequence[_Placed], shown: Affine, number: int) -> Segment | None:
    """Return the lines in reading order as text with places on the page."""
    text: list[str] = []
    floats = array("f")
    by_back: dict[Affine, list[Line]] = {}
    for placed in lines:
        by_back.setdefault(placed.back, []).append(placed.line)
    for back, group in by_back.items():
        part = array("f")
        write_rows(rows(group, tuple), text, part)
        floats.extend(_moved(part, _times(back, _inverse(shown))))
    joined = "".join(text)
    if not joined.strip():
        return None
    places = QuadArray.from_floats(floats)
    return Segment(f"ocr/{number}", Layer.OCR, number, joined, places, f"page {number}, read from a picture")


def _moved(floats: array[float], matrix: Affine) -> Iterable[float]:
    for at in range(0, len(floats), 2):
        yield from _through(matrix, floats[at], floats[at + 1])


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


def _turned(box: Box, matrix: Affine) -> Box:
    return box_of(_quad(matrix, box))


def _quad(matrix: Affine, box: Box) -> Quad:
    x0, y0, x1, y1 = box
    points = (_through(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1)))
    ul, ur, ll, lr = points
    return (*ul, *ur, *ll, *lr)


def _through(m: Affine, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _times(first: Affine, then: Affine) -> Affine:
    """Return the way that goes ``first`` and ``then`` the other."""
    e, f = _through(then, first[4], first[5])
    return (
        then[0] * first[0] + then[2] * first[1],
        then[1] * first[0] + then[3] * first[1],
        then[0] * first[2] + then[2] * first[3],
        then[1] * first[2] + then[3] * first[3],
        e,
        f,
    )


def _inverse(m: Affine) -> Affine:
    area = m[0] * m[3] - m[1] * m[2]
    a, b, c, d = m[3] / area, -m[1] / area, -m[2] / area, m[0] / area
    return (a, b, c, d, -(a * m[4] + c * m[5]), -(b * m[4] + d * m[5]))


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
