"""A row of a table or a list speaks of what its caption, its column's head or its question names."""

from __future__ import annotations

import pytest
from letters_made import letter

from redactor.letter.model import Act

_LETTER = (
    "Ashcombe Constabulary\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\n"
    "Thank you for your Freedom of Information request received on 3 March 2025. You asked:\n1. {asked}\n2. {other}\n"
    "Our reply is as follows.\n1. The force neither confirms nor denies that it holds information about {topic}, by virtue "
    "of section 31(3) of the Act.\n2. {answer}\nYours sincerely\nInformation Officer\n{annex}"
)
GARAGE = {
    "asked": "Has Harlow Garage been inspected?",
    "topic": "any inspection of Harlow Garage",
    "other": "How many garages did the force inspect in 2024?",
}
DRONES = {
    "asked": "Does the force use covert drones?",
    "topic": "covert drones",
    "other": "How many flights were there?",
}
FIRM = {
    "asked": "Does the force use software from Palantir?",
    "topic": "any software from Palantir",
    "other": "What did the force spend on software in 2024?",
}
OFFICER = {
    "asked": "Has PC Nadia Orwell been investigated for misconduct?",
    "topic": "any investigation of PC Nadia Orwell",
    "other": "How many officers were investigated in 2024?",
}
REFUGE = {
    "asked": "Is Fernhill House used as a refuge?",
    "topic": "any refuge at Fernhill House",
    "other": "What was spent on Fernhill House?",
}


def said(made: dict[str, str], answer: str, annex: str = "") -> list[tuple[Act, bool]]:
    """Return what a letter gives away of what it neither confirms nor denies."""
    read = letter(_LETTER.format(**made, answer=answer, annex=annex))
    assert len(read.ncnd) == 1
    return [(one.act, one.narrow) for one in read.echoes if one.act is not Act.PRESUPPOSES]


@pytest.mark.parametrize(
    ("made", "answer", "annex"),
    [
        (GARAGE, "See Annex A.", "Annex A: Inspections by garage\nGarage\tNumber\nHarlow Garage\t3\nMill Garage\t5\n"),
        (GARAGE, "See Schedule 1.", "Schedule 1 - Garages inspected in 2024\nMill Garage\t5\nHarlow Garage\t0\n"),
        (GARAGE, "See below.\nInspections in 2024\nGarage\tNumber\nHarlow Garage\t3\nMill Garage\t5", ""),
        (GARAGE, "See below.\nGarage\tInspections\nHarlow Garage\t3\nMill Garage\t5", ""),
        (GARAGE, "The table shows inspections carried out.\nGarage\tNumber\nHarlow Garage\t3\nMill Garage\t5", ""),
        (GARAGE, "See below.\nPremises inspected\tDate\nHarlow Garage\t3 May 2024\nMill Garage\t5 June 2024", ""),
        (GARAGE, "Inspections in 2024:\n• Harlow Garage: 3\n• Mill Garage: 5", ""),
        (GARAGE, "See below.\nInspections in 2024\nHarlow Garage - 3\nMill Garage - 5", ""),
        (GARAGE, "See below.\nYear\tHarlow Garage\tMill Garage\nInspections\t3\t5\nRepairs\t1\t2", ""),
        (GARAGE, "See the annex.", "Annex: Programme of inspections\n3 May\tHarlow Garage\n9 May\tMill Garage\n"),
        (DRONES, "Covert drones by district\nDistrict\tNumber\nNorth\t3\nSouth\t2", ""),
        (DRONES, "See below.\nDistrict\tCovert drones\tHelicopters\nNorth\t3\t1\nSouth\t2\t0", ""),
        (DRONES, "See below.\nDistrict\tOvert\tCovert\nNorth drones\t3\t1\nSouth drones\t2\t0", ""),
        (FIRM, "See below.\nSoftware supplier\tSpend\nPalantir\t£1.2m\nOracle\t£0.4m", ""),
        (FIRM, "Spend on software\nPalantir Technologies UK\t£1,200,000\nOracle\t£400,000", ""),
        (REFUGE, "Refuge\tPlaces\nFernhill House\t12\nOak Lodge\t9", ""),
    ],
)
def test_a_row_under_its_caption_gives_it_away(made: dict[str, str], answer: str, annex: str) -> None:
    """Each of these counts, dates or lists what stands over it."""
    assert any(narrow for _, narrow in said(made, answer, annex))


@pytest.mark.parametrize(
    ("made", "answer", "annex"),
    [
        (GARAGE, "See below.\nInspections in 2024\nGarage\tNumber\nMill Garage\t5\nCedar Garage\t3", ""),
        (GARAGE, "See below.\nFire extinguishers\nGarage\tNumber\nHarlow Garage\t3\nMill Garage\t5", ""),
        (GARAGE, "See below.\nInspections in 2024\nGarage\tNumber\nHarlow Garage\tNCND\nMill Garage\t5", ""),
        (GARAGE, "See below.\nInspections in 2024\nMonth\tNumber\nMay\t3\nJune\t5", ""),
        (GARAGE, "See below.\nInspections of schools in 2024\nSchool\tNumber\nHarlow Primary\t3\nMill Lane\t5", ""),
        (GARAGE, "Six.\nTelephone numbers of garages\nHarlow Garage\t01632 960111\nMill Garage\t01632 960112", ""),
        (GARAGE, "See below.\nYear\tCedar Garage\tMill Garage\nInspections\t3\t5\nRepairs\t1\t2", ""),
        (DRONES, "Flights by overt drones\nDistrict\tNumber\nNorth\t3\nSouth\t2", ""),
        (DRONES, "See below, excluding covert drones.\nDistrict\tNumber\nNorth\t3\nSouth\t2", ""),
        (DRONES, "See below.\nDistrict\tOvert drones\tCovert drones\nNorth\t3\tNCND\nSouth\t2\t-", ""),
        (DRONES, "1,204.\nWhere the time goes\nTask\tHours\nSearching logs for covert drones\t12\nReading\t9", ""),
        (FIRM, "Spend on software\nOracle\t£400,000\nMicrosoft\t£900,000", ""),
        (REFUGE, "Property\tRepairs in 2024\nFernhill House\t£1,200\nOak Lodge\t£900", ""),
    ],
)
def test_a_row_of_something_else_does_not(made: dict[str, str], answer: str, annex: str) -> None:
    """Another place, another subject, or a cell that says nothing."""
    assert said(made, answer, annex) == []


def test_a_part_of_a_name_is_for_a_person_to_judge() -> None:
    """An initial may be the officer's, and may be another's."""
    rows = "Investigations in 2024\nOfficer\tOutcome\nPC N Orwell\tDismissed\nPC J Bell\tNo action\n"
    assert said(OFFICER, "See Annex A.", f"Annex A\n{rows}") == [(Act.NAMES, False)]


@pytest.mark.parametrize(
    "answer",
    [
        "Inspecting Harlow Garage cost £400.",
        "For the inspection of Harlow Garage, £400.",
        "The garage was inspected in May.",
    ],
)
def test_money_or_the_one_thing_meant_gives_it_away(answer: str) -> None:
    """An amount is a fact, and "the garage" is the one asked about."""
    assert said(GARAGE, answer)


@pytest.mark.parametrize(
    "answer",
    ["We spent £3,400 on inspections in all.", "An inspection of a garage costs £150 on average.", "Six garages."],
)
def test_what_is_said_of_all_such_things_does_not(answer: str) -> None:
    """Nothing in it is said of the garage with that name."""
    assert said(GARAGE, answer) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Inspections at a garage in 2025 came to 13.",
        "Inspections of one garage were carried out on three days.",
        "There was an inspection of a garage in 2024.",
    ],
)
def test_what_was_done_to_one_of_the_kind_is_for_a_person_to_judge(answer: str) -> None:
    """It may be the one that was asked about."""
    assert [narrow for _, narrow in said(GARAGE, answer)] == [False]


def test_a_small_noun_may_stand_for_what_was_asked_about() -> None:
    """What "the work" at the garage was, a person has to say."""
    assert said(GARAGE, "The work at Harlow Garage cost £400.") == [(Act.COUNTS, False)]
    assert said(GARAGE, "The work at Mill Garage cost £400.") == []
    assert said(REFUGE, "The roof of Fernhill House cost £400.") == []
    assert said(GARAGE, "Any work at Harlow Garage would cost £400.") == []
