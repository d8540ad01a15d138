"""Font names: a word that the file says too is looked at, and the names of ordinary fonts are not."""

from __future__ import annotations

import io

import pikepdf
from pdf_made import edited, lines, read
from pikepdf import Name, String

from redactor.formats.pdf import font_names
from redactor.model import Layer, QuadArray, Segment


def said(text):
    return Segment("page/1", Layer.BODY, 1, text, QuadArray.nowhere(len(text)))


def words(data, *texts):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [segment.text for segment in font_names.segment(pdf, [said(text) for text in texts])]


def called(name, key="/BaseFont"):
    def change(pdf):
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font":
                font[key] = Name("/" + name) if key == "/BaseFont" else String(name)

    return edited(lines("Dear Ms Zebrowska"), change)


def test_a_font_called_after_a_person_of_the_letter_is_looked_at():
    """Joined words are parted at their capitals, and the subset's prefix is left out."""
    assert words(called("ABCDEF+ZebrowskaHand-Bold"), "Dear Ms Zebrowska") == ["Zebrowska"]


def test_the_list_of_a_fonts_letters_is_read_too():
    """A string that is no name object."""
    assert words(called("Zebrowska", "/FontFamily"), "Dear Ms Zebrowska") == ["Zebrowska"]


def test_ordinary_fonts_are_nobody():
    """Georgia and Arial are women's names only where the text says so."""
    assert words(called("ABCDEF+Georgia-Bold"), "Dear Ms Zebrowska") == []
    assert words(called("Georgia"), "Dear Georgia") == ["Georgia"]


def test_a_name_that_is_no_text_is_read_as_it_stands():
    """Bytes that are no UTF-8 stop nothing."""
    data = called("Zebrowska").replace(b"/Zebrowska", b"/Zebro\xff\xfeka")
    assert words(data, "Dear Ms Zebrowska") == []


def test_the_loaded_document_holds_the_segment():
    """It stands in the layer of names, without a place on a page."""
    document = read(called("ZebrowskaHand"))
    (segment,) = [one for one in document.segments if one.id == "font-names"]
    assert (segment.layer, segment.page, segment.text) == (Layer.NAME, None, "Zebrowska")
    assert not [one for one in read(lines("Dear Ms Zebrowska")).segments if one.id == "font-names"]
