"""What a letter is for, by classes of words: to ask back, to take longer, to refuse as too costly or as vexatious.

Each pattern names what is done and to what (``_DAY`` is moved, a request is too wide), so that another verb or noun of the
same class is understood as well. ``told`` leaves out what is only supposed, denied, asked by the requester or long past.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import signs
from redactor.letter.model import Passage

_DAY = r"(?:time|deadline|(?:due|target|original|response|reply)\sdates?|periods?|time\s?(?:limit|scale|frame)|working\sdays?|days|weeks|date\s(?:for|of))"
_MOVED = r"(?:exten(?:d|sion)\w*|prolong\w*|lengthen\w*|put(?:ting)?\sback|mov(?:e|es|ed|ing)|push\w*|postpon\w*|increas\w*|revis\w*|delay\w*|add(?:s|ed|ing)?|lengthier|lengthening)"
_WEIGHED = r"(?:weigh\w*|balanc\w+|consider\w*|deliberat\w*|assess\w*|evaluat\w*|decid\w*|decision|conclu\w+|finalis\w*|think\w*|look\w*|determin\w*)"
_INTEREST = (
    r"(?:public\sinterest|competing\sinterests|balance|arguments|exempt\w*|exception|whether\s(?:to|or)|section\s\d\d)"
)
_LONGER = re.compile(
    rf"\b{_MOVED}\b[^.;]{{0,70}}\b{_DAY}\b|\b{_DAY}\b[^.;]{{0,50}}\b(?:is|are|be|been|being|has|have|will)?\s?{_MOVED}\b|"
    r"\b(?:more|further|additional|extra|longer|another(?=\s(?:\w+\s){0,2}?(?:days|weeks|period|month))|up\sto\sanother)\s(?:\w+\s){0,2}?(?:time|days|weeks|period)\b|\b(?:while|little|bit|somewhat|rather|us|take|taking|allows?\sus|need|be)\slonger\b|"
    r"\b(?:not\s(?:been\s|yet\s|be\s)*(?:able|possible|practicable|in\sa\sposition)|can(?:not|'t)|unable|impracticable|impossible|will\snot|won't|shall\snot)\b[^.;]{0,90}\b(?:within|inside|by|in|meet|before|to)\b[^.;]{0,40}\b(?:days|period|time|dates?|deadline|time\s?limit)\b|"
    rf"\b(?:still|not\syet|yet\sto|being|continu\w+|while|until|estimates?\sthat)\b[^.;]{{0,60}}\b{_WEIGHED}\b[^.;]{{0,60}}\b{_INTEREST}|\b{_INTEREST}\b[^.;]{{0,50}}\b(?:still|not\syet|yet\sto|being)\b[^.;]{{0,30}}\b{_WEIGHED}|"
    r"\b(?:reply|response|answer|decision|information)\s(?:to\syou\s)?(?:will|can|shall)\s?(?:not|n't)\s(?:now\s)?be\s(?:\w+\s)?(?:ready|with\syou|sent|given|finished|complete\w*|available)\b[^.;]{0,40}\b(?:by|before|until|on|within|in)\b|"
    rf"\b(?:need|require|want|take|have|ask\sfor)\s(?:\w+\s)?until\s(?:the\s)?(?:\d|end\b|next\b|early\b|late\b)|\b(?:have|has)\snot\s(?:yet\s|so\sfar\s)?(?:reached|come\sto|made|formed|arrived\sat|finished|completed|decided|concluded)\b[^.;]{{0,50}}\b(?:conclusion|decision|view|judgement|judgment|{_INTEREST})|"
    rf"\b(?:still|yet\sto|continu\w+\sto)\s(?:be\s)?(?:decid|consider|weigh|think|deliberat|work)\w*\s(?:on\s|about\s|out\s)?(?:if|whether|where|how)\b|"
    r"\b(?:notice\sof|an|this|the|such)\sextension\b(?!\s(?:number|lead|to\sthe\s(?:appeal|building|house)))|\brather\sthan\s(?:on\s|by\s)?\d{1,2}\s\w+|\bsection\s17\(2\)|\bs\.?\s?17\(2\)"
)
_PLEASE = r"(?:please|kindly|(?:could|would|can|will|might|perhaps)\syou(?:\scould)?|grateful|appreciate|helpful|help\s(?:us\s)?if\syou|let\s(?:us|me)\shave|let\s(?:us|me)\sknow|need\syou\sto|ask\syou\sto|asking\syou|invite\syou|require\syou|want\syou\sto|you\s(?:will\s)?need\sto)"
_MAKE_CLEAR = r"(?:clarif\w*|specif\w+|be\s(?:more\s)?(?:specific|precise)|tell\s(?:us|me)|let\s(?:us|me)\s(?:know|have)|confirm|indicat\w*|explain|narrow\w*|state|describe|identify|choose|(?:give|supply|provide|send|giving)\s(?:us|me)?\s?(?:more|further|some|additional|the\s(?:dates?|names?|period))|put\sit\sanother|re-?phrase|re-?word|say\s(?:what|which|whether))"
_WHAT = r"(?:wh(?:at|ich|ether|o|en|ere)|how|your|the\s(?:dates?|period|years?|names?|time|roads?|areas?|scope|description)|more|further|detail|particulars|meaning|one|:|following|mean\w*|scope)"
_ASKS = re.compile(
    rf"\b{_PLEASE}\b[^.?]{{0,60}}?\b{_MAKE_CLEAR}\b[^.?]{{0,60}}?{_WHAT}|\b{_PLEASE}\b[^.?]{{0,50}}?\b{_MAKE_CLEAR}\b[^.?]{{0,90}}\?|"
    rf"\b(?:before|until|unless)\s(?:we|i|the\s\w+)\s(?:can|could|are\sable\sto|am\sable\sto|may|begin|start|go)\b[^.;]{{0,60}}\b(?:must|need|needs|have\sto|has\sto|should\slike|would\slike|want|ask|please)\b[^.;]{{0,30}}\b(?:know|told|learn|understand|be\s(?:clear|sure|certain)|hear)\b[^.;]{{0,20}}\b{_WHAT}|"
    rf"\b(?:must|need\sto|have\sto|needs\sto|has\sto)\s(?:first\s)?(?:know|understand|be\stold|learn)\s(?:from\syou\s)?{_WHAT}|"
    r"\b(?:need|needs|require|requires|seek|seeks|want|wants|must\sask|ask|asks|invite|invites)\b[^.;]{0,60}\b(?:clarification|clarity|further\s(?:information|detail|particulars)|more\s(?:information|detail\w*|particulars)|additional\s(?:information|detail\w*)|some\sfacts)\b(?!\sfrom\s(?:the|our))|"
    r"\b(?:not|n't|hard|difficult|unable|cannot)\b[^.;]{0,40}\b(?:understand|obvious|clear|certain|sure|make\sout|work\sout|tell|identify|follow|establish|interpret)\b[^.;]{0,50}\b(?:you|your|question|request|what|which|meant?)\b|"
    r"\b(?:request|question|wording|worded|description|it|terms)\b[^.;]{0,50}\b(?:too\s(?:vague|wide|broad|general|unspecific)|ambiguous|several\smeanings|more\sthan\sone\s(?:way|meaning|thing)|different\s(?:ways|things)|unclear|(?:could|might|may)\s(?:be\sread|mean))\b|"
    r"\b(?:treat|regard|consider|take|close|assume)\w*\b[^.;]{0,60}\b(?:withdrawn|closed|lapsed|abandoned|no\slonger\s(?:want|wish))\b|\bclose\s(?:the|your)\s(?:file|request|case)\b|"
    r"\b(?:clock|time\s?limit|twenty|20|period|deadline)\b[^.;]{0,60}\b(?:on\shold|paused?|stops?|stopped|suspended|not\s(?:start|begin|run)|begins?\s(?:when|once|on)|starts?\s(?:when|once|on)|will\s(?:start|begin|restart))|\b(?:ring|call|telephone|speak\sto)\s(?:me|us)\b[^.;]{0,40}\bwhat\s(?:you|exactly)"
)
_HOURS = r"(?:\d{2,}|1[89]|nineteen|twenty|thirty|forty|fifty)[\d,.]*\s(?:\w+\s)?hours"
_COSTS = re.compile(
    r"\b(?:on|because\sof|due\sto|owing\sto|by\sreason\sof|for\sreasons\sof)\s(?:the\s)?(?:grounds?\sof\s)?(?:\w+\s){0,2}?(?:costs?|expense|expenditure)\b|\btoo\s(?:\w+\s)?(?:expensive|costly|long)\b|\bexcess(?:ive)?\s(?:costs?|expenditure|time)\b|"
    r"\b(?:costs?|time|hours|work|exercise|expenditure|sample|it|this|would|them|us)\b[^.;]{0,70}\b(?:beyond|over|past|above|exceed\w*|in\sexcess\sof|more\sthan|greater\sthan)\b[^.;]{0,40}\b(?:limit|threshold|ceiling|maximum|hours|\u00a3\s?(?:450|600)|expects?|allows?|requires?)|"
    rf"\b(?:estimat\w+|would|come\w*\sto|amounts?\sto|work(?:ed)?\s(?:it\s)?out|takes?|total\w*)\b[^.;]{{0,60}}\b(?:{_HOURS}|cost\w*\s(?:\w+\s)?\u00a3\s?\d)|\bfees\snotice\b|\bfees?\s(?:of|totalling)\s\u00a3[\d,.]+\s(?:is|must|has)\b[^.;]{{0,20}}\b(?:payable|paid|due|to\sbe)|\bsection\s9\b|\bs\.?\s?12\b[^.;]{{0,40}}\b(?:stops?|applies|prevents|lets|relieves|means)"
)
_PLAGUES = re.compile(
    r"\b(?:request|requests|correspondence|letters|e-?mails|messages|campaign|it|this|answering|replying|complying|preparing|tone|pattern|history)\b[^.;]{0,90}\b(?:vexatious|harass\w*|obsess\w*|frivolous|abus(?:e|ive)\w*|annoyance|disrupt\w*|nuisance|"
    r"oppressive|serious\spurpose|(?:disproportionate|unjustified|improper)\b[^.;]{0,30}\b(?:use|burden|effort|request)|out\sof\s(?:all\s)?proportion|fishing\sexpedition|unreasonabl[ey]\spersisten\w+|prolong\s(?:the|this)|lacks?\s(?:any\s)?(?:value|purpose)|without\s(?:any\s)?(?:value|purpose|merit))\b|"
    r"\b(?:no|not|n't)\b[^.;]{0,40}\brequests?\b[^.;]{0,40}\b(?:serious|real|proper|any|other|genuine|useful)\s(?:\w+\s)?(?:purpose|value|merit|use)\b|"
    r"\b(?:you|your|yours|this)\b[^.;]{0,60}\b(?:same|identical|substantially\s(?:the\ssame|similar))\b[^.;]{0,40}\b(?:before|earlier|previous\w*|already|again|as\s(?:your|the\sone)|last)\b|\brepeat(?:ed)?\s(?:\w+\s)?requests?\b|\b(?:identical|substantially\s(?:the\ssame|similar))\s(?:\w+\s)?(?:request|application)s?\b|\balready\s(?:been\s)?answered\b[^.;]{0,60}\b(?:no\sreason|again|not)\b|\bno\s(?:further|more)\s(?:requests|correspondence|letters|e-?mails)\b|\bgrossly\s(?:oppressive|unreasonable)|"
    r"\bsection\s14\b[^.;]{0,60}\b(?:appl\w+|relieves|means|engaged|allows)|\b(?:under|by|within|rely\w*\son|refus\w+\sunder|declin\w+\sunder|appl\w+)\s(?:\w+\s)?(?:section\s|s\.?\s?)14\b|\bonly\sto\s(?:prolong|annoy|cause)"
)
_NOT_SO = re.compile(
    r"\b(?:if|unless|should\s(?:we|it|this|you)|where|when|had\s(?:the|your|it)|not(?!\sobliged|\srequired|\sbound|\sonly)|n't|never|no|although|though|could\shave|might\shave|may\s(?:be|also|need)|overturn\w*|protects?|sets?\sout|you\s(?:say|said|complain\w*|ask|asked|clarified|were)|your\scomplaint|in\ssome\s(?:cases|circumstances)|authorit(?:y|ies)\scan|number\sof\srequests)\b[^.;]{0,60}$"
)
_MAY_BE = re.compile(r"\b(?:may|might|could|can)\s(?:\w+\s)?be\b|\b(?:unless|if|in\scase|should\s(?:it|we|this))\b")
_IF = re.compile(r"\b(?:if|had|should)\b[^.;,]{0,40}$")
_PLEADS = re.compile(rf"\b{_PLEASE}\b")
_HANGS_ON_YOU = re.compile(
    r"\b(?:until|once|when|as\ssoon\sas|after|from)\b[^.;,]{0,30}\b(?:hear\s(?:from\syou|back)?|your\s(?:\w+\s)?(?:answer|reply|clarification|response|letter)|you\s(?:have\s)?(?:repl|told|tell|clarif|answer|respond|let)\w*)"
)
"""Time that runs from the requester's answer is not taken by the authority."""
_THANKS = re.compile(
    r"\bthank\s(?:you|s)\s(?:for|to)\b|\byou\s(?:have\s|then\s|kindly\s)?clarified|\b(?:unhappy|dissatisf\w+|survey|any\s(?:questions|queries)|not\ssatisfied|hesitate|internal\sreview|complain\w*)\b|\bfrom\sthe\s(?:contractor|supplier|owner)"
)
_OTHER_TIME = re.compile(
    r"\b(?:lease|contract|licen[cs]e|house|warranty|appeal|building|permit|tenancy|review\sto|internal\sreview|option|ask\sus\sfor)\b"
)


def acknowledges(lowered: str, one: Passage) -> Passage | None:
    """Return where a sentence says that the request came in, or when it will be answered."""
    match = signs.ACKNOWLEDGES.search(lowered, one.start, one.end)
    return Passage(*match.span()) if match else None


def longer(lowered: str, one: Passage) -> Passage | None:
    """Return where a sentence takes more time for the answer."""
    match = _LONGER.search(lowered, one.start, one.end)
    if match is None:
        return signs.extends(lowered, (one,))
    if _MAY_BE.search(match[0].replace("deciding if", "deciding")) or _HANGS_ON_YOU.search(lowered, one.start, one.end):
        return None
    return _told(
        lowered, one, match, _OTHER_TIME, firm=re.compile(r"\b(?:not|n't)\syet|\bcan(?:not|'t)\b|\bunable\b|\bnot\s")
    )


def asks_back(lowered: str, one: Passage) -> Passage | None:
    """Return where a sentence asks the requester what is meant."""
    match = _ASKS.search(lowered, one.start, one.end) or signs.CLARIFIES.search(lowered, one.start, one.end)
    if match and _IF.search(lowered, one.start, match.start()) and not _PLEADS.search(lowered, one.start, one.end):
        return None
    return _told(lowered, one, match, _THANKS, firm=re.compile(r""))


def too_costly(lowered: str, one: Passage) -> Passage | None:
    """Return where a sentence says that answering costs too much."""
    return _told(
        lowered, one, _COSTS.search(lowered, one.start, one.end) or signs.COST.search(lowered, one.start, one.end), None
    )


def plagues(lowered: str, one: Passage) -> Passage | None:
    """Return where a sentence calls the request vexatious, repeated, or a burden without worth."""
    return _told(
        lowered,
        one,
        _PLAGUES.search(lowered, one.start, one.end) or signs.VEXATIOUS.search(lowered, one.start, one.end),
        None,
    )


def _told(
    lowered: str,
    one: Passage,
    match: re.Match[str] | None,
    not_with: re.Pattern[str] | None,
    *,
    firm: re.Pattern[str] | None = None,
) -> Passage | None:
    """Return the words found, unless they are supposed, denied or about something else."""
    if match is None or (not_with is not None and not_with.search(lowered, one.start, one.end)):
        return None
    if firm is not None and firm.match(match[0]):
        return Passage(*match.span())
    return None if _NOT_SO.search(lowered, one.start, match.start()) else Passage(*match.span())


_EARLIER = r"(?:(?:original|initial|first|earlier|previous|prior|our|the|its|my|council's|trust's|force's|department's|that|your)\s(?:[\w']+\s){0,2}?(?:response|reply|decision|answer|refusal|handler|handling|outcome|position|reliance|view|findings?|request\swas)|(?:response|reply|answer)\s(?:that\s|which\s)?you\s(?:got|received|were)|reliance\son)"
_JUDGED = r"(?:uph[eo]ld\w*|overturn\w*|revers\w+|substitut\w+|set\saside|(?:should\s|will\s|must\s|does\s|still\s)?stands?\b|stand\sby|(?:was|were|is|been)\s(?:\w+\s)?(?:correct|right|wrong|sound|mistaken|unchanged|justified|late|inadequate|incomplete)|rightly|wrongly|unchanged|in\serror|confirm(?:s|ed)\s(?:it|the|that|our)|maintain(?:s|ed)\sits|(?:alter|vary|chang|modif|depart)\w*|(?:should|ought)\s(?:not\s)?(?:to\s)?have|agree\s(?:with|that)|disagree\s(?:with|that))"
_JUDGES = re.compile(rf"\b{_EARLIER}\b[^.;]{{0,80}}\b{_JUDGED}|\b{_JUDGED}\b[^.;]{{0,60}}\b{_EARLIER}")
_REVIEWS = re.compile(
    r"\b(?:on|upon|following|after|having\s(?:completed|carried\sout|conducted|undertaken))\s(?:my|our|this|the|a|an|careful|full|due|internal|completion\sof)?\s?(?:\w+\s)?(?:internal\s)?(?:review(?!\sof\s(?:the\s)?(?:files|records|policy|service))|re-?consideration|re-?assessment|re-?examination)\b|"
    r"\b(?:review(?:er|ing\sofficer|\spanel)|panel|appeal\spanel)\b[^.;]{0,50}\b(?:finds?|found|conclu\w+|resolv\w+|determin\w+|decid\w+|agree[sd]?|consider\w+|satisfied)\b|"
    r"\b(?:your|the)\s(?:\w+\s)?(?:complaint|appeal|challenge|request\sfor\s(?:a\s|an\s)?(?:internal\s)?review)\b[^.;]{0,60}\b(?:upheld|succe\w+|fails?|failed|dismissed|allowed|rejected|well[\s-]founded|unfounded|justified)\b|\b(?:complaint|appeal)\s(?:is\s|was\s)?(?:\w+\s)?(?:upheld|dismissed|allowed|rejected)\b|"
    r"\b(?:points?|limbs?|grounds?)\sof\s(?:your|the)\s(?:complaint|appeal|review)\b|\bgrounds\s(?:for|to)\s(?:alter|chang|overturn|vary)\w*|\b(?:matter|request|decision|case|it)\s(?:completely\s)?(?:afresh|anew)\b|\bas\s(?:the\s)?(?:reviewing\sofficer|reviewer)\b|\bchanged\sits\s(?:mind|position)"
)
_OTHERS = re.compile(
    r"\b(?:inspector|tribunal|ombudsman|ico|commissioner|court|planning|will\sbe|is\songoing|has\sbeen\sreceived|if\syou|there\swere|statistics|you\smay|appeals?\sheard|next\sreview|due\sfor|acknowledge\w*)\b"
)


def reviews(lowered: str, sentences: Sequence[Passage]) -> tuple[int, Passage | None]:
    """Return how strongly sentences speak for the outcome of a review, and the first that does."""
    weight, first = 0, None
    for one in sentences:
        if _OTHERS.search(lowered, one.start, one.end):
            continue
        found = (
            2
            if _REVIEWS.search(lowered, one.start, one.end)
            else 1
            if _JUDGES.search(lowered, one.start, one.end)
            else 0
        )
        if found:
            weight, first = weight + found, first or one
    return weight, first
