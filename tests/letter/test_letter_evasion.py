"""An answer without a word on holding that passes by the document or the figure asked for leaves the officer to look."""

from __future__ import annotations

import pytest

from redactor.letter import evasion
from redactor.letter.model import Passage
from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

DOCUMENTS = [
    "please provide a copy of the fire safety report.",
    "the surveyor's report on the roof.",
    "any correspondence with the landlord about the roof.",
    "all emails between the leader and mr cole in may 2024.",
]
FIGURES = ["how much did the repairs cost?", "the number of complaints about the roof.", "when was it last inspected?"]
PASSES_BY = [
    "the report is with our solicitors.",
    "this falls outside the act.",
    "please see the minister's remarks in parliament.",
    "the matter is under investigation.",
    "we take fire safety very seriously.",
    "this is a matter for the landlord.",
    "you have been told about this before.",
    "this has been dealt with under a separate request.",
    "it is being finalised.",
    "it forms part of live negotiations.",
    "our reply is as follows. that is a question for the developer.",
    "it has been sent to our solicitors.",
    "we are always looking at this.",
    "the matter was given to the police.",
    "the website is being rebuilt.",
    "all of us take this very seriously.",
    "the following week the roof was repaired.",
    "the schedule of works has not been agreed.",
]
GIVES = [
    "attached.",
    "see annex b.",
    "no such report exists.",
    "none.",
    "no report was commissioned.",
    "this can be found at www.ashcombe.gov.uk/report.",
    "please see the answer to question 1.",
    "we do not have one.",
    "n/a",
    'it reads: "the roof is sound."',
    "the report is published on our website.",
    "this was provided to you on 3 may.",
    "this is given in the annual accounts.",
    "we gave it to you in our letter of 3 may.",
    "most of them, see annex a.",
]
LETTER = (
    "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\nThank you for your Freedom of Information "
    "request received on 3 March 2025. You asked:\n1. How many alarms were fitted?\n2. {}\nOur reply is as follows.\n1. 14.\n"
    "2. {}\nYours sincerely\nInformation Officer"
)


def passes_by(asked: str, said: str) -> bool:
    text = f"{asked} {said}"
    return evasion.evades(text, Passage(0, len(asked)), Passage(len(asked) + 1, len(text)))


@pytest.mark.parametrize("asked", DOCUMENTS + FIGURES)
def test_an_answer_passes_by_what_was_asked_for(asked: str) -> None:
    """Neither given, nor pointed to, nor said not to exist."""
    assert [said for said in PASSES_BY if not passes_by(asked, said)] == []


@pytest.mark.parametrize("asked", DOCUMENTS + FIGURES)
def test_an_answer_that_gives_points_or_denies_does_not(asked: str) -> None:
    """Whatever can be the answer is one."""
    assert [said for said in GIVES if passes_by(asked, said)] == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what is your policy on late fines?", "the policy is applied with discretion."),
        ("why was the report delayed?", "the report is with our solicitors."),
        ("how many were fined?", "a handful."),
        ("when is the roof inspected?", "the roof is inspected annually."),
        ("a list of the schools inspected.", "ashby primary, mill lane primary."),
        ("who wrote the report?", "it was a local firm."),
    ],
)
def test_an_explanation_may_be_any_words(asked: str, said: str) -> None:
    """Only documents and figures can be told to be missing."""
    assert not passes_by(asked, said)


@pytest.mark.parametrize(("said", "raised"), [("It is with our solicitors.", 1), ("A copy is attached.", 0)])
def test_the_rule_on_holding_says_so(said: str, raised: int) -> None:
    """L104 points at the answer."""
    rule = [one for one in all_rules() if one.code == "L104"]
    assert len(list(run(rule, view_of(Example(LETTER.format("A copy of the roof survey.", said)))))) == raised


KEPT = [
    ("a copy of the roof survey.", "Held, but this is between the officers and the council."),
    ("what advice did officers give?", "Held, but this is between the officers and the council."),
    ("what advice did officers give?", "We hold this. It is between the officers and the council."),
    ("a copy of the roof survey.", "We hold the survey."),
    ("a copy of the roof survey.", "The council holds this, though it is a private matter."),
    ("how much did it cost?", "Information held. This is a matter for the contractor."),
    ("a copy of the roof survey.", "The survey exists; it is an internal paper."),
    ("who carried out the survey?", "We have this, however the firm would not like it known."),
    ("the minutes of the meeting.", "This is held by the council."),
    ("a copy of the roof survey.", "The survey is held. It forms part of live negotiations."),
]
NOT_KEPT = [
    ("how much did it cost?", "Held. \u00a34,300."),
    ("a copy of the roof survey.", "We hold the survey. It is attached."),
    ("who carried out the survey?", "We hold this, but only since 2019. It was Marlowe and Partners."),
    ("the policy on late fees.", "This is held. See annex A."),
    ("how many were repaired?", "We hold this, but not by ward. There were 31."),
    ("how many were repaired?", "Information held: 31."),
    ("a copy of the roof survey.", "This is held and is published on our website at www.ashcombe.gov.uk/roof."),
    (
        "a copy of the roof survey.",
        "We hold the survey. It is withheld under section 43(2), as it would be likely to help rivals.",
    ),
    ("which firm did the work?", "This is held. Marlowe and Partners."),
    ("a copy of the roof survey.", "We hold the survey, but it is exempt under section 43(2)."),
]


@pytest.mark.parametrize(("asked", "said"), KEPT)
def test_held_and_nothing_more_is_no_answer(asked: str, said: str) -> None:
    """It neither gives what was asked for nor refuses it."""
    rule = [one for one in all_rules() if one.code == "L104"]
    assert len(list(run(rule, view_of(Example(LETTER.format(asked, said)))))) == 1


@pytest.mark.parametrize(("asked", "said"), NOT_KEPT)
def test_held_and_given_pointed_to_or_refused_is_one(asked: str, said: str) -> None:
    """Whatever else the refusal may lack."""
    rule = [one for one in all_rules() if one.code == "L104"]
    assert list(run(rule, view_of(Example(LETTER.format(asked, said))))) == []
