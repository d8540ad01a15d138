"""Review and complaint are read from any wording: who may ask, where, by when, and to which Commissioner."""

from __future__ import annotations

import pytest
from letters_made import letter
from remedies_made import REMEDIES

from redactor.letter import Letter, remedy

_HEAD = (
    "{head}\nDate: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\n"
    "Thank you for your request of 12 February 2024. You asked:\n1. How many drones does the authority own?\n"
    "Our answer:\n1. The authority owns four drones. They were bought in 2021.\n"
)


def _read(name: str, head: str = "Our ref: FOI/24/113") -> Letter:
    return letter(_HEAD.format(head=head) + REMEDIES[name][0] + "\nYours sincerely\nInformation Officer")


@pytest.mark.parametrize("name", REMEDIES)
def test_the_remedy_is_read(name: str) -> None:
    """Periods for asking and answering, a way to ask and the Commissioner are as the text has them."""
    _, asked, answered, reachable, commissioner = REMEDIES[name]
    read = _read(name)
    if asked is None:
        assert read.review is None
    else:
        assert read.review is not None
        assert [f"{one.count} {one.unit}" for one in read.review.windows] == asked
        assert [f"{one.count} {one.unit}" for one in read.review.answered_in] == answered
        assert bool(read.review.contacts or read.review.same_address) is reachable
    assert (read.complaint.commissioner if read.complaint else "") == commissioner


@pytest.mark.parametrize("name", REMEDIES)
def test_the_remedy_takes_nothing_from_the_answer(name: str) -> None:
    """What is said about review leaves the answer above it whole and adds none."""
    read = _read(name)
    answers = [read.value(one) for one in read.answers if one.questions]
    assert len(answers) == 1 and answers[0].removeprefix("1. ").startswith("The authority owns four drones.")


@pytest.mark.parametrize(
    "text",
    [
        "On 25 June you asked for an internal review of it.",
        "You asked us to review how we had dealt with your request for the surveyor's report.",
        "I have carried out the internal review that you requested on 3 May.",
        "The outcome of my review is set out below.",
        "The contract is kept under review.",
        "Please review the attached spreadsheet.",
        "How many appeals were lodged against parking fines?",
        "Your complaint is upheld on both grounds.",
        "Patients who are unhappy with their care can speak to the advice service.",
        "You have the right to be told whether information is held.",
        "In the view of the Information Commissioner, privilege has an inbuilt weight.",
    ],
)
def test_talk_of_reviews_is_no_remedy(text: str) -> None:
    """A review that was asked for, one of something else, and a right of another kind offer nothing."""
    assert not remedy.tells(text.lower(), 0, len(text))


def test_a_role_is_a_way_to_ask_only_where_the_letter_has_an_address() -> None:
    """A request to write to the Head of Legal Services reaches somebody where the letterhead says where."""
    text = "You may ask for an internal review by writing to the Head of Legal Services within 40 working days."
    bare = letter(_HEAD.format(head="Our ref: FOI/24/113") + text + "\nYours sincerely")
    shown = letter(_HEAD.format(head="Guildhall, High Street, Marlbury MB1 2AB") + text + "\nYours sincerely")
    assert bare.review is not None and bare.review.same_address is None and not bare.review.contacts
    assert shown.review is not None and shown.review.same_address is not None


def test_the_reply_goes_on_below_a_passing_word_on_complaints() -> None:
    """Prose on an exemption below a sentence about complaints is reply again, and its exemption counts."""
    read = letter(
        "Dear Ms Adeyemi\nFreedom of Information request\nThank you for your request. The council holds the contract.\n"
        "If you are unhappy with this response you may ask for an internal review from foi@marlbury.example.\n"
        "The prices in the contract are exempt under section 43(2) of the Act because disclosure would be likely to "
        "prejudice the commercial interests of the supplier, which is bidding again this year.\nYours sincerely"
    )
    assert [one.section for one in read.exemptions] == ["43"]
