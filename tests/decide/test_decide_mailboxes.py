"""A mailbox that spells a removed name goes with it; one that only resembles it does not."""

from __future__ import annotations

import pytest
from decide_made import POLICY, actions, decided

from redactor.model import Action
from redactor.policy_parts import Line

KEEPING = POLICY.model_copy(
    update={"lines": (Line(entity="EMAIL_ADDRESS", action=Action.KEEP, why="a contact line"), *POLICY.lines)}
)


@pytest.mark.parametrize(
    "address", ["will.frost@x.example", "frost.will@x.example", "wfrost@x.example", "Will_Frost2@x.example"]
)
def test_a_mailbox_with_a_removed_name_goes(address):
    """Covering the name and leaving the address covers nothing."""
    result = decided(
        f"Ask Will Frost, {address}.", ("PERSON", "Will Frost"), ("EMAIL_ADDRESS", address), policy=KEEPING
    )
    assert ("EMAIL_ADDRESS", address, "redact") in actions(result)


@pytest.mark.parametrize("address", ["frosty.road@x.example", "will.power@x.example", "foi@x.example"])
def test_another_mailbox_stays(address):
    """A word in common is no name."""
    result = decided(
        f"Ask Will Frost, {address}.", ("PERSON", "Will Frost"), ("EMAIL_ADDRESS", address), policy=KEEPING
    )
    assert ("EMAIL_ADDRESS", address, "keep") in actions(result)


def test_a_mailbox_of_somebody_who_stays_stays():
    """The chief officer's name and mailbox are public together."""
    result = decided(
        "Chief Constable Ada Quill, ada.quill@x.example.",
        ("PERSON", "Ada Quill"),
        ("EMAIL_ADDRESS", "ada.quill@x.example"),
        policy=KEEPING,
    )
    assert ("EMAIL_ADDRESS", "ada.quill@x.example", "keep") in actions(result)
