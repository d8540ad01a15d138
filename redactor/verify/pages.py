"""Go through copy and source page by page, once, and note everything that several checks ask about a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from redactor.model import Box, Quad, Redaction, RedactionPlan, SetLine, box_of, quad_of
from redactor.verify.frame import Floats, Mask, frame_of
from redactor.verify.glyphs import Glyphs, ink_boxes, outline, read_places, read_text, unmatched
from redactor.verify.pixels import Picture, picture, seen_through, shown_ink, stray_pixels, unlike_paper
from redactor.verify.relaid import Placed, inside, line_faults, place, untold

__all__ = ["PageProof", "prove_pages"]

_BEYOND_PX = 1.5
"""Pixels around a box that its smoothed edge may touch."""
_WITHIN_PX = 1.0
"""Pixels inside a box that its smoothed edge may touch."""
_GIVES_WAY = 0.25
"""Part of a line's height by which its box may be lower above and below, to leave the next line's letters free."""
_MOST_INK = 4
"""Pixels of the original's ink that may show where a box gives way: the smoothed edge of a neighbour's letters."""
_EDGE_PT = 1.0
"""Points by which a character may stand out of the box or page it belongs to."""


@dataclass(frozen=True, slots=True)
class PageProof:
    """What was found on one page of the copy.

    Attributes:
        number: 1-based.
        text: all of the page's text, as pdfium reads it.
        same_size: size and rotation are the source's; None without a source.
        stray: pixels that differ from the source's outside the boxes.
        see_through: boxes that let something other than fill and label show.
        lost: characters of the source outside the boxes that are gone or have moved.
        added: characters the source does not have, outside the boxes or not of a label.
        gaps: redactions that leave a gap as wide as the word, though the policy lets none be left.
        idle: lines said to be set anew without anything to hide, or higher than a line.
        told: places in lines set anew that are not set at natural widths.
    """

    number: int
    text: str = field(repr=False)
    same_size: bool | None = None
    stray: int = 0
    see_through: int = 0
    lost: int = 0
    added: int = 0
    gaps: int = 0
    idle: int = 0
    told: int = 0


def prove_pages(
    copy: pypdfium2.PdfDocument,
    source: pypdfium2.PdfDocument | None,
    plan: RedactionPlan | None,
    changed: Sequence[tuple[int, Box]],
    *,
    units: Sequence[float],
    lines: Sequence[SetLine] = (),
) -> Iterator[PageProof]:
    """Yield one proof a page of the copy; one page of each document is in memory at a time.

    Args:
        copy: the redacted copy.
        source: what it was made of, or None; ignored where its number of pages differs.
        plan: what was to be removed, or None; without it pages are read, but neither drawn nor compared.
        changed: pages and boxes outside the redactions where the writer says that it changed something.
        units: the user unit of every page of the copy.
        lines: lines that the writer says it set anew or blacked out.
    """
    paired = source if source is not None and len(source) == len(copy) else None
    for index in range(len(copy)):
        number = index + 1
        page = copy[index]
        other = _Source(paired, index) if paired is not None else None
        redactions = [one for one in plan.redactions if one.page == number] if plan is not None else []
        touched = [quad_of(box) for where, box in changed if where == number]
        declared = [line for line in lines if line.page == number]
        yield _Page(number, page, other, plan, redactions, touched, units[index], declared).proof()
        page.close()
        if other is not None:
            other.close()


class _Source:
    """A page of the source; form fields and notes can be painted into it, in memory, once it was drawn and read."""

    def __init__(self, document: pypdfium2.PdfDocument, index: int) -> None:
        self._document, self._index = document, index
        self.page = document[index]

    def flatten(self) -> bool:
        """Paint annotations into the page; False where there are none."""
        if pdfium.FPDFPage_Flatten(self.page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
            return False
        self.close()
        self.page = self._document[self._index]
        return True

    def close(self) -> None:
        self.page.close()


class _Page:
    def __init__(
        self,
        number: int,
        page: pypdfium2.PdfPage,
        source: _Source | None,
        plan: RedactionPlan | None,
        redactions: Sequence[Redaction],
        touched: Sequence[Quad],
        unit: float,
        lines: Sequence[SetLine],
    ) -> None:
        self._number, self._page, self._source, self._plan = number, page, source, plan
        self._planned, self._touched = redactions, touched
        self._lines = lines
        self._frame = frame_of(page, unit=unit)
        self._edges = (0.0, 0.0, self._frame.width * unit, self._frame.height * unit)
        self._placed: Placed = place(redactions, lines, self._edges)
        self._redactions = [*self._placed.boxes, *self._placed.labels]
        self._quads = [*(quad for one in self._placed.boxes for quad in one.quads), *self._placed.areas]
        self._told = 0
        self._set_glyphs = np.empty((0, 4))
        self._textpage = page.get_textpage()
        self._label_boxes = self._neighbours = np.empty((0, 4))

    def proof(self) -> PageProof:
        text = read_text(self._textpage)
        same_size = self._same_size()
        source = self._source if same_size and self._plan is not None else None
        stray = lost = added = see_through = 0
        drawn = picture(self._page) if source is not None or self._quads else None
        before = None
        if source is not None and drawn is not None:
            before = picture(source.page)
            stray = stray_pixels(drawn, before, self._free(drawn))
            lost, added = self._compare_text(source, text)
            stray += self._changed_behind(drawn, before)
        elif self._quads:
            self._set_labels(read_places(self._textpage, self._frame))
        if drawn is not None:
            see_through = sum(
                self._lets_through(drawn, before, one, quad) for one in self._redactions for quad in one.quads
            )
        self._textpage.close()
        gaps, idle = untold(self._planned, self._lines, self._edges)
        return PageProof(
            self._number, text, same_size, stray, see_through, lost, added, gaps=gaps, idle=idle, told=self._told
        )

    def _same_size(self) -> bool | None:
        if self._source is None:
            return None
        ours, theirs = self._page.get_size(), self._source.page.get_size()
        near = max(abs(ours[0] - theirs[0]), abs(ours[1] - theirs[1])) < 0.1
        return bool(near) and self._page.get_rotation() == self._source.page.get_rotation()

    # Pixels

    def _free(self, drawn: Picture) -> Mask:
        free: Mask = np.zeros(drawn.shape[:2], dtype=np.bool_)
        for quad in (*self._quads, *self._touched):
            rows, columns, mask = self._frame.inside(quad, shape=free.shape, margin=-_BEYOND_PX)
            free[rows, columns] |= mask
        return free

    def _changed_behind(self, drawn: Picture, before: Picture) -> int:
        """Count pixels of lines set anew, beside their letters and labels, that are neither the original's nor its paper."""
        count = 0
        shape = drawn.shape[:2]
        for line in self._placed.lines:
            rows, columns, mask = self._frame.inside(line.area, shape=shape, margin=_WITHIN_PX)
            mask &= ~self._boxes(self._set_glyphs, shape, rows, columns)
            for _, quad in line.labels:
                mask &= ~self._frame.within(quad, rows, columns, shape=shape, margin=-_BEYOND_PX)
            count += unlike_paper(drawn[rows, columns], before[rows, columns], mask)
        return count

    def _lets_through(self, drawn: Picture, before: Picture | None, redaction: Redaction, quad: Quad) -> bool:
        if self._plan is None:
            return False
        shape = drawn.shape[:2]
        rows, columns, interior = self._frame.inside(quad, shape=shape, margin=_WITHIN_PX)
        core = interior
        if not redaction.whole:
            core = self._frame.within(_core(quad), rows, columns, shape=shape, margin=_WITHIN_PX)
        label = self._boxes(self._label_boxes, shape, rows, columns)
        pixels = drawn[rows, columns]
        if seen_through(pixels, core, label, fill=self._plan.fill, ink=self._plan.ink):
            return True
        if before is None or not _is_upright(quad):
            return False
        band = interior & ~core & ~label & ~self._boxes(self._neighbours, shape, rows, columns)
        return shown_ink(pixels, before[rows, columns], band) > _MOST_INK

    def _boxes(self, boxes: Floats, shape: tuple[int, int], rows: slice, columns: slice) -> Mask:
        """Return which pixels of a window lie in upright boxes, given in user space units."""
        covered: Mask = np.zeros((rows.stop - rows.start, columns.stop - columns.start), dtype=np.bool_)
        places = self._frame.pixels(boxes, shape=shape, beyond=_BEYOND_PX)
        places = places - np.array([columns.start, rows.start, columns.start, rows.start])
        height, width = covered.shape
        reach = (places[:, 0] < width) & (places[:, 2] > 0) & (places[:, 1] < height) & (places[:, 3] > 0)
        for x0, y0, x1, y1 in places[reach].clip(min=0).tolist():
            covered[y0:y1, x0:x1] = True
        return covered

    # Characters

    def _compare_text(self, source: _Source, text: str) -> tuple[int, int]:
        """Return how many characters were lost and how many added."""
        theirs = source.page.get_textpage()
        try:
            if not self._quads and text == read_text(theirs) and outline(self._textpage) == outline(theirs):
                return 0, 0
            there = read_places(self._textpage, self._frame)
            before = read_places(theirs, self._frame)
            wanted = before.only(self._on_page(before) & ~self._in(self._quads, before, margin=0.0))
            beside = wanted.only(self._in([quad_of(_grown(quad)) for quad in self._quads], wanted, margin=0.0))
            self._neighbours = ink_boxes(theirs, beside, self._frame)
        finally:
            theirs.close()
        lost_set, added_set, self._told = line_faults(
            before, there, self._textpage, self._frame, self._planned, self._placed
        )
        anew = self._in(self._placed.areas, there, margin=0.0)
        lost = wanted.only(unmatched(wanted, there.only(~anew)))
        new = there.only(~anew)
        new = new.only(unmatched(new, wanted))
        self._set_labels(new, there.only(anew))
        around = self._in([quad_of(_grown(area)) for area in self._placed.areas], there, margin=0.0)
        self._set_glyphs = ink_boxes(self._textpage, there.only(around), self._frame)
        shown = Glyphs.none()
        if len(new) and source.flatten():
            painted_page = source.page.get_textpage()
            painted = read_places(painted_page, self._frame)
            painted_page.close()
            new = new.only(unmatched(new, painted))
            shown = painted.only(unmatched(painted, before))
            shown = shown.only(unmatched(shown, there))
        unplaced = new.only(~self._labels(new))
        # Where the writer says that it set text anew, the same characters may stand elsewhere in what it set anew; and a
        # field without a look of its own is set by whoever draws it.
        gone, fields, set_anew = self._touched_codes(lost), self._touched_codes(shown), self._touched_codes(unplaced)
        lost_left = len(lost) - (gone & set_anew).total() + lost_set
        return lost_left, len(unplaced) - ((gone + fields) & set_anew).total() + added_set

    def _touched_codes(self, glyphs: Glyphs) -> Counter[str]:
        return Counter(glyphs.only(self._in(self._touched, glyphs, margin=-_EDGE_PT)).codes)

    def _set_labels(self, glyphs: Glyphs, anew: Glyphs | None = None) -> None:
        boxes = ink_boxes(self._textpage, glyphs.only(self._labels(glyphs)), self._frame)
        if anew is not None and self._placed.labels:
            # What stands on a label of a line set anew was held against its code already.
            on_label = anew.only(self._in([one.quads[0] for one in self._placed.labels], anew, margin=0.0))
            boxes = np.concatenate([boxes, ink_boxes(self._textpage, on_label, self._frame)])
        self._label_boxes = boxes

    def _on_page(self, glyphs: Glyphs) -> npt.NDArray[np.bool_]:
        x, y = glyphs.centres[:, 0], glyphs.centres[:, 1]
        frame = self._frame
        inside: npt.NDArray[np.bool_] = (x >= 0) & (y >= 0) & (x <= frame.width) & (y <= frame.height)
        return inside

    def _in(self, quads: Sequence[Quad], glyphs: Glyphs, *, margin: float) -> npt.NDArray[np.bool_]:
        return inside(quads, glyphs, self._frame, margin=margin)

    def _labels(self, glyphs: Glyphs) -> npt.NDArray[np.bool_]:
        """Return which characters can be those of the labels of the boxes they stand in, each label once a quad."""
        allowed: npt.NDArray[np.bool_] = np.zeros(len(glyphs), dtype=np.bool_)
        for redaction in self._placed.boxes:
            budget = Counter(redaction.label * len(redaction.quads))
            for index in np.flatnonzero(self._in(redaction.quads, glyphs, margin=-_EDGE_PT) & ~allowed):
                if budget[glyphs.codes[index]]:
                    budget[glyphs.codes[index]] -= 1
                    allowed[index] = True
        return allowed


def _core(quad: Quad) -> Quad:
    """Return the middle of a line's quad, which its box has to cover in any case."""
    x0, y0, x1, y1, x2, y2, x3, y3 = quad
    near, far = 1 - _GIVES_WAY, _GIVES_WAY
    return (
        x0 * near + x2 * far, y0 * near + y2 * far, x1 * near + x3 * far, y1 * near + y3 * far,
        x0 * far + x2 * near, y0 * far + y2 * near, x1 * far + x3 * near, y1 * far + y3 * near,
    )  # fmt: skip


def _is_upright(quad: Quad) -> bool:
    # Rows of pixels follow the lines of upright text alone.
    dx, dy = abs(quad[2] - quad[0]), abs(quad[3] - quad[1])
    return min(dx, dy) < 0.002 * max(dx, dy)


def _grown(quad: Quad) -> Box:
    """Return the upright box in which a letter that reaches into a quad has its middle."""
    x0, y0, x1, y1 = box_of(quad)
    reach = y1 - y0
    return (x0 - reach, y0 - reach, x1 + reach, y1 + reach)
