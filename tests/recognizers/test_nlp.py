"""The language engine loads only what is on this machine and gives Presidio names with scores."""

from __future__ import annotations

import glob
import socket
import time
from pathlib import Path

import pytest
import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry

from recognizers.nlp import LocalNlpEngine, ModelNotInstalled, load_nlp
from recognizers.person_model import PersonModelRecognizer

SEED = sorted(glob.glob(str(Path(__file__).parents[2].parent / "shared" / "seed" / "*.txt")))


@pytest.fixture(scope="module")
def engine():
    """The shipped engine."""
    return load_nlp()


def test_entities_carry_the_scores_of_the_model(engine):
    """Presidio's customary 0.85 for everything would make every name equally certain."""
    artifacts = engine.process_text("Dear Mr Okafor, please ask Jane O'Neill in Leeds.", "en")
    assert [(e.text, e.label_) for e in artifacts.entities][:2] == [("Okafor", "PERSON"), ("Jane O'Neill", "PERSON")]
    assert len(artifacts.scores) == len(artifacts.entities)
    assert all(0 < score <= 1 and score != 0.85 for score in artifacts.scores)


def test_batches_give_the_same_as_single_texts(engine):
    """Presidio's batch door must not be another pipeline."""
    texts = ["Jane Holloway wrote.", "", "Tom Ellis and Ann Lee met."]
    for text, artifacts in engine.process_batch(texts, "en"):
        single = engine.process_text(text, "en")
        assert [e.text for e in artifacts.entities] == [e.text for e in single.entities]
        assert artifacts.scores == single.scores


def test_opens_no_socket(monkeypatch):
    """Neither loading nor reading may touch the network."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert load_nlp().process_text("Jane Holloway wrote.", "en").entities


@pytest.mark.parametrize("name", ["en_core_web_none", "no/such/folder"])
def test_a_missing_model_is_an_error_that_says_what_to_do(name, monkeypatch):
    """Falling back to another model, or downloading, would be silent harm."""
    monkeypatch.setattr(spacy.cli, "download", lambda *_a, **_k: pytest.fail("download tried"))
    with pytest.raises(ModelNotInstalled) as caught:
        load_nlp(name)
    assert name in str(caught.value)
    assert "install" in str(caught.value)
    assert caught.value.model == name


def test_an_unpacked_spacy_model_is_used(tmp_path):
    """A path to a pipeline on disk serves as well as a package."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Holloway"}, {"label": "GPE", "pattern": "Leeds"}])
    nlp.to_disk(tmp_path / "model")
    artifacts = load_nlp(str(tmp_path / "model")).process_text("Holloway of Leeds", "en")
    assert [(e.text, e.label_) for e in artifacts.entities] == [("Holloway", "PERSON"), ("Leeds", "LOCATION")]


def test_presidio_itself_accepts_the_engine(engine):
    """The engine goes through Presidio's own front door, context enhancer included."""
    registry = RecognizerRegistry(recognizers=[PersonModelRecognizer()], supported_languages=["en"])
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])
    text = "Jane Holloway asked."
    results = analyzer.analyze(text, language="en", entities=["PERSON"])
    assert [text[r.start : r.end] for r in results] == ["Jane Holloway"]


def test_names_its_model_for_the_report(engine):
    """A report must say which weights were used."""
    assert engine.digest.startswith("shipped:")
    assert isinstance(engine, LocalNlpEngine)


def test_remembered_text_is_cheap(engine):
    """Everything round the model costs little: 8 kB in well under the time of the model itself (200 ms)."""
    text = "The request was refused. Jane Holloway asked for the minutes of the council meeting in Exampleton.\n" * 80
    engine.process_text(text, "en")
    began = time.process_time()
    engine.process_text(text, "en")
    assert time.process_time() - began < 0.1


@pytest.mark.skipif(not SEED, reason="the seed letter is not kept with the project")
def test_no_person_in_the_seed_letter(engine):
    """The seed letter names nobody: no job title, heading, exemption, place or firm may become a person."""
    text = Path(SEED[0]).read_text("utf-8")
    results = PersonModelRecognizer().analyze(text, ["PERSON"], engine.process_text(text, "en"))
    assert [text[r.start : r.end] for r in results] == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear Mr Okafor, please ask Jane O'Neill in Leeds about Cleartone Telecoms PLC.",
        "Our reference: FOI/2020/1\n\nDear Ms Lombard,\n\nThank you.\n\nYours sincerely\n\nTom Ellis\nOfficer",
        "Name\tRank\nNguyen Thi Lan\tPC\nŁukasz Żak\tDS\n\ufb01rst: Ann\u00a0Lee\u2019s",
        "",
        " \n\t ",
    ],
)
def test_names_are_the_same_without_tokens(engine, text):
    """The quick way leaves out what nobody reads: the recognizer's answer must not depend on it."""
    with_tokens = PersonModelRecognizer().analyze(text, [], engine.process_text(text, "en")) if text.strip() else []
    without = PersonModelRecognizer().analyze(text, [], engine.names_only(text))
    assert [(r.start, r.end, r.entity_type, r.score) for r in without] == [
        (r.start, r.end, r.entity_type, r.score) for r in with_tokens
    ]
    assert text not in repr(engine.names_only(text).tokens) or not text.strip()


def test_half_a_surrogate_pair_stops_nothing(engine):
    """Broken fonts produce them, spaCy's tokenizer refuses them, and the names beside them must be found."""
    text = "half a pair \ud800 from Jane Holloway"
    people = [
        r for r in PersonModelRecognizer().analyze(text, [], engine.names_only(text)) if r.entity_type == "PERSON"
    ]
    assert [text[r.start : r.end] for r in people] == ["Jane Holloway"]


def test_another_component_in_the_pipeline_is_run(engine):
    """A pipeline of somebody's own may mark names that the shipped model does not see."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Zorblax"}])
    nlp.add_pipe("uk_name_model", first=True)
    artifacts = LocalNlpEngine(nlp, digest="own").names_only("ask Zorblax now")
    assert "Zorblax" in [entity.text for entity in artifacts.entities]
