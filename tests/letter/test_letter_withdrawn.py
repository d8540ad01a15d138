"""Exemptions that a review gives up, and those that it upholds."""

from __future__ import annotations

import pytest
from letters_made import letter

from redactor.letter import LetterKind
from redactor.letter.model import Use

_HEAD = "Dear Ms Adeyemi\nYou asked us to review our reply of 4 May 2025 on ferries. I took no part in it.\nMy colleague withheld the price under section 43(2) of the Act. "
_END = "\nYou may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nRegistrar"


def _uses(said: str) -> set[Use]:
    return {one.use for one in letter(_HEAD + said + _END, regime="foia").citations if one.section == "43"}


@pytest.mark.parametrize(
    "said",
    [
        "I do not uphold that decision. The price was £4,000.",
        "The exemption is no longer relied on.",
        "I cannot support that view. The price is below.",
        "I have decided to withdraw our reliance on it.",
        "Section 43(2) is not engaged, and the price was £4,000.",
        "The Council was wrong to rely on section 43(2).",
        "I find that section 43(2) was wrongly applied.",
        "The price should have been disclosed.",
        "That decision is overturned.",
        "Your complaint on this point is upheld.",
    ],
)
def test_what_is_given_up_is_relied_on_no_more(said: str) -> None:
    """Neither the first decision nor the sentence that gives it up relies on the exemption."""
    assert _uses(said) == {Use.DECLINED}


@pytest.mark.parametrize(
    "said",
    [
        "I uphold that decision, as the price would help a rival.",
        "I see no reason to overturn that decision.",
        "I do not accept that the exemption was wrongly applied.",
        "Your complaint is not upheld.",
        "If the exemption is not engaged after the tender, the price may be given then.",
        "We do not accept that there is a greater interest in the price.",
        "You have told us that such prices should have been released.",
        "Some councillors think that older prices should have been disclosed.",
        "In 2019 a tribunal decided that another council was wrong to withhold its prices.",
        "I do not uphold that decision for the date, which is in Annex A. The price will remain withheld.",
        "You say that the Council was wrong to rely on section 43(2).",
        "Section 43(2) is not engaged for the date. For the price section 43(2) still applies, as it would prejudice the bidder.",
    ],
)
def test_what_is_upheld_stays_relied_on(said: str) -> None:
    """Denied, conditional and partial reversals leave the exemption to be judged."""
    assert Use.RELIED_ON in _uses(said)


_KINDS = (
    (
        LetterKind.EXTENSION,
        "The Trust holds the bid. We think that parts of it are exempt under section 43(2), since they would be likely to prejudice the "
        "bidder. We have still to decide where the public interest lies, and section 10(3) gives us time for that. We will write by 30 June 2025.",
    ),
    (
        LetterKind.PARTIAL,
        "The Trust holds the bid. Parts of it are exempt under section 43(2), since they would be likely to prejudice the bidder. "
        "The public interest lies in keeping them back. The rest is attached.",
    ),
    (
        LetterKind.VEXATIOUS,
        "You are now asking for the weight of each anchor, and you say that you will carry on until the harbour master resigns. It takes one "
        "officer half a day every time.\nThe Council considers this request to be vexatious and will not be responding to it.",
    ),
    (
        LetterKind.REFUSAL,
        "We do have these e-mails, a chain of 23. They are covered by section 36(2)(b)(ii). Disclosure would inhibit free advice.\n"
        "We have thought about the public interest. Families pay for the ferry and should see why. On the other side, the minutes already give "
        "the reasons and are on our website. The public interest in withholding the e-mails is greater.",
    ),
)


@pytest.mark.parametrize(("kind", "body"), _KINDS)
def test_the_kind_follows_what_is_decided(kind: LetterKind, body: str) -> None:
    """An open balance is no refusal, a vexatious request is not answered, and all refused is not a part."""
    end = (
        "\nYou may ask for an internal review within 40 working days from foi@example.gov.uk.\nYours sincerely\nOfficer"
    )
    opening = (
        "Dear Mr Tansley\nYou asked us on 4 May 2025, under the Freedom of Information Act, for the ferry papers.\n"
    )
    assert letter(opening + body + end, regime="foia").kind.kind is kind
