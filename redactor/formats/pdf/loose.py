"""Words in drawing instructions that draw nothing: comments, operands no operator takes, operators nobody knows, and names.

A comment, ``(a name) 0 0 9 9 re`` or ``/AName gs`` shows nothing and stays in every copy that keeps the instructions. One pattern
tells in half a millisecond a page whether there can be any; only then are the instructions parsed and written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, String

_REGULAR = rb"[^\s/()<>\[\]{}%]"
_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_NUMBERS = rb"[\s\d.+-]"
_WORDS = (
    rb"DeviceRGB|DeviceGray|DeviceCMYK|DefaultRGB|DefaultGray|DefaultCMYK|Pattern|Artifact|Perceptual|RelativeColorimetric|AbsoluteColorimetric|Saturation|"
    rb"NonStruct|Document|Caption|Figure|Table|Formula|BlockQuote|Quote|Annot|Reference|BibEntry|Private|Index|Title|Aside|"
    rb"FENote|Strong|THead|TBody|TFoot|Image\d*|Meta\d*|FormXob\.[0-9a-f]+|fz[A-Z][a-z]{2}\d*|[A-Z]{6}|Redactor[A-Za-z]*"
)
"""What the standard and common producers write; a producer's own tag of six capitals is drawn by lot."""
_PLAIN_NAME = rb"(?:(?:%b)(?!%b)|(?!%b*(?:[A-Za-z]{5}|[#\x80-\xff]))%b*+)" % (_WORDS, _REGULAR, _REGULAR, _REGULAR)
_OPERATOR = (
    rb"(?:b\*?|BT|B\*?|BMC|cm|cs|CS|c|d[01]?|Do|EMC|ET|f\*?|F|gs|[GghiJjKklMmnqQ]|re|RG|rg|ri|SCN?|scn?|sh|[Ss]|Tf|"
    rb"T[cdDJLmrswz*]|v|W\*?|w|y)(?![A-Za-z0-9*'\"])"
)
_PLAIN = re.compile(
    rb"(?:%(n)b++|%(op)b|/%(name)b|(?:%(s)b|%(h)b)\s*+(?:Tj|['\"])|\[(?:%(n)b++|%(s)b|%(h)b)*+\]\s*+TJ|"
    rb"\[%(n)b*+\]\s*+[\d.+-]++\s++d(?![01A-Za-z])|<<\s*+/MCID\s++\d++\s*+>>\s*+BDC(?![A-Za-z]))*+"
    % {b"n": _NUMBERS, b"op": _OPERATOR, b"name": _PLAIN_NAME, b"s": _STRING, b"h": _HEX},
    re.DOTALL,
)
_SAFE_NAME = re.compile(_PLAIN_NAME)
_COMMENT = re.compile(rb"%b|%%([^\r\n]*+)|\bBI\b.*?\bID\s.*?\sEI\b" % _STRING, re.DOTALL)
_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_NAMED = frozenset({"gs", "Do", "Tf", "cs", "CS", "scn", "SCN", "sh", "ri"})
_MARKS = frozenset({"BMC", "BDC", "MP", "DP", "EMC"})
_OTHERS = frozenset(
    [
        "b",
        "B",
        "b*",
        "B*",
        "BT",
        "c",
        "cm",
        "d",
        "d0",
        "d1",
        "ET",
        "f",
        "F",
        "f*",
        "G",
        "g",
        "h",
        "i",
        "j",
        "J",
        "K",
        "k",
        "l",
        "m",
        "M",
        "n",
        "q",
        "Q",
        "re",
        "RG",
        "rg",
        "s",
        "S",
        "sc",
        "SC",
        "T*",
        "Tc",
        "Td",
        "TD",
        "TL",
        "Tm",
        "Tr",
        "Ts",
        "Tw",
        "Tz",
        "v",
        "w",
        "W",
        "W*",
        "y",
    ]
)
_PICTURE = frozenset(
    "/" + key
    for key in [
        "BPC",
        "BitsPerComponent",
        "CS",
        "ColorSpace",
        "D",
        "Decode",
        "DP",
        "DecodeParms",
        "F",
        "Filter",
        "H",
        "Height",
        "IM",
        "ImageMask",
        "I",
        "Interpolate",
        "L",
        "Length",
        "W",
        "Width",
        "Intent",
    ]
)


def is_plain(raw: bytes) -> bool:
    """Return True for instructions that can hold no word that they do not draw."""
    found = _PLAIN.match(raw)
    return found is not None and found.end() == len(raw)


def is_plain_name(name: str) -> bool:
    """Return True for a resource's name as programs give it, with or without its slash."""
    return _SAFE_NAME.fullmatch(name.removeprefix("/").encode("utf-8", "surrogatepass")) is not None


def comments(raw: bytes) -> Iterator[str]:
    """Yield the comments in drawing instructions, or in any other PostScript."""
    for found in _COMMENT.finditer(raw):
        if found[1] and found[1].strip():
            yield found[1].decode("utf-8", "replace").strip()


class Tidier:
    """Writes instructions again without what draws nothing, and remembers the words that it left out.

    Args:
        names: new names of resources, each with its slash.
        scratch: a file in which the instructions were parsed, and pictures are written again.
    """

    def __init__(self, names: Mapping[str, str], scratch: pikepdf.Pdf) -> None:
        self._names, self._scratch = names, scratch
        self.dropped: list[str] = []

    def tidy(self, instructions: Iterable[Any]) -> Iterator[Any]:
        """Yield instructions with the operands that their operators take."""
        for one in instructions:
            if isinstance(one, ContentStreamInlineImage):
                yield self._picture(one)
                continue
            operator = str(one.operator)
            if operator in _TEXT:
                yield self._kept(one, [self._text(part) for part in one.operands if _is_shown(part)])
            elif operator in _NAMED:
                yield self._kept(one, [self._known(part) for part in one.operands if _is_named(part)])
            elif operator in _MARKS:
                yield one
            elif operator in _OTHERS:
                yield self._kept(one, [part for part in one.operands if _is_value(part)])
            elif operator not in ("BX", "EX"):
                self.dropped.append(operator)
                self._drop(one.operands)

    def _kept(self, one: Any, operands: list[Any]) -> Any:
        if len(operands) == len(one.operands) and all(a is b for a, b in zip(operands, one.operands, strict=True)):
            return one
        takes = _is_shown if str(one.operator) in _TEXT else _is_named if str(one.operator) in _NAMED else _is_value
        self._drop(part for part in one.operands if not takes(part))
        return ContentStreamInstruction(operands, one.operator)

    def _known(self, part: Any) -> Any:
        """Return a name as it is now; one that no resource has draws nothing."""
        if isinstance(part, Name) and str(part) not in self._names and not is_plain_name(str(part)):
            return Name("/None")
        return self._renamed(part)

    def _renamed(self, part: Any) -> Any:
        if not isinstance(part, Name):
            return part
        name = str(part)
        new = self._names.get(name, name)
        return part if new == name else Name(new)

    def _text(self, part: Any) -> Any:
        if not isinstance(part, Array) or all(isinstance(item, String) or _is_number(item) for item in part):
            return part
        self._drop(item for item in part if not isinstance(item, String) and not _is_number(item))
        return Array([item for item in part if isinstance(item, String) or _is_number(item)])

    def _picture(self, one: Any) -> Any:
        entries = list(one.iimage._image_object)  # the one place where abbreviated keys are kept
        pairs = [entries[at : at + 2] for at in range(0, len(entries), 2)]
        kept = [pair for pair in pairs if str(pair[0]) in _PICTURE]
        if len(kept) == len(pairs) and not any(str(value) in self._names for _, *values in pairs for value in values):
            return one
        for pair in pairs:
            if str(pair[0]) not in _PICTURE:
                self._drop(pair)
        head = b" ".join(_written(self._renamed(part)) for pair in kept for part in pair)
        pixels = one.iimage.unparse().partition(b"\nID")[2]
        again = self._scratch.make_stream(b"BI " + head + b"\nID" + pixels)
        return next(iter(pikepdf.parse_content_stream(again)))

    def _drop(self, parts: Iterable[Any]) -> None:
        for part in parts:
            if isinstance(part, (String, Name)):
                self.dropped.append(_read(part))
            elif isinstance(part, Array):
                self._drop(part)
            elif isinstance(part, Dictionary):
                self._drop(part[key] for key in list(part.keys()))


def tidied(raw: bytes, names: Mapping[str, str]) -> bytes:
    """Return instructions without what draws nothing; the same bytes where they are plain.

    Raises:
        pikepdf.PdfError: they cannot be read.
    """
    if is_plain(raw):
        return raw
    with pikepdf.new() as scratch:
        tidier = Tidier(names, scratch)
        return pikepdf.unparse_content_stream(list(tidier.tidy(pikepdf.parse_content_stream(scratch.make_stream(raw)))))


def words(raw: bytes) -> list[str]:
    """Return the words in instructions that draw nothing; PdfError or UnicodeDecodeError where they cannot be read."""
    if is_plain(raw):
        return []
    with pikepdf.new() as scratch:
        tidier = Tidier({}, scratch)
        # What cannot be read raises, and the file is refused: the words behind it would be missed in silence.
        for _ in tidier.tidy(pikepdf.parse_content_stream(scratch.make_stream(raw))):
            pass
        return [*comments(raw), *tidier.dropped]


def _is_number(part: Any) -> bool:
    return not isinstance(part, pikepdf.Object)


def _is_shown(part: Any) -> bool:
    return isinstance(part, (String, Array)) or _is_number(part)


def _is_named(part: Any) -> bool:
    return isinstance(part, Name) or _is_number(part)


def _is_value(part: Any) -> bool:
    return all(_is_number(item) for item in part) if isinstance(part, Array) else _is_number(part)


def _written(part: Any) -> bytes:
    if isinstance(part, pikepdf.Object):
        return part.unparse()
    return str(part).lower().encode("ascii")


def _read(part: Any) -> str:
    try:
        return str(part)
    except UnicodeDecodeError:
        return bytes(part).decode("latin-1") if isinstance(part, String) else part.unparse().decode("latin-1")


__all__ = ["Tidier", "comments", "is_plain", "is_plain_name", "tidied", "words"]
