"""Pictures on a page: scans, crests, photographs, and drawings dense enough to be a signature or outlined words.

Each has a digest of what it shows, so that a decision about a crest holds in every letter. Raster pictures are hashed
as stored, with their mask, and only suspiciously small ones are decoded to see whether they are blank.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.pdf import barcodes
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.outlined import is_lettering
from redactor.formats.pdf.rasters import Raster
from redactor.model import Box, Picture, Quad, box_of, quad_of

SMALLEST = 5.0
"""Points; a picture narrower or lower than this holds no legible word (the x-height of 10 point print is about 5)."""
_INLINE = re.compile(rb"\bBI\b.{1,400}?\bID\b", re.DOTALL)
_DRAWN = re.compile(rb" [cvyl](?=\s)")
_CURVE = re.compile(rb"(?<=[\d.] )(?:c|v|y)(?=\s)")
_STRAIGHT = re.compile(rb"(?<=[\d.] )l(?=\s)")
_ENOUGH_CURVES = 40
_FEW_CURVES = 10
"""Curves in a row of different shapes that may be a short word; a bullet or a box with round corners has four."""
_LETTER_POINTS = 48.0
_LETTER_LINES = 5
_NEAR = 12.0
_TOUCHING = 0.5
_BARS_APART = 5.0
"""Points between the bars of one code: a space is up to four narrow bars wide."""
_MAX_CURVES = 200_000
_MAX_BARS = 20_000
"""Bars of one page; beyond, the page is one that nobody looked through. The largest QR code has 15,700 dark squares."""
_OPEN, _OPEN_BARS = 64, 1024
"""Clusters that a stroke is held against. A page may have hundreds of slivers in the rows beside a code."""


_Stroke = tuple[Box, int, bytes]
"""Where a stroke or a sliver lies, its curves, and what tells it from others."""


@dataclass(frozen=True, slots=True)
class PagePictures:
    """What a page shows that is no text.

    Attributes:
        pictures: raster pictures and drawings large enough to hold something legible.
        coverage: share of the page's area that raster pictures cover (0 to 1).
        rasters: the raster pictures among them as MuPDF has them, for those who look into the pixels.
        content: the page's drawing instructions.
        dense: True where the page has more curves than are collected, so that words among them went unseen.
    """

    pictures: tuple[Picture, ...]
    coverage: float
    rasters: tuple[Raster, ...] = ()
    content: bytes = field(default=b"", repr=False)
    dense: bool = False


def read_page(page: Any, content: bytes, frame: Frame, number: int) -> PagePictures:
    """Return the pictures of a page (a ``pymupdf.Page`` and its content) large enough to hold something legible."""
    forms = page.get_xobjects()
    found: list[Picture] = []
    covered: list[Box] = []
    slivers: list[_Stroke] = []
    rasters: list[Raster] = []
    dense = False
    if page.get_images() or forms or (b"BI" in content and _INLINE.search(content)) or page.first_annot is not None:
        for at, (quad, image) in enumerate(_rasters(page)):
            box = _clipped(box_of(quad), frame)
            if box is None:
                continue
            if box[2] - box[0] < SMALLEST or box[3] - box[1] < SMALLEST:
                if not _is_blank(image):
                    slivers.append((box, 0, _digest(image).encode()))
                continue
            covered.append(box)
            raster = Raster(quad, image, _digest(image), _is_blank(image))
            rasters.append(raster)
            width, height = image.w(), image.h()
            found.append(Picture(f"picture/{number}/{at}", number, quad, raster.digest, width, height, raster.blank))
    for at, (box, digest) in enumerate(_put_together(slivers)):
        covered.append(box)
        found.append(Picture(f"slivers/{number}/{at}", number, quad_of(box), digest, 0, 0))
    if forms or page.first_annot is not None or _draws(content) or barcodes.suspect(content):
        paths = page.get_cdrawings()
        codes, many = _codes(paths)
        for at, (box, digest) in enumerate(codes):
            clipped = _clipped(box, frame)
            if clipped is not None:
                found.append(Picture(f"code/{number}/{at}", number, quad_of(clipped), digest, 0, 0))
        strokes, origin, dense = _strokes(paths)
        dense = dense or many
        for at, (box, digest) in enumerate(_drawings(strokes, origin)):
            clipped = _clipped(box, frame)
            if clipped is not None:
                found.append(Picture(f"drawing/{number}/{at}", number, quad_of(clipped), digest, 0, 0))
    area = frame.width * frame.height
    share = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in covered) / area if area else 0.0
    return PagePictures(tuple(found), min(1.0, share), tuple(rasters), content, dense)


def _draws(content: bytes) -> bool:
    """Return whether drawing instructions have curves and lines enough for outlined words."""
    # Words of a sentence may look like operators; the exact search takes ten times as long and is seldom needed.
    if len(_DRAWN.findall(content)) < _FEW_CURVES:
        return False
    curves = len(_CURVE.findall(content))
    return curves >= _FEW_CURVES or curves + len(_STRAIGHT.findall(content)) >= _ENOUGH_CURVES


def _put_together(slivers: list[_Stroke]) -> Iterator[tuple[Box, str]]:
    """Yield box and digest of pictures that were cut into strips too low to be read one by one, as printer drivers do."""
    for cluster in _clusters(slivers, near=_TOUCHING):
        box = _around(cluster)
        if min(box[2] - box[0], box[3] - box[1]) >= SMALLEST:
            yield box, hashlib.sha256(b"slivers" + b"".join(digest for _, _, digest in cluster)).hexdigest()


def _around(cluster: list[_Stroke]) -> Box:
    boxes = [box for box, *_ in cluster]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _rasters(page: Any) -> Iterator[tuple[Quad, Any]]:
    """Yield place and MuPDF image of every raster picture that the page draws, inline ones included."""
    textpage = page.get_textpage(clip=pymupdf.INFINITE_RECT(), flags=pymupdf.TEXT_PRESERVE_IMAGES)
    for block in textpage.this:
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_IMAGE:
            m = block.i_transform()
            corners = ((0, 0), (1, 0), (0, 1), (1, 1))
            quad = tuple(value for x, y in corners for value in (m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f))
            yield quad, block.i_image()


def _clipped(box: Box, frame: Frame) -> Box | None:
    """Return the part of a box that lies on the page, or None where it does not."""
    x0, y0, x1, y1 = max(box[0], 0.0), max(box[1], 0.0), min(box[2], frame.width), min(box[3], frame.height)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def _digest(image: Any) -> str:
    """Return a hash of a picture as stored, its size and its mask."""
    sha = hashlib.sha256(f"{image.w()}x{image.h()}x{image.bpc()}x{image.n()}".encode())
    sha.update(_stored(image))
    mask = image.mask()
    if mask.m_internal:
        sha.update(b"mask")
        sha.update(_stored(mask))
    return sha.hexdigest()


def _stored(image: Any) -> bytes:
    """Return a picture's bytes as stored, or its pixels where it is not stored as a whole."""
    held = mupdf.ll_fz_compressed_image_buffer(image.m_internal)
    if held:
        return bytes(pymupdf.JM_BinFromBuffer(mupdf.FzBuffer(mupdf.ll_fz_keep_buffer(held.buffer))))
    return bytes(_pixmap(image).samples)


def _pixmap(image: Any) -> Any:
    return pymupdf.Pixmap("raw", mupdf.fz_get_unscaled_pixmap_from_image(image))


_CHEAP_PIXELS = 64 * 64
"""A picture so small is decoded to see whether it is blank, whatever its stored size says."""


def _is_blank(image: Any) -> bool:
    """Return True for a picture of one colour; one with a mask never counts, as the mask may be the drawing."""
    if image.mask().m_internal:
        return False
    size = image.w() * image.h()
    if size > _CHEAP_PIXELS and len(_stored(image)) > 256 + size // 100:
        return False
    return bool(_pixmap(image).is_unicolor)


def _strokes(paths: Sequence[Any]) -> tuple[list[_Stroke], dict[_Stroke, Any], bool]:
    """Return the bent strokes among a page's paths, the path of each, and whether there were too many to collect."""
    strokes: list[_Stroke] = []
    origin: dict[_Stroke, Any] = {}
    total = 0
    for path in paths:
        bent = [item for item in path["items"] if item[0] == "c"] or _angular(path)
        total += len(bent)
        if total > _MAX_CURVES:
            return strokes, origin, True
        if len(bent) >= 2:
            x0, y0, x1, y1 = path["rect"]
            shape = repr([[(round(x - x0, 1), round(y - y0, 1)) for x, y in item[1:]] for item in bent])
            strokes.append(((x0, y0, x1, y1), len(bent), shape.encode()))
            origin[strokes[-1]] = path
    return strokes, origin, False


def _drawings(strokes: list[_Stroke], origin: dict[_Stroke, Any]) -> Iterator[tuple[Box, str]]:
    """Yield box and digest of clusters of curves: outlined words and signatures, not the lines of a table."""
    for cluster in _clusters(strokes, near=_NEAR):
        curves = sum(count for _, count, _ in cluster)
        box = _around(cluster)
        if curves < _ENOUGH_CURVES and not (
            curves >= _FEW_CURVES and is_lettering([origin[stroke] for stroke in dict.fromkeys(cluster)])
        ):
            continue
        if min(box[2] - box[0], box[3] - box[1]) >= SMALLEST:
            sha = hashlib.sha256(b"drawing")
            for _, _, shape in cluster:
                sha.update(shape)
            yield box, sha.hexdigest()


def _codes(paths: Sequence[Any]) -> tuple[list[tuple[Box, str]], bool]:
    """Return box and digest of codes that are drawn bar by bar, and whether there were too many bars to look through."""
    bars: list[_Stroke] = [(box, 0, shape) for box, shape in itertools.islice(barcodes.bars(paths), _MAX_BARS + 1)]
    if len(bars) > _MAX_BARS:
        return [], True
    found = []
    for cluster in _clusters(bars, near=_BARS_APART, open_ones=_OPEN_BARS):
        box = _around(cluster)
        if barcodes.is_code([one for one, *_ in cluster], box):
            places = [f"{one[0] - box[0]:.1f} {one[1] - box[1]:.1f} ".encode() + shape for one, _, shape in cluster]
            found.append((box, hashlib.sha256(b"code" + b"".join(places)).hexdigest()))
    return found, False


def _angular(path: Any) -> list[Any]:
    """Return the lines of a path of letter size that has too many corners, or slants, for a rule or a table cell.

    Letters outlined by straight lines only show words as well as curved ones do, and no text engine reads them.
    """
    x0, y0, x1, y1 = path["rect"]
    lines = [item for item in path["items"] if item[0] == "l"]
    if max(x1 - x0, y1 - y0) > _LETTER_POINTS or len(lines) < 2:
        return []
    slanted = any(min(abs(a[0] - b[0]), abs(a[1] - b[1])) > 0.3 for _, a, b in lines)
    return lines if slanted or len(lines) >= _LETTER_LINES else []


def _clusters(strokes: list[_Stroke], *, near: float, open_ones: int = _OPEN) -> list[list[_Stroke]]:
    """Group strokes whose boxes lie within ``near`` points of each other, from the top down."""
    found: list[tuple[list[float], list[_Stroke]]] = []
    for stroke in sorted(strokes, key=lambda one: (one[0][1], one[0][0])):
        x0, y0, x1, y1 = stroke[0]
        home: tuple[list[float], list[_Stroke]] | None = None
        for entry in list(found[-open_ones:]):
            reach, members = entry
            if x0 <= reach[2] + near and reach[0] - near <= x1 and y0 <= reach[3] + near and reach[1] - near <= y1:
                if home is None:
                    home = entry
                    members.append(stroke)
                else:
                    home[1].extend(members)
                    _grow(home[0], (reach[0], reach[1], reach[2], reach[3]))
                    found.remove(entry)
                _grow(home[0], stroke[0])
        if home is None:
            found.append(([x0, y0, x1, y1], [stroke]))
    return [members for _, members in found]


def _grow(reach: list[float], box: Box) -> None:
    reach[:] = [min(reach[0], box[0]), min(reach[1], box[1]), max(reach[2], box[2]), max(reach[3], box[3])]
