"""Find the pages that cannot be made safe by editing: words that no search reached, or that the redaction left behind.

What is drawn inside a tiling pattern or a soft mask, and text inside the glyph of a Type 3 font, is never part of a page's text
or pictures, so no redaction reaches it; and a second reader (pdfium) looks once more under every box. Such a page is turned
into a picture of itself (``raster.py``), or no copy is made.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Stream

from redactor.errors import RedactionError
from redactor.formats.pdf.burn import by_page
from redactor.formats.pdf.geometry import Frame, corners
from redactor.formats.pdf.normalise import open_pdf
from redactor.formats.pdf.quads import contains, core, extent, is_upright
from redactor.model import Quad, RedactionPlan, box_of

_SHOWS_TEXT = re.compile(rb"(?<![A-Za-z])(?:Tj|TJ)(?![A-Za-z])|[)>]\s*['\"]")
_SHOWS_PICTURE = re.compile(rb"(?<![A-Za-z])BI\s.*?\sID\s", re.DOTALL)
_FAR = 20_000
"""User space units around the origin within which a carrier's words are read, wherever it is painted."""
UNREMOVED = "characters that cannot be removed"


@dataclass(frozen=True, slots=True)
class Carrier:
    """Something on a page that draws words or pictures where no redaction reaches.

    Attributes:
        kind: "pattern", "soft mask" or "font".
        texts: the words of each stream below it that shows any, as pdfium reads them; "" where it reads none.
    """

    kind: str
    texts: tuple[str, ...] = field(default=(), repr=False)


def unreachable_carriers(data: bytes, plan: RedactionPlan) -> dict[int, Carrier]:
    """Return the first carrier of each page with redactions that has one, with the words of all of them.

    Raises:
        RedactionError: see ``open_pdf``.
    """
    found: dict[int, Carrier] = {}
    with open_pdf(data, None) as pdf:
        for number in by_page(plan.redactions):
            if 1 <= number <= len(pdf.pages):
                carriers = _Carriers()
                carriers.visit(pdf.pages[number - 1].resources)
                if carriers.kinds:
                    found[number] = Carrier(carriers.kinds[0], tuple(_words(pdf, carriers.speaking)))
    return found


class _Carriers:
    """Looks for text and pictures where no redaction reaches them."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self.kinds: list[str] = []
        self.speaking: list[tuple[bytes, Any]] = []
        """The instructions and resources of each stream that shows text."""

    def visit(self, resources: Any) -> None:
        """Note what carries text or pictures below these resources."""
        if not isinstance(resources, Dictionary) or not self._new(resources):
            return
        for pattern in _values(resources.get("/Pattern")):
            if isinstance(pattern, Stream) and self._new(pattern):
                self._note("pattern", self._draws(pattern, resources))
        for state in _values(resources.get("/ExtGState")):
            mask = state.get("/SMask") if isinstance(state, Dictionary) else None
            group = mask.get("/G") if isinstance(mask, Dictionary) else None
            if isinstance(group, Stream) and self._new(group):
                self._note("soft mask", self._draws(group, resources))
        for font in _values(resources.get("/Font")):
            if isinstance(font, Dictionary) and font.get("/Subtype") == Name.Type3 and self._new(font):
                own = font.get("/Resources")
                for glyph in _values(font.get("/CharProcs")):
                    self._note("font", self._draws(glyph, own, pictures=False))
                self.visit(own)
        for drawing in _values(resources.get("/XObject")):
            if isinstance(drawing, Stream) and drawing.get("/Subtype") == Name.Form and self._new(drawing):
                self.visit(drawing.get("/Resources"))

    def _note(self, kind: str, draws: bool) -> None:  # what was just found out
        if draws:
            self.kinds.append(kind)

    def _new(self, item: Any) -> bool:
        if item.is_indirect:
            if item.objgen in self._seen:
                return False
            self._seen.add(item.objgen)
        return True

    def _draws(self, stream: Any, around: Any, *, pictures: bool = True) -> bool:
        """Return True where a stream shows text or, unless it is a glyph of a bitmap font, a picture."""
        if not isinstance(stream, Stream):
            return False
        raw = stream.read_bytes()
        resources = stream.get("/Resources")
        draws = bool(pictures and _SHOWS_PICTURE.search(raw))
        if _SHOWS_TEXT.search(raw):
            draws = True
            self.speaking.append((raw, resources if isinstance(resources, Dictionary) else around))
        if not isinstance(resources, Dictionary):
            return draws
        for drawing in _values(resources.get("/XObject")):
            if isinstance(drawing, Stream) and drawing.get("/Subtype") == Name.Image:
                draws |= pictures
            elif self._new(drawing):
                draws |= self._draws(drawing, resources, pictures=pictures)
        known = len(self.kinds)
        self.visit(resources)
        return draws or len(self.kinds) > known


def _values(entries: Any) -> list[Any]:
    return [entries[key] for key in list(entries.keys())] if isinstance(entries, Dictionary) else []


def _words(pdf: pikepdf.Pdf, streams: Sequence[tuple[bytes, Any]]) -> Iterator[str]:
    """Yield what pdfium reads in each stream, set out on a page of its own."""
    if not streams:
        return
    with pikepdf.new() as apart:
        for content, resources in streams:
            page = Dictionary(Type=Name.Page, MediaBox=Array([-_FAR, -_FAR, _FAR, _FAR]), Resources=Dictionary())
            if isinstance(resources, Dictionary):
                owned = resources if resources.is_indirect else pdf.make_indirect(resources)
                page.Resources = apart.copy_foreign(owned)
            page.Contents = apart.make_stream(content)
            apart.pages.append(pikepdf.Page(apart.make_indirect(page)))
        out = io.BytesIO()
        apart.save(out)
    try:
        document = pdfium.PdfDocument(out.getvalue())
    except pdfium.PdfiumError:
        yield ""
        return
    try:
        for index in range(len(streams)):
            page = document[index]
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()
    finally:
        document.close()


def pages_with_leftovers(data: bytes, plan: RedactionPlan, frames: Mapping[int, Frame]) -> set[int]:
    """Return the pages on which pdfium still reads something in the middle of a quad, before boxes are painted.

    Raises:
        RedactionError: pdfium cannot read the pages.
    """
    redactions = by_page(plan.redactions)
    if not redactions:
        return set()
    found = set()
    try:
        document = pdfium.PdfDocument(data)
        try:
            for number in sorted(redactions):
                quads = [quad for redaction in redactions[number] for quad in redaction.quads]
                if _page_reads(document, number, quads, frames[number]):
                    found.add(number)
        finally:
            document.close()
    except pdfium.PdfiumError:
        raise RedactionError(
            "the redacted pages cannot be read again", remedy="Print the document to a new PDF and redact that."
        ) from None
    return found


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
