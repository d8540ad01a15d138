"""L105 question-map: questions and answers do not match.

Why: every part of a request is a request, and one that is passed over is a refusal without a notice.
Fix: answer each question under its own number, or say why it gets none.
Source: sections 1(1) and 17 of the Freedom of Information Act 2000; ICO guidance on interpreting requests.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.letter.model import Letter, LetterKind, Match, QuestionLine
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import REPLIES, letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "You asked:\n1. How many drones does the council own?\n2. Which company supplied the drones?\n"
    "3. How much did the council spend on pothole repairs?\nOur answer:\n"
)
EXAMPLES = (
    f"{_HEAD}1. The council owns four drones.\n3. The council spent £40,000 on pothole repairs.\nYours sincerely",
    f"{_HEAD}1. The council owns four drones.\n2. The drones were supplied by Arrowfield Ltd.\n"
    "3. The council spent £40,000 on pothole repairs.\n4. There are nine of them.\nYours sincerely",
)
COUNTER_EXAMPLES = (
    f"{_HEAD}1. The council owns four drones.\n2. The drones were supplied by Arrowfield Ltd.\n"
    "3. The council spent £40,000 on pothole repairs.\nYours sincerely",
)

_KINDS = REPLIES - {
    LetterKind.ACKNOWLEDGEMENT,
    LetterKind.CLARIFICATION,
    LetterKind.EXTENSION,
    LetterKind.COST,
    LetterKind.VEXATIOUS,
    LetterKind.REVIEW,
}
_SAID = {
    Match.MISSING: "No answer to {} was found.",
    Match.EXTRA: "An answer has a number that no question has.",
    Match.RENUMBERED: "The answer numbered as that to {} fits another question better.",
    Match.OTHER_SUBJECT: "The answer to {} speaks of something that was not asked about.",
}


@letter_rule("L105", Severity.REVIEW, _KINDS)
def question_map(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each question and answer that do not match; none where the letter quotes no questions."""
    for line in letter.question_map:
        if line.match is not Match.ANSWERED:
            yield Hit(_SAID[line.match].format(_question(letter, line)), ranges=((line.start, line.end),))


def _question(letter: Letter, line: QuestionLine) -> str:
    """Return "question 1a", or "a question" where it has no number."""
    if line.question is None or not letter.questions[line.question].path:
        return "a question"
    return f"question {''.join(letter.questions[line.question].path)}"
