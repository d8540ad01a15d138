"""The made-up papers: marks that fit, splits that share nothing, and enough variety to learn from."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from functools import lru_cache
from importlib import resources

import pytest

pytest.importorskip("faker", reason="the 'training' extra is not installed")

from training.synthetic import Example, Split, generate
from training.synthetic.names import allowed, bucket, cultures, pool
from training.synthetic.templates import library

SPLITS: tuple[Split, ...] = ("train", "dev", "test")


@lru_cache(maxsize=3)
def drawn(split: Split) -> tuple[Example, ...]:
    return tuple(generate(count=1200, seed=20, split=split))


@pytest.mark.parametrize("split", SPLITS)
def test_marks_lie_in_the_text_apart_and_without_white_space_at_their_ends(split: Split) -> None:
    """A mark one letter off would teach the model the wrong boundary in every document."""
    for example in drawn(split):
        last = 0
        for start, end, label in example.spans:
            assert last <= start < end <= len(example.text), example
            assert example.text[start:end] == example.text[start:end].strip(), example
            assert label in {"PERSON", "ORG", "LOC"}
            last = end
        assert any(char.isalnum() for char in example.text), example


@pytest.mark.parametrize("split", SPLITS)
def test_titles_and_possessives_stay_outside_the_marks(split: Split) -> None:
    """Honorifics, ranks with numbers and 's are not part of a name."""
    title = re.compile(r"(?:Mr|Mrs|Ms|Mx|Miss|Dr|Cllr|Rev|Sgt|Insp|PC|DCI|HHJ|Professor)\.? ")
    for example in drawn(split):
        for start, end, label in example.spans:
            name = example.text[start:end]
            if label == "PERSON":
                assert not title.match(name), example
                assert not name.endswith(("'s", "’s")), example
                assert not re.fullmatch(r"[\d\W]+", name), example


@pytest.mark.parametrize("split", SPLITS)
def test_between_a_fifth_and_a_half_of_the_texts_name_nobody(split: Split) -> None:
    """Text without people is where false marks come from, so there is plenty of it."""
    nobody = sum(all(label != "PERSON" for *_, label in example.spans) for example in drawn(split))
    assert 0.2 <= nobody / len(drawn(split)) <= 0.5


def test_the_same_seed_gives_the_same_examples_and_another_does_not() -> None:
    """A training run can be repeated, whatever the hash seed of the process."""
    first = list(generate(count=60, seed=3, split="train"))
    assert first == list(generate(count=60, seed=3, split="train"))
    assert first[:20] == list(generate(count=20, seed=3, split="train"))
    assert first != list(generate(count=60, seed=4, split="train"))


def test_an_example_cannot_be_changed() -> None:
    """Values are frozen throughout the project."""
    example = next(generate(count=1, seed=1, split="dev"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        example.text = ""  # type: ignore[misc]


def test_splits_share_no_template_and_no_phrase_of_four_words() -> None:
    """A score on a template that was learnt says nothing: 99 there was 76 elsewhere."""
    phrases: dict[Split, set[tuple[str, ...]]] = {}
    for split in SPLITS:
        folder = resources.files("training.synthetic") / "data" / split
        found: set[tuple[str, ...]] = set()
        for entry in folder.iterdir():
            fixed = re.sub(r"\{[\w.:-]+\}", "\n", entry.read_text("utf-8").split("\n", 1)[1])
            for line in re.split(r"[\n{}|]|=>", fixed):
                words = re.findall(r"\w+", line.lower())
                found.update(tuple(words[at : at + 4]) for at in range(len(words) - 3))
        phrases[split] = found
    assert len(phrases["train"]) > 500
    for one, other in (("train", "dev"), ("train", "test"), ("dev", "test")):
        assert not phrases[one] & phrases[other]
        names = [{template.body for template in library(split).templates} for split in (one, other)]
        # A body that is nothing but a gap ("{table}") is filled from the split's own catalogue.
        shared = names[0] & names[1]
        assert all(re.fullmatch(r"[{}|\w.,:\-+ ]+", body) for body in shared), shared


@pytest.mark.parametrize(("split", "fewest"), [("train", 120), ("dev", 30), ("test", 35)])
def test_every_split_has_many_kinds_of_document_and_uses_them(split: Split, fewest: int) -> None:
    """Variety matters more than volume."""
    kinds = {template.name for template in library(split).templates}
    used = Counter(example.template for example in drawn(split))
    assert len(kinds) >= fewest
    assert len(used) > 0.9 * len(kinds)
    assert max(used.values()) < 0.12 * len(drawn(split))


def test_a_tenth_of_the_surnames_is_kept_from_training_for_each_other_split() -> None:
    """The development and test sets ask after surnames that the model has never seen."""
    shares = {split: {name for culture in pool(split) for name in culture.surnames} for split in SPLITS}
    assert len(shares["train"]) > 10_000
    for split in ("dev", "test"):
        assert len(shares[split]) > 1_500
        assert not shares[split] & shares["train"]
    assert not any(allowed(name, "train") for name in shares["test"])
    assert bucket("O'Brien") == bucket("O'BRIEN")


def test_names_come_from_many_cultures_of_british_life() -> None:
    """No single list dominates: each order of names and more than forty sources take part."""
    sources = cultures()
    assert len({culture.name for culture in sources}) == len(sources) > 60
    total = sum(culture.weight for culture in sources)
    assert max(culture.weight for culture in sources) < 0.2 * total
    orders = {culture.order for culture in sources}
    assert {"western", "chain", "arabic", "sikh", "chinese", "vietnamese", "double", "mono", "dutch"} <= orders


def test_a_large_draw_names_thousands_of_different_people() -> None:
    """A model that sees few names learns the list instead of the place where a name stands."""
    words = {
        word
        for example in generate(count=3000, seed=8, split="train")
        for start, end, label in example.spans
        if label == "PERSON"
        for word in re.findall(r"[^\W\d_]{3,}", example.text[start:end].casefold())
    }
    assert len(words) > 5000
