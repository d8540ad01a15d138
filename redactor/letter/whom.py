"""Is somebody answered here, and is it the authority who writes?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import signs
from redactor.letter.model import Answer, Pairing, Paragraph, Passage, RegimeMention, Zone

_ABOUT = re.compile(
    r"\b(?:freedom\sof\sinformation|foi\w*|environmental\sinformation|eirs?|your\srequest|information\srequest|request\sfor\sinformation|information\s(?:rights|governance)|internal\sreview|information\scommissioner|(?:the|a)\srequest\s(?:you|which\syou|that\syou|made|received|of\s\d|dated))\b"
)
_REFUSED = re.compile(
    r"\b(?:the|this|that|your)\s(?:\w+\s)?(?:request|enquiry)\s(?:is|was|are|has\sbeen|to\sbe|as)\s(?:\w+\s){0,2}?(?:vexatious|refused|repeated|exempt|declined|rejected|unreasonable)\b"
)
_INVITES = re.compile(
    r"\b(?:you|anyone|anybody|any\sperson|residents?|customers?|members\sof\sthe\spublic|everyone)\s(?:may|can|could|are\sentitled\sto|has\sthe\sright\sto|have\s(?:a|the)\sright\sto)\b[^.;]{0,60}\b(?:ask|request|make|apply|obtain|see)\b"
)
"""A general word on the law, as it stands below any notice: it answers nobody."""
_ADDRESSED = re.compile(
    r"\byour\s(?:[\w-]+\s){0,4}?(?:request|requests|enquiry|application|correspondence|e-?mail|letter|message|questions?|appeal|complaint)\b|\byou\s(?:(?:have|had|also|recently|then)\s)?(?:asked(?!\.|,)|requested|wrote|sought|submitted|made|e-?mailed|enquired|wanted|put\sto\s(?:us|the))\b|"
    r"\b(?:the|a|this)\srequest\s(?:you|which\syou|that\syou|made\s(?:to|by|on|of)|received|submitted|of\s\d|dated)|(?<!letter\s)(?<!reply\s)(?<!response\s)(?<!answer\s)\bto\sthe\s(?:applicant|requester|requestor)\b|\b(?:the|this)\s(?:applicant|requester|requestor)\s(?:\w+\s)?(?:asked|requested|sought|wrote)\b|"
    r"\bthank\syou\sfor\b|\brefusal\snotice\b|\b(?:dear|annwyl)\b"
)
_I_ASK = re.compile(
    r"\b(?:i|we)\s(?:would\slike|wish|want|am\s(?:writing\sto\s)?(?:request|ask|make|seek)\w*|are\srequesting|should\slike|request|seek)\b|\b(?:please|kindly|can\syou|could\syou)\s(?:\w+\s)?(?:send|provide|supply|let\sme|tell\sme)\b|"
    r"\bthis\sis\sa\s(?:request|freedom)|\bmy\s(?:foi\s|freedom\s)?request\b"
)
_ANSWERS_SOMEBODY = re.compile(
    r"\byour\s(?:[\w-]+\s){0,5}?(?:request|enquiry|application|questions?|e-?mail|letter|message|correspondence|note|wording)\b|\bthank\syou\b|\byou\s(?:would\slike|want|are\s(?:asking|seeking|after|looking)|seek|mention|say|ask\sfor|put)\b|\byou\s(?:(?:have|had|also|recently)\s)?(?:asked|requested|wrote|sought)\b|\bwe\s(?:will|shall|have|are|hold|received)\b"
)
_ASKED = re.compile(
    r"\byour\s(?:\w+\s){0,3}?(?:request|enquiry|application|e-?mail|letter|message|question)|\byou\s(?:\w+\s)?(?:asked|wrote|requested)|\breview|complain|commissioner|dissatisf|unhappy|appeal"
)
_LABELLED = re.compile(r"(?:foi\s|eir\s|your\s|our\s|the\s)?(?:request|question|response|answer|reply|q\s?\d|a\s?\d)")


def is_about_requests(lowered: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Return True where a request for information is spoken of anywhere."""
    return any(
        _REFUSED.search(lowered, one.start, one.end)
        or (_ABOUT.search(lowered, one.start, one.end) and not only_invites(lowered, one.start, one.end))
        for part in paragraphs
        for one in (part.sentences or (Passage(part.start, part.end),))
    )


def names_law(lowered: str, sentences: Sequence[Passage], regimes: Sequence[RegimeMention]) -> bool:
    """Return True where the authority names the law it answers under, outside a general word on everybody's rights."""
    invited = [one for one in sentences if only_invites(lowered, one.start, one.end)]
    return any(
        not mention.quoted and not any(one.start <= mention.start < one.end for one in invited) for mention in regimes
    )


def only_invites(lowered: str, start: int, end: int) -> bool:
    """Return True for "you may ask us for information under the Act", which speaks of no request that was made."""
    return bool(_INVITES.search(lowered, start, end)) and not _ASKED.search(lowered, start, end)


def is_addressed(lowered: str, paragraphs: Sequence[Paragraph], answers: Sequence[Answer]) -> bool:
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


def asks_itself(lowered: str, sentences: Sequence[Passage], quoted: Sequence[Passage]) -> bool:
    """Return True for the requester's own letter: it asks in the first person, and answers nobody."""
    asks = signs.first(lowered, [*sentences, *quoted], _I_ASK)
    return asks is not None and signs.first(lowered, sentences, _ANSWERS_SOMEBODY) is None
