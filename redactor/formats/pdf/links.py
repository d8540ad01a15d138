"""Links: read from the source without those that hold or lie on something to remove, and written anew.

A link's segment is ``link/P/N``: page P counted from 1, and N from 0 among all annotations of that page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.formats.pdf.destinations import Destination, Destinations
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.quads import overlap
from redactor.model import Box, Redaction, box_of

_SAFE_TARGET = re.compile(r"(?:https?://[^/?#@]*(?:[/?#]|$)|mailto:|tel:)[!-~]*", re.IGNORECASE)
"""Schemes a reader may follow from a public reply; no user name before the host (RFC 3986, 3.2.1)."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link: 0-based page, rectangle in its user space, where it leads, and which object of the source it was."""

    page: int
    rect: Box
    uri: str | None
    destination: Destination | None
    source: tuple[int, int] = (0, 0)

    def __repr__(self) -> str:
        return f"Link(page={self.page})"


def read(
    pdf: pikepdf.Pdf,
    tainted: Collection[str],
    redactions: Mapping[int, Sequence[Redaction]],
    frames: Mapping[int, Frame],
    destinations: Destinations,
) -> tuple[Link, ...]:
    """Return the links to keep: to the web, to mail, to a telephone, or to a page of this document."""
    kept = []
    for number, page in enumerate(pdf.pages, 1):
        boxes = [box_of(quad) for redaction in redactions.get(number, ()) for quad in redaction.quads]
        for segment_id, annotation in _links(page, number):
            if segment_id in tainted:
                continue
            link = _read_link(annotation, number - 1, destinations)
            if link is not None and not any(overlap(frames[number].box(*link.rect), box) for box in boxes):
                kept.append(link)
    return tuple(kept)


def _links(page: pikepdf.Page, number: int) -> Iterator[tuple[str, Any]]:
    """Yield a page's link annotations with their segment ids."""
    annotations = page.obj.get("/Annots")
    for index, item in enumerate(annotations if isinstance(annotations, Array) else ()):
        if isinstance(item, Dictionary) and item.get("/Subtype") == Name.Link:
            yield f"link/{number}/{index}", item


def _read_link(annotation: Any, page: int, destinations: Destinations) -> Link | None:
    try:
        x0, y0, x1, y1 = (float(number) for number in annotation.Rect)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    action = annotation.get("/A")
    uri = None
    if isinstance(action, Dictionary) and action.get("/S") == Name.URI:
        uri = str(action.get("/URI", ""))
        if not _SAFE_TARGET.fullmatch(uri):
            return None
    destination = None if uri else destinations.of(annotation)
    if uri is None and destination is None:
        return None
    return Link(page, (x0, y0, x1, y1), uri, destination, annotation.objgen)


def write(pdf: pikepdf.Pdf, links: Sequence[Link]) -> dict[tuple[int, int], tuple[int, Any]]:
    """Write links, without a border, onto pages that have no annotations.

    Returns:
        For each of the source's link objects the number of its page, from 1, and its new object.
    """
    written: dict[tuple[int, int], tuple[int, Any]] = {}
    for link in links:
        page = pdf.pages[link.page].obj
        annotation = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array(list(link.rect)), Border=Array([0, 0, 0]), F=4
        )
        if link.uri is not None:
            annotation.A = Dictionary(S=Name.URI, URI=String(link.uri))
        elif link.destination is not None:
            annotation.Dest = link.destination.array(pdf.pages)
        if "/Annots" not in page:
            page.Annots = Array([])
        made = pdf.make_indirect(annotation)
        page.Annots.append(made)
        if link.source != (0, 0):
            written[link.source] = (link.page + 1, made)
    return written
