"""Doubtful and outvoted names have no further mentions; everybody else keeps theirs."""

from __future__ import annotations

import pytest

from redactor.analysis.propagate import Mention
from redactor.analysis.votes import Source, unlikely_mentions

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
