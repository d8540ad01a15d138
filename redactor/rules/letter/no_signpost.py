"""L133 no-signpost: what is not held is not pointed to elsewhere.

Why: the duty to advise and assist goes on where nothing is held; often another body is known to hold it.
Fix: say who may hold it, or that you know of nobody.
Source: section 16 of the Freedom of Information Act 2000 and the section 45 Code of Practice; section 15 of the Scottish
    Act; regulations 9 and 10 of the Environmental Information Regulations 2004.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Holding, Letter, LetterKind, Remark
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n{}\n"
    "Yours sincerely"
)
EXAMPLES = (_HEAD.format("The council does not hold the information you asked for."),)
COUNTER_EXAMPLES = (
    _HEAD.format(
        "The council does not hold the information you asked for. You may wish to contact the county council, which is "
        "responsible for highways."
    ),
    _HEAD.format("The council holds the information you asked for. It is set out below."),
)


_OURSELVES = re.compile(
    r"\b(?:contact|ask|e-?mail|telephone|call|reach|speak to) (?:us|me|the (?:foi|freedom|information|undersigned|team)|this office)\b|\b(?:further|any) (?:questions|queries|help|assistance)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:likely|understood|known|may|might|will|would) (?:to )?be held by\b|\b(?:is|are) held by\b|\b(?:publish(?:es|ed)?|hold?s|collects?|keeps?|maintains?) "
    r"(?:such|these|this|those|the|some)\b|\bresponsib\w+|\bnot aware of any\b|\bfor (?:this|that|such) (?:information|data)\b",
    re.IGNORECASE,
)


def _points(letter: Letter) -> bool:
    """Return whether the reply gives an address of somebody else or says who has it."""
    route = letter.review or letter.complaint
    said = [one.start for one in letter.holdings if one.holding is Holding.NOT_HELD]
    start, end = min(said, default=0), route.start if route else len(letter.text)
    if any(start < link.start < end for link in letter.links):
        return True
    told = [one for one in letter.holdings if one.holding is Holding.NOT_HELD]
    return any(
        _ELSEWHERE.search(letter.value(sentence))
        for paragraph in letter.paragraphs
        if start <= paragraph.end and paragraph.start < end
        for sentence in paragraph.sentences
        if sentence.start not in {one.start for one in told}
    )


@letter_rule("L133", Severity.NOTE, {LetterKind.NOT_HELD, LetterKind.FULL})
def no_signpost(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note where nothing is held and no help is given."""
    if {one.holding for one in letter.holdings} != {Holding.NOT_HELD} and letter.kind.kind is not LetterKind.NOT_HELD:
        return
    helped = any(not _OURSELVES.search(letter.value(one)) for one in letter.remarks(Remark.HELP))
    if helped or letter.remarks(Remark.TRANSFER) or _points(letter):
        return
    said = next((one for one in letter.holdings if one.holding is Holding.NOT_HELD), None)
    at = ((said.start, said.end),) if said else ()
    yield Hit("The letter says that nothing is held, and not where else to ask.", ranges=at)
