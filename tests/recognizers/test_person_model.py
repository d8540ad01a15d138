"""The model's names become findings with exact places, scores and plain reasons."""

from __future__ import annotations

import pytest
import spacy

from recognizers.name_model import DEFAULT_PERSON_THRESHOLD, USER_DATA_KEY
from recognizers.nlp import LocalNlpEngine, load_nlp
from recognizers.person_model import PersonModelRecognizer

TEXT = "Holloway_FOI aside, Jane O'Neill's letter names Cleartone Telecoms PLC and Mr Okafor of Leeds."


@pytest.fixture(scope="module")
def engine():
    """The shipped engine."""
    return load_nlp()


def found(text, engine, entities):
    results = PersonModelRecognizer().analyze(text, entities, engine.process_text(text, "en"))
    return {(text[r.start : r.end], r.entity_type) for r in results}


def test_people_and_organisations_are_reported_and_places_are_not(engine):
    """A place is read so that it is not mistaken for a person, and is then of no interest."""
    got = found(TEXT, engine, ["PERSON", "ORGANISATION"])
    assert ("Jane O'Neill", "PERSON") in got
    assert ("Okafor", "PERSON") in got
    assert ("Cleartone Telecoms PLC", "ORGANISATION") in got
    assert not any("Leeds" in name for name, _ in got)


def test_only_what_is_asked_for(engine):
    """Presidio's ``entities`` narrows the answer."""
    assert {kind for _, kind in found(TEXT, engine, ["PERSON"])} == {"PERSON"}


def test_scores_and_reasons(engine):
    """Every result says how sure and why, and quotes nothing."""
    for result in PersonModelRecognizer().analyze(TEXT, ["PERSON"], engine.process_text(TEXT, "en")):
        assert DEFAULT_PERSON_THRESHOLD <= result.score <= 1
        assert "name model" in result.analysis_explanation.textual_explanation
        assert "Okafor" not in result.analysis_explanation.textual_explanation


def test_without_artifacts_it_fails_and_does_not_fall_silent():
    """No model run is not a clean text."""
    with pytest.raises(ValueError, match="nlp_artifacts"):
        PersonModelRecognizer().analyze(TEXT, ["PERSON"])


def test_artifacts_of_another_text_are_refused(engine):
    """Offsets of another text would put boxes on the wrong words."""
    with pytest.raises(ValueError, match="another text"):
        PersonModelRecognizer().analyze(TEXT + "!", ["PERSON"], engine.process_text(TEXT, "en"))


def test_works_with_any_spacy_pipeline():
    """With another model the entity's own tokens are the place."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Okafor"}])
    assert found("Mr Okafor", LocalNlpEngine(nlp, digest="test"), ["PERSON"]) == {("Okafor", "PERSON")}


def test_a_name_in_a_table_cell_is_taken_whole():
    """What the model sees of a cell is grown to the cell, where all of it may be one name; a sentence is left alone."""
    from recognizers.person_model import _whole_cell

    row = "Nurse\tNguyen Thi Lan\tExt. 12"
    at = row.index("Nguyen")
    assert row[slice(*_whole_cell(row, at, at + 6))] == "Nguyen Thi Lan"
    field = "Seen by: Brzozowski, Zbigniew\nnext"
    at = field.index("Brzozowski")
    assert field[slice(*_whole_cell(field, at, at + 10))] == "Brzozowski, Zbigniew"
    for text, name in (
        ("Lan spoke to the Trust today", "Lan"),
        ("Ward\tLan Ward Manager\t3", "Lan"),
        ("Date\tLan 12 May\t3", "Lan"),
        ("One line only: no, Lan did not come", "Lan"),
    ):
        at = text.index(name)
        assert _whole_cell(text, at, at + len(name)) == (at, at + len(name))


def read_as_person(line, score):
    """Return the score of the result where the model took the [bracketed] word for a person with ``score``, or None."""
    start, end = line.index("["), line.index("]") - 1
    text = line.replace("[", "").replace("]", "")
    nlp = spacy.blank("en")
    doc = nlp(text)
    doc.user_data[USER_DATA_KEY] = [(start, end, "PERSON", score)]
    artifacts = LocalNlpEngine(nlp, digest="made:1").process_text(text, "en")
    artifacts.tokens = doc
    results = PersonModelRecognizer().analyze(text, ["PERSON"], artifacts)
    return next((r.score for r in results if r.start == start), None)


@pytest.mark.parametrize(
    ("line", "score", "left"),
    [
        ("and then [Chase] said no", 0.7, 0.7),
        ("and then [Chase] said no", 0.5, 0.25),
        ("[Chase]", 0.7, None),
        ("[Chase]", 0.9, 0.45),
        ("Lead: [Chase]", 0.7, None),
        ("we met [rose] in town", 0.6, 0.3),
        ("we met [rose] in town", 0.4, None),
        ("we saw [Lincoln] again", 0.7, None),
        ("we saw [Lincoln] again", 0.9, 0.45),
        ("the [FOI] was late", 0.9, None),
    ],
)
def test_an_ordinary_word_is_believed_as_far_as_sentences_bear_it_out(line, score, left):
    """In a sentence the model tells Chase from a chase; in a heading nobody can, and months and places are doubted anywhere."""
    assert read_as_person(line, score) == (None if left is None else pytest.approx(left))


def test_a_word_that_the_text_calls_a_thing_is_nobody():
    """What is Operation Ottoline in one line is not Ottoline in the next, unless a title or a deed says otherwise."""
    thing = "Operation Ottoline closed in May. Work on [Ottoline] cost more."
    assert read_as_person(thing, 0.9) is None
    assert read_as_person(thing, 0.97) == pytest.approx(0.97)
    assert read_as_person(thing + " Ms Ottoline rang.", 0.9) == pytest.approx(0.9)
    assert read_as_person(thing + " Ottoline said so.", 0.9) == pytest.approx(0.9)
    assert read_as_person(thing + " It was Jo Ottoline.", 0.9) == pytest.approx(0.9)


def test_a_company_s_short_name_is_put_to_a_person():
    """It may be its owner's as well; within the company's own name it is nobody's."""
    firm = "The winner is Ottoline Catering Ltd. The plan of [Ottoline] is held."
    assert read_as_person(firm, 0.9) == pytest.approx(0.45)
    assert read_as_person("The winner is [Ottoline] Catering Ltd.", 0.9) is None
    assert read_as_person("given by Jo [Ottoline] Catering Ltd.", 0.9) is not None
    assert read_as_person("It was Jo Ottoline, of Marsh Catering Ltd. [Ottoline] came.", 0.9) == pytest.approx(0.9)


def test_half_a_postcode_is_nobody():
    """The model takes it for initials."""
    assert read_as_person("at 3 Mill Lane, CV4 [0EH].", 0.9) is None
    assert read_as_person("signed by [OEH].", 0.9) is not None


def test_a_reference_in_capitals_is_nobody():
    """A double-barrelled name in capitals is somebody."""
    assert read_as_person("[SCHI-FOI]-25-303 of May", 0.9) is None
    assert read_as_person("signed by [SCHI-MARSH] in May", 0.9) is not None
