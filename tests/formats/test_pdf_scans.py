"""Scans become text with places on the page; what was not read stays a picture for a person."""

from __future__ import annotations

import dataclasses
import io
import os
import sys
from pathlib import Path

import pymupdf
import pytest
from PIL import Image, ImageDraw

from redactor import ocr
from redactor.errors import UncheckedError
from redactor.formats import Limits
from redactor.formats.pdf import looks, scans
from redactor.formats.pdf.load import load
from redactor.model import Layer, Source, box_of
from redactor.ocr import joining
from redactor.ocr.reading import Reading, TextLine

sys.path.insert(0, str(Path(__file__).parent.parent / "ocr"))
from scan_made import WORDS, page, picture

SOURCE = Source("scan.pdf", "", 0, "")


@pytest.fixture(autouse=True)
def fresh():
    """Remember no picture from one test to another: some are read by readers made up for a test."""
    looks._looks.clear()
    yield
    looks._looks.clear()


def scanned(made, *, dpi=150, turn=0.0, rotation=0, draw=None, under=(), kind="PNG"):
    """Return a PDF that is a scan of a page, with a text layer under it where asked."""
    image = picture(made, dpi=dpi, turn=turn)
    if draw is not None:
        draw(ImageDraw.Draw(image))
    if rotation:
        image = image.rotate(rotation, expand=True)
    stream = io.BytesIO()
    image.save(stream, kind)
    width, height = (made.rect.width, made.rect.height)[:: -1 if rotation % 180 else 1]
    document = pymupdf.open()
    sheet = document.new_page(width=width, height=height)
    sheet.insert_image(sheet.rect, stream=stream.getvalue())
    for at, line in enumerate(under):
        sheet.insert_text((60, 80 + 24 * at), line, render_mode=3)
    sheet.set_rotation(rotation)
    return document.tobytes()


def read(data, **limits):
    """Load a PDF and return it with the text of its OCR layer."""
    document = load(data, SOURCE, Limits(**limits), None)
    return document, "".join(one.text for one in document.segments if one.layer is Layer.OCR)


def where(document, word):
    """Return the box of a word of the OCR layer."""
    segment = next(one for one in document.segments if one.layer is Layer.OCR)
    start = segment.text.index(word)
    boxes = [box_of(segment.quads[at]) for at in range(start, start + len(word))]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def test_a_scan_is_read_and_its_picture_counts_as_read():
    """Words in reading order, nothing left to look at, and how sure the reader was."""
    document, text = read(scanned(page()))
    assert text.split("\n")[:3] == list(WORDS)
    assert all(one.read for one in document.pictures)
    assert document.pages[0].ocr_confidence > 85


@pytest.mark.parametrize(("turn", "rotation"), [(0, 0), (2, 0), (0, 90), (0, 180), (0, 270)])
def test_words_lie_where_they_are_seen(turn, rotation):
    """Within two points of the printed word, on straight, slanted and turned pages."""
    made = page()
    data = scanned(made, dpi=200, turn=turn, rotation=rotation)
    document, _ = read(data)
    found = where(document, "Venkataraman")
    shown = pymupdf.open("pdf", data)[0]
    on_screen = pymupdf.Rect(found) * shown.rotation_matrix
    printed = next(pymupdf.Rect(word[:4]) for word in made.get_text("words") if word[4].startswith("Venkataraman"))
    if turn:
        middle = pymupdf.Point(made.rect.width / 2, made.rect.height / 2)
        printed = printed * pymupdf.Matrix(1, 0, 0, 1, -middle.x, -middle.y) * pymupdf.Matrix(-turn)
        printed = printed * pymupdf.Matrix(1, 0, 0, 1, middle.x, middle.y)
    assert abs(on_screen.x0 - printed.x0) < 4 and abs(on_screen.y0 - printed.y0) < 6
    assert on_screen.height < 24


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_sheet_laid_wrongly_is_read(quarters):
    """On its side or upside down in the scanner: read all the same, and its words lie where they are."""
    made = page(WORDS * 3)
    image = picture(made, dpi=150).rotate(90 * quarters, expand=True)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    document = pymupdf.open()
    sheet = document.new_page(width=image.width * 72 / 150, height=image.height * 72 / 150)
    sheet.insert_image(sheet.rect, stream=stream.getvalue())
    loaded, text = read(document.tobytes())
    assert text.split("\n")[:3] == list(WORDS)
    x0, y0, x1, y1 = where(loaded, "Venkataraman")
    drawn = sheet.get_pixmap(clip=(x0, y0, x1, y1), colorspace=pymupdf.csGRAY, dpi=72)
    assert (x1 - x0 > y1 - y0) is (quarters == 2)
    assert min(drawn.samples) < 100
    above = sheet.get_pixmap(clip=(x0 - 8, y0 - 8, x0 - 3, y0 - 3), colorspace=pymupdf.csGRAY, dpi=72)
    assert min(above.samples) > 200


def test_a_signature_on_a_scan_goes_to_a_person():
    """The page is read, the signature is a picture of its own."""

    def sign(pen):
        pen.line([(700, 600), (760, 560), (800, 640), (860, 560), (920, 640), (990, 590)], fill=30, width=4)

    document, text = read(scanned(page(), draw=sign))
    assert "Venkataraman" in text
    unread = [one for one in document.pictures if not one.read]
    assert [one.id for one in unread] == ["ink/1/0"]
    x0, y0, x1, y1 = box_of(unread[0].quad)
    assert x0 < 700 * 72 / 150 < x1 and y0 < 600 * 72 / 150 < y1


def test_a_picture_of_a_name_alone_stays_a_question():
    """Its word is searched; without a sentence around it nothing tells that it is a name."""
    document, text = read(scanned(page(("Zebrowski",))))
    assert "Zebrowski" in text
    assert [one.read for one in document.pictures] == [False]


def test_a_photograph_stays_unread():
    """No words, no reading: it is a picture as it was."""
    from numpy.random import default_rng

    noise = default_rng(3).integers(0, 255, (400, 300)).astype("uint8")
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, "PNG")
    document = pymupdf.open()
    sheet = document.new_page()
    sheet.insert_image((100, 100, 300, 366), stream=stream.getvalue())
    loaded, _ = read(document.tobytes())
    assert [one.read for one in loaded.pictures] == [False]


def test_another_readers_layer_is_searched_as_hidden_text():
    """What somebody else's OCR read is not what the page shows."""
    document, text = read(scanned(page(), under=["Deer Ms Venkatararnan, thank yon"]))
    layers = {one.layer: one.text for one in document.segments if one.page == 1}
    assert "Deer Ms Venkatararnan" in layers[Layer.HIDDEN_TEXT]
    assert "Venkataraman" in text
    assert Layer.BODY not in layers


def test_only_what_needs_it_is_read_where_that_is_asked():
    """A scan with a text layer is left to it; one without is read."""
    assert read(scanned(page(), under=WORDS), ocr="needed")[1] == ""
    assert "Venkataraman" in read(scanned(page()), ocr="needed")[1]
    assert read(scanned(page()), ocr="off")[1] == ""


def test_words_in_a_picture_on_a_page_of_text():
    """A letterhead or a pasted table is read, the page's own text is not read twice."""
    stream = io.BytesIO()
    picture(page(("Incident 4471 was reported by Ruth Abernethy.",)), dpi=200).crop((100, 150, 1400, 300)).save(
        stream, "PNG"
    )
    document = pymupdf.open()
    sheet = document.new_page()
    sheet.insert_text((60, 60), "The body of this letter is text.")
    sheet.insert_image((60, 100, 528, 154), stream=stream.getvalue())
    loaded, text = read(document.tobytes())
    assert "Ruth Abernethy" in text and "body of this letter" not in text
    assert all(one.read for one in loaded.pictures)
    assert "body of this letter" in next(one.text for one in loaded.segments if one.layer is Layer.BODY)


def test_a_box_over_a_scan_is_no_picture_to_look_at():
    """A redacted scan has nothing more to read under its boxes; whether they hide something is for R301 and R302."""
    document = pymupdf.open("pdf", scanned(page()))
    document[0].draw_rect((100, 66, 200, 84), fill=(0, 0, 0), color=None)
    loaded, _ = read(document.tobytes())
    assert all(one.read for one in loaded.pictures)


@pytest.mark.parametrize(("mode", "fill"), [("Multiply", (1, 1, 0)), ("Screen", (0, 0, 0)), ("Darken", (0.9, 0.9, 1))])
def test_words_seen_through_a_rectangle_are_read(mode, fill):
    """A highlighter hides nothing, whatever its rectangle says of itself."""
    document = pymupdf.open("pdf", scanned(page()))
    sheet = document[0]
    sheet.draw_rect((55, 66, 500, 84), fill=fill, color=None)
    resources = int(document.xref_get_key(sheet.xref, "Resources")[1].split()[0])
    document.xref_set_key(resources, "ExtGState", f"<</Blend<</BM/{mode}>>>>")
    last = sheet.get_contents()[-1]
    document.update_stream(last, b"/Blend gs " + document.xref_stream(last))
    _, text = read(document.tobytes())
    assert "Venkataraman" in text


def test_without_a_reader_pictures_stay_unread(monkeypatch):
    """The extra is not installed: nothing is read, and nothing counts as read."""
    monkeypatch.setattr(scans, "reader", lambda: None)
    document, text = read(scanned(page()))
    assert text == "" and not any(one.read for one in document.pictures)
    assert document.pages[0].ocr_confidence is None


def test_a_reader_that_fails_leaves_pictures_unread(monkeypatch):
    """Time ran out, or the engine broke: the page says so by not being read."""

    class Broken:
        def read(self, picture):
            raise TimeoutError

    monkeypatch.setattr(looks, "reader", Broken)
    looks._looks.clear()
    document, text = read(scanned(page()))
    assert text == "" and not any(one.read for one in document.pictures)


def test_the_reader_is_none_without_its_library(monkeypatch):
    """A missing extra is no error here; the page says that it was not read."""
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    ocr.reader.cache_clear()
    try:
        assert ocr.reader() is None
    finally:
        ocr.reader.cache_clear()


@pytest.fixture
def accurate():
    """Return the second reader; in CI its absence is a failure."""
    loaded = ocr.second()
    if loaded is None:
        assert not os.environ.get("CI"), "install the extra [ocr-accurate]"
        pytest.skip("the extra [ocr-accurate] is not installed")
    return loaded


def test_a_clear_page_pays_nothing(monkeypatch):
    """The second reader is not even loaded where the first was sure."""

    def loaded():
        raise AssertionError("loaded")

    monkeypatch.setattr(looks, "second", loaded)
    document, text = read(scanned(page()))
    assert "Venkataraman" in text and not document.pages[0].read_twice


class Doubting:
    """Tesseract, unsure of one name and wrong about it on the page; on its line alone it is right."""

    def __init__(self, real):
        self.real, self.line = real, real.line

    def read(self, prepared):
        def word(one):
            wrong = one.text.startswith("Venkataraman")
            return dataclasses.replace(one, text="Vonkatarnman,", confidence=30.0) if wrong else one

        found = self.real.read(prepared)
        return Reading(tuple(dataclasses.replace(one, words=tuple(map(word, one.words))) for one in found.lines))


def test_what_the_first_reader_doubts_is_read_twice(accurate, monkeypatch):
    """The right word is the page's, the wrong one is searched too, and what both have seen is no question."""
    doubting = Doubting(looks.reader())
    monkeypatch.setattr(looks, "reader", lambda: doubting)
    with monkeypatch.context() as alone:
        alone.setattr(looks, "second", lambda: None)
        before, text = read(scanned(page()))
    assert "Venkataraman" not in text and not before.pages[0].read_twice
    assert not all(one.read for one in before.pictures)
    looks._looks.clear()
    after, _ = read(scanned(page()))
    body, again = (next(one for one in after.segments if one.id == name) for name in ("ocr/1", "ocr/1/again"))
    assert body.text.split("\n")[:3] == list(WORDS)
    assert again.text == WORDS[0].replace("Venkataraman", "Vonkatarnman") + "\n"
    assert after.pages[0].read_twice and all(one.read for one in after.pictures)


def test_another_reading_has_places_too(monkeypatch):
    """A name that only the other reader saw is boxed where it stands."""

    class Other:
        def read(self, prepared, wanted):
            word = next(one for one in looks.reader().read(prepared).words if one.text.startswith("Venkataraman"))
            other = dataclasses.replace(word, text="Zebrowskiabc,", confidence=99.0)
            return Reading((TextLine((other,), word.box),))

    monkeypatch.setattr(looks, "second", Other)
    monkeypatch.setattr(joining, "doubtful", lambda *_: True)
    document, _ = read(scanned(page()))
    body, again = (next(one for one in document.segments if one.id == name) for name in ("ocr/1", "ocr/1/again"))
    assert "Venkataraman" in body.text and "Zebrowski" not in body.text, "the first reader was sure"
    assert again.text.strip() == "Zebrowskiabc,"
    x0, y0, x1, y1 = box_of(again.quads[0])
    left, top, _, bottom = where(document, "Venkataraman")
    assert abs(x0 - left) < 2 and abs(y0 - top) < 3 and abs(y1 - bottom) < 3 and x1 - x0 < 12


@pytest.mark.parametrize("problem", [RuntimeError, TimeoutError])
def test_a_second_reader_that_fails_leaves_the_first_reading_and_its_questions(monkeypatch, problem):
    """Nothing counts as looked at twice that was not."""

    class Broken:
        def read(self, prepared, wanted):
            raise problem

    def sign(pen):
        pen.line([(700, 600), (740, 580), (760, 620), (800, 580), (820, 620)], fill=30, width=4)

    monkeypatch.setattr(looks, "second", Broken)
    document, text = read(scanned(page(), draw=sign))
    assert "Venkataraman" in text and not document.pages[0].read_twice
    assert [one.id for one in document.pictures if not one.read] == ["ink/1/0"]


def test_models_that_are_missing_stop_the_file(monkeypatch):
    """Never a scan that was quietly read once where two looks were asked for."""

    def missing():
        raise UncheckedError("the second reader of scans lacks its models")

    monkeypatch.setattr(looks, "second", missing)
    with pytest.raises(UncheckedError, match="lacks its models"):
        read(scanned(page(), draw=lambda pen: pen.line([(700, 600), (740, 580), (760, 620)], fill=30, width=4)))


def test_a_small_signature_stays_a_question_after_two_looks(accurate):
    """Of the size of print, between the lines."""

    def sign(pen):
        pen.line([(700, 600), (720, 580), (740, 620), (760, 585), (790, 615), (820, 590)], fill=30, width=3)

    document, _ = read(scanned(page(), draw=sign))
    assert document.pages[0].read_twice
    assert [one.id for one in document.pictures if not one.read] == ["ink/1/0"]
