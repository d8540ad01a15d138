"""Turns of phrase by which a reader knows what a paragraph does: quote, ask, answer, close, offer a review.

All patterns read text in small letters. They are general English of such letters, not any one authority's wording.
"""

from __future__ import annotations

import re

from redactor.letter.model import Shape
from redactor.letter.paragraphs import Block

_GREETING = re.compile(
    # "Mr Stamp," greets without "Dear"; the comma tells it from a line of an address.
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor)\.?\s(?:[a-z][\w'.-]*\s?){1,3},|"
    r"(?:dear|greetings|to\swhom\sit\smay\sconcern|annwyl|good\s(?:morning|afternoon|evening|day)|hello|hi)\b"
    # A point behind a title or an initial ends no sentence.
    r"(?:[^.?!]|(?<=\b[a-z])\.|(?<=\b(?:mr|ms|mx|dr|st))\.|(?<=\b(?:mrs|rev))\.|(?<=\b(?:prof|cllr))\.){0,80}"
)
_NAME_ALONE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor)\.?\s[a-z][\w'-]+")
_PROSE = 45
"""Characters that a line of running text has and a line of an address has not."""
_CLOSING = re.compile(
    r"(?:yours(?:\s(?:sincerely|faithfully|truly|ever))?|(?:with\s)?(?:kind(?:est)?|best|warm)\s(?:regards|wishes)|regards|"
    r"sincerely|cofion(?:\sgorau)?|(?:many\s)?thanks(?:\sand\s(?:kind\s)?regards)?|yn\s(?:gywir|gwyir)(?:\s?/\s?yours\s\w+)?)(?:\s?/\s?yn\sgywir)?[,. ]{0,2}"
)
_REQUEST_HEADING = re.compile(
    r"(?:\d{1,2}[.)]?\s)?(?:your|the|original|foi|eir|information|details\sof|copy\sof|text\sof|annex\s\w\s?[-:\u2013]?|in|full|of|"
    r"freedom|background\sto|terms|[-\u2013]|\s)*"
    r"(?:requests?|questions?|enquiry|information\s(?:you\s)?requested|you\s(?:have\s)?(?:asked|requested)(?:\s(?:for|us|the\sfollowing))?|"
    r"what\syou\sasked(?:\s(?:for|us))?|request\sfor\sinformation|request(?:ed)?\s(?:details|information|text|received))"
    r"(?:\s(?:and\s(?:questions|request)|under\sfoia?|as\s(?:received|submitted|follows)|for\sinformation|details|\(.{0,30}\)))?\s*[:.-]?"
)
_NUMBER_ONLY = re.compile(r"\s*(?:ref\w*\.?\s)?[\w/.-]*\d[\w/.-]*(?:\s[\w/.-]*\d[\w/.-]*)?\s*")
# "Freedom of Information request" above a letter says what it is about, not what was asked.
_SUBJECT_LINE = re.compile(
    r"(?:foi|eir|freedom|environmental|information\srequest|request\sfor\sinformation)\b(?!.*\b(?:text|details|received)\b)"
)
_SUBJECT = re.compile(
    r"(?:re:?\s)?(?:your|foi|eir|information)\s(?:[\w-]+\s){0,3}?(?:request|enquiry)\s(?:for|about|on|concerning|regarding|relating\sto)\s(?!information$)[^:]+$"
)
_ASKED = (
    r"(?:asked|requested|wrote|sought|stated|submitted|ask|request|seek|wanted|enquired|are\sasking|are\srequesting|were\sseeking|"
    r"wish(?:ed)?\sto\s(?:know|receive|obtain|see)|said)"
)
_INTRO = re.compile(
    rf"\b(?:you|requester|applicant)(?:\s(?:have|had|specifically|also|then|originally|kindly|are|were))*\s{_ASKED}\b|"
    r"\b(?:asking|requesting|seeking|constituting\sa\srequest|in\swhich\syou|requested\sinformation|asked\sfor)\b|"
    r"\b(?:your|the|this|original|following)\s(?:[\w-]+\s){0,5}?(?:request|questions?|e-?mail|letter|enquiry|correspondence)s?\b"
    r"[^.?!]{0,120}\b(?:as\sfollows|following|below|reads?|was\sfor|is\sfor|set\sout|reproduced|for|own\swords|verbatim|(?:was|were|is|are)(?=\s?:?\s?$))(?!\w)|"
    r"\b(?:your|the)\s(?:original\s)?(?:request|question|enquiry)s?:?$|\byour\s(?:[\w-]+\s){0,5}?(?:request|enquiry|e-?mail|letter|questions?|message)\b[^.?!:]{0,70}:$"
)
_INTRO_WORDS = ("you", "request", "ask", "question", "enquiry")
_NOT_INTRO = re.compile(
    r"\b(?:annex|appendix|attached|enclosed|overleaf)\b|"
    r"\bwe\s(?:have\s)?(?:asked|requested|wrote)|clarif|internal\sreview|complain(?!ts?\s(?:about|of|from|by|against|made|received|relating|in|per|on)\s(?!how|the\sway|our|this))|if\syou|should\syou|you\s(?:may|can|could|might|would|wish\sto\sask)|"
    r"you\shave\sthe\sright|exempt|withh(?:eld|old)|not\sh[eo]ld|\bholds?\b|confirm|response\sto\syour|answer|advise"
)
_REPLY_HEADING = re.compile(
    r"(?:\d{1,2}[.)]?\s)?(?:[\w&-]+(?:'s?)?\s){0,4}?"
    r"(?:response|reply|answer|decision|findings|outcome|result|results\sof\s(?:our\s)?search(?:es)?|information\sheld|what\swe\s(?:hold|found)|"
    r"response\s(?:and|to)\s(?:the|your|reasons?)\s?(?:request|questions?|enquiry)?|searches|determination|disclosure|our\sposition)s?"
    r"(?:\s(?:to|on)\s(?:your|the)\s(?:\w+\s)?(?:request|questions?|enquiry))?\s*:?"
)
_BODY = r"(?:i|we|the\s(?:[\w-]+\s){0,4}?\w+|[a-z'-]+(?:\s(?:of|and|for|&|[a-z'-]+)){0,5}?)"
_REPLIES = re.compile(
    rf"(?:(?:under|in|following|having|as|further|with|after|on)\b[^.?!]{{0,160}}?,\s)?(?:however,\s|therefore,\s|firstly,\s)?{_BODY}\s"
    r"(?:(?:can|am|are|is|has|have|may|will|would|must|also|now|able|to|hereby|writing|pleased|wish|do|does|did|advised\sto|"
    r"been|therefore|only|currently|not)\s){0,5}?"
    r"(?:confirm\b|confirms\b|hold\b|holds\b|held\b|neither\b|advise\b|inform\s(?:you)\b|estimate[sd]?\b|enclose\b|attach\b|refus(?:e|es|ed|ing)\b|tell\syou\b|say\sthat\b|report\sthat\b|let\syou\sknow\b|"
    r"withh(?:old|olds|olding|eld)\b|considered\b|searched\b|completed\b|conducted\b|carried\sout\b|dealt\swith\b|processed\b|handled\b|"
    r"located\b|identified\b|unable\sto\b|respond(?:ing|s)?\b|regret\b|apologise\b|located\b|decided\b|provide[sd]?\syou\b|reviewed\b|established\b|answer\syou\w*\b|answer\sby\b|answer\swithin\b|reply\s(?:to\syou|by|within|in|as|no)\b|write\s(?:to\syou|again)\b|send\syou\b)"
)
_REPLY_START = re.compile(
    r"(?:following\s(?:receipt|a\ssearch|searches)|in\s(?:response|reply|answer)\sto\b|having\s(?:considered|completed|carried|searched|now)|"
    r"please\s(?:find|see|note)|your\srequest\s(?:has|was|is)\b|the\s(?:information|data)\s(?:you|requested|is|that)|"
    r"thank\syou\sfor\s(?:your(?!\s(?:help|time|assistance|attention|consideration|co-?operation))|contacting)|section\s1\b|on\sbehalf\sof|no\sinformation|this\s(?:letter|response|is\sour)|"
    r"some\sof\sthe\s(?:information|requested)|under\s(?:section|regulation)\s1\b|i\scan\s|i\sam\sable|we\scan\s|we\sare\s(?:able|unable)|"
    r"(?:our|my)\s(?:response|answer|decision)\b|unfortunately|see\s(?:attached|below|annex|appendix)|details\sare\s|a\ssearch\b|"
    r"(?:(?:a|the|all|both|these|those|some|most)\s)?(?:copy|copies|lists?|breakdown|totals?|numbers?|dates?|figures?|spreadsheet|document|report|policy|names?|minutes|records?)\b[^.?:]{0,80}\b(?:is|are|was|were|has\sbeen|have\sbeen)\s"
    r"(?:\w+\s)?(?:attached|enclosed|provided|given|below|set\sout|withheld|exempt|held|shown|listed|published|available)\b)"
)
_LEADS_TO_ANSWER = re.compile(
    r"\b(?:response|answers?|reply|respond|decision|findings)\b[^.?]{0,60}:$|\bas\sfollows\s?:$"
)
_REQUESTER = re.compile(
    r"\b(?:i\s(?:would|wish|am\s(?:a|an|writing\sto\s(?:request|ask|make)|requesting|seeking|interested|looking|asking)|want|write|understand|"
    r"believe|look\sforward|request|ask|shall)|i'd|my\s(?:name|request|address|questions?|preferred)|please\b(?!\s(?:find|see|note))|"
    r"could\syou|can\syou|would\syou|thank\syou\s(?:for\syour\shelp|in\sadvance|in\santicipation)|we\swould\s(?:like|be\sgrateful)|"
    r"under\sthe\sfreedom\sof\sinformation\sact[^.]{0,40}\s(?:i\s(?:would|am|request|wish)|please|could|can\syou)\b|this\sis\sa\srequest)"
)
_OFFERS = re.compile(
    r"\b(?:if|should)\syou\s(?:would\s|do\s|also\s)?(?:like|wish|want|prefer)\b(?![^.;]*\b(?:me|my|clarif\w+|discuss)\b)[^.;]{0,90}$"
)
"""Whoever says "if you would like the figures by site please ring us" is the authority."""
_ASKS = re.compile(
    r"(?:(?:\W|and\s|also,?\s|if\s(?:so|yes|not),?\s|of\s(?:those|these),?\s|for\seach[^,]{0,40},\s|in\s\d{4}[^,]{0,20},\s)*)"
    r"(?:how|what|which|who|whom|whose|when|where|why|do(?:es)?|did|is|are|was|were|has|have|had|will|would|can|could|should|"
    r"please|(?:the\s)?(?:total\s)?numbers?\b|(?:any|all|a|the)?\s?(?:copy|copies|lists?|details?|breakdown|total|dates?|amount|cost)\b|"
    r"i\s(?:would\s(?:also\s|further\s)?(?:like|be\sgrateful)|(?:also\s)?(?:wish|want|request)|am\s(?:also\s)?(?:requesting|seeking))|i'd\s(?:also\s)?like|provide|confirm|supply|tell\sme|state|whether|if\sso)\b"
)
# "The cost of complying would exceed the limit" begins like a question and tells.
_STATES = re.compile(
    r"(?:the\s)?(?:total\s)?(?:costs?|numbers?|lists?|cop(?:y|ies)|totals?|dates?|amounts?|details|breakdown)\b[^.?:]{0,120}?\b(?:would|exceeds?|(?:is|was|are|were|came\sto|stands?\sat)\s(?:\u00a3|\d|nil\b|not\b|exempt|withheld|attached|enclosed|below))|"
    r"(?:the\s)?(?:total\s)?(?:costs?|numbers?|totals?|dates?|amounts?|names?)\s(?:of|for|at|in)\s[^.?:]{3,120}:\s(?:\u00a3?\d[\d,.]*(?![\d)]|\.?\s[A-Za-z]+\?)|none\b|nil\b|(?:we|these|they|there|it)\s)"
)
_ADMIN = re.compile(
    r"\bunder\sthe\s(?:freedom|environmental|foi)\b[^.?]{0,60}(?:request|act)\.?$|acknowledg|look\sforward|contact\sme|excel|csv|electronic|"
    r"by\se-?mail|format\b|this\sis\sa\s(?:request|freedom)|clarif|if\syou\s(?:need|require|are|have\sany)|section\s16|advice\sand\sassistance|"
    r"within\s(?:20|twenty)|treat\sthis|if\s(?:it|this|my|any|some)\b|statut|hesitate|following:?$|below:?$|these\squestions|"
    r"as\sfollows:?$|for\sthese\sthings"
)
# "We received your request on 2 May and have considered it", "your request for information, received on 2 May": asks nothing.
_ONLY_DATES = re.compile(
    r"(?:(?:further|with\sreference|in\s(?:response|reply|relation))\sto|thank\syou\sfor|(?:i|we)\s(?:\w+\s){0,3}?(?:refer\sto|write|writing|acknowledge)|regarding|concerning)\b[^.:?]{0,90}?"
    r"\b(?:request|enquiry|e-?mail|letter|correspondence)(?:\s(?:for|of|under)\s(?:recorded\s|official\s|environmental\s)?information)?,?\s"
    r"(?:(?:which|that|and|as)\s)?(?:(?:was|were|we|you|has\sbeen)\s)?(?:first\s)?(?:received|dated|made|sent|submitted|logged|registered|reached\sus|arrived)\b[^:?]{0,60}?\d{2,4}\W*$"
)
_CAME_IN = re.compile(
    r"(?:i|we|this\s\w+|the\s(?:[\w-]+\s){0,4}?\w+)\s(?:(?:has|have)\s)?(?:received|got|had)\s(?:your|the\sabove)\b|"
    r"(?:your|this|the\sabove)\s(?:[\w-]+\s){0,5}?(?:request|enquiry|application|e-?mail|letter)\b[^.:?]{0,40}\b(?:was|has\sbeen)\s(?:\w+\s)?(?:received|logged|registered)\b"
)
# Only the authority speaks of "your request", of the requester's rights, or of what it will not confirm.
_TO_THE_REQUESTER = re.compile(
    r"\byour\s(?:[\w-]+\s){0,4}?requests?\b(?!\sfor\s(?:further|more|clarif\w+|additional|details?|comments?))|"
    r"\b(?:if|should|are|were)\s(?:you|having[^.]{0,60},\syou)\s(?:\w+\s){0,3}?(?:dissatisf|unhapp|not\s(?:satisf|happy|content)|disagree)|"
    r"\byou\s(?:\w+\s)?(?:have\s(?:the|a)\sright\sto|may\s(?:ask|require|request|apply|complain|also|then))\b|"
    r"\bneither\sconfirms?\sn?or\sden(?:y|ies)\b|\b(?:this|it|the\s(?:request|information|material|report|document))\s(?:is|are|has\sbeen|was)\s(?:\w+\s){0,2}?(?:exempt\sunder|judged|deemed|vexatious)\b"
)
_AT_ONCE = re.compile(
    r"(?:,|\band)\s(?:i|we|the\s(?:[\w-]+\s){0,3}?\w+)\s(?:(?:can|am|are|is|now|able|pleased|happy|to)\s){1,4}(?:tell\syou|confirm|advise(?:\syou)?|inform\syou|say|report|let\syou\sknow)\s(?:that\s)?"
    r"(?!(?:your|the|this)\s(?:\w+\s)?(?:request|enquiry|e-?mail|application)|(?:it|we)\s(?:is|are|has|have)\s(?:been\s)?(?:being\s)?(?:considered|considering|received|handled|dealt|processed))"
)
_SHORT_ANSWER = re.compile(
    r"(?:yes|no|none|nil|zero|n/?a|not\s(?:applicable|held|recorded|known)|unknown|held|see\s(?:above|below|attached)|as\sabove|"
    r"\u00a3?\d[\d,.]*\s?(?:%|million|m|k)?)\b"
)
_ANNEX = re.compile(
    r"(?:annex|appendix|schedule|enclosure|attachment)\s(?:[a-z]|\d{1,2}|[ivx]{1,4})\b[^.?!]{0,90}|(?:annex|appendix|schedule)(?:[:.]?|\s?[:.\u2013-]\s[^.?!]{0,90})"
)
_ANNEX_HEAD = re.compile(r"(?:annex|appendix|schedule)(?:\s[a-z0-9]{1,3})?\s?[:.\u2013-]\s")
_SECTION_HEADING = re.compile(
    r"\b(?:harm|public\sinterest|exempt(?:ion|ions|ed)?|exception|section\s\d|s\.?\d|regulation\s\d|balance|factors?|considerations?|prejudice|"
    r"advice|background|reasons?|why|conclusion|next\ssteps|about|legal|legislation|notes?|copyright|re-?use|glossary|"
    r"annex|appendix|further\sinformation|context|caveats?|disclaimer|important|the\slaw|personal\s(?:data|information)|refusal|"
    r"neither|confirm|what\s(?:we|you|happens)|cost|time)\b"
)


def greets(lowered: str, block: Block) -> bool:
    """Return True for a salutation on a line of its own."""
    if block.end - block.start > 90:
        return False
    if _GREETING.fullmatch(lowered, block.start, block.end):
        return True
    # "Ms Eyles" above a paragraph; above a street it is the first line of an address.
    below = lowered[block.end : block.end + _PROSE + 2].strip("\n ")
    return bool(_NAME_ALONE.fullmatch(lowered, block.start, block.end)) and len(below.partition("\n")[0]) >= _PROSE


def closes(lowered: str, block: Block) -> bool:
    """Return True for "Yours sincerely" and its like."""
    return block.end - block.start <= 40 and bool(_CLOSING.fullmatch(lowered, block.start, block.end))


def introduces(lowered: str, block: Block) -> bool:
    """Return True where a paragraph announces or tells what was asked."""
    if block.end - block.start <= 80 and _REQUEST_HEADING.fullmatch(lowered, block.start, block.end):
        return not _SUBJECT_LINE.match(lowered, block.start, block.end)
    annex = _ANNEX_HEAD.match(lowered, block.start, block.end)
    if annex and _REQUEST_HEADING.fullmatch(lowered, annex.end(), block.end):
        return True
    colon = lowered.find(":", block.start, min(block.end, block.start + 60))
    if 0 < colon < block.end - 1 and _REQUEST_HEADING.fullmatch(lowered, block.start, colon + 1):
        # "Freedom of Information request: FOI/24/113" only gives the number.
        return not _NUMBER_ONLY.fullmatch(lowered, colon + 1, block.end)
    last = lowered[block.start : block.end]
    if not any(word in last for word in _INTRO_WORDS):
        return False
    # What counts is the sentence that leads on to the request: the last one, or one that ends in a colon.
    tail = last if last.endswith(":") else last[-400:]
    tail = tail[max(tail.rfind(". ") + 1, 0) :] if tail.endswith(":") else tail
    return bool(_INTRO.search(tail)) and not _NOT_INTRO.search(tail)


def names_subject(lowered: str, block: Block) -> bool:
    """Return True for the heading "Your request for the fire risk assessment": it tells the subject and quotes nothing."""
    return block.shape is Shape.HEADING and bool(_SUBJECT.match(lowered, block.start, block.end))


def only_dates(lowered: str, block: Block) -> bool:
    """Return True where a paragraph says when the request came in, and nothing of what it asks."""
    return (
        bool(_ONLY_DATES.match(lowered, block.start, block.end) or _CAME_IN.match(lowered, block.start, block.end))
        and lowered[block.end - 1] != ":"
    )


def speaks_to_requester(lowered: str, block: Block) -> bool:
    """Return True where a paragraph can only be the authority's, for it speaks to whoever asked."""
    return not _REQUESTER.match(lowered, block.body, block.end) and bool(
        _TO_THE_REQUESTER.search(lowered, block.body, block.end)
    )


def replies(lowered: str, block: Block) -> bool:
    """Return True where the authority begins to speak: a heading "Response", "We can confirm", "Please find"."""
    start, end = block.body, block.end
    if end - start <= 80 and block.shape is not Shape.ROW and _REPLY_HEADING.fullmatch(lowered, start, end):
        return True
    if _REQUESTER.match(lowered, start, end):
        return False
    if lowered[end - 1] == ":" and _LEADS_TO_ANSWER.search(lowered, max(start, end - 120), end):
        return True
    if _REPLY_START.match(lowered, start, end):
        return True
    return end - start > 8 and bool(_REPLIES.match(lowered, start, min(end, start + 400)))


def answers_at_once(lowered: str, block: Block) -> bool:
    """Return True for "Further to your request of 3 May, I can tell you that there were 311": thanks and answer in one."""
    return bool(_AT_ONCE.search(lowered, block.start, block.end))


def requester_speaks(lowered: str, block: Block) -> bool:
    """Return True where a paragraph is in the requester's voice."""
    end = min(block.end, block.body + 200)
    return any(
        not (found[0] == "please" and _OFFERS.search(lowered, block.body, found.start()))
        for found in _REQUESTER.finditer(lowered, block.body, end)
    )


def asks(lowered: str, start: int, end: int) -> bool:
    """Return True where a text asks for something."""
    if lowered[max(start, end - 2) : end].rstrip("\"' ").endswith("?"):
        return True
    return bool(_ASKS.match(lowered, start, end)) and not _STATES.match(lowered, start, end)


def asks_and_answers(text: str, lowered: str, block: Block) -> int | None:
    """Return where the answer begins in a paragraph that asks a question and answers it: "How many are there? Nine."."""
    mark = text.find("?", block.body, min(block.end, block.body + 300))
    if block.shape is Shape.ROW or mark < 0 or not _ASKS.match(lowered, block.body, mark):
        return None
    rest = text[mark + 1 : block.end].lstrip("\"' )\t\n-\u2013:")
    # A full stop before the mark ends another sentence, and a mark at the end leaves the answer open.
    if not rest or rest.rstrip("\"' ").endswith("?") or ". " in text[block.body : mark]:
        return None
    return block.end - len(rest)


def asks_nothing(lowered: str, start: int, end: int) -> bool:
    """Return True for what every request says besides its questions: form, deadline, thanks."""
    return bool(_ADMIN.search(lowered, start, end))


def answers_shortly(lowered: str, block: Block) -> bool:
    """Return True for "Yes", "None", "214" and the like at the head of a paragraph."""
    return bool(_SHORT_ANSWER.match(lowered, block.body, block.end))


def opens_annex(lowered: str, block: Block) -> bool:
    """Return True for the heading of an annex."""
    return block.end - block.start <= 110 and bool(_ANNEX.fullmatch(lowered, block.start, block.end))


def opens_section(lowered: str, block: Block) -> bool:
    """Return True for a heading that leads away from the answer above it."""
    return block.shape is Shape.HEADING and bool(_SECTION_HEADING.search(lowered, block.start, block.end))
