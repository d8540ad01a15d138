"""Letter rules on replies in other authorities' styles: each fires and is silent on letters that its file does not show."""

from __future__ import annotations

import pytest
from styled import letters

from redactor.rules import all_rules, run
from redactor.rules.examples import view_of

RULES = {rule.code: rule for rule in all_rules() if rule.code.startswith("L")}


def cases(table):
    return [
        pytest.param(code, example, id=f"{code}-{number}")
        for code, examples in sorted(table.items())
        for number, example in enumerate(examples)
    ]


@pytest.mark.parametrize(("code", "example"), cases(letters.FIRES))
def test_a_rule_fires_on_what_is_wrong_in_any_style(code, example):
    """Silence on a wrong letter is what the Commissioner finds."""
    assert list(run([RULES[code]], view_of(example)))


@pytest.mark.parametrize(("code", "example"), cases(letters.SILENT))
def test_a_rule_is_silent_on_what_is_right_in_any_style(code, example):
    """An accusation of a right letter is what stops an officer from reading the next one."""
    assert [issue.message for issue in run([RULES[code]], view_of(example))] == []
