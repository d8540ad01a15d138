"""Take the words, pixels and drawings out of the pages for good; the boxes are painted afterwards.

Three passes a page, because each kind of content needs its own box: words by the centre of each glyph, so that the lines
above and below keep their tails and neighbours their commas; pixels by the box itself, a little wider on pictures; drawings only where they
lie inside the box, so that a table keeps its rules.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.errors import RedactionError
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.quads import contains, core, is_upright, overlap, upright_boxes
from redactor.formats.pdf.recode import lossy_pictures, pack_again
from redactor.formats.pdf.reset import Settled, settle_widths
from redactor.formats.pdf.set_line import NewLine
from redactor.formats.pdf.trim import trimmed
from redactor.model import Box, Quad, Redaction, RedactionPlan, SetLine, box_of

_RINGING_PX, _RINGING_PT = 8, 2.0
"""A JPEG smears a letter over its block of 8 pixels (ITU-T T.81, A.3.3)."""
_EVERYWHERE = pymupdf.INFINITE_RECT()
_STICKS_OUT = 3.0
_OUTLINE_POINTS = 8
"""A drawing with so many corners inside one box is taken for letters drawn as outlines."""
_TEXT, _IMAGE, _PATH = "text", "im", "path"
"""What MuPDF's box log calls them ("fill-text", "fill-image", "fill-imgmask", "stroke-path")."""


@dataclass(frozen=True, slots=True)
class Burnt:
    """Pages without what was to go.

    Attributes:
        data: the PDF.
        frames: where each page's crop box lies.
        painted: by page, the redactions with the quads to paint.
        reset: by page, the lines to set anew.
        notes, changed, lines: see ``Redacted``.
    """

    data: bytes = field(repr=False)
    frames: Mapping[int, Frame]
    painted: Mapping[int, Sequence[Redaction]]
    notes: tuple[str, ...]
    changed: tuple[tuple[int, Box], ...]
    reset: Mapping[int, Sequence[NewLine]] = field(default_factory=dict)
    lines: tuple[SetLine, ...] = ()


def by_page(redactions: Iterable[Redaction]) -> dict[int, list[Redaction]]:
    """Return redactions grouped by page number."""
    grouped: dict[int, list[Redaction]] = defaultdict(list)
    for redaction in redactions:
        grouped[redaction.page].append(redaction)
    return dict(grouped)


def burn(data: bytes, plan: RedactionPlan, *, flatten: bool) -> Burnt:
    """Remove everything the plan names from a normalised PDF.

    Args:
        data: what ``normalise`` returned.
        plan: quads by page, in the coordinates of ``redactor.model``.
        flatten: paint annotations and form fields into their pages first.

    Raises:
        RedactionError: MuPDF had to repair the file, or could not rewrite a page.
    """
    pymupdf.TOOLS.mupdf_display_errors(False)  # they may quote the document
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        document: Any = pymupdf.Document(stream=data, filetype="pdf")
        with document:
            return _burn(document, plan, flatten)
    except (mupdf.FzErrorBase, RuntimeError, ValueError):
        # The cause is cut off: MuPDF's messages may quote the document.
        raise RedactionError(
            "the pages cannot be rewritten", remedy="Print the document to a new PDF and redact that."
        ) from None


def _burn(document: Any, plan: RedactionPlan, flatten: bool) -> Burnt:
    if document.is_repaired:
        raise RedactionError(
            "the file is damaged, and a repaired copy could bring back what was removed",
            remedy="Print the document to a new PDF and redact that.",
        )
    if flatten:
        document.bake()
    redactions = by_page(plan.redactions)
    if redactions and not 1 <= min(redactions) <= max(redactions) <= document.page_count:
        raise RedactionError("a redaction names a page that is not there", remedy="Check the document again.")
    frames: dict[int, Frame] = {}
    painted: dict[int, Sequence[Redaction]] = {}
    changed: list[tuple[int, Box]] = []
    reset: dict[int, Sequence[NewLine]] = {}
    lines: list[SetLine] = []
    notes: set[str] = set()
    for number, page in enumerate(document, 1):
        rotation = page.rotation
        if rotation:
            page.set_rotation(0)
        frames[number] = _frame(page, rotation)
        _drop_off_page(page, notes)
        if number in redactions:
            settled = settle_widths(page, number, redactions[number])
            changed += [(number, box) for box in _burn_page(page, redactions[number], settled, notes)]
            painted[number] = trimmed(page, settled.boxes)
            reset[number] = settled.lines
            lines += [*(one.line for one in settled.lines), *settled.blocked]
            if settled.blocked:
                notes.add(
                    f"On page {number} {len({line.area for line in settled.blocked})} lines went black as a whole, so that "
                    "they do not tell how wide the removed words were."
                )
        if rotation:
            page.set_rotation(rotation)
    saved = document.tobytes(garbage=1, raise_on_repair=True)
    return Burnt(saved, frames, painted, tuple(sorted(notes)), tuple(changed), reset, tuple(lines))


def _frame(page: Any, rotation: int) -> Frame:
    matrix = page.transformation_matrix
    unit = matrix.a
    x0, y1 = -matrix.e / unit, matrix.f / unit
    return Frame(x0, y1 - page.rect.height / unit, x0 + page.rect.width / unit, y1, unit, rotation)


def _drop_off_page(page: Any, notes: set[str]) -> None:
    """Cut away words and pictures that start beyond the page's edge, where nobody sees them."""
    x0, y0, x1, y1 = _around(tuple(page.rect), 1.0)
    for kind, box in page.get_bboxlog():
        outside = box[0] < x0 or box[1] < y0 or box[2] > x1 or box[3] > y1
        if outside and (_TEXT in kind or _IMAGE in kind):
            page.clip_to_rect(page.rect)
            notes.add("What lay beyond the edge of a page was cut off.")
            return


def _burn_page(page: Any, redactions: Sequence[Redaction], settled: Settled, notes: set[str]) -> list[Box]:
    """Remove what was under a page's redactions and from the lines that are set anew; return what else changed."""
    black = {line.area for line in settled.blocked if is_upright(line.area)}
    redactions = [*redactions, *settled.boxes]
    quads = list(dict.fromkeys(quad for redaction in redactions for quad in redaction.quads))
    if not quads:
        return []
    pictures = {quad for redaction in redactions if redaction.picture_id is not None for quad in redaction.quads}
    areas = {quad for redaction in redactions if redaction.area or redaction.form_field for quad in redaction.quads}
    inside = [quad for quad in quads if quad in pictures]
    set_anew = [line.line.area for line in settled.lines] + list(black)
    words = [quad for quad in quads if quad not in pictures and quad not in areas and quad not in black]
    # What lies on a line that goes as a whole needs no boxes of its own.
    words = [quad for quad in words if not any(contains(area, *_middle(quad)) for area in set_anew)]
    strips = [box for line in settled.lines for box in line.gone] + [box_of(core(area)) for area in black]
    in_areas = _in_areas(page, [quad for quad in quads if quad in areas])
    middles = [
        _around(((x0 + x1) / 2, (y0 + y1) / 2, (x0 + x1) / 2, (y0 + y1) / 2), 0.1) for x0, y0, x1, y1 in in_areas
    ]
    _redact(page, [*_cores(page, words), *middles, *map(box_of, inside), *strips], text=True)
    full = [box for quad in quads for box in upright_boxes(quad)]
    lossy = lossy_pictures(page)
    padded = _padded(page, full) if lossy else full
    first_new = page.parent.xref_length()
    _redact(page, padded, images=True)
    pack_again(page, lossy, first_new)
    _redact(page, full, drawings=True)
    changed = [after for before, after in zip(full, padded, strict=True) if before != after]
    marks = [_around(box, 0.5) for line in settled.lines for box in line.stray]
    for group in _apart(marks):
        _redact(page, group, drawings=True)
    changed += marks
    # Nobody draws an area to the letter: one that lies mostly in it goes, and with it what stuck out.
    changed += [_around(glyph, 0.5) for glyph in in_areas if not any(_within(glyph, box) for box in full)]
    # MuPDF takes each closed part of a path that lies within a box. Letters that stick out a little need a wider one, and
    # a signature in one stroke goes as a whole.
    for whole in (False, True):
        outlines = [
            _around(drawing, 1.0) if whole else _around(box, _STICKS_OUT) for box, drawing in _outlines(page, full)
        ]
        if outlines:
            _redact(page, outlines, drawings=True)
            changed += outlines
            notes.add("Letters or strokes drawn as outlines were removed, with what they touch.")
    return changed


def _redact(
    page: Any, boxes: Sequence[Box], *, text: bool = False, images: bool = False, drawings: bool = False
) -> None:
    if not boxes:
        return
    pdf_page = mupdf.pdf_page_from_fz_page(page.this) if not isinstance(page.this, mupdf.PdfPage) else page.this
    for box in boxes:
        annotation = mupdf.pdf_create_annot(pdf_page, mupdf.PDF_ANNOT_REDACT)
        mupdf.pdf_set_annot_rect(annotation, mupdf.FzRect(*box))
    options = mupdf.PdfRedactOptions()
    options.black_boxes = 0
    options.text = mupdf.PDF_REDACT_TEXT_REMOVE if text else mupdf.PDF_REDACT_TEXT_NONE
    options.image_method = mupdf.PDF_REDACT_IMAGE_PIXELS if images else mupdf.PDF_REDACT_IMAGE_NONE
    options.line_art = mupdf.PDF_REDACT_LINE_ART_REMOVE_IF_COVERED if drawings else mupdf.PDF_REDACT_LINE_ART_NONE
    if not mupdf.pdf_redact_page(pdf_page.doc(), pdf_page, options):
        raise ValueError("MuPDF redacted nothing")


def _cores(page: Any, quads: Sequence[Quad]) -> list[Box]:
    """Return the boxes that take words: a point box at the centre of each glyph, whose neighbours may lean into it.

    A kerned comma reaches as far as a third into the letter before it, so a box over the whole word would take it too.
    Where a quad holds no glyph that MuPDF lists, its core takes whatever is there.
    """
    if not quads:
        return []
    centres = sorted(glyph_centres(page), key=lambda point: point[1])
    heights = [y for _, y in centres]
    boxes: list[Box] = []
    for quad in quads:
        inner = core(quad)
        _, top, _, bottom = box_of(inner)
        near = centres[bisect_left(heights, top) : bisect_right(heights, bottom)]
        points = [(x - 0.1, y - 0.1, x + 0.1, y + 0.1) for x, y in near if contains(inner, x, y)]
        boxes += points or [box_of(inner)]
    return boxes


def _in_areas(page: Any, quads: Sequence[Quad]) -> list[Box]:
    """Return the boxes of the glyphs whose middle lies in an area, of however many lines."""
    if not quads:
        return []
    return [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in _glyphs(page)
        if any(contains(quad, (x0 + x1) / 2, (y0 + y1) / 2) for quad in quads)
    ]


def glyph_centres(page: Any) -> Iterable[tuple[float, float]]:
    """Yield the middle of every glyph on a page, off-page and invisible ones included."""
    for x0, y0, x1, y1 in _glyphs(page):
        yield (x0 + x1) / 2, (y0 + y1) / 2


def _glyphs(page: Any) -> Iterable[Box]:
    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_IGNORE_ACTUALTEXT
    textpage = page.get_textpage(clip=_EVERYWHERE, flags=flags)
    for block in textpage.extractRAWDICT()["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                yield from (char["bbox"] for char in span["chars"])


def _middle(quad: Quad) -> tuple[float, float]:
    x0, y0, x1, y1 = box_of(quad)
    return (x0 + x1) / 2, (y0 + y1) / 2


def _apart(boxes: Iterable[Box]) -> list[list[Box]]:
    """Return boxes in groups in which none touches another: of several MuPDF asks only the first whether it covers a drawing."""
    groups: list[list[Box]] = []
    for box in boxes:
        for group in groups:
            if not any(overlap(box, other) for other in group):
                group.append(box)
                break
        else:
            groups.append([box])
    return groups


def _padded(page: Any, boxes: Sequence[Box]) -> list[Box]:
    """Widen the boxes that lie on a lossy picture by the reach of its coding errors."""
    pictures = [
        (tuple(info["bbox"]), _RINGING_PX * (info["bbox"][2] - info["bbox"][0]) / max(1, info["width"]))
        for info in page.get_image_info()
    ]
    padded = []
    for box in boxes:
        pads = [pad for place, pad in pictures if overlap(place, box)]
        pad = min(_RINGING_PT, max(pads, default=0.0))
        padded.append(_around(box, pad))
    return padded


def _outlines(page: Any, boxes: Sequence[Box]) -> list[tuple[Box, Box]]:
    """Return each box still crossed by a drawing with so many corners that it may be letters, and the drawing's box."""
    paths = [box for kind, box in page.get_bboxlog() if _PATH in kind]
    if not any(overlap(path, box) for path in paths for box in boxes):
        return []
    found: list[tuple[Box, Box]] = []
    for drawing in page.get_cdrawings():
        for box in boxes:
            if overlap(drawing["rect"], box) and _corners_inside(drawing["items"], box) >= _OUTLINE_POINTS:
                found.append((box, _with_stroke(drawing["rect"], paths)))
    return found


def _with_stroke(place: Box, paths: Sequence[Box]) -> Box:
    """Return the box of a drawing with the width of its pen, which MuPDF counts in; its box log has it."""
    around = [
        path
        for path in paths
        if path[0] <= place[0] and path[1] <= place[1] and path[2] >= place[2] and path[3] >= place[3]
    ]
    return min(around, key=lambda path: (path[2] - path[0]) * (path[3] - path[1]), default=place)


def _within(inner: Box, outer: Box) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _around(box: Box, points: float) -> Box:
    return (box[0] - points, box[1] - points, box[2] + points, box[3] + points)


def _corners_inside(items: Iterable[Any], area: Box) -> int:
    inside = 0
    for item in items:
        for part in item[1:]:
            if isinstance(part, tuple) and len(part) == 2:
                inside += area[0] < part[0] < area[2] and area[1] < part[1] < area[3]
    return inside
