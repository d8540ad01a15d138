"""Ink that is no word that was read goes to a person; words, rules, bars and dirt do not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scan_made import page, picture

from redactor.ocr.ink import unexplained
from redactor.ocr.prepare import Prepared, prepare
from redactor.ocr.reading import Reading

DPI = 200
NOTHING_READ = Reading(())


def paper(draw=lambda pen: None, *, shade=255):
    """Return a sheet of paper with something drawn on it."""
    image = Image.new("L", (1200, 900), shade)
    draw(ImageDraw.Draw(image))
    return Prepared(image, DPI)


def scribble(pen):
    """Sign in the lower half of the sheet."""
    points = [(500 + 12 * at, 600 + 40 * np.sin(at * 1.7)) for at in range(20)]
    pen.line([(float(x), float(y)) for x, y in points], fill=40, width=4)


@pytest.mark.parametrize("turn", [0, 2])
def test_print_is_explained(tesseract, turn):
    """A page of print leaves nothing over."""
    prepared = prepare(picture(page(), dpi=DPI, turn=turn), DPI)
    assert unexplained(prepared, tesseract.read(prepared)) == []


def test_a_signature_is_left_over(tesseract):
    """Between the lines of a letter, one region, where it is."""
    image = picture(page(), dpi=DPI)
    scribble(ImageDraw.Draw(image))
    prepared = prepare(image, DPI)
    regions = unexplained(prepared, tesseract.read(prepared))
    assert len(regions) == 1
    x0, y0, x1, y1 = regions[0]
    assert x0 <= 510 and x1 >= 720 and y0 <= 570 and y1 >= 630


def test_words_nobody_read_are_left_over():
    """Print without a reading is ink like any other."""
    assert len(unexplained(prepare(picture(page(), dpi=DPI), DPI), NOTHING_READ)) >= 3


def test_the_rules_of_a_table_are_not():
    """Lines long, thin and straight, crossing or not."""

    def grid(pen):
        for x in range(100, 1101, 250):
            pen.line([(x, 100), (x, 700)], fill=0, width=2)
        for y in range(100, 701, 120):
            pen.line([(100, y), (1100, y)], fill=0, width=2)

    assert unexplained(paper(grid), NOTHING_READ) == []


def test_a_solid_bar_is_not():
    """Somebody's redaction: there is nothing in it to read."""
    assert unexplained(paper(lambda pen: pen.rectangle((300, 300, 700, 340), fill=0)), NOTHING_READ) == []


def test_a_bar_with_something_in_it_is():
    """A box whose inside is not one colour."""

    def bar(pen):
        pen.rectangle((300, 300, 700, 340), fill=0)
        pen.line([(400, 320), (500, 310), (600, 330)], fill=120, width=4)

    assert len(unexplained(paper(bar), NOTHING_READ)) == 1


def test_dirt_is_not():
    """Specks smaller than a letter."""

    def specks(pen):
        for at in range(40):
            pen.point((37 * at % 1200, 71 * at % 900), fill=0)

    assert unexplained(paper(specks), NOTHING_READ) == []


@pytest.mark.parametrize("shade", [255, 225, 180])
def test_grey_paper_is_paper(shade):
    """Ink is what is darker than the paper, whatever the paper's shade."""
    assert unexplained(paper(shade=shade), NOTHING_READ) == []
    assert len(unexplained(paper(scribble, shade=shade), NOTHING_READ)) == 1


def test_pale_pencil_is_ink():
    """A faint stroke is still a stroke."""
    faint = paper(lambda pen: pen.line([(500, 600), (560, 560), (620, 640), (700, 580)], fill=190, width=4))
    assert len(unexplained(faint, NOTHING_READ)) == 1
