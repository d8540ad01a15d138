"""Every place of a PDF where text can hide is searched or reported."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pdf_made import edited, kinds, lines, read, texts
from pikepdf import Array, Dictionary, Name, String

from redactor.analysis.textmap import TextMap
from redactor.errors import LimitError
from redactor.formats import Limits
from redactor.formats.pdf import features
from redactor.model import Layer, box_of

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
WORD = "Zebrowski"
PLAIN = lines("Dear reader", "nothing here")


def after(change):
    return read(edited(PLAIN, change))


def annotation(pdf, **keys):
    annot = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([100, 700, 200, 720]), **keys))
    pdf.pages[0].obj.Annots = Array([annot])
    return annot


def test_document_properties():
    """Title and custom properties have addresses that quote nothing from the file."""

    def change(pdf):
        pdf.docinfo[Name.Title] = String(WORD)
        pdf.docinfo[Name("/CaseWorker")] = String("K Marsh")

    document = after(change)
    assert texts(document, "info/Title") == [WORD]
    assert "K Marsh" in texts(document, "info/custom")
    assert document.segment("info/Title").layer is Layer.METADATA
    assert document.segment("info/Title").place == "document title"


def test_xmp_properties():
    """Each XMP value is a segment named after its property; broken XML is still searched."""
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="K Marsh">'
        b"<dc:creator><rdf:Seq><rdf:li>Zebrowski</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    )

    def plant(data):
        def change(pdf):
            stream = pdf.make_stream(data)
            stream.Type, stream.Subtype = Name.Metadata, Name.XML
            pdf.Root.Metadata = stream

        return change

    document = after(plant(packet))
    assert texts(document, "xmp/creator") == [WORD]
    assert texts(document, "xmp/source") == ["K Marsh"]
    assert any(WORD in text for text in texts(after(plant(packet[:-30])), "xmp/"))


def test_bookmarks_in_order_and_in_circles():
    """Bookmarks are numbered in reading order; one that follows itself does not hang the reader."""

    def change(pdf):
        with pdf.open_outline() as outline:
            outline.root.extend([pikepdf.OutlineItem("First", 0), pikepdf.OutlineItem(WORD, 0)])

    document = after(change)
    assert texts(document, "outline/1") == ["First"]
    assert texts(document, "outline/2") == [WORD]

    def circle(pdf):
        change(pdf)
        first = pdf.Root.Outlines.First
        first.Next.Next = first

    assert texts(after(circle), "outline/2") == [WORD]


def test_links_stand_at_their_rectangle():
    """A link's target is searched, and its box is the rectangle one clicks."""

    def change(pdf):
        annotation(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("mailto:zebrowski@example.org")))

    segment = after(change).segment("link/1/0")
    assert segment.text == "mailto:zebrowski@example.org"
    assert (segment.page, segment.layer) == (1, Layer.LINK)
    assert box_of(segment.quads[0]) == (100, 122, 200, 142)
    assert WORD not in segment.place


@pytest.mark.parametrize("key", ["Contents", "T", "Subj", "RC"])
def test_comments(key):
    """Author, subject, plain and rich text of a comment are searched, and the comment is reported."""

    def change(pdf):
        annotation(pdf, Subtype=Name.Text, **{key: String(WORD)})

    document = after(change)
    assert document.segment(f"annot/1/0/{key}").text == WORD
    assert kinds(document) == {"annotation"}


@pytest.mark.parametrize("key", ["V", "DV", "TU", "T"])
@pytest.mark.parametrize("merged", [True, False])
def test_form_fields(key, merged):
    """Value, default, help and name of a field are searched whether or not field and widget are one object."""

    def change(pdf):
        widget = annotation(pdf, Subtype=Name.Widget)
        field = widget
        if not merged:
            field = pdf.make_indirect(Dictionary(Kids=Array([widget])))
            widget.Parent = field
        field.FT = Name.Tx
        field[f"/{key}"] = String(WORD)
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    document = after(change)
    segment = document.segment(f"form/1.0/{key}")
    assert segment.text == WORD and segment.quads[0] is not None
    assert "form-field" in kinds(document)


def test_attachments():
    """An attachment is reported, and its name and description are searched."""

    def change(pdf):
        spec = pikepdf.AttachedFileSpec(pdf, b"secret", filename="Zebrowski.csv", description="about Zebrowski")
        pdf.attachments["x"] = spec

    document = after(change)
    assert "attachment" in kinds(document)
    assert "about Zebrowski" in texts(document, "attachment/")
    assert "Zebrowski.csv" in texts(document, "attachment/")


def test_scripts_and_actions():
    """JavaScript is searched, in strings and streams, and each action is reported."""

    def change(pdf):
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pdf.make_stream(b"app.alert('Zebrowski')"))
        annotation(pdf, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("zebrowski.exe")))

    document = after(change)
    assert any(WORD in text for text in texts(document, "script"))
    assert {"javascript", "open-action", "launch"} <= kinds(document)


@pytest.mark.parametrize("key", ["ActualText", "Alt", "E", "T"])
def test_text_for_screen_readers(key):
    """Replacement text of a tag is searched."""

    def change(pdf):
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span))
        element[f"/{key}"] = String(WORD)
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([element]))

    document = after(change)
    assert texts(document, f"structure/{key}") == [WORD]
    assert document.segment(f"structure/{key}").layer is Layer.STRUCTURE


def test_inline_replacement_text():
    """Replacement text inside a page's own content is searched."""

    def change(pdf):
        pdf.pages[0].contents_add(b"/Span <</ActualText (Zebrowski)>> BDC EMC", prepend=False)

    assert texts(after(change), "page/1/replacement") == [WORD]


@pytest.mark.parametrize("where", ["catalogue", "page", "nested", "key", "value", "label", "destination"])
def test_private_places(where):
    """A word in a key nobody knows, a name, a page label or a destination is searched."""

    def change(pdf):
        root, page = pdf.Root, pdf.pages[0].obj
        if where == "catalogue":
            root.Private1 = String(WORD)
        elif where == "page":
            page.Client = String(WORD)
        elif where == "nested":
            root.Deep = Dictionary(A=Array([Dictionary(B=Dictionary(C=Array([String(WORD)])))]))
        elif where == "key":
            root[f"/{WORD}"] = 1
        elif where == "value":
            root.Something = Name(f"/{WORD}")
        elif where == "label":
            root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(WORD))]))
        else:
            root.Names = Dictionary(Dests=Dictionary(Names=Array([String(WORD), Array([page, Name.Fit])])))

    document = after(change)
    assert any(WORD in segment.text for segment in document.segments)
    assert not any(WORD in segment.id or WORD in segment.place for segment in document.segments)


def test_names_in_old_encodings():
    """A name that is no UTF-8 is read byte by byte and stops nothing."""
    data = edited(PLAIN, lambda pdf: setattr(pdf.Root, "Old", Dictionary(Abcd=Name("/Efgh"), B=String(WORD))))
    for old in (b"/Abcd", b"/Efgh"):
        document = read(data.replace(old, old[:3] + b"\xfc" + old[4:]))
        assert any(WORD in segment.text for segment in document.segments)


def test_long_chains_are_followed():
    """What hangs at the end of a long chain of objects is still read."""

    def change(pdf):
        last = pdf.make_indirect(Dictionary(Note=String(WORD)))
        for _ in range(1500):
            last = pdf.make_indirect(Dictionary(N=last))
        pdf.Root.Chain = last

    assert any(WORD in segment.text for segment in after(change).segments)


def test_what_the_writer_left_behind():
    """Private data, thumbnails and other versions of a picture are reported."""

    def change(pdf):
        page = pdf.pages[0].obj
        page.PieceInfo = Dictionary(App=Dictionary(Private=String(WORD)))
        page.Thumb = pdf.make_stream(b"\0")
        pdf.Root.Picture = Dictionary(Alternates=Array([Dictionary(Image=pdf.make_stream(b"\0"))]))

    document = after(change)
    assert {"piece-info", "thumbnails", "alternate-images"} <= kinds(document)
    assert any(WORD in segment.text for segment in document.segments)


def test_objects_nothing_refers_to():
    """An orphan is reported and searched."""
    data = edited(PLAIN, lambda pdf: None)
    xref = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    orphan = b"99 0 obj\n<< /Note (Zebrowski) >>\nendobj\n"
    table = data[xref:].replace(b"trailer", b"99 1\n%010d 00000 n \ntrailer" % xref)
    table = re.sub(rb"/Size \d+", b"/Size 100", table)
    moved = data[:xref] + orphan + re.sub(rb"startxref\s+\d+", b"startxref\n%d" % (xref + len(orphan)), table)
    document = read(moved)
    assert "unreferenced-object" in kinds(document)
    assert any(WORD in text for text in texts(document, "unreferenced"))
    assert "unreferenced-object" not in kinds(read(data))


def test_revisions_and_tails():
    """Saving in place is told from a plain file, and bytes after the end are reported and searched."""
    import pymupdf

    with pymupdf.open("pdf", PLAIN) as pdf:
        pdf[0].insert_text((72, 300), "more")
        twice = io.BytesIO(PLAIN)
        pdf.save(twice, incremental=False)
    assert "earlier-revision" not in kinds(read(PLAIN))
    appended = PLAIN + PLAIN[PLAIN.rindex(b"startxref") :]
    assert "earlier-revision" in kinds(read(appended))
    tail = read(PLAIN + b"\nMs Zebrowski was here")
    assert "trailing-data" in kinds(tail)
    assert "Ms Zebrowski was here" in texts(tail, "tail")


def test_a_linearised_file_is_no_revision():
    """A file made for the web ends twice and was saved once."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PLAIN)) as pdf:
        pdf.save(out, linearize=True)
    assert kinds(read(out.getvalue())) == set()


@pytest.mark.parametrize("carrier", ["pattern", "softmask", "undrawn"])
def test_text_where_no_search_looks(carrier):
    """Text inside patterns, masks and forms that are never drawn is reported."""

    def change(pdf):
        stream = pdf.make_stream(b"BT /F1 9 Tf (Zebrowski) Tj ET")
        stream.Resources, stream.BBox = pdf.pages[0].obj.Resources, Array([0, 0, 9, 9])
        resources = pdf.pages[0].obj.Resources
        if carrier == "pattern":
            stream.PatternType = 1
            resources.Pattern = Dictionary(P1=stream)
        elif carrier == "softmask":
            stream.Subtype = Name.Form
            resources.ExtGState = Dictionary(G1=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=stream)))
        else:
            stream.Subtype = Name.Form
            resources.XObject = Dictionary(X1=stream)

    expected = {"pattern": "pattern-with-text", "softmask": "softmask-with-text", "undrawn": "undrawn-form"}
    assert expected[carrier] in kinds(after(change))


def test_camera_data():
    """Comments and application data inside a JPEG are searched."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    out = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, "JPEG", comment=b"taken by Zebrowski")

    def place(pdf):
        stream = pdf.make_stream(b"")
        stream.write(out.getvalue(), filter=Name.DCTDecode)
        stream.Type, stream.Subtype, stream.Width, stream.Height = Name.XObject, Name.Image, 40, 40
        stream.ColorSpace, stream.BitsPerComponent = Name.DeviceRGB, 8
        pdf.Root.Picture = stream

    document = after(place)
    assert texts(document, "image/1/metadata") == ["taken by Zebrowski"]
    assert "picture-metadata" in kinds(document)
    assert ImageReader is not None


def test_too_many_objects_are_refused():
    """The walk stops at its limit with an error, never with half an answer."""

    def change(pdf):
        pdf.Root.Many = Array([Array([String("x")]) for _ in range(5000)])

    with pytest.raises(LimitError):
        read(edited(PLAIN, change), limits=replace(Limits(), max_objects=200))


def test_every_kind_is_in_the_table():
    """A kind of feature that the reader can raise is documented, and the other way round."""
    folder = Path(features.__file__).parent
    names = ("engines", "features", "hidden", "layers", "open", "walk")
    code = "\n".join((folder / f"{name}.py").read_text() for name in names)
    table = set(
        re.findall(r"[a-z]+(?:-[a-z]+)*", " ".join(re.findall(r"(?m)^([a-z-]+(?:, [a-z-]+)*)  ", features.__doc__)))
    )
    raised = set(re.findall(r'(?:Feature\(|feature\(|features\[)\s*"([a-z-]+)"', code))
    raised |= set(re.findall(r'yield "([a-z0-9-]+-with-text)"', code)) | {"launch", "submit", "javascript"}
    assert {kind.replace("type3-with-text", "type") for kind in raised} <= table | {"type"}


CARRIERS = sorted((SHARED / "pdf" / "carriers").glob("*.pdf"))
UNREAD = {"j07_fontname_charset.pdf": "font names are left out; the word also stands on the page"}


@pytest.mark.skipif(not CARRIERS, reason="the shared carriers are not to hand")
@pytest.mark.parametrize("path", CARRIERS, ids=lambda path: path.stem)
def test_carriers(path):
    """Each planted word is in the normalised text, or a feature or picture says that something is there."""
    document = read(path.read_bytes())
    found = WORD.casefold() in TextMap.build(document.segments).text.casefold()
    assert found or document.features or document.pictures


@pytest.mark.parametrize(
    ("target", "dead"),
    [({"/Dest": Name("/")}, True), ({"/Dest": String("nowhere")}, True), ({}, True), ({"/Dest": "page"}, False)],
    ids=["printed-hash", "unknown-name", "none", "page"],
)
def test_a_link_that_leads_nowhere_is_a_feature(target, dead):
    """A browser prints a link to "#" as one to a place without a name."""

    def change(pdf):
        page = pdf.pages[0].obj
        link = annotation(pdf, Subtype=Name.Link)
        for key, value in target.items():
            link[key] = Array([page, Name.Fit]) if value == "page" else value
        pdf.Root.Dests = Dictionary({"/": Array([page, Name.Fit])})

    assert ("dead-link" in kinds(after(change))) is dead
