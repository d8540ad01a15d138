"""The complete typefaces in which a line is set anew, and their way into the copy.

A font of the document would do less: most hold only the letters that were used, some of them by removed words alone. MuPDF
brings the fourteen standard faces (the Nimbus fonts of URW, with the metrics of Helvetica, Times and Courier, ISO 32000-1,
9.6.2.2) with 650 characters each, all of Latin, Greek and Cyrillic script among them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, String

_FACES = {
    "sans": ("helv", "heit", "hebo", "hebi"),
    "serif": ("tiro", "tiit", "tibo", "tibi"),
    "mono": ("cour", "coit", "cobo", "cobi"),
}
_SERIF = re.compile(
    r"times|serif|roman|georgia|garamond|cambria|palatino|bookman|century|minion|caslon|baskerville|didot|constantia|"
    r"cmr|nimbusrom|tinos|caladea|gelasio|merriweather",
    re.IGNORECASE,
)
_SANS = re.compile(r"sans|arial|helvetica|calibri|carlito|verdana|tahoma|segoe|gothic|frutiger|univers", re.IGNORECASE)
_MONO = re.compile(r"courier|mono|consol|typewriter|cmtt|cousine|lucidacon", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG, _SERIF_FLAG, _MONO_FLAG, _BOLD_FLAG = 2, 4, 8, 16
"""What ``flags`` of a span of PyMuPDF says."""
_INSTEAD = {"\u2010": "-", "\u2011": "-", "\u00ad": "-", "\u00a0": " ", "\u2009": " ", "\u200b": "", "\ufeff": ""}
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_UNITS = 1000


@dataclass(frozen=True, slots=True)
class Face:
    """One complete typeface.

    Attributes:
        code: MuPDF's name for it ("tiro").
        name: its own name.
        program: the font program, in the Compact Font Format.
        glyphs: glyph number by character.
        advances: width of each character in thousandths of the type size.
    """

    code: str
    name: str
    program: bytes = field(repr=False)
    glyphs: Mapping[str, int] = field(repr=False)
    advances: Mapping[str, int] = field(repr=False)
    ascent: float
    descent: float

    def spelt(self, text: str) -> str | None:
        """Return a text in characters this face has, ligatures taken apart; None where it cannot be written."""
        plain = "".join(_INSTEAD.get(char, char) for char in text)
        plain = "".join(
            unicodedata.normalize("NFKC", char) if char in _LIGATURES or char not in self.glyphs else char
            for char in plain
        )
        return plain if all(char in self.glyphs for char in plain) else None

    def width(self, text: str) -> float:
        """Return the natural width of a text at type size 1."""
        return sum(self.advances[char] for char in text) / _UNITS

    def shown(self, text: str) -> str:
        """Return a text as the hexadecimal string of a content stream."""
        return "".join(f"{self.glyphs[char]:04x}" for char in text)


def face_for(font: str, flags: int) -> Face:
    """Return the face nearest to a font of the document, by its name and by what MuPDF knows of it."""
    if flags & _MONO_FLAG or _MONO.search(font):
        family = "mono"
    elif _SANS.search(font):
        family = "sans"
    elif flags & _SERIF_FLAG or _SERIF.search(font):
        family = "serif"
    else:
        family = "sans"
    italic = bool(flags & _ITALIC_FLAG or _ITALIC.search(font))
    bold = bool(flags & _BOLD_FLAG or _BOLD.search(font))
    return face(_FACES[family][italic + 2 * bold])


@cache
def face(code: str) -> Face:
    """Return a standard face by MuPDF's name for it."""
    font: Any = pymupdf.Font(code)
    glyphs: dict[str, int] = {}
    advances: dict[str, int] = {}
    for point in font.valid_codepoints():
        char = chr(point)
        if char.isprintable() or char == "\u00a0":
            glyphs[char] = font.has_glyph(point)
            advances[char] = round(font.glyph_advance(point) * _UNITS)
    name = _own_name(bytes(font.buffer)) or font.name
    return Face(code, name, bytes(font.buffer), glyphs, advances, font.ascender, font.descender)


def _own_name(program: bytes) -> str:
    """Return the name in a CFF's Name INDEX (Adobe Technical Note 5176, section 7)."""
    start, size = program[2], program[4] if len(program) > 4 else 0
    if program[start : start + 2] != b"\x00\x01":
        return ""
    size = program[start + 2]
    ends = program[start + 3 : start + 3 + 2 * size]
    length = int.from_bytes(ends[size:], "big") - 1
    data = program[start + 3 + 2 * size :][:length]
    return data.decode("ascii", "ignore")


def resource_name(code: str) -> str:
    """Return the name under which a page finds a face."""
    return f"/RedactorFace{code}"


def embed(pdf: pikepdf.Pdf, codes: Iterable[str]) -> dict[str, Any]:
    """Return font dictionaries, by code, of whole faces put into a PDF (ISO 32000-1, 9.7.4: glyph numbers as CIDs)."""
    return {code: _embedded(pdf, face(code)) for code in sorted(set(codes))}


def _embedded(pdf: pikepdf.Pdf, one: Face) -> Any:
    program = pdf.make_stream(one.program)
    program.Subtype = Name.CIDFontType0C
    name = Name("/" + re.sub(r"[^A-Za-z0-9-]", "", one.name))
    by_glyph = {glyph: char for char, glyph in sorted(one.glyphs.items(), reverse=True)}
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([-200, -300, 1200, 1100]),
        ItalicAngle=-12 if one.code in {"heit", "hebi", "tiit", "tibi", "coit", "cobi"} else 0,
        Ascent=round(_UNITS * one.ascent),
        Descent=round(_UNITS * one.descent),
        CapHeight=700,
        StemV=80,
        FontFile3=program,
    )
    widths = Array([])
    for glyph in sorted(by_glyph):
        widths.append(glyph)
        widths.append(Array([one.advances[by_glyph[glyph]]]))
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=_UNITS,
        W=widths,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(unicode_map(by_glyph)),
        )
    )


def unicode_map(characters: Mapping[int, str], *, digits: int = 4) -> bytes:
    """Return a ToUnicode map (ISO 32000-1, 9.10.3) from codes to characters."""
    entries = [f"<{code:0{digits}x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(characters.items())]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<{'0' * digits}> <{'f' * digits}>",
        "endcodespacerange",
    ]
    for at in range(0, len(entries), 100):
        part = entries[at : at + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
