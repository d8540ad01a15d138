"""The copy is a new file that holds what the pages show, and what was chosen to stand around them."""

from __future__ import annotations

import io

import pikepdf
import pymupdf
import pytest
from pdf_residue import residue
from pdf_tools import TERM, box, differs_outside, drawn, find, lines, run, text
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from redactor.formats.pdf.destinations import Destinations
from redactor.formats.pdf.jpeg import strip_jpeg
from redactor.formats.pdf.normalise import normalise


def edited(data, change):
    """Return a PDF after ``change(pdf)``."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def opened(data):
    """Open bytes with pikepdf."""
    return pikepdf.open(io.BytesIO(data))


def bare(pages=1):
    """Return a PDF without title, bookmarks or links."""
    data = drawn(lambda sheet, page: sheet.drawString(30, 250, f"Page {page} text"), pages=pages)

    def change(pdf):
        del pdf.trailer["/Info"]

    return edited(data, change)


def titled(title):
    """Return a PDF with a title and an author."""

    def change(pdf):
        pdf.docinfo["/Title"], pdf.docinfo["/Author"] = title, TERM

    return edited(bare(), change)


# --- title and language


def test_the_old_title_stays_when_nothing_in_it_has_to_go():
    """And nothing else of the properties does."""
    after = run(titled("FOI reply"), title="unused").data
    with opened(after) as pdf:
        assert dict(pdf.docinfo.items()) == {"/Title": "FOI reply"}
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert not residue(after, TERM)


def test_a_tainted_title_gives_way_to_the_plans():
    """The file must still say what it is, for people who hear it read out (WCAG 2.4.2)."""
    after = run(titled(f"Reply to {TERM}"), tainted={"info/Title"}, title="R\u00e9ponse \u2013 FOI 24/0569").data
    with opened(after) as pdf:
        assert str(pdf.docinfo.Title) == "R\u00e9ponse \u2013 FOI 24/0569"
    assert not residue(after, TERM)


def test_without_a_title_there_are_no_properties_at_all():
    """Not even who wrote the copy, or when."""
    with opened(run(bare()).data) as pdf:
        assert "/Info" not in pdf.trailer
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}


@pytest.mark.parametrize(("given", "written"), [("en-GB", "en-GB"), (f"x {TERM}", None), ("", None)])
def test_the_language_is_written_when_it_is_one(given, written):
    """A screen reader needs it; free text has no business there."""
    with opened(run(bare(), language=given).data) as pdf:
        assert pdf.Root.get("/Lang") == written


# --- bookmarks


def outlined(*entries, pages=3):
    """Return a PDF with bookmarks given as (level, title, page), levels from 1."""
    with pymupdf.open(stream=bare(pages)) as document:
        document.set_toc([list(entry) for entry in entries])
        return document.tobytes()


def toc(data):
    """Return bookmarks as (level, title, page)."""
    with pymupdf.open(stream=data) as document:
        return [tuple(entry) for entry in document.get_toc()]


def test_bookmarks_are_kept_with_their_pages_and_levels():
    """Long replies are read by them."""
    entries = [(1, "Reply", 1), (2, "Question 1", 1), (3, "Part a", 2), (2, "Question 2", 2), (1, "Annex", 3)]
    after = run(outlined(*entries)).data
    assert toc(after) == entries
    with opened(after) as pdf:
        assert pdf.Root.Outlines.Count == 2
        assert pdf.Root.Outlines.First.Count == -2
        assert pdf.Root.Outlines.First.Dest[1] == Name.XYZ


def test_a_tainted_bookmark_goes_and_those_below_it_move_up():
    """N counts from 1 in reading order."""
    entries = [(1, "Reply", 1), (2, f"To {TERM}", 1), (3, "Part a", 2), (2, "Question 2", 2), (1, TERM, 3)]
    after = run(outlined(*entries), tainted={"outline/2", "outline/5"}).data
    assert toc(after) == [(1, "Reply", 1), (2, "Part a", 2), (2, "Question 2", 2)]
    assert not residue(after, TERM)


def test_bookmarks_that_run_in_a_circle_are_read_once():
    """A hostile or broken file must not hang."""

    def change(pdf):
        first = pdf.make_indirect(Dictionary(Title=String("One")))
        first.Next, first.First = first, first
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=first, Last=first))

    assert toc(run(edited(bare(), change)).data) == [(1, "One", -1)]


def test_named_destinations_are_written_as_pages():
    """The name itself may hold a person's."""

    def change(pdf):
        target = Array([pdf.pages[1].obj, Name.FitH, 200])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(TERM), Dictionary(D=target)])))
        item = pdf.make_indirect(Dictionary(Title=String("Annex"), A=Dictionary(S=Name.GoTo, D=String(TERM))))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item))

    after = run(edited(bare(2), change)).data
    assert toc(after) == [(1, "Annex", 2)]
    assert not residue(after, TERM)


# --- page labels


def labelled(*entries, pages=6):
    """Return a PDF with page labels given as (page, dictionary)."""

    def change(pdf):
        flat = [item for page, entry in entries for item in (page, Dictionary(entry))]
        pdf.Root.PageLabels = Dictionary(Kids=Array([Dictionary(Nums=Array(flat), Limits=Array([0, 5]))]))

    return edited(bare(pages), change)


def labels_of(data):
    """Return each page's label."""
    with opened(data) as pdf:
        return [page.label for page in pdf.pages]


def test_page_labels_are_kept():
    """A contents list says "iv" and "A-1", and a reader must find them."""
    data = labelled((0, {"/S": Name.r}), (3, {"/S": Name.D}), (4, {"/P": String("A-"), "/S": Name.D, "/St": 3}))
    assert labels_of(data) == ["i", "ii", "iii", "1", "A-3", "A-4"]
    assert labels_of(run(data).data) == labels_of(data)


def test_a_tainted_prefix_goes_and_the_numbers_stay():
    """A label's prefix is free text."""
    data = labelled((0, {"/S": Name.D}), (2, {"/P": String(f"{TERM} "), "/S": Name.D, "/Odd": String(TERM)}))
    after = run(data, tainted={"page-labels"}).data
    assert labels_of(after) == ["1", "2", "1", "2", "3", "4"]
    assert not residue(after, TERM)


@pytest.mark.parametrize("page", [-1, 7, 2.5])
def test_labels_of_pages_that_are_not_there_are_left_out(page):
    """A broken file must not break the copy."""
    data = labelled((page, {"/S": Name.R}))
    with opened(run(data).data) as pdf:
        assert "/PageLabels" not in pdf.Root


# --- links


def linked(*uris, goto=False):
    """Return a two-page PDF with one link an address, 20 points apart, and perhaps one to page 2."""

    def change(pdf):
        annotations = [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([30, 200 - 20 * n, 120, 212 - 20 * n]),
                Contents=String(TERM),
                A=Dictionary(S=Name.URI, URI=String(uri)),
            )
            for n, uri in enumerate(uris)
        ]
        annotations.insert(0, Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([300, 10, 320, 30])))
        if goto:
            target = Array([pdf.pages[1].obj, Name.Fit])
            annotations.append(Dictionary(Subtype=Name.Link, Rect=Array([200, 200, 250, 212]), Dest=target))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(item) for item in annotations])

    return edited(bare(2), change)


def uris(data):
    """Return the addresses of the first page's links."""
    with opened(data) as pdf:
        return [str(link.A.URI) for link in pdf.pages[0].obj.get("/Annots", Array()) if "/A" in link]


def test_links_to_web_mail_telephone_and_pages_are_kept():
    """Bare: an address and a place, no border, no comment."""
    addresses = ["https://www.example.org/foi?a=1#b", "http://example.org", "mailto:foi@example.org", "tel:01632960123"]
    after = run(linked(*addresses, goto=True)).data
    assert uris(after) == addresses
    assert not residue(after, TERM)
    with opened(after) as pdf:
        last = pdf.pages[0].obj.Annots[4]
        assert last.Dest[0].objgen == pdf.pages[1].obj.objgen


@pytest.mark.parametrize(
    "uri",
    [
        "file:///C:/Users/someone/draft.docx",
        "javascript:alert(1)",
        "https://user:secret@example.org/",
        "#",
        "smb://host/x",
    ],
)
def test_links_that_run_or_tell_something_are_dropped(uri):
    """No scheme but four, and no name before the host."""
    assert uris(run(linked(uri)).data) == []


def test_a_tainted_link_is_dropped_by_its_number_among_annotations():
    """As the loader counts them: here a note stands before the links."""
    data = linked("https://example.org/a", "https://example.org/b", "https://example.org/c")
    assert uris(run(data, tainted={"link/1/1"}).data) == ["https://example.org/b", "https://example.org/c"]
    assert uris(run(data, tainted={"link/1/3"}).data) == ["https://example.org/a", "https://example.org/b"]
    assert len(uris(run(data, tainted={"link/1/0"}).data)) == 3
    assert len(uris(run(data, tainted={"link/2/0"}).data)) == 3


def test_a_spot_colour_loses_its_name_and_keeps_its_look():
    """Its name is free text."""

    def change(pdf):
        page = pdf.pages[0].obj
        tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([1, 0, 0]), N=1)
        spot = Array([Name.Separation, Name("/" + TERM), Name.DeviceRGB, tint])
        page.Resources = Dictionary(Font=page.Resources.Font, ColorSpace=Dictionary(Cs=spot))
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Cs cs 1 scn 30 30 90 90 re f")

    data = edited(bare(), change)
    after = run(data).data
    assert not residue(after, TERM)
    assert differs_outside(data, after, []) == 0


def furniture(data):
    """Return title, language, bookmarks and links of a PDF, each link with the page it stands on and where it leads."""
    with opened(data) as pdf:
        destinations = Destinations(pdf)
        links = [
            (number, str(link.A.URI) if "/URI" in link.get("/A", {}) else destinations.of(link).page)
            for number, page in enumerate(pdf.pages)
            for link in page.obj.get("/Annots", Array())
            if link.get("/Subtype") == Name.Link
        ]
        return str(pdf.docinfo.get("/Title", "")), str(pdf.Root.get("/Lang", "")), toc(data), links


@pytest.mark.parametrize("producer", ["chromium", "libreoffice", "reportlab", "weasyprint"])
def test_what_stands_around_the_pages_is_kept_from_every_producer(samples, producer):
    """Title, language, bookmarks and links, each where it was."""
    data = (samples / f"police-letter.{producer}.pdf").read_bytes()
    before = furniture(data)
    assert before[0]
    assert before[3]
    assert furniture(run(data).data) == before


def test_a_link_to_a_named_place_leads_to_its_page():
    """As ReportLab writes a list of contents."""

    def draw(sheet, page):
        sheet.bookmarkPage(f"section {page}")
        sheet.linkRect("", "section 3", (30, 30, 90, 45), relative=0)

    after = run(drawn(draw, pages=3)).data
    assert furniture(after)[3] == [(0, 2), (1, 2), (2, 2)]
    assert not residue(after, "section 3")


def test_a_link_under_a_box_is_dropped():
    """Its address would say what the box hides."""
    after = run(linked("https://example.org/a", "https://example.org/b"), box(40, 90, 80, 99)).data
    assert uris(after) == ["https://example.org/b"]


# --- everything else


def test_whatever_is_not_on_the_list_stays_behind():
    """Catalog, page, resources, form, picture and font: a key nobody has heard of is not copied."""

    def change(pdf):
        secret = String(TERM)
        page = pdf.pages[0].obj
        image = pdf.make_stream(bytes(3))
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 1, 1
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        image.Metadata, image.Alternates, image.Odd = pdf.make_stream(TERM.encode()), Array([secret]), secret
        form = pdf.make_stream(b"q 9 0 0 9 0 0 cm /Im Do Q")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 99, 99])
        form.Resources, form.PieceInfo, form.Odd = Dictionary(XObject=Dictionary(Im=image), Odd=secret), secret, secret
        page.Resources = Dictionary(Font=page.Resources.Font, XObject=Dictionary(Fm=form), Odd=secret)
        for font in page.Resources.Font.values():
            font.Odd = secret
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Fm Do")
        for holder in (pdf.Root, page, pdf.trailer):
            holder["/Odd"] = secret
        page.Thumb, page.Tabs, page.LastModified = image, Name.S, secret
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=secret)]))
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Dictionary(S=Name.P, ActualText=secret))

    data = edited(bare(), change)
    assert residue(data, TERM)
    result = run(data, tainted={"page-labels"})
    assert not residue(result.data, TERM)
    assert "Tags for screen readers were dropped." in result.notes
    assert "Page 1 text" in text(result.data)
    with opened(result.data) as pdf:
        assert set(pdf.pages[0].obj.keys()) <= {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Rotate"}


def test_one_revision_and_nothing_after_it():
    """And object streams, so that it is not larger than it need be."""
    after = run(bare(4)).data
    assert after.count(b"%%EOF") == 1
    assert after.rstrip().endswith(b"%%EOF")
    assert b"/ObjStm" in after


def test_equal_input_gives_an_equal_copy_but_for_its_identity():
    """Two copies of one letter must differ in nothing else."""
    data = lines(f"Dear {TERM}, hello", "and more")

    def objects():
        with opened(run(data, *find(data, TERM)).data) as pdf:
            return {
                item.objgen: (item.read_bytes() if isinstance(item, pikepdf.Stream) else b"", repr(item))
                for item in pdf.objects
                if not (isinstance(item, pikepdf.Stream) and item.get("/Type") == Name.XRef)
            }

    assert objects() == objects()


def test_the_copy_has_an_identity_of_its_own():
    """The identity in the trailer would tie the copy to the draft it was made from (ISO 32000-1, 14.4)."""
    data = edited(bare(), lambda pdf: None)
    firsts = []
    for file in (data, run(data).data, run(data).data):
        with opened(file) as pdf:
            firsts.append(bytes(pdf.trailer.ID[0]))
    assert len(set(firsts)) == 3


def test_pages_that_take_their_box_from_the_tree_keep_it():
    """MediaBox, rotation and resources may stand on a parent node."""

    def change(pdf):
        page = pdf.pages[0].obj
        for key in ("/MediaBox", "/Resources"):
            pdf.Root.Pages[key] = page[key]
        for key in ("/MediaBox", "/Resources", "/Rotate"):
            del page[key]
        pdf.Root.Pages.Rotate = 90

    after = run(edited(bare(), change)).data
    with opened(after) as pdf:
        assert [int(v) for v in pdf.pages[0].mediabox] == [0, 0, 400, 300]
        assert pdf.pages[0].obj.Rotate == 90
    assert "Page 1 text" in text(after)


def test_a_label_font_is_only_where_a_label_is():
    """Pages that share resources do not share the font."""
    data = drawn(lambda sheet, page: sheet.drawString(30, 250, f"Page {page} {TERM if page == 2 else ''}"), pages=3)
    with opened(run(data, *find(data, TERM)).data) as pdf:
        fonts = [set(page.resources.get("/Font", Dictionary()).keys()) for page in pdf.pages]
    assert ["/RedactorLabel" in names for names in fonts] == [False, True, False]


# --- pictures


def test_notes_inside_a_jpeg_are_stripped_and_no_pixel_changes():
    """EXIF, XMP, comments and what follows the end; the colour profile stays."""
    picture = Image.linear_gradient("L").convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = TERM
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=TERM.encode(), icc_profile=b"profile", progressive=True)
    told = out.getvalue() + TERM.encode()
    stripped = strip_jpeg(told)
    assert TERM.encode() not in stripped
    with Image.open(io.BytesIO(told)) as before, Image.open(io.BytesIO(stripped)) as after:
        assert before.tobytes() == after.tobytes()
        assert after.info["icc_profile"] == b"profile"


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\x89PNG", b"\xff\xd8\x00\x00\x00\x00"]
)
def test_a_jpeg_that_cannot_be_read_is_refused(data):
    """Never passed on as it is."""
    with pytest.raises(ValueError, match="JPEG"):
        strip_jpeg(data)


def test_values_do_not_print_their_words():
    """A traceback shows the repr of arguments."""
    from redactor.formats.pdf.links import Link
    from redactor.formats.pdf.outlines import Bookmark
    from redactor.formats.pdf.rebuild import Furniture

    bookmark, link = Bookmark(0, TERM, None), Link(0, (0, 0, 1, 1), f"https://example.org/{TERM}", None)
    assert TERM not in repr(normalise(lines(TERM), None))
    assert TERM not in repr([bookmark, link, Furniture(TERM, "en", (bookmark,), (link,))])
