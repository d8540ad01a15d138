"""Staff are told by the title beside their name, and in doubt by the stricter one."""

from __future__ import annotations

import pytest
from decide_made import POLICY, analysis

from redactor.decide.staff import StaffBook
from redactor.model import Action
from redactor.policy import Policy

NAME = "Jane Holloway"
BOOK = StaffBook(POLICY)


def action_of(text: str, name: str = NAME) -> Action | None:
    """Return what the staff groups say of the first mention of a name, None where they are silent."""
    made = analysis(text, ("PERSON", name))
    group = BOOK.people(made).get(0)
    return group.action if group else None


@pytest.mark.parametrize(
    "text",
    [
        "Chief Constable Jane Holloway said so.",
        "the Chief Constable, Jane Holloway, said so.",
        "Chief\nConstable Jane Holloway said so.",
        "chief constable: Jane Holloway",
        "CHIEF CONSTABLE Dr Jane Holloway",
        "Jane Holloway, Chief Constable",
        "Jane Holloway (Chief Constable)",
        "Jane Holloway\nChief Constable\nWestmarch Constabulary",
        "Jane Holloway - the Chief Constable of Westmarch",
        "Jane Holloway, Chief Constable Westmarch Constabulary",
        "Jane Holloway MP wrote to us.",
        "Cllr Jane Holloway",
        "Chief Constable\tnone\tJane Holloway\tExt. 4100",
        "Chief Constable\nnone\nJane Holloway\nExt. 4100",
        "Chief Constable none\tJane Holloway\tExt. 4100",
        "Jane Holloway\tChief Constable\tExt. 4100",
        "Jane Holloway\t0017\tChief Constable",
    ],
)
def test_title_before_or_after_a_name_speaks(text: str) -> None:
    """Titles stand before, behind, over a line end, or in the cells of a table."""
    assert action_of(text) is Action.KEEP


@pytest.mark.parametrize(
    "text",
    [
        "Jane Holloway, PA to the Chief Constable",
        "PA to the Chief Constable, Jane Holloway",
        "Staff Officer to the Chief Constable: Jane Holloway",
        "Office of the Chief Constable, Jane Holloway",
        "wife of the Chief Constable, Jane Holloway",
        "Jane Holloway, Chief Constable's Office",
        "Jane Holloway, Chief Constable’s Office",
        "Chief Constable's Office, Jane Holloway",
        "Jane Holloway, Chief Constable office",
        "Jane Holloway, Councillor John Brown and others attended.",
        "Jane Holloway, Cllr J Brown and others attended.",
        "Jane Holloway\nCllr John Brown",
        "Jane Holloway wrote to the Chief Constable.",
        "The Chief Constable wrote. Jane Holloway replied.",
        "The vice-Chief Constable Jane Holloway",
        "Jane Holloway, member of the public",
        "mp Jane Holloway",
        "Jane Holloway\tJohn Brown\tChief Constable",
    ],
)
def test_title_of_somebody_else_does_not_speak(text: str) -> None:
    """Whoever works for, lives with, or is listed beside a chief officer is not one."""
    assert action_of(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Seen by Chief Constable Jane Holloway.", "Chief Constable Jane Holloway"),
        ("Seen by Cllr. Jane Holloway.", "Cllr. Jane Holloway"),
    ],
)
def test_title_inside_the_match_speaks(text: str, name: str) -> None:
    """The name model may take the title for a part of the name."""
    assert action_of(text, name) is Action.KEEP


@pytest.mark.parametrize(
    "text",
    [
        "PC 2931 Jane Holloway",
        "PC Jane Holloway",
        "Police Constable\t2931\tJane Holloway",
        "Police Constable\nJane Holloway\nChief Constable\nJohn Brown",
    ],
)
def test_junior_rank_is_redacted(text: str) -> None:
    """A collar number between rank and name does not part them; of a rank on either side the stricter one counts."""
    assert action_of(text) is Action.REDACT


def test_abbreviation_counts_in_capitals_only() -> None:
    """The letters DI are a rank and "Di" a forename."""
    assert action_of("DI Jane Holloway") is Action.REVIEW
    assert action_of("Di Jane Holloway") is None


def test_one_title_speaks_for_every_mention_of_the_full_name() -> None:
    """The chief officer is the same person on page nine, where no title stands."""
    made = analysis("Chief Constable Jane Holloway came. Later Jane Holloway left.", ("PERSON", NAME))
    assert [group.action for _, group in sorted(BOOK.people(made).items())] == [Action.KEEP, Action.KEEP]


def test_of_two_namesakes_the_stricter_group_wins() -> None:
    """Where a constable has the chief's name, neither is kept by it."""
    made = analysis("Chief Constable Jane Holloway and PC Jane Holloway and Jane Holloway.", ("PERSON", NAME))
    assert {group.action for group in BOOK.people(made).values()} == {Action.REDACT}


def test_other_entities_have_no_rank() -> None:
    """An e-mail address behind "Chief Constable" is no person."""
    made = analysis("Chief Constable jane@force.example", ("EMAIL_ADDRESS", "jane@force.example"))
    assert BOOK.people(made) == {}


def test_policy_without_staff_groups_is_silent() -> None:
    """No titles, no pattern, no error."""
    made = analysis("Chief Constable Jane Holloway", ("PERSON", NAME))
    assert StaffBook(Policy(name="none")).people(made) == {}


def test_odd_letters_of_a_title_break_nothing() -> None:
    """A dotless i equals "i" for a pattern and not for Unicode; the title is then unknown, not an error."""
    assert action_of("Ch\u0131ef Constable Jane Holloway") in {None, Action.KEEP}
