"""Doubtful and outvoted names have no further mentions; everybody else keeps theirs."""

from __future__ import annotations

import pytest

from redactor.analysis.matches import Match
from redactor.analysis.propagate import Mention
from redactor.analysis.votes import Source, strays, unlikely_mentions

ALONE = "surname alone"


def refused(sources, *mentions):
    """Return the numbers of the refused mentions, each given as (source, why)."""
    return unlikely_mentions([Mention(at, at + 1, source, why) for at, (source, why) in enumerate(mentions)], sources)


def test_doubtful_person_is_found_again_in_full_only():
    """A name that may be a building's must not make every word of it a person's."""
    doubtful = [Source("Ottoline Pike", 0.45, by_model=True)]
    assert refused(doubtful, (0, ALONE), (0, "full name, or initial and surname"), (0, "forename alone")) == {0, 2}


def test_word_denied_more_often_than_found_is_outvoted():
    """The model read every mention; what it took for a name once and twice for none is none."""
    once = [Source("Helix", 0.9, by_model=True)]
    assert refused(once, (0, ALONE), (0, ALONE)) == {0, 1}
    assert not refused(once, (0, ALONE))
    assert not refused([*once, Source("HELIX", 0.9, by_model=True)], (0, ALONE), (0, ALONE))


@pytest.mark.parametrize(
    "sources",
    [
        [Source("Pike", 0.9, by_model=False)],
        [Source("Pike", 0.9, by_model=True), Source("Pike", 0.9, by_model=False)],
        [Source("Ottoline Pike", 0.6, by_model=True)],
    ],
)
def test_whoever_more_speaks_for_is_not_outvoted(sources):
    """A salutation, a title or a second word of the name is more than the model's word alone."""
    assert not refused(sources, (0, ALONE), (0, ALONE), (0, ALONE))


def test_representation_holds_no_name():
    """What is printed in an error must not name anybody."""
    assert "Pike" not in repr(Source("Pike", 0.9, by_model=True))


PAGE = "Holly " + "and so on " * 20 + "Holly Pike"


def left_out(*found, text=PAGE):
    """Return the numbers left out of matches given as (words, score, recognizer)."""
    matches = [
        Match(0, text.index(words), text.index(words) + len(words), "PERSON", score, recognizer, "")
        for words, score, recognizer in found
    ]
    return set(strays(matches, (text, ""), "Model"))


def test_lone_guess_on_a_page_that_names_nobody_is_left_out():
    """Where nobody is named in full, greeted or titled, a word that is a name with little certainty is none."""
    assert left_out(("Holly", 0.4, "Model")) == {0}
    assert left_out(("Holly Pike", 0.4, "Model")) == {0}


@pytest.mark.parametrize(
    "other", [("Holly Pike", 0.95, "Model"), ("Holly Pike", 0.45, "Structure"), ("Pike", 0.9, "Structure")]
)
def test_lone_guess_stays_where_somebody_is_surely_named(other):
    """One person is enough: who is named once may be meant again by a word."""
    assert not left_out(("Holly", 0.4, "Model"), other)


@pytest.mark.parametrize("found", [("Holly", 0.5, "Model"), ("Holly Pike", 0.45, "Model"), ("Holly", 0.3, "Structure")])
def test_what_is_not_a_mere_guess_stays(found):
    """Half a chance is for an officer to judge, and so is a full name that something beside it makes a thing's."""
    assert not left_out(found)


def test_short_text_loses_nobody():
    """A note of two lines need not name anybody in full to be about somebody."""
    assert not left_out(("Holly", 0.4, "Model"), text="Holly rang, no reply.")
