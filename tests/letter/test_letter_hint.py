"""A review is offered by what a letter says of it, not by the word "review" anywhere before the Commissioner."""

from __future__ import annotations

import pytest

from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

HEAD = (
    "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\nThank you for your Freedom of Information "
    "request received on 3 March 2025 for the tender. The council holds it. It is withheld under section 43(2) of the Act, "
    "as disclosure would be likely to prejudice the bidder's trade.\n"
)
COMMISSIONER = (
    "You may complain to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow SK9 5AF, 0303 123 1113, "
    "www.ico.org.uk.\nYours sincerely\nInformation Officer"
)
OTHERS = [
    "You may complain to our customer services about bins at help@ashcombe.gov.uk within 40 working days.",
    "If you disagree with a parking ticket, you can challenge it within 40 working days at parking@ashcombe.gov.uk.",
    "You can appeal your council tax band within 40 working days at www.ashcombe.gov.uk.",
    "If you have any questions please contact foi.review@ashcombe.gov.uk within 40 days.",
    "The council will publish its review of parking within two months at www.ashcombe.gov.uk.",
    "Our annual review is at www.ashcombe.gov.uk/annual-review.",
    "Their annual review is due within 40 working days; please see www.ashcombe.gov.uk.",
    "Please note that the tender policy is under review and comments may be sent to policy@ashcombe.gov.uk.",
    "The review of the tender rules is open until June: write to rules@ashcombe.gov.uk.",
    "Please visit www.ashcombe.gov.uk/complaints-and-reviews for the council's news.",
    "For any query please write to reviews@ashcombe.gov.uk.",
    "The contract review takes place within two months. Contact the Head of Procurement on 01632 960123.",
    "The peer review of our services ends in 20 working days, and you can send views to peer@ashcombe.gov.uk.",
    "We hope you are content with our service. Please fill in the survey at www.ashcombe.gov.uk.",
    "You can read the audit committee's review of spending at www.ashcombe.gov.uk/audit.",
    "Complaints about bins can be made to bins@ashcombe.gov.uk within 20 days.",
    "If you spot a mistake in the council tax bill please ring 01632 960123.",
]
OFFERS = [
    "For a review, write to the Chief Executive at Town Hall, Ashcombe AS1 1AA within 40 working days.",
    "To have it reviewed, contact foi@ashcombe.gov.uk within 40 working days.",
    "If you would like this looked at again, please write to foi@ashcombe.gov.uk within 40 working days.",
    "A review may be had within 40 working days from foi@ashcombe.gov.uk if you ask.",
    "Should you think we erred, a review can be requested at review@ashcombe.gov.uk within 40 working days.",
    "Internal review: write to review@ashcombe.gov.uk within 40 working days.",
    "Reviews are dealt with by the Monitoring Officer. Please write within 40 working days to Town Hall, Ashcombe AS1 1AA.",
    "You have 40 working days to ask for our review of this decision at foi@ashcombe.gov.uk.",
    "Anyone unhappy may write within two months to foi@ashcombe.gov.uk for a second opinion.",
    "Objections to this reply go to foi@ashcombe.gov.uk within 40 working days.",
    "For an independent check by a senior colleague please e-mail foi@ashcombe.gov.uk within 40 working days if not satisfied.",
    "We will carry out our own review if you ask within 40 working days at foi@ashcombe.gov.uk.",
    "If this is not what you hoped, a fresh pair of eyes will reconsider it: foi@ashcombe.gov.uk, within 40 working days of this letter.",
    "Mistakes happen. Tell us within 40 working days at foi@ashcombe.gov.uk and somebody else will decide again.",
]


def missing(text: str) -> bool:
    """Return whether L117 says that no review is offered."""
    rule = [one for one in all_rules() if one.code == "L117"]
    issues = run(rule, view_of(Example(f"{HEAD}{text}\n{COMMISSIONER}")))
    return any("does not say how to ask" in issue.message for issue in issues)


@pytest.mark.parametrize("text", OTHERS)
def test_another_review_or_a_mailbox_offers_none(text: str) -> None:
    """The letter has to be stopped: the law asks for the procedure."""
    assert missing(text)


@pytest.mark.parametrize("text", OFFERS)
def test_a_review_in_other_words_is_one(text: str) -> None:
    """Whatever it is called."""
    assert not missing(text)
