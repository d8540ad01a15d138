"""Text that lies under something: a black box drawn over a name, a white one, a picture, its own colour behind it.

Whatever drew the cover, the test is the same: pdfium draws the page with and without its words, and a letter whose place
looks the same both times is one that nobody sees. Drawing costs, so only pages are tried on which something was painted
over, or behind, where words stand.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from redactor.formats.pdf.pictures import PagePictures
from redactor.formats.pdf.text import PageText
from redactor.model import Box, Feature, quad_of

_DPI = 96
_SEEN = 24
"""Least change of a colour channel, of 255, by which a letter shows; smaller ones are invisible on paper."""
_LEAST_RUN = 2
"""Letters in a row; one alone may be a bullet or a mark that a rule runs through."""
_SCAN = 0.5
_WHOLE_LAYER = 0.9
_HALF = 0.4
_CLOSE = 40
"""Colours closer than this in every channel, of 255, are drawn and compared; those further apart are plain to see."""
_INVISIBLE = 3
"""Text render mode without ink (ISO 32000-1, table 106): what scanners lay under their picture; H209 speaks of it."""
_LARGEST_POINTS = 4000.0


def of_page(
    page: Any, read: PageText, seen: PagePictures, second: pypdfium2.PdfDocument | None, number: int
) -> Iterator[Feature]:
    """Yield one feature for each run of covered letters; ``page`` is a ``pymupdf.Page``.

    Where nearly all words lie under pictures that show something, they are the scan's own text layer, which lies there by
    design; the pictures are put to a person anyway.
    """
    if not read.characters or not _suspect(page, read.inks):
        return
    place = f"page {number}"
    if second is None or max(page.rect.width, page.rect.height) > _LARGEST_POINTS:
        yield Feature("covered-text-untried", place, number)
        return
    try:
        runs = list(_covered(second[number - 1]))
    except pypdfium2.PdfiumError:
        yield Feature("covered-text-untried", place, number)
        return
    scan = seen.coverage >= _SCAN and any(not picture.blank for picture in seen.pictures)
    if scan and sum(run.letters for run in runs) >= _WHOLE_LAYER * len(
        [char for char in read.segment.text if char.isalnum()]
    ):
        return
    for run in runs:
        yield Feature("covered-text", place, number, run.letters, quad_of(run.box))


def _suspect(page: Any, inks: Iterable[int]) -> bool:
    """Return whether words may be covered: painted over, or standing on a picture or on something of their own colour.

    A shaded cell or a coloured heading behind words of another colour is how tables look, and is not drawn for.
    """
    if page.first_annot is not None:
        return True
    log = list(page.get_bboxlog())
    words = [(at, box) for at, (kind, box) in enumerate(log) if kind.endswith("text")]
    painted = [(at, kind, box) for at, (kind, box) in enumerate(log) if not kind.endswith("text")]
    if not painted:
        return False
    behind = False
    for place, word in words:
        over = 0.0
        for at, kind, paint in painted:
            if part := _crosses(paint, word):
                if at > place:
                    over += part
                elif "path" not in kind:
                    return True
                elif kind.startswith("fill") and part > _HALF:
                    behind = True
        if over > _HALF:
            return True
    return behind and _own_colour(page, inks, [word for _, word in words])


def _own_colour(page: Any, inks: Iterable[int], words: Sequence[Box]) -> bool:
    """Return whether words stand on something filled in a colour close to that of some words of the page."""
    written = [((ink >> 16) & 255, (ink >> 8) & 255, ink & 255) for ink in inks]
    for path in page.get_cdrawings():
        if path.get("fill") is None or not any(_crosses(path["rect"], word) > _HALF for word in words):
            continue
        paint = [round(255 * part) for part in path["fill"]]
        if len(paint) != 3 or any(max(abs(a - b) for a, b in zip(paint, ink, strict=True)) < _CLOSE for ink in written):
            return True
    return False


def _crosses(paint: Box, word: Box) -> float:
    """Return how much of a line's height paint lies across; many slivers cover as well as one box."""
    across = min(paint[2], word[2]) - max(paint[0], word[0])
    down = min(paint[3], word[3]) - max(paint[1], word[1])
    turned = word[3] - word[1] > word[2] - word[0]
    part = across / max(word[2] - word[0], 0.1) if turned else down / max(word[3] - word[1], 0.1)
    return part if across > 0.5 and down > 0.0 else 0.0


@dataclass(slots=True)
class _Run:
    """Covered letters side by side: how many, and their box in points from the top left of the page as shown."""

    letters: int
    box: Box


def _covered(page: pypdfium2.PdfPage) -> Iterator[_Run]:
    """Yield the runs of letters that leave no trace on the drawn page."""
    with_words = _drawn(page)
    texts = [one for one, kind in _objects(page.raw) if kind == raw.FPDF_PAGEOBJ_TEXT]
    for one in texts:
        raw.FPDFPageObj_SetIsActive(one, 0)
    try:
        without = _drawn(page)
    finally:
        for one in texts:
            raw.FPDFPageObj_SetIsActive(one, 1)
    shown = np.abs(with_words - without).max(axis=2)
    # Summed from the corner, so that how much shows in a box is four look-ups and no loop (summed-area table, Crow 1984).
    traces = np.pad((shown >= _SEEN).astype(np.int32).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    run: _Run | None = None
    for box in _letters(page, shown.shape[1], shown.shape[0]):
        hidden = box is not None and _traceless(traces, box)
        if hidden and box is not None:
            x0, y0, x1, y1 = (value * 72 / _DPI for value in box)
            points = (x0, y0, x1, y1)
            if run is not None and _follows(run.box, points):
                run = _Run(run.letters + 1, _around(run.box, points))
            else:
                if run is not None and run.letters >= _LEAST_RUN:
                    yield run
                run = _Run(1, points)
        else:
            if run is not None and run.letters >= _LEAST_RUN:
                yield run
            run = None
    if run is not None and run.letters >= _LEAST_RUN:
        yield run


def _drawn(page: pypdfium2.PdfPage) -> NDArray[np.int16]:
    bitmap = page.render(scale=_DPI / 72, may_draw_forms=True, draw_annots=True, fill_color=(255, 255, 255, 255))
    pixels: NDArray[np.int16] = bitmap.to_numpy()[:, :, :3].astype(np.int16)
    return pixels


def _objects(container: Any, *, in_form: bool = False) -> Iterator[tuple[Any, int]]:
    """Yield every page object and its kind, those inside forms too."""
    count = raw.FPDFFormObj_CountObjects(container) if in_form else raw.FPDFPage_CountObjects(container)
    for at in range(count):
        one = raw.FPDFFormObj_GetObject(container, at) if in_form else raw.FPDFPage_GetObject(container, at)
        kind = raw.FPDFPageObj_GetType(one)
        yield one, kind
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _objects(one, in_form=True)


def _letters(page: pypdfium2.PdfPage, width: int, height: int) -> Iterator[tuple[float, float, float, float] | None]:
    """Yield the pixel box of each letter or digit on the page, and None where a run ends for want of a place."""
    textpage = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    across, down = ctypes.c_int(), ctypes.c_int()

    def pixel(x: float, y: float) -> tuple[float, float]:
        # Sixteenths of a pixel: the function gives whole ones only.
        raw.FPDF_PageToDevice(page.raw, 0, 0, width * 16, height * 16, 0, x, y, across, down)
        return across.value / 16, down.value / 16

    try:
        for at in range(textpage.count_chars()):
            code = raw.FPDFText_GetUnicode(textpage.raw, at)
            if not chr(code).isalnum() if code < 0x110000 else True:
                continue
            if raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(textpage.raw, at)) == _INVISIBLE:
                continue
            if not raw.FPDFText_GetCharBox(textpage.raw, at, left, right, bottom, top):
                continue
            (x0, y0), (x1, y1) = pixel(left.value, bottom.value), pixel(right.value, top.value)
            box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            beyond = box[2] <= 0 or box[3] <= 0 or box[0] >= width or box[1] >= height
            yield None if beyond else box
    finally:
        textpage.close()


def _traceless(traces: NDArray[np.int32], box: Box) -> bool:
    """Return whether nothing changed in a letter's box; a letter of less than a pixel is no letter."""
    height, width = traces.shape[0] - 1, traces.shape[1] - 1
    x0, y0 = max(0, int(box[0])), max(0, int(box[1]))
    x1, y1 = min(width, int(box[2]) + 1), min(height, int(box[3]) + 1)
    if x0 >= x1 or y0 >= y1:
        return False
    return int(traces[y1, x1] - traces[y0, x1] - traces[y1, x0] + traces[y0, x0]) == 0


def _follows(box: Box, other: Sequence[float]) -> bool:
    """Return whether a letter stands close to a run, in whichever direction the page is turned."""
    size = max(min(box[2] - box[0], box[3] - box[1]), other[2] - other[0], other[3] - other[1], 1.0)
    apart = max(other[0] - box[2], box[0] - other[2], other[1] - box[3], box[1] - other[3])
    return apart < 3 * size


def _around(box: Box, other: Sequence[float]) -> Box:
    return (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
