"""Questions found, and answers joined to them, measured on a labelled set of letters."""

from __future__ import annotations

import pytest
from exchanges_last import LAST
from exchanges_later import LATER
from exchanges_made import EXCHANGES as FIRST
from exchanges_more import MORE
from letters_made import Marked, letter, marked

from redactor.letter import Letter
from redactor.letter.numbering import path

ENOUGH = 0.95
EXCHANGES = FIRST | LATER | LAST | MORE


def _key(question_path: tuple[str, ...]) -> str:
    return "".join(question_path)


def _questions(made: Marked, read: Letter) -> tuple[dict[int, str], int]:
    """Return the labelled key of every question found rightly, and how many were found in all."""
    right = {}
    for at, question in enumerate(read.questions):
        for key, start, end in made.questions:
            same = abs(question.start - start) <= 2 and abs(question.end - end) <= 0.2 * (end - start) + 2
            numbered = key.startswith("*") or path(key) == question.path
            if same and numbered:
                right[at] = key
    return right, len(read.questions)


def _pairs(made: Marked, read: Letter, right: dict[int, str]) -> tuple[int, int, int]:
    """Return how many pairs of question and answer are right, how many were made, and how many there are."""
    asked = {key for key, _, _ in made.questions}
    wanted = {(key, start, end) for keys, start, end in made.answers for key in keys if key in asked}
    good, all_ = 0, 0
    for answer in read.answers:
        for question in answer.questions:
            if read.questions[question].stem:
                continue
            all_ += 1
            good += any(
                right.get(question) == key
                and min(answer.end, end) - max(answer.start, start) >= 0.5 * max(answer.end - answer.start, end - start)
                for key, start, end in wanted
            )
    return good, all_, len(wanted)


def measure(names: list[str]) -> dict[str, float]:
    """Return precision and recall of questions and of pairs over some letters."""
    counts = [0] * 6
    for name in names:
        made = marked(EXCHANGES[name])
        read = letter(made.text)
        right, found = _questions(made, read)
        good, all_, wanted = _pairs(made, read, right)
        for at, number in enumerate((len(right), found, len(made.questions), good, all_, wanted)):
            counts[at] += number
    return {
        "question precision": counts[0] / counts[1],
        "question recall": counts[0] / counts[2],
        "pair precision": counts[3] / counts[4],
        "pair recall": counts[3] / counts[5],
    }


def test_questions_and_answers_are_found_and_joined_in_nineteen_of_twenty() -> None:
    """Precision and recall, for questions and for pairs, are at least 0.95 over all labelled letters."""
    figures = measure(list(EXCHANGES))
    print(len(EXCHANGES), "letters:", {name: round(value, 3) for name, value in figures.items()})  # noqa: T201  # the measured figures, shown by pytest -s
    assert len(EXCHANGES) >= 25
    assert min(figures.values()) >= ENOUGH


@pytest.mark.parametrize("name", EXCHANGES)
def test_every_part_lies_in_the_text(name: str) -> None:
    """Questions and answers are ranges of the text, and each index leads to a question."""
    read = letter(marked(EXCHANGES[name]).text)
    for part in (*read.questions, *read.answers, *read.question_map):
        assert 0 <= part.start <= part.end <= len(read.text)
    for answer in read.answers:
        assert all(0 <= question < len(read.questions) for question in answer.questions)
