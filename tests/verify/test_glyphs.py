"""Characters are matched one for one, at their place."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from redactor.verify.glyphs import TOLERANCE, Glyphs, unmatched


def _glyphs(*placed: tuple[str, float, float]) -> Glyphs:
    boxes = np.array([(x, y, x + 5, y + 10) for _, x, y in placed], dtype=np.float64).reshape(len(placed), 4)
    return Glyphs("".join(code for code, _, _ in placed), boxes, np.arange(len(placed)))


PLACED = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 50), st.integers(0, 50)), max_size=12)


@given(placed=PLACED, data=st.data())
def test_order_does_not_matter(placed: list[tuple[str, float, float]], data: st.DataObject) -> None:
    """The same characters at the same places match, whatever order a reader finds them in."""
    shuffled = data.draw(st.permutations(placed))
    assert not unmatched(_glyphs(*placed), _glyphs(*shuffled)).size


@given(placed=PLACED.filter(bool), data=st.data())
def test_missing_character_is_missed_once(placed: list[tuple[str, float, float]], data: st.DataObject) -> None:
    """One gone, one missed: a twin at the same place does not stand in for it."""
    gone = data.draw(st.integers(0, len(placed) - 1))
    left = placed[:gone] + placed[gone + 1 :]
    assert unmatched(_glyphs(*placed), _glyphs(*left)).size == 1
    assert not unmatched(_glyphs(*left), _glyphs(*placed)).size


def test_small_shift_matches_and_a_larger_one_does_not() -> None:
    """Half a point is rounding; two points are a move."""
    before = _glyphs(("a", 10, 10), ("b", 30, 10))
    assert not unmatched(before, _glyphs(("b", 30 + TOLERANCE * 0.9, 10), ("a", 10, 10))).size
    assert unmatched(before, _glyphs(("b", 32, 10), ("a", 10, 10))).tolist() == [1]


def test_other_character_at_the_place_is_no_match() -> None:
    """A place alone does not make a character."""
    assert unmatched(_glyphs(("a", 10, 10)), _glyphs(("b", 10, 10))).tolist() == [0]
