"""Does a sentence say that the authority has no review of its own?

A negation, and in its reach a review, an appeal or a complaint, or what they do: "looked at again".

Source: Freedom of Information Act 2000 s17(7)(a), by which a notice must say so where it is so.
"""

from __future__ import annotations

import re

from redactor.letter.model import Passage

_KIND = r"(?:internal|formal|independent|separate|further|second|in-?house|own|complaints?|reviews?|appeals?)"
_REVIEW = r"(?:reviews?|re-?considerations?|appeals?|complaints?)"
_MEANS = r"(?:procedures?|process(?:es)?|stages?|mechanisms?|schemes?|arrangements?|panels?|systems?|facilit(?:y|ies)|functions?|routes?|machinery|means|provision)"
_HAVE = r"(?:have|offer|operate|provide|run|conduct|carry\sout|undertake|maintain|obliged|in\sa\sposition|able|established|adopted|set\sup)"
_DENIES = re.compile(
    rf"\b(?:no|lacks?|lacking|without|nor)\s(?:(?:a|an|any|such)\s)?(?:\w+\s)?(?:{_KIND}\s)*(?:{_REVIEW}\s)?{_MEANS}\b[^.;]{{0,80}}(?:\b{_REVIEW}|\blooked\sat\sagain|\bre-?consider)|\b(?:no|lacks?|lacking|without|nor)\s(?:(?:a|an|any)\s)?(?:\w+\s)?(?:{_KIND}\s)*{_REVIEW}\s{_MEANS}\b|"
    rf"\b(?:no|lacks?)\s(?:an?\s)?(?:formal\s)?internal\s(?:{_REVIEW})\b|\bthere\s(?:is|are)\sno\s(?:\w+\s){{0,2}}?(?:reviews?|appeals?)\b(?!\s(?:fee|charge))|"
    rf"(?:\bnot|n't)\s(?:\w+\s){{0,2}}?{_HAVE}\b(?:\s(?!of\b|about\b|records?\b|figures?\b)\w+){{0,4}}?\s{_REVIEW}\b|\b(?:{_KIND}\s)+(?:{_MEANS}|{_REVIEW})\b[^.;]{{0,40}}\b(?:is|are|has|have|do|does|was)\s?(?:not|n't)\s(?:\w+\s){{0,2}}?(?:available|offered|provided|established|adopted|set\sup|exist\w*|operate\w*|open|in\splace|run|dealt|possible)|"
    rf"\b{_REVIEW}\b[^.;]{{0,60}}\b(?:none|neither)\s(?:is|are|has\sbeen)\s(?:\w+\s)?(?:offered|provided|available|held|done)|\b{_REVIEW}\b[^.;]{{0,40}}(?:\bnot|n't)\s(?:dealt|handled|considered|taken|reviewed|looked|carried|undertaken|conducted)\b[^.;]{{0,30}}|"
    rf"\b(?:cannot|can't|can\snot|unable\sto|not\spossible\sto|no\slonger)\s(?:\w+\s){{0,3}}?(?:ask|request|seek|have|offer|provide|carry\sout|conduct|undertake|review)\b[^.;]{{0,30}}\b(?:review|re-?consider|looked\sat\sagain|internally)\w*|\btoo\ssmall\s(?:\w+\s)?to\b[^.;]{{0,40}}\b{_REVIEW}|"
    r"\bno\sprovision\b[^.;]{0,60}\b(?:again|review|appeal|re-?consider)\w*|\b(?:answer|decision|reply|response)\sis\sfinal\b|\b(?:nobody|no\sone|no-one|none)\b[^.;]{0,50}\b(?:review|re-?consider|look\sat)\b|\b(?:do(?:es)?|did)\s?(?:not|n't)\s(?:\w+\s)?(?:internally\s)?review\s(?:its|our|their|decisions)|\bno\s(?:internal\s)?reviews?\s(?:is|are)\b|"
    r"\b(?:has|have)\sno\s(?:\w+\s){0,2}?(?:review|complaints?|appeals?)\b"
)
_OTHERWISE = re.compile(
    r"\buntil\b|\bunless\b|\bif\syou\shave\sno\b|\bno\s(?:fee|charge|cost|need|time\slimit|deadline|later)\b|\bcopy\sof\b|\bcommissioner\sto\b|\bhave\salready\b|\bagain;|\bdo(?:es)?\snot\shold\b|\bno\s(?:further\s)?(?:right|appeal)\sto\sthe\s(?:commissioner|tribunal)|\bno\slater\b|"
    r"\bnot\s(?:wish|want|complained?|asked|satisfied|happy|content)\b|\b(?:if|should|where)\s(?:you|the\sreview|a\sreview)\b[^.;]{0,60}\bnot\b|\breceived\b|\blast\syear\b"
)


def is_denied(lowered: str, one: Passage) -> bool:
    """Return True where a sentence says that there is no review to be had from the authority."""
    return bool(_DENIES.search(lowered, one.start, one.end)) and not _OTHERWISE.search(lowered, one.start, one.end)
