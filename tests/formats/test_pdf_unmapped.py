"""Letters without a ToUnicode table are read by the font program's own table, and by nothing else."""

from __future__ import annotations

import io

import pikepdf
import pymupdf
import pytest
from pdf_made import read
from pikepdf import Dictionary

from redactor.formats.pdf import unmapped
from redactor.model import Layer, QuadArray, Segment

TEXT = "Dear Zebrowska"


def typed(change=lambda pdf, font: None):
    """Return a page in an embedded font, written as glyph numbers, after ``change(pdf, font)`` of its font."""
    with pymupdf.open() as document:
        page = document.new_page()
        writer = pymupdf.TextWriter(page.rect)
        writer.append((72, 100), TEXT, font=pymupdf.Font("cjk"))
        writer.write_text(page)
        data = document.tobytes()
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for font in pdf.objects:
            if isinstance(font, Dictionary) and font.get("/Subtype") == "/Type0":
                change(pdf, font)
        pdf.save(out)
    return out.getvalue()


def body(data):
    (segment,) = [one for one in read(data).segments if one.id == "page/1"]
    return segment.text.strip()


def without_table(pdf, font):
    if "/ToUnicode" in font:
        del font.ToUnicode


def test_the_font_programs_own_table_names_the_letters():
    """As with fonts of producers that leave the ToUnicode table out."""
    assert body(typed()) == body(typed(without_table)) == TEXT


def test_a_program_that_is_none_names_nothing():
    """Bytes that are no font give no letters and raise nothing."""
    assert unmapped._meanings(b"no font at all") == {}


def test_letters_that_are_known_are_left_as_they_are(monkeypatch):
    """The font is not even opened where every letter has its meaning."""

    def opened(program):
        raise AssertionError("the font was read")

    monkeypatch.setattr(unmapped, "_meanings", opened)
    assert body(typed()) == TEXT


@pytest.mark.parametrize("code", [0x01, 0x7F, 0x80, 0xFFFD, 0xE000, 0xF0000])
def test_codes_that_mean_nothing_are_unmapped(code):
    """Controls, the replacement character and the private use areas of Unicode."""
    assert unmapped.UNMAPPED.fullmatch(chr(code))


@pytest.mark.parametrize("text", ["a", "\n", "\t", "é", "ﬁ", "ẑ", "\u0085", "£"])
def test_letters_and_line_ends_are_not_unmapped(text):
    """Whatever a person can read."""
    assert not unmapped.UNMAPPED.match(text)


def test_halves_of_a_character_are_no_text():
    """A damaged code table can give them; no recognizer takes them, and none may stop at them."""

    def halves(pdf, font):
        table = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <d800> endbfrange"
        font.ToUnicode = pdf.make_stream(b"/CIDInit /ProcSet findresource begin begincmap " + table + b" endcmap end")

    read_text = body(typed(halves))
    assert read_text.encode("utf-8")
    assert read_text != TEXT
    assert Segment("x", Layer.BODY, 1, "a\ud83db", QuadArray.nowhere(3)).text == "a\ufffdb"
