"""Tags for form fields and notes that were painted into their page: what they show becomes a stretch of the page.

A field stands in the tree by the object that it was. MuPDF paints each as a drawing of its own at the end of the page; the one
that lies where the field lay takes its place in the tree, and what stood in no tree is read after the rest of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from redactor.formats.pdf import letterfall
from redactor.formats.pdf.content import END_MARK, mark
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.letterfall import Pen
from redactor.formats.pdf.quads import overlap
from redactor.formats.pdf.tags import Attached, Gap, Kid, Marked, ObjGen, Tags, append, leaves
from redactor.model import Box, Redaction, box_of

_NEAR = 1.0
"""User space units by which a painted field's edges may miss its rectangle."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A field or note that will be painted into its page: page number, rectangle in user space, its object in the source."""

    page: int
    rect: Box
    source: ObjGen


def mark_drawings(
    instructions: Iterable[Any], resources: Any, flats: Sequence[Flat], *, free: int
) -> tuple[list[Any], dict[ObjGen, int]]:
    """Return a page's instructions with a stretch around the drawing of each field, and their numbers, ``free`` and above."""
    pen, depth = Pen(resources), 0
    out: list[Any] = []
    found: dict[ObjGen, int] = {}
    for one in instructions:
        operator, operands = str(one.operator), one.operands
        if operator in ("BDC", "BMC"):
            depth += 1
        elif operator == "EMC":
            depth -= 1
        elif operator == "Do" and not depth:
            flat = _lying_at(pen.drawn(operands), flats)
            if flat is not None and flat.source not in found:
                number = found[flat.source] = free + len(found)
                out += [mark("Form", number), one, END_MARK]
                continue
        elif operator not in letterfall.SHOWS:
            pen.move(operator, operands)
        out.append(one)
    return out, found


def _lying_at(corners: Sequence[letterfall.Point], flats: Sequence[Flat]) -> Flat | None:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    box = (min(xs), min(ys), max(xs), max(ys))
    for flat in flats:
        if all(abs(one - other) <= _NEAR for one, other in zip(box, flat.rect, strict=True)):
            return flat
    return None


def placed(
    tags: Tags,
    numbers: Mapping[int, Mapping[ObjGen, int]],
    flats: Sequence[Flat],
    frames: Mapping[int, Frame],
    redactions: Mapping[int, Sequence[Redaction]],
) -> Tags:
    """Return the tags with painted fields as stretches of their pages.

    Args:
        tags: as they are without.
        numbers: by page, what ``mark_drawings`` returned.
        flats: all fields and notes that were painted.
        frames, redactions: by page.
    """
    said = {kid for kid in leaves(tags) if isinstance(kid, Gap)}
    inside: dict[Attached, list[Kid]] = {}
    for flat in flats:
        number = numbers.get(flat.page, {}).get(flat.source)
        if number is not None:
            gaps = [gap for gap in _gaps(flat, frames[flat.page], redactions.get(flat.page, ())) if gap not in said]
            said.update(gaps)
            inside[Attached(flat.source)] = [Marked(flat.page, number), *gaps]
    elements = []
    for element in tags.elements:
        kids: list[Kid] = []
        for kid in element.kids:
            kids += inside.pop(kid, [kid]) if isinstance(kid, Attached) else [kid]
        elements.append(replace(element, kids=tuple(kids)))
    for kids_left in inside.values():
        elements = append(elements, kids_left)
    return Tags(tuple(elements))


def _gaps(flat: Flat, frame: Frame, redactions: Sequence[Redaction]) -> list[Gap]:
    place = frame.box(*flat.rect)
    return [
        Gap(flat.page, one.finding_id) for one in redactions if any(overlap(place, box_of(quad)) for quad in one.quads)
    ]
