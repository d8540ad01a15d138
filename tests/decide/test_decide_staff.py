"""Staff are told by the title beside their name, and in doubt by the stricter one."""

from __future__ import annotations

import pytest
from decide_made import POLICY, analysis

from redactor.decide.staff import StaffBook
from redactor.model import Action
from redactor.policy import Policy
from redactor.policy_parts import StaffGroup

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


OFFICES = Policy(
    name="offices",
    staff={
        "public": StaffGroup(
            titles=("Chief Executive", "Vice-Chancellor", "Police and Crime Commissioner", "Minister for"),
            action=Action.KEEP,
            why="public office",
        ),
        "middle": StaffGroup(titles=("Head of", "Director", "Monitoring Officer"), action=Action.REVIEW, why="senior"),
        "junior": StaffGroup(titles=("Clerk", "PC"), action=Action.REDACT, why="junior"),
    },
)
OFFICE_BOOK = StaffBook(OFFICES)


def office_of(text: str, name: str = NAME) -> StaffGroup | None:
    """Return the staff group of the first mention of a name, by a policy of offices."""
    return OFFICE_BOOK.people(analysis(text, ("PERSON", name))).get(0)


@pytest.mark.parametrize(
    "text",
    [
        "Vice-Chancellor: Professor Jane Holloway",
        "Vice Chancellor: Professor Jane Holloway",
        "Professor Jane Holloway\nVice-Chancellor\nExample University",
        "Vice\u2011Chancellor Professor Dame Jane Holloway",
        "Chief Executive: Jane Holloway",
        "Jane Holloway\nActing Chief Executive",
        "Jane Holloway, Interim Chief Executive of the Trust",
        "Jane Holloway, Chief Executive\nJohn Brown, Clerk",
        "Jane Holloway\nMinister for Policing\nHome Department",
        "Minister for Policing: Jane Holloway",
        "Yours sincerely\n\nJane Holloway\nChief\nExecutive",
        "Jane Holloway - Chief Executive - Example Trust",
        "Jane Holloway\tChief Executive\tExample Hall",
        "Chief Executive s40(2)\tJane Holloway",
        "Chief Executive\tReg 13(1)\tJane Holloway",
    ],
)
def test_offices_are_kept_wherever_their_title_stands(text: str) -> None:
    """A public office is told in a signature block, a label, a table and over a line end, with a standing before it."""
    group = office_of(text)
    assert group is not None
    assert group.action is Action.KEEP


@pytest.mark.parametrize(
    "text",
    [
        "Jane Holloway\nHead of Legal Services\nExample Council",
        "Head of Legal Services: Jane Holloway",
        "managed under the Head of Adult Services, Dr Jane Holloway.",
        "Jane Holloway, Director of Finance",
        "Jane Holloway (Monitoring Officer)",
    ],
)
def test_title_with_a_department_speaks(text: str) -> None:
    """What follows "Head of" is a department, not the next person's name."""
    group = office_of(text)
    assert group is not None
    assert group.action is Action.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Chair: Jane Holloway   Chief Executive: John Brown",
        "Chair: Jane Holloway\nChief Executive: John Brown",
        "Chair: Jane Holloway\tChief Executive: John Brown",
        "Jane Holloway\t4417\nChief Executive\tJohn Brown",
        "Jane Holloway\nChief Executive\tJohn Brown",
        "Jane Holloway\nChief Executive\t4417\tJohn Brown\nClerk\t4418\tAnn Lee",
        "Jane Holloway and the Chief Executive",
        "Jane Holloway, Chief Executives' Board",
    ],
)
def test_title_of_the_next_person_is_not_taken(text: str) -> None:
    """In a list of labels or a table the title that follows a name is the next row's."""
    assert office_of(text) is None


def test_reason_names_the_title_it_rests_on() -> None:
    """The officer reads why a name stays: which title, where, and what the policy says of it."""
    made = analysis("Chief Executive Jane Holloway came. Later Jane Holloway left.", ("PERSON", NAME))
    assert [group.why for _, group in sorted(OFFICE_BOOK.people(made).items())] == [
        "Titled 'Chief Executive' beside the name. public office",
        "Titled 'Chief Executive' beside this name elsewhere in the document. public office",
    ]


@pytest.mark.parametrize("between", ["", ", ", "\n", " (", " - "])
@pytest.mark.parametrize("title", ["Chief Executive", "Vice-Chancellor", "Police and Crime Commissioner"])
def test_whoever_works_for_an_office_does_not_hold_it(title: str, between: str) -> None:
    """A secretary, a relative or an office beside the title takes nothing from it."""
    for text in (f"Jane Holloway{between or ' '}PA to the {title}", f"Jane Holloway{between or ' '}{title}'s office"):
        group = office_of(text)
        assert group is None or group.action is not Action.KEEP, text
