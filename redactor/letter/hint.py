"""Words that offer a second look only where a period or an address stands beside them, on the way to the Commissioner.

"Review" alone is no offer: it may be a mailbox's name, the council's review of parking, or the annual review.
"""

from __future__ import annotations

import re

from redactor.letter import contacts

_HINTS = re.compile(
    r"\b(?:review\w*|re-?consider\w*|re-?examin\w*|re-?visit\w*|appeal\w*|complain\w*|challeng\w*|wrong\w*|mistak\w*|unhapp\w*|dissatisf\w*|disagree\w*|disput\w*|"
    r"objections?|grievances?|disappoint\w*|(?:look|think|consider|decide|go\s(?:over|through)|come\sback)\w*\s(?:\w+\s){0,4}?(?:again|afresh|anew)|second\s(?:opinion|look|time|view|pair)|"
    r"(?:looked\s(?:into|at|over)|checked|considered|examined|decided|seen)\s(?:\w+\s)?by\s|not\s(?:what\syou|content|satisf\w+|happy|right|accept\w*|agree)|if\snot\b|missed\ssomething|misunderst\w+|"
    r"put(?:ting)?\s(?:\w+\s)?right|remed(?:y|ies)|representations|recourse|redress|think\sagain)\b"
)
_READER = re.compile(
    r"(?:^|[.!:;,]\s)(?:tell|write|e-?mail|ring|call|ask|let|contact|apply|send|address)\s|\b(?:rights?\s(?:of|to)|you|your|yourself|please|anyone|requesters?|applicants?|(?:requests?|applications?|appeals?|complaints?|grievances?|objections?|reconsideration)\b(?=[^.;]{0,60}\b(?:to|should|must|may|can|will|within|by|go|goes|are|is)\b)|"
    r"reviews?\s(?:is|are|can|may|will|should|must)\s(?:\w+\s)?(?:available|open|requested|sought|asked|made|had|dealt|carried|conducted|undertaken|offered))\b"
)
# What is reviewed or complained of is not how the request was dealt with.
_OF_OTHERS = re.compile(
    r"(?:\sto\s(?:our|the)\s(?:[\w']+\s){0,3}?[\w']+)?\s(?:of|into|about|against|concerning|regarding|with|in)\s(?!writing\b|person\b|the\sfirst\b)"
    r"(?!(?:(?:the|our|your|this|that|my|its|any|how|what|such|all|either)\s)?(?:[\w']+\s){0,2}?(?:decisions?|repl(?:y|ies)|responses?|answers?|handling|requests?|refusal|matter|case|way|manner|outcome|letter|foi|it|this|that|these|how|us|what|we|conclusions?|exemptions?|treatment|information|result|our)\b)\w"
)
# "You can appeal your council tax band."
_OBJECT_OF_OTHERS = re.compile(
    r"\s(?:a|an|your|the|any)\s(?!(?:\w+\s){0,2}?(?:decisions?|repl(?:y|ies)|responses?|answers?|handling|requests?|refusal|outcome|conclusions?|exemptions?|result|way)\b)\w"
)
_IT = re.compile(r"\s(?:it|this|that|them|these)\b")
_KIND = r"(?:internal|formal|independent|free|further|full|separate|second|own|impartial|fresh|in-house|one|single|foi|information|stage|complaints?|request|new|different|fair|proper|thorough|senior|such|any|another|for|to|of|a|an)"
_ANOTHER = re.compile(
    rf"\b(?:under|\w+'s|annual|yearly|quarterly|peer|judicial|keep\w*\s\w+\sunder|(?:the|our|their|its|this|that|his|her|a|an)\s(?!{_KIND}\b)[\w-]+)\s$"
)
_TOLD = re.compile(r"\b(?:publish\w*|read|see|due|spot|find|bins?|tax|policy\s(?:is|was))\s(?:\w+\s){0,4}?$")


def is_given(lowered: str, start: int, end: int) -> bool:
    """Return True where words hint at a second look and speak to the reader."""
    text = _without_addresses(lowered, start, end)
    return bool(_READER.search(text)) and any(_offers(text, match) for match in _HINTS.finditer(text))


def stands_in(lowered: str, start: int, end: int) -> bool:
    """Return True where a sentence has such a word, whoever it speaks to."""
    text = _without_addresses(lowered, start, end)
    return any(_offers(text, match) for match in _HINTS.finditer(text))


def of_the_request(text: str, match: re.Match[str]) -> bool:
    """Return True where what is complained of or disputed may be how the request was dealt with; "it" is what went before."""
    if _is_of_others(text, match):
        return False
    before = text[: match.start()]
    # "If you disagree with a parking ticket, you can challenge it."
    disputed = _IT.match(text, match.end()) and any(_is_of_others(before, one) for one in _HINTS.finditer(before))
    return not disputed


def _is_of_others(text: str, match: re.Match[str]) -> bool:
    if _OF_OTHERS.match(text, match.end()):
        return True
    return match[0].endswith(("appeal", "challenge", "dispute")) and bool(_OBJECT_OF_OTHERS.match(text, match.end()))


def _offers(text: str, match: re.Match[str]) -> bool:
    if not of_the_request(text, match):
        return False
    return not (
        match[0].startswith("review")
        and (_ANOTHER.search(text, 0, match.start()) or _TOLD.search(text, 0, match.start()))
    )


def _without_addresses(lowered: str, start: int, end: int) -> str:
    """Return a range in which mailboxes and links are blank, so that "review@" says nothing."""
    text = lowered[start:end]
    for one in contacts.contacts(lowered, start, end):
        low, high = one.start - start, one.end - start
        if "@" in text[low:high] or "." in text[low:high]:
            text = text[:low] + " " * (high - low) + text[high:]
    return text
