"""Fonts are cut to the letters that a page still shows: outlines, character maps and widths."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from formats.pdf_tools import find
from formats.pdf_tools import run as redacted

from redactor.formats.pdf.prune import prune_fonts
from redactor.model import RedactionPlan, Width

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def compact():
    """Return a page in an embedded compact font (CFF), on which only the name has a Z and a w."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_font("F9", fontbuffer=pymupdf.Font("tiro").buffer)
        page.insert_text((72, 100), "Dear Zebrowski, hello", fontname="F9")
        page.insert_text((72, 120), "Footer line stays", fontname="F9")
        return document.tobytes()


def programs(data, key):
    """Return every font program of a kind."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [item[key].read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and key in item]


def test_outlines_of_removed_letters_go_from_compact_fonts():
    """The Z is an empty glyph without a name, the e is still drawn."""
    data = compact()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        before = pdf.pages[0].resources.Font.F9.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()
        content = pdf.pages[0].Contents
        streams = list(content) if isinstance(content, pikepdf.Array) else [content]
        raw = b"".join(stream.read_bytes() for stream in streams)
        pdf.pages[0].Contents = pdf.make_stream(raw[raw.rindex(b"BT") :] if raw.count(b"BT") > 1 else raw)
        assert prune_fonts(pdf) == ()
        after = pdf.pages[0].resources.Font.F9.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()
    fonts = []
    for program in (before, after):
        font = CFFFontSet()
        font.decompile(io.BytesIO(program), None, isCFF2=False)
        fonts.append(font.topDictIndex[0])
    old, new = fonts
    assert "Z" in old.charset and "Z" not in new.charset
    assert "F" in new.charset and len(new.charset) == len(old.charset)


@pytest.mark.parametrize("name", ["chromium", "libreoffice", "weasyprint"])
def test_true_type_fonts_of_three_producers_lose_what_no_page_shows(name):
    """Every letter that a font still maps is still on a page, and the page looks as before."""
    data = (SAMPLES / f"police-letter.{name}.pdf").read_bytes()
    plan = RedactionPlan(tuple(replace(one, width=Width.RESET) for one in find(data, "Kowalczyk", "KOWALCZYK")))
    copy = redacted(data, *plan.redactions).data
    before = [TTFont(io.BytesIO(program)) for program in programs(data, "/FontFile2")]
    after = [TTFont(io.BytesIO(program)) for program in programs(copy, "/FontFile2")]
    drawn_before, drawn_after = (
        sum(font["glyf"][glyph].numberOfContours != 0 for font in fonts for glyph in font.getGlyphOrder())
        for fonts in (before, after)
    )
    assert 0 < drawn_after < drawn_before


def test_a_font_that_cannot_be_cut_is_said():
    """Type 1 programs are left whole, and the report says so."""
    with pikepdf.open(io.BytesIO(compact())) as pdf:
        descriptor = pdf.pages[0].resources.Font.F9.DescendantFonts[0].FontDescriptor
        descriptor.FontFile = pdf.make_stream(b"%!PS-AdobeFont-1.0: Made")
        del descriptor["/FontFile3"]
        assert any("Type 1" in note for note in prune_fonts(pdf))
