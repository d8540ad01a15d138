"""Joining, cutting and spoiling made-up text keeps every mark on its name."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.synthetic import noise
from training.synthetic.fragment import fragment, introduced
from training.synthetic.piece import Edit, Mark, Piece, cut, edited, join, merged, trimmed

NAME = Mark(3, 12, "PERSON", 1)
LINE = Piece("Mr Ann Okoye left.", (NAME,))


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    words = draw(st.lists(st.text("abcXYZé'.-", min_size=1, max_size=8), min_size=1, max_size=30))
    marked = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    spaces = draw(st.lists(st.sampled_from([" ", "\n", "\n\n", "  "]), min_size=len(words), max_size=len(words)))
    parts = []
    for number, (word, mark, space) in enumerate(zip(words, marked, spaces, strict=True)):
        parts.append(Piece(word, (Mark(0, len(word), "PERSON", number),) if mark else ()))
        parts.append(Piece(space))
    return join(parts)


def names(piece: Piece) -> list[str]:
    return [piece.text[mark.start : mark.end] for mark in piece.marks]


def test_an_edit_inside_a_name_stretches_its_mark_and_one_beside_it_does_not() -> None:
    """Marks follow their own letters only."""
    changed = edited(LINE, [Edit(0, 3, ""), Edit(6, 7, "\n> "), Edit(12, 12, ","), Edit(13, 18, "went")])
    assert changed.text == "Ann\n> Okoye, went"
    assert names(changed) == ["Ann\n> Okoye"]


def test_an_edit_across_the_end_of_a_name_belongs_to_the_name() -> None:
    """A misread pair of letters at the edge stays in the mark."""
    assert names(edited(LINE, [Edit(11, 13, "X")])) == ["Ann OkoyX"]


def test_a_deleted_name_loses_its_mark() -> None:
    """No mark is left on nothing."""
    assert edited(LINE, [Edit(2, 13, " ")]).marks == ()


def test_a_forename_and_a_surname_one_space_apart_become_one_mark() -> None:
    """Two names in two cells stay two."""
    two = Piece("Ann Okoye", (Mark(0, 3, "PERSON", 1), Mark(4, 9, "PERSON", 2)))
    assert names(merged(two)) == ["Ann Okoye"]
    assert len(merged(Piece("Ann\tOkoye", two.marks)).marks) == 2


def test_bare_initials_count_only_where_the_text_gives_the_name() -> None:
    """``AB to write`` names nobody by itself; after ``Ann Bell (AB)`` it does."""
    alone = Piece("AB to write", (Mark(0, 2, "PERSON", 4, True),))
    assert introduced(alone).marks == ()
    named = join([Piece("Ann Bell", (Mark(0, 8, "PERSON", 4),)), alone], ": ")
    assert names(introduced(named)) == ["Ann Bell", "AB"]


def test_a_cut_through_a_name_keeps_the_part_that_is_left() -> None:
    """Offsets are counted anew from the cut."""
    assert names(cut(LINE, start=7, end=15)) == ["Okoye"]


@given(pieces(), st.integers(0, 10_000))
def test_joined_pieces_keep_their_names(piece: Piece, seed: int) -> None:
    """Joining moves marks by exactly the text before them."""
    assert names(join([piece, piece], "--")) == names(piece) * 2
    assert all(name.strip() for name in names(trimmed(piece)))
    part = fragment(piece, random.Random(seed))
    assert set(names(part)) <= set(names(piece))
    assert part.text in piece.text


@pytest.mark.parametrize("step", [step for _, step in noise.STEPS])
@given(piece=pieces(), seed=st.integers(0, 10_000))
def test_every_kind_of_noise_keeps_marks_in_order_and_in_bounds(step: noise.Noise, piece: Piece, seed: int) -> None:
    """Noise changes letters, never which name a mark means."""
    changed = trimmed(step(piece, random.Random(seed)))
    last = 0
    for mark in changed.marks:
        assert last <= mark.start < mark.end <= len(changed.text)
        last = mark.end
    assert [mark.person for mark in changed.marks] == sorted(mark.person for mark in changed.marks)


@given(pieces(), st.integers(0, 10_000))
def test_line_ends_and_quote_marks_change_no_letter_of_a_name(piece: Piece, seed: int) -> None:
    """A name broken over two lines is still the same name."""
    rng = random.Random(seed)
    changed = trimmed(noise.quoted(noise.wrapped(piece, rng), rng))
    assert [name.translate({ord(c): None for c in "> |\n\r"}) for name in names(changed)] == [
        name.translate({ord(c): None for c in "> |\n\r"}) for name in names(trimmed(piece))
    ]
