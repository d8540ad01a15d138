"""Whose a period of a review is: the requester's to ask in, or the authority's to answer in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter.model import Passage, Window

_ASKED_STRONGLY = re.compile(
    r"\s?(?:of|from|after|following)\s(?:[\w']+\s){0,6}?(?:(?:this|our|the|that)\s(?:\w+\s){0,2}?(?:letter|response|reply|notice|decision|e-?mail|mail|refusal|message|correspondence|answer)|today|its\s(?:date|issue)|receiving\s(?:it|this)|(?:the|this)\sdate)\b"
)
_ANSWERED_STRONGLY = re.compile(
    r"\s?(?:of|from|after|following)\s(?:us\s|our\s)?(?:the\s)?(?:date\s(?:of|on\swhich|when)\s|day\s(?:of|after)\s)?(?:(?:we\s)?receiv(?:ing|e|ed)|(?:its\s|our\s)?receipt)(?:\sof)?(?:\s(?:your|it|them|the\s(?:\w+\s){0,3}?(?:request|complaint|review|appeal|requirement)|a\srequest)\b|[.;,)]|\s*$)|"
    r"\s?(?:of|from|after)\s(?:your|the|a)\s(?:\w+\s){0,3}?(?:asking|request|complaint|requirement|appeal)\b|\s(?:in\swhich\s)?to\s(?:reply|respond|answer|complete|reach|conclude|carry|consider|decide)\b"
)
_AUTHORITY = (
    r"(?:we|it|council|trust|university|department|authority|force|board|constabulary|police|commission|association|college|service|agency|"
    r"school|governors|reviewer|officer|director|manager|panel|secretary|solicitor|clerk|reviews?|team|office|body)"
)
_AUTHORITY_ACTS = re.compile(
    rf"\b{_AUTHORITY}\s(?:\w+\s)?(?:will|shall|aims?|tr(?:y|ies)|hopes?|must|endeavours?|undertakes?|should|(?:is|are)\s(?:\w+\s)?(?:required|obliged|expected|completed|concluded|done|carried|dealt)|"
    rf"ha(?:s|ve)\b(?!\s(?:asked|a\sprocedure)|\sto\sbe\smade)|takes?|can\stake|tells?|repl(?:y|ies)|responds?|let|writes?|completes?|normally|usually|allows?\sourselves)\b"
)
_ANSWER_CUE = re.compile(
    r"\b(?:outcome|result|target|completed|concluded|finished|acknowledged?|dealt\swith|let\syou\s(?:know|have)|tell\syou|inform\syou|notify\syou|write\sto\syou|be\sreviewed|"
    r"you\s(?:will|should|can\sexpect)\s(?:to\s)?(?:receive|hear|get|have)|respon(?:se|d)\swill|(?:reply|answer|respond)\sto\s(?:you|your|it|them)|answer\sthem)\b"
)
_ASKED_HERE = re.compile(
    r"\b(?:received|made|submitted|lodged|sent|asked\sfor|requested|brought|raised|reach(?:es)?\sus)\s(?:by\sus\s|to\sus\s)?(?:with)?in\s(?:\w+\s)?$"
)
_SOUGHT = re.compile(
    r"\b(?:can|may|must|should|to)\sbe\s(?:\w+\s)?(?:sought|requested|asked\sfor|made|applied\sfor|lodged)\b[^.;]{0,40}$"
)
_ASK_CUE = re.compile(
    r"\b(?:you\s(?:\w+\s)?(?:may|can|must|should|need|have(?!\s(?:asked|requested))|could|wish|want|are\sentitled|then\shave)|your\s(?:request|review|complaint|appeal|representations|reasons)|requests?|ask(?:ed|ing)?|submit\w*|made|received\s(?:by|within)|reach\sus|lodge\w*|"
    r"contact\w*|writ(?:e|ing)|apply|send|sent|complaints?|appeals?|representations|let\sus\sknow|should\syou|if\syou|open|allow)\b"
)
YOU_ACT = re.compile(
    r"\b(?:if|should|you)\s(?:\w+\s)?(?:you|may|can|must|should|need|could|wish|want|ask|write|do)\b|\bplease\b"
)
_IT = re.compile(r"\bit\b")
_SUBJECT = re.compile(r"^\W*(?:we|the\s(?:\w+\s){1,4}?|our)\b")


def is_usual(window: Window) -> bool:
    """Return True for the forty working days, or two months, that the codes of practice have."""
    return window.count >= {"working days": 40, "weeks": 8, "months": 2}.get(window.unit, 56)


def is_theirs(lowered: str, own: Sequence[Passage], window: Window) -> bool:
    """Return True where the words before a period, in its sentence, are about the requester's asking."""
    start = max((one.start for one in own if one.start <= window.start), default=window.start)
    clause = lowered[max(start, window.start - 140) : window.start]
    return bool(YOU_ACT.search(clause)) and not _AUTHORITY_ACTS.search(clause)


def is_answer_period(lowered: str, sentence: Passage, window: Window, after_one: bool) -> bool:
    """Return True where a period is that of the authority's answer and not of the requester's asking."""
    rest = lowered[window.end : min(sentence.end, window.end + 90)]
    if _SOUGHT.search(lowered, max(sentence.start, window.start - 140), window.start):
        return False
    if strong := _ANSWERED_STRONGLY.match(rest):
        # "Please write to us within 20 days of receiving it": what the requester received is the letter.
        before = lowered[sentence.start : window.start]
        return not (_IT.search(strong[0]) and YOU_ACT.search(before) and not _AUTHORITY_ACTS.search(before))
    if _ASKED_STRONGLY.match(rest):
        clause = lowered[sentence.start : window.start]
        return after_one and bool(_SUBJECT.match(clause)) and not _ASK_CUE.search(clause)
    clause = lowered[max(sentence.start, window.start - 140) : window.start]
    if _ASKED_HERE.search(clause):
        return False
    acts = max((match.end() for match in _AUTHORITY_ACTS.finditer(clause)), default=-1)
    if acts >= 0 and not YOU_ACT.search(clause, acts):
        return True
    answers = [match.end() for match in _ANSWER_CUE.finditer(clause)]
    asks = [match.end() for match in _ASK_CUE.finditer(clause)]
    if answers and not (asks and max(asks) > max(answers)):
        return True
    return not answers and not asks and after_one and bool(_ANSWER_CUE.search(rest))
