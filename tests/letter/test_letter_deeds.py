"""The kind of a letter goes by what it does to the request, not by what stands beside it."""

from __future__ import annotations

import re

import pytest
from letters_made import letter

from redactor.letter import LetterKind, giving, informing, whom
from redactor.letter.model import Passage, Shape, Use

_ROUTE = (
    "You may ask us to review this within 40 working days at foi@example.gov.uk, and after that complain to the "
    "Information Commissioner.\nYours sincerely\nInformation Officer"
)
LETTERS = (
    (
        LetterKind.NCND,
        "Your e-mail of 3 March asked how many undercover officers were sent to the Marsh Lane camp.\n"
        "We can neither confirm nor deny that the force has any information. Section 31(3) takes away the duty to say.\n"
        "Some general figures on undercover policing are published each year at https://www.example.gov.uk/policing. We "
        "attach a leaflet that explains how such tactics are authorised.\n",
    ),
    (
        LetterKind.REFUSAL,
        "You asked for the minutes of the closed session on 4 June.\nWe hold them. They run to 12 pages. They record "
        "advice from our solicitors and are exempt under section 42(1). The public interest in openness about how the "
        "college spends money on lawyers is real: in 2024 it spent \u00a341,000. It is outweighed by the interest in a "
        "client being able to speak frankly with its lawyer.\nThe agenda of the open session is on our website.\n",
    ),
    (
        LetterKind.REFUSAL,
        "Your request for the names of the panel and the marking sheets\nNone of this information will be disclosed. It "
        "is personal data within section 40(2), and to release it would be unfair.\n",
    ),
    (
        LetterKind.EXTENSION,
        "Your request for the tender evaluation\nThe Authority has the evaluation. Section 43(2) is engaged as to most "
        "of it, in that release would be likely to prejudice the bidders' commercial interests. We have not reached a "
        "conclusion on where the public interest lies.\nWe therefore need until 14 August 2025 to do so. Section 10(3) "
        "permits this. Whatever can be released will be sent to you then.\n",
    ),
    (
        LetterKind.COST,
        "1. How many pupils were sent home for their uniform?\n2. What was the reason in each case?\nAnswers to both are "
        "in the pupils' own paper files. There are 9,400 files, at ten minutes each: 1,566 hours. The ceiling is 18 hours. "
        "We are refusing to comply, as section 12(1) of the Freedom of Information Act allows.\nIf you were to ask about "
        "one term at one school we could probably do it within the limit.\n",
    ),
    (
        LetterKind.VEXATIOUS,
        "Between January and April you sent us 61 e-mails and nine requests about the parking of one van. We answered the "
        "first four in full: no fault was found.\nWe do not believe that these nine requests have any purpose other than "
        "to keep the quarrel going. We decline to deal with them. Section 14(1) is our ground.\n",
    ),
    (
        LetterKind.VEXATIOUS,
        "I refer to your e-mail of 28 April about the mower.\nIt was resolved at the meeting on 20 May that the request "
        "is vexatious and that the Council will not be responding to it.\n",
    ),
    (
        LetterKind.NOT_HELD,
        "You asked for noise readings taken outside the depot in 2024.\nNo readings were taken there in that year. As "
        "there is nothing to give you, the request has to be refused under regulation 12(4)(a) of the Environmental "
        "Information Regulations 2004.\n",
    ),
    (
        LetterKind.NOT_HELD,
        "I have searched the ledger for Grey and Sons. The company does not appear, and so the information you seek under "
        "the Freedom of Information Act is not held.\nIf it were, some of it might have been exempt under section 40(2). I "
        "attach, in case it helps, a note on how to search our published data.\n",
    ),
    (
        LetterKind.PARTIAL,
        "You asked who has the catering contract and the price of it.\nBakewell "
        "Catering has it, until July 2027. As to the price, section 43(2) exempts it. Bakewell's competitors would be "
        "likely to use the figure to its harm.\n",
    ),
)
WITHOUT_ROUTE = (
    (
        LetterKind.CLARIFICATION,
        "Thank you for your FOI request dated 1 July, in which you ask for everything on the bypass.\nBefore we can make "
        "a start we must know which stage of the scheme you have in mind. We hold several thousand files about it.\nUntil "
        "we hear we can take it no further, and the twenty working days will run from your answer.\n",
    ),
    (
        LetterKind.ACKNOWLEDGEMENT,
        "Thank you for your request for information about the grants, which reached us on 10 March 2025. We are dealing "
        "with it under the Freedom of Information Act 2000.\nYou will have our answer by 7 April 2025 at the latest. "
        "Should anything be withheld we will tell you why and how to appeal.\n",
    ),
    (
        LetterKind.NONE,
        "Hill Street will be closed from 4 to 9 August. Details of the diversion are attached.\nYou may ask us for "
        "information under the Freedom of Information Act at any time.\n",
    ),
)


@pytest.mark.parametrize(("kind", "text"), LETTERS, ids=[str(kind) for kind, _ in LETTERS])
def test_the_kind_is_what_the_letter_does(kind: LetterKind, text: str) -> None:
    """A leaflet, a link, a figure about something else or a refusal only thought of changes nothing."""
    assert letter(f"12 May 2025\nOur ref: 25/7\nDear Mr Lowe\n{text}{_ROUTE}").kind.kind is kind


@pytest.mark.parametrize(("kind", "text"), WITHOUT_ROUTE, ids=[str(kind) for kind, _ in WITHOUT_ROUTE])
def test_a_letter_that_answers_nothing_is_known(kind: LetterKind, text: str) -> None:
    """What is to come, asked back or only a general word on rights gives nothing."""
    assert letter(f"12 May 2025\nOur ref: 25/7\nDear Resident\n{text}Yours sincerely").kind.kind is kind


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("The winner was Dunlin Ltd, at a rent of 26,500 a year.", True),
        ("There were fourteen, nine of them by post.", True),
        ("We are dealing with it under the Freedom of Information Act 2000.", False),
        ("You will have our answer by 7 April.", False),
        ("The University is in possession of both.", False),
        ("The report has 63 pages and was finished in May.", False),
        ("It would take two officers a week.", False),
        ("Section 36 covers these e-mails.", False),
        ("Whatever can be released will be released then.", False),
    ],
)
def test_a_sentence_tells_of_the_matter_or_of_the_request(sentence: str, tells: bool) -> None:
    """Law, promise, courtesy, effort and a document's length are no information."""
    assert informing.informs(sentence.lower(), Passage(0, len(sentence))) is tells


def test_reasons_laid_out_are_not_information_given() -> None:
    """The letter's own thinking and a leaflet are no disclosure; figures are."""
    for text in ("what we have considered is set out next.", "i attach a leaflet on fire safety."):
        assert giving.points(text, Passage(0, len(text)))
    text = "the figures are set out next."
    assert not giving.points(text, Passage(0, len(text)))


def test_redaction_that_was_only_thought_of_takes_nothing_out() -> None:
    """A copy sent without names is redacted; one that would make no sense is not sent."""
    sent = letter(f"Dear Ms Lamb\nThe letters are attached, with names taken out under section 40(2).\n{_ROUTE}")
    assert giving.takes_out(re.sub("X", "x", sent.text.lower()), sent.paragraphs)
    kept = letter(f"Dear Ms Lamb\nEven with names taken out the letters would still identify people.\n{_ROUTE}")
    assert giving.takes_out(kept.text.lower(), kept.paragraphs) is None


def test_an_invitation_to_everybody_is_no_request() -> None:
    """A general right at the foot of a notice; "your request" is somebody's."""
    for text, invites in (
        ("anyone may make a request under the freedom of information act.", True),
        ("you asked us under the freedom of information act and may ask again.", False),
    ):
        assert whom.only_invites(text, 0, len(text)) is invites


def test_a_bullet_set_in_by_a_tab_is_no_row() -> None:
    """What a list says stays an item; a table's row with a bullet keeps its cells."""
    read = letter("Dear Ms Lamb\nWe rely on these:\n\u2022\tsection 31(3)\n\u2022\tYear\t2024\nYours sincerely")
    shapes = {read.text[part.body : part.end]: part.shape for part in read.paragraphs}
    assert shapes["section 31(3)"] is Shape.ITEM
    assert Shape.ROW in shapes.values()


def test_a_provision_that_only_names_bodies_is_not_relied_on() -> None:
    """Section 23(3) lists the bodies that section 23(5) protects."""
    read = letter(
        "Dear Ms Lamb\nWe neither confirm nor deny that we hold this, by section 23(5), since a statement would relate to "
        f"one of the bodies listed in section 23(3), and is refused.\n{_ROUTE}"
    )
    assert {one.limb: one.use for one in read.citations if one.section == "23"}["(3)"] is not Use.RELIED_ON
