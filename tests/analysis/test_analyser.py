"""The analyser and everything above it: each finding is explained, and no word of a letter is logged, printed or shown."""

from __future__ import annotations

import dataclasses
import logging

import pytest
from engine_made import CASE, LINES, NUMBER, PLANTED, REQUESTER, THIRD, decisions, engine, letter

from redactor import proving
from redactor.errors import CaseError
from redactor.judging import Ask
from redactor.model import Case, Document, Layer, QuadArray, Requester, Segment, Source


def document(body, **layers):
    """Return a document with a body and other layers by name."""
    made = [Segment("page/1", Layer.BODY, 1, body, QuadArray.nowhere(len(body)))]
    for name, text in layers.items():
        made.append(Segment(f"{name}/1", Layer(name), None, text, QuadArray.nowhere(len(text))))
    return Document(Source("letter.pdf", "", 0, ""), tuple(made), ())


def values(analysis):
    return {(match.entity, analysis.value(match)) for match in analysis.matches}


@pytest.fixture(scope="module")
def analyser():
    return engine()._judge.analyser


def test_every_match_has_a_reason_in_words(analyser):
    """Who found it and one sentence why, without a word of the letter."""
    analysis = analyser.analyse(document("\n".join(LINES), metadata=f"To {THIRD}"), CASE, ["parking permits"])
    assert {m.entity for m in analysis.matches} >= {"REQUESTER", "PERSON", "DIRECT_DIAL", "OFFICER_TERM"}
    for match in analysis.matches:
        assert match.recognizer and match.why != "The recognizer gave no reason."
        assert match.why.strip() and " " in match.why and "\n" not in match.why
        assert not [v for v in PLANTED if v in match.why]
        assert 0 < match.score <= 1


def test_every_layer_is_searched(analyser):
    """A name in a title or bookmark is found as one on the page, the person's further mentions included."""
    text = f"The driver, Mr {THIRD}, was seen."
    analysis = analyser.analyse(document(text, metadata="Kowalczyk report", outline=f"Direct dial: {NUMBER}"), CASE)
    assert {("PERSON", THIRD), ("PERSON", "Kowalczyk"), ("DIRECT_DIAL", NUMBER)} <= values(analysis)
    assert {m.text for m in analysis.matches} == {0, 1}


def test_a_requester_is_taken_from_the_case_before_the_letter(analyser):
    """Guessed only where nobody said."""
    body = document("\n".join(LINES))
    given = analyser.analyse(body, CASE)
    assert given.requester_known and not given.requester_guessed
    guessed = analyser.analyse(body, Case())
    assert guessed.requester_known and guessed.requester_guessed
    nobody = analyser.analyse(document("There were 214 permits."), Case())
    assert not nobody.requester_known and not nobody.requester_guessed and nobody.matches == ()


def test_one_case_leaves_no_trace_in_the_next(analyser):
    """The recognizers are shared by every file of a run; the requester and added terms are not."""
    body = document("The word Zubrowka stands here beside juniper lantern.")
    named = Case(requester=Requester(names=("Zubrowka",)))
    assert analyser.analyse(body, named, ["juniper lantern"]).matches
    after = values(analyser.analyse(body, Case()))
    assert not [entity for entity, _ in after if entity in {"REQUESTER", "OFFICER_TERM"}]


def test_a_requester_nobody_could_look_for_is_refused(analyser):
    """A case that names them by nothing that can be sought is an error in the case, not a silent miss."""
    with pytest.raises(CaseError):
        analyser.analyse(document("Dear sir"), Case(requester=Requester(names=("-",))))


def test_the_empty_document_is_analysed(analyser):
    """Nothing is found in nothing."""
    assert analyser.analyse(document(""), Case()).matches == ()
    assert analyser.analyse(Document(Source("x", "", 0, ""), (), ()), Case()).matches == ()


@pytest.fixture
def every_logger(caplog):
    """Enable every logger there is at DEBUG, whatever their libraries chose, and put them back afterwards."""
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict]
    before = [(logger, logger.level, logger.propagate, logger.disabled) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
        logger.propagate, logger.disabled = True, False
    caplog.set_level(logging.DEBUG)
    yield caplog
    for logger, level, propagate, disabled in before:
        logger.setLevel(level)
        logger.propagate, logger.disabled = propagate, disabled


def spoken(text):
    return [value for value in PLANTED if value.casefold() in text.casefold()]


def test_no_word_of_a_letter_is_logged_or_printed(tmp_path, every_logger, capfd):
    """At any level, by anybody's logger, on either stream, by check, redact and verify."""
    source = letter(tmp_path / "letter.pdf")
    engine().check(source, case=CASE)
    engine().redact(source, tmp_path / "copy.pdf", case=CASE, text_output=tmp_path / "copy.txt")
    engine().verify(tmp_path / "copy.pdf", original=source, case=CASE)
    logging.getLogger("redactor.test").debug("the handler listens")
    assert "the handler listens" in every_logger.text
    logged = every_logger.text + repr([vars(record) for record in every_logger.records])
    assert spoken(logged) == []
    out, err = capfd.readouterr()
    assert spoken(out + err) == []


def test_nothing_shows_a_letter_by_repr(tmp_path):
    """What a traceback or a debugger prints of any value on its way through the engine."""
    source = letter(tmp_path / "letter.pdf")
    judge, ask = engine()._judge, Ask(CASE, decisions(), "a password")
    judged = judge.file(source, dataclasses.replace(ask, password=None))
    attempt = proving.redacted(judge, judged, dataclasses.replace(ask, password=None), name="copy.pdf")
    report = engine().check(source, case=CASE)
    shown = [
        ask,
        judge,
        judged,
        attempt,
        attempt.made,
        judged.decided,
        judged.document,
        judged.analysis,
        judged.analysis.texts,
        *judged.document.segments,
        *judged.decided.findings,
        *judged.decided.decisions.values(),
        report,
        *report.findings,
        CASE,
    ]
    for one in shown:
        text = repr(one) + str(one)
        assert spoken(text) == [], type(one)
        assert "a password" not in text
        assert LINES[3] not in text
    assert REQUESTER in judged.analysis.texts[0].text
