"""The card says what was measured, and keeps flattering figures apart."""

from __future__ import annotations

from training.card import SHOWN, text
from training.corpora import HELD_OUT, TRAINING
from training.evaluate import Figures

RECIPE = {"seed": 1, "steps": 1000, "learners": 2, "batch": 10, "cpu_minutes": 3}


def rows(recall, precision):
    return {t: Figures(7, recall, precision, 50.0) for t in SHOWN}


def test_every_source_and_licence_is_named():
    """Who reuses the weights must know what they come from."""
    card = text({"uner-dev": rows(90.0, 80.0)}, RECIPE)
    assert all(c.source in card and c.licence in card for c in (*TRAINING, *HELD_OUT))


def test_figures_stand_beside_their_thresholds():
    """Recall, precision and exact F of each set, and the recall where precision is 85."""
    card = text({"uner-dev": rows(93.25, 86.0), "synthetic-same": rows(99.0, 70.0)}, RECIPE)
    assert "93.2 / 86.0 / 50.0" in card
    unseen, same = (
        line for line in card.splitlines() if ("English Web" in line and "93.2" in line) or "trained on |" in line
    )
    assert unseen.endswith("| 93.2 |")
    assert same.endswith("| not reached |")


def test_a_mean_says_what_it_is_the_mean_of():
    """Both recipes, each with its share."""
    card = text({"uner-dev": rows(90.0, 80.0)}, {"share": 0.75, "parts": [RECIPE, {**RECIPE, "steps": 4000}]})
    assert "0.25 of (seed 1; 2 learners, 1,000 steps" in card
    assert "0.75 of (seed 1; 2 learners, 4,000 steps" in card


def test_a_mean_of_means_says_every_model_and_its_share():
    """The shares are of the whole."""
    inner = {"share": 0.6, "parts": [RECIPE, {**RECIPE, "steps": 4000}]}
    card = text({"uner-dev": rows(90.0, 80.0)}, {"share": 0.5, "parts": [inner, {**RECIPE, "steps": 9000}]})
    assert "mean of 3 models" in card
    for share, steps in (("0.20", "1,000"), ("0.30", "4,000"), ("0.50", "9,000")):
        assert f"{share} of (seed 1; 2 learners, {steps} steps" in card
