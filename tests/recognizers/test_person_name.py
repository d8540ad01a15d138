"""A written name is taken apart as a clerk would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.person_name import fold, parse_name
from recognizers.words import split_words


@pytest.mark.parametrize(
    ("name", "forenames", "surname"),
    [
        ("Jane Holloway", ("jane",), ("holloway",)),
        ("Holloway, Jane Anne", ("jane", "anne"), ("holloway",)),
        ("Mr J.A. Holloway MBE", ("j", "a"), ("holloway",)),
        ("Holloway, MBE", (), ("holloway",)),
        ("PC 1234 Jane Holloway", ("jane",), ("holloway",)),
        ("HOLLOWAY", (), ("holloway",)),
        ("HOLLOWAY Jane Anne", ("jane", "anne"), ("holloway",)),
        ("JANE HOLLOWAY", ("jane",), ("holloway",)),
        ("JB Holloway", ("jb",), ("holloway",)),
        ("Ana van der Berg", ("ana",), ("van", "der", "berg")),
        ("van der Berg, Ana", ("ana",), ("van", "der", "berg")),
        ("Sara Smith-Jones", ("sara",), ("smith", "jones")),
        ("Tim O’Neill", ("tim",), ("oneill",)),
        ("Zoë Müller", ("zoe",), ("muller",)),
        ("Jean-Paul Marat", ("jean", "paul"), ("marat",)),
    ],
)
def test_takes_names_apart(name, forenames, surname):
    """Titles and letters after the name go; particles stay with the surname."""
    person = parse_name(name)
    assert person is not None
    assert person.forenames == forenames
    assert person.surnames[0] == surname


@pytest.mark.parametrize("name", ["", " . ", "Mr", "Chief Constable", "Dear Sir", "12 34", ","])
def test_what_is_no_name_gives_none(name):
    """A title or a post alone names nobody."""
    assert parse_name(name) is None


@given(st.text(max_size=40))
def test_any_text_is_taken(name):
    """No input fails, and what comes back can be searched for."""
    person = parse_name(name)
    assert person is None or (person.surnames and all(all(form) for form in person.surnames) and person.initials)


@given(st.text(max_size=30))
def test_folding_is_settled_after_one_time(word):
    """Folding what is folded changes nothing."""
    assert fold(fold(word)) == fold(word)


@given(st.text(alphabet="aAéZ0_-'’ .\n", max_size=40))
def test_words_lie_in_order_inside_the_text(text):
    """Offsets are those of the text as given."""
    words = split_words(text, lambda _: False)
    last = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        assert last <= start < end <= len(text)
        last = end
