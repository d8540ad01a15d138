"""What is public already stays: role mailboxes, published contacts, cleared staff, the letter's own reference."""

from __future__ import annotations

import pytest
from decide_made import POLICY

from redactor.decide.allow import AllowList
from redactor.model import Case
from redactor.policy import Policy

ALLOW = AllowList(POLICY, Case(reference="FOI-2026-0412", staff=("Jane Holloway",), team_lines=("01632 960 000",)))


@pytest.mark.parametrize(
    "address",
    [
        "foi@force.example",
        "FOI@force.example",
        "FOI\n\n@force.example",
        "information.governance@council.example",
        "information-governance@council.example",
        "InformationGovernance@council.example",
        "foi.team@council.example",
        "foi-requests@council.example",
        "foienquiries@council.example",
        "foi.disclosure@council.example",
        "no-reply@council.example",
        "casework@ico.example",
        "FOI-ADVICE@council.example",
        "trust.secretary@trust.example",
        "road.safety@council.example",
        "Trust_Secretary@trust.example",
        "legal.support@council.example",
        "housing-services@council.example",
        "fire.safety@council.example",
        "school.records@council.example",
        "council.secretariat@council.example",
    ],
)
def test_role_mailbox_is_kept(address: str) -> None:
    """A mailbox whose name is a role reaches a team, however it is written or broken."""
    assert ALLOW.why("EMAIL_ADDRESS", address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "foi@gmail.com",
        "foi@GMAIL.com",
        "jane.foi@council.example",
        "foi.jane@council.example",
        "foijane@council.example",
        "jane.holloway@council.example",
        "folio@council.example",
        "team@council.example",
        "@council.example",
        "foi",
        "secretary@council.example",
        "jane.secretary@council.example",
        "june.support@council.example",
        "j.support@council.example",
        "grant.services@council.example",
        "trust.secretary@gmail.com",
        "road.law@council.example",
        "trust.holloway@council.example",
        "holloway.secretary@council.example",
    ],
)
def test_personal_mailbox_is_not_a_role(address: str) -> None:
    """A person's name beside a role, a mail provider, or a word that only begins alike is no team's mailbox."""
    assert ALLOW.why("EMAIL_ADDRESS", address) is None


@pytest.mark.parametrize(
    "number",
    ["0303 123 1113", "03031231113", "+44 303 123 1113", "+44 (0)303 123 1113", "0044 303 123 1113", "0303\n123 1113",
     "(0303) 123-1113", "01632 960000", "+44 1632 960 000"],
)  # fmt: skip
@pytest.mark.parametrize("entity", ["PHONE_NUMBER", "DIRECT_DIAL"])
def test_public_number_is_known_in_every_writing(number: str, entity: str) -> None:
    """The same line is the same line with or without +44, brackets, spaces and line ends."""
    assert ALLOW.why(entity, number) is not None


@pytest.mark.parametrize(
    "number", ["0303 123 1114", "303 123", "0303 123 1113 ext 4521", "101 ext 4521", "1101", "01632 960001"]
)
def test_other_number_is_not_public(number: str) -> None:
    """One digit more, less or other is somebody else's telephone."""
    assert ALLOW.why("DIRECT_DIAL", number) is None


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        ("STREET_ADDRESS", "Wycliffe House\nWater Lane\nWilmslow\nCheshire\nSK9 5AF"),
        ("STREET_ADDRESS", "Wycliffe House, Water Lane"),
        ("UK_POSTCODE", "SK9 5AF"),
        ("UK_POSTCODE", "SK9\n5AF"),
        ("UK_POSTCODE", "sk95af"),
    ],
)
def test_public_address_is_known_in_part_and_over_lines(entity: str, value: str) -> None:
    """A recognizer may report the postcode, the street or the whole block."""
    assert ALLOW.why(entity, value) == "the regulator"


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        ("STREET_ADDRESS", "12 Water Lane, Wilmslow"),
        ("UK_POSTCODE", "SK9 5AG"),
        ("UK_POSTCODE", "SK9 5"),
        ("UK_BANK_ACCOUNT", "03031231"),
        ("UK_NHS", "303 123 1113"),
        ("PERSON", "Cheshire"),
    ],
)
def test_part_of_a_public_value_does_not_clear_something_else(entity: str, value: str) -> None:
    """A neighbour's house, and digits of a helpline inside an account number, are not published."""
    assert ALLOW.why(entity, value) is None


@pytest.mark.parametrize("name", ["Jane Holloway", "JANE HOLLOWAY", "Jane\nHolloway", "Ada Lovelace"])
def test_cleared_person_is_kept(name: str) -> None:
    """Staff whom the case clears, and people the policy names with the entity PERSON, stay."""
    assert ALLOW.why("PERSON", name) is not None


@pytest.mark.parametrize("name", ["Holloway", "Jane Hollowway", "John Holloway", "Ada"])
def test_namesake_is_not_cleared(name: str) -> None:
    """A person is cleared by full name alone."""
    assert ALLOW.why("PERSON", name) is None


def test_public_value_for_one_entity_says_nothing_of_another() -> None:
    """The digits 101 are a telephone number here; the same digits as a collar number are an officer's."""
    assert ALLOW.why("PHONE_NUMBER", "101") == "the police"
    assert ALLOW.why("COLLAR_NUMBER", "101") is None


def test_own_reference_is_kept_and_another_is_not() -> None:
    """The letter may quote its own number, with any signs between its parts."""
    assert ALLOW.why("CRIME_REFERENCE", "FOI/2026/0412") is not None
    assert ALLOW.why("CRIME_REFERENCE", "FOI/2026/0413") is None


def test_empty_case_and_policy_keep_nothing() -> None:
    """An empty reference does not match an empty-looking value."""
    nothing = AllowList(Policy(name="empty"), Case())
    assert nothing.why("CRIME_REFERENCE", "") is None
    assert nothing.why("PHONE_NUMBER", "ext") is None
    assert nothing.why("PERSON", "Jane") is None
