"""L112 opinion-missing: section 36 is relied on without the qualified person's opinion.

Why: but for information held by Parliament, the exemption exists only in the reasonable opinion of the qualified person.
Fix: say who gave the opinion, when, and on which limbs.
Source: section 36(2) and (5) of the Freedom of Information Act 2000. Scottish law has no such person (section 30).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor import law
from redactor.letter.model import Letter
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council holds the minutes. They are withheld under section 36(2)(b)(i), because their release would be likely to "
    "inhibit free and frank advice.{}\nYours sincerely"
)
EXAMPLES = (_HEAD.format(""),)
COUNTER_EXAMPLES = (
    _HEAD.format(
        " The Monitoring Officer, who is the qualified person, gave her opinion to that effect on 1 March 2024."
    ),
)


@letter_rule("L112", Severity.BLOCK)
def opinion_missing(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit where an exemption that needs an opinion is relied on and none is spoken of."""
    for one in letter.exemptions:
        section = law.load(one.regime).by_number.get(one.section) if one.regime in law.REGIMES else None
        if section is None or not section.qualified_person or not (one.substantive or one.ncnd):
            continue
        if one.opinion is None:
            said = f"Section {one.section} is relied on, and the letter does not say what the qualified person's opinion was."
            said += doubt(section)
            yield Hit(said, ranges=((one.start, one.end),))
