"""A value found once is found wherever it stands again, as a whole and however it is spaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.analysis.matches import Match
from redactor.analysis.repeats import repeats

LONG, SHORT = "01632 960417", "2931"


def found(text, *values, other=""):
    """Return (entity, words) of every repeat of values that were found where they first stand in a text."""
    matches = [
        Match(0, text.index(value), text.index(value) + len(value), entity, 0.9, "Test", "why")
        for entity, value in values
    ]
    texts = (text, other)
    return [(m.entity, texts[m.text][m.start : m.end]) for m in repeats(matches, texts)]


@pytest.mark.parametrize("again", ["01632 960417", "01632960417", "01632-960-417", "(01632) 960417"])
def test_a_long_value_is_the_same_thing_again(again):
    """Whatever stands between its digits."""
    ((entity, words),) = found(f"Direct dial {LONG}. Or ring {again} today.", ("DIRECT_DIAL", LONG))
    assert entity == "DIRECT_DIAL" and words.strip("()") in again


def test_a_value_is_found_in_the_other_layers_too():
    """A title or a bookmark names the number without its label."""
    assert found(f"Direct dial {LONG}.", ("DIRECT_DIAL", LONG), other=f"call {LONG}") == [("DIRECT_DIAL", LONG)]


def test_an_address_is_found_in_any_case():
    """As it is in a signature."""
    text = "e-mail amara@example.org\nor AMARA@EXAMPLE.ORG"
    assert found(text, ("EMAIL_ADDRESS", "amara@example.org")) == [("EMAIL_ADDRESS", "AMARA@EXAMPLE.ORG")]


def test_a_short_number_in_prose_is_for_a_person():
    """Four digits may be a count or a year."""
    assert found(f"PC {SHORT} came. In all {SHORT} cars passed.", ("COLLAR_NUMBER", SHORT)) == [
        ("UNLABELLED_NUMBER", SHORT)
    ]


def test_a_short_number_that_fills_a_cell_is_the_same_number():
    """In a table nothing else stands beside it."""
    assert found(f"PC {SHORT} came.\nConstable\t{SHORT}\tA B", ("COLLAR_NUMBER", SHORT)) == [("COLLAR_NUMBER", SHORT)]


@pytest.mark.parametrize("other", ["12931", "2931x", "£2931", "2931.50", "10,2931", "2931/25", "#2931", "29312"])
def test_a_part_of_another_number_is_no_repeat(other):
    """Money, longer numbers and references are something else."""
    assert found(f"PC {SHORT} came. It was {other} then.", ("COLLAR_NUMBER", SHORT)) == []


def test_a_stray_match_hides_no_whole_number():
    """Digits that run from one number into the next spell a known value; the next number is a known value all the same."""
    assert found("Ref 99123. Dial 12345. See 99 12345 here.", ("A", "99123"), ("B", "12345")) == [("B", "12345")]
    assert found("Dial 12345. Ref 1234567. See 12345 678 here.", ("A", "12345"), ("B", "1234567")) == [("A", "12345")]


def test_people_and_terms_are_left_to_their_own_recognizers():
    """Two people share a name; two things do not share a number."""
    for entity in ("PERSON", "REQUESTER", "SENSITIVE_TERM", "STREET_ADDRESS"):
        assert found("Unit 4711 and Unit 4711", (entity, "Unit 4711")) == []


def test_words_without_a_digit_and_scraps_are_not_sought():
    """Anything would be found."""
    assert found("ab and ab, 12 and 12, word and word", ("A", "ab"), ("B", "12"), ("C", "word")) == []


def test_what_is_known_is_not_told_again():
    """Both places were found by their recognizer already."""
    text = f"{LONG} and {LONG}"
    at = text.rindex(LONG)
    both = [Match(0, s, s + len(LONG), "DIRECT_DIAL", 0.9, "T", "w") for s in (0, at)]
    assert list(repeats(both, (text, ""))) == []


@given(st.text("0123456789 ,.-", max_size=30), st.text("0123456789 ,.-", max_size=30))
def test_a_whole_repeat_is_never_missed(before, after):
    """Whatever numbers stand around it, set off by words."""
    text = f"Dial {LONG}, {before} then {LONG} now {after}"
    assert ("DIRECT_DIAL", LONG) in found(text, ("DIRECT_DIAL", LONG))
