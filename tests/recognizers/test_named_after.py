"""What is called after somebody is doubted or left out, and a person beside such a word is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.named_after import DOUBTFUL, is_called_here, score_here


def score(line: str, sure: float = 0.9) -> float:
    """Return what is left of the score of the name in [square brackets]."""
    start, end = line.index("["), line.index("]") - 1
    return score_here(line.replace("[", "").replace("]", ""), start, end, sure)


@pytest.mark.parametrize(
    "line",
    [
        "the [Ottoline Pike] Primary School",
        "[Ottoline Pike]'s School",
        "[Ottoline Pike] Road",
        "[Ottoline Pike] Community Hospital",
        "[Ottoline Pike] NHS Foundation Trust",
        "[Pike] LLP",
        "[Pike] & Sons were paid",
        "[Ottoline Pike] and Partners",
        "the [Pike] Review",
        "the [Pike] Inquiry",
        "[Ottoline Pike] Prize",
        "MV [Ottoline Pike]",
        "[Storm Ottoline]",
        "RFA Sir [Ottoline]",
        "HMS [Ottoline Pike]",
        "Project [Ottoline]",
        "the tug [Ottoline Pike] was moored",
        "server [OTTOLINE] is down",
        "the printer called [Ottoline]",
        "Room: [Pike]",
        "Named storms: Arwen, [Ottoline]",
        "log in to [Ottoline]",
        "the [Pike] principles",
        "[Pike] disease",
        "The [Prince Ottoline] lost its licence",
        "A [Pike] vacuum cleaner",
        "the [Pike] complaint was upheld",
        "the [Pikes] moved out",
        "a [Ottoline Pike] rang twice",
        "0815 [Pike] reset",
        "Lord [Pike]'s report",
        "[Pike] v Westmarch Health Board (2015) UKSC 11",
        "Westmarch v [Pike] (2015) EWCA Civ 3",
        "[Pike] unreasonableness",
        "[Pike] Catering Ltd",
        "[Ottoline Pike] Marine Survey & Salvage (UK) Limited",
        "[Pike] & Marsh Haulage LLP",
    ],
)
def test_what_is_named_after_somebody_is_doubted(line: str) -> None:
    """An institution, a firm, a street or a ship goes to review and is not removed unseen."""
    assert score(line) == DOUBTFUL
    assert score(line, 0.2) == 0.2


@pytest.mark.parametrize(
    "line",
    [
        "HMS [Ottoline] sailed",
        "Operation [Pike]",
        "[Operation Pike]",
        "[Ottoline]'s Law",
        "HMP [Pike]",
        "the [Pike] is full",
        "a [Pike] was bought",
    ],
)
def test_one_word_called_so_is_nobody(line: str) -> None:
    """A single word behind HMS or Operation, or before Law, is left out."""
    assert score(line) == 0.0


@pytest.mark.parametrize(
    "line",
    [
        "Mr [Pike] School Governor",
        "PC 4471 [Pike] Road Policing",
        "[Ottoline Pike]'s Report",
        "[Ottoline Pike]'s House",
        "[Ottoline Pike], School Secretary",
        "[Ottoline Pike]\nRoad Safety Team",
        "[Ottoline Pike] reported",
        "[Ottoline Pike] and Marsh Haulage Ltd",
        "[Ottoline Pike] of Marsh Haulage Ltd",
        "[Ottoline Pike], Marsh Haulage Ltd",
        "[Ottoline Pike] road",
        "the operation [Ottoline Pike] ran",
        "[Ottoline Pike] in Review",
        "Operations [Ottoline Pike]",
        "the server room, [Ottoline Pike] said",
        "The PC [Pike] drove",
        "at 0815 [Ottoline Pike] rang",
        "then [Pike] reset it",
    ],
)
def test_person_beside_such_a_word_is_not_doubted(line: str) -> None:
    """A title, a comma, a new line or a small letter says that the word is not of the name."""
    assert score(line) == 0.9


def test_ship_is_told_before_its_title() -> None:
    """The title in a ship's name does not make it a person."""
    text = "RFA Sir Ottoline"
    assert is_called_here(text, 4)
    assert not is_called_here("with Sir Ottoline", 5)


@given(st.text(max_size=40), st.text(max_size=40), st.floats(0, 1))
def test_score_never_grows_and_two_words_are_never_dropped_by_what_follows(
    before: str, after: str, sure: float
) -> None:
    """A full name is doubted at most, whatever stands behind it."""
    text = f"{before}\nOttoline Pike{after}"
    start = len(before) + 1
    left = score_here(text, start, start + len("Ottoline Pike"), sure)
    assert min(sure, DOUBTFUL) <= left <= sure
