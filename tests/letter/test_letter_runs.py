"""Questions and answers that run on in one paragraph, and requests that are taken up bit by bit."""

from __future__ import annotations

import pytest

from redactor.letter.model import Match, Zone
from tests.letter.letters_made import letter

HEAD = (
    "Kirkhaven Council\nDate: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\n"
    "Thank you for your request of 12 February 2024.\n"
)
TAIL = (
    "\nIf you are unhappy you may ask for an internal review within 40 working days by writing to "
    "review@kirkhaven.example.gov.uk.\nYours sincerely\nOfficer"
)
FIRST, SECOND, THIRD = (
    "How many potholes were reported in 2023?",
    "What was spent on repairs?",
    "Who is the contractor?",
)
MANY, SUM, FIRM = "412 were reported.", "The council spent £1.2m.", "Northgate Surfacing Ltd."

RUNS = {
    "Q in one paragraph, numbered answers": (
        f"You asked:\nQ1. {FIRST} Q2. {SECOND} Q3. {THIRD}\nOur response\n1. {MANY}\n2. {SUM}\n3. {FIRM}"
    ),
    "both in one paragraph each": f"You asked: Q1. {FIRST} Q2. {SECOND} Q3. {THIRD}\nReply\nQ1. {MANY} Q2. {SUM} Q3. {FIRM}",
    "numbers alone": f"You asked:\n1. {FIRST} 2. {SECOND} 3. {THIRD}\nResponse:\n1. {MANY} 2. {SUM} 3. {FIRM}",
    "numbers in brackets": f"You asked: (1) {FIRST} (2) {SECOND} (3) {THIRD}\nOur answers are: (1) {MANY} (2) {SUM} (3) {FIRM}",
    "the word question": (
        f"You asked:\nQuestion 1: {FIRST} Question 2: {SECOND} Question 3: {THIRD}\nAnswers\n"
        f"Question 1: {MANY} Question 2: {SUM} Question 3: {FIRM}"
    ),
    "A with a number": f"Q1. {FIRST} Q2. {SECOND} Q3. {THIRD}\nA1. {MANY} A2. {SUM} A3. {FIRM}",
    "question and answer by turns, a paragraph a pair": (
        f"Q1. {FIRST} A1. {MANY}\nQ2. {SECOND} A2. {SUM}\nQ3. {THIRD} A3. {FIRM}"
    ),
    "question and answer by turns, all in one": f"Q1. {FIRST} A1. {MANY} Q2. {SECOND} A2. {SUM} Q3. {THIRD} A3. {FIRM}",
    "quoted with its number": f'1. "{FIRST}"\n{MANY}\n2. "{SECOND}"\n{SUM}\n3. "{THIRD}"\n{FIRM}',
    "quoted with its number, answer behind": f'1. "{FIRST}" {MANY}\n2. "{SECOND}" {SUM}\n3. "{THIRD}" {FIRM}',
    "quoted alone": f'"{FIRST}"\n{MANY}\n"{SECOND}"\n{SUM}\n"{THIRD}"\n{FIRM}',
    "you asked and response": (
        f"You asked: {FIRST}\nResponse: {MANY}\nYou asked: {SECOND}\nResponse: {SUM}\nYou also asked: {THIRD}\nResponse: {FIRM}"
    ),
    "you asked and response in one paragraph": (
        f"You asked: {FIRST} Response: {MANY}\nYou asked: {SECOND} Response: {SUM}\nYou asked: {THIRD} Response: {FIRM}"
    ),
    "you asked, nothing above the answer": f"You asked: {FIRST}\n{MANY}\nYou asked: {SECOND}\n{SUM}\nYou asked: {THIRD}\n{FIRM}",
    "headings": (
        f"Your request\n{FIRST}\nOur reply\n{MANY}\nYour request\n{SECOND}\nOur reply\n{SUM}\nYour request\n{THIRD}\nOur reply\n{FIRM}"
    ),
    "what was asked for by its name": (
        f"You asked for: the number of potholes reported in 2023.\n{MANY}\nYou asked for: the sum spent on repairs.\n{SUM}\n"
        f"You asked for: the contractor's name.\n{FIRM}"
    ),
    "request and reply": f"Request: {FIRST}\nReply: {MANY}\nRequest: {SECOND}\nReply: {SUM}\nRequest: {THIRD}\nReply: {FIRM}",
    "table of requests and replies": (
        f"Request\tReply\n{FIRST}\t{MANY}\n{SECOND}\t{SUM}\nName of the contractor\t{FIRM}"
    ),
}


def read(body: str):
    """Return a letter with a body of its own."""
    return letter(HEAD + body + TAIL, regime="foia")


@pytest.mark.parametrize("body", RUNS.values(), ids=RUNS)
def test_each_question_has_its_own_answer(body):
    """Three questions, three answers, each with the other's words left out."""
    found = read(body)
    assert len(found.questions) == 3
    assert [line.match for line in found.question_map] == [Match.ANSWERED] * 3
    answers = [[found.value(found.answers[at]) for at in line.answers] for line in found.question_map]
    assert answers == [[MANY], [SUM], [FIRM]]


def test_a_question_that_runs_on_unanswered_is_missing():
    """Each is held against the answers."""
    found = read(f"You asked: Q1. {FIRST} Q2. {SECOND} Q3. {THIRD}\nReply\nQ1. {MANY} Q2. {SUM}")
    assert [line.match for line in found.question_map] == [Match.ANSWERED, Match.ANSWERED, Match.MISSING]
    found = read(f"You asked: {FIRST}\nReply: {MANY}\nYou asked: {SECOND}\nYou asked: {THIRD}\nReply: {FIRM}")
    assert [line.match for line in found.question_map] == [Match.ANSWERED, Match.MISSING, Match.ANSWERED]


@pytest.mark.parametrize(
    "said",
    [
        "It is exempt under section 12. 1. This would take 20 hours. See Part 2. 3 officers would be needed.",
        "It is exempt under section 43(2) for these reasons: 1. It would harm the supplier. 2. It would harm the council.",
        "The council spent £1. 2. The rest is unknown.",
        "Stage 2. The council was told in 2023. Stage 4. It closed.",
        "See page 3. 4. Officers met.",
    ],
)
def test_a_number_that_ends_up_there_parts_nothing(said):
    """Sections, sums and lists of reasons continue no sequence of questions."""
    found = read(f"You asked how many potholes were reported.\nThe council holds this. {said}")
    assert any(
        found.value(part).startswith("The council holds this.") and said in found.value(part)
        for part in found.paragraphs
    )


def test_one_announcement_is_no_turn():
    """It announces the request: "You asked:" above a list, and twice above one request."""
    found = read(f"You asked:\n1. {FIRST}\n2. {SECOND}\nOur response\n1. {MANY}\n2. {SUM}")
    assert [line.match for line in found.question_map] == [Match.ANSWERED] * 2
    found = read(
        "Your request\nYou asked for the following information:\nThe number of potholes in 2023.\nOur response\nWe hold this."
    )
    assert [found.value(one) for one in found.questions] == ["The number of potholes in 2023."]


def test_what_is_said_again_is_the_requesters():
    """A section in the question is cited by nobody."""
    found = read(f"You asked: what was withheld under section 40(2)?\n{MANY}\nYou asked: {SECOND}\n{SUM}")
    assert all(one.use == "quoted" for one in found.citations)
    assert [part.zone for part in found.paragraphs if "You asked" in found.value(part)] == [Zone.REQUEST] * 2


def test_a_list_at_the_head_is_said_again_below():
    """The numbers of the list are kept."""
    found = read(
        f"You asked:\n1. {FIRST}\n2. {SECOND}\nOur response\nYou asked: {FIRST}\n{MANY}\nYou asked: {SECOND}\n{SUM}"
    )
    assert [one.path for one in found.questions] == [("1",), ("2",)]
    assert [line.match for line in found.question_map] == [Match.ANSWERED] * 2


def test_a_figure_at_the_head_is_no_number():
    """An answer may begin so: "412 were reported"."""
    found = read(f"1. {FIRST}\n12 were reported, and 400 more on lanes.\n2. {SECOND}\n{SUM}")
    assert [one.path for one in found.questions] == [("1",), ("2",)]


@pytest.mark.parametrize(
    "body",
    [
        "Your request - we hold the report and it is withheld under section 43(2) of the Act.\nIt was written in 2022.\n"
        "The request - we are withholding the list under section 31(1)(a).\nIt was written in 2023.",
        f"You asked: {FIRST} The council holds this and withholds it under section 43(2).\nDrones fly.\n"
        f"You asked: {SECOND} The council withholds it under section 31(1)(a).\nDrones fly.",
    ],
)
def test_a_decision_is_never_the_requesters(body):
    """A paragraph that begins as a question said again and goes on to refuse would hide what is relied on."""
    assert [str(one.use) for one in read(body).citations] == ["relied on"] * 2
