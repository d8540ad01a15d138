"""Read the tags of a PDF: shape and types, and the few attributes that are numbers and standard words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.formats.pdf.tags import (
    LATER,
    PICTURES,
    PLAIN,
    STANDARD,
    Attached,
    Attributes,
    Element,
    Kid,
    Marked,
    Tags,
    UnsoundTagsError,
    words,
)
from redactor.formats.pdf.walk import string_of

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
"""A language tag (RFC 5646), and no room for anything else."""
_MAX_ELEMENTS = 500_000
_MAX_DEPTH = 300
_MAX_SPAN = 1000
_MAX_ROLES = 10
_SCOPES = frozenset({"Row", "Column", "Both"})
_NUMBERINGS = words(
    "None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha Unordered Ordered Description"
)
_PLACEMENTS = frozenset({"Block", "Inline", "Before", "Start", "End"})


@dataclass(slots=True)
class _Open:
    """An element while its kids are read."""

    source: Any
    kind: str
    depth: int
    page: int
    kids: list[Kid] = field(default_factory=list)


def read(pdf: pikepdf.Pdf) -> Tags | None:
    """Return a PDF's tags, or None where it has none that point at a page.

    Raises:
        UnsoundTagsError: they point into drawings, or are built as no reader could follow.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, Dictionary):
        return None
    tags = _Reader(pdf, root).tags()
    return tags if tags.kinds() else None


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, root: Any) -> None:
        self._root = root
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._roles = _named(root.get("/RoleMap"))
        self._classes = _named(root.get("/ClassMap"))
        self._met: set[tuple[int, int]] = set()
        self._taken: set[Marked] = set()
        self._open: list[_Open] = []

    def tags(self) -> Tags:
        self._open.append(_Open(self._root, "Document", 0, 0))
        at = 0
        while at < len(self._open):
            self._kids(self._open[at])
            at += 1
        elements = [self._closed(one) for one in self._open]
        top = elements[0].kids
        # Most files have one element of their own that holds everything; a second around it says nothing.
        if len(top) == 1 and isinstance(top[0], int) and elements[top[0]].kind == "Document":
            elements[0], elements[top[0]] = elements[top[0]], Element("NonStruct")
        return Tags(tuple(elements))

    def _kids(self, parent: _Open) -> None:
        below = parent.source.get("/K")
        for kid in below if isinstance(below, Array) else () if below is None else (below,):
            if isinstance(kid, int):
                self._mark(parent, parent.page, kid)
            elif isinstance(kid, Dictionary):
                self._dictionary(parent, kid)

    def _dictionary(self, parent: _Open, kid: Any) -> None:
        kind = kid.get("/Type")
        if kind == Name.MCR:
            if "/Stm" in kid:
                raise UnsoundTagsError("a tag points into a drawing")
            number = kid.get("/MCID")
            if isinstance(number, int):
                self._mark(parent, self._page_of(kid) or parent.page, number)
        elif kind == Name.OBJR:
            target = kid.get("/Obj")
            if isinstance(target, Dictionary) and target.is_indirect:
                parent.kids.append(Attached(target.objgen))
        elif isinstance(kid.get("/S"), Name):
            self._element(parent, kid)

    def _element(self, parent: _Open, kid: Any) -> None:
        if kid.is_indirect:
            if kid.objgen in self._met:
                return
            self._met.add(kid.objgen)
        if len(self._open) >= _MAX_ELEMENTS or parent.depth >= _MAX_DEPTH:
            raise UnsoundTagsError("the tags are too many or too deep")
        parent.kids.append(len(self._open))
        self._open.append(_Open(kid, self._kind(kid), parent.depth + 1, self._page_of(kid) or parent.page))

    def _mark(self, parent: _Open, page: int, number: int) -> None:
        mark = Marked(page, number)
        if page and number >= 0 and mark not in self._taken:
            self._taken.add(mark)
            parent.kids.append(mark)

    def _page_of(self, holder: Any) -> int:
        page = holder.get("/Pg")
        return self._pages.get(page.objgen, 0) if isinstance(page, Dictionary) else 0

    def _kind(self, element: Any) -> str:
        name = _word(element.get("/S"))
        for _ in range(_MAX_ROLES):
            if name in STANDARD:
                return name
            if name in LATER:
                return LATER[name]
            # A heading deeper than the six that PDF 1.7 knows (ISO 32000-2, 14.8.4.5).
            if re.fullmatch(r"H[1-9]\d?", name):
                return "H6"
            name = _word(self._roles.get(name))
        return "NonStruct"

    def _closed(self, one: _Open) -> Element:
        language = string_of(one.source.get("/Lang", "")) if one.depth else ""
        identity = one.source.get("/ID")
        description = one.source.get("/Alt")
        return Element(
            one.kind,
            tuple(one.kids),
            string_of(description) if one.kind in PICTURES and isinstance(description, String) else "",
            language if LANGUAGE.fullmatch(language) else "",
            self._attributes(one.source) if one.depth else PLAIN,
            bytes(identity) if isinstance(identity, String) else b"",
        )

    def _attributes(self, element: Any) -> Attributes:
        if "/A" not in element and "/C" not in element:
            return PLAIN
        values: dict[str, Any] = {}
        classes = element.get("/C")
        for name in classes if isinstance(classes, Array) else (classes,):
            for owner in _owners(self._classes.get(_word(name))):
                values.update(owner)
        for owner in _owners(element.get("/A")):
            values.update(owner)
        headers = values.get("/Headers")
        return Attributes(
            _span(values.get("/RowSpan")),
            _span(values.get("/ColSpan")),
            _one_of(values.get("/Scope"), _SCOPES),
            _one_of(values.get("/ListNumbering"), _NUMBERINGS),
            _one_of(values.get("/Placement"), _PLACEMENTS),
            _box(values.get("/BBox")),
            tuple(bytes(one) for one in headers if isinstance(one, String)) if isinstance(headers, Array) else (),
        )


def _owners(attributes: Any) -> Iterator[dict[str, Any]]:
    for one in attributes if isinstance(attributes, Array) else (attributes,):
        if isinstance(one, (Dictionary, Stream)):
            yield dict(one.items())


def _named(entries: Any) -> dict[str, Any]:
    return {key[1:]: value for key, value in entries.items()} if isinstance(entries, Dictionary) else {}


def _word(name: Any) -> str:
    return str(name)[1:] if isinstance(name, Name) else ""


def _span(value: Any) -> int:
    return value if isinstance(value, int) and 1 <= value <= _MAX_SPAN else 1


def _one_of(value: Any, words: frozenset[str]) -> str:
    word = _word(value)
    return word if word in words else ""


def _box(value: Any) -> tuple[float, float, float, float] | None:
    if not isinstance(value, Array) or len(value) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(number) for number in value)
    except (TypeError, ValueError):
        return None
    return x0, y0, x1, y1
