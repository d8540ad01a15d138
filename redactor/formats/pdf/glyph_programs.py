"""Blank the outlines of a font program that nothing shows any more; glyph numbers and codes stay as they are.

TrueType glyphs (OpenType, glyf and loca) become empty, with their widths and their places in the character maps; compact fonts
(Adobe Technical Note 5176) get an empty outline, and a name that says nothing, for each glyph that is not needed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

_ENDCHAR = b"\x0e"
_SYMBOLS = (0, 0xF000, 0xF100, 0xF200)
"""Where a symbol font's cmap puts its codes (ISO 32000-1, 9.6.6.4)."""
_TABLES = frozenset(
    ("GlyphOrder", "CFF ", "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post", "prep",
     "VORG", "vhea", "vmtx")
)  # fmt: skip
"""Tables that a glyph is drawn with; the others arrange, name and sign, and anybody may add one of his own."""
_SAYINGS = ("version", "Notice", "Copyright", "FullName", "FamilyName", "Weight", "PostScript", "BaseFontName")
_SAID = re.compile(rb"(/(?:%b)\s*\()((?:[^()\\]|\\.)*)(?=\))|(%%!?[\w-]*)([^\r\n]*)" % "|".join(_SAYINGS).encode())
_FREE_CID = 64_000
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 1, 8, 32, 64, 128
"""Flags of a part of a composite glyph."""
Use = tuple[Any, set[int]]


def cut(data: bytes, key: str, uses: Sequence[Use]) -> bytes | None:
    """Return a font program with only the glyphs that its fonts show; None where it cannot be told which they are.

    Args:
        data: the program, decoded.
        key: the descriptor's key it stands under.
        uses: every font dictionary with this program, and the codes shown with it.
    """
    if key == "/FontFile2":
        return _cut_truetype(data, uses)
    if key == "/FontFile3":
        return _cut_open_type(data, uses) if data[:4] == b"OTTO" else _cut_compact(data, uses)
    return None


def hushed(data: bytes) -> bytes:
    """Return a Type 1 program with blanks for what its clear part says of itself; its lengths stay."""
    clear, mark, rest = data.partition(b"eexec")
    return _SAID.sub(lambda found: b"".join(_blanked(found)), clear) + mark + rest


def _blanked(found: re.Match[bytes]) -> Iterator[bytes]:
    if found[1] is not None:
        yield from (found[1], b" " * len(found[2]))
    else:
        kept = found[3] if found[3] in (b"%!PS-AdobeFont-1", b"%!FontType1-1") else b"%" + b" " * (len(found[3]) - 1)
        yield from (kept, b" " * len(found[4]))


def _cut_truetype(data: bytes, uses: Sequence[Use]) -> bytes | None:
    font = _opened(data)
    glyphs: set[int] = {0}
    for one, used in uses:
        found = _of_composite(one, used) if one.get("/Subtype") == Name.Type0 else _of_simple(font, one, used)
        if found is None:
            return None
        glyphs |= found
    count = int.from_bytes(font.reader["maxp"][4:6], "big")
    glyphs = {glyph for glyph in glyphs if glyph < count}
    outlines = _outlines(font, count)
    todo = list(glyphs)
    while todo:
        parts = set(_parts(outlines[todo.pop()])) & set(range(count))
        todo += parts - glyphs
        glyphs |= parts
    _put_outlines(font, [outline if at in glyphs else b"" for at, outline in enumerate(outlines)])
    _put_advances(font, glyphs)
    _put_codes(font, glyphs)
    return _saved(font)


def _opened(data: bytes) -> Any:
    from fontTools.ttLib import TTFont

    # Tables that nobody touches are copied as they are: engines take a page's measures from some of them.
    return TTFont(io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False)


def _saved(font: Any) -> bytes:
    for tag in [tag for tag in font.keys() if tag not in _TABLES]:  # noqa: SIM118  # fontTools' own kind of mapping
        del font[tag]
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _put(font: Any, tag: str, data: bytes) -> None:
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    table: Any = DefaultTable(tag)
    table.data = data
    font.tables[tag] = table


def _outlines(font: Any, count: int) -> list[bytes]:
    """Return every glyph's part of the glyf table (OpenType, loca and glyf)."""
    wide = int.from_bytes(font.reader["head"][50:52], "big") != 0
    places, glyf = font.reader["loca"], font.reader["glyf"]
    size = 4 if wide else 2
    at = [int.from_bytes(places[size * i : size * i + size], "big") * (1 if wide else 2) for i in range(count + 1)]
    return [glyf[start:end] for start, end in pairwise(at)]


def _parts(outline: bytes) -> Iterator[int]:
    """Yield the glyphs that a glyph is put together from."""
    if len(outline) < 12 or outline[0] < 0x80:
        return
    at = 10
    more = True
    while more and at + 4 <= len(outline):
        flags = int.from_bytes(outline[at : at + 2], "big")
        yield int.from_bytes(outline[at + 2 : at + 4], "big")
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        more = bool(flags & _MORE)


def _put_outlines(font: Any, outlines: Sequence[bytes]) -> None:
    wide = int.from_bytes(font.reader["head"][50:52], "big") != 0
    glyf, places = bytearray(), [0]
    for outline in outlines:
        glyf += outline + bytes(-len(outline) % 4)
        places.append(len(glyf))
    size, part = (4, 1) if wide else (2, 2)
    _put(font, "loca", b"".join((place // part).to_bytes(size, "big") for place in places))
    # A font without any outline left still needs the table.
    _put(font, "glyf", bytes(glyf) or bytes(4))


def _put_advances(font: Any, glyphs: set[int]) -> None:
    """Blank the widths of glyphs that are not shown; those behind the last full entry have no width of their own."""
    if "hmtx" not in font or "hhea" not in font:
        return
    full = int.from_bytes(font.reader["hhea"][34:36], "big")
    data = bytearray(font.reader["hmtx"])
    for glyph in range(full):
        if glyph not in glyphs and glyph < full - 1:
            data[4 * glyph : 4 * glyph + 4] = bytes(4)
    _put(font, "hmtx", bytes(data))


def _put_codes(font: Any, glyphs: set[int]) -> None:
    """Drop from the character maps what leads to glyphs that are not shown, and all glyph names."""
    if "cmap" in font:
        for table in font["cmap"].tables:
            kept = {code: name for code, name in table.cmap.items() if font.getGlyphID(name) in glyphs}
            table.cmap = kept
    if "post" in font:
        _put(font, "post", b"\x00\x03\x00\x00" + font.reader["post"][4:32])


def _cut_open_type(data: bytes, uses: Sequence[Use]) -> bytes | None:
    font = _opened(data)
    compact = _cut_compact(font.reader["CFF "], uses)
    if compact is None:
        return None
    _put(font, "CFF ", compact)
    if "cmap" in font:
        # Its glyphs are told by number; a reader of a PDF asks the compact font alone.
        del font["cmap"]
    return _saved(font)


def _of_composite(font: Any, used: set[int]) -> set[int] | None:
    mapping = font.DescendantFonts[0].get("/CIDToGIDMap", Name.Identity)
    if isinstance(mapping, Stream):
        raw = mapping.read_bytes()
        return {raw[2 * code] << 8 | raw[2 * code + 1] for code in used if 2 * code + 1 < len(raw)}
    return set(used) if mapping == Name.Identity else None


def _of_simple(program: Any, font: Any, used: set[int]) -> set[int] | None:
    """Return every glyph that a reader could show for the codes of a simple font, whichever of its tables it asks."""
    if "cmap" not in program:
        return None
    found: set[int] = set()
    names = _glyph_names(font, used)
    texts = _unicode_of_names(names)
    for table in program["cmap"].tables:
        for code in used:
            found |= {program.getGlyphID(table.cmap[base + code]) for base in _SYMBOLS if base + code in table.cmap}
        found |= {program.getGlyphID(table.cmap[point]) for point in texts if point in table.cmap}
    if "post" in program:
        order = set(program.getGlyphOrder())
        found |= {program.getGlyphID(name) for name in names if name in order}
    return found


def _unicode_of_names(names: Iterable[str]) -> set[int]:
    from fontTools import agl

    return {ord(char) for name in names for char in agl.toUnicode(name)}


def _glyph_names(font: Any, used: set[int]) -> set[str]:
    """Return the glyph names that the encoding of a simple font gives to codes, and those of all standard encodings."""
    from fontTools.agl import UV2AGL
    from fontTools.encodings.MacRoman import MacRoman
    from fontTools.encodings.StandardEncoding import StandardEncoding

    names: set[str] = set()
    for code in used:
        names.add(StandardEncoding[code])
        names.add(MacRoman[code])
        point = bytes([code]).decode("cp1252", "ignore")
        if point and ord(point) in UV2AGL:
            names.add(UV2AGL[ord(point)])
    encoding = font.get("/Encoding")
    differences = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    code = 0
    for entry in differences if isinstance(differences, Array) else ():
        if isinstance(entry, Name):
            if code in used:
                names.add(str(entry)[1:])
            code += 1
        else:
            code = int(entry)
    return names - {".notdef"}


def _compact_names(top: Any, uses: Sequence[Use]) -> set[str] | None:
    """Return the names of the glyphs of a compact font that its fonts show."""
    charset = list(top.charset)
    keyed = hasattr(top, "ROS")
    names: set[str] = {charset[0]}
    for font, used in uses:
        if font.get("/Subtype") == Name.Type0:
            if keyed:
                names |= {f"cid{code:05d}" for code in used}
            else:
                names |= {charset[code] for code in used if code < len(charset)}
            continue
        if keyed:
            return None
        names |= _glyph_names(font, used)
        built_in = getattr(top, "Encoding", None)
        if isinstance(built_in, list):
            names |= {built_in[code] for code in used if code < len(built_in)}
    return names


def _cut_compact(data: bytes, uses: Sequence[Use]) -> bytes | None:
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    compact = CFFFontSet()
    compact.decompile(io.BytesIO(data), None, isCFF2=False)
    top = compact.topDictIndex[0]
    names = _compact_names(top, uses)
    if names is None:
        return None
    compact.desubroutinize()
    strings = top.CharStrings
    keyed = hasattr(top, "ROS")
    renamed: list[str] = []
    for at, name in enumerate(top.charset):
        if name in names:
            renamed.append(name)
            continue
        strings[name].setBytecode(_ENDCHAR)
        renamed.append(f"cid{_FREE_CID + at:05d}" if keyed else f"gone{at}")
    index = {name: strings.charStrings[old] for old, name in zip(top.charset, renamed, strict=True)}
    strings.charStrings = index
    top.charset = renamed
    for saying in _SAYINGS:
        top.rawDict.pop(saying, None)
        top.__dict__.pop(saying, None)
    compact.fontNames = ["Font"]
    if isinstance(getattr(top, "Encoding", None), list):
        top.Encoding = [name if name in names else ".notdef" for name in top.Encoding]
    out = io.BytesIO()
    compact.compile(out, TTFont(recalcBBoxes=False), isCFF2=False)
    return out.getvalue()


__all__ = ["cut", "hushed"]
