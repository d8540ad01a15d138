"""A question that is only spoken of has no answer there; one answer may stand below several questions."""

from __future__ import annotations

import pytest
from letters_made import letter

from redactor.letter.model import LetterKind, Match

HEAD = (
    "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\n"
    "Thank you for your Freedom of Information request received on 3 March 2025. You asked:\n"
    "1. How many arrests were made in public houses?\n2. Of what age were those arrested?\n3. What was the outcome?\n"
)
COST = (
    "Answering would go over the cost limit, so the council refuses the request under section 12(1) of the Act. There are "
    "6,218 records of four minutes each, or 414 hours.\n"
)


def matches(text: str) -> list[Match]:
    return [line.match for line in letter(text).question_map]


@pytest.mark.parametrize(
    "said",
    [
        "If you chose one town, questions 1 and 3 could probably be answered.",
        "The estimate covers questions 1 and 2 alone.",
        "A list by month might give you what you need for question 3.",
    ],
)
def test_what_could_be_done_for_a_question_is_no_answer(said: str) -> None:
    """The letter refuses all of it on cost."""
    assert letter(f"{HEAD}{COST}{said}\nYours sincerely\nInformation Officer").kind.kind is LetterKind.COST


def test_what_is_said_of_holding_is_an_answer() -> None:
    """Other words beside it do not make it less of one."""
    said = "1. 412.\n2. See below.\nWe might add that the information for question 3 is not held.\n"
    assert matches(f"{HEAD}Our answers:\n{said}Yours sincerely") == [Match.ANSWERED] * 3


def test_what_the_authority_asks_about_a_question_is_no_answer() -> None:
    """A letter that asks back gives nothing yet."""
    asks = (
        "We cannot tell from this what to search for. Could you let us know:\n"
        "- for question 2, whether you want ages in years or in bands;\n- for question 3, which outcomes you mean.\n"
        "The twenty working days begin when we hear from you. Just reply to this e-mail.\n"
    )
    assert letter(f"{HEAD}{asks}Many thanks\nInformation Team").kind.kind is LetterKind.CLARIFICATION


TURNS = (
    "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\n"
    "Thank you for your Freedom of Information request received on 3 March 2025. The council holds the information.\n"
)


def test_one_answer_stands_below_several_questions() -> None:
    """The table is the answer to all of them, where each part of the letter is answered in its place."""
    parts = (
        "Question 1: How many claims were received?\nQuestion 2: How many were paid?\nQuestion 3: How much was paid?\n"
        "In 2023/24 we received 412 claims and paid 96 of them, £31,208 in all.\nQuestion 4: How often is a road inspected?\nOnce a month.\n"
    )
    assert matches(f"{TURNS}{parts}Yours sincerely\nInformation Officer") == [Match.ANSWERED] * 4


def test_a_list_of_questions_does_not_share_its_first_answer() -> None:
    """Below a list the answers follow, and one that is missing is missing."""
    answers = "Our answers:\n3. Two were charged.\n"
    assert matches(f"{HEAD}{answers}Yours sincerely\nInformation Officer") == [
        Match.MISSING,
        Match.MISSING,
        Match.ANSWERED,
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The Act of 2009 makes it an offence for us to disclose it.",
        "It would be a contempt of court to release it.",
        "The law forbids us to send you the records.",
    ],
)
def test_what_nobody_may_disclose_is_not_given(said: str) -> None:
    """What the law forbids is no disclosure."""
    text = f"{TURNS}It is exempt under section 44(1)(a) of the Act. {said}\nYours sincerely\nInformation Officer"
    assert letter(text).kind.kind is LetterKind.REFUSAL
