"""R301: covered words are found whatever covers them, and what only looks like a cover is left alone."""

from __future__ import annotations

import io

import pymupdf
import pytest

from redactor.formats import Limits
from redactor.formats.pdf.load import load
from redactor.model import Source
from tests.conftest import shared

BLACK, WHITE, GREY = (0, 0, 0), (1, 1, 1), (0.85, 0.85, 0.85)
WORDS = pymupdf.Rect(70, 188, 190, 204)


def made(before=None, after=None, *, colour=BLACK, mode=0, size=11):
    """Return a PDF whose words stand at ``WORDS``, with something drawn before or after them."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), "An ordinary line of the letter.", fontsize=11)
    if before:
        before(page)
    page.insert_text((72, 200), "Ondine Varga signed it", fontsize=size, color=colour, render_mode=mode)
    if after:
        after(page)
    return document.tobytes()


def covered(data):
    document = load(data, Source("x.pdf", "0" * 64, len(data), "application/pdf"), Limits(), None)
    return [feature for feature in document.features if feature.kind == "covered-text"]


def box(fill, rect=WORDS, **options):
    return lambda page: page.draw_rect(rect, color=None, fill=fill, **options)


def picture(page):
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 60, 10), 0)
    pixels.set_rect(pixels.irect, (20, 20, 20))
    pixels.set_rect(pymupdf.IRect(0, 0, 5, 5), (90, 90, 90))
    page.insert_image(WORDS, pixmap=pixels, keep_proportion=False)


def slivers(page):
    for step in range(16):
        page.draw_rect(pymupdf.Rect(WORDS.x0, WORDS.y0 + step, WORDS.x1, WORDS.y0 + step + 1.2), color=None, fill=BLACK)


def stroke(page):
    page.draw_line((WORDS.x0, 196), (WORDS.x1, 196), color=BLACK, width=16)


def note(page):
    annotation = page.add_rect_annot(WORDS)
    annotation.set_colors(stroke=BLACK, fill=BLACK)
    annotation.update()


def highlight(page):
    page.add_highlight_annot(WORDS).update()


COVERS = {
    "black box": made(after=box(BLACK)),
    "white box": made(after=box(WHITE)),
    "grey box": made(after=box(GREY)),
    "nearly opaque box": made(after=box(BLACK, fill_opacity=0.97)),
    "box over a part": made(after=box(BLACK, pymupdf.Rect(70, 188, 105, 204))),
    "slivers": made(after=slivers),
    "a thick stroke": made(after=stroke),
    "a picture": made(after=picture),
    "a note's box": made(after=note),
    "its own colour behind it": made(before=box(BLACK)),
    "grey on the same grey": made(before=box(GREY), colour=GREY),
}
INNOCENT = {
    "nothing": made(),
    "a shaded cell behind it": made(before=box(GREY)),
    "white on black": made(before=box(BLACK), colour=WHITE),
    "a frame": made(after=lambda page: page.draw_rect(WORDS, color=BLACK)),
    "an underline": made(after=lambda page: page.draw_line((72, 202), (190, 202), color=BLACK)),
    "a see-through marker": made(after=box((1, 1, 0), fill_opacity=0.4)),
    "a highlighter": made(after=highlight),
    "words on a picture": made(before=picture, colour=WHITE),
    "a box beside it": made(after=box(BLACK, pymupdf.Rect(300, 188, 400, 204))),
}


@pytest.mark.parametrize("data", COVERS.values(), ids=COVERS)
def test_covered_words_are_found(data):
    """The feature says where: its box lies on the words."""
    (feature,) = covered(data)
    assert feature.count >= 2
    assert feature.quad[1] == pytest.approx(190, abs=6)
    assert 65 < feature.quad[0] < 110


@pytest.mark.parametrize("data", INNOCENT.values(), ids=INNOCENT)
def test_what_only_looks_like_a_cover_is_left_alone(data):
    """Shading, frames, markers and reversed type are how letters look."""
    assert not covered(data)


def test_a_scans_own_text_layer_is_no_failed_redaction():
    """Invisible words over a picture of the page are how a scan is made searchable."""
    document = pymupdf.open("pdf", made(mode=3))
    page = document[0]
    pixels = page.get_pixmap(dpi=60)
    page.insert_image(page.rect, stream=pixels.tobytes("png"), overlay=False)
    assert not covered(document.tobytes())


def test_a_turned_and_cropped_page_is_tried_too():
    """The page is drawn as it is shown, and the letters are looked for there."""
    document = pymupdf.open("pdf", made(after=box(BLACK)))
    document[0].set_cropbox(pymupdf.Rect(40, 60, 500, 700))
    document[0].set_rotation(90)
    assert covered(document.tobytes())


def test_a_blank_picture_over_the_whole_page_is_a_cover():
    """A white sheet laid over everything is no scan: it shows nothing."""
    sheet = io.BytesIO()
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 20, 20), 0)
    pixels.clear_with(255)
    sheet.write(pixels.tobytes("png"))
    assert covered(
        made(after=lambda page: page.insert_image(page.rect, stream=sheet.getvalue(), keep_proportion=False))
    )


@pytest.mark.skipif(shared("pdf", "badred") is None, reason="the shared files are not beside this checkout")
def test_shared_look_alikes_give_none():
    """Headers white on black, markers, photographs, a scan, a true redaction."""
    for path in sorted(shared("pdf", "badred").glob("N_*.pdf")):
        assert not covered(path.read_bytes()), path.name
