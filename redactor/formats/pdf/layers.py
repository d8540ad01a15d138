"""Everything in a PDF that is text and is not printed on a page: metadata, bookmarks, comments, fields, scripts.

Known carriers are visited first, so that each string gets the address a person would use; what no one knows is still
visited (``walk.py``) and becomes part of a segment named after its place. Font names, glyph names, file identifiers,
hashes and colour tables are no text and are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pikepdf

from redactor.formats import Limits
from redactor.formats.pdf import references
from redactor.formats.pdf.destinations import Destinations
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.vocabulary import NO_TEXT, STANDARD
from redactor.formats.pdf.walk import STRUCTURE, Owner, Walk, string_of
from redactor.model import Feature, Layer, Quad, Segment

_INFO = {"Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate", "Trapped"}
_TYPESETTERS = {"PTEX.Fullbanner"}
"""Properties in which a typesetter gives its version, and no one anything else."""
_UNREACHABLE = Owner("unreferenced", Layer.NAME, "an object nothing refers to")
_INFO_PLACES = {"Title": "document title", "Author": "document author", "Subject": "document subject",
                "Keywords": "document keywords"}  # fmt: skip
_ROOTS = {
    "/AcroForm": Owner("form", Layer.FORM, "form field"),
    "/Names": Owner("named", Layer.NAME, "named destinations and scripts", lumped=True),
    "/Dests": Owner("named", Layer.NAME, "named destinations and scripts", lumped=True),
    "/PageLabels": Owner("page-labels", Layer.NAME, "page labels", lumped=True),
    "/OCProperties": Owner("layer-names", Layer.NAME, "layer names", lumped=True),
    "/OpenAction": Owner("open-action", Layer.SCRIPT, "action when the file opens"),
    "/AA": Owner("open-action", Layer.SCRIPT, "action when the file opens"),
    "/Metadata": Owner("xmp", Layer.METADATA, "document metadata (XMP)"),
    "/StructTreeRoot": STRUCTURE,
    "/Pages": Owner("object", Layer.NAME, "inside a page's objects"),
}


def read(pdf: pikepdf.Pdf, frames: Sequence[Frame], limits: Limits) -> tuple[list[Segment], list[Feature]]:
    """Return a segment for every string outside the pages' text, and the features met on the way.

    Raises:
        LimitError: more objects than ``limits.max_objects`` allows.
    """
    walk = Walk(pdf, frames, limits)
    _info(walk)
    _outlines(walk)
    _annotations(walk)
    _rest(walk)
    _unreachable(walk)
    walk.finish()
    features = [
        Feature(kind, place, page, count, walk.quads.get((kind, place, page)))
        for (kind, place, page), count in walk.features.items()
    ]
    return walk.segments, features


def _info(walk: Walk) -> None:
    """Visit the document information dictionary."""
    info = walk.pdf.trailer.get("/Info")
    if not isinstance(info, pikepdf.Dictionary):
        return
    walk.seen.add(info.objgen)
    custom = 0
    for full, value in info.items():
        key = full[1:]
        if key not in _INFO:
            walk.name(key)
            custom += 1
            if key not in _TYPESETTERS:
                walk.feature("private-keys", "document properties of its maker's own")
        name = key if key in _INFO else f"custom{custom}"
        walk.visit(value, Owner(f"info/{name}", Layer.METADATA, _INFO_PLACES.get(key, "document property")))


def _outlines(walk: Walk) -> None:
    """Visit bookmarks in reading order; a circle among them ends the walk."""
    root = walk.pdf.Root.get("/Outlines")
    if not isinstance(root, pikepdf.Dictionary):
        return
    waiting = [root.get("/First")]
    count = 0
    met: set[tuple[int, int]] = set()
    while waiting:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Dictionary) or (item.is_indirect and item.objgen in met):
            continue
        met.add(item.objgen)
        count += 1
        owner = Owner(f"outline/{count}", Layer.OUTLINE, f"bookmark {count}")
        walk.seen.add(item.objgen)
        for full, child in item.items():
            if full == "/Title":
                walk.visit(child, owner)
            elif full in ("/Dest", "/A"):
                walk.visit(child, replace(owner, id=f"outline/{count}/target"))
        waiting += [item.get("/Next"), item.get("/First")]


def _annotations(walk: Walk) -> None:
    """Visit each page's links, comments and form fields."""
    destinations: Destinations | None = None
    for number, page in enumerate(walk.pdf.pages, 1):
        annots = page.obj.get("/Annots")
        if not isinstance(annots, pikepdf.Array):
            continue
        for index, annot in enumerate(annots):
            if not isinstance(annot, pikepdf.Dictionary):
                continue
            quad = _annotation(walk, annot, number, index)
            if _is_blank(annot):
                walk.feature("dead-link", f"link on page {number}", number, quad)
            if str(annot.get("/Subtype", "")) == "/Link" and _stays_inside(annot):
                destinations = destinations or Destinations(walk.pdf)
                # Browsers print a link to "#" as one to a place without a name.
                if str(annot.get("/Dest", "x")) in ("", "/") or destinations.of(annot) is None:
                    walk.feature("dead-link", f"link on page {number}", number, quad)


def _is_blank(link: Any) -> bool:
    """Return whether a link's web address is "#" or empty: a string without letters is no text to be searched."""
    action = link.get("/A")
    if not isinstance(action, pikepdf.Dictionary) or str(action.get("/S", "")) != "/URI":
        return False
    return str(action.get("/URI", "")).strip() in ("", "#")


def _stays_inside(link: Any) -> bool:
    """Return whether a link leads to a place in this file, or has no target at all."""
    action = link.get("/A")
    return not isinstance(action, pikepdf.Dictionary) or str(action.get("/S", "")) == "/GoTo"


def _annotation(walk: Walk, annot: Any, number: int, index: int) -> Quad | None:
    """Visit one, and return where it lies."""
    rect = annot.get("/Rect")
    quad = None
    if isinstance(rect, pikepdf.Array) and len(rect) == 4:
        quad = walk.frames[number - 1].quad(*(float(value) for value in rect))
    subtype = str(annot.get("/Subtype", "/"))[1:]
    if subtype == "Link":
        owner = Owner(f"link/{number}/{index}", Layer.LINK, f"link on page {number}", number, quad)
        known = {"URI": "", "Contents": "Contents"}
    elif subtype == "Widget":
        owner = Owner(f"form/{number}.{index}", Layer.FORM, f"form field on page {number}", number, quad)
        known = {}
        walk.feature("form-field", f"form field on page {number}", number, quad)
    else:
        place = f"comment on page {number}"
        owner = Owner(f"annot/{number}/{index}", Layer.ANNOTATION, place, number, quad)
        known = {}
        if subtype == "Redact":
            walk.feature("unapplied-redaction", f"page {number}", number, quad)
        elif subtype == "FileAttachment":
            walk.feature("attachment", place, number, quad)
        elif subtype != "Popup":
            walk.feature("annotation", place, number, quad)
    if annot.is_indirect:
        walk.seen.add(annot.objgen)
    parent = annot.get("/Parent")
    if subtype == "Widget" and isinstance(parent, pikepdf.Dictionary):
        _field(walk, parent, owner)
    action = annot.get("/A")
    if subtype == "Link" and isinstance(action, pikepdf.Dictionary) and isinstance(action.get("/URI"), pikepdf.String):
        walk.add(owner, "", string_of(action["/URI"]))
    for full, child in annot.items():
        key = full[1:]
        if key in NO_TEXT or key in ("P", "Parent", "Popup", "IRT", "StructParent"):
            continue
        if key == "A" and subtype == "Link" and isinstance(child, pikepdf.Dictionary):
            _link_action(walk, child, owner)
            continue
        if key not in STANDARD:
            walk.name(key)
        walk.visit(child, owner, known.get(key, key))
    walk.owner_of(annot, owner)
    return quad


def _link_action(walk: Walk, action: Any, owner: Owner) -> None:
    if action.is_indirect:
        if action.objgen in walk.seen:
            return
        walk.seen.add(action.objgen)
    inside = walk.owner_of(action, replace(owner, id=f"{owner.id}/action"))
    for full, child in action.items():
        if full != "/URI":
            walk.visit(child, inside, full[1:])


def _field(walk: Walk, parent: Any, owner: Owner) -> None:
    """Visit a field above its widget: value, name and choices stand there."""
    above = parent
    for _ in range(32):
        if not isinstance(above, pikepdf.Dictionary) or above.objgen in walk.seen:
            return
        walk.seen.add(above.objgen)
        walk.owner_of(above, owner)
        for full, child in above.items():
            if full not in ("/Kids", "/Parent") and full[1:] not in NO_TEXT:
                walk.visit(child, owner, full[1:])
        above = above.get("/Parent")


def _rest(walk: Walk) -> None:
    """Visit everything else from the catalogue downwards, then private keys of the trailer."""
    root = walk.pdf.Root
    walk.seen.add(root.objgen)
    for full, owner in _ROOTS.items():
        if full in root:
            if full == "/StructTreeRoot":
                walk.feature("structure-tree", "tags for reading aloud")
            if full == "/Metadata" and isinstance(root[full], pikepdf.Stream):
                walk.metadata(root[full], "xmp")
                continue
            if full in ("/OpenAction", "/AA"):
                _open_action(walk, full, root[full])
            walk.visit(root[full], owner)
    for full, value in root.items():
        if full in _ROOTS or full == "/Outlines" or full[1:] in NO_TEXT:
            continue
        where = full[1:] if full[1:] in STANDARD else "custom"
        if where == "custom":
            walk.feature("private-keys", "private entries in its catalogue")
        walk.entry(full[1:], value, Owner(f"catalogue/{where}", Layer.NAME, "the file's catalogue"), 0)
    for full, value in walk.pdf.trailer.items():
        if full not in ("/Root", "/Info", "/ID", "/Encrypt", "/Prev"):
            walk.visit(value, Owner("trailer", Layer.NAME, "the file's trailer"))


def _open_action(walk: Walk, full: str, value: Any) -> None:
    if full == "/AA" or (isinstance(value, pikepdf.Dictionary) and value.get("/S") != "/GoTo"):
        walk.feature("open-action", "the whole file")


def _unreachable(walk: Walk) -> None:
    """Visit what nothing refers to; such objects are often what an editor meant to delete."""
    left = 0
    for one in references.unreachable(walk.pdf):
        if isinstance(one, pikepdf.Object) and not _is_plumbing(one):
            left += 1
            walk.visit(one, _UNREACHABLE)
    if left:
        walk.features["unreferenced-object", "the whole file", None] += left


def _is_plumbing(one: pikepdf.Object) -> bool:
    """Return True for what holds a file together or says nothing: object streams, hint tables, numbers, empty ones."""
    if isinstance(one, pikepdf.Array):
        return not any(isinstance(child, (pikepdf.String, pikepdf.Dictionary, pikepdf.Array)) for child in one)
    if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        return not isinstance(one, pikepdf.String)
    hints = isinstance(one, pikepdf.Stream) and "/Type" not in one and isinstance(one.get("/S"), int)
    return one.get("/Type") in ("/ObjStm", "/XRef") or "/Linearized" in one or hints or not len(list(one.keys()))
