"""L104 holding-unclear: a question is not told whether the information is held.

Why: the first right is to be told in writing whether the authority holds it; "may hold" tells nothing.
Fix: say for each question "held", "not held", or that you neither confirm nor deny, with the limb that lets you.
Source: section 1(1)(a) of the Freedom of Information Act 2000; section 17 of the Scottish Act for what is not held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter import evasion, informing
from redactor.letter.model import Answer, Holding, Letter, LetterKind, Match, Passage, Shape, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import REPLIES, letter_rule

_HEAD = "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
EXAMPLES = (
    f"{_HEAD}I can confirm that the council may hold some of the information.\nYours sincerely",
    f"{_HEAD}You asked:\n1. How many drones does the council own?\n2. Who supplied them?\nOur answer:\n1. Four.\n"
    "2. Potentially a local company, but there is nothing recorded.\nYours sincerely",
)
COUNTER_EXAMPLES = (
    f"{_HEAD}I can confirm that the council holds the information. It is set out below.\nYours sincerely",
    f"{_HEAD}You asked:\n1. How many drones may be held by the council?\nOur answer:\n1. Four.\nYours sincerely",
)

_FIGURES = re.compile(r"(?:£\s?|[:–]\s)\d[\d,]*\b(?!:)")
"""An amount, or a number behind its name: whoever gives it has said that it is held."""
_FIRST = 20
"""Characters of an answer before the sentence that says that it is held."""
_FACT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|none)\b"
)
_KINDS = REPLIES - {
    LetterKind.ACKNOWLEDGEMENT,
    LetterKind.CLARIFICATION,
    LetterKind.EXTENSION,
    LetterKind.COST,
    LetterKind.VEXATIOUS,
}


@letter_rule("L104", Severity.REVIEW, _KINDS)
def holding_unclear(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each unclear statement, and one where the letter never says whether anything is held."""
    for statement in letter.holdings:
        if statement.holding is Holding.UNCLEAR:
            yield Hit("It is not clear whether the information is held.", ranges=((statement.start, statement.end),))
    if letter.kind.kind is LetterKind.REVIEW:
        return
    for at in _evasive(letter):
        one = letter.answers[at]
        yield Hit(
            "This answer neither gives what was asked for nor says whether it is held.", ranges=((one.start, one.end),)
        )
    for start, end in _kept(letter):
        yield Hit(
            "This answer says that the information is held, and neither gives nor refuses it.", ranges=((start, end),)
        )
    if not letter.holdings and not _answered(letter):
        start, end = letter.kind.start, letter.kind.end
        where = ((start, end),) if end > start else ()
        yield Hit("The letter does not say whether the information is held.", ranges=where)


def _evasive(letter: Letter) -> list[int]:
    """Return the answers that pass by their questions, where nothing is said of the request as a whole."""
    if any(one.holding is not Holding.HELD and not one.answers for one in letter.holdings):
        return []
    lines = [one for one in letter.question_map if one.question is not None and one.match is not Match.MISSING]
    silent = [one for one in lines if not any(letter.answers[at].holdings for at in one.answers)]
    return [at for one in silent for at in one.answers if _says(letter.answers[at])]


def _kept(letter: Letter) -> Iterator[tuple[int, int]]:
    """Yield the answers that say no more than that something is held, where nothing is given or refused as a whole."""
    if letter.attachments or any(one.holding is not Holding.HELD and not one.answers for one in letter.holdings):
        return
    lowered = letter.text.lower()
    for line in letter.question_map:
        if line.question is None or line.match is not Match.ANSWERED or len(line.answers) != 1:
            continue
        at = line.answers[0]
        one, question = letter.answers[at], letter.questions[line.question]
        held = [said for said in letter.holdings if at in said.answers]
        if one.holdings != {Holding.HELD} or not held or len(one.questions) > 1:
            continue
        first = held[0]
        inside = one.start <= first.start < one.end and first.start - one.start <= _FIRST
        if inside and evasion.keeps_to_itself(
            lowered, Passage(question.start, question.end), Passage(first.cue.end, one.end)
        ):
            yield one.start, one.end


def _answered(letter: Letter) -> bool:
    """Return whether any question got an answer: who gives the information has said that it is held."""
    if any(_FIGURES.search(letter.value(one)) for one in letter.answers) or _tells(letter):
        return True
    return any(
        line.match is not Match.MISSING and any(map(_says, _answers(letter, line.answers)))
        for line in letter.question_map
    )


def _tells(letter: Letter) -> bool:
    """Return whether the letter tells a fact with a number or a day in it, beside those about the request and the law."""
    lowered = letter.text.lower()
    return any(
        _FACT.search(lowered, one.start, one.end) and informing.informs(lowered, one)
        for part in letter.paragraphs
        if part.zone in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} and part.shape is not Shape.HEADING
        for one in part.sentences
        if letter.request is None or not letter.request.start <= one.start < letter.request.end
    )


def _answers(letter: Letter, at: tuple[int, ...]) -> list[Answer]:
    return [letter.answers[index] for index in at]


def _says(answer: Answer) -> bool:
    return answer.end > answer.start
