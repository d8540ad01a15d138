"""Areas an officer marks on a page: burnt whole, proved, kept to the file they were drawn on, and never lost in silence."""

from __future__ import annotations

import hashlib
import math

import pymupdf
import pypdfium2
import pytest
from engine_made import CASE, LINES, decisions, engine, letter, read, squash
from pydantic import ValidationError

from redactor import Status, Verdict
from redactor import decisions as files
from redactor.decisions import Area, Entry
from redactor.model import Action


def area(path, box, *, page=1, **more):
    """Return an area on a file as it is now."""
    return Area(
        document=hashlib.sha256(path.read_bytes()).hexdigest(),
        file=path.name,
        page=page,
        box=box,
        **{"reason": "A signature.", "exemption": "s40(2)", "by": "J. Officer", **more},
    )


def dark(path, box, *, page=0):
    """Return the share of dark pixels in a box, as pdfium draws the page."""
    document = pypdfium2.PdfDocument(path)
    picture = document[page].render(scale=2).to_pil().convert("L")
    document.close()
    part = picture.crop(tuple(int(2 * number) for number in box))
    return sum(part.histogram()[:60]) / (part.width * part.height)


@pytest.fixture
def signed(tmp_path):
    """A letter with a signature drawn as a picture beside two lines of text."""
    path = letter(tmp_path / "letter.pdf")
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 120, 40), 0)
    pixels.clear_with(200)
    with pymupdf.open(path) as document:
        document[0].insert_image(pymupdf.Rect(72, 500, 192, 540), pixmap=pixels)
        data = document.tobytes()
    path.write_bytes(data)
    return path


def test_an_area_takes_every_line_in_it_and_nothing_beside_it(tmp_path):
    """Two lines lie under one box: both are gone from the text, the line above and the line below stand."""
    path = letter(tmp_path / "letter.pdf")
    box = (60.0, 90 + 28 * 3 - 14, 540.0, 90 + 28 * 4 + 6)
    report = engine().redact(path, tmp_path / "copy.pdf", case=CASE, decisions=decisions(areas=(area(path, box),)))
    assert {check.status for check in report.checks} == {Status.PASS}
    assert report.output_sha256
    text = read(tmp_path / "copy.pdf")
    assert squash("parking permits") not in text and squash("Direct dial") not in text
    assert squash("Our reference") in text and squash("was given a permit") in text
    marked = [finding for finding in report.findings if finding.entity == "MARKED_AREA"]
    assert [(f.action, f.exemption, f.by) for f in marked] == [(Action.REDACT, "s40(2)", "J. Officer")]


def test_part_of_a_picture_is_blanked_and_the_rest_stays(signed, tmp_path):
    """Half of a picture is marked: its pixels are gone from the file, the other half is as it was."""
    report = engine().redact(
        signed, tmp_path / "copy.pdf", case=CASE, decisions=decisions(areas=(area(signed, (72, 500, 132, 540)),))
    )
    assert report.output_sha256, [check for check in report.checks if check.status is not Status.PASS]
    assert dark(tmp_path / "copy.pdf", (76, 504, 128, 536)) > 0.8
    assert dark(tmp_path / "copy.pdf", (136, 504, 188, 536)) == 0
    with pymupdf.open(tmp_path / "copy.pdf") as copy:
        (image,) = copy[0].get_images()
        pixels = pymupdf.Pixmap(copy, image[0])
        left, right = pixels.pixel(pixels.width // 4, pixels.height // 2), pixels.pixel(3 * pixels.width // 4, 20)
    assert left != right == (200, 200, 200), "the pixels beneath the box are not the picture's any more"


def test_an_area_alone_is_proved_without_values(tmp_path):
    """A letter in which nothing else goes: the copy is proved, although there is no value to search for."""
    path = letter(tmp_path / "plain.pdf", "There were 214 permits in force.", "They cost twelve pounds each.")
    report = engine().redact(
        path, tmp_path / "copy.pdf", decisions=decisions(areas=(area(path, (60, 76, 400, 96)),)), case=CASE
    )
    assert report.output_sha256
    assert squash("214 permits") not in read(tmp_path / "copy.pdf")
    assert squash("twelve pounds") in read(tmp_path / "copy.pdf")


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_an_area_on_a_turned_page_lies_where_it_was_drawn(tmp_path, rotation):
    """Places are the unrotated page's, so that turning the page does not move the area off the words."""
    path = letter(tmp_path / "letter.pdf", *LINES)
    with pymupdf.open(path) as document:
        document[0].set_rotation(rotation)
        data = document.tobytes()
    path.write_bytes(data)
    report = engine().redact(
        path,
        tmp_path / "copy.pdf",
        case=CASE,
        decisions=decisions(areas=(area(path, (60, 90 + 84 - 14, 540, 90 + 84 + 6)),)),
    )
    assert report.output_sha256
    text = read(tmp_path / "copy.pdf")
    assert squash("parking permits") not in text and squash("214 permits") in text


def test_another_version_of_the_file_asks_again(tmp_path):
    """The same name, other bytes: the area is open, in the check and on the copy, and never applied or dropped unseen."""
    path = letter(tmp_path / "letter.pdf")
    old = area(path, (60, 500, 200, 540))
    letter(path, *LINES, "One line more.")
    report = engine().check(path, case=CASE, decisions=decisions(areas=(old,)))
    assert [f.action for f in report.findings if f.entity == "MARKED_AREA"] == [Action.REVIEW]
    made = engine().redact(path, tmp_path / "copy.pdf", case=CASE, decisions=decisions(areas=(old,)))
    assert made.verdict is Verdict.REVIEW


def test_an_open_area_can_be_settled_like_anything_else(tmp_path):
    """A recorded decision on the moved area holds for this version."""
    path = letter(tmp_path / "letter.pdf")
    old = area(path, (60, 500, 200, 540))
    letter(path, *LINES, "One line more.")
    first = engine().check(path, case=CASE, decisions=decisions(areas=(old,)))
    (found,) = [f for f in first.findings if f.entity == "MARKED_AREA"]
    keep = Entry(fingerprint=found.fingerprint, entity=found.entity, action=Action.KEEP, reason="No signature now.")
    again = engine().check(path, case=CASE, decisions=decisions(areas=(old,), decisions=(keep,)))
    assert [f.action for f in again.findings if f.entity == "MARKED_AREA"] == [Action.KEEP]


def test_an_area_of_another_document_says_nothing_here(tmp_path):
    """One decisions file for a queue: what was drawn on one letter is not drawn on the next."""
    path = letter(tmp_path / "letter.pdf")
    other = area(path, (60, 500, 200, 540)).model_copy(update={"document": "0" * 64, "file": "other.pdf"})
    report = engine().check(path, case=CASE, decisions=decisions(areas=(other,)))
    assert not [f for f in report.findings if f.entity == "MARKED_AREA"]


@pytest.mark.parametrize("box", [(0, 0, 0.5, 10), (10, 10, 5, 20), (0, 0, math.nan, 10), (0, 0, math.inf, 10)])
def test_an_area_needs_a_size(box, tmp_path):
    """A box without width or height, or of no numbers, is refused."""
    with pytest.raises(ValidationError):
        area(letter(tmp_path / "a.pdf"), box)


def test_areas_survive_saving_and_are_known_by_place(tmp_path):
    """The file reads back the same, sorted; marking the same place again replaces the entry."""
    path = letter(tmp_path / "letter.pdf")
    one, two = area(path, (60, 500, 200, 540)), area(path, (60, 100, 200, 140))
    known = files.record(decisions(), areas=[one, two])
    known = files.record(known, areas=[one.model_copy(update={"reason": "A stamp."})])
    files.save(known, tmp_path / "decisions.yaml")
    back = files.load(tmp_path / "decisions.yaml")
    assert len(back.areas) == 2 and {entry.reason for entry in back.areas} == {"A stamp.", "A signature."}
    assert list(back.areas) == sorted(back.areas, key=lambda entry: entry.key)
    assert "letter.pdf" not in repr(back), "the name of a file may name a person"


def test_a_glyph_that_lies_half_under_an_area_stays_whole_or_goes(tmp_path):
    """The edge of an area runs through a word: the copy is still proved, with no letter left in the box."""
    path = letter(tmp_path / "letter.pdf", "Parkingpermitsintheoldtowncentre and more", "A second line stands here.")
    report = engine().redact(
        path, tmp_path / "copy.pdf", case=CASE, decisions=decisions(areas=(area(path, (60, 78, 131.3, 94)),))
    )
    assert report.output_sha256, [check for check in report.checks if check.status is not Status.PASS]
    with pymupdf.open(tmp_path / "copy.pdf") as copy:
        assert "Parking" not in copy[0].get_text()
