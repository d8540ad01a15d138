"""Write tags into a copy: shape, types and numbers from the source, words only where something was removed.

No class map, no role map, no private types; identities are numbered anew. The copy does not claim PDF/UA, which nobody
has checked, but says that it is tagged (ISO 32000-1, 14.7 and 14.8.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.formats.pdf.tags import GRID, PICTURES, Attached, Attributes, Element, Gap, Kid, Marked, Tags

_NEUTRAL = "Picture"
_LEAF = 2000
"""Entries of a number tree that stand in one array."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What stands where a redaction was.

    Attributes:
        number: of the stretch in which its box is painted.
        code: what is printed on it.
        before, after: numbers of stretches in which words of the same line were written anew on either side of it.
    """

    number: int
    code: str
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """What the copy's pages hold for tags to point at.

    Attributes:
        numbers: by page, the numbers of its stretches; what draws nothing any more has none.
        gaps: what stands where each painted redaction was.
        links: for each of the source's links its page and its object in the copy.
    """

    numbers: Mapping[int, set[int]]
    gaps: Mapping[Gap, Spoken] = field(repr=False)
    links: Mapping[tuple[int, int], tuple[int, Any]] = field(repr=False)


def write(pdf: pikepdf.Pdf, tags: Tags, pages: Pages) -> None:
    """Write a document's tags into a PDF that has none."""
    _Writer(pdf, _alive(tags, pages), pages).write()


def said(code: str) -> str:
    """Return what a screen reader says where something was removed: the code and nothing else."""
    return f"[redacted {code}]" if code else "[redacted]"


def _alive(tags: Tags, pages: Pages) -> list[Element | None]:
    """Return the elements that still hold something, each with what is left of its kids."""
    left: list[Element | None] = list(tags.elements)
    for number in range(len(left) - 1, -1, -1):
        element = tags.elements[number]
        kids = tuple(kid for kid in element.kids if _is_there(kid, left, pages))
        if kids or number == 0 or element.kind in GRID:
            kind = element.kind
            if kind in ("Link", "Form", "Annot") and not _attached(kids, left):
                kind = "Span" if kind == "Link" else "NonStruct"
            left[number] = replace(element, kind=kind, kids=kids)
        else:
            left[number] = None
    return left


def _is_there(kid: Kid, left: list[Element | None], pages: Pages) -> bool:
    match kid:
        case Marked(page, mcid):
            return mcid in pages.numbers.get(page, ())
        case Attached(annotation):
            return annotation in pages.links
        case Gap():
            return kid in pages.gaps
        case _:
            return left[kid] is not None


def _attached(kids: tuple[Kid, ...], left: list[Element | None]) -> bool:
    """Return whether a link's object stands in an element or in one right below it."""
    for kid in kids:
        if isinstance(kid, Attached):
            return True
        below = left[kid] if isinstance(kid, int) else None
        if below is not None and any(isinstance(one, Attached) for one in below.kids):
            return True
    return False


class _Writer:
    def __init__(self, pdf: pikepdf.Pdf, elements: list[Element | None], pages: Pages) -> None:
        self._pdf, self._elements, self._pages = pdf, elements, pages
        self._objects: dict[int, Any] = {}
        self._parents: dict[int, dict[int, Any]] = {}
        self._annotations: list[Any] = []
        wanted = {header for element in elements if element is not None for header in element.attributes.headers}
        identities = [one.identity for one in elements if one is not None and one.identity in wanted]
        self._identities = {identity: f"h{at:06d}" for at, identity in enumerate(dict.fromkeys(identities), 1)}
        self._named: dict[str, Any] = {}

    def write(self) -> None:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        above: dict[int, Any] = {}
        for number, element in enumerate(self._elements):
            if element is None or (number and number not in above):
                continue
            made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.kind)))
            self._objects[number] = made
            for kid in element.kids:
                if isinstance(kid, int):
                    above[kid] = made
            made.P = above.get(number, root)
        for number, made in self._objects.items():
            element = self._elements[number]
            if element is not None:
                self._fill(made, element)
        root.K = Array([self._objects[0]])
        self._number(root)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _fill(self, made: Any, element: Element) -> None:
        first = next((kid.page for kid in element.kids if isinstance(kid, Marked)), 0)
        if first:
            made.Pg = self._page(first)
        kids = [self._kid(part, made, first) for kid in element.kids for part in self._around(kid)]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        if element.kind in PICTURES:
            made.Alt = String(element.alternative or _NEUTRAL)
        if element.language:
            made.Lang = String(element.language)
        if element.identity in self._identities and self._identities[element.identity] not in self._named:
            name = self._identities[element.identity]
            made.ID, self._named[name] = String(name), made
        owners = list(self._attributes(element.attributes))
        if owners:
            made.A = owners[0] if len(owners) == 1 else Array(owners)

    def _around(self, kid: Kid) -> tuple[Kid, ...]:
        """Return a kid, and a gap with the words written anew beside it."""
        if not isinstance(kid, Gap):
            return (kid,)
        spoken = self._pages.gaps[kid]
        before, after = ([Marked(kid.page, number) for number in side] for side in (spoken.before, spoken.after))
        return (*before, kid, *after)

    def _kid(self, kid: Kid, made: Any, first: int) -> Any:
        match kid:
            case Marked(page, mcid):
                self._parents.setdefault(page, {})[mcid] = made
                if page == first:
                    return mcid
                return Dictionary(Type=Name.MCR, Pg=self._page(page), MCID=mcid)
            case Attached(annotation):
                page, link = self._pages.links[annotation]
                self._annotations.append((link, made))
                return Dictionary(Type=Name.OBJR, Pg=self._page(page), Obj=link)
            case Gap(page, _):
                mcid, code = self._pages.gaps[kid].number, self._pages.gaps[kid].code
                span = Dictionary(
                    Type=Name.StructElem,
                    S=Name.Span,
                    P=made,
                    Pg=self._page(page),
                    K=mcid,
                    ActualText=String(said(code)),
                )
                spoken = self._pdf.make_indirect(span)
                self._parents.setdefault(page, {})[mcid] = spoken
                return spoken
            case _:
                return self._objects[kid]

    def _attributes(self, attributes: Attributes) -> Any:
        table = Dictionary(O=Name.Table)
        if attributes.row_span > 1:
            table.RowSpan = attributes.row_span
        if attributes.column_span > 1:
            table.ColSpan = attributes.column_span
        if attributes.scope:
            table.Scope = Name("/" + attributes.scope)
        headers = [self._identities[one] for one in attributes.headers if one in self._identities]
        if headers:
            table.Headers = Array([String(name) for name in headers])
        if len(table.keys()) > 1:
            yield table
        if attributes.numbering:
            yield Dictionary(O=Name.List, ListNumbering=Name("/" + attributes.numbering))
        if attributes.placement or attributes.box:
            layout = Dictionary(O=Name.Layout)
            if attributes.placement:
                layout.Placement = Name("/" + attributes.placement)
            if attributes.box:
                layout.BBox = Array(list(attributes.box))
            yield layout

    def _page(self, number: int) -> Any:
        return self._pdf.pages[number - 1].obj

    def _number(self, root: Any) -> None:
        """Write the way back from pages and links to their elements (ISO 32000-1, 14.7.4.4)."""
        entries: list[Any] = []
        for key, (number, by_mcid) in enumerate(sorted(self._parents.items())):
            page = self._page(number)
            page.StructParents, page.Tabs = key, Name.S
            below = Array([by_mcid.get(mcid) for mcid in range(max(by_mcid) + 1)])
            entries += [key, self._pdf.make_indirect(below)]
        for key, (link, made) in enumerate(self._annotations, len(self._parents)):
            link.StructParent = key
            entries += [key, made]
        kids = [
            self._pdf.make_indirect(Dictionary(Nums=Array(part), Limits=Array([part[0], part[-2]])))
            for part in (entries[at : at + _LEAF] for at in range(0, len(entries), _LEAF))
        ]
        root.ParentTree = self._pdf.make_indirect(
            Dictionary(Nums=Array(entries)) if len(kids) == 1 else Dictionary(Kids=Array(kids))
        )
        root.ParentTreeNextKey = len(entries) // 2
        if self._named:
            names: list[Any] = []
            for name in sorted(self._named):
                names += [String(name), self._named[name]]
            root.IDTree = Dictionary(Names=Array(names))
