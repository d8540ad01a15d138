"""A scan's turn is found to a tenth of a degree, and a straight one is left alone."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from scan_made import WORDS, page, picture

from redactor.ocr.straighten import skew


@pytest.mark.parametrize("turn", [-4.0, -1.3, 0.5, 2.0, 5.5])
def test_a_turned_page_is_turned_back(turn):
    """The answer undoes the turn, whichever way it went."""
    assert skew(picture(page(WORDS * 4), turn=turn)) == pytest.approx(-turn, abs=0.15)


def test_a_straight_page_stays():
    """No second sampling where there is nothing to gain."""
    assert skew(picture(page(WORDS * 4))) == 0.0


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_an_empty_picture_has_no_turn(shade):
    """Nothing to tell by."""
    assert skew(Image.new("L", (400, 300), shade)) == 0.0


def test_noise_has_no_turn():
    """Ink without lines is no print."""
    noise = np.random.default_rng(1).integers(0, 255, (300, 400)).astype(np.uint8)
    assert skew(Image.fromarray(noise)) == 0.0
