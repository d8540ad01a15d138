"""Labelled corpora are read and brought to one way of labelling."""

from __future__ import annotations

import json

import pytest

from training.corpora import TRAINING, UNSURE, Corpus, Labelled, apart, bare_name, load, read, without_titles

MEND = {corpus.name: corpus.mend for corpus in TRAINING}


def marked(text):
    """Return a text whose names stand in brackets as ``[PERSON:Jo Hart]``, with its spans."""
    plain, spans, at = "", [], 0
    while (start := text.find("[", at)) >= 0:
        plain += text[at:start]
        label, _, words = text[start + 1 : text.index("]", start)].partition(":")
        spans.append((len(plain), len(plain) + len(words), label))
        plain += words
        at = text.index("]", start) + 1
    return Labelled(plain + text[at:], tuple(spans))


def shown(item):
    """Return label and words of every span."""
    return [(label, item.text[s:e]) for s, e, label in item.spans]


def written(tmp_path, **row):
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_read_keeps_only_labels_the_model_knows(tmp_path):
    """Dates and case numbers of the court corpus are no names."""
    path = written(tmp_path, text="Jo met Ann in May", spans=[[0, 2, "PERSON"], [14, 17, "DATETIME"]])
    assert [item.spans for item in read(path)] == [((0, 2, "PERSON"),)]


def test_a_span_outside_its_text_is_refused_without_quoting_it(tmp_path):
    """A shifted file must not teach nonsense, and its words stay out of the message."""
    path = written(tmp_path, text="Secretname", spans=[[5, 40, "PERSON"]])
    with pytest.raises(ValueError, match=r"made\.jsonl, line 1") as caught:
        list(read(path))
    assert "Secretname" not in str(caught.value)


def test_a_missing_corpus_is_named(tmp_path):
    """The user learns which file to fetch and where that is explained."""
    with pytest.raises(FileNotFoundError, match=r"wikigold\.jsonl.*README"):
        load(TRAINING[0], tmp_path)


def test_load_mends_and_cuts_titles(tmp_path):
    """Loading applies the corpus's own mending, then the project's rule about titles."""
    text = "PC Jo Hart met @joh today"
    path = written(tmp_path, text=text, spans=[[0, 10, "PERSON"], [15, 19, "PERSON"]])
    corpus = Corpus(path.stem, "made", "ours", 1.0, MEND["btc-train"])
    assert [shown(item) for item in load(corpus, tmp_path)] == [[("PERSON", "Jo Hart")]]


@pytest.mark.parametrize(
    ("words", "name"),
    [("Mr Jo Hart", "Jo Hart"), ("Dr. W.K. Hart's", "W.K. Hart"), ('"Jo Hart",', "Jo Hart"), ("DCI Hart", "Hart")],
)
def test_bare_name_cuts_titles_possessive_and_edges(words, name):
    """The name alone is compared and learnt."""
    start, end = bare_name(words, 0, len(words))
    assert words[start:end] == name


@pytest.mark.parametrize("words", ["Mr", "the", "President", "12"])
def test_bare_name_of_a_post_is_none(words):
    """A title without a name names nobody."""
    assert bare_name(words, 0, len(words)) is None


def test_without_titles_leaves_other_labels_alone():
    """Only persons have titles: "Lord Street" is a place."""
    item = marked("[PERSON:Lord Hart] of [LOC:Lord Street]")
    assert shown(without_titles(item)) == [("PERSON", "Hart"), ("LOC", "Lord Street")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[PERSON:He] left", []),
        ("[PERSON:Foreign Minister Jo Hart] spoke", [("PERSON", "Jo Hart")]),
        ("[PERSON:the minister] spoke", []),
        ("[ORG:60 civilians] fled", []),
        ("[ORG:the Ministry] replied", [("ORG", "Ministry")]),
        ("[PERSON:Jo Hart the Minister] spoke", [(UNSURE, "Jo Hart the Minister")]),
    ],
)
def test_re3d_pronouns_and_posts_are_no_names(text, left):
    """What cannot be told is marked unsure rather than taught wrongly."""
    assert shown(MEND["re3d"](marked(text))) == left


def test_gum_peoples_are_unsure_and_names_stay():
    """The head-noun rule that made GUM's labels calls a people a person."""
    item = marked("[PERSON:Romans] fought; [PERSON:Jo Hart] wrote; [PERSON:Ann] read")
    assert [label for label, _ in shown(MEND["gum-train"](item))] == [UNSURE, "PERSON", "PERSON"]


def test_apart_keeps_the_first_and_longest():
    """Spans that overlap cannot both be tagged."""
    assert apart([(4, 9, "LOC"), (0, 5, "PERSON"), (0, 3, "ORG")]) == ((0, 5, "PERSON"),)
