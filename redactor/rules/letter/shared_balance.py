"""L139 shared-balance: one balance of the public interest is struck for several exemptions at once.

Why: each exemption protects another interest, and its own factors must be weighed; interests of several exemptions may not be
    added up under the Act.
Fix: strike the balance for each exemption, in a sentence or two of its own.
Source: section 2(2) of the Freedom of Information Act 2000; ICO guidance on the public interest test. Under the
    Environmental Information Regulations, Scottish or not, they may be added up (Ofcom v Information Commissioner, C-71/10).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redactor import law
from redactor.letter.model import Exemption, Letter, Side
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter.interest_test_missing import is_qualified

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The force holds the plan. It is withheld under sections 24(1) and 31(1)(a), because its release would be likely to help "
    "burglars and terrorists.\nPublic interest test\nSection 24 - factors in favour of disclosure\nThe public would know more.\n"
    "Section 24 - factors against disclosure\nTerrorists would learn from it.\n"
    "Section 31 - factors in favour of disclosure\nThe public would see how money is spent.\n"
    "Section 31 - factors against disclosure\nBurglars would learn from it.\n{}\nYours sincerely"
)
_REASONS = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "Some of it is withheld under section 27(1)(a), because disclosure would be likely to prejudice relations with France.\n"
    "Some of it is withheld under section 35(1)(a), because it relates to the formulation of government policy.\n"
    "Some of it is withheld under section 42(1), because it is covered by legal professional privilege.\n{}\nYours sincerely"
)
_PROSE = (
    "There is a public interest in understanding how the country deals with its neighbours. Against that, disclosure would "
    "damage the confidence on which frank exchanges rest. On balance the public interest favours maintaining the exemption.",
    "Openness about how policy is made is in the public interest. But officials need a safe space in which to debate. We "
    "conclude that the public interest in maintaining the exemption is greater.",
    "The public would be better informed about the law. However, there is a strong interest in clients being able to speak "
    "freely with their lawyers. The balance lies in maintaining the exemption.",
)
EXAMPLES = (
    _HEAD.format("Balance test\nThe public interest in maintaining the exemptions outweighs that in disclosure."),
    _REASONS.format("\n".join(_PROSE[:2])),
)
COUNTER_EXAMPLES = (
    _REASONS.format("\n".join(_PROSE)),
    _HEAD.format(
        "Section 24 - balance test\nThe public interest in maintaining section 24 outweighs that in disclosure.\n"
        "Section 31 - balance test\nThe public interest in maintaining section 31 outweighs that in disclosure."
    ),
)


@letter_rule("L139", Severity.NOTE)
def shared_balance(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note where every conclusion of two or more qualified exemptions is one they share."""
    weighed = [
        one
        for one in letter.exemptions
        if one.regime not in law.EXCEPTIONS
        and one.conclusions
        and (one.factors_for or one.factors_against)
        and is_qualified(letter, one)
    ]
    shared = {at for one in weighed for at in one.conclusions if sum(at in other.conclusions for other in weighed) > 1}
    joint = [one for one in weighed if set(one.conclusions) <= shared]
    tests = _tests(letter, joint)
    if len(joint) < 2 or tests >= len(joint):
        # As many tests as exemptions: each has its own, in their order, though none says for which it is.
        return
    factor = letter.factors[min(shared)]
    at = ((factor.start, factor.end),)
    if tests > 1:
        said = (
            f"The public interest is weighed {tests} times for {len(joint)} exemptions, and not said for which of them."
        )
        yield Hit(said, ranges=at, severity=Severity.REVIEW)
    else:
        sections = " and ".join(one.section for one in joint[:2]) if len(joint) == 2 else f"{len(joint)} exemptions"
        lead = "sections " if len(joint) == 2 else ""
        yield Hit(f"One balance is struck for {lead}{sections} together.", ranges=at)


def _tests(letter: Letter, joint: Sequence[Exemption]) -> int:
    """Return how often some exemptions are weighed from both sides to a conclusion."""
    mine = sorted(
        {at for one in joint for at in (*one.factors_for, *one.factors_against, *one.conclusions)},
        key=lambda at: letter.factors[at].start,
    )
    found, sides = 0, set[Side]()
    for at in mine:
        side = letter.factors[at].side
        if side is not Side.CONCLUSION:
            sides.add(side)
        elif len(sides) > 1:
            found, sides = found + 1, set()
    return found
