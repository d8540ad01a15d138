"""Codes for telephones are pictures for a person however they are drawn; tables, charts and underlines are not."""

from __future__ import annotations

import random

import pymupdf
import pytest

from redactor.formats import Limits
from redactor.formats.pdf.load import load
from redactor.model import Source, box_of


def pictures(draw):
    """Return the boxes of the codes on a page that was drawn."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 90), "Thank you for your request about parking permits.")
        draw(page)
        data = document.tobytes()
    loaded = load(data, Source("x.pdf", "", 0, ""), Limits(), None)
    return [box_of(one.quad) for one in loaded.pictures if one.id.startswith("code/")]


def square(page, *, module=3.0, side=21, apart=False, seed=1):
    """Draw a QR code's squares, one path for all of them or one for each."""
    pick, shape = random.Random(seed), page.new_shape()
    for row in range(side):
        for column in range(side):
            if pick.random() < 0.5:
                x, y = 300 + column * module, 300 + row * module
                shape.draw_rect(pymupdf.Rect(x, y, x + module, y + module))
                if apart:
                    shape.finish(color=None, fill=(0, 0, 0))
    if not apart:
        shape.finish(color=None, fill=(0, 0, 0))
    shape.commit()


def bars(page, *, lines, count=40):
    """Draw a bar code as rectangles or as thick lines."""
    pick, shape, x = random.Random(2), page.new_shape(), 300.0
    for _ in range(count):
        width = pick.choice((0.8, 1.6, 2.4))
        if lines:
            shape.draw_line((x + width / 2, 300), (x + width / 2, 330))
            shape.finish(color=(0, 0, 0), width=width)
        else:
            shape.draw_rect(pymupdf.Rect(x, 300, x + width, 330))
            shape.finish(color=None, fill=(0, 0, 0))
        x += width + pick.choice((0.8, 1.6, 3.2))
    shape.commit()


@pytest.mark.parametrize(
    "draw",
    [
        square,
        lambda page: square(page, apart=True),
        lambda page: square(page, module=1.0, side=33),
        lambda page: square(page, module=5.5),
        lambda page: bars(page, lines=False),
        lambda page: bars(page, lines=True),
        lambda page: bars(page, lines=False, count=24),
    ],
)
def test_a_code_is_a_picture(draw):
    """One, where it stands, whatever it is drawn with."""
    ((x0, y0, x1, y1),) = pictures(draw)
    assert 295 <= x0 <= 306 and 295 <= y0 <= 306 and x1 > 330 and y1 >= 329


def test_a_code_is_found_between_hundreds_of_slivers():
    """Whatever stands in the rows beside it."""

    def crowded(page):
        square(page)
        shape = page.new_shape()
        for row in range(6):
            for column in range(90):
                x, y = (20 if column < 45 else 375) + (column % 45) * 6.0, 296 + 13 * row
                shape.draw_rect(pymupdf.Rect(x, y, x + 0.5, y + 4))
        shape.finish(color=None, fill=(0, 0, 0))
        shape.commit()

    ((x0, y0, x1, y1),) = pictures(crowded)
    assert x0 <= 304 and y0 <= 304 and x1 >= 359 and y1 >= 359, "whole, and not in strips"


def test_more_bars_than_are_looked_through_are_said(monkeypatch):
    """The page is then one that nobody looked through, and no page without a code."""
    from redactor.formats.pdf import pictures as reader

    monkeypatch.setattr(reader, "_MAX_BARS", 50)
    with pymupdf.open() as document:
        square(document.new_page())
        loaded = load(document.tobytes(), Source("x.pdf", "", 0, ""), Limits(), None)
    assert "dense-drawing" in {feature.kind for feature in loaded.features}


def test_two_codes_differ():
    """A decision about one does not settle another."""
    digests = set()
    for seed in (1, 2):
        with pymupdf.open() as document:
            square(document.new_page(), seed=seed)
            loaded = load(document.tobytes(), Source("x.pdf", "", 0, ""), Limits(), None)
        digests |= {one.digest for one in loaded.pictures}
    assert len(digests) == 2


def table(page, *, filled):
    shape = page.new_shape()
    for row in range(21):
        y = 150 + row * 16
        for column in range(5):
            x = 72 + column * 90
            if filled:
                shape.draw_rect(pymupdf.Rect(x, y, x + 90, y + 0.75))
                shape.draw_rect(pymupdf.Rect(x, y, x + 0.75, y + 16))
            else:
                shape.draw_rect(pymupdf.Rect(x, y, x + 90, y + 16))
    shape.finish(color=None if filled else (0, 0, 0), fill=(0, 0, 0) if filled else None, width=0.75)
    shape.commit()


def leaders(page):
    shape = page.new_shape()
    for row in range(12):
        for dot in range(90):
            shape.draw_rect(pymupdf.Rect(150 + 3 * dot, 200 + 20 * row, 151 + 3 * dot, 201 + 20 * row))
    shape.finish(color=None, fill=(0, 0, 0))
    shape.commit()


def chart(page):
    shape = page.new_shape()
    for bar in range(24):
        shape.draw_rect(pymupdf.Rect(100 + 16 * bar, 400 - 5 * bar, 110 + 16 * bar, 420))
    shape.finish(color=None, fill=(0.2, 0.4, 0.8))
    shape.commit()


@pytest.mark.parametrize(
    "draw", [lambda page: table(page, filled=True), lambda page: table(page, filled=False), leaders, chart]
)
def test_tables_leaders_and_charts_are_none(draw):
    """Rules are sparse, dots are low, and a chart's bars are wide."""
    assert pictures(draw) == []
