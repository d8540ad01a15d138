"""The characters of a page with their places, as pdfium reads them, and what became of them in the copy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from redactor.verify.frame import Floats, Frame

__all__ = ["Glyphs", "ink_boxes", "outline", "read_places", "read_text", "unmatched"]

TOLERANCE = 0.5
"""Points a character may have moved."""
_CELL = 0.25
_HYPHENS = str.maketrans({"\x02": "-", "\xad": "-"})
# pdfium writes a hyphen at the end of a line as U+0002, and the end of the line may have moved.


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Visible characters with their boxes.

    Attributes:
        codes: one character each; spaces and control characters are left out.
        boxes: (n, 4) left, top, right, bottom in user space units from the top left of the crop box; as wide as the
            character's advance and as high as its font.
        indices: (n,) pdfium's number of each character.
    """

    codes: str = field(repr=False)
    boxes: Floats = field(repr=False)
    indices: npt.NDArray[np.intp] = field(repr=False)

    @classmethod
    def none(cls) -> Glyphs:
        """Return no glyphs."""
        return cls("", np.empty((0, 4)), np.empty(0, dtype=np.intp))

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def centres(self) -> Floats:
        """Return (n, 2): the middle of every box."""
        return (self.boxes[:, :2] + self.boxes[:, 2:]) / 2

    def only(self, wanted: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> Glyphs:
        """Return the glyphs a mask or an index array picks."""
        picked = np.flatnonzero(wanted) if wanted.dtype == np.bool_ else wanted
        return Glyphs("".join([self.codes[index] for index in picked]), self.boxes[picked], self.indices[picked])


def read_text(textpage: pypdfium2.PdfTextPage) -> str:
    """Return all text of a page, off-page and invisible text included."""
    return textpage.get_text_range() if textpage.count_chars() else ""


def outline(textpage: pypdfium2.PdfTextPage) -> list[tuple[float, ...]]:
    """Return the rectangles of a page's runs of text: equal text with equal runs stands where it stood."""
    return [textpage.get_rect(index) for index in range(textpage.count_rects())]


def read_places(textpage: pypdfium2.PdfTextPage, frame: Frame) -> Glyphs:
    """Return every visible character of a page with its place."""
    count = textpage.count_chars()
    rectangles = (pdfium.FS_RECTF * count)()
    place, handle = pdfium.FPDFText_GetLooseCharBox, textpage.raw
    for index, rectangle in enumerate(rectangles):
        place(handle, index, rectangle)
    codes = _codes(textpage, count)
    raw = np.frombuffer(rectangles, dtype=np.float32).reshape(count, 4).astype(np.float64)
    # FS_RECTF holds left, top, right, bottom with y upwards.
    boxes = np.stack([raw[:, 0] - frame.left, frame.top - raw[:, 1], raw[:, 2] - frame.left, frame.top - raw[:, 3]], 1)
    visible = {code for code in set(codes) if _is_shown(code)}
    shown = np.fromiter((code in visible for code in codes), dtype=np.bool_, count=count)
    return Glyphs(codes, boxes, np.arange(count)).only(shown)


def ink_boxes(textpage: pypdfium2.PdfTextPage, glyphs: Glyphs, frame: Frame) -> Floats:
    """Return (n, 4): the boxes of the characters' outlines, from the text page that they were read from."""
    boxes = [textpage.get_charbox(int(index)) for index in glyphs.indices]
    raw = np.array(boxes, dtype=np.float64).reshape(len(boxes), 4)
    return np.stack([raw[:, 0] - frame.left, frame.top - raw[:, 3], raw[:, 2] - frame.left, frame.top - raw[:, 1]], 1)


def _codes(textpage: pypdfium2.PdfTextPage, count: int) -> str:
    text = textpage.get_text_range() if count else ""
    if len(text) != count:
        # Where a character is no single UTF-16 unit, or has no meaning, the bulk text is out of step with the boxes.
        text = "".join(_character(pdfium.FPDFText_GetUnicode(textpage.raw, index)) for index in range(count))
    return text.translate(_HYPHENS)


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\x00"


def _is_shown(code: str) -> bool:
    return code > " " and not code.isspace() and code not in "\x7f\ufffe\uffff\ufeff"


def unmatched(wanted: Glyphs, there: Glyphs) -> npt.NDArray[np.intp]:
    """Return the indices of wanted glyphs that do not stand in ``there`` at their place, one for one."""
    if wanted.codes == there.codes and (
        not len(wanted) or float(np.abs(wanted.centres - there.centres).max()) <= TOLERANCE
    ):
        return np.empty(0, dtype=np.intp)
    left = Counter(_keys(there))
    missing = []
    for index, key in enumerate(_keys(wanted)):
        if left[key]:
            left[key] -= 1
        else:
            missing.append(index)
    if not missing:
        return np.empty(0, dtype=np.intp)
    spare: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for (code, x, y), count in left.items():
        spare[code] += [(x * _CELL, y * _CELL)] * count
    centres = wanted.centres
    return np.array([i for i in missing if not _take(spare[wanted.codes[i]], *centres[i])], dtype=np.intp)


def _keys(glyphs: Glyphs) -> Iterable[tuple[str, int, int]]:
    cells = np.rint(glyphs.centres / _CELL).astype(np.int64).tolist()
    return [(code, x, y) for code, (x, y) in zip(glyphs.codes, cells, strict=True)]


def _take(places: list[tuple[float, float]], x: float, y: float) -> bool:
    for index, (other_x, other_y) in enumerate(places):
        if abs(other_x - x) <= TOLERANCE + _CELL / 2 and abs(other_y - y) <= TOLERANCE + _CELL / 2:
            del places[index]
            return True
    return False
