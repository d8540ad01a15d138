"""Words come with their letters' places, their certainty, and cut where a table's columns are."""

from __future__ import annotations

import pytest
from scan_made import WORDS, page, picture

from redactor.ocr.prepare import prepare


@pytest.mark.parametrize(("dpi", "grain", "turn"), [(150, 0, 0), (200, 0, 2), (200, 20, 0), (100, 0, 0)])
def test_print_is_read(tesseract, dpi, grain, turn):
    """Every word of plain print, on scans clean, turned, grainy and coarse."""
    reading = tesseract.read(prepare(picture(page(), dpi=dpi, grain=grain, turn=turn), dpi))
    read = [word.text for line in sorted(reading.lines, key=lambda one: one.box[1]) for word in line.words]
    assert read == " ".join(WORDS).split()
    assert reading.confidence > 85


def test_letters_lie_where_they_are_printed(tesseract):
    """Each character has its own place, from left to right, inside its word."""
    reading = tesseract.read(prepare(picture(page(), dpi=200), 200))
    for word in reading.words:
        assert len(word.edges) == len(word.text)
        assert all(left <= right for left, right in word.edges)
        assert [left for left, _ in word.edges] == sorted(left for left, _ in word.edges)
        assert word.box[0] <= word.edges[0][0] and word.edges[-1][1] <= word.box[2]


def test_columns_are_not_one_line(tesseract):
    """Cells of a row are lines of their own, so that a name does not run into the next column."""
    made = page(())
    for at, (name, number) in enumerate((("Ruth Abernethy", "4521"), ("Owen Thistlewood", "4377"))):
        made.insert_text((60, 80 + 24 * at), name)
        made.insert_text((300, 80 + 24 * at), number)
    lines = tesseract.read(prepare(picture(made, dpi=200), 200)).lines
    assert sorted(" ".join(word.text for word in line.words) for line in lines) == [
        "4377",
        "4521",
        "Owen Thistlewood",
        "Ruth Abernethy",
    ]


def test_the_same_picture_gives_the_same_words(tesseract):
    """Nothing is carried from one picture to the next."""
    first = prepare(picture(page(), dpi=150), 150)
    before = tesseract.read(first)
    tesseract.read(prepare(picture(page(("Another page altogether.",)), dpi=150), 150))
    assert tesseract.read(first) == before


def test_nothing_on_paper_is_nothing(tesseract):
    """An empty page has no words."""
    reading = tesseract.read(prepare(picture(page(())), 150))
    assert reading.lines == () and reading.confidence == 0.0


def test_words_are_not_in_a_repr(tesseract):
    """A stray log line must not hold what a scan says."""
    reading = tesseract.read(prepare(picture(page()), 150))
    assert "Venkataraman" not in repr(reading)
