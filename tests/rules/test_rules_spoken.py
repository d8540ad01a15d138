"""Whose a reference is, which day is the request's, what argues for and against: each in several wordings, and look-alikes."""

from __future__ import annotations

import pytest

from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

_LETTER = (
    "Riverton Council\n{head}\n4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\n{opening}\n"
    "The council holds the information. {reply}\nIf you are unhappy you may ask for an internal review within 40 working days "
    "by writing to review@example.gov.uk.\nYours sincerely\nInformation Officer"
)
_ASKED = "Thank you for your request of 12 February 2024."
_WITHHELD = (
    "The prices are withheld under section 43(2) of the Freedom of Information Act 2000. Release would be likely to prejudice "
    "the supplier's commercial interests.\n"
)


def heard(code, *, head="Our ref: FOI/24/113", opening=_ASKED, reply="", **known):
    rules = [rule for rule in all_rules() if rule.code == code]
    view = view_of(Example(_LETTER.format(head=head, opening=opening, reply=reply), **known))
    return [issue for issue in run(rules, view) if issue.severity != "note"]


@pytest.mark.parametrize(
    "reply",
    [
        "It is the same list that we gave in answer to FOI/23/98.",
        "See FOI/23/98, which we answered in May 2023.",
        "The contract (reference C/2023/17) runs to 2026.",
        "Mr Dodd's request, FOI/23/98, was closed.",
        "The planning application reference is 24/00113/FUL.",
        "Licence number LN/24/7 was issued.",
        "We published it in our disclosure log under FOI/22/7.",
        "You quoted the reference KP-19 in your letter.",
    ],
)
def test_a_number_of_another_matter_is_not_the_letters(reply):
    """What the clause speaks of owns the number."""
    assert heard("L119", reply=reply) == []


@pytest.mark.parametrize(
    "known",
    [
        {"head": "Reference: 24/FOI/0771/DB", "title": "24/FOI/0771/DB"},
        {"head": "OPCC/IR/14", "reference": "OPCC/IR/14"},
        {"head": "KRRA 1180", "title": "KRRA 1180"},
        {"head": "Our ref: LEG/44/2\nFOI ref: FOI/24/113"},
    ],
)
def test_a_reference_is_read_whole(known):
    """With what stands before the letters by which it is known."""
    assert heard("L119", **known) == []


@pytest.mark.parametrize(
    "known",
    [
        {"reply": "Please quote FOI/24/131 in any reply."},
        {"head": "Ref: UWAT-2024-113", "reply": "Please quote UWAT-2024-131 if you get in touch."},
        {"opening": "Thank you for your request of 12 February 2024, which we logged as FOI/24/131."},
        {"head": "Ref: KRRA 1180", "title": "KRRA 1108"},
        {"head": "Our ref:"},
    ],
)
def test_a_second_reference_of_its_own_is_told(known):
    """Of this authority's series, where the letter calls it the request's."""
    assert heard("L119", **known)


@pytest.mark.parametrize(
    "opening",
    [
        "You wrote on 12 February 2024 for every e-mail sent or received between 1 March 2023 and 31 August 2023.",
        "On 12 February 2024 you asked for the paper of 4 November 2023 on offices.",
        "We received your request for the report of 3 May 2023 on 12 February 2024.",
        "You contacted the School on 12 February 2024 seeking the governors' minutes from 3 May 2023.",
    ],
)
def test_a_day_that_was_asked_about_is_not_the_day_of_asking(opening):
    """It stands behind what was asked for."""
    assert heard("L102", opening=opening) == []
    line = view_of(_LETTER.format(head="", opening=opening, reply="")).letter.date_line
    assert (line.received or line.requested).value.isoformat() == "2024-02-12"


@pytest.mark.parametrize(
    "reply",
    [
        "What speaks for release is that the public interest is strong in a scheme paid for from rates. What speaks against is the damage to "
        "the firm. I came down against release.",
        "Public interest\nReasons to publish\nIt would add to what is known.\nReasons not to publish\nThe caterer would be outbid.\n"
        "Where we came out\nThe reasons not to publish are the weightier.",
        "The public interest. People who pay council tax have every reason to ask what the depot costs them. Set against that, the council "
        "has three more lots to sell. For the present the second point is the stronger one.",
    ],
)
def test_a_test_in_other_words_is_one(reply):
    """Both sides and a conclusion, without the usual words."""
    assert heard("L109", reply=_WITHHELD + reply) == []


@pytest.mark.parametrize(
    "reply",
    [
        "We have considered the public interest and concluded that it favours withholding.",
        "The public interest test has been applied.",
        "Publication would harm the supplier. The supplier would lose business.",
    ],
)
def test_a_bare_claim_is_no_test(reply):
    """Nothing is said for or against."""
    assert heard("L109", reply=_WITHHELD + reply)
