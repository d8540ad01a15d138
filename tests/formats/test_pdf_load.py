"""Reading a PDF's pages: the words, their order, and the exact place of each."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pdf_made import drawn, edited, kinds, lines, our_box, pdfium_box, read

from redactor.analysis.textmap import TextMap
from redactor.model import Layer

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
WORD = "Zebrowski"


def close_to(ours, theirs, along=1.0, across=4.0):
    """Compare boxes: exact along the line, generous across it, as engines differ about ascenders."""
    return (
        abs(ours[0] - theirs[0]) <= along
        and abs(ours[2] - theirs[2]) <= along
        and abs(ours[1] - theirs[1]) <= across
        and abs(ours[3] - theirs[3]) <= across
    )


def test_a_word_stands_where_pdfium_puts_it():
    """The box of a word agrees with a second engine within a point along the line."""
    data = lines("Dear Ms Zebrowski, thank you", font="Times-Roman")
    assert close_to(our_box(read(data), WORD), pdfium_box(data, WORD))


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_pages_keep_unrotated_boxes(rotation):
    """A page's rotation changes its shown size and not the place of its words."""

    def turn(pdf):
        pdf.pages[0].obj.Rotate = rotation

    plain = lines("Dear Ms Zebrowski, thank you")
    data = edited(plain, turn)
    document = read(data)
    page = document.pages[0]
    assert page.rotation == rotation
    assert (page.width, page.height) == ((842, 595) if rotation % 180 else (595, 842))
    assert our_box(document, WORD) == pytest.approx(our_box(read(plain), WORD), abs=0.05)


def test_crop_box_moves_the_origin_and_keeps_what_it_hides():
    """Boxes count from the crop box; a line outside it is read and reported."""

    def crop(pdf):
        pdf.pages[0].obj.CropBox = pikepdf.Array([50, 500, 550, 720])

    data = edited(lines("Dear Ms Zebrowski", *[""] * 20, "cropped away"), crop)
    document = read(data)
    assert (document.pages[0].width, document.pages[0].height) == (500, 220)
    assert close_to(our_box(document, WORD), pdfium_box(data, WORD))
    assert "cropped away" in document.segment("page/1").text
    (feature,) = [one for one in document.features if one.kind == "text-outside-page"]
    assert feature.count == len("croppedaway")


@pytest.mark.parametrize("angle", [30, 90, 180, 270])
def test_turned_text_has_turned_quads(angle):
    """A slanted word's quad has the word's length and the line's height, wherever it points."""

    def draw(sheet):
        sheet.setFont("Helvetica", 12)
        sheet.translate(300, 400)
        sheet.rotate(angle)
        sheet.drawString(0, 0, WORD)

    from redactor.analysis.textmap import quads
    from redactor.model import Span

    data = drawn(draw)
    segment = read(data).segment("page/1")
    start = segment.text.index(WORD)
    (quad,) = quads(segment, Span("page/1", start, start + len(WORD)))
    length = ((quad[2] - quad[0]) ** 2 + (quad[3] - quad[1]) ** 2) ** 0.5
    height = ((quad[4] - quad[0]) ** 2 + (quad[5] - quad[1]) ** 2) ** 0.5
    assert length == pytest.approx(pymupdf.get_text_length(WORD, "helv", 12), abs=1)
    assert 10 <= height <= 20
    assert quad[0] == pytest.approx(300, abs=height) and quad[1] == pytest.approx(442, abs=height)


def test_user_unit_scales():
    """One user space unit may be more than a point."""

    def grow(pdf):
        pdf.pages[0].obj.UserUnit = 2

    document = read(edited(lines(WORD), grow))
    assert document.pages[0].width == 1190
    assert our_box(document, WORD)[0] == pytest.approx(144, abs=1)


def test_columns_are_read_one_after_the_other():
    """Two columns of prose are not read across the gutter, even where their lines share a baseline."""
    left = [
        "the first column tells of Mr Jan",
        "Zebrowski who asked the council",
        "for all letters of last summer",
        "and had his reply within a week",
    ]
    right = [
        "the second column has nothing",
        "to do with him at all and says",
        "that the weather was quite fine",
        "and that the harvest came early",
    ]

    def draw(sheet):
        sheet.setFont("Helvetica", 11)
        for at in range(4):
            sheet.drawString(60, 700 - 14 * at, left[at])
            sheet.drawString(320, 700 - 14 * at, right[at])

    document = read(drawn(draw))
    assert document.segment("page/1").text.split("\n")[:8] == left + right
    assert "Mr Jan Zebrowski" in TextMap.build(document.segments).text


def test_a_table_is_read_row_by_row():
    """Cells of a row stand together, parted by a tab."""
    rows = [("Name", "Extension", "Room"), ("J Field", "4417", "12"), ("K Marsh", "4418", "14")]

    def draw(sheet):
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.drawString(72 + 150 * column, 700 - 16 * at, cell)

    text = read(drawn(draw)).segment("page/1").text
    assert text == "".join("\t".join(row) + "\n" for row in rows)


ADDRESS = ["Ms Amara Zebrowski", "14 Tannery Row", "Aldersford", "WR96 4QT"]
REFERENCES = ["Our ref: FOI-2025-0318", "Your ref: AZ/1", "Date: 3 June 2025", "Direct dial: 01632 960318"]


def placed(*pieces, size=10):
    """Return the text of a page on which each piece (x, distance from the top, text) was drawn."""

    def draw(sheet):
        sheet.setFont("Helvetica", size)
        for x, top, text in pieces:
            sheet.drawString(x, 742 - top, text)

    return read(drawn(draw)).segment("page/1").text


def beside(left, right, *, at=350, step=13, lower=0):
    """Return the lines of a page with two blocks beside each other."""
    rows = [(72, step * row, text) for row, text in enumerate(left) if text]
    rows += [(at, step * row + lower, text) for row, text in enumerate(right) if text]
    return placed(*rows).splitlines()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (ADDRESS, REFERENCES),
        (ADDRESS, [text.replace(":", " ") for text in REFERENCES]),
        (REFERENCES, ADDRESS),
        (ADDRESS, ["Westmarch Constabulary", "Bridge Street", "Westmarch", "WM1 1AA"]),
        (ADDRESS, ["3 June 2025", "FOI-2025-0318"]),
    ],
)
@pytest.mark.parametrize("lower", [0, 6])
def test_an_address_beside_references_is_read_to_its_end(left, right, lower):
    """Two blocks of a letterhead are read one after the other, on the same baselines or not."""
    got = beside(left, right, lower=lower)
    assert [line.replace("  ", " ") for line in got] == [text.replace("  ", " ") for text in left + right]


def test_an_address_beside_labels_and_their_values():
    """The address is read to its end, then each label with what stands beside it."""
    pieces = [(72, 13 * row, text) for row, text in enumerate(ADDRESS)]
    for row, text in enumerate(REFERENCES):
        label, _, value = text.partition(": ")
        pieces += [(330, 13 * row, label + ":"), (420, 13 * row, value)]
    assert placed(*pieces).splitlines() == ADDRESS + [text.replace(": ", ":\t") for text in REFERENCES]


@pytest.mark.parametrize(
    "rows",
    [
        [("Direct dial:", "01632 960123"), ("Date:", "3 June"), ("E-mail:", "foi@council.example.org")],
        [("Direct dial", "01632 960123"), ("Date", "3 June 2025"), ("Our ref", "FOI-3")],
        [("J Field", "Tel: 01632 960123"), ("K Marsh", "Tel: 01632 960124"), ("L Lane", "Tel: 01632 960125")],
    ],
)
def test_labels_are_read_with_what_stands_beside_them(rows):
    """A column of labels, or of people with a telephone each, is read across."""
    labels, values = zip(*rows, strict=True)
    assert beside(labels, values, at=200) == ["\t".join(row) for row in rows]


def test_an_address_beside_its_label_stays_with_it():
    """A value of several lines is read to its end before the next label."""
    labels = ["Name:", "Address:", "", "", "Date of birth:"]
    got = beside(labels, ["Amara Zebrowski", *ADDRESS[1:], "01/02/1980"], at=200)
    assert got == ["Name:\tAmara Zebrowski", "Address:", *ADDRESS[1:], "Date of birth:\t01/02/1980"]


@pytest.mark.parametrize("centre", [0, 6])
@pytest.mark.parametrize("rule", [False, True])
def test_a_wrapped_cell_is_read_to_its_end(centre, rule):
    """Cells of a row with a wrapped one are read one by one; those of other rows stand on a line with tabs."""

    def draw(sheet):
        sheet.setFont("Helvetica", 10)
        for row, (first, upper, lower, last) in enumerate(
            [
                ("12", "Bartholomew", "Zebrowski", "open"),
                ("13", "none", "", "open"),
                ("14", "CR/", "0050031/25", "open"),
            ]
        ):
            top = 700 - 30 * row
            middle = centre if lower else 0
            sheet.drawString(72, top - middle, first)
            sheet.drawString(110, top, upper)
            sheet.drawString(110, top - 12, lower)
            sheet.drawString(180, top - middle, last)
            if rule:
                sheet.line(70, top - 16, 300, top - 16)

    text = read(drawn(draw)).segment("page/1").text
    assert text.splitlines() == [
        *("12", "Bartholomew", "Zebrowski", "open"),
        "13\tnone\topen",
        *("14", "CR/", "0050031/25", "open"),
    ]


def test_a_narrow_gutter_that_all_rows_keep_parts_cells():
    """Where the longest cell nearly touches the next column, that row has its tab as well."""
    rows = [("Grade", "Number"), ("Inspector", "1187"), ("Police Constable", "2931")]
    assert beside(*zip(*rows, strict=True), at=72 + 85, step=17) == ["\t".join(row) for row in rows]


def test_a_stretched_line_is_words_and_not_cells():
    """Wide word gaps of a justified line are spaces: they are of one width and end at the column's margins."""
    full = "performance@westmarch.example, a mailbox"
    width = pymupdf.get_text_length(full, "helv", 10)
    words = ["Questions", "should", "go", "to"]
    gap = (width - sum(pymupdf.get_text_length(word, "helv", 10) for word in words)) / 3
    pieces, x = [], 72.0
    for word in words:
        pieces.append((x, 0, word))
        x += pymupdf.get_text_length(word, "helv", 10) + gap
    assert placed(*pieces, (72, 13, full)).splitlines() == ["Questions should go to", full]


def test_ruled_questions_and_answers_are_read_row_by_row():
    """Two columns of prose with a rule across both are a table: an answer follows its question."""
    question = ["How many of the dogs were seized in", "the year and how many came back to", "their owners in the end?"]
    answer = [
        "We hold the number that were seized,",
        "which was fourteen; nine of them were",
        "given back to their owners in May.",
    ]

    def draw(sheet):
        sheet.setFont("Helvetica", 10)
        for block in range(2):
            for row in range(3):
                sheet.drawString(72, 700 - 48 * block - 12 * row, question[row])
                sheet.drawString(300, 700 - 48 * block - 12 * row, answer[row])
            sheet.line(70, 668 - 48 * block, 520, 668 - 48 * block)

    assert read(drawn(draw)).segment("page/1").text.splitlines() == (question + answer) * 2


def test_a_line_drawn_twice_is_read_once_and_covers_both():
    """Fake bold doubles every glyph; the text has it once and the box covers both copies."""

    def draw(sheet):
        sheet.setFont("Helvetica", 12)
        sheet.drawString(72, 700, WORD)
        sheet.drawString(74, 699, WORD)

    document = read(drawn(draw))
    assert document.segment("page/1").text.count(WORD) == 1
    once = our_box(read(lines(WORD, size=12)), WORD)
    twice = our_box(document, WORD)
    assert twice[2] >= once[2] + 1.9 and twice[3] >= once[3] + 0.9


def test_a_scan_is_a_picture_and_counts_as_coverage():
    """A full-page image has a quad, a digest that follows its pixels, and fills the page."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def page(colour):
        picture = Image.new("RGB", (60, 80), colour)
        picture.putpixel((3, 3), (0, 0, 0))
        return drawn(lambda sheet: sheet.drawImage(ImageReader(picture), 0, 0, 595, 842))

    first, again, other = (read(page(colour)) for colour in ("red", "red", "blue"))
    (picture,) = first.pictures
    assert (picture.width_px, picture.height_px, picture.blank) == (60, 80, False)
    assert first.pages[0].image_coverage == pytest.approx(1.0)
    assert first.pages[0].characters == 0
    assert picture.digest == again.pictures[0].digest != other.pictures[0].digest


def test_a_plain_colour_is_blank_and_a_tiny_picture_is_none():
    """A picture of one colour is marked blank; one smaller than a letter is left out."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    plain = ImageReader(Image.new("RGB", (400, 400), "white"))

    def draw(sheet):
        sheet.drawImage(plain, 100, 100, 200, 200)
        sheet.drawImage(plain, 400, 400, 4, 4)

    (picture,) = read(drawn(draw)).pictures
    assert picture.blank


def test_a_signature_in_curves_is_a_picture_and_a_table_is_not():
    """Many curves close together are a drawing somebody must look at; ruled lines are not."""

    def signed(sheet):
        path = sheet.beginPath()
        path.moveTo(100, 100)
        for at in range(60):
            path.curveTo(100 + 2 * at, 110 + at % 7, 101 + 2 * at, 90 - at % 5, 102 + 2 * at, 100)
        sheet.drawPath(path)

    def ruled(sheet):
        for at in range(60):
            sheet.line(100, 100 + 5 * at, 400, 100 + 5 * at)
            sheet.rect(100, 100 + 5 * at, 30, 5)

    assert [one.id for one in read(drawn(signed)).pictures] == ["drawing/1/0"]
    assert read(drawn(ruled)).pictures == ()


def test_invisible_text_is_read_and_reported():
    """White and invisible type is searched like any other and raises a feature; white on black does not."""

    def hidden(sheet):
        sheet.setFillColorRGB(1, 1, 1)
        sheet.drawString(72, 700, WORD)

    def heading(sheet):
        sheet.rect(60, 690, 400, 30, fill=1)
        hidden(sheet)

    document = read(drawn(hidden))
    assert WORD in document.segment("page/1").text
    assert "hidden-text" in kinds(document)
    assert "hidden-text" not in kinds(read(drawn(heading)))


def test_a_layer_that_is_off_is_read_as_hidden_text():
    """Text in a layer that is switched off becomes a segment of its own."""

    def hide(pdf):
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("draft")))
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array([group]), D=pikepdf.Dictionary(OFF=pikepdf.Array([group]))
        )
        page = pdf.pages[0]
        page.obj.Resources.Properties = pikepdf.Dictionary(oc1=group)
        page.contents_add(b"/OC /oc1 BDC BT /F1 12 Tf 72 300 Td (Hidden Zebrowski) Tj ET EMC", prepend=False)

    document = read(edited(lines("Dear reader"), hide))
    (segment,) = [one for one in document.segments if one.layer is Layer.HIDDEN_TEXT]
    assert segment.text == "Hidden Zebrowski\n"
    assert segment.quads[0] is not None
    assert {"hidden-layer"} <= kinds(document)


def test_a_clean_letter_has_no_features():
    """An ordinary letter raises nothing, so that every feature means something."""
    assert kinds(read(lines("Dear Ms Field", "Thank you for your request."))) == set()


def test_formats_load_no_heavy_library():
    """Importing the formats package starts neither MuPDF nor qpdf nor pdfium."""
    code = (
        "import sys, redactor.formats, redactor.formats.pdf.format as f; f.sniff(b'%PDF-1.7');"
        "print([m for m in ('pymupdf', 'pikepdf', 'pypdfium2') if m in sys.modules])"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["letter-chromium.pdf", "letter-libreoffice.pdf"])
def test_the_seed_letter(name):
    """The letter of the brief: the number's exact box, the address in one piece, and nothing to complain about."""
    path = SHARED / "seed" / name
    if not path.exists():
        pytest.skip("the shared seed letters are not to hand")
    data = path.read_bytes()
    document = read(data)
    number = "01452 754304"
    assert close_to(our_box(document, number), pdfium_box(data, number))
    text_map = TextMap.build(document.segments)
    assert "E-mail: FOI@gloucestershire.police.uk\n" in text_map.text
    assert kinds(document) <= {"structure-tree", "dead-link"}
    start = time.perf_counter()
    read(data)
    assert time.perf_counter() - start < 1.0


def test_letters_outlined_by_straight_lines_are_a_picture_and_a_table_is_none():
    """Angular letters show words that nobody can search; rules and cells show none."""

    def letters(sheet):
        for at in range(12):
            x = 100 + 14 * at
            path = sheet.beginPath()
            path.moveTo(x, 500)
            for dx, dy in ((5, 14), (10, 0), (8, 0), (5, 9), (2, 0)):
                path.lineTo(x + dx, 500 + dy)
            path.close()
            sheet.drawPath(path, stroke=0, fill=1)

    def table(sheet):
        for row in range(30):
            for column in range(6):
                sheet.rect(60 + 70 * column, 100 + 18 * row, 70, 18)
                sheet.line(60 + 70 * column, 100 + 18 * row, 130 + 70 * column, 100 + 18 * row)

    assert [picture.id for picture in read(drawn(letters)).pictures] == ["drawing/1/0"]
    assert not read(drawn(table)).pictures
