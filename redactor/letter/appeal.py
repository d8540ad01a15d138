"""Review and complaint: what the letter says about an internal review, and about the Commissioner.

Source: Freedom of Information Act 2000 s17(7) and s50; Environmental Information Regulations 2004 reg 11 and 18; Freedom of
Information (Scotland) Act 2002 s19, s20 and s47; code of practice under section 45.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from redactor.letter import contacts, remedy
from redactor.letter.model import ComplaintRoute, Contact, Paragraph, Passage, ReviewRoute, Window, Zone

_NO_REVIEW = re.compile(
    r"\b(?:no|not\s(?:have|offer|operate|provide|run)\s(?:an?|any)?)\s?(?:formal\s)?(?:internal\s)?(?:review|complaints?|appeals?)\s(?:procedure|process|stage)\b|\bthere\sis\sno\s(?:\w+\s){0,2}?(?:review|appeal)\b|"
    r"\b(?:do(?:es)?|did)\snot\s(?:have|offer|operate|provide)\s(?:\w+\s){0,4}?(?:reviews?|complaints?)\b|\bno\s(?:internal\s)?reviews?\s(?:is|are)\b|\b(?:has|have)\sno\s(?:\w+\s){0,2}?(?:review|complaints?|appeals?)\b"
)
_ICO = re.compile(r"(?<!scottish )\binformation\scommissioner(?!\s?for\sscotland)|\bico\b|\bico\.org\.uk")
_SIC = re.compile(
    r"\bscottish\sinformation\scommissioner|\binformation\scommissioner\sfor\sscotland|\bfoi\.scot\b|itspublicknowledge|\bosic\b"
)
# Words without which neither pattern is in a sentence: nearly all of them name no Commissioner.
_ICO_NEEDS = ("commissioner", "ico")
_SIC_NEEDS = ("commissioner", "foi.scot", "itspublicknowledge", "osic")
_RIGHT = re.compile(
    r"\b(?:complain\w*|appeal\w*|refer\w*|appl(?:y|ication)\w*|contact\w*|direct|writ\w+|approach|seek|ask\w*|raise|tak\w+|carry|escalate|pursue|go|turn)\b[^.;]{0,140}\b(?:commissioner|ico)\b|"
    r"\b(?:commissioner|ico)\b[^;]{0,140}\b(?:complain\w*|decision|appeal|investigate|review|contact\w*|look)|\bsection\s(?:50|47)\b"
)
_REVIEW_WORD = re.compile(
    r"\breview|\bre-?(?:consider|examin|assess)|\bafresh\b|\bagain\b|\brepresentations|\bcomplain\w*\s(?:first\s)?to\s(?:us|the\s(?:council|trust|force|university|authority|department))\b"
)
# What only presupposes a review: "the outcome of our internal review", "once you have exhausted our procedure".
_AFTERWARDS = re.compile(
    r"\b(?:outcome|result|results|conclusion|findings|completion|decision)\sof\s(?:(?:the|our|an|any|that|this|your|such)\s)?(?:\w+\s){0,2}?(?:review|complaint|appeal|procedure)\b|"
    r"\b(?:after|following|once|until|unless|exhaust\w*|completed|undergone|use[d]?|gone\sthrough|carried\sout)\b[^.;]{0,70}\b(?:review|procedures?|process|complaint)\b(?!@)|\breview\b[^.;]{0,25}\b(?:first|exhausted|(?:is|has\sbeen|was|been)\s(?:now\s)?completed?)\b"
)
_STILL = re.compile(r"\b(?:still|remain|continue\sto\sbe)\b|\bafter\s(?:that|this|it|which)\b|\bthen\b|\bthereafter\b")

# Whose period it is: the requester's to ask in, or the authority's to answer in.
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
_ASK_CUE = re.compile(
    r"\b(?:you\s(?:\w+\s)?(?:may|can|must|should|need|have(?!\s(?:asked|requested))|could|wish|want|are\sentitled|then\shave)|your\s(?:request|review|complaint|appeal|representations|reasons)|requests?|ask(?:ed|ing)?|submit\w*|made|received\s(?:by|within)|reach\sus|lodge\w*|"
    r"contact\w*|writ(?:e|ing)|apply|send|sent|complaints?|appeals?|representations|let\sus\sknow|should\syou|if\syou|open|allow)\b"
)
_YOU_ACT = re.compile(
    r"\b(?:if|should|you)\s(?:\w+\s)?(?:you|may|can|must|should|need|could|wish|want|ask|write|do)\b|\bplease\b"
)
_IT = re.compile(r"\bit\b")
_SUBJECT = re.compile(r"^\W*(?:we|the\s(?:\w+\s){1,4}?|our)\b")
_SPOKEN = frozenset(Zone) - {Zone.APPEAL, Zone.REQUEST, Zone.HEADER, Zone.FURNITURE}


def read(text: str, lowered: str, paragraphs: Sequence[Paragraph]) -> tuple[ReviewRoute | None, ComplaintRoute | None]:
    """Return what is said about review and about complaint, each None where nothing is."""
    own, theirs = _split(lowered, [one for part in paragraphs if part.zone is Zone.APPEAL for one in _sentences(part)])
    if theirs and not _offers(lowered, own) and _hints(lowered, own):
        return _described(text, lowered, paragraphs, own), _complaint(lowered, theirs)
    if not _offers(lowered, own) or not theirs:
        stray_own, stray_theirs = _split(lowered, _strays(lowered, paragraphs))
        own = own if _offers(lowered, own) else [*own, *stray_own]
        theirs = theirs or stray_theirs
    if not _offers(lowered, own) or not theirs:
        # No requester tells an authority how to complain about it: such words belong to the reply, wherever they stand.
        stray_own, stray_theirs = _split(lowered, _strays(lowered, paragraphs, Zone.REQUEST, Zone.HEADER))
        own = own if _offers(lowered, own) else [*own, *stray_own]
        theirs = theirs or stray_theirs
    return _review(text, lowered, paragraphs, sorted(own, key=lambda one: one.start)), _complaint(lowered, theirs)


def _sentences(part: Paragraph) -> tuple[Passage, ...]:
    return part.sentences or (Passage(part.start, part.end),)


def _strays(lowered: str, paragraphs: Sequence[Paragraph], *zones: Zone) -> list[Passage]:
    """Return, of paragraphs elsewhere that come to speak of a remedy, the sentences from there on.

    ``zones`` are where to look; without any, wherever the authority speaks.
    """
    looked = frozenset(zones) or _SPOKEN
    found: list[Passage] = []
    for part in paragraphs:
        if part.zone not in looked or part.welsh:
            continue
        sentences = _sentences(part)
        at = remedy.first(lowered, sentences)
        if at is None:
            at = next((n for n, one in enumerate(sentences) if _NO_REVIEW.search(lowered, one.start, one.end)), None)
        found += sentences[at:] if at is not None else ()
    return found


def _split(lowered: str, sentences: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Return the sentences on review and those on the Commissioner; contact lines go with what they follow."""
    own: list[Passage] = []
    theirs: list[Passage] = []
    now = own
    for one in sentences:
        names = _names(lowered, one)
        if names:
            if _NO_REVIEW.search(lowered, one.start, one.end):
                own.append(one)
            elif cut := _shared(lowered, one, names.start()):
                # One sentence on both: what it says of periods and addresses before the Commissioner is the review's.
                own.append(Passage(one.start, cut))
                one = Passage(cut, one.end)
            theirs.append(one)
            now = theirs
            continue
        offers = _offers_review(lowered, one)
        if offers and not (theirs and _STILL.search(lowered, one.start, one.end)):
            now = own
        elif not theirs and not offers and _goes_further(lowered, one):
            # "If you remain unhappy you may take it further." leads over to the Commissioner, who is named next.
            continue
        now.append(one)
    return own, theirs


def _names(lowered: str, one: Passage) -> re.Match[str] | None:
    """Return where a sentence names a Commissioner."""
    ico = _ICO.search(lowered, one.start, one.end) if _has(lowered, one, _ICO_NEEDS) else None
    return ico or _names_scottish(lowered, one)


def _names_scottish(lowered: str, one: Passage) -> re.Match[str] | None:
    return _SIC.search(lowered, one.start, one.end) if _has(lowered, one, _SIC_NEEDS) else None


def _has(lowered: str, one: Passage, words: Sequence[str]) -> bool:
    return any(lowered.find(word, one.start, one.end) >= 0 for word in words)


def _shared(lowered: str, one: Passage, names: int) -> int | None:
    """Return where a sentence turns from the authority's review to the Commissioner; None where it offers no review."""
    before = Passage(one.start, names)
    if not (_REVIEW_WORD.search(lowered, one.start, names) and _offers_review(lowered, before)):
        return None
    ends = [lowered.rfind(word, one.start, names) for word in (" and ", ", ", "; ", " or ", " then ", " after ")]
    cut = max(end for end in ends) if max(ends) > one.start else names
    return cut if _offers_review(lowered, Passage(one.start, cut)) else names


def _goes_further(lowered: str, one: Passage) -> bool:
    return bool(_AFTERWARDS.search(lowered, one.start, one.end)) and remedy.tells(lowered, one.start, one.end)


def _offers_review(lowered: str, one: Passage) -> bool:
    """Return True where a sentence tells of the authority's own second look, and does not merely presuppose it."""
    return remedy.tells(lowered, one.start, one.end) and not _AFTERWARDS.search(lowered, one.start, one.end)


def _offers(lowered: str, own: Sequence[Passage]) -> bool:
    return any(remedy.offers_one(lowered, head, one) for head, one in pairwise(own)) or any(
        _NO_REVIEW.search(lowered, one.start, one.end) or _offers_review(lowered, one) for one in own
    )


def _hints(lowered: str, own: Sequence[Passage]) -> bool:
    """Return True where the sentences before the Commissioner's offer a review in words of their own."""
    offered = [one for one in own if not _AFTERWARDS.search(lowered, one.start, one.end)]
    return bool(offered) and remedy.hints(lowered, offered[0].start, offered[-1].end)


def _review(text: str, lowered: str, paragraphs: Sequence[Paragraph], own: Sequence[Passage]) -> ReviewRoute | None:
    return _described(text, lowered, paragraphs, own) if _offers(lowered, own) else None


def _described(text: str, lowered: str, paragraphs: Sequence[Paragraph], own: Sequence[Passage]) -> ReviewRoute:
    """Return what the sentences on a review say of it."""
    refused = any(_NO_REVIEW.search(lowered, one.start, one.end) for one in own)
    asked: list[Window] = []
    answered: list[Window] = []
    for one in own:
        for window in contacts.windows(lowered, one.start, one.end):
            (answered if _is_answer_period(lowered, one, window, bool(asked)) else asked).append(window)
    if any(_is_usual(window) for window in asked):
        # Beside the usual time to ask, a shorter one is for the answer, unless it is said to be the requester's.
        answered += [window for window in asked if not _is_usual(window) and not _is_theirs(lowered, own, window)]
        asked = [window for window in asked if window not in answered]
    found = [contact for one in own for contact in contacts.contacts(lowered, one.start, one.end)]
    same = next((place for one in own if (place := contacts.same_address(lowered, one.start, one.end))), None)
    if same is None and not found and _shows_address(lowered, paragraphs):
        same = next((place for one in own if (place := contacts.role(text, one.start, one.end))), None)
    return ReviewRoute(
        own[0].start,
        own[-1].end,
        not refused,
        tuple(asked),
        tuple(answered),
        tuple(contact for contact in found if not _is_commissioner(contact)),
        same,
    )


def _is_usual(window: Window) -> bool:
    """Return True for the forty working days, or two months, that the codes of practice have."""
    return window.count >= {"working days": 40, "weeks": 8, "months": 2}.get(window.unit, 56)


def _is_theirs(lowered: str, own: Sequence[Passage], window: Window) -> bool:
    """Return True where the words before a period, in its sentence, are about the requester's asking."""
    start = max((one.start for one in own if one.start <= window.start), default=window.start)
    clause = lowered[max(start, window.start - 140) : window.start]
    return bool(_YOU_ACT.search(clause)) and not _AUTHORITY_ACTS.search(clause)


def _shows_address(lowered: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Return True where the letter says by its head, foot or signature how its authority is reached."""
    ends = {Zone.HEADER, Zone.CLOSE, Zone.FURNITURE}
    return any(contacts.contacts(lowered, part.start, part.end) for part in paragraphs if part.zone in ends)


def _is_answer_period(lowered: str, sentence: Passage, window: Window, after_one: bool) -> bool:
    """Return True where a period is that of the authority's answer and not of the requester's asking."""
    rest = lowered[window.end : min(sentence.end, window.end + 90)]
    if strong := _ANSWERED_STRONGLY.match(rest):
        # "Please write to us within 20 days of receiving it": what the requester received is the letter.
        before = lowered[sentence.start : window.start]
        return not (_IT.search(strong[0]) and _YOU_ACT.search(before) and not _AUTHORITY_ACTS.search(before))
    if _ASKED_STRONGLY.match(rest):
        clause = lowered[sentence.start : window.start]
        return after_one and bool(_SUBJECT.match(clause)) and not _ASK_CUE.search(clause)
    clause = lowered[max(sentence.start, window.start - 140) : window.start]
    if _ASKED_HERE.search(clause):
        return False
    acts = max((match.end() for match in _AUTHORITY_ACTS.finditer(clause)), default=-1)
    if acts >= 0 and not _YOU_ACT.search(clause, acts):
        return True
    answers = [match.end() for match in _ANSWER_CUE.finditer(clause)]
    asks = [match.end() for match in _ASK_CUE.finditer(clause)]
    if answers and not (asks and max(asks) > max(answers)):
        return True
    return not answers and not asks and after_one and bool(_ANSWER_CUE.search(rest))


def _complaint(lowered: str, theirs: Sequence[Passage]) -> ComplaintRoute | None:
    if not theirs:
        return None
    places = sorted(
        {
            match.span()
            for one in theirs
            for pattern, needs in ((_SIC, _SIC_NEEDS), (_ICO, _ICO_NEEDS))
            if _has(lowered, one, needs)
            for match in pattern.finditer(lowered, one.start, one.end)
        }
    )
    scottish = any(_names_scottish(lowered, one) for one in theirs)
    right = next((one for one in theirs if _RIGHT.search(lowered, one.start, one.end)), None)
    return ComplaintRoute(
        theirs[0].start,
        theirs[-1].end,
        "sic" if scottish else "ico",
        tuple(Passage(*place) for place in places),
        right,
        tuple(window for one in theirs for window in contacts.windows(lowered, one.start, one.end)),
        tuple(contact for one in theirs for contact in contacts.contacts(lowered, one.start, one.end)),
    )


def _is_commissioner(contact: Contact) -> bool:
    return "ico.org.uk" in contact.value or "foi.scot" in contact.value or "itspublicknowledge" in contact.value
