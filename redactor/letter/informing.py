"""Does a sentence tell anything of what was asked for, or does it speak of the request, of the law, or of itself?

Beside the answer a letter thanks, argues, advises and promises; none of that is information given.
"""

from __future__ import annotations

import re

from redactor.letter.model import Passage

_OF_THE_REQUEST = re.compile(
    r"\b(?:your|the|this|these|such|a|fresh|new|narrower|information|foi|eir)\s(?:\w+\s){0,2}?requests?\b|\bfreedom\sof\sinformation\b|\benvironmental\sinformation\b|\b(?:under|in\sterms\sof|within|by)\sthe\s(?:act|regulations)\b|"
    r"\bdisclosure\slogs?\b|\bprivacy\snotice\b|\bworking\sdays\b|\btime\s?limit\b|\breference\s(?:number\s)?(?:is|for)\b|\bplease\squote\b|\binternal\sreview\b|\bcommissioner\b|\b(?:right\sto|may|can|wish\sto|entitled\sto|if\syou)\scomplain\b|\bcomplain\s(?:to|about\s(?:this|our|the\sway))\b|\bcomplaints?\s(?:procedure|process|policy|to\s(?:us|the\s(?:information|ombudsman)))\b|\byour\s(?:\w+\s)?complaint\b|\bclarif\w+"
)
_OF_THE_LAW = re.compile(
    r"\b(?:exempt\w*|exceptions?|withh\w+|prejudic\w+|disclosure|disclosing|confidential\w*|refus\w+|declin\w+|oblige\w*|obligation|vexatious)\b|\b(?:sections?|regulations?|s\.)\s?\d|\bpublic(?:'s)?\sinterests?\b|\binterests?\s(?:in|of)\b"
)
_NOT_SO = re.compile(
    r"\b(?:would|could|might|should|unless|if|whether|were\s(?:you|we|it|they)\sto|may\s(?:be|wish|want|like|find|have|also))\b|\b(?:not|n't)\s(?:be\s)?(?:able|answer\w*|say|tell|comment|held|hold|know|record\w*|kept|keep)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|shall|'ll)\s(?:now\s|then\s|also\s)?(?:be\s)?(?:answer|repl|respond|writ|contact|hear|hav|get|receiv|let|send|be\sin\stouch|consider|look|deal|in\stouch)\w*|\b(?:hope|aim|expect|intend)\s(?:to|that|you)\b|\bin\stouch\b|\b(?:being|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:considered|looked|dealt|passed|handled|treated|processed|sent\son)\b|\bwhatever\b|\bwill\s(?:then\s|all\s)?be\s(?:released|sent|provided|disclosed|supplied)\b|\bwe\sare\s(?:dealing|treating|handling|considering|looking)\b"
)
_ARGUES = re.compile(
    r"\W*(?:on\s(?:the\s(?:one|other)\s(?:side|hand)|balance)|against\s(?:this|that|it|disclosure|release)|in\sfavour\s|for\sand\sagainst)"
)
_MANNERS = re.compile(
    r"\W*(?:thank|sorry|please|dear|i\sam\s(?:sorry|grateful|writing)|we\s(?:apologise|are\s(?:sorry|grateful))|i\s(?:hope|trust|apologise|write|refer)|we\s(?:hope|trust)|mae\s|diolch|rydym|byddwn|you\s(?:asked|wanted|requested|sought|may|can|might|also\sasked|are\s(?:welcome|asking)))\b"
)
_HAS_IT = re.compile(
    r"(?:\W*(?:and|but|yes,?|i\scan\sconfirm\sthat|we\scan\sconfirm\sthat)\s)*(?:the\s)?(?:\w+\s){1,4}?(?:does\s|do\s)?(?:hold|holds|have|has|is\sin\spossession\sof|possess|possesses|retains?|keeps?)\s(?:\w+\s){0,2}?(?:both|all|it|them|this|these|that|those|(?:these|those)\s[\w-]+(?:,\s(?:[\w-]+\s?){1,5})?|information|recorded\sinformation|what\syou\s\w+|everything)(?:\s(?:of\s(?:this|them|it|these|those)|you\s\w+(?:\sfor)?|too|here|on\sfile|as\swell|information|data|falling\s.{0,30}|within\s.{0,30}|for\s.{0,30}))?\W*"
)
_EFFORT = re.compile(
    r"\b(?:search\w*|trawl\w*|hours\s(?:of\s(?:work|staff)|to\s(?:find|search|read))|minutes\s(?:per|each|a|for)|(?:one|an|two|our)\sofficers?\s(?:away|from)|staff\stime|half\sa\sday)\b"
)

_DESCRIBES = re.compile(
    r"\W*(?:it|this|they|these|both|(?:the|this)\s(?:\w+\s){0,2}?(?:report|document|paper|file|review|assessment|survey|letter|e-?mail|submission|record)s?)\s(?:has|have|is|are|was|were|runs?|contains?|dates?|comes?|consists?)\b.*\b(?:pages?|finished|completed|dated|written|prepared|commissioned|drawn\sup|produced|years|long)\b|"
    r"\W*(?:it|this|(?:the|this)\s(?:\w+\s){0,2}?(?:report|document|paper|file|review|assessment|survey|letter|e-?mail|submission|record))\s(?:is|was|has\sbeen)\s(?:\w+\s){0,2}?(?:delivered|printed|received|signed|approved|adopted|issued|finali[sz]ed|drafted|submitted|circulated)\b"
)
"""How long a document is and when it was written is not what it says."""


def informs(lowered: str, one: Passage) -> bool:
    """Return True for a statement of fact that is not about the request, the law, the search or a courtesy."""
    text = lowered[one.start : one.end].strip()
    if (
        not text
        or text.endswith("?")
        or _MANNERS.match(text)
        or _ARGUES.match(text)
        or _HAS_IT.fullmatch(text)
        or _DESCRIBES.match(text)
    ):
        return False
    return not any(pattern.search(text) for pattern in (_OF_THE_REQUEST, _OF_THE_LAW, _NOT_SO, _TO_COME, _EFFORT))
