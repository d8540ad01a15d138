"""What the requester asked or said is not what the authority says of holding, whichever pattern reads the sentence."""

from __future__ import annotations

import pytest

from redactor.letter import holdings

THEIRS = [
    "You asked why the report was withheld.",
    "You also asked why no records are held.",
    "You asked whether the council does not hold the minutes.",
    "You said that the information is held by the trust.",
    "You wanted to know why the names were redacted.",
    "You asked how the file came to be destroyed.",
    "Your letter asked why we refused to release the plan.",
    "You believe that the council holds the survey.",
    "You complained that we do not hold the figures.",
    "You have asked us whether a copy is held.",
    "You state that the data is publicly available on our website.",
    "You asked if the report may be held elsewhere.",
]
OURS = [
    "The information you asked for is exempt.",
    "The report that you asked about is withheld.",
    "You asked for the minutes, which are not held.",
    "You asked how many were fined and we do not hold that.",
    "You asked about drones, and the information is exempt.",
    "You asked why. We do not hold a reason.",
    "You asked about the lease but the council does not hold it.",
    "The information that you have requested is not held.",
    "What you asked for is attached.",
    "You asked whether we hold the plan; we do not hold it.",
    "As you asked, a copy is enclosed.",
    "The data you requested is held.",
]


def said(text: str) -> list[str]:
    """Return what a sentence says of holding."""
    lowered = text.lower()
    return [holding.value for holding, _ in holdings.cues(lowered, 0, len(lowered))]


@pytest.mark.parametrize("text", THEIRS)
def test_what_was_asked_says_nothing(text: str) -> None:
    """A false refusal would look for its exemption."""
    assert said(text) == []


@pytest.mark.parametrize("text", OURS)
def test_the_answer_beside_it_does(text: str) -> None:
    """The authority speaks again behind a comma, "and we", or of what was asked for."""
    assert said(text)
