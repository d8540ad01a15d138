"""Text that is in the file but shows no ink: invisible or white type, type beyond the page, layers switched off."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
import pymupdf

from redactor.formats.pdf.open import Opened
from redactor.formats.pdf.text import PageText, read_page
from redactor.model import Box, Feature, Layer, QuadArray, Segment, quad_of

_SCAN = 0.5
"""Share of a page under a picture from which invisible text is taken for the scan's own OCR layer."""
_DARK = 0.92


def of_page(page: Any, read: PageText, coverage: float, number: int) -> Iterator[Feature]:
    """Yield what a page's text hides."""
    place = f"page {number}"
    if read.outside:
        yield Feature("text-outside-page", place, number, read.outside)
    hidden = list(read.inkless) if coverage < _SCAN else []
    if hidden:
        pictures = [tuple(image["bbox"]) for image in page.get_image_info()]
        hidden = [box for box in hidden if not any(_holds(picture, box) for picture in pictures)]
    if read.white:
        backs = _backgrounds(page)
        hidden += [box for box in read.white if not any(_holds(back, box) for back in backs)]
    if hidden:
        yield Feature("hidden-text", place, number, len(hidden), quad_of(hidden[0]))
    if read.flat:
        yield Feature("hidden-text", place, number)


def without_size(read: PageText, number: int) -> Iterator[Segment]:
    """Yield the words of a page that have no size, to be searched as any other."""
    if read.flat:
        place = f"text without any size on page {number}"
        yield Segment(f"flat/{number}", Layer.HIDDEN_TEXT, number, read.flat, QuadArray.nowhere(len(read.flat)), place)


def _backgrounds(page: Any) -> list[Box]:
    """Return the boxes of filled shapes and pictures on which white type can be read."""
    filled = [
        tuple(path["rect"])
        for path in page.get_cdrawings()
        if path.get("fill") is not None and min(path["fill"]) < _DARK
    ]
    return filled + [tuple(image["bbox"]) for image in page.get_image_info()]


def _holds(back: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return back[0] <= x <= back[2] and back[1] <= y <= back[3]


def layers_switched_off(
    pdf: Opened, data: bytes, password: str | None, body: Sequence[Segment]
) -> tuple[list[Segment], list[Feature]]:
    """Read the layers that are not shown at first (ISO 32000-1, 8.11) as segments of their own.

    The optional content properties are taken out of a copy in memory, so that everything shows; lines that the page
    does not show otherwise are returned.
    """
    properties = pdf.pikepdf.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary) or not _hides(properties):
        return [], []
    copy = io.BytesIO()
    with pikepdf.open(io.BytesIO(data), password=password or "", suppress_warnings=True) as other:
        del other.Root["/OCProperties"]
        other.save(copy, encryption=False)
    segments: list[Segment] = []
    with pymupdf.open("pdf", copy.getvalue()) as shown:
        for number, (page, frame) in enumerate(zip(shown, pdf.frames, strict=True), 1):
            segment = read_page(page, frame, number, layer=Layer.HIDDEN_TEXT, prefix="hidden").segment
            more = _only_new(segment, body[number - 1])
            if more is not None:
                segments.append(more)
    return segments, [Feature("hidden-layer", "the whole file", count=max(1, len(segments)))]


def _hides(properties: pikepdf.Dictionary) -> bool:
    """Return True where any configuration leaves a layer off, or shows it only on screen or on paper."""
    configurations = [properties.get("/D"), *(properties.get("/Configs") or ())]
    for one in configurations:
        if isinstance(one, pikepdf.Dictionary) and (
            one.get("/BaseState") in ("/OFF", "/Unchanged") or len(one.get("/OFF") or ())
        ):
            return True
    groups = properties.get("/OCGs") or ()
    return any(_off_somewhere(group) for group in groups if isinstance(group, pikepdf.Dictionary))


def _off_somewhere(group: pikepdf.Object) -> bool:
    """Return True where a layer's usage (ISO 32000-1, table 102) switches it off on screen, on paper or on export."""
    usage = group.get("/Usage")
    if not isinstance(usage, pikepdf.Dictionary):
        return False
    states = (("/View", "/ViewState"), ("/Print", "/PrintState"), ("/Export", "/ExportState"))
    return any(
        isinstance(part := usage.get(use), pikepdf.Dictionary) and part.get(state) == "/OFF" for use, state in states
    )


def _only_new(segment: Segment, shown: Segment) -> Segment | None:
    """Return the lines of a page that it does not show otherwise, or None."""
    known = set(shown.text.split("\n"))
    text: list[str] = []
    quads: list[Any] = []
    at = 0
    for line in segment.text.split("\n"):
        if line.strip() and line not in known:
            text.append(line + "\n")
            quads += [*segment.quads[at : at + len(line)], None]
        at += len(line) + 1
    if not text:
        return None
    place = f"a layer of page {segment.page} that is switched off"
    return Segment(segment.id, Layer.HIDDEN_TEXT, segment.page, "".join(text), QuadArray(quads), place)
