"""A column of a table says that its cells are people, or that they are things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.name_columns import column_mates, under_things
from recognizers.named_after import DOUBTFUL


def places(text, *words, score=0.9):
    return [(text.index(word), text.index(word) + len(word), score) for word in words]


def mates(text, *words, score=0.9):
    return {text[start:end]: sure for start, end, sure in column_mates(text, places(text, *words, score=score))}


def test_a_second_column_under_a_heading_of_people_is_found():
    """The model read one column; the heading tells of the other."""
    text = "Post\tHolder\tDeputy\nWarden\tPriya Okafor\tTom Brannigan\nDriver\tMarta Roos\tChidi Nwosu"
    assert mates(text, "Priya Okafor", "Marta Roos") == {"Tom Brannigan": 0.6, "Chidi Nwosu": 0.6}


def test_lone_surnames_under_officer_are_found():
    """One word in a narrow cell has nothing else to tell it."""
    text = "Date\tOfficer\tHours\n3 May\tOkafor\t7\n4 May\tBrannigan\t8\n5 May\tvacant\t0"
    assert mates(text) == {"Okafor": 0.6, "Brannigan": 0.6}


def test_a_rota_is_a_table_of_people():
    """Under the days of the week stand whoever works."""
    text = "Desk\tMon\tTue\n1\tPriya\tOff\n2\tChidi\tMarta"
    assert mates(text) == {"Priya": DOUBTFUL, "Chidi": DOUBTFUL, "Marta": DOUBTFUL}


@pytest.mark.parametrize(
    "text",
    [
        "Area\tCount\nNorthgate\t4\nSouthgate\t5",
        "Officer\tHours\nClosed\t7\nReport\t8",
        "Officer\tHours\nvacant\t7\n-\t8",
        "Site\tSeats\nCounty Hall\t4\nTown Hall\t5",
    ],
)
def test_columns_of_things_yield_nobody(text):
    """A heading of things, or words of forms under one of people."""
    assert mates(text) == {}


def test_a_lone_word_under_ward_is_doubted():
    """Wards are called after trees, and trees are forenames."""
    text = "Ward\tIncidents\nRowan (acute)\t17\nHazel\t4\nOkafor Priya\t2"
    found = places(text, "Rowan", "Hazel", "Okafor Priya")
    assert under_things(text, found) == {found[0][:2], found[1][:2]}


def test_a_word_under_officer_is_not_doubted():
    """The same word under another heading is somebody."""
    text = "Officer\tIncidents\nRowan\t17\nHazel\t4"
    assert under_things(text, places(text, "Rowan", "Hazel")) == frozenset()


@given(st.text(alphabet="Ab \t\n|", max_size=80))
def test_any_table_is_read(text):
    """Every place lies in the text, whatever the cells are."""
    for start, end, score in column_mates(text, []):
        assert 0 <= start < end <= len(text)
        assert 0 < score <= 1


def test_words_and_short_names_stand_beside_people_under_a_heading_of_people():
    """Under "Cover", between two people who were read, "Will" and "Jo + Ed" are people; "Bank" and the rest are not."""
    text = "Day\tCover\tNote\nMon\tPriya\tx\nTue\tWill\tx\nWed\tJo + Ed\tx\nThu\tChidi\tx\nFri\tBank\tx"
    assert mates(text, "Priya", "Chidi") == {"Will": DOUBTFUL, "Jo": DOUBTFUL, "Ed": DOUBTFUL}


def test_a_surname_of_posts_is_a_name_among_names_written_like_it():
    """Between "NKOSI Abel" and "ROOS Marta" stands "WARD Lucy", though a ward is none."""
    text = "Post\tWho is on\nA\tNKOSI Abel\nB\tROOS Marta\nC\tWARD Lucy\nD\tWard closed"
    assert mates(text, "NKOSI Abel", "ROOS Marta") == {"WARD Lucy": DOUBTFUL}


def test_a_row_whose_last_cell_is_missing_belongs_to_the_table():
    """What is empty at the end of a line is not always written; the heading holds all the same."""
    text = "Date\tOfficer\tHours\n3 May\tOkafor\t7\n4 May\tBrannigan\n5 May\tNwosu\t0"
    assert mates(text) == {"Okafor": 0.6, "Brannigan": 0.6, "Nwosu": 0.6}


def test_labels_on_the_left_are_nobody():
    """The label "Who called" heads no column of labels."""
    assert not mates("Who called\tOkafor\nSignature\tx\nOutcome\tNwosu", "Okafor", "Nwosu")
