"""What an authority refuses, gives or counts in its daily business is no word on the information that was asked for.

"The school excluded 14 pupils", "the college does not offer evening courses", "weekends were left out of the count". A
refusal of information has it for its object, speaks to the requester, or cites the law; then this is silent.
"""

from __future__ import annotations

import re

from redactor.letter.held import INFORMATION, PIECE
from redactor.letter.model import Holding, Passage

_OF_THE_REQUEST = re.compile(
    rf"\b(?:you|your|request\w*|disclos\w+|sections?\s\d|regulations?\s\d|s\.?\d|exempt\w*|exception\w*|redact\w+|public\sinterest|confidential\w*|personal\sdata|privacy|it|this|these|them|those|that|{INFORMATION}|{PIECE}|"
    r"rest|remainder|most|everything|anything|contracts?|minutes|copy|plans?|drawings?|footage|photographs?|map|answers?|identit\w+|emails?|lists?|tables?|invoices?|appendix|annex|schedule)\b"
)
# "We omitted the witnesses" and "we do not publish bonuses" may be the answer to what was asked: they are left as they are.
_DID = re.compile(r"(?<!\bwe )(?<!\bi )\b(?:refused|declined|excluded|rejected|dismissed)$")
_HAD = re.compile(r"\b(?:has|have|had|is|are|was|were|be|been|being|not|am|must|will|can|decided)\b")
_SERVES = re.compile(
    r"\b(?:do|does|did|has|have|had|must|should)\s?(?:not|n't)\b.*\b(?:offer(?:ed)?|grant(?:ed)?|deliver(?:ed)?)$"
)
_SERVICE = re.compile(
    r"\s(?:(?:any|an?|the|you|further|more|legal|medical|financial)\s){0,3}(?:advice|assurances?|guarantees?|receipts?|refunds?|loans?|date\sfor|undertakings?|treatment)\b"
)
_COUNTING = re.compile(
    r"\b(?:from|of|in)\s(?:the\s|our\s|this\s|these\s)?(?:\w+\s)?(?:count|totals?|averages?|calculations?|comparisons?|mailing\slist)\b|^\W*(?:duplicates?|weekends)\b|\bbefore\scounting\b|\bafter\s(?:\w+\s)?(?:days|weeks|months|years)\b"
)
_LEFT = re.compile(r"\b(?:left|leav\w+|taken?|removed?|excluded?|omitted)\b")
_RECORDS = re.compile(r"\b(?:may|might|could)\s(?:\w+\s)?(?:record|list|log|count|monitor|collect|note)$")
_TWICE = re.compile(
    r"\s(?:twice|under|against|as\b|in\serror|wrongly|incorrectly|differently|more\sthan\sonce|late|two|on\sthe\swrong)"
)
_KEPT_SO = re.compile(
    r"\s(?:up|open|clean|safe|dry|cold|warm|locked|running|informed|waiting|free|busy|going|away|apart|under\sreview|in\s(?:mind|touch|check|repair|place)|"
    r"(?:their|his|her|its|our)\s(?:doubts|views|opinions|thoughts|concerns|counsel|distance|word|promises?|silence|cards))\b"
)
_KEPT = re.compile(r"\b(?:keep|kept|held)$")
"""A log that "should be kept up" is held all the same, and a door that should be kept locked is no record."""
_FILED = re.compile(
    r"\s(?:\w+ly\s)?(?:(?:in|on|within|among|inside|by)\s(?:(?:the|an?|its|their|our|his|her|some|those|these|individual|paper|separate|other|each)\s)*(?:\w+\s){0,2}?(?:notes?|files?|notebooks?|diar(?:y|ies)|records?|systems?|logs?|registers?|minutes|books?|papers?|archives?|folders?|e-?mails?|correspondence|databases?|spreadsheets?)\b|elsewhere|somewhere|on\s(?:paper|file)|manually|locally|centrally)"
)
_EVENTS = re.compile(
    r"\b(?:offences?|crimes?|incidents?|thefts?|calls?|cases?|complaints?|accidents?|visits?|deaths?|absences?|arrests?|attendances?|events?|referrals?|admissions?|reports\sof\s\w+|persons?|people|patients|pupils)\b(?:\s\w+){0,4}?\s(?:may|might|could)\b"
)
"""What is recorded when it happens: that it may be recorded late, or under another head, is a caveat of the count."""
_COUNTED = re.compile(r"\b(?:recorded|counted|listed|logged|entered)$")


def is_meant(lowered: str, start: int, end: int, holding: Holding, cue: Passage) -> bool:
    """Return True where words that look like a refusal or a doubt are about something else than information."""
    if holding is Holding.UNCLEAR:
        own = lowered[cue.start : cue.end]
        if _RECORDS.search(own) or (_KEPT.search(own) and _KEPT_SO.match(lowered, cue.end, end)):
            return True
        return bool(
            _COUNTED.search(own)
            and (
                _TWICE.match(lowered, cue.end, end)
                or (
                    _EVENTS.search(lowered, start, cue.end)
                    and not _FILED.match(lowered, cue.end, end)
                    and re.match(r"\s\w", lowered[cue.end : end])
                )
            )
        )
    if holding is not Holding.REFUSED:
        return False
    if _SERVICE.match(lowered, cue.end, end):
        return True
    own = lowered[cue.start : cue.end]
    if _LEFT.search(own) and _COUNTING.search(lowered[start:end]):
        return True
    # Its object stands behind it, and is nothing that was asked for.
    if not re.match(r"\s\w", lowered[cue.end : end]) or _OF_THE_REQUEST.search(lowered, start, end):
        return False
    return bool((_DID.search(own) and not _HAD.search(own)) or _SERVES.search(own))
