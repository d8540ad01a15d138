"""Ordinary words that are spelt like a removed name: which are, and which may be the name after all."""

from __future__ import annotations

import pytest

from redactor.analysis.namesakes import namesakes


def words(text, *removed, claimed=()):
    return [(text[w.start : w.end], w.phrase, w.doubtful) for w in namesakes(text, removed, claimed)]


@pytest.mark.parametrize(
    ("text", "name", "doubtful"),
    [
        ("We help young people here.", "Young", False),
        ("We saw the Young child there.", "Young", True),
        ("It ended. Young people left.", "Young", False),
        ("Young people left.", "Young", False),
        ("He came in May this year.", "May", False),
        ("She was seen in Lincoln then.", "Lincoln", False),
        ("- Brown bread\n- White bread", "Brown", False),
    ],
)
def test_a_capital_in_the_middle_of_a_sentence_is_doubtful(text, name, doubtful):
    """Months and places keep their capital, and a sentence begins with one."""
    ((word, phrase, got),) = words(text, name)
    assert word.casefold() == name.casefold() and word in phrase
    assert got is doubtful


def test_the_phrase_is_the_word_with_its_neighbours():
    """By which a verifier knows the place from the name's own."""
    assert words("We help young people here.", "Young")[0][1] == "help young people"
    assert words("young", "Young")[0][1] == "young"


def test_findings_are_no_namesakes():
    """A place that is a finding is dealt with; touching it does not count."""
    text = "Mr Young and young people"
    at = text.index("Young")
    assert [word for word, _, _ in words(text, "Young", claimed=[(at, at + 5)])] == ["young"]
    assert words(text, "Young", claimed=[(0, len(text))]) == []
    assert len(words("young", "Young", claimed=[(5, 9)])) == 1


def test_only_ordinary_single_words_have_namesakes():
    """A rare name that stands again is the person, and a full name is no word."""
    text = "Kowalczyk and Amara Young came, and the youngest"
    assert words(text, "Kowalczyk", "Amara Young") == []
    assert words(text) == []


def test_a_namesake_does_not_show_its_words():
    """Only where it stands."""
    (one,) = namesakes("the Young child", ["Young"], [])
    assert "Young" not in repr(one)
