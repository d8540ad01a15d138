"""L111 prejudice-level: an exemption about harm without saying how likely the harm is.

Why: the authority must choose between "would" and "would be likely to", for the first weighs more in the balance.
Fix: say for each exemption whether the harm would follow or would be likely to.
Source: ICO guidance on the prejudice test; Hogan and Oxford City Council v Information Commissioner (EA/2005/0026).
    Under the Environmental Information Regulations 2004 it must be "would" (regulation 12(5)); the
    Scottish ones speak of substantial prejudice that would or would be likely to follow (regulation 10(5)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor import law
from redactor.law import Test
from redactor.letter.model import Exemption, Letter, Likelihood
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council holds the prices. They are withheld under section 43(2), because their release {} the commercial interests "
    "of the supplier.\nYours sincerely"
)
EXAMPLES = (_HEAD.format("could harm"), _HEAD.format("is about"))
COUNTER_EXAMPLES = (_HEAD.format("would be likely to prejudice"), _HEAD.format("would prejudice"))

_WOULD = re.compile(
    r"\bwould\s(?:be\slikely\sto\s)?(?:\w+ly\s|also\s|then\s)?(?!be\b|not\b|have\b|like\b|you\b|we\b|it\b)[a-z]+",
    re.IGNORECASE,
)
_WORDS = {
    "eir": '"would adversely affect"',
    "eisr": '"would, or would be likely to, prejudice substantially"',
}
_TESTS = frozenset({Test.PREJUDICE, Test.ADVERSE, Test.ENDANGER})


@letter_rule("L111", Severity.REVIEW)
def prejudice_level(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each such exemption relied on for which no sentence reaches the level the law asks for."""
    for one in letter.exemptions:
        if one.regime not in law.REGIMES or not (one.substantive or one.ncnd):
            continue
        provision = law.load(one.regime).find(one.section, one.limbs[0] if one.limbs else "")
        provision = provision or law.load(one.regime).find(one.section)
        if provision is None or provision.test not in _TESTS:
            continue
        levels = {harm.level for harm in one.harms}
        if not levels & {Likelihood.WOULD, Likelihood.LIKELY} and (levels or not _says_would(letter, one)):
            at = tuple((harm.start, harm.end) for harm in one.harms[:1]) or ((one.start, one.end),)
            yield Hit(_said(one) + doubt(provision), ranges=at)


def _says_would(letter: Letter, one: Exemption) -> bool:
    """Return whether a reason says what would follow in words of harm that were not known."""
    return any(_WOULD.search(letter.text, part.start, part.end) for part in one.reasons)


def _said(one: Exemption) -> str:
    act = law.load(one.regime)
    name = act.called(one.section, one.limbs[0] if one.limbs and act.unit == "regulation" else "")
    if one.regime in _WORDS:
        return f"The letter does not say that release {_WORDS[one.regime]} what {name} protects."
    return f'The letter does not say that the harm of {name} "would" follow or "would be likely to" follow.'
