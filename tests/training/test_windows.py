"""Texts become the windows that the finder itself would score."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from recognizers.name_chunks import chunks
from training.corpora import UNSURE, Labelled
from training.windows import IGNORE, TAGS, WINDOW, batches, paragraphs, windows

MODEL = Path(__file__).resolve().parents[2] / "recognizers" / "data" / "person_model"


@pytest.fixture(scope="module")
def tokenizer():
    made = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def tags(window):
    """Return the tags of a window without those that are not learnt."""
    return [TAGS[n] for n in window.tags.tolist() if n != IGNORE]


def test_names_are_tagged_word_by_word(tokenizer):
    """The first word of a name begins it, the others go on, however many pieces a word has."""
    item = Labelled("Ask Wojciechowska Hart of Leeds now", ((4, 22, "PERSON"), (26, 31, "LOC")))
    (window,) = windows(tokenizer, item)
    assert tags(window) == ["O", "B-PERSON", "I-PERSON", "O", "B-LOC", "O"]


def test_unsure_words_are_not_learnt(tokenizer):
    """What is marked unsure is neither a name nor none."""
    (window,) = windows(tokenizer, Labelled("The Romans came here", ((4, 10, UNSURE),)))
    assert tags(window) == ["O", "O", "O"]


def test_long_text_comes_in_windows_of_the_finders_size(tokenizer):
    """No window is longer than the finder's, and together they hold all words."""
    found = list(windows(tokenizer, Labelled("word " * 150, ())))
    assert max(map(len, found)) == WINDOW + 2
    assert sum(map(len, found)) >= 150
    assert all(w.tags[0] == w.tags[-1] == IGNORE for w in found)


@pytest.mark.parametrize("text", ["", "12 34", "\n\n", "x y"])
def test_text_without_words_makes_no_window(tokenizer, text):
    """The finder does not ask the model about numbers alone."""
    assert list(windows(tokenizer, Labelled(text, ()))) == []


def test_paragraphs_are_the_finders_chunks_or_single_lines():
    """Every piece is one the finder would cut, or one line of it; no span is lost."""
    text = "Dear Jo Hart\nThank you for the letter of May.\n\nYours\nAnn Moss\nOfficer\n" * 4
    spans = tuple((at, at + 7, "PERSON") for at in range(len(text)) if text.startswith("Jo Hart", at))
    cut = {text[s:e] for s, e in chunks(text)}
    lines = set(text.split("\n"))
    pieces = list(paragraphs(Labelled(text, spans), random.Random(0)))
    assert all(piece.text in cut | lines for piece in pieces)
    assert sum(len(piece.spans) for piece in pieces) == len(spans)
    assert all(piece.text[s:e] == "Jo Hart" for piece in pieces for s, e, _ in piece.spans)


def test_batches_hold_every_window_once_and_fill_with_nothing(tokenizer):
    """Filled-up places are masked and not learnt."""
    rows = [w for n in range(40) for w in windows(tokenizer, Labelled("name " * (5 + n), ()))]
    made = list(batches(rows, pieces=256, rng=random.Random(5)))
    assert sum(int(b.mask.sum()) for b in made) == sum(map(len, rows))
    assert sum(len(b.ids) for b in made) == len(rows)
    assert all(np.all(b.tags[b.mask == 0] == IGNORE) for b in made)
    assert max(b.ids.size for b in made) <= 256
