"""What kind of letter it is, and why: by what it does, not by what it calls itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redactor.letter.model import (
    Answer,
    Citation,
    Holding,
    HoldingStatement,
    KindReading,
    LetterKind,
    Paragraph,
    Passage,
    RegimeMention,
    Use,
    Zone,
)

_REVIEW = re.compile(
    r"\b(?:outcome|result|findings?|conclusion)\sof\s(?:the|an|your|my|our|this)?\s?(?:internal\s)?review\b|\b(?:have|has|i've|now)\s(?:now\s)?(?:conducted|completed|carried\sout|concluded|undertaken|considered|finished)\s(?:the|an|this|my|a|your)?\s?"
    r"(?:request\sfor\s(?:an\s)?)?(?:internal\s)?review\b|\b(?:asked|requested|request|asking|e-?mail|letter|correspondence)\b[^.]{0,60}\b(?:an?\s|for\s(?:an\s)?)?internal\sreview\b|"
    r"\b(?:my|the|this)\sreview\s(?:of|has|finds|found|concludes)\b|\b(?:uphold|upheld|overturn\w*)\b[^.]{0,60}\b(?:decision|response|complaint|original|application)\b|\binternal\sreview\s(?:decision|outcome|response)\b"
)
_ACK = re.compile(
    r"\backnowledg(?:e|es|ing|ement)\b|\b(?:your\srequest|it)\b[^.]{0,60}\b(?:was|has\sbeen|is)\s(?:\w+\s)?(?:received|logged|registered|passed|allocated|forwarded|being\s(?:dealt|processed|considered|handled))\b|"
    r"\b(?:we|you)\s(?:will|should|can\sexpect|aim|shall)\b[^.]{0,60}\b(?:respond|reply|response|answer|provide)\b[^.]{0,80}\b(?:by|within|no\slater|working\sdays)\b|\bresponse\s(?:is|will\sbe)\sdue\b|"
    r"\b(?:due|deadline)\b[^.]{0,30}\b(?:response|respond|reply)|\breceive\sa\sresponse\b"
)
_CLARIFY = re.compile(
    r"\b(?:please|could\syou|can\syou|would\syou|need\syou\sto|ask\syou\sto|grateful\sif\syou|require|need|seek(?:ing)?)\b[^.?]{0,90}\b(?:clarif\w*|specify|confirm\swhat|confirm\swhich|explain\swhat|further\s(?:details?|information)\sfrom\syou|more\s(?:specific|detail))|"
    r"\bclarification\s(?:is|was)?\s?(?:required|needed|requested|sought|from\syou)\b|\bwhat\s(?:exactly\s)?(?:do\s)?you\s(?:mean|are\slooking)|\b(?:unclear|not\sclear|unable\sto\sidentify)\b[^.]{0,60}\b(?:what|which|request|information)\b|\bonce\s(?:we\shave\s|i\shave\s)?(?:received|receive|you\shave)\b[^.]{0,40}\bclarif"
)
_EXTEND = re.compile(
    r"\b(?:exten(?:d|ded|ding|sion)|additional|further|more|extra)\b[^.]{0,80}\b(?:time|deadline|working\sdays|time\s?limit|period)\b[^.]{0,120}|\bpublic\sinterest\b[^.]{0,80}\b(?:still|further\stime|not\syet|more\stime)\b|\bnot\syet\s(?:reached|completed|able|in\sa\sposition)\b"
)
_COST = re.compile(
    r"\b(?:section|s\.?)\s?12\b|\b(?:exceed\w*|over|above|beyond|in\sexcess)\b[^.]{0,60}\b(?:limit|cost|18\shours|24\shours|\u00a3450|\u00a3600|hours)\b|\b(?:cost|time)\s(?:limit|of\scomplying)\b[^.]{0,60}\bexceed|\bappropriate\slimit\b"
)
_VEXATIOUS = re.compile(
    r"\b(?:is|as|be|being|considered|deemed|found|believe)\b[^.]{0,60}\b(?:vexatious|manifestly\sunreasonable)\b|\brepeated\s(?:\w+\s)?request\b|\b(?:section|s\.?)\s?14\b"
)
_TO_ANSWER = re.compile(
    r"\b(?:freedom\sof\sinformation|foi\w*|environmental\sinformation|eirs?|your\srequest|information\srequest|request\sfor\sinformation)\b"
)
_NOTHING = KindReading(LetterKind.NONE, "nothing in it reads like a reply to an information request", 0, 0)


def read(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    regimes: Sequence[RegimeMention],
    answers: Sequence[Answer],
    holdings: Sequence[HoldingStatement],
    cited: Sequence[Citation],
) -> KindReading:
    """Return the kind of a letter and why."""
    own = [part for part in paragraphs if part.zone in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} and not part.welsh]
    sentences = [sentence for part in own for sentence in (part.sentences or (Passage(part.start, part.end),))]
    if not own and not answers:
        return _welsh(paragraphs)
    named = any(not mention.quoted for mention in regimes)
    about = named or bool(cited) or any(_TO_ANSWER.search(lowered, part.start, part.end) for part in paragraphs)
    if not about:
        return _welsh(paragraphs)
    said = _Said(lowered, sentences, holdings, answers)
    if found := _first(lowered, sentences, _REVIEW):
        return KindReading(LetterKind.REVIEW, "it gives the outcome of an internal review", found.start, found.end)
    if not said.substantive:
        return _without_answer(lowered, sentences, paragraphs, named=bool(named or cited))
    return _with_answer(lowered, sentences, said, cited)


class _Said:
    """What the holding statements add up to."""

    def __init__(
        self,
        lowered: str,
        sentences: Sequence[Passage],
        holdings: Sequence[HoldingStatement],
        answers: Sequence[Answer],
    ) -> None:
        self.count = Counter(one.holding for one in holdings)
        self.first = {holding: next(one for one in holdings if one.holding is holding) for holding in self.count}
        self.direct = [
            answer for answer in answers if answer.questions and answer.holdings & {Holding.DISCLOSED, Holding.HELD}
        ]
        self.whole = any(answer.pairing.value == "whole" for answer in answers)
        self.answers = [answer for answer in answers if answer.pairing.value != "whole"]
        self.substantive = bool(holdings) or bool(self.answers)
        # What is redacted was given in part; what is only pointed to was not given by this letter.
        redacted = any(
            "redact" in lowered[one.cue.start : one.cue.end] for one in holdings if one.holding is Holding.REFUSED
        )
        pointed = self.count[Holding.ELSEWHERE] and not self.count[Holding.REFUSED]
        self.gives = bool(self.count[Holding.DISCLOSED] or pointed or redacted) or any(
            answer.holdings & {Holding.DISCLOSED} for answer in self.answers
        )


def _first(lowered: str, sentences: Sequence[Passage], pattern: re.Pattern[str]) -> Passage | None:
    return next((one for one in sentences if pattern.search(lowered, one.start, one.end)), None)


def _welsh(paragraphs: Sequence[Paragraph]) -> KindReading:
    if sum(part.welsh for part in paragraphs) * 2 > len(paragraphs):
        return KindReading(LetterKind.NONE, "it is mostly in Welsh, which was not read", 0, 0)
    return _NOTHING


def _without_answer(
    lowered: str, sentences: Sequence[Passage], paragraphs: Sequence[Paragraph], *, named: bool
) -> KindReading:
    """Return the kind of a letter that says nothing of holding: it asks, takes longer, or acknowledges."""
    for kind, pattern, why in (
        (LetterKind.CLARIFICATION, _CLARIFY, "it asks the requester to explain the request"),
        (LetterKind.EXTENSION, _EXTEND, "it takes more time and answers nothing yet"),
        (LetterKind.VEXATIOUS, _VEXATIOUS, "it calls the request vexatious or repeated"),
        (LetterKind.COST, _COST, "it says that the cost limit would be exceeded"),
        (LetterKind.ACKNOWLEDGEMENT, _ACK, "it says that the request came in and when an answer is due"),
    ):
        if found := _first(lowered, sentences, pattern):
            return KindReading(kind, why, found.start, found.end)
    addressed = any(part.zone in {Zone.REPLY, Zone.APPEAL} for part in paragraphs)
    if named and addressed and sentences:
        return KindReading(
            LetterKind.FULL, "it answers without refusing anything", sentences[0].start, sentences[0].end
        )
    return _NOTHING


def _with_answer(lowered: str, sentences: Sequence[Passage], said: _Said, cited: Sequence[Citation]) -> KindReading:
    count, first = said.count, said.first
    relied = [one for one in cited if one.use in {Use.RELIED_ON, Use.NCND}]
    refuses = count[Holding.REFUSED] or any(one.use is Use.RELIED_ON for one in relied)

    def as_(kind: LetterKind, why: str, at: Passage | HoldingStatement | Citation) -> KindReading:
        return KindReading(kind, why, at.start, at.end)

    vexatious = _first(lowered, sentences, _VEXATIOUS)
    if vexatious and not said.gives:
        return as_(LetterKind.VEXATIOUS, "it calls the request vexatious or repeated", vexatious)
    cost = _first(lowered, sentences, _COST)
    if cost and refuses and not said.gives:
        return as_(LetterKind.COST, "it refuses because the cost limit would be exceeded", cost)
    if not refuses and not count[Holding.NCND] and not said.gives:
        for kind, pattern, why in (
            (LetterKind.CLARIFICATION, _CLARIFY, "it asks the requester to explain the request"),
            (LetterKind.EXTENSION, _EXTEND, "it takes more time and answers nothing yet"),
        ):
            if found := _first(lowered, sentences, pattern):
                return as_(kind, why, found)
    extends = _first(lowered, sentences, _EXTEND)
    if (
        extends
        and not said.gives
        and not said.answers
        and re.search(r"public\sinterest|regulation\s7", lowered[extends.start : extends.end])
    ):
        return as_(LetterKind.EXTENSION, "it takes more time for the public interest", extends)
    if count[Holding.NCND] and not said.gives and not count[Holding.HELD] and not count[Holding.NOT_HELD]:
        return as_(LetterKind.NCND, "it neither confirms nor denies, and gives nothing", first[Holding.NCND])
    if (refuses or count[Holding.NCND]) and said.gives:
        at: HoldingStatement | Citation = first.get(Holding.REFUSED) or first.get(Holding.NCND) or relied[0]
        return as_(LetterKind.PARTIAL, "it gives some information and refuses some", at)
    if count[Holding.NCND] and not count[Holding.REFUSED]:
        mixed = count[Holding.HELD] or said.gives
        kind = LetterKind.PARTIAL if mixed or count[Holding.NOT_HELD] else LetterKind.NCND
        return as_(kind, "it answers one part and neither confirms nor denies another", first[Holding.NCND])
    if refuses:
        at = first.get(Holding.REFUSED) or relied[0]
        return as_(LetterKind.REFUSAL, "it refuses and gives nothing", at)
    if count[Holding.NOT_HELD] and not said.gives and not count[Holding.HELD]:
        return as_(LetterKind.NOT_HELD, "it says that nothing is held", first[Holding.NOT_HELD])
    if said.gives or count[Holding.HELD] or count[Holding.UNCLEAR]:
        given = first.get(Holding.DISCLOSED) or first.get(Holding.HELD) or next(iter(first.values()), None)
        place = (
            Passage(given.start, given.end)
            if given
            else (Passage(said.answers[0].start, said.answers[0].end) if said.answers else Passage(0, 0))
        )
        return as_(LetterKind.FULL, "it answers without refusing anything", place)
    return _NOTHING
