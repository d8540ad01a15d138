"""A person found once is found wherever named again, and no ordinary word becomes a person."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers.ordinary import abbreviations, ordinary_words
from redactor.analysis.propagate import propagate


def spans(text, *names):
    return [(text.index(name), text.index(name) + len(name)) for name in names]


def mentions(text, *names):
    return [text[m.start : m.end] for m in propagate(text, spans(text, *names))]


@pytest.mark.parametrize(
    "again",
    [
        "Jane Holloway", "JANE HOLLOWAY", "jane holloway", "Holloway", "HOLLOWAY", "J. Holloway", "J Holloway", "J.H.",
        "Holloway, Jane", "Holloway, J.", "HOLLOWAY Jane", "Jane", "Jáne Hollówày", "Jane\nHolloway", "Jane_Holloway",
        "JaneHolloway", "jholloway",
    ],
)  # fmt: skip
def test_finds_the_same_person_again(again):
    """Each way of naming a known person is found whole."""
    text = f"Jane Holloway wrote. Then, said the clerk, {again} came back."
    assert mentions(text, "Jane Holloway") == [again]


@pytest.mark.parametrize(
    ("first", "text", "want"),
    [
        ("Mark May", "Mr May, M. May and May's letter; May 2024, may, mark, in May, Mark the form.", ["May", "M. May", "May"]),
        ("Gordon Brown", "Mr Brown wore a brown coat. Brown bread. G. Brown", ["Brown", "G. Brown"]),
        ("Zoë Müller", "Zoe Muller, Mueller, MÜLLER", ["Zoe Muller", "Mueller", "MÜLLER"]),
        ("Tim O'Neill", "O’Neill, ONeill, O'NEILL'S", ["O’Neill", "ONeill", "O'NEILL"]),
        ("Ana van der Berg", "Ms van der Berg; Van der Berg", ["van der Berg", "Van der Berg"]),
        ("Sara Smith-Jones", "Ms Smith-Jones, Smith Jones; Smith; Jones-Reid", ["Smith-Jones", "Smith Jones", "Smith"]),
        ("Jane Holloway", "Holloway Road, Holloway Ltd, Holloway Prison", []),
        ("Jane Holloway", "jane and the holloway way", []),
        ("Ian Townsend", "IT is not I.T.", ["I.T."]),
        ("Paul Carter", "A PC went in a cart. Carter's van", ["Carter"]),
        ("DS Holloway", "PC 1234 Holloway; DS Ford", ["Holloway"]),
        ("Peter Wood", "Wood said so. Wood panels were cut. In 2021 Wood left.", ["Wood", "Wood"]),
        ("Jane Holloway", "The Holloways are in; the Hollow says no.", ["Holloways"]),
        ("Carol Banks", "The Banks of the river. Banks agreed.", ["Banks"]),
        ("Ana Duckworth-Hayes", "Duckworth rang. Hayes-Reid came. Ms Hayes left.", ["Duckworth", "Hayes"]),
        ("Kai Ming Ng", "Ng rang; NG is nitrogen gas. Kai Ming left.", ["Ng", "Kai Ming"]),
    ],
)  # fmt: skip
def test_tells_names_from_words(first, text, want):
    """Months, colours, trades, streets and abbreviations are left alone; the person is not."""
    whole = f"{first} was there.\n\n{text}"
    assert mentions(whole, first) == want


def test_says_which_person_and_why():
    """A mention points at the finding it comes from."""
    text = "Jane Holloway met Tom Ellis. Ellis left; Holloway stayed."
    got = propagate(text, spans(text, "Jane Holloway", "Tom Ellis"))
    assert [(text[m.start : m.end], m.source_index, m.why) for m in got] == [
        ("Ellis", 1, "surname alone"),
        ("Holloway", 0, "surname alone"),
    ]


def test_what_is_known_is_not_repeated_and_what_is_partly_known_is_completed():
    """A finding on a surname alone grows to the name; a whole finding is left out."""
    text = "Jane Holloway wrote. Jane Holloway signed."
    known = [(0, 13), (26, 34)]
    assert [text[m.start : m.end] for m in propagate(text, known)] == ["Jane Holloway"]


@pytest.mark.parametrize("span", [(3, 3), (-1, 2), (0, 99), (4, 2)])
def test_refuses_a_span_outside_the_text(span):
    """A wrong span means that something upstream is broken."""
    with pytest.raises(ValueError, match="outside"):
        propagate("Jane", [span])


NAMES = st.lists(
    st.sampled_from(
        ["Jane", "Holloway", "May", "Brown", "O’Neill", "van", "J.", "Mark", "Zoë", "Müller-Lee", "12", ","]
    ),
    min_size=1,
    max_size=3,
)
GLUE = st.sampled_from([" ", "  ", "\n", ", ", ". ", "'s ", "_", "-", " may ", " Dear ", " Mr ", "\n\n", "😀"])


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, GLUE), min_size=1, max_size=12), st.data())
def test_never_overlaps_and_never_leaves_the_text(parts, data):
    """Mentions are ordered, apart and inside, and none repeats a known span."""
    text = "".join(" ".join(words) + glue for words, glue in parts)
    edges = st.integers(0, len(text))
    people = [(min(p), max(p)) for p in data.draw(st.lists(st.tuples(edges, edges), max_size=4)) if p[0] != p[1]]
    last = 0
    for mention in propagate(text, people):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
        assert not any(s <= mention.start and mention.end <= e for s, e in people)
        assert 0 <= mention.source_index < len(people)


@settings(deadline=None)
@given(
    st.text(alphabet="abcd XY.,'\n", max_size=60), st.sampled_from(["Jane Holloway", "Tom Ellis", "Siân Price-Jones"])
)
def test_a_repeated_full_name_is_always_found(between, name):
    """Whatever stands between, the second full name is covered."""
    text = f"{name} {between} {name} "
    start = len(name) + len(between) + 2
    covered = {i for m in propagate(text, [(0, len(name))]) for i in range(m.start, m.end)}
    assert set(range(start, start + len(name))) <= covered


@settings(deadline=None)
@given(st.sampled_from(sorted(ordinary_words())), st.sampled_from(sorted(ordinary_words())))
def test_an_ordinary_word_in_lower_case_is_never_a_person(forename, surname):
    """Even of somebody called nothing but ordinary words."""
    name = f"{forename.title()} {surname.title()}"
    text = f"{name} came. the {surname} and a {forename} {surname} of {forename}"
    assert propagate(text, [(0, len(name))]) == []


def test_word_lists_are_clean():
    """A blank or mixed-case entry would never match anything."""
    assert len(ordinary_words()) > 500
    assert {"may", "brown", "lincoln"} <= ordinary_words()
    assert {"DS", "IT", "FOI"} <= abbreviations()


def test_time_does_not_grow_with_the_number_of_people():
    """A staff list of 400 over 200 kB stays a matter of a second or two."""
    people = [f"{chr(65 + i % 26)}anel{i % 7} Quorv{chr(97 + i // 26)}{chr(97 + i % 26)}ston" for i in range(400)]
    text = "\n".join(people) + "\n" + "The council met and agreed the plan for the year ahead. " * 3600
    known, at = [], 0
    for name in people:
        known.append((at, at + len(name)))
        at += len(name) + 1
    began = time.process_time()
    propagate(text, known)
    assert time.process_time() - began < 3


def test_pieces_of_a_longer_word_are_nobodys_initials():
    """A number such as KB871 names nobody, though words are cut where letters and digits meet."""
    assert mentions("Karim Bell wrote. See KB871 and KBase; signed KB", "Karim Bell") == ["KB"]
