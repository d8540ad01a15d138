"""Does a passage tell of a way to have a decision looked at again: review by the authority, complaint to a Commissioner?

Four things are looked for: discontent ("unhappy", "think we were wrong"), a second look ("review", "reconsider",
"appeal"), somebody to whom it is open ("if you", "you may", "requests go to"), and the past, in which a review has
already been asked for. All text is in small letters. The words are general English, not any one authority's.

Source: Freedom of Information Act 2000 s17(7) and s50; Environmental Information Regulations 2004 reg 11; Freedom of
Information (Scotland) Act 2002 s19, s20 and s47.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import contacts, hint
from redactor.letter.model import Passage

_GATE = (
    "review",
    "complain",
    "commissioner",
    "ico",
    "appeal",
    "satisf",
    "happy",
    "content",
    "disagree",
    "reconsider",
    "re-exam",
    "reexam",
    "re-assess",
    "reassess",
    "representation",
    "again",
    "afresh",
    "wrong",
    "incorrect",
    "mistake",
    "challenge",
    "disput",
    "aggrieved",
    "disappoint",
    "concern",
    "expected",
    "not agree",
    "right",
    "handled",
)
_DISCONTENT = re.compile(
    r"\b(?:dissatisf\w+|unsatisf\w+|unhapp\w+|disappoint(?:ed|ment)|aggrieved|disagree\w*|disput(?:e|es|ing)|challeng(?:e|es|ing)|"
    r"(?:not|n't|never|no\slonger|less\sthan)\s(?:\w+\s){0,3}?(?:satisf\w+|content(?:ed)?|happy|agree|what\syou|meet|met|expected|hoped)|"
    r"object(?:ion)?s?\sto|take\sissue|concern(?:s|ed)?\s(?:about|with|regarding|over)\s(?:the\s(?:way|handling|manner|response|decision)|how|our|this)|"
    r"(?:we|this|it|decision|response|request|authority|council|trust|force)\b[^.;]{0,50}\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistake\w*|unfair(?:ly)?|mishandled|in\serror|at\sfault|"
    r"not\s(?:been\s)?(?:complied|properly|correctly|dealt|handled))|(?:be|is|was)\s(?:wrong|incorrect|mistaken)|think\sit\swrong|feel\s(?:that\s)?(?:we|your|this|the)\b|"
    r"still\sdissatisf\w+|complain(?:t|ts)?\sabout\s(?:the\s(?:way|handling|response|decision|outcome)|how|our|this))"
)
_OPEN_TO = re.compile(
    r"\b(?:if|should|in\scase|where|were|when|in\sthe\sevent\sthat)\s(?:\w+[\s,]+){0,10}?(?:you|your|i|anyone|applicants?|requesters?|requestors?)\b|"
    r"\b(?:you|anyone|applicants?|requesters?|requestors?|those|person|people)\s(?:\w+\s){0,4}?(?:dissatisf\w+|unhapp\w+|not\s(?:\w+\s){0,2}?(?:satisf\w+|happy|content)|think\b|feel\b|disagree|wish|remain)|"
    r"\bany\s(?:expressions?\sof\s)?(?:dissatisfaction|discontent|disagreement|concerns?|objections?|challenge|dispute)\b|\bif\s(?:still\s|you're\s|after\s\w+\s)?(?:dissatisf|unhapp|not\s)|\bif\s(?:this|the|our)\s(?:\w+\s){0,3}?(?:does|do|is|has)\b"
)
_SECOND_LOOK = re.compile(
    r"\b(?:(?:internal|formal|independent|full)\s(?:\w+\s)?(?:review|re-?examination|re-?consideration|appeals?|complaints?)s?|"
    r"re-?consider\w*|re-?examin\w*|re-?assess\w*|re-?visit\w*|afresh|(?:second|fresh|another)\slook|(?:someone|somebody|an?\s(?:\w+\s)?(?:manager|officer|colleague))\s(?:\w+\s){0,6}?(?:look|consider|check|examine)\b|"
    r"look(?:ed|ing|s)?\s(?:at|into)?\s?(?:[\w']+\s){0,5}?again\b|"
    r"review(?:s|ed|ing)?\s(?:it\b|this|our|your|their|its|that|(?:of\s)?(?:the|our|your|this|its|their|any|how)\s?(?:[\w']+\s){0,3}?(?:decisions?|handling|response|reply|request|case|way|answer|refusal|outcome|matter|exemption)|"
    r"procedure|process|panel|officer|request|requests|team|stage|rights?)|reviewing\sofficer|"
    r"requirements?\sfor\s(?:a\s)?review|requests?\sfor\s(?:a\s|an\s)?review|(?:ask|asking|asks|apply|applying|right|entitled|require|requesting|request|seek|seeking|want|wish|like|have|demand|conduct|undertake|undertaken|carry\sout|invoke|under|a\s(?:free|further|new))\s(?:\w+\s){0,5}?(?:a|for|to|the|our)\sreview\b|"
    r"to\sreview\s(?:it|this|our|the|how|your|its|any)|(?:it|this|case|decision|response|matter|request|handling|answer|reply)\s(?:can|could|may|will|would|to|should)?\s?(?:be|have\sit|been|is|get)?\s?reviewed|review\b(?=[^.;]{0,30}\b(?:decision|response|free|offered|available|open)\b)|"
    r"(?:right|rights|wish|want|like|free|entitled|able|may|can|could|how)\s(?:\w+\s){0,3}?(?:to\s|of\s)?(?:appeal|complain(?:t)?)\b|appeals?\s(?:against|procedure|process|officer|rights?|should|must|may|can|to\b|our|this|the\sdecision)|"
    r"(?:your|an?|any|formal|lodge|make|making|submit|raise|written|further)\s(?:appeal|complaint)s?\b|complain(?:ing)?\s(?:to|about)\b|complaints?\s(?:procedure|process|team|officer|department|manager|policy|section|to\b|about\s(?:the|how|our|this|your)|should|must|may|can|in\swriting)|"
    r"(?:make|making|made|submit|written|any)\s(?:\w+\s)?representations|representations\s(?:(?:about|on|against|concerning)\s(?:\w+\s){1,4}?)?(?:to|should|must|may|can|in)\b|take\s(?:it|this|the\smatter|things|your\s\w+)\sfurther|"
    r"(?:have|get|like|want|ask\w*)\s(?:\w+\s){0,6}?(?:looked\sat|checked|examined|considered)\s(?:again|by\s(?:someone|somebody|another|a\sdifferent|a\smore))|"
    r"(?:procedure|process|arrangements)\s(?:for|of|to)\s(?:\w+\s)?(?:review\w*|appeals?|complain\w*)|reviews?\s(?:will|can|is|are|may)\s(?:\w+\s)?(?:be\s)?(?:carried|conducted|undertaken|done|made)|"
    r"our\s(?:internal\s)?(?:\w+\s)?procedure|two[\s-]stage|stage\s(?:one|two|1|2)|step\s(?:one|two|1|2)|review\?)"
)
_OFFERED = re.compile(
    r"\b(?:if\syou|should\syou|in\scase\syou|were\syou|you\s(?:\w+\s){0,2}?(?:may|can|could|might|should|must|have|are\s(?:\w+\s)?(?:entitled|able|free|welcome|invited)|need|will|would|retain|wish|want|require|then)\b|"
    r"your\s(?:\w+\s){0,2}?(?:rights?|reasons|appeal|complaint|review|request\sfor|representations|grounds)|rights?\s(?:of|to)\b|please|entitled?s?\b|entitles|"
    r"(?:requests?|complaints?|appeals?|reviews?|representations|requirements?|applications?|concerns?)\b[^.;]{0,60}?\s(?:should|must|can|may|will|needs?\sto|(?:are|is)\sto|goe?s?|has\sto|have\sto|is\s(?:open|available|free|offered|conducted)|are\s(?:dealt|handled|considered|carried|to))\b|"
    r"(?:has|have|operates?|offers?|runs?|provides?|with)\s(?:an?|its\sown|our\sown|two)\s(?:[\w-]+\s){0,4}?(?:procedure|process|scheme|stages?)|(?:under|by|through|via|using|use)\s(?:our|the|its|an?)\s(?:[\w'-]+\s){0,4}?(?:procedure|process|policy|review)|"
    r"(?:lets?|allows?|gives?|enables?|permits?)\s(?:you|applicants?|requesters?|anyone)|anyone|(?:applicants?|requesters?|requestors?)\s(?:may|can|who|have)|"
    r"let\s(?:us|me)\sknow|tell\s(?:us|me)|(?:write|writing|apply|contact|e-?mail|telephone|ring|call)\s(?:to|us|me|the|\S+@|\d)|in\swriting)|"
    r"^\W*(?:write|send|contact|ask|tell|let|e-?mail|apply|address|set\sout|put|ring|call|telephone|say|make|submit)\b"
)
_PAST = re.compile(
    r"\b(?:you|he|she|they|requester|applicant|we|i|who|council|trust|university|department|authority|force|has|have|been|was|were)\s(?:have\s|had\s|then\s|also\s|has\s|now\s|since\s|been\s|subsequently\s)*"
    r"(?:asked|requested|sought|complained|wrote|written|appealed|required|challenged|disputed|argued|submitted|reviewed|carried|conducted|completed|concluded|undertaken|upheld|re-?examined|re-?considered|looked|made\s(?:a|your|the)\s\w+)\b|"
    r"\b(?:i|we)\s(?:(?:therefore|do|not|partly|partially|also|now|have|fully|wholly)\s){0,3}?(?:uphold|find|agree|conclude|decided?|apologise)\b|\b(?:your|the|this|my)\s(?:\w+\s){0,4}?(?:review|complaint|appeal)\s(?:of|was|has|had|is|dated|received|found|finds|concern\w*|relates?|and)\b|\b(?:outcome|result|findings?)\sof\s(?:the|our|my|this|your|an)\b"
)
_WERE = re.compile(r"\byou\s(?:were|had\sbeen|have\sbeen|complained|wrote|asked|said|stated|told|expressed|argued)\b")
_YOU_MAY = re.compile(
    r"\b(?:if\syou|should\syou|you\s(?:\w+\s)?(?:may|can|could|should|must|(?:still\s|also\s|then\s)?have\s(?:the|a|an)\s(?:\w+\s)?(?:right|option)|are\s(?:\w+\s)?entitled))\b"
)
_COMMISSIONER = re.compile(
    r"\binformation\scommissioner|\bcommissioner'?s?\b|\bico\b|\bico\.org\.uk|\bfoi\.scot\b|\bosic\b"
)
_TO_COMMISSIONER = re.compile(
    r"\b(?:you|your|yourself|anyone|applicants?|requesters?)\b|\bcomplain\w*|\bcontact\w*|\btelephone|\bphone|\bhelpline|\bwycliffe|\bkinburn|\bwww\.|https?:|"
    r"\b(?:apply|application|refer|appeal|approach)\w*\b|\bsection\s(?:50|47)\b|\bstage|\bstep\b|\bturn\sto\b|\bgo\sto\b|\bregulator\b|@|\bdissatisf|\bunhapp|\bfurther\b|\bdecision\b"
)
_COMMISSIONER_SAID = re.compile(
    r"\b(?:guidance|decision\snotices?|ruled|advises?|advised|states?|stated|has\s(?:held|said|found|made|issued|decided)|considers?\s(?:that|it)|according\sto|code\sof|published\sby|registered|fs\d|ic-\d)\b"
)
_LABELLED = re.compile(
    r"\W*(?:(?:for|to\srequest|request)\s(?:an?\s)?)?(?:internal\s|stage\s(?:1|one)\s)?(?:reviews?|complaints?|appeals?)(?:\s[\w']+){0,3}?\s?[:\u2013\t-]\s?.*(?:@|www\.|https?:|\bwithin\b|\bwrite\b|\bcontact\b)"
)
_ASKS_WHETHER = re.compile(
    r"^\W*(?:are\syou\s|still\s|you\sare\s)?(?:not\s(?:\w+\s)?(?:satisfied|happy|content)|unhappy|dissatisfied|disagree)\b[^.?]*\?"
)
_TOPIC_HEADING = re.compile(
    r"\b(?:complain\w*|appeals?|appealing|reviews?|satisf\w+|dissatisf\w+|unhapp\w+|happy|content|rights?|disagree|commissioner|next\ssteps|further\s(?:action|steps|recourse)|"
    r"challeng\w+|wrong|reconsider\w*|again|what\s(?:you\scan|can\syou|to)\s|ico|remed\w+|representations|recourse|redress|mistake)\b"
)
_WORDS = re.compile(r"\b(?:review|complain|appeal|commissioner|dissatisf|unhapp|re-?consider|representation)")
# What a reviewer tells of the review that was done.
_STORY = re.compile(
    r"\b(?:i|we)\s(?:have\s)?(?:now\s|also\s|partly\s|partially\s|therefore\s|not\s){0,2}(?:looked|carried|reviewed|re-?considered|re-?examined|repeated|upheld|uphold|agree|find|found|decided|concluded)\b"
)
_HEADING_SHARE = 0.4
"""Share of a paragraph that may stand before the first sentence that tells of a remedy."""
_RUN_IN = 45
"""Characters of a heading that runs into its paragraph: "Complaints procedure."."""


def tells(lowered: str, start: int, end: int) -> bool:
    """Return True where a sentence offers a review or a complaint, or gives the Commissioner's whereabouts."""
    # Judicial review is no review of the authority's.
    text = lowered[start:end].replace("judicial review", "judicial ......")
    if not any(word in text for word in _GATE):
        return False
    if names_commissioner(lowered, start, end) and _leads_to_commissioner(text):
        return True
    discontent = [match for match in _DISCONTENT.finditer(text) if hint.of_the_request(text, match)]
    if discontent and not _WERE.search(text) and (_OPEN_TO.search(text) or _ASKS_WHETHER.match(text)):
        return True
    if _LABELLED.match(text):
        return True
    looks = any(hint.of_the_request(text, match) for match in _SECOND_LOOK.finditer(text))
    if not (looks and _OFFERED.search(text)):
        return False
    return not (_PAST.search(text) or _WERE.search(text)) or bool(_YOU_MAY.search(text))


def first(lowered: str, sentences: Sequence[Passage]) -> int | None:
    """Return the index of the first sentence that tells of a remedy; None where none does."""
    for at, one in enumerate(sentences):
        if tells(lowered, one.start, one.end) or (at and offers_one(lowered, sentences[at - 1], one)):
            return _hinted(lowered, sentences, at)
    return None


def _hinted(lowered: str, sentences: Sequence[Passage], at: int) -> int:
    """Return the sentence with which the way to the Commissioner begins in the paragraph that names them."""
    one = sentences[at]
    if (
        at
        and names_commissioner(lowered, one.start, one.end)
        and hints(lowered, sentences[0].start, sentences[at - 1].end)
    ):
        return next(
            (n for n, before in enumerate(sentences[:at]) if hint.stands_in(lowered, before.start, before.end)), at
        )
    return at


def offers_one(lowered: str, head: Passage, one: Passage) -> bool:
    """Return True for "INTERNAL REVIEW. You can ask for one in writing": the heading says what is offered."""
    return (
        head.end - head.start <= _RUN_IN
        and speaks(lowered, head.start, head.end)
        and not lowered[head.start : head.end].endswith("?")
        and bool(_OFFERED.search(lowered[one.start : one.end]))
        and tells(lowered, head.start, one.end)
    )


def is_about(lowered: str, sentences: Sequence[Passage]) -> bool:
    """Return True for a paragraph that is about a remedy, not one that ends in a word on it."""
    at = first(lowered, sentences)
    if at is None:
        return False
    start, end = sentences[0].start, sentences[-1].end
    before = sentences[at].start - start
    return before <= _RUN_IN or before < _HEADING_SHARE * (end - start)


def hints(lowered: str, start: int, end: int) -> bool:
    """Return True for words that may offer a second look, with a period to ask in or a way to reach somebody.

    It is believed only on the way to the Commissioner, before whom the authority's own review comes.
    """
    return (
        hint.is_given(lowered, start, end)
        and not names_commissioner(lowered, start, end)
        and not _STORY.search(lowered, start, end)
        and bool(
            contacts.windows(lowered, start, end)
            or contacts.contacts(lowered, start, end)
            or contacts.same_address(lowered, start, end)
        )
    )


def invites(lowered: str, start: int, end: int) -> bool:
    """Return True where the reader is told what to do, by when, or whom to reach."""
    return bool(
        _YOU_MAY.search(lowered, start, end)
        or contacts.windows(lowered, start, end)
        or contacts.contacts(lowered, start, end)
        or contacts.same_address(lowered, start, end)
    )


def may_head(lowered: str, start: int, end: int) -> bool:
    """Return True for a heading under which a remedy may stand; what stands there has to say so."""
    return bool(_TOPIC_HEADING.search(lowered, start, end))


def speaks(lowered: str, start: int, end: int) -> bool:
    """Return True where a passage has any word of reviews, complaints or discontent."""
    return bool(_WORDS.search(lowered, start, end))


def names_commissioner(lowered: str, start: int, end: int) -> bool:
    """Return True where the Information Commissioner, of either law, is named."""
    return bool(_COMMISSIONER.search(lowered, start, end))


def _leads_to_commissioner(text: str) -> bool:
    return bool(_TO_COMMISSIONER.search(text)) and not (_COMMISSIONER_SAID.search(text) and not _YOU_MAY.search(text))
