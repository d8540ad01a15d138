"""Pictures are compared so that a shifted edge passes, and a dot, a grey box or a letter's tip does not."""

from __future__ import annotations

import numpy as np
import pytest

from redactor.verify.pixels import seen_through, shown_ink, stray_pixels

WHITE = np.full((40, 40, 3), 255, dtype=np.uint8)
NOWHERE = np.zeros((40, 40), dtype=bool)
EVERYWHERE = ~NOWHERE


def _with(rows: slice, columns: slice, colour: int, *, on: np.ndarray = WHITE) -> np.ndarray:
    made = on.copy()
    made[rows, columns] = colour
    return made


def test_equal_pictures_have_no_stray_pixel() -> None:
    """Nothing changed is nothing found."""
    assert stray_pixels(WHITE, WHITE.copy(), NOWHERE) == 0


def test_edge_moved_by_a_pixel_is_no_stray_pixel() -> None:
    """Two engines smooth and round an edge differently."""
    assert stray_pixels(_with(slice(10, 30), slice(10, 20), 0), _with(slice(10, 30), slice(11, 21), 0), NOWHERE) == 0


@pytest.mark.parametrize("colour", [0, 120])
def test_dot_is_found_whichever_picture_has_it(colour: int) -> None:
    """What was added counts as much as what was taken away."""
    dot = _with(slice(10, 13), slice(10, 13), colour)
    assert stray_pixels(dot, WHITE, NOWHERE) == stray_pixels(WHITE, dot, NOWHERE) == 9


def test_one_colour_channel_is_enough() -> None:
    """A blue mark on black differs, though hardly in lightness."""
    black = np.zeros_like(WHITE)
    blue = black.copy()
    blue[5:9, 5:9, 0] = 255
    assert stray_pixels(blue, black, NOWHERE) == 16


def test_free_places_are_not_compared() -> None:
    """Inside the boxes everything may differ."""
    free = NOWHERE.copy()
    free[8:15, 8:15] = True
    assert stray_pixels(_with(slice(10, 13), slice(10, 13), 0), WHITE, free) == 0


def test_solid_box_lets_nothing_through_and_a_grey_one_does() -> None:
    """A black box at 90 % opacity on white paper is a dark grey."""
    black = (0.0, 0.0, 0.0)
    white = (1.0, 1.0, 1.0)
    box = np.zeros_like(WHITE)
    assert seen_through(box, EVERYWHERE, NOWHERE, fill=black, ink=white) == 0
    grey = np.full_like(WHITE, 25)
    assert seen_through(grey, EVERYWHERE, NOWHERE, fill=black, ink=white) == grey.shape[0] * grey.shape[1]
    assert seen_through(grey, EVERYWHERE, EVERYWHERE, fill=black, ink=white) == 0


def test_colour_that_is_no_mixture_shows_even_on_a_label() -> None:
    """Fill and ink mixed give greys; red is somebody else's."""
    box = np.zeros_like(WHITE)
    box[4:6, 4:6] = (0, 0, 200)
    assert seen_through(box, EVERYWHERE, EVERYWHERE, fill=(0.0, 0.0, 0.0), ink=(1.0, 1.0, 1.0)) == 4


def test_tip_of_a_letter_shows_and_an_underline_does_not() -> None:
    """A row that is alike from end to end tells nothing; three pixels of a letter's tip do."""
    tip = _with(slice(2, 4), slice(10, 13), 0)
    assert shown_ink(tip, tip, EVERYWHERE) == 6
    line = _with(slice(2, 4), slice(0, 40), 0)
    assert shown_ink(line, line, EVERYWHERE) == 0
    assert shown_ink(WHITE, tip, EVERYWHERE) == 0
