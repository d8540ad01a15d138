"""Lines that the writer says it set anew or blacked out: whether they are what they were to be, and tell no width.

The writer is not believed. A declared line must hold a redaction whose width is not to be told and be no higher than a
line; the letters that stay must follow one another as in the original, each at its natural width, with one natural space
between words; each label must be as wide as its code makes it.
"""

from __future__ import annotations

import ctypes
import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from redactor.model import Box, Quad, Redaction, SetLine, Width, box_of
from redactor.verify.frame import Frame, points_within
from redactor.verify.glyphs import Glyphs

__all__ = ["Placed", "inside", "line_faults", "place", "untold"]

_TALLEST = 1.6
"""Height of a declared line in parts of the highest redaction in it."""
_LEADING = 0.25
"""Part of a line's height above and below that other lines, or the edge of a field, may reach into."""
_NATURAL = (0.0, 0.25, 0.278, 0.6)
"""Widths of nothing and of one space in parts of the type size: Times, Helvetica, Courier (Adobe Core 14 AFM)."""
_LEAN = 0.25
"""How far a slanted letter may lean over the next one, in parts of the type size."""
_HOOKED, _HOOK = "f\u017f\u0192", 0.12
"""Upright letters whose ink reaches over the next one, and how far."""
_LABEL, _LABEL_PAD = 0.72, 0.25
_NEAR = 0.06
"""Points, and parts of the type size over twenty, by which a place may be rounded."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A page's redactions as the copy should show them.

    Attributes:
        boxes: redactions with the quads of their boxes; a blacked out line is one quad.
        labels: redactions with the quads of their labels in lines set anew, one quad each.
        areas: quads of lines set anew.
        lines: the lines set anew.
    """

    boxes: tuple[Redaction, ...]
    labels: tuple[Redaction, ...] = ()
    areas: tuple[Quad, ...] = ()
    lines: tuple[SetLine, ...] = ()


def place(redactions: Sequence[Redaction], lines: Sequence[SetLine], page: Box) -> Placed:
    """Return where a page's boxes and labels stand, after the lines that were declared for it; ``page`` is its own box."""
    known = {one.finding_id: one for one in redactions}
    boxes: list[Redaction] = []
    fields = [quad for one in redactions if one.form_field for quad in one.quads]
    for one in redactions:
        left = one.quads
        if not one.form_field:
            left = tuple(
                quad
                for quad in left
                if not (any(_holds(line.area, quad) for line in lines) or _unpainted(quad, fields, page))
            )
        if left:
            boxes.append(replace(one, quads=left))
    labels: list[Redaction] = []
    for line in lines:
        stands = [replace(known[name], quads=(quad,)) for name, quad in line.labels if name in known]
        if line.blocked:
            boxes += [replace(one, quads=(line.area,)) for one in stands] or [_nameless(line)]
        else:
            labels += stands
    anew = tuple(line for line in lines if not line.blocked)
    return Placed(tuple(boxes), tuple(labels), tuple(line.area for line in anew), anew)


def _nameless(line: SetLine) -> Redaction:
    return Redaction("", line.page, (line.area,), "", "", width=Width.BLOCK)


def _holds(area: Quad, quad: Quad) -> bool:
    corners = np.array([(area[0], area[1]), (area[2], area[3]), (area[6], area[7]), (area[4], area[5])])
    x, y = np.mean(quad[0::2]), np.mean(quad[1::2])
    return bool(points_within(corners, np.array([x]), np.array([y]), margin=0.0)[0])


def untold(redactions: Sequence[Redaction], lines: Sequence[SetLine], page: Box) -> tuple[int, int]:
    """Return how many redactions leave a gap that was not to be left, and how many declared lines hold nothing to hide.

    Beyond the page's edge nothing can stand beside a gap: V409 lets no character stay there. A form field was as wide
    before there was a word in it, and goes black as a whole (V407).
    """
    fields = [quad for one in redactions if one.form_field for quad in one.quads]
    left = 0
    for one in redactions:
        if one.width is Width.GAP or one.picture_id is not None:
            continue
        fit = [line for line in lines if line.blocked or one.width is Width.RESET]
        left += not all(
            any(_holds(line.area, quad) for line in fit) or _unpainted(quad, fields, page) for quad in one.quads
        )
    idle = 0
    for line in lines:
        held = [
            quad
            for one in redactions
            if one.width is not Width.GAP and one.picture_id is None
            for quad in one.quads
            if _holds(line.area, quad)
        ]
        idle += not held or _height(line.area) > _TALLEST * max(map(_height, held)) + 1.0
    return left, idle


def _unpainted(quad: Quad, fields: Sequence[Quad], page: Box) -> bool:
    """Return True for words that need no box of their own: beyond the page's edge, or in a field that goes black."""
    x0, y0, x1, y1 = box_of(quad)
    beyond = x1 <= page[0] or y1 <= page[1] or x0 >= page[2] or y0 >= page[3]
    return beyond or any(_within(quad, field) for field in fields)


def _within(quad: Quad, field: Quad) -> bool:
    """Return True where a word's quad lies in a field's, the white above and below its letters left aside."""
    x0, y0, x1, y1 = box_of(quad)
    left, top, right, bottom = box_of(field)
    upright = abs(quad[2] - quad[0]) >= abs(quad[3] - quad[1])
    across, down = (0.0, _LEADING * (y1 - y0)) if upright else (_LEADING * (x1 - x0), 0.0)
    return x0 + across >= left and x1 - across <= right and y0 + down >= top and y1 - down <= bottom


def _height(quad: Quad) -> float:
    return float(np.hypot(quad[4] - quad[0], quad[5] - quad[1]))


def inside(quads: Sequence[Quad], glyphs: Glyphs, frame: Frame, *, margin: float) -> npt.NDArray[np.bool_]:
    """Return which characters have their middle in one of the quads."""
    within: npt.NDArray[np.bool_] = np.zeros(len(glyphs), dtype=np.bool_)
    centres = glyphs.centres
    for quad in quads:
        within |= points_within(frame.corners(quad), centres[:, 0], centres[:, 1], margin=margin)
    return within


def line_faults(
    before: Glyphs,
    there: Glyphs,
    textpage: pypdfium2.PdfTextPage,
    frame: Frame,
    redactions: Sequence[Redaction],
    placed: Placed,
) -> tuple[int, int, int]:
    """Hold the lines set anew on a page against the original.

    Args:
        before, there: visible characters of original and copy.
        textpage: the copy's, for type sizes.
        frame: of the page.
        redactions: as planned.
        placed: as declared.

    Returns:
        Characters lost, characters added, and places where the setting is not natural.
    """
    lost = added = told = 0
    gone = inside([quad for one in redactions for quad in one.quads], before, frame, margin=0.0)
    for line in placed.lines:
        own = inside([line.area], before, frame, margin=0.0)
        stays = before.only(own & ~gone)
        now = there.only(inside([line.area], there, frame, margin=0.0))
        labels = [one for one in placed.labels if any(quad == one.quads[0] for _, quad in line.labels)]
        on_label = inside([one.quads[0] for one in labels], now, frame, margin=0.0)
        words = now.only(~on_label)
        wanted, written = _spelt(stays, line, frame), _spelt(words, line, frame)
        lacking, extra = Counter(wanted) - Counter(written), Counter(written) - Counter(wanted)
        lost += lacking.total() or (wanted != written)
        added += extra.total()
        for one in labels:
            code = _spelt(now.only(inside([one.quads[0]], now, frame, margin=0.0)), line, frame)
            added += code not in ("", "".join(one.label.split()))
        told += sum(_unnatural(now, on_label, labels, line, textpage, frame))
    return lost, added, told


def _spelt(glyphs: Glyphs, line: SetLine, frame: Frame) -> str:
    along = _along(glyphs, line, frame)
    text = "".join(glyphs.codes[index] for index in np.lexsort((np.arange(len(glyphs)), along[:, 0])))
    return "".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).split())


_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": "-", "\u200b": None})


def _along(glyphs: Glyphs, line: SetLine, frame: Frame) -> npt.NDArray[np.float64]:
    """Return (n, 2): where each character begins and ends along a line, in points."""
    u = np.array([line.area[2] - line.area[0], line.area[3] - line.area[1]])
    u /= max(float(np.hypot(*u)), 1e-9)
    boxes = glyphs.boxes * frame.unit
    one = boxes[:, 0] * u[0] + boxes[:, 1] * u[1]
    other = boxes[:, 2] * u[0] + boxes[:, 3] * u[1]
    return np.stack([np.minimum(one, other), np.maximum(one, other)], axis=1)


def _unnatural(
    now: Glyphs,
    on_label: npt.NDArray[np.bool_],
    labels: Sequence[Redaction],
    line: SetLine,
    textpage: pypdfium2.PdfTextPage,
    frame: Frame,
) -> Iterator[int]:
    """Yield 1 for each place where two neighbours are neither side by side nor one natural space apart."""
    words = now.only(~on_label)
    sizes = [pdfium.FPDFText_GetFontSize(textpage.raw, int(index)) * frame.unit for index in words.indices]
    lean = [
        size * (_LEAN if _is_italic(textpage, int(at)) else _HOOK if code in _HOOKED else 0.0)
        for code, size, at in zip(words.codes, sizes, words.indices, strict=True)
    ]
    places = _along(words, line, frame).tolist()
    spans = [(*place, size, over) for place, size, over in zip(places, sizes, lean, strict=True)]
    largest = max(sizes, default=0.0)
    for one in labels:
        quad = np.array(one.quads[0])
        along = _along(
            Glyphs("", np.array([[quad[0], quad[1], quad[6], quad[7]]]) / frame.unit, np.empty(0, dtype=np.intp)),
            line,
            frame,
        )
        spans.append((float(along[0, 0]), float(along[0, 1]), 0.0, 0.0))
        yield from _odd_label(now, one, line, textpage, frame)
    spans.sort()
    for (_, end, size, over), (start, _, following, _) in itertools.pairwise(spans):
        tried = {size, following, largest} - {0.0} or {1.0}
        gap = start - end
        yield not any(
            -_NEAR - each / 200 - over <= gap - natural * each <= _NEAR + each / 200
            for natural in _NATURAL
            for each in tried
        )


def _is_italic(textpage: pypdfium2.PdfTextPage, index: int) -> bool:
    """Return True for a slanted letter, whose box pdfium makes as wide as its ink."""
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage.raw, index, name, 128, None)
    return b"Italic" in name.value or b"Oblique" in name.value


def _odd_label(
    now: Glyphs, one: Redaction, line: SetLine, textpage: pypdfium2.PdfTextPage, frame: Frame
) -> Iterator[int]:
    """Yield 1 for a label whose box is not as wide as its code makes it."""
    code = now.only(inside([one.quads[0]], now, frame, margin=0.0))
    if not len(code):
        return
    size = pdfium.FPDFText_GetFontSize(textpage.raw, int(code.indices[0])) * frame.unit
    along = _along(code, line, frame)
    width = float(np.hypot(one.quads[0][2] - one.quads[0][0], one.quads[0][3] - one.quads[0][1]))
    natural = float(along[:, 1].max() - along[:, 0].min()) + 2 * _LABEL_PAD / _LABEL * size
    yield abs(width - natural) > 0.1 * size
