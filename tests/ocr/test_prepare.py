"""A grainy page is made readable for the reader, and stays as it is for those who look for ink."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps
from scan_made import WORDS, page, picture

from redactor.ocr.ink import unexplained
from redactor.ocr.prepare import prepare


def on_paper(image, *, paper, ink, grain):
    """Return a drawn page with its white and black brought to grey levels, and with grain."""
    pixels = np.asarray(image).astype(float) * (paper - ink) / 255 + ink
    pixels += np.random.default_rng(3).normal(0, grain, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("dpi", [150, 200])
@pytest.mark.parametrize(("paper", "ink", "grain"), [(255, 0, 20), (200, 60, 12), (235, 110, 10)])
def test_print_is_read_on_white_grey_and_faded_pages(tesseract, dpi, paper, ink, grain):
    """The greys of a grainy page are spread between its own ink and its own paper."""
    reading = tesseract.read(prepare(on_paper(picture(page(), dpi=dpi), paper=paper, ink=ink, grain=grain), dpi))
    read = [word.text for line in sorted(reading.lines, key=lambda one: one.box[1]) for word in line.words]
    assert read == " ".join(WORDS).split()


def test_faint_ink_on_a_grainy_page_is_not_wiped_away(tesseract):
    """What the reader takes for paper is still ink to those who ask whether all was read."""
    drawn = picture(page(), dpi=200)
    ImageDraw.Draw(drawn).line([(900, 950), (1000, 890), (1060, 970), (1200, 880)], fill=205, width=6)
    made = prepare(on_paper(drawn, paper=255, ink=0, grain=12), 200)
    place = tuple(round(edge * made.scale) for edge in (893, 873, 1207, 980))
    assert np.asarray(made.print(made.image).crop(place)).min() > 200, "the reader sees none of it"
    assert unexplained(made, tesseract.read(made))


def test_a_clean_page_is_left_as_it_is():
    """It reads best so."""
    image = picture(page(), dpi=200)
    assert prepare(image, 200).image is image
    assert prepare(image, 200).print(image) is image


def test_an_empty_grainy_page_shows_no_print():
    """There is no ink to spread the greys to, and grain must not become letters."""
    made = prepare(on_paper(Image.new("L", (900, 700), 255), paper=240, ink=0, grain=8), 150)
    assert np.asarray(made.print(made.image)).min() > 128


def test_white_print_on_black_is_read(tesseract):
    """As on microfilm: its greys must not be spread as if the black were paper."""
    negative = ImageOps.invert(picture(page(), dpi=150))
    reading = tesseract.read(prepare(on_paper(negative, paper=200, ink=40, grain=10), 150))
    read = [word.text for line in sorted(reading.lines, key=lambda one: one.box[1]) for word in line.words]
    assert read == " ".join(WORDS).split()


@pytest.mark.parametrize("dpi", [150, 200])
def test_a_pale_line_among_black_ones_is_left_to_review(tesseract, dpi):
    """The reader takes it for paper; blurred as the reader likes it, it would be no ink either."""
    drawn = np.asarray(picture(page(), dpi=dpi)).copy()
    pale = np.asarray(picture(page(("Jane Holloway, 4 Quay Road",)), dpi=dpi)).astype(float) * 40 / 255 + 215
    half = drawn.shape[0] // 2
    drawn[half:] = pale[: drawn.shape[0] - half]
    made = prepare(on_paper(Image.fromarray(drawn), paper=255, ink=0, grain=8), dpi)
    boxes = unexplained(made, tesseract.read(made))
    assert any(box[1] > made.image.height * 0.55 for box in boxes)
