"""Words inside drawings that no page text shows: tiling patterns, soft masks, glyph programs, and drawings nobody uses.

Each such drawing becomes a page of its own in a PDF in memory and is read like any other, so that a name in it is a finding.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name

from redactor.model import Layer, QuadArray, Segment

_FAR = 20_000
_MOST = 500
"""Drawings read; a file with more of them is told of by the rule about them, and its drawings beyond these go unread."""
_PLACES = {
    "pattern-with-text": "a pattern",
    "softmask-with-text": "a mask",
    "type3-with-text": "a drawn letter",
    "undrawn-form": "a drawing the page does not use",
    "orphaned-text": "an object that no page uses",
}
_DRAWN = ("a pattern on", "a mask on", "a drawn letter on")
"""Places of words that the page shows; the others go with the objects that no page uses."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A drawing with words in it: which kind of feature it is, the page that holds it (None for no page), and its stream."""

    kind: str
    page: int | None
    stream: Any
    resources: Any


def texts(pdf: pikepdf.Pdf, drawings: Sequence[Unseen]) -> list[Segment]:
    """Return a segment for each drawing whose words can be read; they have no place on the page."""
    if not drawings:
        return []
    fallback = next((page.obj.get("/Resources") for page in pdf.pages), None)
    segments: list[Segment] = []
    with pikepdf.new() as made:
        for one in drawings[:_MOST]:
            resources = one.resources if isinstance(one.resources, Dictionary) else fallback
            page = Dictionary(Type=Name.Page, MediaBox=Array([-_FAR, -_FAR, _FAR, _FAR]), Resources=Dictionary())
            if isinstance(resources, Dictionary):
                held = resources if resources.is_indirect else pdf.make_indirect(resources)
                page.Resources = made.copy_foreign(held)
            page.Contents = made.make_stream(one.stream.read_bytes())
            made.pages.append(pikepdf.Page(made.make_indirect(page)))
        out = io.BytesIO()
        made.save(out)
    with pymupdf.open("pdf", out.getvalue()) as document:
        for at, (one, page) in enumerate(zip(drawings, document, strict=False)):
            flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_IGNORE_ACTUALTEXT
            text = page.get_text(clip=pymupdf.INFINITE_RECT(), flags=flags)
            if text.strip():
                place = _PLACES[one.kind] + (f" on page {one.page}" if one.page else "")
                nowhere = QuadArray.nowhere(len(text))
                segments.append(
                    Segment(f"unseen/{one.page or 0}/{at}", Layer.HIDDEN_TEXT, one.page, text, nowhere, place)
                )
    return segments


def is_drawn(segment: Segment) -> bool:
    """Return True for words that a page shows through a pattern, a mask or a glyph program, where no redaction reaches."""
    return segment.id.startswith("unseen/") and segment.place.startswith(_DRAWN)
