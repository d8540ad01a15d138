"""L138 sentence-fragment: a sentence is not finished.

Why: a phrase that stands alone shows that words were lost when the letter was put together, perhaps the ones that matter.
Fix: finish the sentence, or take the words out.
Source: this project; the section 45 Code of Practice asks that correspondence be clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter import fragments
from redactor.letter.model import Letter, Passage, Shape, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The information is held. It is set out below. {}\nYours sincerely"
)
EXAMPLES = (
    _HEAD.format("For this part of your request."),
    _HEAD.format("In respect of the second question."),
    _HEAD.format("For which you will find that each driver."),
    _HEAD.format("Whilst the council values openness."),
    _HEAD.format("\nFigures for 2023 which have been"),
)
COUNTER_EXAMPLES = (
    _HEAD.format("For this part of your request we hold nothing."),
    _HEAD.format("For this we apologise."),
    _HEAD.format("Whilst the council values openness, it cannot release these."),
    _HEAD.format("\nReasons for our decision\nThe council has none."),
    _HEAD.format("In 2023 there were nine."),
)

_PHRASE = re.compile(
    r"(?:For|In|With|Under|On|By|To|From|Regarding|Concerning|In (?:respect|relation|regard|terms) (?:of|to)|With (?:regard|respect) to)"
    r"\s+(?:this|that|the|these|those|your|our|each|any)\s+(?:[a-z-]+\s+){0,2}[a-z-]+"
    r"(?:\s+(?:of|for|in|to)\s+(?:the|your|our|this|that)\s+(?:[a-z-]+\s+){0,2}[a-z-]+)?\."
)
_LEADS = re.compile(r"(?:in (?:respect|relation|regard)|regarding|concerning|with (?:regard|respect))\b", re.IGNORECASE)
"""No answer consists of these and what they lead to."""
_RELATIVE = re.compile(
    r"(?<=[a-z])\s(?:that|which|who|whom)\s(?:was|were|is|are|has|have|had|you|we|i|they)\b[^,]*\.$", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\b(?:we|i|you|it|they|he|she|who|which|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|shall|"
    r"should|must|apologise|thank|hold|holds|follows?|applies|apply)\b",
    re.IGNORECASE,
)


@letter_rule("L138", Severity.NOTE)
def sentence_fragment(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note for each sentence that is a phrase or a clause and no more, and each that was cut off."""
    found = list(fragments.read(letter))
    for one in found:
        yield Hit("This is not a whole sentence; words may have been lost.", ranges=((one.start, one.end),))
    for paragraph in letter.paragraphs:
        if paragraph.zone is not Zone.REPLY or paragraph.shape is not Shape.TEXT or paragraph.welsh:
            continue
        for sentence in paragraph.sentences:
            words = letter.value(sentence)
            if "," not in words:
                # "In respect of the advice that was given to the Minister." says no more with its relative clause.
                words = _RELATIVE.sub(".", words)
            if (
                _PHRASE.fullmatch(words)
                and not _CLAUSE.search(words)
                and sentence not in found
                and (_LEADS.match(words) or not _answers(letter, sentence))
            ):
                yield Hit(
                    "This is not a whole sentence; words may have been lost.", ranges=((sentence.start, sentence.end),)
                )


def _answers(letter: Letter, sentence: Passage) -> bool:
    """Return whether it comes right after a question or a question's number: "In the main library." may answer one."""
    before = letter.text[: sentence.start].rstrip()
    return before.endswith("?") or any(one.label is not None and one.start == sentence.start for one in letter.answers)
