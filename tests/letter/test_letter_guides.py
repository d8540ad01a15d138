"""The Commissioner's guidance, or the authority's entry in a register, is no way to complain."""

from __future__ import annotations

import pytest

from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

LETTER = (
    "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\nThank you for your Freedom of Information "
    "request received on 3 March 2025 for the tender. The council holds it. It is withheld under section 43(2) of the Act, "
    "as disclosure would be likely to prejudice the bidder's trade. On balance the public interest favours withholding.\n"
    "If you are unhappy, ask for an internal review within 40 working days at foi@ashcombe.gov.uk.\n{}\n"
    "Yours sincerely\nInformation Officer"
)
NO_WAY = [
    "The ICO's guidance on section 43 is at www.ico.org.uk.",
    "For more about the Act see the Information Commissioner's website, www.ico.org.uk.",
    "You can read the Information Commissioner's guidance on commercial interests at www.ico.org.uk/for-organisations.",
    "We followed the Commissioner's guidance (www.ico.org.uk) in reaching this decision.",
    "Information about your data rights is on the ICO's website at www.ico.org.uk.",
    "The council is registered with the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow SK9 5AF.",
    "Our privacy notice is on our website and the ICO, www.ico.org.uk, explains your rights.",
]
WAYS = [
    "If you are then still unhappy: Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow SK9 5AF.",
    "The ICO can be reached at www.ico.org.uk/foicomplaints.",
    "After that, the Information Commissioner (www.ico.org.uk) is there for you.",
    "Guidance on how to complain to the ICO is at www.ico.org.uk/make-a-complaint.",
    "The next step would be the Information Commissioner's Office: www.ico.org.uk, 0303 123 1113.",
]


def codes(said: str) -> set[str]:
    return {issue.code for issue in run(all_rules(), view_of(Example(LETTER.format(said))))}


@pytest.mark.parametrize("said", NO_WAY)
def test_a_mention_is_no_way_to_complain(said: str) -> None:
    """Who only reads this never learns of the right."""
    assert "L118" in codes(said)


@pytest.mark.parametrize("said", WAYS)
def test_a_way_in_other_words_is_one(said: str) -> None:
    """Plain words will do."""
    assert "L118" not in codes(said)
