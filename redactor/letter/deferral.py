"""Is what was asked for put off until something has happened: "we will let you have this when the minister has decided"?

The information is promised for later, or the requester is told to come back for it. What waits for the requester ("when
we hear from you"), for the search itself ("once we have found the files"), or is a promise of an answer and not of the
information ("you will have our reply by 3 May") puts nothing off.

Source: sections 10 and 22 of the Freedom of Information Act 2000: what is to be released later is refused until then.
"""

from __future__ import annotations

import re

_SEASON = r"(?:in\s(?:the\s)?(?:early\s|late\s|coming\s|next\s)?(?:spring|summer|autumn|winter|new\syear|weeks|months)|next\s(?:month|year|week|spring|summer|autumn|winter|quarter|term)|later\s(?:this|in\sthe)\s\w+|at\sa\slater\s(?:date|stage|time|point)|in\sdue\scourse|nearer\sthe\stime|at\sthe\s(?:right|appropriate|proper)\stime|in\stime\b)"
_EVENT = rf"(?P<event>\b(?:when|once|after|as\ssoon\sas|until|till|pending|following|on\s(?:the\s)?(?:completion|publication|approval|conclusion|adoption)\sof)\s[^.;]{{4,}}|\b{_SEASON})"
_THING = r"(?:it|they|this|these|those|them|that|everything|all|both|some|more|(?:the|a|any|your|our|its|full|further)\s(?:[\w'-]+\s){0,3}?(?:information|data|records?|documents?|material|details?|correspondence|reports?|cop(?:y|ies)|statistics|figures|files?|e-?mails?|minutes|papers?|drafts?|plans?|lists?|spreadsheets?|tables?|accounts|results|findings|numbers|contract|business\scase|submission|advice|audit|survey|letters|rest|remainder))"
_GIVEN = r"(?:sent|given|released|disclosed|shared|provided|supplied|passed\s(?:on|to)|forwarded|made\savailable|available|ready)"
_MODAL = r"(?:will|shall|can|may|should|hope\sto|hopes\sto|intend\sto|intends\sto|expect\sto|expects\sto|aim\sto|plan\sto|plans\sto|going\sto|able\sto|happy\sto|is\sto|are\sto|'ll)"
_PROMISES = re.compile(
    # We will let you have it; it will be sent to you; you can have it.
    rf"(?:\b{_MODAL}|'ll)\s(?:\w+\s){{0,3}}?(?:let\syou\s(?:have|see)|(?:send|give|provide|supply|share|release|disclose|forward|pass)(?:\syou)?(?:\swith)?)\s{_THING}\b|"
    rf"\b(?:we|and)\s(?:\w+\s){{0,6}}?let\syou\shave\s{_THING}\b|"
    rf"\b{_THING}\s(?:\w+\s)?{_MODAL}\s(?:\w+\s)?be\s(?:\w+\s)?{_GIVEN}\b(?!\s(?:to|for|by|with)\s(?!you\b|this\b|the\spublic))|"
    rf"\byou\s{_MODAL}\s(?:\w+\s)?(?:have|get|see|receive|be\s(?:sent|given|shown))\s{_THING}\b"
)
_PUTS_OFF = re.compile(
    r"\b(?:too\s(?:early|soon)|premature)\s(?:for\s(?:us|the\s\w+)\s)?to\s(?:\w+\s)?(?:share|release|send|give|disclose|publish|provide|let)\b|"
    rf"\b{_THING}\s(?:(?:will|must|has|have|needs?)\s(?:have\s|need\s)?(?:to\s)?)?(?:wait|be\sleft|be\sheld\sover)\b[^.;]{{0,10}}\b(?:until|till|for)\b|"
    rf"\b(?:come\sback\s(?:to\sus|for\s\w+)|ask\s(?:us\s)?(?:for\s\w+\s)?again|re-?apply|apply\sagain|try\sagain|contact\sus\sagain|make\s(?:a|your)\s(?:new|fresh)?\s?request\sagain)\s(?:then\b|{_EVENT.replace('?P<event>', '?:')})|"
    rf"\b{_THING}\s(?:is|are)\s(?:\w+\s)?(?:not\syet\s(?:ready|finished|complete|final|finali[sz]ed|approved|signed\soff|available)\b|not\s(?:ready|finished|complete|final|finali[sz]ed|approved|signed\soff|available)\syet\b|not\sready\b)"
)
_LATER = re.compile(_EVENT)
_GATE = (
    "when", "once", "after", "as soon", "until", "till", "pending", "following", "completion", "publication", "approval", "conclusion", "adoption",
    "spring", "summer", "autumn", "winter", "new year", "weeks", "months", "in due", "in time", "next ", "later", "nearer", "the time", "early", "soon", "premature", "yet", "ready",
)  # fmt: skip
_OF_THE_REPLY = re.compile(
    r"\b(?:have|get|send|give|sent|provide|receive|be\sgiven|let\syou\shave)\s(?:you\s|with\s|to\syou\s)?(?:an?|our|the|your|my|any)\s(?:(?:full|further|final|substantive|formal|written|complete|first)\s)*(?:answers?|reply|response|decision|update|acknowledgement|outcome|estimate|notice|view|explanation|reasons)\b"
)
_OWN_WORK = re.compile(
    r"\b(?:search\w*|collat\w+|collect\w*|gather\w*|retriev\w+|locat\w+|found|copied|copying|scann\w+|extract\w+|redact\w*|printed|posted|you|your|yours|fee|fees|payment|paid|pay|clarif\w*|identif\w+|working\sdays)\b"
)
"""What the day waits for may be the requester, or the work of answering itself."""
_SUPPOSED = re.compile(r"\b(?:if|whether|would|could|might|unless|should\syou|had)\b")


def defers(lowered: str, start: int, end: int) -> bool:
    """Return True where a sentence in small letters puts the information off."""
    spoken = lowered[start:end]
    if not any(word in spoken for word in _GATE) or _OF_THE_REPLY.search(lowered, start, end):
        return False
    if (match := _PUTS_OFF.search(lowered, start, end)) is not None:
        supposed = _SUPPOSED.search(lowered, start, match.start())
        return (supposed is None or supposed[0] == "would") and not _waits_for_work(lowered, start, end)
    promise = _PROMISES.search(lowered, start, end)
    if promise is None or _SUPPOSED.search(lowered, start, promise.start()):
        return False
    later = _LATER.search(lowered, start, end)
    return later is not None and not _waits_for_work(lowered, start, end)


def _waits_for_work(lowered: str, start: int, end: int) -> bool:
    """Return True where what has to happen first is the requester's to do, or a part of the search."""
    later = _LATER.search(lowered, start, end)
    if later is None:
        return False
    event = later["event"]
    # "... and let you have the figures then": what is promised behind the event is none of it.
    cut = _PROMISES.search(lowered, later.start(), end)
    event = lowered[later.start() : cut.start()] if cut is not None else event
    return bool(_OWN_WORK.search(event))
