"""What kind of letter it is, and why: by what it does, not by what it calls itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redactor.letter import giving, remedy
from redactor.letter.model import (
    Answer,
    Citation,
    Holding,
    HoldingStatement,
    KindReading,
    LetterKind,
    Pairing,
    Paragraph,
    Passage,
    RegimeMention,
    Table,
    Use,
    Zone,
)

_LOOKED_AT = r"(?:our|your|the|its|my|this|that|how|council's|\w+'s)\s(?:[\w']+\s){0,3}?(?:response|decision|handling|request|reply|answer|refusal|way|complaint|matter|case|application)"
_REVIEW_OF = rf"(?:(?:an?\s|the\s|this\s|my\s|your\s|our\s|that\s)?internal\s(?:review|re-?consideration)|(?:this|my|your|our|that)\s(?:\w+\s)?review|(?:a|the)\s(?:\w+\s)?review\s(?:of|into|under)\s(?:{_LOOKED_AT}|section|regulation)|(?:a|the)\sreview\s(?:you|which\syou|that\syou|requested))"
_REVIEW = re.compile(
    rf"\b(?:outcome|result|findings?|conclusions?)\sof\s(?:(?:the|an|your|my|our|this|that)\s)?(?:internal\sreview|re-?consideration|review\b(?!\sof\s(?!{_LOOKED_AT})))|"
    rf"\b(?:conducted|completed|carried\sout|concluded|undertaken|considered|finished|held|made)\s{_REVIEW_OF}\b|\b(?:now\s|have\s|has\s)(?:reviewed|re-?considered|re-?examined)\s{_LOOKED_AT}\b|"
    r"\byou\s(?:(?:have|had|then|also|have\snow)\s)?(?:asked|requested|sought|required|demanded|made|submitted|wrote)\b[^.]{0,80}?\b(?:internal\sreview|for\s(?:it|this|that|the\s(?:decision|response|matter)|our\s\w+)\sto\sbe\s(?:reviewed|re-?considered)|"
    rf"(?:a\s|for\s|to\s)(?:formal\s)?review\s(?:of\s)?(?:{_LOOKED_AT}|it\b|this|under)|requirement\sfor\sreview|(?:us|me|council|university|trust|force|department|authority|board)\s(?:to|for)\s(?:a\s|an\s)?(?:re-?consider|re-?examine|review|look\sagain)\b)|"
    r"\b(?:your|the)\s(?:request|e-?mail|letter|correspondence|message|application)\b[^.]{0,60}\b(?:asking|requesting|seeking|for|requiring)\s(?:us\s|me\s)?(?:for\s|to\s)?(?:carry\sout\s|conduct\s)?(?:an?\s)?internal\sreview\b|\byour\srequest\sfor\s(?:a\s|an\sinternal\s)?review\b|"
    rf"\b(?:my|this|our|the\sinternal|my\sinternal)\sreview\s(?:of\s{_LOOKED_AT}|has|finds?|found|concludes?|concluded|is\snow)\b|"
    r"\b(?:i|we|panel|review|reviewer|therefore|is|are|has\sbeen|have\sbeen|not|partly|partially)\s(?:\w+\s)?(?:uphold|upheld|upholds|overturn(?:ed|s)?|substitute[sd]?)\b[^.]{0,60}\b(?:decision|response|your\scomplaint|original|view|application|refusal|reliance|use|exemption)\b|"
    r"\byour\s(?:complaint|appeal|request\sfor\s(?:a\s)?review)\s(?:is|has\sbeen|was|has|are)\s(?:\w+\s){0,2}?(?:upheld|allowed|dismissed|rejected|successful|unsuccessful)\b|\binternal\sreview\s(?:decision|outcome|response)\b|"
    r"\byou\s(?:were|had\sbeen|are|have)?\s?(?:\w+\s)?(?:complain(?:ed|ing)|dissatisfied|unhappy|disput(?:ed|ing)|challeng(?:ed|ing)|appeal(?:ed|ing))\b[^.]{0,60}\b(?:our|refusal|reply|response|decision|handling|answer)\b|\basked\sthat\s(?:it|this|the\s\w+|our\s\w+)\s(?:should\s)?be\s(?:reviewed|looked|re-?considered)|"
    r"\bconsidered\s(?:\w+\s){1,4}afresh\b|\breview\spanel\s(?:met|found|decided|has|considered|agreed)\b|\blooked\sagain\sat\s(?:our|the|your|how|this)\b"
)
_ACK = re.compile(
    r"\backnowledg(?:e|es|ing|ement)\b|\b(?:your\s(?:\w+\s)?(?:request|e-?mail|letter|enquiry)|it)\b[^.]{0,60}\b(?:was|has\sbeen|is|has)\s(?:\w+\s)?(?:received|reached|arrived|logged|registered|recorded|passed|allocated|assigned|forwarded|sent\son|given\sthe|being\s(?:dealt|processed|considered|handled|looked))\b|"
    r"\b(?:we|you)\s(?:will|should|can\sexpect|may\sexpect|aim|hope|expect|shall|must|have\suntil|are\srequired)\b[^.]{0,80}\b(?:respond|reply|response|answer|provide|let\syou\shave|hear|write)\b[^.]{0,80}\b(?:by|within|no\slater|before|working\sdays)\b|\b(?:response|reply|answer)\s(?:is|will\sbe|falls)\s(?:due|sent|with\syou|given)\b|"
    r"\b(?:due|deadline|last\sday|latest)\b[^.]{0,40}\b(?:response|respond|reply|answer)|\b(?:response|respond|reply|answer)\w*\b[^.]{0,40}\b(?:due|deadline|last\sday|no\slater)\b|\breceive\s(?:a|our|the)\s(?:response|reply|answer)\b|\bwe\shave\s(?:now\s)?(?:received|logged|registered|got)\s(?:your|it)\b"
)
_CAME_IN = re.compile(
    r"\breached\sus\b|\bwe\s(?:have\s)?(?:now\s)?(?:received|had|got)\syour\b|\bthank\syou\sfor\b|\bwe\shave\syour\b|\b(?:was|has\sbeen)\sreceived\b|\breceipt\sof\b"
)
_TO_COME = re.compile(
    r"\b(?:will|shall|should|required\sto|aim|hope|expect|intend)\b[^.]{0,60}\b(?:respond|reply|answer|write|hear|be\sin\stouch|contact)\b|\b(?:due|deadline|attention|looking\sinto|dealing\swith)\b|\b(?:20|twenty)\sworking\sdays\b"
)
_PART = re.compile(
    r"\b(?:some|parts?|certain|remainder|rest|remaining|elements?|portions?|other\sparts?)\b(?:(?!\balso\b)[^.;]){0,60}\b(?:withh(?:eld|olding)|exempt|redacted|excluded|excepted|refused)\b"
)
_CLARIFY = re.compile(
    r"\b(?:please|could\syou|can\syou|would\syou|need\syou\sto|ask\syou\sto|asking\syou|grateful\sif\syou|require|need|needs|seek(?:ing)?|kindly)\b[^.?]{0,90}\b(?:clarif\w*|specify|confirm\swhat|confirm\swhich|explain\swhat|explain\swhich|further\s(?:details?|information)\sfrom\syou|more\s(?:specific|details?|precise|particulars)|narrow\sdown)|"
    r"\bclarification\s(?:is|was|has|of|from)\b|\bneed\sto\s(?:know|understand|establish|be\ssure|be\sclear)\b|\btoo\s(?:general|broad|wide|vague)\b|\bto\sclarify\s(?:your|the|what|which)|\bwhat\s(?:exactly\s)?(?:do\s)?you\s(?:mean|are\slooking)|\b(?:unclear|not\s(?:\w+\s)?clear|not\ssure|unsure|unable\sto\sidentify|cannot\s(?:identify|tell))\b[^.]{0,60}\b(?:what|which|whether|request|information|you)\b|"
    r"\bonce\s(?:we\shave\s|i\shave\s)?(?:received|receive|you\shave|heard)\b[^.]{0,60}\b(?:clarif|you|answer|reply)|\b(?:please|kindly)\s(?:tell|let|say|state|indicate|confirm|choose)\b[^.?]{0,60}\b(?:which|what|whether\syou)\b|"
    r"\b(?:do|did|are)\syou\s(?:mean|want|wish|refer|referring|asking|interested|looking|after)\b[^.]*\?|\bwhich\s(?:of\s(?:these|those)|one|period|years?|dates?|\w+)\s(?:do|are|did|would)\syou\b|"
    r"\b(?:clock|twenty|20|time|period)\b[^.]{0,60}\b(?:stops?|stopped|paused?|on\shold|not\s(?:start|begin|run)|suspended|begins?\s(?:again|when|once)|starts?\s(?:again|when|once|on\sthe\sday))\b"
)
_ASKS_BACK = re.compile(r"\b(?:section\s1\(3\)|regulation\s9\(2\))")
_EXTEND = re.compile(
    r"\b(?:exten(?:d|ds|ded|ding|sion)|additional|further|more|extra)\b[^.]{0,80}\b(?:time|deadline|working\sdays|time\s?limit|period)\b[^.]{0,120}|\bpublic\sinterest\b[^.]{0,80}\b(?:still|further\stime|not\syet|more\stime)\b|\bnot\syet\s(?:reached|completed|decided|finished|able|in\sa\sposition)\b|"
    r"\b(?:longer|more\stime)\b[^.]{0,60}\b(?:to|than|in\sorder)\b[^.]{0,60}\b(?:consider|decide|weigh|reach|complete|usual|normal|allowed)\b|\b(?:still|continuing\sto)\s(?:consider|weigh)\w*\b[^.]{0,40}\b(?:balance|public\sinterest|exempt\w*)\b|\bregulation\s7\b|\bsection\s10\(3\)|\b(?:40|forty)\sworking\sdays\b[^.]{0,60}\b(?:instead|rather|complex|volume)"
)
# "Unless it is necessary to extend the time" takes none yet.
_ONLY_IF = re.compile(
    r"\b(?:unless|if|should\s(?:we|it|this|i)|in\s(?:some|certain|exceptional|rare|complex)\s(?:cases|circumstances)|where\s(?:it|we|the|this)|occasionally|sometimes|except)\b"
)
_EXTENDS_IN_LAW = re.compile(
    r"public\sinterest|regulation\s7\b|section\s10\(3\)|s\.?\s?10\(3\)|complex\w*|volum\w+|section\s17\(2\)|test\b"
)
_COST = re.compile(
    r"\b(?:exceed\w*|over|above|beyond|in\sexcess\sof|more\sthan|greater\sthan)\b[^.]{0,60}\b(?:limit|ceiling|threshold|18\shours|24\shours|eighteen\shours|\u00a3450|\u00a3600)\b|\b(?:cost|time)\s(?:limit|of\scomplying)\b[^.]{0,60}\bexceed|\b(?:appropriate|cost)\slimit\b|"
    r"\bcosts?\s(?:\w+\s)?too\smuch\b|\btakes?\s(?:\w+\s)?too\slong\b|\b(?:limit|ceiling|threshold)\b[^.]{0,40}\b(?:exceeded|passed|reached)\b|\btoo\s(?:much|costly|expensive|long)\b[^.]{0,40}\b(?:cost|search|retrieve|locate|collate)"
)
_VEXATIOUS = re.compile(
    r"\b(?:is|as|be|been|being|was|judged|considered|deemed|found|believe|consider)\b[^.]{0,60}\b(?:vexatious|manifestly\sunreasonable)\b|\brepeat(?:ed)?\s(?:\w+\s)?requests?\b|\b(?:substantially\ssimilar|identical)\b[^.]{0,60}\brequest"
)
_TO_ANSWER = re.compile(
    r"\b(?:freedom\sof\sinformation|foi\w*|environmental\sinformation|eirs?|your\srequest|information\srequest|request\sfor\sinformation)\b"
)
_ADDRESSED = re.compile(
    r"\byour\s(?:[\w-]+\s){0,4}?(?:request|requests|enquiry|application|correspondence|e-?mail|letter|message|questions?|appeal|complaint)\b|\byou\s(?:(?:have|had|also|recently|then)\s)?(?:asked|requested|wrote|sought|submitted|made|e-?mailed|enquired|wanted)\b|"
    r"\bthank\syou\sfor\b|\brefusal\snotice\b|\b(?:dear|annwyl)\b"
)
_I_ASK = re.compile(
    r"\b(?:i|we)\s(?:would\slike|wish|want|am\s(?:writing\sto\s)?(?:request|ask|make|seek)\w*|are\srequesting|should\slike|request|seek)\b|\b(?:please|kindly|can\syou|could\syou)\s(?:\w+\s)?(?:send|provide|supply|let\sme|tell\sme)\b|"
    r"\bthis\sis\sa\s(?:request|freedom)|\bmy\s(?:foi\s|freedom\s)?request\b"
)
_ANSWERS_SOMEBODY = re.compile(
    r"\byour\s(?:[\w-]+\s){0,5}?(?:request|enquiry|application|questions?)\b|\byou\s(?:(?:have|had|also|recently)\s)?(?:asked|requested|wrote|sought)\b|\bwe\s(?:will|shall|have|are|hold|received)\b"
)
_LABELLED = re.compile(r"(?:foi\s|eir\s|your\s|our\s|the\s)?(?:request|question|response|answer|reply|q\s?\d|a\s?\d)")
_STRONG = re.compile(
    r"exempt|except|withh|redact|remov|black|blank|obscur|mask|omit|taken|left|edited|exceed|refus|declin"
)
_SHORT = 900
"""Characters below which a letter that came to nothing else may be a mere acknowledgement."""
_LAWS_OWN = frozenset({"1", "10", "12", "14", "16", "17", "50", "5", "9", "11"})
_COST_GROUNDS, _VEXED_GROUNDS = (
    frozenset({("foia", "12"), ("foisa", "12")}),
    frozenset({("foia", "14"), ("foisa", "14")}),
)
_NOTHING = KindReading(LetterKind.NONE, "nothing in it reads like a reply to an information request", 0, 0)


def read(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    regimes: Sequence[RegimeMention],
    answers: Sequence[Answer],
    holdings: Sequence[HoldingStatement],
    cited: Sequence[Citation],
    tables: Sequence[Table],
) -> KindReading:
    """Return the kind of a letter and why."""
    own = [part for part in paragraphs if part.zone in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} and not part.welsh]
    sentences = [sentence for part in own for sentence in (part.sentences or (Passage(part.start, part.end),))]
    if not own and not answers:
        return _welsh(paragraphs)
    named = any(not mention.quoted for mention in regimes)
    about = named or bool(cited) or any(_TO_ANSWER.search(lowered, part.start, part.end) for part in paragraphs)
    if not about or not _is_addressed(lowered, paragraphs, answers):
        return _welsh(paragraphs)
    if found := _reviewed(lowered, sentences):
        return KindReading(LetterKind.REVIEW, "it gives the outcome of an internal review", found.start, found.end)
    said = _Said(lowered, paragraphs, holdings, answers, cited, tables)
    if not said.substantive:
        quoted = [one for part in paragraphs if part.zone is Zone.REQUEST for one in part.sentences]
        return _without_answer(lowered, sentences, quoted, paragraphs, named=bool(named or cited))
    return _with_answer(lowered, sentences, said)


class _Said:
    """What the holding statements, the citations and the answers add up to."""

    def __init__(
        self,
        lowered: str,
        paragraphs: Sequence[Paragraph],
        holdings: Sequence[HoldingStatement],
        answers: Sequence[Answer],
        cited: Sequence[Citation],
        tables: Sequence[Table],
    ) -> None:
        self.count = Counter(one.holding for one in holdings)
        self.first = {holding: next(one for one in holdings if one.holding is holding) for holding in self.count}
        answers = [one for one in answers if not _asks_back(lowered, one, holdings)]
        self.answers = [one for one in answers if one.pairing is not Pairing.WHOLE and one.end > one.start]
        self.relied = [one for one in cited if one.use is Use.RELIED_ON]
        self.grounds = {(one.regime, one.section) for one in self.relied}
        self.redacts = giving.takes_out(lowered, paragraphs)
        # What is only pointed to was not given by this letter, but it is not refused either.
        pointed = bool(self.count[Holding.ELSEWHERE]) and not self.count[Holding.REFUSED]
        given = [one for one in holdings if one.holding is Holding.DISCLOSED and not giving.points(lowered, one)]
        self.gives = bool(given or pointed) or giving.gives(lowered, paragraphs, answers, holdings, tables)
        self.plainly = bool(given or pointed)
        self.substantive = bool(holdings or self.answers or self.redacts or self.relied) or self.gives
        self.in_answers = any(giving.in_answer(answer, holdings, lowered) for answer in answers)
        refused = [one for one in holdings if one.holding is Holding.REFUSED]
        # "We are unable to answer as nothing is held" refuses nothing.
        weak = self.count[Holding.NOT_HELD] and all(
            not _STRONG.search(lowered, one.cue.start, one.cue.end) and not one.cited for one in refused
        )
        self.refuses = bool((refused and not weak) or self.relied or self.redacts)


def _asks_back(lowered: str, answer: Answer, holdings: Sequence[HoldingStatement]) -> bool:
    """Return True where what stands in an answer's place is a question to the requester."""
    if not _CLARIFY.search(lowered, answer.start, answer.end) or "?" not in lowered[answer.start : answer.end]:
        return False
    return not any(answer.start <= one.start < answer.end for one in holdings)


def _first(lowered: str, sentences: Sequence[Passage], pattern: re.Pattern[str]) -> Passage | None:
    return next((one for one in sentences if pattern.search(lowered, one.start, one.end)), None)


def _extends(lowered: str, sentences: Sequence[Passage]) -> Passage | None:
    """Return the first sentence that takes more time; one that says when more might be taken takes none."""
    for one in sentences:
        match = _EXTEND.search(lowered, one.start, one.end)
        if match and not _ONLY_IF.search(lowered, one.start, match.start()):
            return one
    return None


def _is_addressed(lowered: str, paragraphs: Sequence[Paragraph], answers: Sequence[Answer]) -> bool:
    """Return True where somebody is answered: minutes and press releases speak of requests, but to nobody."""
    if any(answer.questions and answer.pairing is not Pairing.WHOLE for answer in answers) and any(
        _LABELLED.match(lowered, part.start, part.end) for part in paragraphs
    ):
        return True
    return any(
        _ADDRESSED.search(lowered, part.start, part.end)
        for part in paragraphs
        if part.zone is not Zone.FURNITURE and not part.welsh
    )


def _reviewed(lowered: str, sentences: Sequence[Passage]) -> Passage | None:
    """Return the sentence that says that a review was asked for and done; an offer of one says neither."""
    for one in sentences:
        if _REVIEW.search(lowered, one.start, one.end) and not remedy.tells(lowered, one.start, one.end):
            return one
    return None


def _welsh(paragraphs: Sequence[Paragraph]) -> KindReading:
    if sum(part.welsh for part in paragraphs) * 2 > len(paragraphs):
        return KindReading(LetterKind.NONE, "it is mostly in Welsh, which was not read", 0, 0)
    return _NOTHING


def _without_answer(
    lowered: str,
    sentences: Sequence[Passage],
    quoted: Sequence[Passage],
    paragraphs: Sequence[Paragraph],
    *,
    named: bool,
) -> KindReading:
    """Return the kind of a letter that says nothing of holding: it asks, takes longer, or acknowledges.

    What the authority itself asks may look like a quoted request, so that is searched too, last.
    """
    if _asks_itself(lowered, sentences, quoted):
        return KindReading(LetterKind.NONE, "it asks for information, as a request does", 0, 0)
    if found := _first(lowered, sentences, giving.NOT_KEPT):
        return KindReading(LetterKind.NOT_HELD, "it says that nothing is held", found.start, found.end)
    for kind, pattern, why in (
        (LetterKind.VEXATIOUS, _VEXATIOUS, "it calls the request vexatious or repeated"),
        (LetterKind.CLARIFICATION, _CLARIFY, "it asks the requester to explain the request"),
        (LetterKind.EXTENSION, _EXTEND, "it takes more time and answers nothing yet"),
        (LetterKind.COST, _COST, "it says that the cost limit would be exceeded"),
        (LetterKind.ACKNOWLEDGEMENT, _ACK, "it says that the request came in and when an answer is due"),
    ):
        found = _extends(lowered, sentences) if pattern is _EXTEND else _first(lowered, sentences, pattern)
        if found:
            return KindReading(kind, why, found.start, found.end)
    if found := _first(lowered, quoted, _CLARIFY):
        return KindReading(
            LetterKind.CLARIFICATION, "it asks the requester to explain the request", found.start, found.end
        )
    came = _first(lowered, sentences, _CAME_IN)
    to_come = _first(lowered, sentences, _TO_COME)
    if to_come and not _has_route(paragraphs):
        came = came or to_come
    if came and to_come:
        return KindReading(
            LetterKind.ACKNOWLEDGEMENT,
            "it says that the request came in and when an answer is due",
            came.start,
            came.end,
        )
    if came and named and sum(one.end - one.start for one in sentences) < _SHORT and not _has_route(paragraphs):
        return KindReading(
            LetterKind.ACKNOWLEDGEMENT, "it says that the request came in, and nothing else", came.start, came.end
        )
    # A letter to a requester that fits nothing is judged as an answer: silence would be worse.
    if named and sentences:
        return KindReading(
            LetterKind.FULL, "it answers without refusing anything", sentences[0].start, sentences[0].end
        )
    return _NOTHING


def _asks_itself(lowered: str, sentences: Sequence[Passage], quoted: Sequence[Passage]) -> bool:
    """Return True for the requester's own letter: it asks in the first person, and answers nobody."""
    asks = _first(lowered, [*sentences, *quoted], _I_ASK)
    return asks is not None and _first(lowered, sentences, _ANSWERS_SOMEBODY) is None


def _has_route(paragraphs: Sequence[Paragraph]) -> bool:
    return any(part.zone is Zone.APPEAL for part in paragraphs)


def _as(kind: LetterKind, why: str, at: Passage | HoldingStatement | Citation) -> KindReading:
    return KindReading(kind, why, at.start, at.end)


def _with_answer(lowered: str, sentences: Sequence[Passage], said: _Said) -> KindReading:
    count, first = said.count, said.first
    if found := _refused_whole(lowered, sentences, said):
        return found
    if found := _not_yet(lowered, sentences, said):
        return found
    if count[Holding.NCND] and not said.gives and not count[Holding.HELD] and not count[Holding.NOT_HELD]:
        return _as(LetterKind.NCND, "it neither confirms nor denies, and gives nothing", first[Holding.NCND])
    if (said.refuses or count[Holding.NCND]) and (said.gives or said.redacts):
        at = first.get(Holding.REFUSED) or first.get(Holding.NCND) or said.redacts or said.relied[0]
        return _as(LetterKind.PARTIAL, "it gives some information and refuses some", at)
    if count[Holding.NCND] and not count[Holding.REFUSED]:
        mixed = count[Holding.HELD] or said.gives
        kind = LetterKind.PARTIAL if mixed or count[Holding.NOT_HELD] else LetterKind.NCND
        return _as(kind, "it answers one part and neither confirms nor denies another", first[Holding.NCND])
    part = _first(lowered, sentences, _PART) if said.refuses else None
    if part and not remedy.speaks(lowered, part.start, part.end) and count[Holding.REFUSED]:
        return _as(LetterKind.PARTIAL, "it refuses a part, and so gives the rest", part)
    if said.refuses:
        return _as(LetterKind.REFUSAL, "it refuses and gives nothing", first.get(Holding.REFUSED) or said.relied[0])
    if count[Holding.NOT_HELD] and not (said.plainly or said.in_answers):
        return _as(LetterKind.NOT_HELD, "it says that nothing is held", first[Holding.NOT_HELD])
    if not said.gives and not count[Holding.HELD] and (unkept := _first(lowered, sentences, giving.NOT_KEPT)):
        return _as(LetterKind.NOT_HELD, "it says that nothing is held", unkept)
    if said.gives or count[Holding.HELD] or count[Holding.UNCLEAR]:
        given = first.get(Holding.DISCLOSED) or first.get(Holding.HELD) or next(iter(first.values()), None)
        place = (
            Passage(given.start, given.end)
            if given
            else (Passage(said.answers[0].start, said.answers[0].end) if said.answers else Passage(0, 0))
        )
        return _as(LetterKind.FULL, "it answers without refusing anything", place)
    return _NOTHING


def _refused_whole(lowered: str, sentences: Sequence[Passage], said: _Said) -> KindReading | None:
    """Return the kind of a letter that refuses the whole request as vexatious or too costly; None for all others."""
    others = said.grounds - _VEXED_GROUNDS - _COST_GROUNDS
    substance = {ground for ground in others if ground[1] not in _LAWS_OWN}
    vexatious: Passage | Citation | None = _first(lowered, sentences, _VEXATIOUS)
    vexatious = vexatious or next((one for one in said.relied if (one.regime, one.section) in _VEXED_GROUNDS), None)
    if vexatious and (not said.gives or (said.grounds & _VEXED_GROUNDS and not substance and not said.in_answers)):
        return _as(LetterKind.VEXATIOUS, "it calls the request vexatious or repeated", vexatious)
    cost: Passage | Citation | None = _first(lowered, sentences, _COST)
    cost = cost or next((one for one in said.relied if (one.regime, one.section) in _COST_GROUNDS), None)
    if (
        cost
        and not substance
        and (said.refuses or not said.gives)
        and (not said.gives or (said.grounds & _COST_GROUNDS and not substance and not said.in_answers))
    ):
        return _as(LetterKind.COST, "it refuses because the cost limit would be exceeded", cost)
    return None


def _not_yet(lowered: str, sentences: Sequence[Passage], said: _Said) -> KindReading | None:
    """Return the kind of a letter that asks back or takes longer and answers nothing yet; None for all others."""
    if said.gives or said.answers:
        return None
    extends = _extends(lowered, sentences)
    if extends and any(_EXTENDS_IN_LAW.search(lowered, one.start, one.end) for one in sentences):
        substantive = said.count[Holding.REFUSED] and said.relied and not _is_pending(lowered, said)
        if not substantive:
            return _as(LetterKind.EXTENSION, "it takes more time and answers nothing yet", extends)
    if said.refuses or said.count[Holding.NCND]:
        return None
    asks = _first(lowered, sentences, _CLARIFY) or _first(lowered, sentences, _ASKS_BACK)
    if asks:
        return _as(LetterKind.CLARIFICATION, "it asks the requester to explain the request", asks)
    if extends:
        return _as(LetterKind.EXTENSION, "it takes more time and answers nothing yet", extends)
    return None


def _is_pending(lowered: str, said: _Said) -> bool:
    """Return True where what is refused is not decided: "may be exempt", "is being considered"."""
    refused = said.first[Holding.REFUSED]
    return bool(re.search(r"\b(?:may|might|whether|consider\w*|engaged)\b", lowered[refused.start : refused.end]))
