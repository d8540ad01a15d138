"""What a sentence of a letter does: it gives a review's outcome, acknowledges, asks back, takes longer, or refuses as a whole.

All patterns read text in small letters. They are general English of such letters, not any one authority's wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import remedy
from redactor.letter.model import Passage

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
    r"\bconsidered\s(?:\w+\s){1,4}afresh\b|\breview\spanel\s(?:met|found|decided|has|considered|agreed)\b|\b(?:looked|looking)\s(?:again\s|afresh\s|now\s)?(?:at|into)\s(?:(?:our|the\s(?:original|first|earlier|decision|refusal|reply|response))\b|(?:how|the\sway)\s(?:(?:in\swhich|that)\s)?(?:your|the|this|that)\s(?:\w+\s)?request\b[^.;]{0,40}\s(?:was|had\sbeen|has\sbeen)\s(?:\w+\s)?(?:dealt|handled|answered|treated|processed|met)\b)|\blooked\sagain\sat\s(?:our|the|your|how|this)\b|"
    r"\byou\s(?:were|had\sbeen|are|have\sbeen|felt)\s(?:\w+\s)?not\s(?:\w+\s)?(?:content|satisfied|happy)\s(?:with|about|by)\s(?:our|the|its|my)\b|\b(?:was|were|am|had|have|took)\s(?:not\s(?:\w+\s)?(?:involved|concerned|part)|no\s(?:\w+\s)?(?:part|hand|involvement))\s(?:\w+\s)?(?:in|with)\s(?:\w+\s){0,3}?(?:decision|reply|response|request|refusal|answer|handling)\b|"
    r"\b(?:carried\sout|completed|conducted|made|undertaken)\s(?:the|a|my|our)\s(?:re-?consideration|review|second\slook|re-?examination)\s(?:which|that|you|of\syour)|\b(?:i|we)\s(?:have\s)?(?:therefore\s|now\s|also\s)?(?:do\snot\s|cannot\s|see\sno\sreason\sto\s|am\snot\sgoing\sto\s)?(?:chang|revers|alter|disturb|confirm|set\saside|overturn|vary|var)\w*\s(?:the|that|our|this)\s(?:\w+\s)?(?:decision|outcome|refusal|response|reply|answer)\b|"
    r"\b(?:come|came|coming|looked)\s(?:to|at)\s(?:it|this|the\smatter)\s(?:fresh|afresh|anew|again)\b"
)
ACKNOWLEDGES = re.compile(
    r"\backnowledg(?:e|es|ing|ement)\b|\b(?:your\s(?:\w+\s)?(?:request|e-?mail|letter|enquiry)|it)\b[^.]{0,60}\b(?:was|has\sbeen|is|has)\s(?:\w+\s)?(?:received|reached|arrived|logged|registered|recorded|passed|allocated|assigned|forwarded|sent\son|given\sthe|being\s(?:dealt|processed|considered|handled|looked))\b|"
    r"\b(?:we|you)\s(?:will|should|can\sexpect|may\sexpect|aim|hope|expect|shall|must|have\suntil|are\srequired)\b[^.]{0,80}\b(?:respond|reply|response|answer|provide|let\syou\shave|hear|write)\b[^.]{0,80}\b(?:by|within|no\slater|before|working\sdays)\b|\b(?:response|reply|answer)\s(?:is|will\sbe|falls)\s(?:due|sent|with\syou|given)\b|"
    r"\b(?:due|deadline|last\sday|latest)\b[^.]{0,40}\b(?:response|respond|reply|answer)|\b(?:response|respond|reply|answer)\w*\b[^.]{0,40}\b(?:due|deadline|last\sday|no\slater)\b|\breceive\s(?:a|our|the)\s(?:response|reply|answer)\b|\bwe\shave\s(?:now\s)?(?:received|logged|registered|got)\s(?:your|it)\b|"
    r"\byour\s(?:[\w-]+\s){0,2}?(?:request|enquiry|e-?mail|letter|message|questions?|application)\b[^.]{0,50}\b(?:(?:will|is\sto)\s(?:now\s)?be\s(?:answered|dealt|considered|handled|processed|passed)|is\s(?:with\s(?:us|the)|being|safely|in\shand)|(?:came\sin|got\shere|has\s(?:come|arrived|been\s(?:given|sent|allocated|passed))))|"
    r"\b(?:until|by|before|on)\s\d{1,2}\s\w+\s\d{4}\b[^.]{0,60}\b(?:to\s(?:let|send|give|answer|reply|respond)|for\s(?:our|an|a)\s(?:answer|reply|response))\b"
)
CAME_IN = re.compile(
    r"\breached\sus\b|\bwe\s(?:have\s)?(?:now\s)?(?:received|had|got)\syour\b|\bthank\syou\sfor\b|\bwe\shave\syour\b|\b(?:was|has\sbeen)\sreceived\b|\breceipt\sof\b"
)
TO_COME = re.compile(
    r"\b(?:will|shall|should|required\sto|aim|hope|expect|intend)\b[^.]{0,60}\b(?:respond|reply|answer|write|hear|be\sin\stouch|contact)\b|\b(?:due|deadline|attention|looking\sinto|dealing\swith)\b|\b(?:20|twenty)\sworking\sdays\b"
)
PART = re.compile(
    r"\b(?:some|parts?|certain|remainder|rest|remaining|elements?|portions?|other\sparts?)\b(?:(?!\balso\b)[^.;]){0,60}\b(?:withh(?:eld|olding)|exempt|redacted|excluded|excepted|refused)\b"
)
CLARIFIES = re.compile(
    r"\b(?:please|could\syou|can\syou|would\syou|need\syou\sto|ask\syou\sto|asking\syou|grateful\sif\syou|require|need|needs|seek(?:ing)?|kindly)\b[^.?]{0,90}\b(?:clarif\w*|specify|confirm\swhat|confirm\swhich|explain\swhat|explain\swhich|further\s(?:details?|information)\sfrom\syou|more\s(?:specific|details?|precise|particulars)|narrow\sdown)|"
    r"\bclarification\s(?:is|was|has|of|from)\b|\bneed\sto\s(?:know|understand|establish|be\ssure|be\sclear)\b|\btoo\s(?:general|broad|wide|vague)\b|\bto\sclarify\s(?:your|the|what|which)|(?<!hold )(?<!holds )(?<!have )(?<!has )(?<!find )(?<!found )(?<!held )\bwhat\s(?:exactly\s)?(?:do\s)?you\s(?:mean|are\slooking)|\b(?:unclear|not\s(?:\w+\s)?clear|not\ssure|unsure|unable\sto\sidentify|cannot\s(?:identify|tell(?!\syou)))\b[^.]{0,60}\b(?:what|which|whether|request|information|you)\b|"
    r"\bonce\s(?:we\shave\s|i\shave\s)?(?:received|receive|you\shave|heard)\b[^.]{0,60}\b(?:clarif|you|answer|reply)|\b(?:please|kindly)\s(?:tell|let|say|state|indicate|confirm|choose)\b[^.?]{0,60}\b(?:which|what|whether\syou)\b|"
    r"\b(?:do|did|are)\syou\s(?:mean|want|wish|refer|referring|asking|interested|looking|after)\b[^.]*\?|\b(?:could|can|would|will)\syou\s(?:please\s|kindly\s|therefore\s)?(?:give|tell|say|let|confirm|send|narrow|be\smore|help)\b[^.?]*\?|\b(?:cannot|can't|unable\sto|hard\sto|difficult\sto)\s(?:quite\s)?(?:make\sout|work\sout|tell|be\ssure|know|understand)\b[^.]{0,40}\b(?:what|which|whether|your)\b|\buntil\s(?:i|we)\s(?:hear|have\sheard)\sfrom\syou\b|\b(?:help|helped)\sus\sa\slittle\b|\bwhich\s(?:of\s(?:these|those)|one|period|years?|dates?|\w+)\s(?:do|are|did|would)\syou\b|"
    r"\b(?:clock|twenty|20|time|period)\b[^.]{0,60}\b(?:stops?|stopped|paused?|on\shold|not\s(?:start|begin|run)|suspended|begins?\s(?:again|when|once)|starts?\s(?:again|when|once|on\sthe\sday))\b"
)
ASKS_BACK = re.compile(r"\b(?:section\s1\(3\)|regulation\s9\(2\))")
_EXTEND = re.compile(
    r"\b(?:exten(?:d|ds|ded|ding|sion)|additional|further|more|extra)\b[^.]{0,80}\b(?:time|deadline|working\sdays|time\s?limit|period)\b[^.]{0,120}|\bpublic\sinterest\b[^.]{0,80}\b(?:still|further\stime|not\syet|more\stime)\b|\bnot\syet\s(?:reached|completed|decided|finished|able|in\sa\sposition)\b|"
    r"\b(?:longer|more\stime)\b[^.]{0,60}\b(?:to|than|in\sorder)\b[^.]{0,60}\b(?:consider|decide|weigh|reach|complete|usual|normal|allowed)\b|\b(?:still|continuing\sto)\s(?:consider|weigh)\w*\b[^.]{0,40}\b(?:balance|public\sinterest|exempt\w*)\b|\bregulation\s7\b|\bsection\s10\(3\)|\b(?:40|forty)\sworking\sdays\b[^.]{0,60}\b(?:instead|rather|complex|volume)"
)
# "Unless it is necessary to extend the time" takes none yet.
_ONLY_IF = re.compile(
    r"\b(?:unless|if|should\s(?:we|it|this|i)|in\s(?:some|certain|exceptional|rare|complex)\s(?:cases|circumstances)|where\s(?:it|we|the|this)|occasionally|sometimes|except)\b"
)
_MIGHT = re.compile(r"\b(?:may|might|could|can)\s(?:\w+\s){0,2}?(?:be\s|to\s)?$")
EXTENDS_IN_LAW = re.compile(
    r"public\sinterest|regulation\s7\b|section\s10\(3\)|s\.?\s?10\(3\)|complex\w*|volum\w+|section\s17\(2\)|test\b"
)
COST = re.compile(
    r"\b(?:exceed\w*|over|above|beyond|in\sexcess\sof|more\sthan|longer\sthan|greater\sthan)\b[^.]{0,60}\b(?:limit|ceiling|threshold|18\shours|24\shours|eighteen\shours|\u00a3450|\u00a3600)\b|\b(?:cost|time)\s(?:limit|of\scomplying)\b[^.]{0,60}\bexceed|\b(?:appropriate|cost)\slimit\b|"
    r"\bcosts?\s(?:\w+\s)?too\smuch\b|\btakes?\s(?:\w+\s)?too\slong\b|\b(?:limit|ceiling|threshold)\b[^.]{0,40}\b(?:exceeded|passed|reached)\b|\btoo\s(?:much|costly|expensive|long)\b[^.]{0,40}\b(?:cost|search|retrieve|locate|collate)"
)
VEXATIOUS = re.compile(
    r"\b(?:is|as|be|been|being|was|judged|considered|deemed|found|believe|consider)\b[^.]{0,60}\b(?:vexatious|manifestly\sunreasonable)\b|\brepeat(?:ed)?\s(?:\w+\s)?requests?\b|\b(?:substantially\ssimilar|identical)\b[^.]{0,60}\brequest"
)


def first(lowered: str, sentences: Sequence[Passage], pattern: re.Pattern[str]) -> Passage | None:
    """Return the first sentence that a pattern is found in."""
    return next((one for one in sentences if pattern.search(lowered, one.start, one.end)), None)


def reviewed(lowered: str, sentences: Sequence[Passage]) -> Passage | None:
    """Return the sentence that says that a review was asked for and done; an offer of one says neither."""
    for one in sentences:
        if _REVIEW.search(lowered, one.start, one.end) and not remedy.tells(lowered, one.start, one.end):
            return one
    return None


def extends(lowered: str, sentences: Sequence[Passage]) -> Passage | None:
    """Return the first sentence that takes more time; one that says when more might be taken takes none."""
    for one in sentences:
        match = _EXTEND.search(lowered, one.start, one.end)
        if (
            match
            and not _ONLY_IF.search(lowered, one.start, match.start())
            and not _MIGHT.search(lowered, one.start, match.start())
        ):
            return one
    return None
