"""Corpora and made-up letters are mixed, and the mixture is the same again from the same seed."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from training.corpora import TRAINING, Labelled
from training.mixture import gather, names_someone, one_pass

MODEL = Path(__file__).resolve().parents[2] / "recognizers" / "data" / "person_model"
NAMED = {"text": "Yesterday Jo Hart wrote to the office again", "spans": [[10, 17, "PERSON"]]}
NAMELESS = {"text": "Nothing else was written to the office", "spans": []}
MADE = (Labelled("Spoke to Adaeze Okonkwo today", ((9, 23, "PERSON"),)),)


@pytest.fixture
def tokenizer():
    made = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


@pytest.fixture
def folder(tmp_path):
    """Return a data folder in which every corpus has ten texts with a name and ten without."""
    (tmp_path / "train").mkdir()
    rows = "".join(json.dumps(row) + "\n" for row in (NAMED, NAMELESS)) * 10
    for corpus in TRAINING:
        (tmp_path / "train" / f"{corpus.name}.jsonl").write_text(rows, "utf-8")
    return tmp_path


def drawn(folder, tokenizer, seed):
    return list(one_pass(gather(folder, synthetic=MADE), tokenizer, random.Random(seed)))


def test_no_held_out_set_is_learnt(folder):
    """Only files under ``train`` are read, and none is a dev set."""
    names = {source.name for source in gather(folder, synthetic=MADE).sources}
    assert names == {corpus.name for corpus in TRAINING} | {"synthetic"}
    assert not any("dev" in name or "test" in name for name in names)


def test_the_same_seed_draws_the_same_windows(folder, tokenizer):
    """A model that cannot be made again cannot be checked."""
    one, same, other = (drawn(folder, tokenizer, seed) for seed in (1, 1, 2))
    assert [w.ids.tolist() for w in one] == [w.ids.tolist() for w in same]
    assert [w.ids.tolist() for w in one] != [w.ids.tolist() for w in other]


def test_most_windows_without_a_person_are_left_out(folder, tokenizer):
    """Windows with a name all stay; of the others some do not."""
    windows = drawn(folder, tokenizer, 3)
    named = sum(map(names_someone, windows))
    expected = sum(10 * corpus.weight for corpus in TRAINING) + 1
    assert named == pytest.approx(expected, rel=0.25)
    assert 0 < len(windows) - named < 0.97 * named


def test_names_of_made_up_people_reach_real_texts(folder):
    """The pool holds names of both kinds in like numbers."""
    pool = gather(folder, synthetic=MADE).pool
    assert set(pool.given) == {"Jo", "Adaeze"}
    assert set(pool.family) == {"Hart", "Okonkwo"}


def test_word_shapes_stay_within_the_networks_table(folder, tokenizer):
    """Twelve shapes, whatever is changed."""
    assert max(int(np.max(w.shapes)) for w in drawn(folder, tokenizer, 4)) < 12
