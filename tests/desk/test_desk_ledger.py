"""The decisions file at the desk: every step on disk, undone in order, and never over somebody else's work."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor import decisions as files
from redactor.decisions import Addition
from redactor.desk.ledger import ChangedElsewhereError, Ledger


def added(ledger, term):
    return files.record(ledger.current, additions=[Addition(term=term, reason="Because.")])


def terms(decisions):
    return {addition.term for addition in decisions.additions}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reply.decisions.yaml"


def test_a_step_is_on_disk_when_it_returns(path):
    """The file appears with the first step and not before."""
    ledger = Ledger(path)
    assert not path.exists()
    ledger.step(added(ledger, "one two"))
    assert terms(files.load(path)) == {"one two"} and files.load(path).salt == ledger.current.salt


def test_a_file_that_is_there_goes_on(path):
    """Earlier decisions and their key are kept."""
    first = Ledger(path)
    first.step(added(first, "one"))
    second = Ledger(path)
    second.step(added(second, "two"))
    assert terms(files.load(path)) == {"one", "two"} and second.current.salt == first.current.salt


def test_somebody_elses_change_is_taken_in_and_the_step_refused(path):
    """Then the same step goes beside it; undo does not reach across it."""
    ours, theirs = Ledger(path), Ledger(path)
    ours.step(added(ours, "ours"))
    assert theirs.changed_elsewhere()
    theirs.step(added(theirs, "theirs"))
    with pytest.raises(ChangedElsewhereError):
        ours.step(added(ours, "more"))
    assert terms(ours.current) == {"ours", "theirs"} == terms(files.load(path))
    assert not ours.can_undo
    ours.step(added(ours, "more"))
    assert terms(files.load(path)) == {"ours", "theirs", "more"}


def test_undo_is_refused_over_somebody_elses_change(path):
    """Taking a step back would take theirs back too."""
    ours, theirs = Ledger(path), Ledger(path)
    ours.step(added(ours, "ours"))
    theirs.changed_elsewhere()
    theirs.step(added(theirs, "theirs"))
    with pytest.raises(ChangedElsewhereError):
        ours.undo()
    assert terms(files.load(path)) == {"ours", "theirs"}


def test_a_file_taken_away_is_noticed_and_its_key_kept(path):
    """Findings keep their fingerprints for as long as the desk is open."""
    ledger = Ledger(path)
    ledger.step(added(ledger, "one"))
    salt = ledger.current.salt
    path.unlink()
    assert ledger.changed_elsewhere() and ledger.current.salt == salt and not terms(ledger.current)


@settings(max_examples=25, deadline=None)
@given(moves=st.lists(st.sampled_from(["step", "undo", "redo"]), max_size=14))
def test_undo_and_redo_are_those_of_any_editor(moves, tmp_path_factory):
    """Whatever the order of steps, the file says what a plain list of states says."""
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "reply.decisions.yaml")
    states, at = [frozenset()], 0
    for number, move in enumerate(moves):
        if move == "step":
            ledger.step(added(ledger, f"term {number}"))
            states = [*states[: at + 1], states[at] | {f"term {number}"}]
            at += 1
        elif move == "undo":
            assert ledger.undo() == (at > 0)
            at = max(0, at - 1)
        else:
            assert ledger.redo() == (at < len(states) - 1)
            at = min(len(states) - 1, at + 1)
        assert terms(ledger.current) == states[at]
        assert not ledger.path.exists() or terms(files.load(ledger.path)) == states[at]
        assert (ledger.can_undo, ledger.can_redo) == (at > 0, at < len(states) - 1)
