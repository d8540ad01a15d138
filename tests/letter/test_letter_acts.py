"""What a sentence does to the thing it speaks of: confirm, deny, count, name, suppose."""

from __future__ import annotations

import pytest

from redactor.letter import acts, topics, words
from redactor.letter.model import Act, Passage


def act_of(text: str, shared: str = "drone") -> Act | None:
    lowered = words.lower(text)
    fact = acts.fact(lowered, Passage(0, len(text)))
    if fact is None:
        return None
    return acts.of_sentence(text, lowered, fact, frozenset({topics.root(shared)}), topics.Subjects(text, lowered))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Officers use drones at night.", Act.CONFIRMS),
        ("I can confirm that the force has drones.", Act.CONFIRMS),
        ("The force has never flown drones.", Act.DENIES),
        ("Six drones were flown.", Act.COUNTS),
        ("There are 14 drones in the garage.", Act.COUNTS),
        ("Its drones are supplied by Arrowfield Ltd.", Act.NAMES),
        ("The drones are kept at night in a shed.", Act.NAMES),
        ("A drone was found in May.", Act.CONFIRMS),
    ],
)
def test_a_statement_of_fact_is_told(text: str, act: Act) -> None:
    """Each of these gives an answer away."""
    assert act_of(text) is act


@pytest.mark.parametrize(
    "text",
    [
        "Confirming that the force has drones would help criminals.",
        "If drones are used, criminals would learn of it.",
        "To reveal that it uses drones would harm operations.",
        "Drones may be used by any force.",
        "Your request about drones was received by two officers.",
        "You asked about drones.",
        "Section 31 protects the use of drones.",
    ],
)
def test_a_supposition_or_a_point_of_law_states_nothing(text: str) -> None:
    """What would follow is no fact, and what was asked is none of ours."""
    assert act_of(text) is None


@pytest.mark.parametrize(
    ("answer", "act"),
    [
        ("Yes.", Act.CONFIRMS),
        ("None.", Act.DENIES),
        ("14", Act.COUNTS),
        ("\u00a3114,000", Act.COUNTS),
        ("Arrowfield Marine Ltd", Act.NAMES),
    ]
    + [(text, None) for text in ("See question 1.", "As above.", "Please refer to the answer to part 2.", "N/A")],
)
def test_a_short_answer_speaks_of_what_was_asked(answer: str, act: Act | None) -> None:
    """A pointer to another answer says nothing."""
    assert acts.of_answer(answer, words.lower(answer), Passage(0, len(answer))) is act


@pytest.mark.parametrize(
    ("row", "act"),
    [
        ("Drones\t6", Act.COUNTS),
        ("Drones\tnil", Act.DENIES),
        ("Drones\tYes", Act.CONFIRMS),
        ("3 May\tPurchase of drones", Act.NAMES),
        ("Drones\tNCND", None),
        ("Drones\texempt under section 31", None),
    ],
)
def test_a_row_speaks_of_what_a_cell_names(row: str, act: Act | None) -> None:
    """A number beside it, or an entry of a list."""
    lowered = words.lower(row)
    assert (
        acts.of_row(lowered, Passage(0, len(row)), frozenset({topics.root("drones")}), topics.Subjects(row, lowered))
        is act
    )


def test_what_is_taken_for_granted() -> None:
    """The information that "relates to" something is, and what is "if held" is not."""
    for text, granted in (
        ("The information relates to tactics.", True),
        ("Releasing the withheld information would do harm.", True),
        ("If held, the information is sensitive.", False),
        ("Any information would be sensitive.", False),
    ):
        assert acts.presupposes(words.lower(text), Passage(0, len(text))) is granted, text
