"""Damaged streams: what does not unpack to its end is told, and what is whole is not."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from pdf_made import edited, kinds, lines, read
from pikepdf import Array, Dictionary, Name

from redactor.formats.pdf import damage

PLAIN = lines("Dear reader", "Thank you for your request.")
CONTENT = b"BT /F1 11 Tf 72 700 Td (Dear reader) Tj ET\n" * 20
WHOLE = zlib.compress(CONTENT)
CUT = WHOLE[: len(WHOLE) // 2]
WRONG = WHOLE[:10] + bytes(255 - byte for byte in WHOLE[10:20]) + WHOLE[20:]


def packed(pdf, raw, **keys):
    stream = pdf.make_stream(b"", **keys)
    stream.write(raw, filter=Name.FlateDecode)
    return stream


def found(change):
    with pikepdf.open(io.BytesIO(PLAIN)) as pdf:
        change(pdf)
        return [(one.kind, one.page, one.count) for one in damage.of_streams(pdf)]


def page_of(raw):
    return lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", packed(pdf, raw))


@pytest.mark.parametrize("raw", [CUT, WRONG, WHOLE[:-5]], ids=["cut short", "overwritten", "without its end"])
def test_a_page_whose_instructions_do_not_unpack_is_told(raw):
    """With the page's number: what follows the damage is shown by no engine."""
    assert found(page_of(raw)) == [("damaged-page", 1, 1)]


def test_whole_streams_are_no_damage():
    """Packed, bare and empty ones, and several to a page."""
    assert found(lambda pdf: None) == []
    assert found(page_of(WHOLE)) == []

    def several(pdf):
        pdf.pages[0].obj.Contents = Array([packed(pdf, WHOLE), pdf.make_stream(CONTENT), pdf.make_stream(b"")])

    assert found(several) == []


def test_one_of_several_streams_of_a_page_is_the_pages():
    """Whichever of them is cut."""

    def several(pdf):
        pdf.pages[0].obj.Contents = Array([packed(pdf, WHOLE), packed(pdf, CUT)])

    assert found(several) == [("damaged-page", 1, 1)]


def test_contents_that_are_no_stream_are_damage():
    """A page that says it is drawn by a number is drawn by nothing."""
    assert found(lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", Array([7])))[0][0] == "damaged-page"


def test_a_drawing_that_pages_use_is_told_without_a_page():
    """A form may stand on any page."""

    def change(pdf):
        form = packed(pdf, CUT, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        pdf.pages[0].obj.Resources.XObject = Dictionary(X0=form)

    assert found(change) == [("damaged-page", None, 1)]


def test_other_streams_are_counted_together():
    """Metadata and private streams; a picture has its own decoder and its own rule."""

    def change(pdf):
        pdf.Root.Metadata = packed(pdf, CUT, Type=Name.Metadata, Subtype=Name.XML)
        pdf.Root.Other = packed(pdf, WRONG)
        pdf.Root.Picture = packed(pdf, CUT, Type=Name.XObject, Subtype=Name.Image)

    assert found(change) == [("damaged-stream", None, 2)]


def test_a_loaded_document_says_so():
    """And a sound letter does not."""
    assert "damaged-page" in kinds(read(edited(PLAIN, page_of(WHOLE[:-5]))))
    assert not {"damaged-page", "damaged-stream"} & kinds(read(PLAIN))
