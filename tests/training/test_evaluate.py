"""Figures count names as an officer would."""

from __future__ import annotations

import pytest

from training.corpora import Labelled
from training.evaluate import Figures, compare, recall_at

TEXT = "Mr Jo Hart met Ann Moss in Bath"
ITEM = Labelled(TEXT, ((0, 10, "PERSON"), (15, 23, "PERSON"), (27, 31, "LOC")))


def test_titles_do_not_count():
    """The finds "Mr Jo Hart" and "Jo Hart" are the same."""
    assert compare([ITEM], [[(3, 10), (15, 23)]]) == Figures(2, 100.0, 100.0, 100.0)


def test_half_a_name_is_found_but_not_exact():
    """Any overlap is recall; exact F tells the difference."""
    assert compare([ITEM], [[(6, 10), (15, 23)]]) == Figures(2, 100.0, 100.0, 50.0)


def test_a_place_taken_for_a_person_costs_precision():
    """Precision counts what is marked and is no person."""
    found = compare([ITEM], [[(3, 10), (27, 31)]])
    assert (found.recall, found.precision) == (50.0, 50.0)


def test_nothing_marked_is_nought_not_an_error():
    """No names and no marks divide by nothing."""
    assert compare([Labelled("nobody here", ())], [[]]) == Figures(0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("points", "recall"),
    [
        ([(90.0, 80.0), (80.0, 90.0)], 85.0),
        ([(95.0, 88.0), (70.0, 95.0)], 95.0),
        ([(99.0, 50.0)], 0.0),
        ([(97.0, 85.0)], 97.0),
    ],
)
def test_recall_at_a_precision_lies_between_thresholds(points, recall):
    """Between two thresholds a straight line; 0 where the precision is never reached."""
    rows = {float(n): Figures(1, r, p, 0.0) for n, (r, p) in enumerate(points)}
    assert recall_at(rows, 85.0) == pytest.approx(recall)
