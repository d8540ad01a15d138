"""A mailbox made of words of roles reaches a team; one word that is none, and it may reach one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor import policy as policies
from redactor.decide.mailboxes import RoleMailboxes

BOXES = RoleMailboxes(policies.load("uk-foi"))


@pytest.mark.parametrize(
    "local",
    [
        "foi", "foi-review", "foireview", "foi.reviews", "clerk", "town.clerk", "townclerk", "clerk.to.the.council",
        "informationrequests", "information-rights", "information.governance.unit", "freedom.of.information",
        "freedomofinformationteam", "dataprotectionofficer", "adolygiad", "rhyddid.gwybodaeth", "rhyddidgwybodaeth",
        "cwynion", "governance", "compliance", "contact-us", "hello", "admin", "school-office", "reception",
        "internal.review", "foiteam1", "igteam", "FOI_Reviews", "complaints.team", "no-reply",
        "corporate.affairs", "corporate.development",
    ],
)  # fmt: skip
def test_words_of_roles_make_a_role_mailbox(local: str) -> None:
    """Parted or run together, in English or Welsh."""
    assert BOXES.holds(f"{local}@council.example.gov.uk")


@pytest.mark.parametrize(
    "local",
    [
        "jane.foi", "foi.jane", "foijane", "janefoi", "a.clerk", "i.clerk", "p.clerk", "to.clerk", "jclerk", "may.clerk",
        "june.support", "grant.services", "road.law", "foi.law", "foi.mason", "mark.contact", "will.contact", "dean.office",
        "marshall.reception", "newson", "helper", "infomary", "internalmary", "press.lord", "team", "secretary", "review",
        "dpojane1", "foi.x", "adminj", "jane.affairs", "affairs", "affairs.jones",
    ],
)  # fmt: skip
def test_one_word_that_is_none_makes_it_somebodys(local: str) -> None:
    """A forename, a surname, an initial, a word that is a name as well, or one that nobody knows."""
    assert not BOXES.holds(f"{local}@council.example.gov.uk")


@pytest.mark.parametrize("domain", ["gmail.com", "BTInternet.com", "outlook.com"])
@pytest.mark.parametrize("local", ["foi", "foi-review", "informationrequests", "trust.secretary"])
def test_a_mail_provider_has_no_teams(local: str, domain: str) -> None:
    """Whoever writes from such a mailbox is a person, however it is called."""
    assert not BOXES.holds(f"{local}@{domain}")


@given(
    st.sampled_from(["okafor", "holloway", "nguyen", "marsh", "priya", "siobhan", "x", "jh"]),
    st.sampled_from(["foi", "clerk", "governance", "informationrequests", "review", "admin"]),
    st.sampled_from(["", ".", "-", "_", "+"]),
    st.booleans(),
)
def test_no_name_beside_a_role_is_ever_a_team(name: str, role: str, joint: str, first: bool) -> None:
    """On either side of the role, run together or not."""
    local = f"{name}{joint}{role}" if first else f"{role}{joint}{name}"
    assert not BOXES.holds(f"{local}@council.example.gov.uk")


@given(st.text(max_size=90))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever stands before the sign, the answer is yes or no."""
    assert BOXES.holds(f"{text}@council.example") in (True, False)


@pytest.mark.parametrize(
    ("local", "holds"),
    [
        ("ltc.foi", True), ("foi-ltc", True), ("ltcnt.foi", True), ("ltc", False), ("lt.foi", False), ("tan.foi", False),
        ("ltc.jane", False), ("ltcfoi", False),
    ],
)  # fmt: skip
def test_the_authority_s_initials_may_stand_beside_a_role(local: str, holds: bool) -> None:
    """From three letters on; of another body or beside a name they tell nothing."""
    boxes = RoleMailboxes(policies.load("uk-foi"), "Lower Tamble Community NHS Trust")
    assert boxes.holds(f"{local}@nhs.example.uk") is holds
    assert not BOXES.holds("ltc.foi@nhs.example.uk")
