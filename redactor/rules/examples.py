"""Examples of letters, a few lines each, with which a letter rule shows when it fires and when it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from redactor.model import Case, Document, Feature, Layer, Mode, Page, QuadArray, Requester, Segment, Source, quad_of
from redactor.rules import View


@dataclass(frozen=True, slots=True)
class Example:
    """A letter as text, each paragraph on a line of its own, and what else is known of it.

    Attributes:
        text: the body; a form feed begins a new page.
        regime: "foia", "eir" or "foisa", as the policy has it.
        mode: to be published, or sent to the requester.
        kind, received, sent, reference, authority, requester: the case file.
        name, title: the file's name and the title in its metadata.
        links: shown text and target of each link.
        features: kinds of things in the file beside its pages ("comment").
    """

    text: str
    regime: str = "foia"
    mode: Mode = Mode.PUBLISH
    kind: str = ""
    received: date | None = None
    sent: date | None = None
    reference: str = ""
    authority: str = ""
    requester: Requester = field(default_factory=Requester)
    name: str = "reply.pdf"
    title: str = ""
    links: Sequence[tuple[str, str]] = ()
    features: Sequence[str] = ()


_LEFT, _TOP, _WIDE, _HIGH, _STEP = 72.0, 90.0, 5.0, 11.0, 33.0
"""Points: lines stand so far apart that none is taken for the end of the one above."""


def view_of(example: Example | str) -> View:
    """Return the view that a rule would get of an example."""
    from redactor import letter
    from redactor.analysis.textmap import TextMap

    one = Example(example) if isinstance(example, str) else example
    pages = [_page(number, text) for number, text in enumerate(one.text.strip("\n").split("\f"), 1)]
    others = [_segment("file/name", Layer.FILE_NAME, one.name)]
    if one.title:
        others.append(_segment("info/Title", Layer.METADATA, one.title))
    others += [_link(at, shown, target, pages) for at, (shown, target) in enumerate(one.links)]
    document = Document(
        Source(one.name, "", len(one.text), "application/pdf"),
        (*pages, *others),
        tuple(Page(page.page or 0, 595, 842, 0, len(page.text)) for page in pages),
        features=tuple(Feature(kind, "page 1", 1) for kind in one.features),
    )
    case = Case(
        mode=one.mode,
        regime=one.regime,
        kind=one.kind,
        authority=one.authority,
        reference=one.reference,
        received=one.received,
        sent=one.sent,
        requester=one.requester,
    )
    body = TextMap.build(pages)
    read = letter.read(body, document, case, regime=one.regime)
    return View(document, body, (), {}, case, letter=read, requester_known=bool(one.requester), show_values=True)


def _page(number: int, text: str) -> Segment:
    """Return a page in letters of one width, so that links lie on words."""
    quads = [
        quad_of((_LEFT + _WIDE * at, top, _LEFT + _WIDE * (at + 1), top + _HIGH)) if at < len(line) else None
        for top, line in ((_TOP + _STEP * row, line) for row, line in enumerate(text.split("\n")))
        for at in range(len(line) + 1)
    ]
    return Segment(f"page/{number}", Layer.BODY, number, text, QuadArray(quads[: len(text)]))


def _segment(name: str, layer: Layer, text: str) -> Segment:
    return Segment(name, layer, None, text, QuadArray.nowhere(len(text)))


def _link(at: int, shown: str, target: str, pages: Sequence[Segment]) -> Segment:
    """Return a link that lies on the first place where its shown text stands."""
    page = next(page for page in pages if shown in page.text)
    start = page.text.index(shown)
    quads = [quad for quad in page.quads[start : start + len(shown)] if quad is not None]
    place = quad_of((quads[0][0], quads[0][1], quads[-1][6], quads[-1][7]))
    return Segment(
        f"link/{page.page}/{at}", Layer.LINK, page.page, target, QuadArray([place] * len(target)), f"link {at}"
    )
