"""L131 ncnd-presupposed: the letter neither confirms nor denies, and speaks of the information as if it were there.

Why: "the information relates to" and "the withheld information" can only be said of what exists.
Fix: write "any information, if held," or "whether or not information is held" instead.
Source: ICO guidance "When to refuse to confirm or deny holding information".
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.letter.model import Act, Letter
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter.ncnd_contradiction import LABELS

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The force neither confirms nor denies that it holds the information you asked for by virtue of section 31(3).\n"
    "Factors against confirming or denying\n{}\nYours sincerely"
)
EXAMPLES = (
    _HEAD.format("The information relates to covert tactics and its release would help criminals."),
    _HEAD.format("Disclosing the withheld information would help criminals."),
)
COUNTER_EXAMPLES = (
    _HEAD.format("Confirming that any information is held would show criminals what the force can do."),
)


@letter_rule("L131", Severity.REVIEW)
def ncnd_presupposed(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each such sentence, with the refusal beside it."""
    for echo in letter.echoes:
        if echo.act is Act.PRESUPPOSES:
            ncnd = letter.ncnd[echo.ncnd]
            said = (
                "The letter neither confirms nor denies, and elsewhere it speaks of the information as if it were held."
            )
            yield Hit(said, ranges=((ncnd.start, ncnd.end), (echo.start, echo.end)), labels=LABELS)
