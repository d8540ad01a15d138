"""Replies in numbered parts whose heads are the only list of questions."""

from __future__ import annotations

import pytest
from letters_made import letter

from redactor.letter import Letter
from redactor.letter.model import Holding, Match

_HEAD = "Dear Ms Adeyemi\nThank you for your request of 4 May 2025 about ferries.\n"
_END = "\nIf you are unhappy you may ask for an internal review within 40 working days.\nYours sincerely\nInformation Officer"
_TITLES = "1. Number of crossings\nThe Council holds this. There were 214.\n2. Names of the skippers\nNot held.\n3. Cost of fuel\nHeld. It was £3,000."


def _read(body: str) -> Letter:
    return letter(_HEAD + body + _END, regime="foia")


def _asked(read: Letter) -> list[tuple[str, str]]:
    return [("".join(one.path), read.text[one.start : one.end]) for one in read.questions if one.path]


def _matches(read: Letter) -> list[Match]:
    return [line.match for line in read.question_map]


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        (_TITLES, ["Number of crossings", "Names of the skippers", "Cost of fuel"]),
        (
            "(a) The timetable for June. The Council holds this. It is below.\n(b) The charter agreement. This is held. It is exempt under "
            "section 43(2), as it would prejudice the operator.\n(c) Any report of a grounding. None is held.",
            ["The timetable for June.", "The charter agreement.", "Any report of a grounding."],
        ),
        (
            "1. Timetable - held. It is below.\n2. Charter - this is held: £4,000.\n3. E-mails - not held.",
            ["Timetable", "Charter", "E-mails"],
        ),
        (
            "Question 1: How many crossings were there?\nInformation held and disclosed: 214.\nQuestion 2: The names of the skippers.\n"
            "Held but exempt under section 40(2), as they are personal data.",
            ["How many crossings were there?", "The names of the skippers."],
        ),
        (
            "(i) Timetables\nWe hold these. They are below.\n(ii) Skippers\nTheir names are withheld under section 40(2) as personal data.",
            ["Timetables", "Skippers"],
        ),
    ],
)
def test_numbered_heads_are_the_questions(body: str, heads: list[str]) -> None:
    """Each head is a question, each has what stands behind it as its answer, and nothing is missing or too much."""
    read = _read(body)
    assert [words for _, words in _asked(read)] == heads
    assert set(_matches(read)) == {Match.ANSWERED}
    assert all(answer.end > answer.start for answer in read.answers if answer.paths)


def test_each_part_has_its_own_holding() -> None:
    """What is not held under the second head is not held there, and nowhere else."""
    read = _read(_TITLES)
    said = {"".join(answer.paths[0]): answer.holdings for answer in read.answers if answer.paths}
    assert Holding.NOT_HELD in said["2"]
    assert Holding.NOT_HELD not in said["1"] | said["3"]


def test_a_gap_in_the_numbers_is_told() -> None:
    """After 2 comes 4: whatever was asked third got no answer."""
    read = _read(_TITLES.replace("3. Cost", "4. Cost"))
    assert _matches(read).count(Match.MISSING) == 1


def test_a_question_in_the_request_that_no_part_takes_up_is_missing() -> None:
    """The request asks for the insurance as well."""
    quoted = "You asked:\n- How many crossings were there?\n- Which insurer covers the moorings?\nOur response:\n"
    read = _read(quoted + "1. Crossings - held. There were 214.\n2. Skippers - not held.\n3. Fuel - held: £300.")
    missing = [line for line in read.question_map if line.match is Match.MISSING]
    assert ["insurer" in read.text[line.start : line.end] for line in missing] == [True]


@pytest.mark.parametrize(
    "body",
    [
        "You asked:\n1. Number of crossings\n2. Names of the skippers\n3. Cost of fuel\nWe hold nothing on any of these.",
        "You asked:\n1. Number of crossings\n2. Cost of fuel\nOur answer:\n1. There were 214.\n2. £3,000.",
        "We hold the log, and withhold it for these reasons:\n1. Section 31(1)(a) applies, as it would prejudice the prevention of crime.\n"
        "2. Section 40(2) applies, as it names people.",
    ],
)
def test_lists_of_another_sort_are_no_heads(body: str) -> None:
    """Questions in a list of their own, answers under the same numbers, and reasons are read as before."""
    read = _read(body)
    assert not any(line.match is Match.EXTRA for line in read.question_map)
    assert not any(words.startswith(("Section", "There")) for _, words in _asked(read))


def test_heads_that_divide_a_letter_are_no_questions() -> None:
    """Heads such as "1. Your request" and "2. Our decision" say what the letter does, not what was asked."""
    read = _read(
        "1. Your request\nYou asked for the number of crossings and the skippers' names.\n2. Our decision\nWe hold this. There were 214. "
        "The names are withheld.\n3. Exemption\nSection 40(2) applies, as the names are personal data."
    )
    assert _asked(read) == []
    assert set(_matches(read)) == {Match.ANSWERED}


def test_numbered_answers_meet_unnumbered_questions_in_their_order() -> None:
    """Three bullets asked, three numbers answered."""
    asked = "You asked for:\n- the number of crossings\n- the cost of fuel\n- reports of groundings\nWe hold this information.\n"
    read = _read(asked + "1. There were 214.\n2. It was £3,000.\n3. There were none.")
    assert _matches(read) == [Match.ANSWERED] * 3
    read = _read(asked + "1. There were 214 crossings.\n2. The fuel cost £3,000.")
    assert [read.text[line.start : line.end] for line in read.question_map if line.match is Match.MISSING] == [
        "reports of groundings"
    ]
