"""All letter rules over whole replies of many authorities: right letters are left alone, wrong ones are caught."""

from __future__ import annotations

import pytest
from styled.whole import LETTERS

from redactor.model import Severity
from redactor.rules import all_rules, run
from redactor.rules.examples import view_of

RULES = [rule for rule in all_rules() if rule.code.startswith("L")]


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_a_whole_letter_gives_what_is_wrong_with_it_and_nothing_else(name):
    """Every expected code above NOTE is there, and no other one."""
    whole = LETTERS[name]
    found = {issue.code for issue in run(RULES, view_of(whole.example)) if issue.severity is not Severity.NOTE}
    allowed = {code for one in whole.expected for code in one.split("|")}
    assert [one for one in sorted(whole.expected) if not found & set(one.split("|"))] == []
    assert sorted(found - allowed) == []


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_the_kind_of_a_whole_letter_is_known(name):
    """Which rules speak at all depends on it."""
    assert view_of(LETTERS[name].example).letter.kind.kind.value == LETTERS[name].kind
