"""Tables of questions and answers whose cells wrap over several lines, which are read cell by cell."""

from __future__ import annotations

import pytest

from redactor.letter.model import Match, Pairing
from redactor.rules.examples import Example, view_of

HEAD = "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024."
TAIL = (
    "If you are unhappy you may ask for an internal review within 40 working days by writing to "
    "review@kirkhaven.example.gov.uk.\nYours sincerely\nOfficer"
)
RIGHT, NARROW = 40, 34
"""Letters from the margin to the column of answers, and in a cell of questions."""


def cell(text: str, indent: int = 0, width: int = NARROW) -> str:
    """Return a cell as a page shows it: lines of a width, each where its column begins."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join(" " * indent + one for one in [*lines, line])


def row(question: str, answer: str) -> str:
    """Return a row that wraps: the question's lines, then the answer's."""
    return f"{cell(question)}\n{cell(answer, RIGHT, 48)}"


def table(*rows: str, head: str = "") -> str:
    """Return a letter with a table."""
    return "\n".join([HEAD, head or f"{'Question':<{RIGHT}}\tResponse".replace(" \t", "\t"), *rows, TAIL])


def read(text: str):
    """Return a text as the letter it is, each letter in its place."""
    return view_of(Example(text)).letter


def exchange(letter) -> list[tuple[str, str]]:
    """Return question and answer in pairs, white space aside."""
    assert {answer.pairing for answer in letter.answers} == {Pairing.ROW}
    return [
        (
            " ".join(letter.value(letter.questions[line.question]).split()),
            " ".join(" ".join(letter.value(letter.answers[at]) for at in line.answers).split()),
        )
        for line in letter.question_map
        if line.question is not None
    ]


PAIRS = (
    (
        "How many potholes on classified roads were reported to the council between 1 April 2023 and 31 March 2024?",
        "The council received 412 reports. Of those 398 were repaired, and 14 did not need repair.",
    ),
    ("What did the council spend on repairs to classified roads?", "£1.2m"),
    (
        "Please give the name of the contractor and the length of its contract with the council",
        "Northgate Surfacing Ltd, whose contract ends in 2026 unless the council extends it by a year.",
    ),
)


@pytest.mark.parametrize("numbered", [True, False])
def test_a_cell_over_several_lines_is_one_cell(numbered):
    """A question is asked to its end, and its answer is what stands in the other column."""
    rows = [row(f"{at}. {asked}" if numbered else asked, said) for at, (asked, said) in enumerate(PAIRS, 1)]
    found = read(table(*rows))
    assert exchange(found) == list(PAIRS)
    assert [one.path for one in found.questions] == ([("1",), ("2",), ("3",)] if numbered else [(), (), ()])


def test_a_column_of_numbers_numbers_the_questions():
    """A number on a line of its own belongs to the question that wraps beside it."""
    head = "No" + " " * 8 + "\tQuestion" + " " * 28 + "\tResponse"
    rows = [f"{at}\n{cell(asked, 10, 26)}\n{cell(said, 48, 40)}" for at, (asked, said) in enumerate(PAIRS, 1)]
    found = read(table(*rows, head=head))
    assert exchange(found) == list(PAIRS)
    assert [one.path for one in found.questions] == [("1",), ("2",), ("3",)]


def test_topics_that_ask_nothing_are_questions_in_their_column():
    """A topic has neither number nor question mark."""
    pairs = [
        ("Potholes reported on classified roads in the year to March 2024", "412 in all, of which 398 were repaired."),
        ("Repairs to classified roads, in pounds", "£1.2m"),
    ]
    assert exchange(read(table(*(row(*pair) for pair in pairs)))) == pairs


def test_a_blank_cell_is_a_missing_answer():
    """The next question does not answer the one above."""
    rows = [row(f"1. {PAIRS[0][0]}", PAIRS[0][1]), cell(f"2. {PAIRS[1][0]}"), row(f"3. {PAIRS[2][0]}", PAIRS[2][1])]
    found = read(table(*rows))
    assert [line.match for line in found.question_map] == [Match.ANSWERED, Match.MISSING, Match.ANSWERED]


def test_questions_asked_above_are_known_in_the_table():
    """They are said again there, and not asked twice."""
    asked = "\n".join(f"{at}. {one}" for at, (one, _) in enumerate(PAIRS, 1))
    rows = "\n".join(row(f"{at}. {one}", said) for at, (one, said) in enumerate(PAIRS, 1))
    text = table(rows).replace(HEAD, f"{HEAD}\nYou asked:\n{asked}\nOur reply is in this table.")
    found = read(text)
    assert len(found.questions) == 3
    assert [line.match for line in found.question_map] == [Match.ANSWERED] * 3
    assert [" ".join(found.value(one).split()) for one in found.answers] == [said for _, said in PAIRS]


def test_what_stands_below_the_table_is_no_cell():
    """A paragraph over the whole width, and headings of its own, lead away."""
    below = (
        "The council publishes figures on the state of its roads each year in its annual report, which you may find on line.\n"
        "Cost of this request"
    )
    rows = [row(f"{at}. {asked}", said) for at, (asked, said) in enumerate(PAIRS, 1)]
    found = read(table(*rows).replace(TAIL, f"{below}\n{TAIL}"))
    assert len(found.questions) == 3
    assert [match.match for match in found.question_map] == [Match.ANSWERED] * 3


@pytest.mark.xfail(strict=True, reason="lines read across both columns cannot be parted; README says so")
def test_lines_read_across_both_columns_are_parted():
    """Where cells nearly touch, the page's lines run from one into the other."""
    across = "How many potholes on classified roads we The council received 412 reports of potholes"
    rest = f"{cell('re reported to it in the year?')}\n{cell('in that year, of which 398 were repaired.', RIGHT)}"
    found = read(table(f"{across}\n{rest}", row(*PAIRS[1])))
    assert next(" ".join(found.value(one).split()) for one in found.answers).startswith("The council received 412")


def test_lines_read_across_both_columns_are_asked_about():
    """Which words are whose cannot be told, so nobody may take the question for answered."""
    across = "How many potholes on classified roads we The council received 412 reports of potholes"
    rest = f"{cell('re reported to it in the year?')}\n{cell('in that year, of which 398 were repaired.', RIGHT)}"
    found = read(table(f"{across}\n{rest}", row(*PAIRS[1])))
    assert Match.MISSING in {line.match for line in found.question_map}
