"""Blank the outlines of a font program that nothing shows any more; glyph numbers and codes stay as they are.

TrueType (ISO 32000-1, 9.6.6.4 and 9.7.4.2) is cut by fontTools' subsetter with its glyph numbers kept; compact fonts (Adobe
Technical Note 5176) get an empty outline, and an empty name, for each glyph that is not needed.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

_ENDCHAR = b"\x0e"
_SYMBOLS = (0, 0xF000, 0xF100, 0xF200)
"""Where a symbol font's cmap puts its codes (ISO 32000-1, 9.6.6.4)."""
_FREE_CID = 64_000
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


def _cut_truetype(data: bytes, uses: Sequence[Use]) -> bytes | None:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=False)
    count = font["maxp"].numGlyphs
    order = font.getGlyphOrder()
    glyphs: set[int] = set()
    for one, used in uses:
        found = _of_composite(one, used) if one.get("/Subtype") == Name.Type0 else _of_simple(font, one, used)
        if found is None:
            return None
        glyphs |= found
    return _subset(font, [order[glyph] for glyph in sorted(glyphs) if glyph < count])


def _cut_open_type(data: bytes, uses: Sequence[Use]) -> bytes | None:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=False)
    compact = font["CFF "].cff
    top = compact.topDictIndex[0]
    names = _compact_names(top, uses)
    return None if names is None else _subset(font, [name for name in top.charset if name in names])


def _subset(font: Any, names: list[str]) -> bytes:
    from fontTools import subset

    options = subset.Options()
    options.retain_gids = options.notdef_outline = options.legacy_cmap = options.symbol_cmap = True
    options.passthrough_tables = options.hinting = True
    options.layout_features, options.name_IDs, options.drop_tables = [], [], ["GSUB", "GPOS", "GDEF", "kern", "DSIG"]
    options.glyph_names = options.recalc_bounds = options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(glyphs=names)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


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
    if isinstance(getattr(top, "Encoding", None), list):
        top.Encoding = [name if name in names else ".notdef" for name in top.Encoding]
    out = io.BytesIO()
    compact.compile(out, None, isCFF2=False)
    return out.getvalue()


__all__ = ["cut"]
