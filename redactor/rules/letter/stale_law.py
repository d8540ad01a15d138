"""L136 stale-law: the letter cites law that is no longer in force as if it were.

Why: the Data Protection Act 1998 was replaced on 25 May 2018, and section 40(5)(b)(i) with it; a reader who looks it up
    finds nothing.
Fix: cite the UK GDPR and the Data Protection Act 2018, and section 40(5A) or (5B) in place of section 40(5).
Source: Schedule 19, paragraphs 55 to 58, of the Data Protection Act 2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from redactor.letter.model import Letter, Use
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = "Date: {}\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February {}.\n{}\nYours sincerely"
_OLD = "The names are withheld under section 40(2), as their release would breach the Data Protection Act 1998."
EXAMPLES = (
    _HEAD.format("4 March 2024", 2024, _OLD),
    _HEAD.format(
        "4 March 2024",
        2024,
        "The force neither confirms nor denies that it holds it, by virtue of section 40(5)(b)(i).",
    ),
)
COUNTER_EXAMPLES = (
    _HEAD.format("4 March 2016", 2016, _OLD),
    _HEAD.format("4 March 2024", 2024, "The Data Protection Act 1998 has been replaced by that of 2018."),
    _HEAD.format(
        "4 March 2024",
        2024,
        "The force neither confirms nor denies that it holds it, by virtue of section 40(5B)(a)(i).",
    ),
)

_CHANGED = date(2018, 5, 25)
_AS_PAST = re.compile(
    r"\b(?:replaced|repealed|superseded|former(?:ly)?|previous(?:ly)?|predecessor|at the time|then in force|no longer|until 2018|"
    r"in force before|old)\b",
    re.IGNORECASE,
)


@letter_rule("L136", Severity.REVIEW)
def stale_law(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each such citation in a letter of a later day; what the request says is the requester's."""
    sent = letter.date_line.sent
    if sent is not None and sent.value < _CHANGED:
        return
    for mention in letter.regimes:
        if mention.regime == "dpa1998" and not mention.quoted and not _AS_PAST.search(_around(letter, mention.start)):
            yield Hit("The Data Protection Act 1998 is cited as current law.", ranges=((mention.start, mention.end),))
    for one in letter.citations:
        if one.regime == "foia" and one.section == "40" and one.limb.startswith("(5)") and one.use is not Use.QUOTED:
            yield Hit("Section 40(5) was replaced by section 40(5A) and (5B).", ranges=((one.start, one.end),))


def _around(letter: Letter, position: int) -> str:
    """Return the sentence at a position."""
    paragraph = letter.paragraph_at(position)
    if paragraph is None:
        return ""
    for sentence in paragraph.sentences:
        if sentence.start <= position < sentence.end:
            return letter.text[sentence.start : sentence.end]
    return letter.text[paragraph.start : paragraph.end]
