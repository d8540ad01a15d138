"""L106 refusal-without-exemption: information is withheld and no exemption is named for it.

Why: a notice of refusal must state the exemption; without one the refusal has no ground in law.
Fix: name section and limb beside each thing that is withheld, and say why it applies.
Source: section 17(1)(b) of the Freedom of Information Act 2000; regulation 14(3) of the Environmental Information
    Regulations 2004; section 16(1)(c) of the Freedom of Information (Scotland) Act 2002.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor import law
from redactor.law import citations
from redactor.letter import deferral, withdrawn
from redactor.letter.model import Exemption, Holding, HoldingStatement, Letter, LetterKind, Passage, Shape, Use, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n{}\n"
    "Yours sincerely"
)
_REVIEW = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nInternal review\nYou asked us to review our reply of 12 February 2024 about the contract. I took no part in "
    "it.\nMy colleague withheld the prices under section 43(2) of the Freedom of Information Act. {}\nYours sincerely"
)
EXAMPLES = (
    _HEAD.format("The council holds the contract. We have withheld the prices because they are confidential."),
    _HEAD.format("I am afraid that the council refuses your request."),
    _HEAD.format(
        "The council holds the log. The names are withheld under section 40(2), as they are personal data.\n"
        "Some entries have also been blacked out for security reasons."
    ),
    _HEAD.format(
        "We need more time to weigh the public interest in an exemption, as section 10(3) allows, and will reply by 8 April 2024."
    ),
    _HEAD.format("We will let you have the report when the minister has decided."),
    _HEAD.format("The council neither confirms nor denies that it holds the information you asked for."),
    _REVIEW.format(
        "That exemption was wrongly applied. However, the prices are not suitable for release and we are withholding them."
    ),
    _REVIEW.format("I find that section 43(2) does not apply. The report is still refused."),
    _HEAD.format(
        "We hold the prices. Our first reply relied on section 43(2). That exemption is withdrawn. We will nevertheless not "
        "be disclosing the prices."
    ),
)
COUNTER_EXAMPLES = (
    _HEAD.format(
        "The council holds the contract. We have withheld the prices under section 43(2), because knowing them would "
        "prejudice the supplier's commercial interests."
    ),
    _HEAD.format("We will let you have the report as soon as our searches are finished, and by 8 March 2024."),
    _HEAD.format("The council holds the contract. It is attached, and nothing has been withheld."),
    _REVIEW.format("I do not uphold that decision. The prices are enclosed."),
)

_OF_ITS_OWN = re.compile(
    r"\bfor\s(?!the\b|these\b|those\b|this\b|that\b|following\b|several\b|both\b|reasons?\b)(?:[\w-]+\s){1,3}reasons?\b|\b(?:also|furthermore|additionally|in addition|separately)\b",
    re.IGNORECASE,
)
_TAKEN_OUT = re.compile(r"withh|redact|black|blank|remov|taken|obscur|omit|mask|back|edited|left", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:exempt\w*|exception|same|above|below|set out|not held)\b", re.IGNORECASE)
_FORM = re.compile(r"\b(?:format|spreadsheet|excel|electronic)", re.IGNORECASE)
_TIME = re.compile(r"\b(?:exten\w+|longer|more time|further time|additional)\b", re.IGNORECASE)
_OPEN = frozenset({LetterKind.EXTENSION, LetterKind.CLARIFICATION, LetterKind.REVIEW, LetterKind.NONE})
_SPOKEN = frozenset({Zone.OPENING, Zone.REPLY})
_NOT_YET = frozenset({Holding.REFUSED, Holding.NCND})


def _given_up_at(letter: Letter) -> int | None:
    """Return where the last exemption that the letter gives up is cited."""
    return max((one.start for one in letter.citations if one.exemption and one.use is Use.DECLINED), default=None)


@letter_rule("L106", Severity.BLOCK)
def refusal_without_exemption(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each answer, or for the whole letter, that withholds and relies on nothing."""
    yield from _extended(letter)
    refusals = [one for one in letter.holdings if one.holding in _NOT_YET and not one.cited]
    yield from _besides(letter)
    yield from _put_off(letter)
    named = [one for one in letter.citations if one.exemption and one.use not in (Use.QUOTED, Use.DECLINED)]
    if not named and (given_up := _given_up_at(letter)) is not None:
        # What was withheld before it is told of the first decision; what is refused behind it rests on nothing.
        again = [one for one in letter.holdings if one.holding in _NOT_YET and one.start > given_up]
        lowered = letter.text.lower()
        again = [one for one in again if not withdrawn.gives_up(lowered, Passage(one.start, one.end))]
        refusals = again if letter.kind.kind is LetterKind.REVIEW else again or refusals
    if not refusals:
        return
    if not named:
        first = refusals[0]
        what = "neither confirms nor denies" if first.holding is Holding.NCND else "withholds or refuses information"
        said = f"The letter {what} and names no exemption.{_meant(letter, refusals)}"
        yield Hit(said, ranges=((first.start, first.end),))
        return
    for one in refusals:
        # A statement about the whole request may rest on any exemption that the letter names.
        if one.answers and not one.whole and not any(_covers(letter, at) for at in one.answers):
            said = "This answer withholds something, and no exemption is named with it."
            yield Hit(said, ranges=((one.start, one.end),), severity=Severity.REVIEW)


def _meant(letter: Letter, refusals: Sequence[HoldingStatement]) -> str:
    """Return which exemption the words around a refusal are those of, so that the officer knows where to look."""
    around = (letter.text[start:end] for one in refusals for start, end in _about(letter, one))
    own = law.load(letter.regime)
    found = dict.fromkeys(one.section for words in around for one in citations.in_words(words, own))
    if not found:
        return ""
    name = "regulation" if letter.regime in {"eir", "eisr"} else "section"
    return f" Its words are those of {name} {' and '.join(found)}."


def _extended(letter: Letter) -> Iterator[Hit]:
    """Yield a hit where time is taken to weigh the public interest and no exemption is named, as section 17(2) asks."""
    if any(one.exemption and one.use is not Use.QUOTED for one in letter.citations):
        return
    by = [one for one in letter.citations if (one.regime, one.section, one.limb[:3]) == ("foia", "10", "(3)")]
    said = "More time is taken to weigh the public interest, and no exemption is named."
    if by:
        yield Hit(said, ranges=((by[0].start, by[0].end),))
    elif letter.kind.kind is LetterKind.EXTENSION and letter.regime == "foia":
        for event in letter.clock:
            words = letter.value(event)
            if "public interest" in words.lower() and _TIME.search(words):
                yield Hit(said, ranges=((event.start, event.end),))
                return


def _put_off(letter: Letter) -> Iterator[Hit]:
    """Yield a hit where what was asked for is put off in plain words and no exemption is relied on for it."""
    if letter.kind.kind in _OPEN or any(_is_general(one) for one in letter.exemptions):
        return
    lowered = letter.text.lower()
    for part in letter.paragraphs:
        if part.zone not in _SPOKEN or part.shape is Shape.HEADING or part.welsh:
            continue
        for one in part.sentences:
            if not deferral.defers(lowered, one.start, one.end):
                continue
            inside = {at for at, answer in enumerate(letter.answers) if answer.start <= one.start < answer.end}
            known = any(held.start == one.start and held.holding in _NOT_YET for held in letter.holdings)
            if not known and not any(inside & set(other.answers) for other in letter.exemptions):
                said = "What was asked for is put off until later, and no exemption is named for keeping it till then."
                yield Hit(said, ranges=((one.start, one.end),), severity=Severity.REVIEW)
                return


def _besides(letter: Letter) -> Iterator[Hit]:
    """Yield a hit for a part withheld on another ground than law, beside parts withheld under exemptions."""
    cited = [one.start for one in letter.citations if one.exemption]
    if not cited:
        return
    for one in letter.holdings:
        words = letter.value(one)
        if one.holding is not Holding.REFUSED or not _OF_ITS_OWN.search(words) or _FORM.search(words):
            continue
        if not _TAKEN_OUT.search(letter.value(one.cue)) or _REFERS.search(words):
            continue
        if not any(start <= at < end for start, end in _about(letter, one) for at in cited):
            said = "A part is withheld here on a ground of its own, and no exemption is named with it."
            yield Hit(said, ranges=((one.start, one.end),), severity=Severity.REVIEW)


def _about(letter: Letter, one: HoldingStatement) -> list[tuple[int, int]]:
    """Return the paragraph of a statement and the one after it."""
    at = next((i for i, part in enumerate(letter.paragraphs) if part.start <= one.start < part.end), 0)
    return [(part.start, part.end) for part in letter.paragraphs[at : at + 2]]


def _covers(letter: Letter, answer: int) -> bool:
    """Return whether some exemption belongs to an answer, or to none in particular."""
    return any(answer in one.answers or _is_general(one) for one in letter.exemptions)


def _is_general(exemption: Exemption) -> bool:
    return not exemption.answers
