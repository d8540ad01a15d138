"""Names are found by where they stand in a letter, and posts, headings and teams in the same places are not."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers.person_structure import PersonStructureRecognizer

TABLE = yaml.safe_load((Path(__file__).parent / "data" / "person_structure.yaml").read_text("utf-8"))
SEED = sorted((Path(__file__).parents[2].parent / "shared" / "seed").glob("*.txt"))
RECOGNIZER = PersonStructureRecognizer()


def found(text):
    return [text[r.start : r.end] for r in RECOGNIZER.analyze(text, ["PERSON"])]


def test_table_is_as_large_as_promised():
    """A few easy lines would prove nothing."""
    assert len(TABLE["find"]) >= 20
    assert len(TABLE["leave"]) >= 20


@pytest.mark.parametrize("line", TABLE["find"])
def test_finds_the_names(line):
    """Exactly what stands in brackets: the name, without title, number or post."""
    assert found(line.replace("[", "").replace("]", "")) == re.findall(r"\[(.*?)\]", line, re.DOTALL)


@pytest.mark.parametrize("line", TABLE["leave"])
def test_leaves_posts_headings_and_teams_alone(line):
    """What is no person is no finding."""
    assert found(line) == []


@pytest.mark.skipif(not SEED, reason="the seed letter is not kept with the project")
def test_no_person_in_the_seed_letter():
    """The seed letter names nobody."""
    assert found(SEED[0].read_text("utf-8")) == []


def test_results_explain_themselves():
    """Every result says by which form of the letter it was found, and quotes nothing."""
    for result in RECOGNIZER.analyze(
        "Dear Mr Okafor,\nDS Holloway rang.\n\nYours sincerely,\n\nPriya Nair\n", ["PERSON"]
    ):
        assert result.analysis_explanation.pattern_name in {"title", "rank", "sign-off", "salutation"}
        assert not any(name in result.analysis_explanation.textual_explanation for name in ("Okafor", "Nair"))
        assert 0 < result.score < 1


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Dear ", "Mr ", "PC 12 ", "Jane", "O'Neill", ", ", "\n", " and ", "From: ", ";", "Yours sincerely,\n", "é",
             "j.holloway@example.org ", "HOLLOWAY, Ann", "\t", "|", "😀", "J.", "(", " x "]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_results_are_ordered_apart_and_inside(parts):
    """Whatever the text, results never overlap and never leave it, and hold at least two letters."""
    text = "".join(parts)
    last = 0
    for result in RECOGNIZER.analyze(text, ["PERSON"]):
        assert last <= result.start < result.end <= len(text)
        assert sum(c.isalpha() for c in text[result.start : result.end]) >= 2
        last = result.end


@pytest.mark.parametrize(
    "unit", ["A ", "Dear A and ", "From: ", "a.b", "Mr ", "O'", "Jane, ", "Yours sincerely\n", "A-", "; ", "PC 1 "]
)
def test_hostile_text_takes_no_longer_than_its_length(unit):
    """Repeats that make careless patterns explode stay quick."""
    text = unit * (20_000 // len(unit))
    began = time.process_time()
    RECOGNIZER.analyze(text, ["PERSON"])
    assert time.process_time() - began < 2
