"""Refusals, doubts and facts in plain words, each beside a look-alike that says something else."""

from __future__ import annotations

import pytest

from redactor.decide.mailboxes import RoleMailboxes
from redactor.model import Severity
from redactor.policy import load
from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

RULES = [rule for rule in all_rules() if rule.code.startswith("L")]
TOP = "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Ms Adeyemi\n"
ASKED = "On 3 March 2025 you asked under the Freedom of Information Act 2000 for {}.\n"
END = (
    "You may ask for an internal review within 40 working days by writing to foi@ashcombe.example.gov.uk.\n"
    "If you remain dissatisfied you may complain to the Information Commissioner's Office, Wycliffe House, Water Lane, "
    "Wilmslow SK9 5AF, 0303 123 1113, www.ico.org.uk.\nYours sincerely\nInformation Officer"
)


def _codes(asked: str, said: str, *, note: bool = False) -> set[str]:
    view = view_of(Example(f"{TOP}{ASKED.format(asked)}{said}\n{END}"))
    return {one.code for one in run(RULES, view) if note or one.severity is not Severity.NOTE}


REFUSED = [
    ("the valuer's letter", "The letter has been found. Members resolved that it should remain confidential."),
    ("the register", "We hold the register. It ought to stay within the Council until the project ends."),
    ("the fault reports", "We hold two reports. I have decided that the last page of each should be withheld."),
    ("the names of the members", "We have those. We would rather not say, as it would only set people talking."),
    ("the panel's notes", "Please find the notes with this letter. Here and there you will come to a black box."),
    ("the make of the alarm", "We are keeping the make of the alarm in each of our buildings to ourselves."),
    ("the unit price", "Total: \u00a318,220\nUnit price: withheld"),
]
NOT_REFUSED = [
    ("the number of offences", "There were 61 offences. The cells should remain open until May."),
    ("the use of our name", "You may do this 12 times. If anything should be withheld we will tell you why."),
    ("the cost of the ambulance recorder", "It cost \u00a3310 and is a black box under the dashboard."),
    ("the fines", "Fines came to \u00a3310. We do not think that publishing the names served any purpose in 1990."),
]
UNSURE = [
    ("the minutes of 2019", "We cannot say whether we have them."),
    ("the kennel bills", "Eleven dogs were seized. We might have a few of them ourselves."),
    ("the reasons given", "61 people left. The reason may be recorded in the paper file of each."),
]
SURE = [
    (
        "the cost of the lift",
        "It costs \u00a3310. No quotation has come for next year, so I cannot tell you if it will be enough.",
    ),
    ("the number of stiles", "We made 114. I cannot tell you whether the weather will let us do more."),
    ("the number of fines", "911 were waived. We could not say whether every waiver was written down at the time."),
    ("the number of offences", "There were 61. Offences may be recorded some time after they happen."),
    ("the log of the launch", "The launch cost \u00a3212,000. Her log should be kept up every day."),
    (
        "the notes",
        "We hold 4 pages and enclose them. Members would speak less freely, and officers would keep their doubts.",
    ),
    ("the number of licences", "We issued 61, of which 12 went to boats that had not held one before."),
    ("the number of complaints", "The Council recorded 217 complaints. If you would like them by ward please ring us."),
]


@pytest.mark.parametrize(("asked", "said"), REFUSED)
def test_what_is_kept_back_in_plain_words_needs_an_exemption(asked: str, said: str) -> None:
    assert "L106" in _codes(asked, said)


@pytest.mark.parametrize(("asked", "said"), [*NOT_REFUSED, *SURE])
def test_what_only_sounds_like_it_refuses_nothing(asked: str, said: str) -> None:
    assert not _codes(asked, said) & {"L106", "L114"}


@pytest.mark.parametrize(("asked", "said"), UNSURE)
def test_a_doubt_whether_it_is_held_is_told(asked: str, said: str) -> None:
    assert "L104" in _codes(asked, said)


@pytest.mark.parametrize(("asked", "said"), [*SURE, *NOT_REFUSED])
def test_a_caveat_leaves_no_doubt_whether_it_is_held(asked: str, said: str) -> None:
    assert "L104" not in _codes(asked, said)


LAW = (
    "We hold both documents. We are not able to give them to you.\nSection 31(1)(g) of the Act exempts information if its "
    "disclosure would be likely to prejudice the exercise of an authority's functions for a purpose in section 31(2).{}\n"
    "The inquiry is open, and disclosure would be likely to prejudice it: witnesses could shape what they say.\n"
    "For disclosure there is the interest of tenants in the state of their homes. Against it there is the public interest in an "
    "inquiry that can be relied on. On balance we withhold them."
)


def test_the_one_exemption_that_a_refusal_retells_is_its_ground() -> None:
    assert not _codes("two letters", LAW.format("")) & {"L106", "L109", "L111"}


def test_an_exemption_that_only_may_apply_is_none() -> None:
    said = "We hold both documents. We are not able to give them to you. Section 31(1)(g) may apply to such papers."
    read = view_of(Example(f"{TOP}{ASKED.format('two letters')}{said}\n{END}")).letter
    assert read is not None
    assert not read.exemptions


SILENT = "We neither confirm nor deny that we hold anything of the kind. We do so by virtue of {}, since either answer would be likely to help burglars."


def test_what_is_said_behind_is_the_limb_of_the_silence() -> None:
    assert "L113" in _codes("the lock", SILENT.format("section 31(1)(a)"))
    assert "L113" not in _codes("the lock", SILENT.format("section 31(3)"))


def test_another_answers_exemption_is_not_this_ones() -> None:
    asked = "(i) the response rate, (ii) the scores, (iii) the comments"
    said = (
        "(i) 71 per cent.\n(ii) The scores are at https://www.ashcombe.example.gov.uk/survey and are exempt under section "
        "21(1) because you can get them there.\n(iii) We do not intend to hand these over.{}"
    )
    assert "L106" in _codes(asked, said.format(""))
    assert "L106" not in _codes(asked, said.format(" They are personal data and exempt under section 40(2)."))


REVIEW = (
    "You asked us on 3 March 2025 to review our answer of 12 February 2025. I took no part in it.\nWe withheld the register "
    "under section 43(2). I do not think that any contractor could gain from it, and so that exemption falls away.{}\n"
)


def _review(said: str) -> set[str]:
    view = view_of(Example(f"{TOP}Freedom of Information: internal review\n{REVIEW.format(said)}{END}"))
    return {one.code for one in run(RULES, view)}


def test_a_refusal_behind_an_exemption_that_fell_away_rests_on_nothing() -> None:
    assert "L106" in _review(" All the same I am not able to let you have it.")
    assert not _review(" It is enclosed.") & {"L102", "L106", "L109"}


def test_the_day_on_which_a_review_was_asked_for_is_not_the_requests() -> None:
    assert "L102" not in _review("")


@pytest.mark.parametrize("local", ["chair", "governors", "headteacher", "bursar"])
def test_an_office_has_a_mailbox_that_is_nobodys_name(local: str) -> None:
    assert RoleMailboxes(load("uk-foi")).holds(f"{local}@ashcombe.example.sch.uk")


@pytest.mark.parametrize("local", ["j.chair", "dean", "marion.review", "warden.smith"])
def test_a_name_beside_an_office_is_a_persons(local: str) -> None:
    assert not RoleMailboxes(load("uk-foi")).holds(f"{local}@ashcombe.example.sch.uk")
