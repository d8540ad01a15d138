"""Tags: what a screen reader is told a page's text is (heading, paragraph, cell), as plain values.

A tagged PDF has a tree beside its pages (ISO 32000-1, 14.7 and 14.8): its leaves point at numbered stretches of a page's drawing
instructions, its branches say what these are. The shape is kept, and of the words in the tree only those that the caller
proved safe: what a reader hears is the page's surviving text itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redactor.model import Box

ObjGen = tuple[int, int]


def words(text: str) -> frozenset[str]:
    """Return a list of words as a set."""
    return frozenset(text.split())


STANDARD = words(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH "
    "TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula "
    "Form"
)
"""Standard structure types (ISO 32000-1, 14.8.4) but Private, whose content no reader reads."""
LATER = {
    "DocumentFragment": "Part", "Aside": "Div", "Title": "P", "FENote": "Note", "Sub": "Span", "Em": "Span",
    "Strong": "Span", "Private": "NonStruct",
}  # fmt: skip
"""Types that PDF 2.0 added (ISO 32000-2, 14.8.4), and what they were before."""
GRID = words("Table TR TH TD THead TBody TFoot")
"""Types that hold a table together: an empty cell is a cell."""
PICTURES = frozenset({"Figure", "Formula"})


class UnsoundTagsError(Exception):
    """The tags cannot be kept in step with the pages; they are dropped, and the report says so."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A numbered stretch of a page's instructions; pages count from 1."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Attached:
    """A link, by its object in the source."""

    annotation: ObjGen


@dataclass(frozen=True, slots=True)
class Gap:
    """The place of a redaction on a page, by its finding."""

    page: int
    finding: str


Kid = int | Marked | Attached | Gap
"""What an element holds; a number is the place of another element in ``Tags.elements``."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What an element says of itself in numbers and standard words alone (ISO 32000-1, 14.8.5)."""

    row_span: int = 1
    column_span: int = 1
    scope: str = ""
    numbering: str = ""
    placement: str = ""
    box: Box | None = None
    headers: tuple[bytes, ...] = field(default=(), repr=False)
    """Identities of the header cells; they are numbered anew when written."""


PLAIN = Attributes()


@dataclass(frozen=True, slots=True)
class Element:
    """One element: a standard type, what it holds in reading order, and what may be said of it."""

    kind: str
    kids: tuple[Kid, ...] = ()
    alternative: str = field(default="", repr=False)
    language: str = ""
    attributes: Attributes = PLAIN
    identity: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Tags:
    """All elements of a document, each after the one that holds it; the first holds all others."""

    elements: tuple[Element, ...] = field(repr=False)

    def kinds(self) -> dict[int, dict[int, str]]:
        """Return by page the type of the element to which each number belongs."""
        found: dict[int, dict[int, str]] = {}
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, Marked):
                    found.setdefault(kid.page, {})[kid.mcid] = element.kind
        return found

    def split(self, parts: Mapping[Marked, Sequence[Marked | Gap]], touched: Collection[Marked]) -> Tags:
        """Return the tags with some stretches cut in parts, and pictures that lost something without their description."""
        elements = [_with_parts(element, parts) for element in self.elements]
        lost: set[int] = set()
        for number in range(len(elements) - 1, -1, -1):
            kids = elements[number].kids
            if any(kid in lost if isinstance(kid, int) else isinstance(kid, Gap) or kid in touched for kid in kids):
                lost.add(number)
                elements[number] = replace(elements[number], alternative="")
        return Tags(tuple(elements))

    def replaced(self, pages: Mapping[int, Sequence[Marked | Gap]]) -> Tags:
        """Return the tags with each of some pages as one paragraph, in place of what was said of it."""
        elements = [
            replace(
                element,
                kids=tuple(kid for kid in element.kids if not (isinstance(kid, (Marked, Gap)) and kid.page in pages)),
            )
            for element in self.elements
        ]
        for _, parts in sorted(pages.items()):
            if parts:
                elements = append(elements, parts)
        return Tags(tuple(elements))

    def speaking(self, safe: Collection[str]) -> Tags:
        """Return the tags with those descriptions alone that are safe."""
        return Tags(
            tuple(
                replace(element, alternative="") if element.alternative and element.alternative not in safe else element
                for element in self.elements
            )
        )


def append(elements: Sequence[Element], kids: Sequence[Kid]) -> list[Element]:
    """Return elements with a paragraph more, read after everything else of its page that stands before the next page's."""
    page = next((kid.page for kid in kids if isinstance(kid, (Marked, Gap))), 0)
    above, at = elements[0], 0
    for place, kid in enumerate(above.kids):
        if _first_page(elements, kid) > page:
            break
        at = place + 1
    whole = replace(above, kids=(*above.kids[:at], len(elements), *above.kids[at:]))
    return [whole, *elements[1:], Element("P", tuple(kids))]


def _first_page(elements: Sequence[Element], kid: Kid) -> int:
    while isinstance(kid, int):
        below = elements[kid].kids
        if not below:
            return 0
        kid = below[0]
    return 0 if isinstance(kid, Attached) else kid.page


def _with_parts(element: Element, parts: Mapping[Marked, Sequence[Marked | Gap]]) -> Element:
    if not any(kid in parts for kid in element.kids):
        return element
    kids: list[Kid] = []
    for kid in element.kids:
        kids += parts.get(kid, (kid,)) if isinstance(kid, Marked) else (kid,)
    return replace(element, kids=tuple(kids))


def leaves(tags: Tags) -> Iterator[Kid]:
    """Yield what stands at the ends of the tree, in reading order."""
    waiting: list[Kid] = [0]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, int):
            waiting += reversed(tags.elements[kid].kids)
        else:
            yield kid
