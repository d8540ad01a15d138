"""What was decided about the source holds for its copy; what we printed ourselves is no finding."""

from __future__ import annotations

import pytest

from redactor.decide import Decided
from redactor.model import Action, Decision, Finding, Layer, quad_of
from redactor.settle import settled

AT, ELSEWHERE = (100.0, 100.0, 180.0, 112.0), (300.0, 100.0, 380.0, 112.0)


def decided(*found):
    """Return decisions on (id, box, value, action, exemption)."""
    findings = tuple(
        Finding(i, "PERSON", None, 1, (quad_of(box),), Layer.BODY, "page 1", 0.9, "Model", "why", "0" * 32)
        for i, box, *_ in found
    )
    decisions = {i: Decision(i, action, exemption) for i, _, _, action, exemption in found}
    return Decided(findings, decisions, {i: value for i, _, value, *_ in found})


def action(copy, source):
    return settled(copy, source).decisions["c"].action


@pytest.mark.parametrize("was", [Action.KEEP, Action.REVIEW])
def test_a_decision_on_the_same_place_stands(was):
    """The copy's search had less to go by than the source's."""
    copy = decided(("c", AT, "Farid Rahimzadeh", Action.REDACT, ""))
    assert action(copy, decided(("s", AT, "Farid Rahimzadeh", was, ""))) is was


def test_what_the_source_never_judged_goes():
    """The second look is there for what the first one missed."""
    copy = decided(("c", AT, "Farid Rahimzadeh", Action.REDACT, ""))
    assert action(copy, decided(("s", ELSEWHERE, "Farid Rahimzadeh", Action.KEEP, ""))) is Action.REDACT


def test_what_was_to_go_and_still_stands_is_not_excused():
    """A name left under or beside its box is a failed redaction."""
    copy = decided(("c", AT, "Ondine Varga", Action.REDACT, ""))
    assert action(copy, decided(("s", AT, "Ondine Varga", Action.REDACT, "s40(2)"))) is Action.REDACT


def test_a_wider_find_than_what_was_judged_goes():
    """A decision on a surname does not cover the forename before it."""
    copy = decided(("c", (60.0, 100.0, 180.0, 112.0), "Ondine Varga", Action.REDACT, ""))
    assert action(copy, decided(("s", AT, "Varga", Action.KEEP, ""))) is Action.REDACT


def test_our_own_code_on_our_own_box_is_no_person():
    """A code such as "Reg 13(1)" after "Dr" looks like a name."""
    source = decided(("s", AT, "Ondine Varga", Action.REDACT, "Reg 13(1)"))
    inside = (120.0, 102.0, 150.0, 110.0)
    assert action(decided(("c", inside, "Reg 13(1)", Action.REDACT, "")), source) is Action.KEEP
    assert action(decided(("c", inside, "Reg", Action.REDACT, "")), source) is Action.KEEP
    assert action(decided(("c", inside, "Varga", Action.REDACT, "")), source) is Action.REDACT
    assert action(decided(("c", ELSEWHERE, "Reg", Action.REDACT, "")), source) is Action.REDACT
    assert action(decided(("c", (120.0, 102.0, 260.0, 110.0), "Reg", Action.REDACT, "")), source) is Action.REDACT
