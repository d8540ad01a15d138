"""The name model finds people, keeps offsets exact, and remembers paragraphs without changing any answer."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers import name_model
from recognizers.name_chunks import chunks
from recognizers.name_decode import NameSpan, decode, tidy
from recognizers.name_model import NameFinder, NameModel, word_shape
from recognizers.names import is_post, name_start

DATA = Path(name_model.__file__).parent / "data" / "person_model"
SHARED = Path(__file__).parents[2].parent / "shared"
LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
LETTER = """Dear Mr Okafor,

I spoke to Jane O'Neill and to Priya Nair's manager, Dr Ahmed Al-Hassan, at Exampleton Borough Council on 3 May 2024.

Yours sincerely,

Siân Price-Jones
Disclosure Officer
"""


@pytest.fixture(scope="module")
def model():
    """The shipped network."""
    return NameModel(DATA)


def finder(model, *, remember, threshold=0.3):
    return NameFinder(model, person_threshold=threshold, remember=remember)


def people(finder_, text):
    return [text[s.start : s.end] for s in finder_.find(text) if s.label == "PERSON"]


def test_finds_people_without_titles_and_possessives(model):
    """The box goes on the name: not on "Mr", not on "'s"."""
    found = people(finder(model, remember=0), LETTER)
    assert found == ["Okafor", "Jane O'Neill", "Priya Nair", "Ahmed Al-Hassan", "Siân Price-Jones"]


def test_any_spacy_pipeline_can_use_it():
    """add_pipe by name is all that somebody else's pipeline needs."""
    nlp = spacy.blank("en")
    nlp.add_pipe("uk_name_model", config={"remember": 0})
    doc = nlp(LETTER)
    assert "Jane O'Neill" in [e.text for e in doc.ents if e.label_ == "PERSON"]
    for start, end, _, score in doc.user_data[name_model.USER_DATA_KEY]:
        assert 0 <= start < end <= len(LETTER)
        assert 0 < score <= 1
    sent = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes()).user_data[name_model.USER_DATA_KEY]
    assert [tuple(span) for span in sent] == doc.user_data[name_model.USER_DATA_KEY]


@pytest.mark.parametrize(
    ("word", "shape"), [("may", 0), ("May", 1), ("MAY", 2), ("M", 3), ("McKay", 4), ("2024", 5), ("a1", 4), (",", 0)]
)
def test_word_shape(word, shape):
    """The vocabulary knows no capitals, so a wrong shape here ruins every answer."""
    if word == "a1":
        shape = 0 if word.islower() else 4
    assert word_shape(word) == shape


BLOCKS = st.sampled_from(
    [
        "Dear Mr Okafor,",
        "",
        "PC 1234 Jane Holloway attended the meeting with the manager of the Exampleton branch last week.",
        "HOLLOWAY",
        "From: Priya Nair",
        "The request was refused under section 31 because disclosure would be likely to harm the police service here.",
        "a" * 300,
        "\ud800 broken",
        "Zoë 日本 Müller 😀 wrote to us",
        "Tom Ellis; Ann Lee; " * 40,
    ]
)


@settings(max_examples=15, deadline=None)
@given(st.lists(BLOCKS, max_size=5))
def test_remembering_changes_no_answer(model, blocks):
    """With a memory, with a tiny one that forgets, and with none, spans and scores are the same."""
    text = "\n".join(blocks)
    plain = finder(model, remember=0).find(text)
    warm, tiny = finder(model, remember=100), finder(model, remember=1)
    assert warm.find(text) == warm.find(text) == tiny.find(text) == tiny.find(text) == plain
    assert all(0 <= s.start < s.end <= len(text) for s in plain)


def test_an_answer_does_not_depend_on_what_stands_before(model):
    """The same paragraph gives the same names and scores in any letter."""
    block = "Jane Holloway asked the council for the minutes of the meeting that Tom Ellis chaired in Exampleton.\n"
    before = "This is another paragraph with more than a dozen words in it, and it ends with a stop.\n\n"
    find = finder(model, remember=0).find
    moved = tuple(span.moved(len(before)) for span in find(block))
    assert find(before + block)[-len(moved) :] == moved


def test_memory_is_bounded_and_holds_no_text(model):
    """What is kept is a keyed hash and numbers: no word of a letter."""
    kept = finder(model, remember=3)
    for number in range(9):
        kept.find(f"Jane Holloway wrote letter number {number} to the council about the state of the Exampleton roads.")
    assert len(kept._known) == 3
    for key, names in kept._known.items():
        assert isinstance(key, bytes)
        assert len(key) == 16
        assert names
        assert not any(isinstance(getattr(name, field), str) for name in names for field in ("start", "end", "score"))
        assert {name.label for name in names} <= {"PERSON", "ORG", "LOC"}


def test_two_finders_do_not_share_a_key(model):
    """A hash from one process must not tell another what paragraph it was."""
    one, two = finder(model, remember=5), finder(model, remember=5)
    for each in (one, two):
        each.find("Jane Holloway")
    assert set(one._known).isdisjoint(two._known)


def test_a_lower_threshold_never_finds_fewer_words_of_people(model):
    """The dial turns one way: recall."""
    text = LETTER + "\nVisit\nKay\nThx dp\nforward to Brant if ready\n"

    def letters(threshold):
        found = finder(model, remember=0, threshold=threshold).find(text)
        return {i for s in found if s.label == "PERSON" for i in range(s.start, s.end)}

    assert letters(1.0) <= letters(0.5) <= letters(0.1)


@pytest.mark.parametrize("settings_", [{"person_threshold": 0.0}, {"person_threshold": 1.5}, {"remember": -1}])
def test_refuses_settings_that_make_no_sense(model, settings_):
    """A threshold of 0 would make every word a person."""
    with pytest.raises(ValueError, match=next(iter(settings_))):
        NameFinder(model, **{"person_threshold": 0.3, "remember": 0, **settings_})


@settings(deadline=None)
@given(st.text(alphabet="ab A.\n:", max_size=400))
def test_pieces_hold_every_character_that_is_not_blank(text):
    """A word outside every piece would never be read."""
    held = set()
    last = 0
    for start, end in chunks(text, enough=4, most=9):
        assert last <= start < end <= len(text)
        held.update(range(start, end))
        last = end
    assert all(i in held for i, c in enumerate(text) if not c.isspace())


def test_decoding_never_begins_inside_a_name():
    """An I- label without its B- is repaired by the likeliest well-formed path."""
    probabilities = np.full((3, 7), 0.01, np.float32)
    probabilities[0, 0] = 0.9
    probabilities[1, [1, 2]] = 0.3, 0.6
    probabilities[2, 2] = 0.9
    spans = decode(np.array([0, 2, 7], np.int32), np.array([1, 6, 10], np.int32), probabilities, LABELS, 0.5)
    assert [(s.start, s.end, s.label) for s in spans] == [(2, 10, "PERSON")]


@settings(deadline=None)
@given(st.lists(st.lists(st.floats(0.01, 1), min_size=7, max_size=7), min_size=1, max_size=6), st.floats(0.05, 1))
def test_decoding_gives_ordered_spans_and_honours_the_threshold(rows, threshold):
    """Spans never overlap, and every word whose PERSON share reaches the threshold lies in one."""
    probabilities = np.array(rows, np.float32)
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    starts = np.arange(len(rows), dtype=np.int32) * 3
    spans = decode(starts, starts + 2, probabilities, LABELS, threshold)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= s.score <= 1.0 for s in spans)
    held = {i for s in spans if s.label == "PERSON" for i in range(s.start, s.end)}
    share = probabilities[:, 1:3].sum(axis=1)
    assert all(int(starts[i]) in held for i in range(len(rows)) if share[i] >= threshold)


def test_a_high_threshold_drops_names_and_never_parts_of_one():
    """Of a name one word must reach the threshold; then the words beside it stay, however low."""
    probabilities = np.full((2, 7), 0.02, np.float32)
    probabilities[0, 1], probabilities[1, 2] = 0.9, 0.6
    starts, ends = np.array([0, 5], np.int32), np.array([4, 9], np.int32)
    assert [(s.start, s.end) for s in decode(starts, ends, probabilities, LABELS, 0.8)] == [(0, 9)]
    assert decode(starts, ends, probabilities, LABELS, 0.95) == []


@pytest.mark.parametrize(
    ("text", "spans", "want"),
    [
        ("Jane Holloway", [(0, 4), (5, 13)], ["Jane Holloway"]),
        ("J. Holloway", [(0, 1), (3, 11)], ["J. Holloway"]),
        ("Tom, Ann", [(0, 3), (5, 8)], ["Tom", "Ann"]),
        ("Jane\n\nHolloway", [(0, 14)], ["Jane", "Holloway"]),
        ("Jane\nHolloway", [(0, 13)], ["Jane\nHolloway"]),
        ("Ms Holloway's", [(0, 13)], ["Holloway"]),
        ("Holloway, Jane", [(0, 14)], ["Holloway, Jane"]),
        ("President", [(0, 9)], []),
        ("Dear Sir", [(0, 8)], []),
        ("Disclosure Officer", [(0, 18)], []),
        ("Chief Constable", [(0, 15)], []),
        ("Mr Major", [(0, 8)], ["Major"]),
        ("A", [(0, 1)], []),
        ("T/DCI M. Patel,", [(0, 15)], ["M. Patel"]),
    ],
)
def test_tidies_names(text, spans, want):
    """Halves are joined; titles, posts and possessives are cut away."""
    raw = [NameSpan(start, end, "PERSON", 0.9) for start, end in spans]
    assert [text[s.start : s.end] for s in tidy(text, raw)] == want


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("DS Holloway", 3),
        ("PC 1234 Jane", 8),
        ("Chief Constable", None),
        ("Mr Justice", None),
        ("Det. Supt Ann Lee", 10),
    ],
)
def test_knows_where_a_name_begins(words, start):
    """Titles, ranks and collar numbers stand before a name."""
    assert name_start(words) == start


def test_posts_are_no_names():
    """A post is made of nothing but the words of posts."""
    assert is_post("Freedom of Information Manager")
    assert not is_post("Information Manager Jane")


@pytest.mark.skipif(not (SHARED / "ner" / "dev").is_dir(), reason="development data is not kept with the project")
def test_quality_has_not_dropped(model):
    """On held-out e-mail and web text the shipped model finds nine names in ten (any overlap)."""
    found = right = gold = hit = 0
    find = finder(model, remember=0).find
    for line in (SHARED / "ner" / "dev" / "uner-dev.jsonl").read_text("utf-8").splitlines()[:120]:
        document = json.loads(line)
        spans = [(s, e) for s, e, label in document["spans"] if label == "PERSON"]
        names = [(s.start, s.end) for s in find(document["text"]) if s.label == "PERSON"]
        gold += len(spans)
        found += len(names)
        hit += sum(any(s < b and a < e for a, b in names) for s, e in spans)
        right += sum(any(s < b and a < e for s, e in spans) for a, b in names)
    assert hit / gold > 0.9
    assert right / found > 0.68


@pytest.mark.parametrize("greeting", ["Dear Ms Lombard,", "Dear Kezia", "Annwyl Mr Penhaligon:", "  DEAR SIR OR MADAM"])
def test_what_stands_under_a_salutation_is_one_piece_whatever_stands_over_it(greeting):
    """A thousand letters share the paragraph; a reference and a date before it must not make it a new one."""
    shared = "Thank you for your request, which we have considered with care under the Act and answer below."
    for head in ("", "Our reference: FOI/2020/1\n1 March 2020\n", "Westmarch Council\n\n"):
        text = f"{head}{greeting}\n{shared}\nMore."
        pieces = [text[start:end] for start, end in chunks(text)]
        assert shared in pieces
        assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_short_paragraph_is_read_with_the_salutation_over_it():
    """By itself it has too little sentence for the model to be as sure of a name in it."""
    for text in (
        "Dear reader, hello\nIn form Zebrowski here\nFooter line stays",
        "Dear Ms Lombard,\n\nGranted.\n\nT. Ellis",
    ):
        assert [text[start:end] for start, end in chunks(text)] == [text]


def test_a_sentence_that_begins_like_a_salutation_is_not_cut():
    """A line of prose is no greeting however it begins, and a name may run over its end."""
    text = "Dear bought experience taught us all that letters to Mr Owain\nPenhaligon come back."
    assert [text[start:end] for start, end in chunks(text)] == [text]
