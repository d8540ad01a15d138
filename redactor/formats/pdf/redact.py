"""Redact a PDF: make it plain, burn out what must go, copy what is left into a new file.

The source is never changed; what comes back is bytes that nobody has believed yet (``redactor.verify`` reads them with other
parsers). A page that cannot be made safe becomes a picture, and where that is not safe either nothing comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pikepdf
from pymupdf import mupdf

from redactor.errors import RedactionError
from redactor.formats import Limits, Redacted
from redactor.formats.pdf import links, outlines, page_labels
from redactor.formats.pdf.burn import burn, by_page
from redactor.formats.pdf.destinations import Destinations
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.leftover import UNREMOVED, pages_with_leftovers, unreachable_carriers
from redactor.formats.pdf.moved import moved
from redactor.formats.pdf.normalise import normalise, open_pdf
from redactor.formats.pdf.raster import raster, refusal
from redactor.formats.pdf.rebuild import Furniture, rebuild
from redactor.formats.pdf.tags import Tags
from redactor.model import Document, Layer, RedactionPlan, Width

_OLD_TITLE = "info/Title"


def redact(data: bytes, document: Document, plan: RedactionPlan, limits: Limits, password: str | None) -> Redacted:
    """Return a redacted copy of a PDF.

    Args:
        data: the source, as read.
        document: what ``load`` made of it; its language is written into the copy.
        plan: what to remove, and the segments beside the pages that hold something to remove.
        limits: the most bytes a copy may have once written.
        password: opens an encrypted source; the copy is not encrypted.

    Raises:
        RedactionError: the copy could not be made, or could not be made safe.
    """
    try:
        return _redacted(data, document, plan, limits, password)
    except (pikepdf.PdfError, mupdf.FzErrorBase, RuntimeError, ValueError, TypeError, LookupError, AttributeError):
        # Damage that the reader passed over: an operator without operands, a picture without a width, a loop of references.
        raise RedactionError(
            "the file is damaged in a way that cannot be mended in a copy",
            remedy="Print the document to a new PDF and redact that.",
        ) from None


def _redacted(data: bytes, document: Document, plan: RedactionPlan, limits: Limits, password: str | None) -> Redacted:
    plain = normalise(data, password, by_page(plan.redactions))
    carriers = unreachable_carriers(plain.data, plan)
    if problem := refusal(document, plan, carriers):
        raise problem
    burnt = burn(plain.data, plan, flatten=plain.flatten)
    why = {number: f"words or pictures inside a {carrier.kind}" for number, carrier in carriers.items()}
    why |= dict.fromkeys(pages_with_leftovers(burnt.data, plan, burnt.frames), UNREMOVED)
    tags = plain.tags
    if why:
        # A picture shows a page as it was: no line of it can be set anew, so those with a name go black.
        black = tuple(
            replace(one, width=Width.BLOCK) if one.page in why and one.width is Width.RESET else one
            for one in plan.redactions
        )
        burnt = burn(plain.data, replace(plan, redactions=black), flatten=plain.flatten)
        rastered = raster(burnt, why, document, plan)
        burnt = rastered.burnt
        tags = tags.replaced(rastered.parts) if tags is not None else None
    with open_pdf(data, password) as source:
        furniture = _furniture(source, document, plan, burnt.frames, tags)
        was_tagged = "/StructTreeRoot" in source.Root
    furniture = replace(furniture, links=tuple(moved(furniture.links, burnt.lines, burnt.frames)))
    copy = rebuild(burnt, furniture, plan, plain.flats)
    notes = plain.notes + burnt.notes + copy.notes
    if was_tagged and not copy.tagged:
        notes += ("Tags for screen readers were dropped.",)
    if len(copy.data) > limits.max_bytes:
        raise RedactionError(
            "the redacted copy is larger than the limit", remedy="Split the document, or raise the limit on file size."
        )
    return Redacted(copy.data, notes, plain.changed + burnt.changed, burnt.lines)


def _furniture(
    source: pikepdf.Pdf, document: Document, plan: RedactionPlan, frames: Mapping[int, Frame], tags: Tags | None
) -> Furniture:
    destinations = Destinations(source)
    info = source.trailer.get("/Info")
    old = str(info.get("/Title", "")).strip() if isinstance(info, pikepdf.Dictionary) else ""
    title = "" if _OLD_TITLE in plan.tainted else old
    return Furniture(
        title=title or plan.title,
        language=document.language or str(source.Root.get("/Lang", "")),
        bookmarks=outlines.read(source, plan.tainted, destinations),
        links=links.read(source, plan.tainted, by_page(plan.redactions), frames, destinations),
        page_labels=page_labels.read(source, plan.tainted),
        tags=tags.speaking(_safe_descriptions(document, plan)) if tags is not None else None,
    )


def _safe_descriptions(document: Document, plan: RedactionPlan) -> set[str]:
    """Return the texts for screen readers that were searched, and in which nothing has to go."""
    spoken = [segment for segment in document.segments if segment.layer is Layer.STRUCTURE]
    tainted = {segment.text for segment in spoken if segment.id in plan.tainted}
    return {segment.text for segment in spoken} - tainted
