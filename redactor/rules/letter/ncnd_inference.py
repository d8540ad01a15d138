"""L115 ncnd-inference: the letter neither confirms nor denies, and does not warn against reading anything into that.

Why: the usual sentence, that this should not be taken as indicating that the information does or does not exist, keeps
    readers from taking silence for an answer.
Fix: add such a sentence after the refusal.
Source: ICO guidance "When to refuse to confirm or deny holding information"; usual practice of police forces.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.letter.model import Letter, Remark
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The force neither confirms nor denies that it holds the information you asked for by virtue of section 31(3).\n{}"
    "Yours sincerely"
)
EXAMPLES = (_HEAD.format(""),)
COUNTER_EXAMPLES = (
    _HEAD.format("This should not be taken as indicating that any such information does or does not exist.\n"),
    _HEAD.format("No inference can be drawn from this response that information is or is not held.\n"),
)


@letter_rule("L115", Severity.NOTE)
def ncnd_inference(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note where the sentence is missing."""
    if letter.ncnd and not letter.remarks(Remark.DISCLAIMER):
        first = letter.ncnd[0]
        yield Hit(
            "The letter neither confirms nor denies, and does not warn the reader against taking that for an answer.",
            ranges=((first.start, first.end),),
        )
