"""Does an answer pass by what was asked for: a document or a figure, neither given, nor pointed to, nor said not to exist?

"It is with our solicitors" has no word on holding and gives nothing. Judged are short answers to questions that ask for
a document ("a copy of the report") or a figure ("how many", "how much", "when"); opinions and explanations may be
anything in words.
"""

from __future__ import annotations

import re

from redactor.letter import giving, words
from redactor.letter.model import Passage

_LEADS_IN = re.compile(
    r"^\W*(?:please\sfind\s)?(?:our|the|my)\s(?:\w+\s)?(?:reply|response|answers?|decision)s?\s(?:is|are)\s(?:as\sfollows|below|set\sout\sbelow)\s?[.:]"
)
_LONGEST = 320
"""Characters of an answer above which it may well be the text that was asked for."""
_DOCUMENT = (
    r"(?:reports?|minutes|contracts?|agreements?|correspondence|e-?mails?|letters|polic(?:y|ies)|documents?|files?|plans|"
    r"assessments?|records|invoices?|photographs?|footage|recordings?|transcripts?|papers|memos?|memoranda|notes|drawings|"
    r"maps?|logs?|registers?|certificates?|briefings?|presentations?|tenders?|surveys?|inspections?\sreports?|guidance|procedures?|audits?|review\sreport|business\scase|advice)"
)
_ASKS_DOCUMENT = re.compile(
    rf"\bcop(?:y|ies)\sof\b|^\W*(?:(?:please|kindly|can\syou|could\syou|would\syou|i\swould\slike|i\swish\sto\ssee|and|also|if\sso,?)\s(?:please\s)?)*"
    rf"(?:(?:to\s)?(?:provide|send|supply|disclose|release|enclose|attach|forward|share|see|give|let)\s(?:me\s|us\s)?(?:have\s)?(?:with\s)?)?"
    rf"(?:(?:the|any|all|your|its|their|a|an|each|every|both|latest|most\srecent|current|full|final|original|of)\s){{0,4}}(?:(?!how\b|what\b|who\b|when\b|why\b|which\b|whether\b|number\b|numbers\b|list\b|names?\b|details?\b|title\b|date\b|cost\b|total\b)[\w'-]+\s){{0,3}}?{_DOCUMENT}\b"
)
_INTERROGATIVE = re.compile(
    r"^\W*(?:(?:and|if\sso|of\sthese|in\s\d{4}),?\s)?(?:how|what|which|who|whom|whose|when|where|why|is|are|was|were|has|have|had|do|does|did|will|would|should|can|could)\b(?!\syou\s(?:please\s)?(?:provide|send|supply|let|disclose|share))"
)
_ASKS_FIGURE = re.compile(
    r"^\W*(?:(?:and|if\sso|of\sthese|in\s\d{4}|please\s(?:state|provide|tell\sme|give|confirm)),?\s)*(?:how\s(?:many|much)|(?:the\s)?(?:total\s)?(?:number|cost|amount)\sof|(?:on\s)?what\s(?:date|was\sthe\s(?:total\s)?(?:cost|number|amount)|did\b[^?]{0,60}\bcost)|when\s(?:was|were|did|is))\b"
)
_ASKS_WHEN = re.compile(r"\b(?:when|date)\b")
_FIGURE = re.compile(
    r"\d|\b(?:none|nil|no|one(?!\sof\s(?:our|the|my)\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|fewer|fewest|"
    r"several|twice|couple|handful|majority|half|unlimited|weekly|daily|monthly|annually|yearly|never|nothing|zero)\b"
)
_LOOSE_FIGURE = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:few|many|most|all|every|each|both|single|once|thrice|some|free|varies|depends|same|ongoing|always|not|any)\b(?!\s(?:of\sus|our|questions?|we|taking|looking|working)\b)"
)
"""Words that are an answer only where it begins with them: "all of them", "it varies"."""
_DAY = re.compile(
    r"\b(?:january|february|march|april|(?<!\bwe\s)(?<!\bit\s)(?<!\byou\s)may|june|july|august|september|october|november|december|spring|summer|autumn|winter|today|yesterday|immediate\w*)\b"
)
_GIVEN = re.compile(
    r"\b(?:attach\w*|enclos\w*|annex\w*|append\w*|schedule\s(?:\d|[a-z]\b)|below|above|overleaf|herewith|(?:is|are|out|found|available)\shere|follows|following\s(?:is|are|was|were|tables?|figures?|list|link|documents?)|table|spreadsheet|copy|copies|"
    r"(?:question|answer|part|point|item|response|q)s?\s?\(?\d|(?:answers?|response|reply)\sto|publish\w*|public(?:ly)?\s(?:available|domain)|available|accessible|download\w*|online|"
    r"(?:on|at|from|via|through|see|visit)\s(?:[\w']+\s){0,4}?(?:web\s?sites?|web|internet|portal|web\s?page|library)|link|"
    r"(?:sent|given|giv(?:es|ing)|gave|supplied|provided|posted|forwarded|disclosed|released)\s(?:[\w-]+\s){0,3}?(?:to\s)?(?:you|with|separately|already|in\s(?:the|our|my|this|that|response|reply))\b|"
    r"(?:we|i)\s(?:(?:now|also|have|can|already|hereby|shall|will)\s)*(?:gave|give|given|send|sent|provide|provided|supply|supplied|disclose|disclosed|release|released)\b|"
    r"and\s(?:now\s|can\s|will\s|therefore\s|hereby\s)?(?:provide|supply|disclose|release|send)\s(?:it|them|this|these|those|both|all)\b|"
    r"(?:is|are|was|were|been|being)\s(?:now\s|already\s|also\s|being\s)*(?:provided|supplied|disclosed|released|reproduced|quoted|shown|listed|set\sout|given)(?!\sto\s(?!you)|\sby\b)|it\s(?:says|reads|states)|(?:went|gone|goes|going)\s(?:out\s)?(?:to\syou|with))\b|"
    r"https?:|www\.|@|\.(?:pdf|xlsx?|csv|docx?|zip)\b|[:\"\u201c]|\n"
)
_DENIED = re.compile(
    r"^\W*(?:no|none|nil|n/a|not\s(?:applicable|held|known|recorded)|yes|nothing|never|unknown|as\sabove|same|ditto|refused|exempt)\b|"
    rf"\bno\s(?:such\s)?(?:\w+\s){{0,3}}?(?:{_DOCUMENT}|information|data|written|formal|separate)\b|\b(?:not|n't|never|nothing|none)\s(?:\w+\s){{0,4}}?(?:hold|held|have|has|exist\w*|record\w*|kept|keep|written|made|produced|prepared|drawn|carried|commissioned|taken|issued|used|received|required|needed|applicable|happen\w*|done|created|any|one)\b|"
    r"\bnone\b|\bthere\s(?:is|are|was|were)\s(?:no|not|nothing)\b|\bceased\b|\bdestroyed\b"
)


def evades(lowered: str, asked: Passage, said: Passage) -> bool:
    """Return True where an answer without a word on holding passes by the document or figure that was asked for."""
    question, answer = lowered[asked.start : asked.end], _LEADS_IN.sub("", lowered[said.start : said.end]).strip()
    if len(answer) > _LONGEST or _DENIED.search(answer) or _GIVEN.search(answer) or giving.NOT_KEPT.search(answer):
        return False
    if (alone := _HELD_ALONE.match(answer)) is not None:
        return bool(_EXCUSES.match(answer, alone.end())) and not (_FIGURE.search(answer) or _LIMITS.search(answer))
    if _ASKS_FIGURE.search(question):
        dated = _ASKS_WHEN.search(question) and _DAY.search(answer)
        return not (dated or _FIGURE.search(answer) or _LOOSE_FIGURE.search(answer))
    if not _ASKS_DOCUMENT.search(question) or _INTERROGATIVE.search(question):
        return False
    # A line of names or figures is a list of them, and no sentence.
    return bool(_SENTENCE.search(answer))


_EXCUSES = re.compile(r"\W*(?:and\s)?(?:but|though|although|however|yet|albeit)\b")
_LIMITS = re.compile(
    r"\b(?:only|some|part|partly|incomplete|since|before|after|from|broken|separate\w*|combined|together|estimat\w+|provisional|validated|format|form|not\s(?:by|for|in)|years?|months?|called|named|known\sas|limited)\b"
)
"""What limits the information that is held gives a part of it: "held, but not by ward"."""
_PRIVATE = re.compile(
    r"\W*(?:and\s)?(?:it|this|that|they|these|those)\s(?:is|are)\s(?:\w+\s){0,3}?(?:between|internal|private|sensitive|secret|for\s(?:members|staff|officers|us|our|internal)|a\smatter\s(?:for|between)|our\sown|not\s(?:public|for)|nobody|no\s(?:one|concern))\b[^.]*\W*"
)
_HOLDERS = words.content(
    "council force trust authority department university board office record recorded held hold full information"
)
_HELD_ALONE = re.compile(r"\W*(?:yes\W+)?held\b(?=\s*[,;.:\u2013-]|\s(?:but|though|although|however|yet)\b)")


def keeps_to_itself(lowered: str, asked: Passage, told: Passage) -> bool:
    """Return True where nothing is given behind the words that say that the information is held.

    "Held.", "Held, but this is between the officers and the council", "We have it. It is an internal paper.".
    """
    rest = lowered[told.start : told.end]
    if len(rest) > _LONGEST or _GIVEN.search(rest) or giving.NOT_KEPT.search(rest):
        return False
    said = words.content(rest) - words.content(lowered[asked.start : asked.end]) - _HOLDERS
    if not said and not _FIGURE.search(rest):
        return True
    if _EXCUSES.match(rest) or _PRIVATE.fullmatch(rest):
        return not (_FIGURE.search(rest) or _LIMITS.search(rest))
    start = told.start
    while start < told.end and not lowered[start].isalnum():
        start += 1
    return evades(lowered, asked, Passage(start, told.end))


_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|cannot|will|would|may|must|should|falls?|relates?|see|concerns?|belongs?|remains?|takes?|refer|ask|contact|lies|rests|went|goes|forms?)\b"
)
