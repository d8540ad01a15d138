"""What an authority refuses, gives or counts in its daily business is no refusal of information, and no doubt about it."""

from __future__ import annotations

import pytest

from redactor.letter import holdings
from redactor.letter.model import Holding

BUSINESS = [
    "The school excluded 14 pupils in the autumn term.",
    "We removed duplicates before counting.",
    "The department refused planning permission for the mast.",
    "The college does not offer evening courses.",
    "Weekends have been left out of the count.",
    "We are not required to give a receipt for such payments.",
    "The department cannot give legal advice.",
    "We have redacted nothing.",
    "None of the pages is exempt.",
    "Officers may record the incident on the system.",
    "It is possible that a stop was counted twice.",
    "The works might have been recorded under two codes.",
]
REFUSED = [
    "We refused your request.",
    "We removed the names.",
    "The council withheld the report.",
    "The board decided not to publish the report.",
    "The force does not release such footage.",
    "The department has not provided the minutes.",
    "We left the prices out of the copy.",
    "We do not share personal data.",
    "I cannot give you the figures.",
    "We omitted the witnesses.",
    "The council removed the drivers' surnames.",
    "We do not give postcodes of drivers.",
    "The council does not publish bonuses of its directors.",
    "The total has been left out because the operator asked us to.",
]
UNCLEAR = ["The council may hold the report.", "It may have been recorded.", "It is possible that records were kept."]


def said(text: str) -> set[Holding]:
    """Return what a sentence says of holding."""
    lowered = text.lower()
    return {holding for holding, _ in holdings.cues(lowered, 0, len(lowered))}


@pytest.mark.parametrize("text", BUSINESS)
def test_daily_business_refuses_nothing(text: str) -> None:
    """A refusal found here would look for its exemption, and stop a right letter."""
    assert not said(text) & {Holding.REFUSED, Holding.UNCLEAR, Holding.NCND}


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_of_information_does(text: str) -> None:
    """The same verbs, of what was asked for."""
    assert Holding.REFUSED in said(text)


@pytest.mark.parametrize("text", UNCLEAR)
def test_a_doubt_about_records_stays_one(text: str) -> None:
    """Whether it is held, not how it was entered."""
    assert Holding.UNCLEAR in said(text)
