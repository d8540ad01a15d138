"""Letters whose font does not say what they are: the font program itself often does.

A PDF maps codes to characters by a ToUnicode table (ISO 32000-1, 9.10.3). Where a producer left it out, the embedded font
still has the table by which it was typed with ("cmap", ISO/IEC 14496-22), and read backwards it names each glyph.
"""

from __future__ import annotations

import re
from typing import Any

import pymupdf

UNMAPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UNKNOWN = "\ufffd"
_SUBSET = re.compile(r"^[A-Z]{6}\+")

_Place = tuple[float, float]


def mend(page: Any, blocks: list[Any]) -> None:
    """Put characters in place of unknown ones in MuPDF's raw blocks of a page, wherever the page's fonts name them."""
    unknown = [
        char
        for block in blocks
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
        if char["c"] == _UNKNOWN
    ]
    if not unknown:
        return
    fonts = _fonts(page)
    glyphs = {
        _place(origin): (span["font"], glyph)
        for span in page.get_texttrace()
        for code, glyph, origin, _ in span["chars"]
        if chr(code) == _UNKNOWN
    }
    for char in unknown:
        font, glyph = glyphs.get(_place(char["origin"]), ("", -1))
        named = {meanings[glyph] for meanings in fonts.get(_SUBSET.sub("", font), ()) if glyph in meanings}
        if len(named) == 1:
            char["c"] = named.pop()


def _fonts(page: Any) -> dict[str, list[dict[int, str]]]:
    """Return, by the name of each embedded font, what character each of its glyphs is typed with."""
    found: dict[str, list[dict[int, str]]] = {}
    for xref, _, kind, name, *_ in page.get_fonts():
        if kind not in ("Type0", "TrueType"):
            continue
        program = page.parent.extract_font(xref)[3]
        if program:
            found.setdefault(_SUBSET.sub("", name), []).append(_meanings(program))
    return found


def _meanings(program: bytes) -> dict[int, str]:
    try:
        font = pymupdf.Font(fontbuffer=program)
        codes = [code for code in font.valid_codepoints() if not UNMAPPED.match(chr(code))]
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return {}
    # A glyph typed with several characters (space and no-break space) is the first of them.
    return {font.has_glyph(code): chr(code) for code in sorted(codes, reverse=True)}


def _place(origin: _Place) -> _Place:
    return round(origin[0], 2), round(origin[1], 2)
