"""L108 no-reasons: an exemption is cited and the letter does not say why it applies.

Why: a notice must state why the exemption applies unless that is plain, and "we consider it exempt" is no reason.
Fix: say in a sentence or two what the information is and what makes the exemption fit it.
Source: section 17(1)(c) of the Freedom of Information Act 2000, subject to section 17(4); regulation 14(3) of the
    Environmental Information Regulations 2004; section 16(1)(d) of the Scottish Act.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.letter.model import Exemption, Letter
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council holds the contract. The names in it are exempt under section 40(2).{}\nYours sincerely"
)
EXAMPLES = (
    _HEAD.format(""),
    "Date: 4 March 2024\nDear Ms Adeyemi\nThank you for your request of 12 February 2024.\n"
    "The council will not answer your request because it is vexatious within section 14 of the Act.\nYours sincerely",
)
COUNTER_EXAMPLES = (
    _HEAD.format(
        " They are the personal data of junior staff, who would not expect to be named, and naming them would be unfair."
    ),
)

_ELSEWHERE = {("foia", "21"), ("foisa", "25"), ("foia", "12"), ("foisa", "12")}
"""Sections with a rule of their own for what has to be said."""


@letter_rule("L108", Severity.REVIEW)
def no_reasons(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each exemption relied on with neither reasons, harm, nor factors."""
    for one in letter.exemptions:
        if (one.substantive or one.ncnd) and (one.regime, one.section) not in _ELSEWHERE and not _is_explained(one):
            yield Hit("No reason is given why this exemption applies.", ranges=((one.start, one.end),))


def _is_explained(one: Exemption) -> bool:
    return bool(one.reasons or one.harms or one.factors_against)
