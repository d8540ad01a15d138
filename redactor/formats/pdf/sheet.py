"""A page as a second engine draws it, each way at most once: as shown, without its words, with its pictures alone.

Where two drawings are the same, what one of them leaves out is not to be seen. Drawing a page costs 10 to 20 ms, so
a sheet is made only for a page on which something may lie under something else.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from redactor.model import Box

Pixels = NDArray[np.int16]
"""Height x width x 3 colour channels of 0 to 255."""

_DPI = 96
_INVISIBLE = 3
"""Text render mode without ink (ISO 32000-1, table 106): what scanners lay under or over their picture."""


class Sheet:
    """One page in pdfium's drawing, at 96 dots an inch."""

    def __init__(self, page: pypdfium2.PdfPage, points: tuple[float, float]) -> None:
        """Take a page, and its width and height in points as shown; nothing is drawn yet."""
        self.page = page
        self._width, self._height = points
        self._turn = page.get_rotation() % 360

    @cached_property
    def shown(self) -> Pixels:
        """Return the page as a reader sees it, comments and stamps included."""
        return self._drawn(annotations=True)

    @cached_property
    def bare(self) -> Pixels:
        """Return the page as shown but without its words."""
        return self._without(lambda kind: kind == raw.FPDF_PAGEOBJ_TEXT, annotations=True)

    @cached_property
    def pictures(self) -> Pixels:
        """Return the raster pictures of the page alone, with nothing over them."""
        kept = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
        return self._without(lambda kind: kind not in kept, annotations=False)

    def _drawn(self, *, annotations: bool) -> Pixels:
        bitmap = self.page.render(
            scale=_DPI / 72, may_draw_forms=annotations, draw_annots=annotations, fill_color=(255, 255, 255, 255)
        )
        pixels: Pixels = bitmap.to_numpy()[:, :, :3].astype(np.int16)
        return pixels

    def _without(self, leaves_out: Callable[[int], bool], *, annotations: bool) -> Pixels:
        left_out = [one for one, kind in objects(self.page.raw) if leaves_out(kind)]
        for one in left_out:
            raw.FPDFPageObj_SetIsActive(one, 0)
        try:
            return self._drawn(annotations=annotations)
        finally:
            for one in left_out:
                raw.FPDFPageObj_SetIsActive(one, 1)

    def points(self, pixels: Box) -> Box:
        """Return a box of pixels of the drawing in points of the page, unrotated, from its upper left corner."""
        x0, y0, x1, y1 = (value * 72 / _DPI for value in pixels)
        match self._turn:
            case 90:
                return (y0, self._width - x1, y1, self._width - x0)
            case 180:
                return (self._width - x1, self._height - y1, self._width - x0, self._height - y0)
            case 270:
                return (self._height - y1, x0, self._height - y0, x1)
            case _:
                return (x0, y0, x1, y1)

    def window(self, box: Box, *, inset: float = 0.0) -> tuple[slice, slice]:
        """Return rows and columns of the drawing that a box in points takes up, less ``inset`` points on every side."""
        x0, y0, x1, y1 = box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset
        match self._turn:
            case 90:
                x0, y0, x1, y1 = self._width - y1, x0, self._width - y0, x1
            case 180:
                x0, y0, x1, y1 = self._width - x1, self._height - y1, self._width - x0, self._height - y0
            case 270:
                x0, y0, x1, y1 = y0, self._height - x1, y1, self._height - x0
        scale = _DPI / 72
        return (
            slice(max(0, round(y0 * scale)), max(0, round(y1 * scale))),
            slice(max(0, round(x0 * scale)), max(0, round(x1 * scale))),
        )

    def user_space(self, box: Box) -> Box:
        """Return a box of the page's own user space in points of the page."""
        (x0, y0), (x1, y1) = self._pixel(box[0], box[1]), self._pixel(box[2], box[3])
        return self.points((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        height, width = self.shown.shape[:2]
        across, down = ctypes.c_int(), ctypes.c_int()
        # Sixteenths of a pixel: the function gives whole ones only.
        raw.FPDF_PageToDevice(self.page.raw, 0, 0, width * 16, height * 16, 0, x, y, across, down)
        return across.value / 16, down.value / 16

    def letters(self, *, invisible: bool) -> Iterator[Box | None]:
        """Yield the pixel box of each letter or digit on the page, and None where one stands beyond the edge.

        Those drawn without ink (a scan's text layer) are given where ``invisible`` is asked for, and only they.
        """
        height, width = self.shown.shape[:2]
        textpage = self.page.get_textpage()
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        try:
            for at in range(textpage.count_chars()):
                code = raw.FPDFText_GetUnicode(textpage.raw, at)
                if code >= 0x110000 or not chr(code).isalnum():
                    continue
                mode = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(textpage.raw, at))
                if (mode == _INVISIBLE) is not invisible:
                    continue
                if not raw.FPDFText_GetCharBox(textpage.raw, at, left, right, bottom, top):
                    continue
                (x0, y0), (x1, y1) = self._pixel(left.value, bottom.value), self._pixel(right.value, top.value)
                box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                beyond = box[2] <= 0 or box[3] <= 0 or box[0] >= width or box[1] >= height
                yield None if beyond else box
        finally:
            textpage.close()


def objects(container: Any, *, in_form: bool = False) -> Iterator[tuple[Any, int]]:
    """Yield every page object and its kind, those inside forms too."""
    count = raw.FPDFFormObj_CountObjects(container) if in_form else raw.FPDFPage_CountObjects(container)
    for at in range(count):
        one = raw.FPDFFormObj_GetObject(container, at) if in_form else raw.FPDFPage_GetObject(container, at)
        kind = raw.FPDFPageObj_GetType(one)
        yield one, kind
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield from objects(one, in_form=True)
