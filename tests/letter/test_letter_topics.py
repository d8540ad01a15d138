"""What a letter speaks of is known again under another form of its name, and under no other name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.letter import topics, words


def same(one: str, other: str, letter: str = "") -> bool:
    """Return whether two phrases of one letter have the same roots."""
    text = f"{one}. {other}. {letter}"
    subjects = topics.Subjects(text, words.lower(text))
    second = len(one) + 2
    return subjects.of(0, len(one)) == subjects.of(second, second + len(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("covert drones", "a covert drone"),
        ("disciplinary investigation", "disciplined investigators"),
        ("hacking", "hackers"),
        ("electronic tagging", "electronic tags"),
        ("surveillance of tenants", "surveilled tenants"),
        ("operational terrorism", "operations of terrorists"),
        ("watch-lists of marchers", "the watchlist of marchers"),
        ("a watch list of marchers", "the watchlists of marchers"),
        ("body-worn cameras", "body worn cameras"),
    ],
)
def test_forms_of_one_word_are_the_same(one: str, other: str) -> None:
    """Inflection, derivation and compounds."""
    assert same(one, other)


@pytest.mark.parametrize(
    "letter",
    [
        "It uses automated facial recognition (AFR) at gates",
        "AFR (automated facial recognition) is in use",
        "Its automated facial recognition is new",
        "Nothing is said of it, and every officer knows that it is LFR; the AFR (automated facial recognition)",
    ],
)
def test_an_acronym_stands_for_its_words_where_the_letter_lets_it(letter: str) -> None:
    """Explained before, explained behind, or fitting words that stand somewhere."""
    text = f"{letter}. AFR software"
    subjects = topics.Subjects(text, words.lower(text))
    start = len(letter) + 2
    assert {topics.root("facial"), topics.root("recognition")} <= subjects.of(start, len(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [("police officers", "policy officers"), ("custody", "customs"), ("overt", "covert"), ("contract", "contact")],
)
def test_words_that_only_look_alike_are_not_the_same(one: str, other: str) -> None:
    """A false contradiction blocks a right letter."""
    assert not same(one, other)


@pytest.mark.xfail(
    reason="other words for the same thing and changed roots are not followed; topics.py says so", strict=True
)
@pytest.mark.parametrize(("one", "other"), [("informer", "source"), ("facial recognition", "recognised faces")])
def test_other_words_for_one_thing_are_not_known(one: str, other: str) -> None:
    """Known gap."""
    assert same(one, other)


@given(st.text(st.sampled_from("watch-list s covert\tAFR (İ).\n"), max_size=80))
def test_levelling_keeps_every_place(text: str) -> None:
    """Ranges of the letter are ranges of the levelled text."""
    lowered = words.lower(text)
    assert len(topics.Subjects(text, lowered).flat) == len(lowered)
