"""Turn a page that cannot be made safe by editing into a picture of itself, and lay its words under it again.

Everything hidden in the page is gone with it: what the picture does not show is not there. The boxes are in the pixels, and only
words are laid again that the search saw and nothing removed. A page that became a picture has to be looked at, because
words in the picture that no search could read were not judged; the engine's second look at the copy sees to that.
"""

from __future__ import annotations

import io
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
import pymupdf
import pypdfium2 as pdfium
from pikepdf import Dictionary, Name, Stream
from PIL import Image, ImageDraw
from pymupdf import mupdf

from redactor.errors import RedactionError
from redactor.formats.pdf.burn import Burnt, by_page
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.laid_words import FONT, Point, Words, font, under
from redactor.formats.pdf.leftover import Carrier
from redactor.formats.pdf.tags import Gap, Marked
from redactor.formats.pdf.unseen import is_drawn
from redactor.model import Document, Layer, Quad, Redaction, RedactionPlan

DPI = 200
"""Print of eight points stays easy to read, for people and for character recognition."""
_MOST_PIXELS = 80_000_000
_QUALITY = 85
_MUCH_LARGER = 1.5
_RIM = 0.5
"""Points by which the pixels of a box reach beyond it, where smoothed letters lean out."""


@dataclass(frozen=True, slots=True)
class Rastered:
    """Burnt pages, some of them pictures now, and what a tagged document says of these in reading order."""

    burnt: Burnt
    parts: Mapping[int, Sequence[Marked | Gap]]


def refusal(document: Document, plan: RedactionPlan, carriers: Mapping[int, Carrier]) -> RedactionError | None:
    """Return why a page with words out of reach may not even become a picture, or None.

    A picture would show these words. So they must have been read, and nothing that goes may be among them.
    """
    for segment in document.segments:
        if segment.id in plan.tainted and segment.page is not None and is_drawn(segment):
            kind = segment.place.removeprefix("a ").removesuffix(f" on page {segment.page}")
            return _out_of_reach(segment.page, kind)
    removed = {_squashed(value) for value in _removed(document, plan)}
    for number, carrier in carriers.items():
        unread = any(not text.strip() for text in carrier.texts)
        texts = [_squashed(text) for text in carrier.texts]
        # Without the words that go, as when a picture alone is redacted, nothing can be compared.
        if carrier.texts and (unread or not removed or any(value in text for value in removed for text in texts)):
            return _out_of_reach(number, carrier.kind)
    return None


def _out_of_reach(number: int, kind: str) -> RedactionError:
    return RedactionError(
        f"the page draws words inside a {kind}, which cannot be redacted",
        where=f"page {number}",
        remedy="Print the page as a picture, run OCR on it, and redact that.",
    )


def _squashed(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _removed(document: Document, plan: RedactionPlan) -> Iterator[str]:
    for number, redactions in by_page(plan.redactions).items():
        for redaction in redactions:
            value = "".join(letter for letter, quad in _letters(document, number) if quad and under(quad, [redaction]))
            if _squashed(value):
                yield value


def _letters(document: Document, number: int) -> Iterator[tuple[str, Quad | None]]:
    """Yield a page's visible letters in reading order, each with its place; line feeds have none."""
    for segment in document.segments:
        if segment.page == number and segment.layer is Layer.BODY:
            yield from zip(segment.text, segment.quads, strict=True)
            yield "\n", None


def raster(burnt: Burnt, why: Mapping[int, str], document: Document, plan: RedactionPlan) -> Rastered:
    """Return burnt pages of which some are pictures.

    Args:
        burnt: pages without what could be removed.
        why: for each page to turn, what it holds that cannot be removed; for the report.
        document: the source's text, for the words to lay again.
        plan: what was to be removed.

    Raises:
        RedactionError: a page is too large to be a picture, or cannot be drawn.
    """
    planned = by_page(plan.redactions)
    boxes = {number: [*planned.get(number, ()), *burnt.painted.get(number, ())] for number in why}
    pictures = {number: _picture(burnt, number, boxes[number], plan.fill) for number in why}
    seen = _seen(burnt, sorted(why))
    parts: dict[int, Sequence[Marked | Gap]] = {}
    with pikepdf.open(io.BytesIO(burnt.data), suppress_warnings=True) as pdf:
        for number, picture in pictures.items():
            page, frame = pdf.pages[number - 1], burnt.frames[number]
            words = Words(frame, number, boxes[number])
            words.lay(_letters(document, number), seen[number])
            parts[number] = words.parts
            _replace(pdf, page, frame, picture, words)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    notes = tuple(
        f"Page {number} became a picture, because it holds {reason}: look at it." for number, reason in why.items()
    )
    whole = tuple((number, _whole(burnt.frames[number])) for number in why)
    made = replace(burnt, data=out.getvalue(), notes=burnt.notes + notes, changed=burnt.changed + whole)
    return Rastered(made, parts)


def _seen(burnt: Burnt, numbers: Sequence[int]) -> dict[int, dict[str, list[Point]]]:
    """Return by page where pdfium sees each letter, in the coordinates of ``redactor.model``.

    Raises:
        RedactionError: pdfium cannot read the pages.
    """
    found: dict[int, dict[str, list[Point]]] = {}
    try:
        with pdfium.PdfDocument(burnt.data) as pages:
            for number in numbers:
                page, frame = pages[number - 1], burnt.frames[number]
                text = page.get_textpage()
                here = found.setdefault(number, {})
                for index in range(text.count_chars()):
                    left, bottom, right, top = text.get_charbox(index, loose=True)
                    x, y = ((left + right) / 2 - frame.x0) * frame.unit, (frame.y1 - (bottom + top) / 2) * frame.unit
                    here.setdefault(text.get_text_range(index, 1), []).append((x, y))
                text.close()
                page.close()
    except pdfium.PdfiumError:
        raise RedactionError(
            "the redacted pages cannot be read again", remedy="Print the document to a new PDF and redact that."
        ) from None
    return found


def _whole(frame: Frame) -> tuple[float, float, float, float]:
    return (0.0, 0.0, frame.width, frame.height)


def _picture(burnt: Burnt, number: int, boxes: Sequence[Redaction], colour: tuple[float, float, float]) -> Image.Image:
    frame = burnt.frames[number]
    scale = DPI / 72
    if frame.width * frame.height * scale * scale > _MOST_PIXELS:
        raise RedactionError(
            "the page is too large to be turned into a picture",
            where=f"page {number}",
            remedy="Print the page as a picture, run OCR on it, and redact that.",
        )
    try:
        with pymupdf.Document(stream=burnt.data, filetype="pdf") as document:
            page: Any = document[number - 1]
            page.set_rotation(0)
            drawn = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
            picture = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)
    except (mupdf.FzErrorBase, RuntimeError, ValueError):
        raise RedactionError(
            "the page cannot be drawn",
            where=f"page {number}",
            remedy="Print the document to a new PDF and redact that.",
        ) from None
    pen = ImageDraw.Draw(picture)
    fill = tuple(round(255 * part) for part in colour)
    for redaction in boxes:
        for quad in redaction.quads:
            corners = [(scale * quad[at], scale * quad[at + 1]) for at in (0, 2, 6, 4)]
            pen.polygon(corners, fill=fill, outline=fill, width=max(1, round(2 * _RIM * scale)))
    red, green, blue = picture.split()
    return red if red.tobytes() == green.tobytes() == blue.tobytes() else picture


def _replace(pdf: pikepdf.Pdf, page: pikepdf.Page, frame: Frame, picture: Image.Image, words: Words) -> None:
    resources = Dictionary(XObject=Dictionary(Page=_packed(pdf, picture)))
    if words.letters:
        resources.Font = Dictionary({FONT: font(pdf, words.letters)})
    wide, high = frame.x1 - frame.x0, frame.y1 - frame.y0
    shown = f"/Artifact BMC q {wide:.4f} 0 0 {high:.4f} {frame.x0:.4f} {frame.y0:.4f} cm /Page Do Q EMC\n"
    page.obj.Contents = pdf.make_stream(shown.encode() + "\n".join(words.instructions).encode())
    page.obj.Resources = pdf.make_indirect(resources)
    if "/Group" in page.obj:
        del page.obj["/Group"]


def _packed(pdf: pikepdf.Pdf, picture: Image.Image) -> Stream:
    """Return a picture without loss where that is not much larger."""
    space = Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB
    exact = zlib.compress(picture.tobytes(), 9)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    coded = out.getvalue()
    lossy = len(exact) > _MUCH_LARGER * len(coded)
    stream = pdf.make_stream(b"")
    stream.write(coded if lossy else exact, filter=Name.DCTDecode if lossy else Name.FlateDecode)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = picture.width, picture.height
    stream.ColorSpace, stream.BitsPerComponent = space, 8
    return stream
