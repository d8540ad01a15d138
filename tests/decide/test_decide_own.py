"""The authority's own name and office stay; a person of that name and anybody's home never do."""

from __future__ import annotations

import pytest
from decide_made import POLICY, actions, decided
from hypothesis import given
from hypothesis import strategies as st

from redactor.model import Action, Case
from redactor.policy_parts import Line

ASKING = POLICY.model_copy(
    update={
        "lines": (
            *POLICY.lines,
            Line(entity=("STREET_ADDRESS", "UK_POSTCODE"), action=Action.REVIEW, why="look whose it is"),
        )
    }
)
LETTER = (
    "Glanarth County Council\nInformation Governance Unit\nCounty Hall, 15 Turbine Street, Glanarth LL99 9ZZ\n"
    "foi@glanarth.example.gov.uk\nOur ref: FOI 12\nDear Ms Okafor\nThank you for your request.\n"
)
OFFICE = "15 Turbine Street, Glanarth LL99 9ZZ"
HOME = "14 Larkspur Road, Exampleton EX9 9ZZ"


def judged(text, *found, authority=""):
    return actions(decided(text, *found, policy=ASKING, case=Case(authority=authority)))


@pytest.mark.parametrize("value", ["Glanarth", "Glanarth County Council", "Glanarth Council", "Cyngor Sir Glanarth"])
def test_the_authority_s_name_is_nobody_s(value):
    """The place in which a council sits, and the council itself, are no people."""
    text = f"Glanarth County Council\nDear Ms Okafor\nWe at {value} hold nothing.\n"
    assert {action for _, _, action in judged(text, ("PERSON", value))} == {"keep"}


def test_the_case_file_names_the_authority_too():
    """A letter without letterhead is its authority's all the same."""
    text = "Dear Ms Okafor\nThe works at Lanewick go on."
    assert judged(text, ("PERSON", "Lanewick")) == [("PERSON", "Lanewick", "redact")]
    kept = judged(text, ("PERSON", "Lanewick"), authority="Heddlu Lanewick / Lanewick Constabulary")
    assert kept == [("PERSON", "Lanewick", "keep")]


def test_the_office_before_the_authority_s_name_is_nobody_s_forename():
    """A From field names the team and the force; a forename before the same word is somebody's."""
    force = "Saltmarsh and Hundreds Constabulary"
    team = "From: Information Access Saltmarsh\nDear Ms Okafor\nThank you."
    assert judged(team, ("PERSON", "Saltmarsh"), authority=force) == [("PERSON", "Saltmarsh", "keep")]
    person = "From: Oona Saltmarsh\nDear Ms Okafor\nThank you."
    assert judged(person, ("PERSON", "Saltmarsh"), authority=force) == [("PERSON", "Saltmarsh", "review")]


def test_the_authority_s_initials_are_its_own():
    """Three letters are too few: they may be a forename in capitals."""
    service = "Severn and Marches Ambulance Service NHS Trust"
    for value, action in (("SMAS", "keep"), ("SMA", "redact"), ("SMAD", "redact")):
        text = f"From: FOI ({value})\nDear Ms Okafor\nThank you."
        assert judged(text, ("PERSON", value), authority=service) == [("PERSON", value, action)]


def test_a_name_that_only_the_mailbox_has_is_asked_about():
    """Another body's address may stand in the letter, so a domain alone clears nobody."""
    text = "Dear Ms Okafor\nBradley wrote to foi@bradley.gov.uk about it."
    assert ("PERSON", "Bradley", "review") in judged(text, ("PERSON", "Bradley"))


@pytest.mark.parametrize(
    "head",
    [
        "Police statement of Holloway",
        "Email to Holloway School",
        "RE: Holloway and the Council",
        "Holloway",
        "Minutes, Holloway Trust",
    ],
)
def test_a_heading_that_names_somebody_is_no_letterhead(head):
    """A statement, a subject or a report at the head of a page does not make the name in it public."""
    assert ("PERSON", "Holloway", "redact") in judged(f"{head}\nLater Holloway left.\n", ("PERSON", "Holloway"))


@pytest.mark.parametrize(
    "sentence", ["Mr Glanarth rang.", "We asked Owen Glanarth.", "PC 1234 Glanarth came.", "Dear Glanarth"]
)
def test_whoever_bears_the_authority_s_name_goes_everywhere(sentence):
    """One person of that name, and the bare word may be them wherever it stands."""
    text = f"Glanarth County Council\n{sentence}\nLater Glanarth left.\n"
    found = [("PERSON", "Glanarth")] + ([("PERSON", "Owen Glanarth")] if "Owen" in sentence else [])
    assert "keep" not in {action for _, value, action in judged(text, *found)}


def test_letterhead_and_review_paragraph_keep_the_office():
    """Under the authority's name at the head, and where the letter says whom to write to."""
    again = "If unhappy, write to the Information Rights Officer, 15 Turbine Street, Glanarth LL99 9ZZ, within two months.\n"
    result = judged(LETTER + again, ("STREET_ADDRESS", OFFICE), ("UK_POSTCODE", "LL99 9ZZ"))
    assert {action for _, _, action in result} == {"keep"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Write to the Director of Law and Governance at 15 Turbine Street, Glanarth LL99 9ZZ, within two months.",
        "Appeals go by post to the Head of Legal Services at 15 Turbine Street, Glanarth LL99 9ZZ.",
    ],
)
def test_a_post_at_an_address_is_the_office(sentence):
    """The post and "at" lead up to the address in place of a comma."""
    assert {action for _, _, action in judged(LETTER + sentence + "\n", ("STREET_ADDRESS", OFFICE))} == {"keep"}


def test_the_foot_of_the_page_keeps_the_office():
    """A footer gives name and address in one line."""
    text = "Dear Ms Okafor\n" + "We hold nothing. " * 40 + f"\nGlanarth County Council | {OFFICE}"
    assert judged(text, ("STREET_ADDRESS", OFFICE), authority="Glanarth County Council")[0][2] == "keep"


def test_a_building_with_only_its_postcode_found_is_the_office():
    """A named building is found by its postcode alone."""
    text = "Ministry for Coastal Affairs\nCorrespondence and Access Unit\nAdmiral House, Quayside, London SE1 9ZZ\nDear Ms Okafor\n"
    assert judged(text, ("UK_POSTCODE", "SE1 9ZZ")) == [("UK_POSTCODE", "SE1 9ZZ", "keep")]


@pytest.mark.parametrize(
    "text",
    [
        "Glanarth County Council\nMs Priya Okafor\n{home}\nDear Ms Okafor\n",
        "Glanarth County Council\n15 Turbine Street, Glanarth LL99 9ZZ\n{home}\nDear Ms Okafor\n",
        "Glanarth County Council\nThe Occupier\n{home}\nDear Occupier\n",
        "Glanarth Parish Council\nThe Clerk\n{home}\nDear Ms Okafor\n",
        "Glanarth County Council\nDear Ms Okafor\nThe officer visited {home} on 3 May.\n",
        "Glanarth County Council\nDear Ms Okafor\nA tenant of Glanarth County Council, {home}, complained. It was let.\n",
        "Glanarth County Council\nDear Ms Okafor\nSend it to the tenant of Glanarth County Council, {home}, today.\n",
        "Glanarth County Council\nDear Ms Okafor\nWe write of a house of Glanarth County Council, {home}.\n",
        "Glanarth County Council\nDear Ms Okafor\nWrite to Priya Okafor, {home}.\n",
        "Glanarth County Council\nDear Ms Okafor\nWrite to the Information Officer, Priya Okafor, {home}.\n",
        "Glanarth County Council\nDear Ms Okafor\nWrite to her at {home}.\n",
        "Owner\tAddress\nGlanarth County Council\t{home}\nDear Ms Okafor\n",
        "Ms Priya Okafor\n{home}\nTo Glanarth County Council\nDear Sir\n",
        "Glanarth County Council\nDear Ms Okafor\nInformation Rights, Flat 2, {home}.\n",
    ],
)
def test_a_private_address_is_never_kept(text):
    """Beside a name, in the addressee's block, of a tenant, of a parish clerk, after another address: a person looks."""
    text = text.format(home=HOME)
    people = [("PERSON", "Priya Okafor")] if "Priya Okafor" in text else []
    result = judged(text, ("STREET_ADDRESS", HOME), *people)
    assert ("STREET_ADDRESS", HOME, "review") in result


@given(
    st.sampled_from(["Priya Okafor", "Tom Brannigan", "Xu Li", "Siobhán Ní Bhriain"]),
    st.sampled_from(["", "Mr ", "c/o ", "Flat 3, "]),
    st.sampled_from(["\n", ", ", " | ", "\n\n"]),
    st.sampled_from(["", "Elm Villa, ", "Rose Cottage\n"]),
)
def test_no_name_above_an_address_lets_it_stay(name, title, gap, house):
    """Whatever the layout, a person between the authority and an address makes it theirs."""
    text = f"Glanarth County Council\nInformation Rights Unit\n{title}{name}{gap}{house}{HOME}\nDear {name}\n"
    assert ("STREET_ADDRESS", HOME, "review") in judged(text, ("STREET_ADDRESS", HOME), ("PERSON", name))
