"""Copy what the pages show into a new file, and nothing else.

A list of what may pass, not of what may not: whatever nobody thought of stays behind. The copy has one revision, a new
identity, and no trace of the program that made the original.
"""

from __future__ import annotations

import io
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.errors import RedactionError
from redactor.formats.pdf import labels, links, outlines, typeface
from redactor.formats.pdf.allow import Pruner
from redactor.formats.pdf.burn import Burnt
from redactor.formats.pdf.content import strip_marks
from redactor.formats.pdf.links import Link
from redactor.formats.pdf.outlines import Bookmark
from redactor.formats.pdf.prune import prune_fonts
from redactor.model import RedactionPlan

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
"""A language tag (RFC 5646), and no room for anything else."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the pages and is written anew: title, language, bookmarks, links."""

    title: str
    language: str
    bookmarks: tuple[Bookmark, ...]
    links: tuple[Link, ...]

    def __repr__(self) -> str:
        return f"Furniture({len(self.bookmarks)} bookmarks, {len(self.links)} links)"


def rebuild(burnt: Burnt, furniture: Furniture, plan: RedactionPlan, *, notes: set[str] | None = None) -> bytes:
    """Return a new PDF with the burnt pages, boxes in the plan's colours painted on them, and the furniture.

    ``notes`` takes sentences about what could not be taken out of the fonts.

    Raises:
        RedactionError: a page cannot be copied.
    """
    try:
        with pikepdf.open(io.BytesIO(burnt.data), suppress_warnings=True) as source, pikepdf.new() as copy:
            _prune(source, burnt, plan)
            if plan.redactions:
                (notes if notes is not None else set()).update(prune_fonts(source))
            copy.pages.extend(source.pages)
            _furnish(copy, furniture)
            # qpdf keeps the first half of an identity it finds, and makes it from the time of day otherwise.
            copy.trailer.ID = Array([String(secrets.token_bytes(16))] * 2)
            out = io.BytesIO()
            copy.save(
                out,
                compress_streams=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                linearize=False,
            )
            return out.getvalue()
    except (pikepdf.PdfError, ValueError, TypeError):
        raise RedactionError(
            "the pages cannot be copied into a new file", remedy="Print the document to a new PDF and redact that."
        ) from None


def _prune(source: pikepdf.Pdf, burnt: Burnt, plan: RedactionPlan) -> None:
    pruner = Pruner()
    font = source.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    faces = typeface.embed(
        source, [run.face.code for lines in burnt.reset.values() for line in lines for run in line.runs]
    )
    for number, page in enumerate(source.pages, 1):
        _own_inherited(page)
        pruner.page(page.obj)
        content = _content(page, number)
        boxes, lines = burnt.painted.get(number, ()), burnt.reset.get(number, ())
        if boxes or lines:
            frame = burnt.frames[number]
            content = b"q\n" + content + b"\nQ\n" + labels.set_lines(lines, frame, plan.fill, plan.ink)
            content += labels.paint(boxes, frame, plan.fill, plan.ink)
            used = {typeface.resource_name(run.face.code): faces[run.face.code] for line in lines for run in line.runs}
            _add_fonts(source, page, {labels.FONT: font, **used})
        page.obj.Contents = source.make_stream(content)
    for drawing in pruner.drawings:
        stripped = strip_marks(drawing, drawing.read_bytes(), None, frozenset(), "a drawing in the file")
        if stripped is not None:
            drawing.write(stripped)


def _own_inherited(page: pikepdf.Page) -> None:
    """Give a page the boxes, rotation and resources that it takes from the page tree (ISO 32000-1, 7.7.3.4)."""
    for key in ("/MediaBox", "/CropBox", "/Rotate", "/Resources"):
        node: Any = page.obj
        depth = 0
        while key not in node and isinstance(node.get("/Parent"), Dictionary) and depth < 100:
            node, depth = node.Parent, depth + 1
        if node is not page.obj and key in node:
            page.obj[key] = node[key]


def _content(page: pikepdf.Page, number: int) -> bytes:
    contents = page.obj.get("/Contents")
    if contents is None:
        return b""
    raw: bytes = (
        b"\n".join(part.read_bytes() for part in contents) if isinstance(contents, Array) else contents.read_bytes()
    )
    stripped = strip_marks(page, raw, None, frozenset(), f"page {number}")
    return raw if stripped is None else stripped


def _add_fonts(source: pikepdf.Pdf, page: pikepdf.Page, added: Mapping[str, Any]) -> None:
    # Other pages may share the dictionaries, and a page without a box needs no label font.
    resources = _copied(page.obj.get("/Resources"))
    fonts = _copied(resources.get("/Font"))
    for name, font in added.items():
        fonts[name] = font
    resources.Font = fonts
    page.obj.Resources = source.make_indirect(resources)


def _copied(entries: Any) -> Dictionary:
    return Dictionary({key: entries[key] for key in list(entries.keys())} if isinstance(entries, Dictionary) else {})


def _furnish(copy: pikepdf.Pdf, furniture: Furniture) -> None:
    if furniture.title:
        copy.trailer.Info = copy.make_indirect(Dictionary(Title=String(furniture.title)))
        copy.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if _LANGUAGE.fullmatch(furniture.language):
        copy.Root.Lang = String(furniture.language)
    outlines.write(copy, furniture.bookmarks)
    links.write(copy, furniture.links)
