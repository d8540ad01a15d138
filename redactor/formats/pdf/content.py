"""What a page's drawing instructions may not carry into a copy: tags, alternative text and switched-off layers.

Marked content (ISO 32000-1, 14.6) is where ``/ActualText`` repeats words outside the glyphs, and optional content
(8.11) is where a layer that nobody sees still holds its words. Both are taken out before anything is redacted; of a tagged
document the bare numbers stay, by which its tags find their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Stream

from redactor.errors import RedactionError

ObjGen = tuple[int, int]

_MARKS = frozenset({"BDC", "BMC", "EMC", "MP", "DP"})
_MARK = re.compile(rb"(?<![A-Za-z0-9*])(?:BDC|BMC|EMC|MP|DP)(?![A-Za-z0-9*])")
PATHS = frozenset({"f", "F", "f*", "S", "s", "B", "B*", "b", "b*"})
SHOWS = frozenset({"Tj", "TJ", "'", '"', "sh", "Do"})
_NO_PAINT = ContentStreamInstruction([], Operator("n"))
ARTIFACT = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
"""Begins what is no part of the document's text: a rule, a running head (ISO 32000-1, 14.8.2.2)."""
END_MARK = ContentStreamInstruction([], Operator("EMC"))


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

    See ``plain_instructions``.
    """
    instructions = plain_instructions(content, raw, resources, hidden, where)
    return None if instructions is None else pikepdf.unparse_content_stream(instructions)


def plain_instructions(
    content: Any,
    raw: bytes,
    resources: Any,
    hidden: frozenset[ObjGen],
    where: str,
    *,
    tags: Mapping[int, str] = MappingProxyType({}),
    touched: bool = False,
) -> list[Any] | None:
    """Return drawing instructions without hidden layers and marked content, or None where they are plain already.

    Args:
        content: page or stream, as pikepdf parses it.
        raw: its decoded bytes.
        resources: its resource dictionary, for the names of layers; may be None.
        hidden: groups switched off.
        where: place for the error, such as "page 3".
        tags: marks to keep, by number, with the type to give them; artifacts are then kept too. All else that a mark may
            say is dropped.
        touched: the instructions are wanted in any case.

    Raises:
        RedactionError: the instructions cannot be read.
    """
    if not _MARK.search(raw):
        return None
    try:
        if tags and not hidden and not touched and _only_tags(content, tags):
            return None
        instructions = pikepdf.parse_content_stream(content)
    except pikepdf.PdfError:
        raise RedactionError(
            "the drawing instructions are damaged and cannot be rewritten",
            where=where,
            remedy="Print the document to a new PDF and redact that.",
        ) from None
    properties = resources.get("/Properties") if isinstance(resources, Dictionary) else None
    return list(_plain(instructions, properties, hidden, tags))


def _only_tags(content: Any, tags: Mapping[int, str]) -> bool:
    """Return whether the marks say nothing but the numbers and types to keep; a tenth of the price of rewriting them."""
    for one in pikepdf.parse_content_stream(content, " ".join(_MARKS)):
        operator, operands = str(one.operator), one.operands
        if operator == "BDC":
            entry = operands[1] if len(operands) == 2 else None
            number = number_of(operands)
            if number is None or not isinstance(entry, Dictionary) or len(entry) != 1:
                return False
            if operands[0] != "/" + tags.get(number, ""):
                return False
        elif operator == "BMC":
            if len(operands) != 1 or operands[0] != Name.Artifact:
                return False
        elif operator != "EMC":
            return False
    return True


def mark(kind: str, number: int) -> ContentStreamInstruction:
    """Return the instruction that begins a numbered stretch (ISO 32000-1, 14.7.4)."""
    return ContentStreamInstruction([Name("/" + kind), Dictionary(MCID=number)], Operator("BDC"))


def number_of(operands: Any, properties: Any = None) -> int | None:
    """Return the number of the stretch that a ``BDC`` begins, or None."""
    entry = operands[1] if len(operands) > 1 else None
    if isinstance(entry, Name):
        entry = properties.get(str(entry)) if isinstance(properties, Dictionary) else None
    number = entry.get("/MCID") if isinstance(entry, Dictionary) else None
    return number if isinstance(number, int) else None


def _plain(
    instructions: Iterable[Any], properties: Any, hidden: frozenset[ObjGen], tags: Mapping[int, str]
) -> Iterator[Any]:
    # For each mark that is open: does it hide what it holds, and was it kept?
    open_marks: list[tuple[bool, bool]] = []
    hiding = 0
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            hides = operator == "BDC" and _opens_hidden(instruction.operands, properties, hidden)
            kept = None if hiding or hides or not tags else _kept(operator, instruction.operands, properties, tags)
            open_marks.append((hides, kept is not None))
            hiding += hides
            if kept is not None:
                yield kept
        elif operator == "EMC":
            if open_marks:
                hides, was_kept = open_marks.pop()
                hiding -= hides
                if was_kept:
                    yield END_MARK
        elif operator in _MARKS:
            continue
        elif not hiding:
            yield instruction
        elif operator in PATHS:
            yield _NO_PAINT  # the path may still clip
        elif operator not in SHOWS and operator != "INLINE IMAGE":
            yield instruction
    yield from [END_MARK] * sum(was_kept for _, was_kept in open_marks)


def _kept(operator: str, operands: Any, properties: Any, tags: Mapping[int, str]) -> ContentStreamInstruction | None:
    number = number_of(operands, properties) if operator == "BDC" else None
    if number is not None and number in tags:
        return mark(tags[number], number)
    return ARTIFACT if number is None and len(operands) and operands[0] == Name.Artifact else None


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
