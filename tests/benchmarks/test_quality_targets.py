"""A target is called reached only where the figures reach it."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.quality import targets
from benchmarks.quality.metrics import Tally
from benchmarks.quality.requester import VariantResult


def person(*, gold: int, gold_met: int, found: int, found_met: int) -> dict[str, Tally]:
    """Return a tally of people, as a set and threshold have it."""
    return {"PERSON": Tally(documents=1, named=1, gold=gold, gold_met=gold_met, found=found, found_met=found_met)}


def facts(by_model=None, by_engine=None, *, found=1, clean=0, speeds=(100.0,), gain=3.0) -> targets.Facts:
    """Return facts in which everything is reached but what a test changes."""
    variants = VariantResult(*(Counter({"full name": n}) for n in (1, found, found, found, found)))
    engine = by_engine or {
        ("unseen", targets.SHIPPED, 0.2, kind): (
            Tally(1, 1, gold=1, gold_met=1, found=1, found_met=1, words=1, words_met=1),
            Tally(),
        )
        for kind in ("", *targets.LETTERS)
    }
    return targets.Facts(by_model or {}, engine, 0.2, variants, {"a.pdf": clean}, targets.Costs(speeds, gain, 0.8))


def reached(made: targets.Facts) -> list[str]:
    """Return the last column."""
    return [row[-1] for row in targets.rows(made)]


def test_everything_reached():
    """Sets that are absent are not measured; the rest is reached, and speed is the baseline's own."""
    assert reached(facts()) == ["not measured"] * 2 + ["yes"] * 5 + ["the same model", "yes"]


@pytest.mark.parametrize(
    ("wrong", "at"), [({"found": 0}, 6), ({"clean": 1}, 5), ({"gain": 2.9}, 8), ({"speeds": (90.0, 100.0)}, 7)]
)
def test_each_target_can_fail(wrong, at):
    """A form missed, a false person, too small a gain, a slower model: each is a NO in its row and in no other."""
    words = reached(facts(**wrong))
    assert words[at] == "NO"
    assert words.count("NO") == 1


def test_a_leak_fails_its_target():
    """One document of ten with a leaked name is above five in a hundred."""
    total = Tally(10, 10, gold=10, gold_met=10, found=10, found_met=10, words=1000, words_met=999, documents_leaked=1)
    made = facts(
        by_engine={("unseen", targets.SHIPPED, 0.2, kind): (total, Tally()) for kind in ("", *targets.LETTERS)}
    )
    assert reached(made)[2:5] == ["yes", "yes", "NO"]


def test_the_best_recall_among_the_precise_enough_counts():
    """A threshold with more recall and too little precision is passed over."""
    by_model = {
        ("tab-dev", targets.SHIPPED, 0.15): person(gold=100, gold_met=100, found=100, found_met=80),
        ("tab-dev", targets.SHIPPED, 0.3): person(gold=100, gold_met=98, found=100, found_met=86),
        ("tab-dev", targets.SHIPPED, 0.5): person(gold=100, gold_met=90, found=100, found_met=99),
        ("tab-dev", "baseline model", 0.5): person(gold=100, gold_met=100, found=100, found_met=100),
    }
    row = targets.rows(facts(by_model))[0]
    assert row[2:] == ("0.980 at 0.860 (threshold 0.3)", "yes")


def test_where_no_threshold_is_precise_enough_the_most_precise_is_shown_and_fails():
    """A set on which the model never reaches the precision is a NO, whatever its recall."""
    by_model = {
        ("uner-dev", targets.SHIPPED, at): person(gold=10, gold_met=10, found=10, found_met=met)
        for at, met in ((0.15, 6), (0.5, 8))
    }
    assert targets.rows(facts(by_model))[1][2:] == ("1.000 at 0.800 (threshold 0.5)", "NO")
