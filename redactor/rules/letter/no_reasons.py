"""L108 no-reasons: an exemption is cited and the letter does not say why it applies.

Why: a notice must state why the exemption applies unless that is plain, and "we consider it exempt" is no reason.
Fix: say in a sentence or two what the information is and what makes the exemption fit it.
Source: section 17(1)(c) of the Freedom of Information Act 2000, subject to section 17(4); regulation 14(3) of the
    Environmental Information Regulations 2004, 13(b) of the Scottish ones; section 16(1)(d) of the Scottish Act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor import law
from redactor.letter.model import Exemption, Holding, Letter
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

_COLON = re.compile(r"\s?(?:of the Act\s?)?[:–]\s(?:[\w,'’()-]+\s){5,}")
_ELSEWHERE = {("foia", "21"), ("foisa", "25"), ("foia", "12"), ("foisa", "12")}
"""Sections with a rule of their own for what has to be said."""


@letter_rule("L108", Severity.REVIEW)
def no_reasons(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each exemption relied on with neither reasons, harm, nor factors."""
    for one in letter.exemptions:
        if (one.regime, one.section) in _ELSEWHERE or _is_explained(letter, one):
            continue
        at = ((one.start, one.end),)
        if one.substantive:
            yield Hit("The letter does not say why this exemption applies.", ranges=at)
        elif one.ncnd:
            # Section 17(4): no statement is due that would itself give away what the exemption protects.
            said = "The letter does not say why this exemption lets it neither confirm nor deny; s17(4) may allow that."
            yield Hit(said, ranges=at, severity=Severity.NOTE)


def _is_explained(letter: Letter, one: Exemption) -> bool:
    """Return whether reasons, harm or factors were found, or a reason hangs on a colon: "section 44: the Act of ..."."""
    absent = one.regime in law.EXCEPTIONS and set(one.limbs) == {"(4)(a)"}
    if absent and any(said.holding is Holding.NOT_HELD for said in letter.holdings):
        # That it is not held is the reason.
        return True
    if one.reasons or one.harms or one.factors_against:
        return True
    return any(_COLON.match(letter.text, letter.citations[at].end) for at in one.citations)
