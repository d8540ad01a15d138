"""What a page's drawing instructions may not carry into a copy: tags, alternative text and switched-off layers.

Marked content (ISO 32000-1, 14.6) is where ``/ActualText`` repeats words outside the glyphs, and optional content
(8.11) is where a layer that nobody sees still holds its words. Both are taken out before anything is redacted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Stream

from redactor.errors import RedactionError

ObjGen = tuple[int, int]

_MARKS = frozenset({"BDC", "BMC", "EMC", "MP", "DP"})
_MARK = re.compile(rb"(?<![A-Za-z0-9*])(?:BDC|BMC|EMC|MP|DP)(?![A-Za-z0-9*])")
_PATHS = frozenset({"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"', "sh", "Do"})
_NO_PAINT = ContentStreamInstruction([], Operator("n"))


def hidden_layers(pdf: pikepdf.Pdf) -> frozenset[ObjGen]:
    """Return the optional content groups that the default configuration switches off."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return frozenset()
    default = properties.get("/D", Dictionary())
    off = {group.objgen for group in default.get("/OFF", Array())}
    if default.get("/BaseState") == Name.OFF:
        groups = {group.objgen for group in properties.get("/OCGs", Array())}
        off |= groups - {group.objgen for group in default.get("/ON", Array())}
    return frozenset(off)


def is_hidden(membership: Any, hidden: frozenset[ObjGen]) -> bool:
    """Return True where an ``/OC`` entry (a group, or a membership dictionary with its policy) is switched off."""
    if not hidden or not isinstance(membership, Dictionary):
        return False
    if membership.get("/Type") != Name.OCMD:
        return membership.objgen in hidden
    groups = membership.get("/OCGs")
    members: Iterable[Any] = groups if isinstance(groups, Array) else [] if groups is None else [groups]
    off = [member.objgen in hidden for member in members if isinstance(member, Dictionary)]
    if not off:
        return False
    match str(membership.get("/P", "/AnyOn")):
        case "/AllOn":
            return any(off)
        case "/AnyOff":
            return not any(off)
        case "/AllOff":
            return not all(off)
        case _:
            return all(off)


def strip_marks(content: Any, raw: bytes, resources: Any, hidden: frozenset[ObjGen], where: str) -> bytes | None:
    """Return a content stream without marked content and hidden layers, or None where it had neither.

    Args:
        content: page or stream, as pikepdf parses it.
        raw: its decoded bytes.
        resources: its resource dictionary, for the names of layers; may be None.
        hidden: groups switched off.
        where: place for the error, such as "page 3".

    Raises:
        RedactionError: the instructions cannot be read.
    """
    if not _MARK.search(raw):
        return None
    try:
        instructions = pikepdf.parse_content_stream(content)
    except pikepdf.PdfError:
        raise RedactionError(
            "the drawing instructions are damaged and cannot be rewritten",
            where=where,
            remedy="Print the document to a new PDF and redact that.",
        ) from None
    layers = resources.get("/Properties") if isinstance(resources, Dictionary) else None
    return pikepdf.unparse_content_stream(list(_unmarked(instructions, layers, hidden)))


def _unmarked(instructions: Iterable[Any], layers: Any, hidden: frozenset[ObjGen]) -> Iterable[Any]:
    open_marks: list[bool] = []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            open_marks.append(operator == "BDC" and _opens_hidden(instruction.operands, layers, hidden))
        elif operator == "EMC":
            if open_marks:
                open_marks.pop()
        elif operator in _MARKS:
            continue
        elif not any(open_marks):
            yield instruction
        elif operator in _PATHS:
            yield _NO_PAINT  # the path may still clip
        elif operator not in _SHOWS and operator != "INLINE IMAGE":
            yield instruction


def _opens_hidden(operands: Any, layers: Any, hidden: frozenset[ObjGen]) -> bool:
    if not hidden or len(operands) < 2 or operands[0] != Name.OC or not isinstance(operands[1], Name):
        return False
    return isinstance(layers, Dictionary) and is_hidden(layers.get(str(operands[1])), hidden)


def empty_object(stream: Stream) -> None:
    """Turn a drawing or picture into one that paints nothing, wherever it is used."""
    for key in list(stream.keys()):
        if key != "/Length":
            del stream[key]
    stream.write(b"")
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, 0, 0])
