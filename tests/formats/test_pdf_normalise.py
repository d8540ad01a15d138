"""A PDF is made plain before it is redacted."""

from __future__ import annotations

import io

import pikepdf
import pymupdf
import pytest
from pdf_residue import residue
from pdf_tools import TERM, drawn, lines, text
from pikepdf import Array, Dictionary, Name, String

from redactor.errors import RedactionError
from redactor.formats.pdf.normalise import normalise


def edited(data, change):
    """Return a PDF after ``change(pdf)``."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def annotated(**entries):
    """Return a one-page PDF with one annotation."""

    def change(pdf):
        annotation = Dictionary(Type=Name.Annot, Rect=Array([50, 50, 80, 80]), **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])

    return edited(lines("Dear reader"), change)


def layered(state):
    """Return a PDF with a word on a layer, in the page and in a form, that is switched as ``state`` says."""

    def change(pdf):
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("notes")))
        form = pdf.make_stream(b"BT /F1 12 Tf 30 80 Td (Form " + TERM.encode() + b") Tj ET")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 300])
        form.Resources, form.OC = pdf.pages[0].Resources, group
        page = pdf.pages[0].obj
        page.Resources = Dictionary(
            Font=page.Resources.Font, XObject=Dictionary(Fm=form), Properties=Dictionary(Layer=group)
        )
        body = b"/OC /Layer BDC BT /F1 12 Tf 30 100 Td (Page " + TERM.encode() + b") Tj ET 0 0 9 9 re f EMC /Fm Do"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + body)
        default = Dictionary(Order=Array([group]), **{state: Array([group])})
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=default)

    return edited(lines("Dear reader"), change)


def test_earlier_revisions_are_dropped(tmp_path):
    """An incremental update leaves the old page in the file; the plain copy has the last state only."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(lines(f"Dear {TERM}"))
    with pymupdf.open(path) as document:
        document.update_stream(document[0].get_contents()[0], b"BT /F1 12 Tf 30 260 Td (Dear reader) Tj ET")
        document.saveIncr()
    twice = path.read_bytes()
    assert twice.count(b"%%EOF") == 2
    assert TERM.encode() in twice
    plain = normalise(twice, None).data
    assert not residue(plain, TERM)
    assert text(plain).strip() == "Dear reader"


def test_a_damaged_file_is_repaired_here_and_not_later():
    """MuPDF must not find anything to repair: a late repair can bring back what was removed."""
    data = lines("Dear reader")
    broken = data.replace(b"startxref\n", b"startxref\n9")
    with pymupdf.open(stream=broken) as document:
        assert document.is_repaired
    plain = normalise(broken, None).data
    with pymupdf.open(stream=plain) as document:
        assert not document.is_repaired
        assert document[0].get_text().strip() == "Dear reader"


def test_contents_of_a_layer_that_is_off_are_dropped():
    """Nobody sees the layer, and any reader can switch it on."""
    plain = normalise(layered("OFF"), None)
    assert not residue(plain.data, TERM)
    assert "Dear reader" in text(plain.data)
    assert any("switched off" in note for note in plain.notes)


def test_contents_of_a_layer_that_is_on_stay():
    """A visible layer is part of the page."""
    plain = normalise(layered("ON"), None)
    assert f"Page {TERM}" in text(plain.data)
    assert f"Form {TERM}" in text(plain.data)


def test_alternative_text_inside_the_page_is_dropped():
    """``/ActualText`` repeats words beside their glyphs, where no redaction reaches."""

    def change(pdf):
        body = b"/Span <</ActualText (" + TERM.encode() + b")>> BDC BT /F1 12 Tf 30 100 Td (shown) Tj ET EMC"
        pdf.pages[0].obj.Contents = pdf.make_stream(body)

    plain = normalise(edited(lines("x"), change), None).data
    assert not residue(plain, TERM)
    assert text(plain).strip() == "shown"


@pytest.mark.parametrize("kind", ["Text", "FileAttachment"])
def test_notes_and_attachment_icons_are_dropped_and_their_place_is_told(kind):
    """The icon had been visible, so whoever compares pictures must know."""
    plain = normalise(annotated(Subtype=Name("/" + kind), Contents=String(TERM)), None)
    assert not residue(plain.data, TERM)
    assert not plain.flatten
    assert plain.changed == ((1, (50.0, 220.0, 80.0, 250.0)),)
    assert len(plain.notes) == 1


@pytest.mark.parametrize("flags", [2, 32])
def test_hidden_annotations_are_dropped(flags):
    """What nobody saw must not appear in the copy."""
    plain = normalise(annotated(Subtype=Name.FreeText, F=flags, Contents=String(TERM)), None)
    assert not plain.flatten
    assert not residue(plain.data, TERM)


def test_a_marked_redaction_is_neither_applied_nor_silently_lost():
    """What it covers is for the caller to decide."""
    plain = normalise(annotated(Subtype=Name.Redact, OverlayText=String("x")), None)
    assert "Dear reader" in text(plain.data)
    assert plain.notes == ("Marked redactions that nobody applied were dropped.",)
    assert plain.changed


def test_visible_annotations_are_left_to_be_flattened():
    """A stamp is part of what a reader sees."""
    plain = normalise(annotated(Subtype=Name.FreeText, Contents=String("Received")), None)
    assert plain.flatten
    assert plain.changed == ((1, (47.0, 217.0, 83.0, 253.0)),), "without an appearance of its own, readers differ"


def test_scripts_forms_data_and_metadata_are_dropped():
    """Nothing but pages and their fields goes on."""

    def change(pdf):
        script = Dictionary(S=Name.JavaScript, JS=String(TERM))
        pdf.Root.OpenAction = script
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(TERM.encode()))
        pdf.Root.Metadata = pdf.make_stream(TERM.encode())
        pdf.pages[0].obj.AA = Dictionary(O=script)
        pdf.docinfo["/Author"] = TERM

    plain = normalise(edited(lines("Dear reader"), change), None)
    assert not residue(plain.data, TERM)
    assert {"Scripts were dropped.", "Metadata was dropped."} <= set(plain.notes)


def test_the_right_password_opens_an_encrypted_file():
    """And the copy is not encrypted."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(lines("Dear reader"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="secret", R=6))
    plain = normalise(out.getvalue(), "secret").data
    assert text(plain).strip() == "Dear reader"
    for wrong in ("other", None):
        with pytest.raises(RedactionError, match="password"):
            normalise(out.getvalue(), wrong)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no PDF at all", b"%PDF-1.4\n" + bytes(500)])
def test_what_cannot_be_read_is_refused(data):
    """With a foreseen error that says what to do."""
    with pytest.raises(RedactionError) as caught:
        normalise(data, None)
    assert caught.value.remedy


def test_an_unknown_security_handler_is_refused():
    """Only standard encryption can be opened."""
    data = drawn(lambda sheet, page: sheet.drawString(10, 10, "x"))
    odd = data.replace(b"trailer\n<<", b"trailer\n<< /Encrypt << /Filter /Odd /V 9 >> ")
    with pytest.raises(RedactionError):
        normalise(odd, None)
