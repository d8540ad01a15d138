"""The help pages of rules and checks: each says what, why and what to do, under a code of its own."""

from __future__ import annotations

import importlib
import re
from collections import Counter

import pytest

from redactor.errors import RedactorError, UsageError
from redactor.rules import all_rules
from redactor.verify import all_checks

RULES, CHECKS = all_rules(), all_checks()
FOLDERS = {"D": "document", "H": "hidden", "R": "redaction", "L": "letter", "P": "decisions"}
LEAST = {"rules": 25, "checks": 9}


def module_of(one):
    return importlib.import_module(one.module)


@pytest.mark.parametrize("one", [*RULES, *CHECKS], ids=lambda one: one.code)
def test_the_first_line_is_code_name_and_sentence(one):
    """As `redactor explain` and every report show it."""
    first = one.help.split("\n", 1)[0]
    assert re.fullmatch(rf"{one.code} {one.name}: [^.]+\.", first), first
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.name)
    assert module_of(one).__doc__.strip().startswith(first)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_why_what_to_do_and_on_whose_word(rule):
    """Each part has something in it, and the remedy ends as a sentence."""
    for label in ("Why", "Fix", "Source"):
        assert re.search(rf"(?m)^{label}: \S", rule.help), label
    assert rule.fix.endswith(".") and "\n" not in rule.fix


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_says_what_it_proves_and_how(check):
    """And names the standard it rests on."""
    for label in ("What it proves", "How", "Source"):
        assert re.search(rf"(?m)^{label}: \S", check.help), label
    assert check.title and check.code not in check.title and not check.title.endswith(".")


def test_codes_and_names_are_used_once():
    """A code is permanent and means one thing, errors' included."""

    def kinds(kind):
        return {kind, *(deeper for one in kind.__subclasses__() for deeper in kinds(one))}

    errors = [kind.code for kind in kinds(RedactorError) - {UsageError} if kind.__module__ == "redactor.errors"]
    codes = Counter([*(one.code for one in (*RULES, *CHECKS)), *errors])
    assert [code for code, count in codes.items() if count > 1] == []
    names = Counter(one.name for one in (*RULES, *CHECKS))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_lies_in_its_folder_under_its_name(rule):
    """Whoever has the code finds the file, and the file holds one rule."""
    package, _, name = rule.module.rpartition(".")
    assert name == rule.name.replace("-", "_")
    assert package == f"redactor.rules.{FOLDERS[rule.code[0]]}"
    assert re.fullmatch(r"[DHRLP]\d{3}", rule.code)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_lies_under_its_code_and_name(check):
    """One check, one file."""
    assert check.module == f"redactor.verify.checks.{check.code.lower()}_{check.name.replace('-', '_')}"


def test_none_got_lost():
    """A folder that is not searched would silence its rules."""
    assert len(RULES) >= LEAST["rules"] and len(CHECKS) >= LEAST["checks"]
    assert [one.code for one in RULES] == sorted(one.code for one in RULES)
    assert len({one.module for one in (*RULES, *CHECKS)}) == len(RULES) + len(CHECKS)
