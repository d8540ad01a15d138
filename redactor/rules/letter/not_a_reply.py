"""L100 not-a-reply: the file was not recognised as a reply to a request, so no letter rule was applied.

Why: an annex or a table needs no appeal paragraph; but a letter that nobody recognised was not judged as one either.
Fix: if it is the reply itself, check the letter by eye against `redactor explain L117` and the rules beside it.
Source: this project; the letter rules are about notices under section 17 of the Freedom of Information Act 2000.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.letter.model import LetterKind
from redactor.model import Severity
from redactor.rules import Hit, View, rule

EXAMPLES = ("Minutes of the parish council\nThe meeting opened at seven o'clock.",)
COUNTER_EXAMPLES = (
    "Dear Ms Adeyemi\nFreedom of Information request FOI 24/113\nThank you for your request, received on 4 March 2024.\n"
    "The council holds the information you asked for. It is attached.\nYours sincerely",
)


@rule("L100", Severity.NOTE)
def not_a_reply(view: View) -> Iterator[Hit]:
    """Yield a note where the file was looked at as a letter and is none."""
    if view.letter_problem:
        said = f"The letter could not be read as one ({view.letter_problem}), so no letter rule was applied."
        yield Hit(said, severity=Severity.BLOCK, unchecked=True)
    if view.letter is not None and view.letter.kind.kind is LetterKind.NONE:
        yield Hit(f"Not recognised as a reply to an information request: {view.letter.kind.why}")
