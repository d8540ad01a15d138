"""L114 ncnd-contradiction: the letter neither confirms nor denies, and elsewhere gives the answer away.

Why: one sentence that confirms, denies, counts or names what was neither confirmed nor denied defeats the refusal, for
    this request and for every authority that answers alike.
Fix: compare the two sentences; limit the refusal to other information, or take out what gives the answer away.
Source: section 1(1)(a) and the limbs on confirming or denying of the Freedom of Information Act 2000; ICO guidance "When
    to refuse to confirm or deny holding information".
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.letter.model import Act, Echo, Letter, Ncnd
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "You asked:\n1. Does the force use covert drones?\n2. How many drones does it own?\nOur answer:\n{}\nYours sincerely"
)
_NCND = "1. The force neither confirms nor denies that it holds information about covert drones, by virtue of section 31(3).\n"
EXAMPLES = (_HEAD.format(f"{_NCND}2. The force owns six drones, of which two are covert drones."),)
COUNTER_EXAMPLES = (
    _HEAD.format(f"{_NCND}2. The force owns six drones."),
    _HEAD.format(
        "1. The force uses overt drones. It neither confirms nor denies that it holds any other information about covert "
        "drones, by virtue of section 31(3).\n2. The force owns six drones."
    ),
)

LABELS = ("Neither confirmed nor denied", "What gives it away")
_SAID = {
    Act.CONFIRMS: "confirms",
    Act.DENIES: "denies",
    Act.COUNTS: "gives a number for",
    Act.NAMES: "states a fact about",
}


@letter_rule("L114", Severity.BLOCK)
def ncnd_contradiction(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each sentence that gives the answer away, with both sentences as evidence."""
    for echo in letter.echoes:
        if echo.act is Act.PRESUPPOSES:
            continue
        ncnd = letter.ncnd[echo.ncnd]
        # "Any other information" leaves room for what is said of the rest of the subject.
        if ncnd.other and not (ncnd.narrow and echo.narrow):
            continue
        said = f"The letter neither confirms nor denies, and elsewhere it {_SAID[echo.act]} the same subject."
        at = ((ncnd.start, ncnd.end), (echo.start, echo.end))
        yield Hit(said, ranges=at, labels=LABELS, severity=_weight(echo, ncnd))


def _weight(echo: Echo, ncnd: Ncnd) -> Severity | None:
    """Return REVIEW where the refusal leaves room for it, or where the sentence lacks the words that limit the subject."""
    return Severity.REVIEW if ncnd.other or not echo.narrow else None
