"""The kind that cannot be told: what it may be, what an officer says it is, and what rules then say."""

from __future__ import annotations

import pytest
from kinds_voices import VOICES
from letters_made import letter

from redactor.letter import LetterKind
from redactor.model import Case, Severity
from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of
from redactor.rules.letter.kind_unsure import EXAMPLES

RULES = [rule for rule in all_rules() if rule.code.startswith("L")]


def raised(example):
    """Return the codes above a NOTE."""
    return {issue.code for issue in run(RULES, view_of(example)) if issue.severity is not Severity.NOTE}


@pytest.mark.parametrize(("kind", "text"), VOICES)
def test_the_kind_of_a_plain_letter_is_known(kind, text):
    """And with confidence, or the rules that depend on it would be left out."""
    read = letter(text).kind
    assert (str(read.kind), read.others) == (kind, ())


@pytest.mark.parametrize("text", EXAMPLES)
def test_one_issue_stands_for_all_that_depend_on_an_unsure_kind(text):
    """It names each candidate, what was seen, what depends on it and where to say it; its rules are silent themselves."""
    view = view_of(text)
    kinds = {one.kind for one in view.letter.kind.plausible}
    assert len(kinds) == 2
    (issue,) = (issue for issue in run(RULES, view) if issue.code == "L140")
    assert issue.severity is Severity.REVIEW and "kind:" in issue.fix
    assert all(str(one.kind) in issue.message and one.why in issue.message for one in view.letter.kind.plausible)
    assert "L117" in issue.message and "L117" not in raised(text)


@pytest.mark.parametrize("text", EXAMPLES)
def test_what_holds_under_every_kind_is_still_said(text):
    """A letter whose kind is open can have a template's mark in it all the same."""
    assert {"L120", "L140"} <= raised(text.replace("Dear Ms Adeyemi", "Dear [insert name]"))


@pytest.mark.parametrize("text", EXAMPLES)
@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.NONE])
def test_an_officer_settles_it_in_the_case_file(text, kind):
    """Then the rules go by that kind, and the doubt is gone."""
    view = view_of(Example(text, kind=kind))
    assert (view.letter.kind.kind, view.letter.kind.told) == (kind, True)
    assert "L140" not in raised(Example(text, kind=kind))
    answers = kind not in {LetterKind.ACKNOWLEDGEMENT, LetterKind.CLARIFICATION, LetterKind.REVIEW}
    assert ("L117" in raised(Example(text, kind=kind))) is answers


def test_a_case_file_that_says_another_kind_than_the_letter_is_noted():
    """Whoever signs the report sees that the rules of a refusal were not applied to what reads like one."""
    kind, text = next(one for one in VOICES if one[0] == "cost refusal")
    issues = [one for one in run(RULES, view_of(Example(text, kind="acknowledgement"))) if one.code == "L140"]
    assert [one.severity for one in issues] == [Severity.NOTE]
    assert "acknowledgement" in issues[0].message and kind in issues[0].message


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.NONE])
@pytest.mark.parametrize("text", ["", "\n", "Dear", "\ufffd\u0130?", "Annwyl Ms Prys\nMae eich cais wedi dod i law."])
def test_a_told_kind_never_raises(text, kind):
    """However little the letter says."""
    assert letter(text, case=Case(kind=kind)).kind.kind is kind
    assert not [
        issue for issue in run(RULES, view_of(Example(text, kind=kind))) if "could not be applied" in issue.message
    ]
