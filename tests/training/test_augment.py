"""Changed texts keep their spans on the names."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training.augment import Chances, NamePool, changed, with_other_names, with_other_places, wrapped
from training.corpora import Labelled

POOL = NamePool(given=("Adaeze", "Wojciech"), family=("Okonkwo", "Nowak"))
ALWAYS = Chances(swap=1.0, swap_place=1.0, lower=0.3, upper=0.3, upper_family=0.1, headline=0.3, wrap=1.0, misread=0.0)


def item(text, *names):
    """Return the text with every one of ``names`` marked where it first stands after the one before."""
    spans, at = [], 0
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        spans.append((start, at, "PERSON"))
    return Labelled(text, tuple(spans))


def words(labelled):
    return [labelled.text[s:e] for s, e, _ in labelled.spans]


def test_the_same_name_gets_the_same_other_name():
    """A letter about one man stays a letter about one man."""
    made = with_other_names(item("John Hart wrote. Hart left.", "John Hart", "Hart"), POOL, random.Random(1))
    full, alone = words(made)
    assert full.split()[1] == alone
    assert full.split()[0] in POOL.given
    assert alone in POOL.family
    assert made.text == f"{full} wrote. {alone} left."


def test_a_titled_name_alone_is_a_family_name():
    """Nobody writes "Mr Wojciech" for a stranger."""
    made = with_other_names(item("Dear Mr Hart, hello", "Hart"), POOL, random.Random(2))
    assert words(made)[0] in POOL.family


def test_capitals_initials_and_particles_keep_their_form():
    """The name "J. van HART" gets another initial, the same particle, other capitals."""
    made = with_other_names(item("by J. van HART today", "J. van HART"), POOL, random.Random(3))
    initial, particle, family = words(made)[0].split()
    assert len(initial) == 2 and initial[0].isupper()
    assert particle == "van"
    assert family.isupper() and family.capitalize() in POOL.family


def test_other_labels_are_not_renamed():
    """Only persons are exchanged, and what follows moves along."""
    source = Labelled("Jo Hart of Leeds", ((0, 7, "PERSON"), (11, 16, "LOC")))
    assert words(with_other_names(source, POOL, random.Random(4)))[1] == "Leeds"


def test_places_are_exchanged_for_places():
    """Bodies and places change among themselves, and people stay."""
    pool = NamePool((), (), places=("Ynys Las",), bodies=("Zog Ltd",))
    text = "Jo of Leeds told Acme of Leeds"
    spans = ((0, 2, "PERSON"), (6, 11, "LOC"), (17, 21, "ORG"), (25, 30, "LOC"))
    made = with_other_places(Labelled(text, spans), pool, random.Random(5))
    assert made.text == "Jo of Ynys Las told Zog Ltd of Ynys Las"
    assert words(made) == ["Jo", "Ynys Las", "Zog Ltd", "Ynys Las"]


def test_wrapping_breaks_lines_and_nothing_else():
    """Line ends stand where spaces stood, no line longer than asked unless one word is."""
    source = item("one two three four Jo Hart five six seven eight nine ten", "Jo Hart")
    made = wrapped(source, width=20)
    assert made.text.replace("\n", " ") == source.text
    assert max(map(len, made.text.split("\n"))) <= 20
    assert made.spans == source.spans


def test_names_are_collected_from_full_names_only():
    """A lone word may be either half, and initials are no names."""
    pool = NamePool.of([item("Jo HART met Ann and B. Moss", "Jo HART", "Ann", "B. Moss")])
    assert (pool.given, pool.family) == (("Jo",), ("Hart", "Moss"))


@given(
    st.integers(), st.lists(st.sampled_from(["Jo Hart", "ẞal Straße", "at", "J.", "O'Neil", "\n", "ROY"]), max_size=12)
)
def test_spans_stay_apart_inside_and_hold_a_word(seed, parts):
    """Whatever is drawn, every span still marks something, in order, within the text."""
    text, spans = "", []
    for part in parts:
        if part[0].isupper() or part[0] == "ẞ":
            spans.append((len(text), len(text) + len(part), "PERSON"))
        text += part + " "
    made = changed(Labelled(text, tuple(spans)), POOL, random.Random(seed), chances=ALWAYS)
    assert len(made.spans) == len(spans)
    before = 0
    for start, end, _ in made.spans:
        assert before <= start < end <= len(made.text)
        assert any(map(str.isalpha, made.text[start:end]))
        before = end
