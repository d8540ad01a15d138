"""What no one has compared with the statute is said to be so, wherever a message rests on it."""

from __future__ import annotations

import pytest
from styled import letters

from redactor import law
from redactor.rules import all_rules, run
from redactor.rules.examples import view_of

RULES = {rule.code: rule for rule in all_rules() if rule.code.startswith("L")}
RESTING_ON_LAW = {
    "L101": "late",
    "L107": "does not say which",
    "L109": "public interest test",
    "L110": "which is absolute",
    "L111": "does not say",
    "L112": "qualified person",
    "L117": "to ask for a review;",
    "L130": "is called",
}
"""Codes, and the words of those of their messages that rest on a fact of the law files."""
SAID = "not checked against its source here"


def messages(code: str) -> list[tuple[str, str]]:
    return [(one.regime, issue.message) for one in letters.FIRES[code] for issue in run([RULES[code]], view_of(one))]


@pytest.mark.parametrize(("code", "words"), RESTING_ON_LAW.items())
def test_a_message_says_that_its_point_of_law_was_not_checked(
    code: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every fact unchecked each such message says so; with every fact checked none does."""
    for checked in (False, True):
        monkeypatch.setattr(f"{RULES[code].module}.doubt", _doubt(checked=checked))
        found = [SAID in message for _, message in messages(code) if words in message]
        assert found and all(one is not checked for one in found)


def _doubt(*, checked: bool):
    from redactor.rules.letter import _doubt as module

    class Fact:
        def __init__(self) -> None:
            self.checked = checked

    return lambda *facts: module.doubt(*(Fact() for fact in facts if fact is not None))


def test_checked_and_unchecked_facts_differ_in_the_shipped_law() -> None:
    """Section 43 was compared with the Act, the Regulations of 2004 were not: an officer sees which is which."""
    for regime, number, limb in (("foia", "43", "(2)"), ("eir", "12", "(4)(d)")):
        provision = law.load(regime).find(number, limb)
        assert provision is not None
        named = [text for of, text in messages("L109") if of == regime and number in text]
        assert named and all((SAID in text) is not provision.checked for text in named)
