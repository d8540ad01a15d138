"""The map of questions and answers: answered, missing, extra, renumbered, about something else."""

from __future__ import annotations

import pytest
from exchanges_made import EXCHANGES
from letters_made import letter, marked

from redactor.letter.model import Holding, Letter, Match

_ASKED = """Dear Ms Roe
You asked:
1. Which company supplies the body-worn cameras?
2. How many dog handlers work nights?
3. What did the helicopter cost to run in 2024?
Response
"""


def _matches(read: Letter) -> list[tuple[Match, int | None]]:
    return [(line.match, line.question) for line in read.question_map]


def _reply(*answers: str) -> Letter:
    return letter(_ASKED + "\n".join(answers) + "\nYours sincerely")


def test_every_question_answered_in_its_place() -> None:
    """Three questions, three answers, nothing to report."""
    read = _reply("1. Orrery Ltd.", "2. There are 14 dog handlers on nights.", "3. The helicopter cost £2.1m.")
    assert _matches(read) == [(Match.ANSWERED, 0), (Match.ANSWERED, 1), (Match.ANSWERED, 2)]


def test_a_question_without_an_answer_is_missing() -> None:
    """The line marks the question itself."""
    read = _reply("1. Orrery Ltd.", "3. The helicopter cost £2.1m.")
    assert _matches(read)[1] == (Match.MISSING, 1)
    line = read.question_map[1]
    assert read.value(line).startswith("How many dog handlers")


def test_an_answer_without_a_question_is_extra() -> None:
    """A fourth answer to three questions."""
    read = _reply("1. Orrery Ltd.", "2. Fourteen.", "3. £2.1m.", "4. The vans are blue.")
    assert _matches(read)[-1] == (Match.EXTRA, None)


def test_answers_that_changed_places_are_renumbered() -> None:
    """The words of answer 2 are those of question 3, and the other way about."""
    read = _reply(
        "1. Orrery Ltd.",
        "2. The helicopter cost £2.1m to run in 2024.",
        "3. There are 14 dog handlers who work nights.",
    )
    lines = [line for line in read.question_map if line.match is Match.RENUMBERED]
    assert [(line.question, line.fits) for line in lines] == [(1, 2), (2, 1)]


def test_a_question_said_again_under_another_number_is_renumbered() -> None:
    """The number says 2, the repeated question is the third."""
    read = _reply(
        "1. Orrery Ltd.",
        "2. What did the helicopter cost to run in 2024? £2.1m.",
        "3. How many dog handlers work nights? 14.",
    )
    assert [line.match for line in read.question_map].count(Match.RENUMBERED) == 2


def test_an_answer_about_something_nobody_asked_about_is_another_subject() -> None:
    """The answer speaks of "the ANPR gantries", which stand in no question."""
    read = _reply("1. The ANPR gantries are supplied by Orrery.", "2. Fourteen.", "3. £2.1m.")
    assert _matches(read)[0] == (Match.OTHER_SUBJECT, 0)


@pytest.mark.parametrize(
    "answer", ["Orrery Systems PLC supplies them.", "We do not hold this.", "Section 43(2) applies.", "Yes"]
)
def test_a_name_that_was_asked_for_is_no_other_subject(answer: str) -> None:
    """An answer may name whom the question asks for, or name nobody."""
    assert _matches(_reply(f"1. {answer}", "2. Fourteen.", "3. £2.1m."))[0] == (Match.ANSWERED, 0)


def test_a_stem_needs_no_answer_of_its_own() -> None:
    """The words that lead into the parts have no line of their own; the parts have."""
    read = letter(marked(EXCHANGES["parts with letters, bullets before numbers"]).text)
    assert [read.questions[line.question].path for line in read.question_map if line.question is not None] == [
        ("1", "a"),
        ("1", "b"),
        ("2",),
    ]


def test_an_answer_to_the_whole_question_covers_its_parts() -> None:
    """One answer to question 1 serves 1a and 1b."""
    read = letter(
        "Dear Ms Roe\nYou asked:\n1. How many vans:\na. are electric\nb. are diesel\n2. How old are they?\nResponse\n1. We do not hold this.\n2. Nine years."
    )
    assert [line.match for line in read.question_map] == [Match.ANSWERED] * 3


def test_no_map_without_questions() -> None:
    """A letter that quotes no request has answers and no map."""
    read = letter(
        "Dear Ms Roe\nFOI request\nResponse to question 1: none.\nResponse to question 2: six.\nYours sincerely"
    )
    assert len(read.answers) == 2
    assert read.question_map == ()


def test_a_hundred_questions_are_read() -> None:
    """A long list is a list like any other."""
    asked = "\n".join(f"{number}. How many items of kind {number}x{number} are held?" for number in range(1, 101))
    said = "\n".join(f"{number}. There are {number} of them." for number in range(1, 101))
    read = letter(f"Dear Ms Roe\nYou asked:\n{asked}\nOur response is as follows.\n{said}\nYours sincerely")
    assert len(read.questions) == 100
    assert {line.match for line in read.question_map} == {Match.ANSWERED}


@pytest.mark.parametrize(
    ("sentence", "holding"),
    [
        ("The council holds this information.", Holding.HELD),
        ("The information requested is held.", Holding.HELD),
        ("The council does not hold this information.", Holding.NOT_HELD),
        ("No information is held.", Holding.NOT_HELD),
        ("We hold no records of this kind.", Holding.NOT_HELD),
        ("This is not recorded.", Holding.NOT_HELD),
        ("We can neither confirm nor deny whether this is held.", Holding.NCND),
        ("The duty to confirm or deny does not apply.", Holding.NCND),
        ("The force may hold some information.", Holding.UNCLEAR),
        ("Potentially yes.", Holding.UNCLEAR),
        ("This is exempt under section 40(2).", Holding.REFUSED),
        ("The names have been redacted.", Holding.REFUSED),
        ("We are unable to provide this.", Holding.REFUSED),
        ("This is already publicly available on our website.", Holding.ELSEWHERE),
        ("The report is attached.", Holding.DISCLOSED),
    ],
)
def test_what_a_sentence_says_of_holding(sentence: str, holding: Holding) -> None:
    """Each wording is one statement of its kind on the first question."""
    read = _reply(f"1. {sentence}", "2. Fourteen.", "3. £2.1m.")
    assert holding in {one.holding for one in read.holdings if 0 in one.answers}
    assert holding in read.answers[0].holdings


@pytest.mark.parametrize(
    "sentence",
    [
        "You have the right to be told whether we hold this information.",
        "If the information is held we would consider it.",
        "Confirming or denying that any information is held would help offenders.",
        "A meeting was arranged by the board.",
    ],
)
def test_a_condition_says_nothing_of_holding(sentence: str) -> None:
    """Rights, conditions and hypotheses are no statements."""
    read = _reply(f"1. {sentence}", "2. Fourteen.", "3. £2.1m.")
    assert not [one.holding for one in read.holdings if 0 in one.answers]


@pytest.mark.parametrize(
    "request_",
    [
        "You asked for (1) the number of vans the council owns, (2) what they cost and (3) who maintains them.",
        "Your request was: a) How many vans does the council own? b) What did they cost? c) Who maintains them?",
        '"Please send me (1) the number of vans. (2) The cost of each. (3) The name of the garage."',
    ],
)
def test_a_request_numbered_within_one_paragraph_is_several_questions(request_: str) -> None:
    """Numbers inside a sentence part the request as numbers at line heads do, and the answers find them."""
    keys = ("(a)", "(b)", "(c)") if "a)" in request_ else ("(1)", "(2)", "(3)")
    answers = "\n".join(
        f"{key} {said}" for key, said in zip(keys, ("Held. 41.", "Held. £9,400.", "Held. Arden Motors."), strict=True)
    )
    read = letter(
        f"Dear Ms Roe\nFreedom of Information Act 2000\n{request_}\nOur response is below.\n{answers}\nYours sincerely"
    )
    assert len(read.questions) == 3
    assert [line.match for line in read.question_map] == [Match.ANSWERED] * 3
