"""Rules about whether a document could be read at all."""

from __future__ import annotations

import pytest

from redactor.model import (
    Case,
    Document,
    Feature,
    Layer,
    Page,
    Picture,
    QuadArray,
    Segment,
    Severity,
    Source,
    quad_of,
)
from redactor.rules import View, all_rules, run

RULES = [rule for rule in all_rules() if rule.code.startswith("D")]
PICTURE = Picture("picture/1/0", 1, quad_of((0, 0, 595, 842)), "d" * 64, 100, 100)


def issues(*, characters=0, unmapped=0, pictures=(), features=(), segments=(), ocr_confidence=None):
    page = Page(1, 595, 842, 0, characters, unmapped, ocr_confidence=ocr_confidence)
    source = Source("letter.pdf", "0" * 64, 1, "application/pdf")
    document = Document(source, segments, (page,), pictures, features)
    view = View(document=document, text=None, findings=(), decisions={}, case=Case())
    return {issue.code: issue for issue in run(RULES, view)}


def test_a_scan_without_text_is_unchecked():
    """A page of pictures that nobody read asks a person, and says that it was not checked."""
    found = issues(pictures=(PICTURE,))
    assert set(found) == {"D510"}
    assert found["D510"].unchecked and found["D510"].severity is Severity.REVIEW and found["D510"].boxes


def test_a_scan_that_was_read_is_quiet():
    """Once OCR has put words in, the page counts as read."""
    words = Segment("ocr/1", Layer.OCR, 1, "Dear", QuadArray.nowhere(4))
    assert not issues(pictures=(PICTURE,), segments=(words,))


def test_a_letter_with_a_crest_is_quiet():
    """A picture beside text is a finding of its own, not an unread page."""
    assert not issues(characters=900, pictures=(PICTURE,))


@pytest.mark.parametrize(("count", "severity"), [(5, Severity.REVIEW), (50, Severity.BLOCK)])
def test_engines_that_disagree(count, severity):
    """A few letters ask a person; a sentence blocks."""
    found = issues(characters=1000, features=(Feature("engines-disagree", "page 1", 1, count),))
    assert found["D511"].severity is severity


def test_a_quarter_of_a_short_page_blocks():
    """On a page with few letters, few unread ones are many."""
    found = issues(characters=20, features=(Feature("engines-disagree", "page 1", 1, 9),))
    assert found["D511"].severity is Severity.BLOCK


def test_unmapped_characters():
    """Characters without a meaning were not searched."""
    found = issues(characters=100, unmapped=7)
    assert found["D512"].unchecked and "7 of 100" in found["D512"].message


@pytest.mark.parametrize(("sure", "severity"), [(96.0, Severity.NOTE), (84.0, Severity.REVIEW)])
def test_a_page_read_off_a_picture_says_so(sure, severity):
    """Clear print is a note, doubtful print a question."""
    found = issues(characters=1, ocr_confidence=sure)
    assert found["D515"].severity is severity and f"{sure:.0f} %" in found["D515"].message


def test_an_empty_page_is_a_note():
    """Nothing on a page is worth a word, and no more."""
    assert issues()["D513"].severity is Severity.NOTE


def test_a_mended_file_asks_for_a_look():
    """What was repaired may have lost something."""
    assert issues(characters=9, features=(Feature("damaged", "the whole file"),))["D514"].severity is Severity.REVIEW


def test_a_good_page_is_quiet():
    """A page with text raises nothing."""
    assert not issues(characters=100)
