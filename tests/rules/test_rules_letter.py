"""Letter rules: each fires on its own examples, and is silent on its counter-examples and on what is no reply."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.model import Issue, Severity
from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

RULES = [rule for rule in all_rules() if rule.code.startswith("L")]
NEEDS_FINDINGS = {"L127"}
"""Rules whose examples need what recognizers find; test_engine shows them on whole letters."""


def shown(name):
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(importlib.import_module(rule.module), name))
    ]


def test_every_rule_of_the_domain_notes_is_there():
    """One code a rule: L101 to L129 are the rules of those numbers."""
    codes = {int(rule.code[1:]) for rule in RULES}
    assert set(range(100, 130)) <= codes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_shows_when_it_fires_and_when_not(rule):
    """In its own file, so that whoever reads the rule sees it."""
    module = importlib.import_module(rule.module)
    if rule.code not in NEEDS_FINDINGS:
        assert module.EXAMPLES and module.COUNTER_EXAMPLES


@pytest.mark.parametrize(("rule", "example"), shown("EXAMPLES"))
def test_a_rule_fires_on_its_examples(rule, example):
    """And points at a place in the letter, at the whole of it, or at another part of the file."""
    view = view_of(example)
    issues = list(run([rule], view))
    assert issues, "the rule is silent"
    assert not any(issue.unchecked for issue in issues), issues[0].message
    assert all(issue.code == rule.code for issue in issues)


@pytest.mark.parametrize(("rule", "example"), shown("COUNTER_EXAMPLES"))
def test_a_rule_is_silent_on_its_counter_examples(rule, example):
    """A false alarm costs an officer's trust."""
    assert [issue.message for issue in run([rule], view_of(example))] == []


@pytest.mark.parametrize("text", ["", "Minutes of the parish council\nThe meeting opened at seven.", "\t\n \f\n"])
def test_what_is_no_reply_gets_one_note(text):
    """An annex needs no appeal paragraph."""
    issues = list(run(RULES, view_of(Example(text))))
    assert [(issue.code, issue.severity) for issue in issues] == [("L100", Severity.NOTE)]


def test_messages_quote_nothing_of_the_letter():
    """Passages go into the evidence, and only where values are shown."""
    text = (
        "Date: 31 July 2024\nDear Ms Zebedee-Quillfeather\nThank you for your request of 6 June 2024.\n"
        "The council may hold some of it.\nYours sincerely"
    )
    issues = list(run(RULES, view_of(text)))
    assert issues
    assert not any("Quillfeather" in issue.message for issue in issues)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("Dear Ms 1a.) section31(3)\n\t:£%[]{}\u2019é/2024 May held Q"), max_size=300))
def test_rules_survive_any_text(text):
    """What could not be read is an issue that says so, never an exception."""
    head = "Dear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 6 June 2024.\n"
    for issue in run(RULES, view_of(head + text)):
        assert isinstance(issue, Issue) and not issue.unchecked, issue.message
