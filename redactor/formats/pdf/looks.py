"""One area of a page drawn as a picture and read: what OCR saw, and the way from its pixels back to the page."""

from __future__ import annotations

import hashlib
import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pymupdf

from redactor.formats.pdf.affine import Affine, inverse, quad, times
from redactor.formats.pdf.pictures import SMALLEST
from redactor.model import Box, Picture
from redactor.ocr import reader, second
from redactor.ocr.reading import Reading

if TYPE_CHECKING:
    from PIL.Image import Image

    from redactor.ocr.prepare import Prepared
    from redactor.ocr.tesseract import Tesseract

__all__ = ["PAD", "Look", "look"]

PAD = 1.5
"""Points that a word's box is wider and higher than its ink, which fades at the edges."""
_REMEMBERED = 32
_LIGHT = 160
"""Grey level from which the commonest shade of a picture is taken for its paper."""
_BOX_TONE, _BOX_SHARE = 90, 0.55
"""A box of a redaction is darker than this grey, in more than half of its pixels; the code on it takes the rest."""
_PLENTY = 5
"""Words read with confidence from which a picture is taken to stand upright."""


@dataclass(frozen=True, slots=True)
class Look:
    """One area of a page as it was read.

    Attributes:
        picture: as it was made ready.
        reading: the words to go by.
        regions: ink that no word explains, in the picture's pixels.
        others: lines on which a second reader differs, as the other of the two has them.
        twice: whether a second reader looked.
        back: the way from the picture's pixels to the page as shown.
    """

    picture: Prepared
    reading: Reading
    regions: tuple[Box, ...]
    others: Reading
    twice: bool
    back: Affine

    def pictures(self, number: int, shown: Affine) -> Iterator[Picture]:
        """Yield the regions that no word explains, as pictures of their own."""
        image = self.picture.image
        for at, (x0, y0, x1, y1) in enumerate(self.regions):
            pixels = image.crop((int(x0), int(y0), int(x1), int(y1)))
            digest = hashlib.sha256(b"ink" + repr(pixels.size).encode() + pixels.tobytes()).hexdigest()
            pad = PAD * self.picture.dpi / 72
            matrix = times(self.back, inverse(shown))
            place = quad(matrix, (x0 - pad, y0 - pad, x1 + pad, y1 + pad))
            yield Picture(f"ink/{number}/{at}", number, place, digest, *pixels.size)


_Known = tuple["Prepared", "Reading", tuple[Box, ...], int, "Reading | None"]
_looks: OrderedDict[bytes, _Known] = OrderedDict()
"""What was read last, by the pixels: a copy's untouched pages are not read again."""


def look(page: Any, box: Box, dpi: float, boxes: Sequence[Box]) -> Look | None:
    """Draw an area of the page as shown, without its solid boxes, and read it; None where it could not be read."""
    import PIL.Image

    zoom = dpi / 72.0
    clip = pymupdf.Rect(box) & page.rect
    if clip.is_empty or min(clip.width, clip.height) < SMALLEST:
        return None
    drawn = page.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), clip=clip, colorspace=pymupdf.csGRAY, alpha=False)
    image = PIL.Image.frombytes("L", (drawn.width, drawn.height), bytes(drawn.samples))
    _clear(image, boxes, zoom, drawn.x, drawn.y)
    key = hashlib.sha256(repr((image.size, round(dpi))).encode() + image.tobytes()).digest()
    known = _looks.pop(key, None)
    if known is None:
        try:
            known = _upright_reading(image, dpi)
        except (TimeoutError, RuntimeError):
            return None
        if known is None:
            return None
    _looks[key] = known
    while len(_looks) > _REMEMBERED:
        _looks.popitem(last=False)
    prepared, reading, regions, quarters, others = known
    back = times(_straight(prepared), _unturned(quarters, image.size))
    corner = (1 / zoom, 0.0, 0.0, 1 / zoom, drawn.x / zoom, drawn.y / zoom)
    twice = others is not None
    return Look(prepared, reading, regions, others or Reading(()), twice, times(back, corner))


def _upright_reading(image: Image, dpi: float) -> _Known | None:
    """Read a picture, and where that fails try it on its side and upside down; None without a reader."""
    from PIL.Image import Transpose

    from redactor.ocr.ink import unexplained
    from redactor.ocr.prepare import prepare

    loaded = reader()
    if loaded is None:
        return None
    best: _Known | None = None
    for quarters, turn in enumerate((None, Transpose.ROTATE_90, Transpose.ROTATE_180, Transpose.ROTATE_270)):
        prepared = prepare(image if turn is None else image.transpose(turn), dpi)
        reading = loaded.read(prepared)
        regions = tuple(unexplained(prepared, reading))
        if best is None or _worth(reading) > _worth(best[1]) + _PLENTY:
            best = (prepared, reading, regions, quarters, None)
        # Most of it read, or nothing to read: print upside down gives doubtful scraps, and print on its side tall words.
        if _worth(reading) >= max(_PLENTY, len(reading.words) // 2) or not (regions or reading.words):
            break
    return best and _looked_again(loaded, *best[:4])


def _looked_again(
    tesseract: Tesseract, prepared: Prepared, reading: Reading, regions: tuple[Box, ...], quarters: int
) -> _Known:
    """Have doubtful places read by the second reader, where there is one; what it cannot settle stays as it was."""
    from redactor.ocr.ink import unexplained
    from redactor.ocr.joining import doubtful, join, touches, unclear

    first = (prepared, reading, regions, quarters, None)
    if not doubtful(prepared, reading, regions) or (loaded := second()) is None:
        return first
    places = unclear(prepared, reading, regions)
    try:
        again = loaded.read(prepared, lambda line: any(touches(line, one) for one in places))
        joined = join(reading, again, lambda box: tesseract.line(prepared, box))
    except (TimeoutError, RuntimeError):
        return first
    return (prepared, joined.reading, tuple(unexplained(prepared, joined.reading)), quarters, joined.others)


def _worth(reading: Reading) -> int:
    """Return how many words of three letters or more were read with confidence, and lie as words of our lines lie.

    Tesseract reads lines that run up or down the sheet too, and tells their letters' places as if they did not.
    """
    return sum(
        word.sure and len(word.text) > 2 and word.box[2] - word.box[0] > word.box[3] - word.box[1]
        for word in reading.words
    )


def _clear(image: Image, boxes: Sequence[Box], zoom: float, left: int, top: int) -> None:
    """Paint boxes with the colour of the paper: a black bar in a line of print disturbs the reading of its neighbours."""
    if not boxes:
        return
    paper = max(range(256), key=image.histogram().__getitem__)
    for x0, y0, x1, y1 in boxes:
        left_edge, top_edge = max(round(x0 * zoom) - left, 0), max(round(y0 * zoom) - top, 0)
        right, bottom = min(round(x1 * zoom) - left, image.width), min(round(y1 * zoom) - top, image.height)
        if right > left_edge and bottom > top_edge:
            place = (left_edge, top_edge, right, bottom)
            if _is_solid(image.crop(place)):
                image.paste(paper if paper >= _LIGHT else 255, place)


def _is_solid(image: Image) -> bool:
    """Return whether a box shows as one dark tone, a label on it apart; drawn with a blend mode it shows what lies below."""
    counts = image.histogram()
    tone = max(range(256), key=counts.__getitem__)
    near = sum(counts[max(tone - 2, 0) : tone + 3])
    return tone <= _BOX_TONE and near >= _BOX_SHARE * image.width * image.height


def _straight(picture: Prepared) -> Affine:
    """Return the way from a prepared picture's pixels to those it was made of: turned back about the middle, and scaled."""
    turn = math.radians(picture.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    x, y = picture.image.width / 2, picture.image.height / 2
    size = 1.0 / picture.scale
    return (
        cos * size,
        sin * size,
        -sin * size,
        cos * size,
        (x - x * cos + y * sin) * size,
        (y - x * sin - y * cos) * size,
    )


def _unturned(quarters: int, size: tuple[int, int]) -> Affine:
    """Return the way back from a picture of the given size that was turned counter-clockwise by quarters."""
    width, height = size
    ways: tuple[Affine, ...] = (
        (1, 0, 0, 1, 0, 0),
        (0, 1, -1, 0, width, 0),
        (-1, 0, 0, -1, width, height),
        (0, -1, 1, 0, 0, height),
    )
    return ways[quarters]
