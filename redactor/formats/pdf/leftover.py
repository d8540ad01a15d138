"""Stop a copy that cannot be safe: words that no search reached, or that the redaction left behind.

What is drawn inside a tiling pattern or a soft mask, and text inside the glyph of a Type 3 font, is never part of a page's text
or pictures, so no redaction reaches it; and a second reader (pdfium) looks once more under every box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pypdfium2 as pdfium
from pikepdf import Dictionary, Name, Stream

from redactor.errors import RedactionError
from redactor.formats.pdf.burn import by_page
from redactor.formats.pdf.geometry import Frame, corners
from redactor.formats.pdf.normalise import open_pdf
from redactor.formats.pdf.quads import contains, core, extent, is_upright
from redactor.model import Quad, RedactionPlan, box_of

_SHOWS_TEXT = re.compile(rb"(?<![A-Za-z])(?:Tj|TJ)(?![A-Za-z])|[)>]\s*['\"]")
_SHOWS_PICTURE = re.compile(rb"(?<![A-Za-z])BI\s.*?\sID\s", re.DOTALL)
_RASTER = "Print the page as a picture, run OCR on it, and redact that."


def refuse_unreadable_carriers(data: bytes, plan: RedactionPlan) -> None:
    """Raise RedactionError where a page with redactions draws words or pictures where no redaction reaches."""
    with open_pdf(data, None) as pdf:
        for number in by_page(plan.redactions):
            if 1 <= number <= len(pdf.pages):
                kind = _Carriers().find(pdf.pages[number - 1].resources)
                if kind:
                    raise RedactionError(
                        f"the page draws words or pictures inside a {kind}, which cannot be redacted",
                        where=f"page {number}",
                        remedy=_RASTER,
                    )


class _Carriers:
    """Looks for text and pictures where no redaction reaches them."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def find(self, resources: Any) -> str:
        """Return what carries text below these resources ("pattern", "soft mask", "font"), or ""."""
        if not isinstance(resources, Dictionary) or not self._new(resources):
            return ""
        for pattern in _values(resources.get("/Pattern")):
            if isinstance(pattern, Stream) and self._new(pattern) and self._draws(pattern):
                return "pattern"
        for state in _values(resources.get("/ExtGState")):
            mask = state.get("/SMask") if isinstance(state, Dictionary) else None
            group = mask.get("/G") if isinstance(mask, Dictionary) else None
            if isinstance(group, Stream) and self._new(group) and self._draws(group):
                return "soft mask"
        for font in _values(resources.get("/Font")):
            if isinstance(font, Dictionary) and font.get("/Subtype") == Name.Type3 and self._new(font):
                if any(self._draws(glyph, pictures=False) for glyph in _values(font.get("/CharProcs"))):
                    return "font"
                if kind := self.find(font.get("/Resources")):
                    return kind
        for drawing in _values(resources.get("/XObject")):
            is_form = isinstance(drawing, Stream) and drawing.get("/Subtype") == Name.Form
            if is_form and self._new(drawing) and (kind := self.find(drawing.get("/Resources"))):
                return kind
        return ""

    def _new(self, item: Any) -> bool:
        if item.is_indirect:
            if item.objgen in self._seen:
                return False
            self._seen.add(item.objgen)
        return True

    def _draws(self, stream: Any, *, pictures: bool = True) -> bool:
        """Return True where a stream shows text or, unless it is a glyph of a bitmap font, a picture."""
        if not isinstance(stream, Stream):
            return False
        raw = stream.read_bytes()
        if _SHOWS_TEXT.search(raw) or (pictures and _SHOWS_PICTURE.search(raw)):
            return True
        resources = stream.get("/Resources")
        if not isinstance(resources, Dictionary):
            return False
        for drawing in _values(resources.get("/XObject")):
            if not isinstance(drawing, Stream):
                continue
            if drawing.get("/Subtype") == Name.Image:
                if pictures:
                    return True
            elif self._new(drawing) and self._draws(drawing, pictures=pictures):
                return True
        return bool(self.find(resources))


def _values(entries: Any) -> list[Any]:
    return [entries[key] for key in list(entries.keys())] if isinstance(entries, Dictionary) else []


def refuse_leftovers(data: bytes, plan: RedactionPlan, frames: Mapping[int, Frame]) -> None:
    """Raise RedactionError where pdfium still reads something in the middle of a quad, before boxes are painted."""
    redactions = by_page(plan.redactions)
    if not redactions:
        return
    try:
        document = pdfium.PdfDocument(data)
        try:
            for number in sorted(redactions):
                quads = [quad for redaction in redactions[number] for quad in redaction.quads]
                if _page_reads(document, number, quads, frames[number]):
                    raise RedactionError(
                        "some characters under a box cannot be removed", where=f"page {number}", remedy=_RASTER
                    )
        finally:
            document.close()
    except pdfium.PdfiumError:
        raise RedactionError(
            "the redacted pages cannot be read again", remedy="Print the document to a new PDF and redact that."
        ) from None


def _page_reads(document: pdfium.PdfDocument, number: int, quads: Sequence[Quad], frame: Frame) -> bool:
    page = document[number - 1]
    text = page.get_textpage()
    try:
        return any(_reads(text, quad, frame) for quad in quads)
    finally:
        text.close()
        page.close()


def _reads(text: pdfium.PdfTextPage, quad: Quad, frame: Frame) -> bool:
    """Return True where pdfium reads a character in the middle strip of an upright quad, or centred in a turned one."""
    if not is_upright(quad):
        return any(contains(core(quad), x, y) for x, y in _centres(text, frame))
    a0, a1, b0, b1, u, v = extent(core(quad))
    middle, part = (b0 + b1) / 2, (b1 - b0) / 10
    x0, y0, x1, y1 = box_of(corners(a0, a1, middle - part, middle + part, u, v))
    left, right = frame.x0 + x0 / frame.unit, frame.x0 + x1 / frame.unit
    bottom, top = frame.y1 - y1 / frame.unit, frame.y1 - y0 / frame.unit
    found: str = text.get_text_bounded(left, bottom, right, top)
    return bool(found.strip())


def _centres(text: pdfium.PdfTextPage, frame: Frame) -> Iterator[tuple[float, float]]:
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1).strip():
            left, bottom, right, top = text.get_charbox(index, loose=True)
            yield ((left + right) / 2 - frame.x0) * frame.unit, (frame.y1 - (bottom + top) / 2) * frame.unit
