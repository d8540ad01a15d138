"""Words in patterns, masks, drawn letters and unused drawings are read, and drawings without words are none."""

from __future__ import annotations

import pytest
from pdf_made import edited, kinds, lines, read
from pikepdf import Array, Dictionary, Name

from redactor.formats.pdf import unseen
from redactor.model import Layer

PLAIN = lines("Dear reader")
BOX = Array([0, 0, 200, 40])


def words(text):
    return f"BT /F9 12 Tf 10 10 Td ({text}) Tj ET".encode()


def resources(pdf):
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    return Dictionary(Font=Dictionary(F9=font))


def pattern(pdf, content):
    tile = pdf.make_stream(
        content, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=BOX, XStep=200, YStep=40,
        Resources=resources(pdf),
    )  # fmt: skip
    pdf.pages[0].obj.Resources.Pattern = Dictionary(P0=tile)
    pdf.pages[0].contents_add(pdf.make_stream(b"q /Pattern cs /P0 scn 72 300 200 40 re f Q"))


def form(pdf, content, **keys):
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=BOX, Resources=resources(pdf), **keys)


def mask(pdf, content):
    group = form(pdf, content, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Luminosity, G=group))
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(G0=state)
    pdf.pages[0].contents_add(pdf.make_stream(b"q /G0 gs 72 300 200 40 re f Q"))


def letter(pdf, content):
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=BOX, FontMatrix=Array([0.01, 0, 0, 0.01, 0, 0]), FirstChar=97,
        LastChar=97, Widths=Array([200]), Encoding=Dictionary(Differences=Array([97, Name.a])),
        CharProcs=Dictionary(a=pdf.make_stream(b"200 0 d0 " + content)), Resources=resources(pdf),
    )  # fmt: skip
    pdf.pages[0].obj.Resources.Font["/F8"] = pdf.make_indirect(font)


def undrawn(pdf, content):
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=form(pdf, content))


KINDS = {
    "pattern-with-text": (pattern, "a pattern on page 1"),
    "softmask-with-text": (mask, "a mask on page 1"),
    "type3-with-text": (letter, "a drawn letter on page 1"),
    "undrawn-form": (undrawn, "a drawing the page does not use on page 1"),
}


def hidden(document):
    return [(segment.text.strip(), segment.place) for segment in document.segments if segment.id.startswith("unseen/")]


@pytest.mark.parametrize("kind", KINDS)
def test_words_inside_a_drawing_are_read_and_told(kind):
    """As a layer of hidden text, with the place a person would call it."""
    add, place = KINDS[kind]
    document = read(edited(PLAIN, lambda pdf: add(pdf, words("Ottoline Zebrowska"))))
    assert hidden(document) == [("Ottoline Zebrowska", place)]
    assert {one.layer for one in document.segments if one.id.startswith("unseen/")} == {Layer.HIDDEN_TEXT}
    assert kind in kinds(document)


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_without_words_is_only_a_drawing(kind):
    """Hatching, a soft shadow, the bars of a drawn letter, a logo kept for later."""
    add, _ = KINDS[kind]
    document = read(edited(PLAIN, lambda pdf: add(pdf, b"0 0 20 10 re f")))
    assert hidden(document) == [] and kind not in kinds(document)


def test_words_far_beyond_the_drawings_edge_are_read():
    """A form's box hides them from every reader, not from who looks for them."""
    content = b"BT /F9 12 Tf 3000 -900 Td (Zebrowska) Tj ET"
    assert hidden(read(edited(PLAIN, lambda pdf: undrawn(pdf, content)))) == [("Zebrowska", KINDS["undrawn-form"][1])]


def test_one_drawing_of_many_pages_is_read_once(monkeypatch):
    """And never more drawings than are allowed."""

    def shared(pdf):
        tile = form(pdf, words("Zebrowska"))
        pdf.pages.append(pdf.pages[0])
        for page in pdf.pages:
            page.obj.Resources.XObject = Dictionary(X0=tile)

    assert len(hidden(read(edited(PLAIN, shared)))) == 1
    monkeypatch.setattr(unseen, "_MOST", 0)
    document = read(edited(PLAIN, shared))
    assert hidden(document) == [] and "undrawn-form" in kinds(document)
