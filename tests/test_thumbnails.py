"""A person is shown what no engine could read, where values may be shown, and nowhere else."""

from __future__ import annotations

import base64
import dataclasses
import io

import pymupdf
import pytest
from engine_made import CASE, engine
from PIL import Image, ImageDraw

from redactor.formats import Limits
from redactor.formats.pdf import show
from redactor.reporters import html
from redactor.reporters.schema import to_json


@pytest.fixture
def signed(tmp_path):
    """Return how to make a letter with a picture of a pen stroke, on a page turned as asked."""

    def make(rotation=0, strokes=1):
        document = pymupdf.open()
        for number in range(strokes):
            image = Image.new("L", (300, 120), 255)
            ImageDraw.Draw(image).line([(20, 100), (120, 20 + number), (280, 90)], fill=0, width=8)
            stream = io.BytesIO()
            image.save(stream, "PNG")
            sheet = document.new_page()
            sheet.insert_text((72, 90), "Thank you for your request about parking permits.")
            sheet.insert_image((100, 500, 250, 560), stream=stream.getvalue())
            sheet.set_rotation(rotation)
        path = tmp_path / f"signed-{rotation}.pdf"
        document.save(path)
        return path

    return make


def pictures(report):
    return [one.picture for one in report.findings if one.entity == "IMAGE"]


def opened(text):
    return Image.open(io.BytesIO(base64.b64decode(text, validate=True)))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_what_nobody_could_read_is_shown_as_it_is_displayed(signed, rotation):
    """The stroke, the page's way up, small, and in the HTML report beside the question."""
    report = engine().check(signed(rotation), case=CASE, show_values=True)
    (shown,) = pictures(report)
    drawn = opened(shown)
    assert drawn.width <= 481 and drawn.height <= 201, "no larger, but for the pixel that a cut begins in"
    assert (drawn.width > drawn.height) == (rotation in (0, 180))
    dark = sum(drawn.convert("L").histogram()[:64])
    assert dark > 0.01 * drawn.width * drawn.height
    assert f'src="data:image/png;base64,{shown}"' in html.render([report])


def test_where_values_are_masked_there_is_none(signed):
    """Neither in the report nor in what is made of it, whatever put one there."""
    path = signed()
    masked = engine().check(path, case=CASE)
    assert pictures(masked) == [""] and "data:image" not in html.render([masked])
    open_one = engine().check(path, case=CASE, show_values=True)
    hidden = dataclasses.replace(open_one, values_shown=False)
    assert "data:image" not in html.render([hidden])
    assert all(not finding["picture"] for finding in to_json(hidden)["findings"])
    assert pictures(open_one)[0] not in repr(open_one)


def test_a_report_holds_no_more_than_a_person_looks_at(signed):
    """Sixty, the first pages first; the others are found all the same."""
    shown = pictures(engine().check(signed(strokes=64), case=CASE, show_values=True))
    assert len(shown) == 64 and sum(map(bool, shown)) == 60


def test_what_cannot_be_drawn_is_left_out(signed):
    """No page of that number, a place off the page, bytes that are no PDF: nothing is shown and nothing raised."""
    data = signed().read_bytes()
    places = [(1, (100.0, 500.0, 250.0, 560.0)), (9, (0.0, 0.0, 9.0, 9.0)), (1, (5000.0, 0.0, 5009.0, 9.0))]
    found = show.cut(data, places, Limits(), None)
    assert [bool(one) for one in found] == [True, False, False]
    assert show.cut(b"%PDF-1.7 nothing", places, Limits(), None) == (b"", b"", b"")
