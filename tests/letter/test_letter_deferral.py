"""Information that is put off until something has happened is refused until then, whatever it is called."""

from __future__ import annotations

import pytest

from redactor.letter import deferral
from redactor.rules import all_rules, run
from redactor.rules.examples import view_of

PUT_OFF = [
    "we will let you have this when the minister has decided.",
    "you will be sent the report once the board has approved it.",
    "the figures will be released to you as soon as they have been signed off.",
    "we shall write to you again when the audit is finished and let you have the figures then.",
    "you can have them after the next meeting.",
    "this will have to wait until the election is over.",
    "it is too early to share this with you.",
    "the report is still with the minister and we hope to let you have it in the spring.",
    "please come back to us in the new year.",
    "once the tender has been awarded we will send you the contract.",
    "it would be premature to release the draft.",
    "the survey results will be made available to you later this year.",
    "after cabinet has met you may see the paper.",
    "we intend to provide the business case when the programme has been agreed.",
    "the data will be shared with you at a later date.",
    "the minutes are not yet approved.",
    "we are happy to give you the plans following publication of the inspector's report.",
    "please ask us again after the budget.",
    "they will be given to you when the trial has ended.",
    "we will send this to you when legal services allow it.",
]
NOT_PUT_OFF = [
    "we will reply by 2 april 2024.",
    "we will send you the information as soon as our searches are finished.",
    "we will let you have our answer when the team has replied.",
    "you will receive a full response once the public interest has been weighed.",
    "the report will be sent to you when we have received your payment.",
    "we will send you the files when you have told us which years you mean.",
    "the report was published after the board had approved it.",
    "the policy is reviewed when the law changes.",
    "we gave you the minutes in may.",
    "if you narrow the request we can send you the figures next week.",
    "the figures would be provided only after the contractor had agreed.",
    "a copy is attached.",
    "applications are decided once the committee has met.",
    "the contract will be let again next year.",
    "once we have collected the records we will consider whether any of them are exempt.",
    "tenants are sent the report after each inspection.",
    "you can ask for an internal review after you have read this.",
    "we will give you our decision in due course.",
    "this information is provided when a licence is granted.",
    "should you pay the fee, we will send you the copies after that.",
]
LETTER = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "You asked:\n1. How many alarms were fitted?\n2. A copy of the survey.\nOur reply:\n1. Fourteen.\n2. {}\nYours sincerely"
)


@pytest.mark.parametrize("said", PUT_OFF)
def test_what_is_promised_for_later_is_put_off(said: str) -> None:
    """What has to happen first is neither the requester's to do nor a part of the search."""
    assert deferral.defers(said, 0, len(said))


@pytest.mark.parametrize("said", NOT_PUT_OFF)
def test_a_promise_of_an_answer_puts_nothing_off(said: str) -> None:
    """Nor does what waits for the requester, or what was or is done with others."""
    assert not deferral.defers(said, 0, len(said))


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("You will have the survey once the board has met.", 1),
        ("The survey is exempt under section 22(1). You will have it once the board has met in May.", 0),
        ("The survey will be sent to you as soon as we have found it.", 0),
        ("A copy is attached.", 0),
    ],
)
def test_the_rule_on_refusals_says_so(said: str, raised: int) -> None:
    """L106 asks for the exemption under which it is kept till then."""
    rule = [one for one in all_rules() if one.code == "L106"]
    hits = [one for one in run(rule, view_of(LETTER.format(said))) if "put off" in one.message]
    assert len(hits) == raised


@pytest.mark.parametrize(
    "said", ["You will have the report once the board has met.", "We cannot share this until it has met."]
)
def test_a_letter_that_only_puts_off_gives_nothing(said: str) -> None:
    """It is no full disclosure, and something above a note is said of it."""
    view = view_of(LETTER.partition("You asked")[0] + said + "\nYours sincerely")
    assert view.letter is not None
    assert view.letter.kind.kind.value in {"acknowledgement", "refusal"}
    rules = [one for one in all_rules() if one.code.startswith("L")]
    assert any(one.severity.value != "note" for one in run(rules, view))
