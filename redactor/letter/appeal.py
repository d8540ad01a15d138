"""Review and complaint: what the letter says about an internal review, and about the Commissioner.

Source: Freedom of Information Act 2000 s17(7) and s50; Environmental Information Regulations 2004 reg 11 and 18; Freedom of
Information (Scotland) Act 2002 s19, s20 and s47; code of practice under section 45.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from redactor.letter import contacts, denied, periods, remedy
from redactor.letter.model import ComplaintRoute, Contact, Paragraph, Passage, ReviewRoute, Window, Zone

_ICO = re.compile(
    r"(?<!scottish )\binformation\scommissioner(?!\s?for\sscotland)|\bico\b|\bico\.org\.uk|\binformation\srights\s(?:regulator|commissioner)|\bcommissioner\sfor\sinformation\b"
)
_SIC = re.compile(
    r"\bscottish\s(?:information\s)?commissioner|\binformation\scommissioner\sfor\sscotland|\bfoi\.scot\b|itspublicknowledge|\bosic\b"
)
# "Under section 50 you may ask the Commissioner for a decision": the office by its one word, and what only it does.
_OFFICE = re.compile(
    r"(?<!crime )(?<!biometrics )(?<!children's )(?<!surveillance )(?<!victims' )(?<!prisons )(?<!elections )\bcommissioner\b(?!\s(?:for|of)\s(?!information))"
)
_OFFICES_ACT = re.compile(
    r"\bsection\s?(?:50|47)\b|\bdecision\snotice\b|\bfor\sa\s(?:decision|ruling)\b|\bsix\smonths\b"
)
# What somebody did or said, which opens no way to anybody.
_REPORTED = re.compile(
    r"\b(?:has|have|had|was|were|is)\s(?:now\s|already\s|been\s|also\s)*(?:dismissed|decided|found|issued|upheld|ruled|considered|gone|written|registered|reported|notified|told|asked|closed)\b|\bguidance\b|\bdata\sbreach|\b(?:letter|e-?mail|decision|notice)\sfrom\sthe\b|\byou\s(?:told|said|wrote|mention)"
)
# What the Commissioner has written, or knows of the authority, which is no way to them either.
_GUIDES = re.compile(
    r"\bguid(?:ance|es?|elines)\b|\badvice\b|\bmore\s(?:about|on|information|detail)\b|\b(?:information|details)\s(?:about|on)\b|\bprivacy\b|\bdata\s(?:rights|protection)\b|"
    r"\bregist(?:ered|ration)\b|\bexplains?\b|\b(?:followed|following|consistent|in\sline|accordance)\b|\bcode\sof\spractice\b"
)
_WAY = re.compile(
    r"\b(?:complain\w*|appeal\w*|right\sto|entitled|appl(?:y|ication)|refer|(?:un|dis)\w*(?:happy|satisf\w+|content\w*)|still|then|next\sstep|further|challeng\w+|dispute\w*|decide|a\sdecision|investigat\w+)\b|/[\w-]*complaint"
)
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
_TRIBUNAL = re.compile(r"\b(?:tribunal|court\sof\ssession|general\sregulatory\schamber)\b")
_OWN_REVIEW = re.compile(
    r"\breview|\bre-?consider|\bcomplain\w*\sto\s(?:us|the\s(?!(?:first|upper|information|tribunal)))"
)
_STILL = re.compile(r"\b(?:still|remain|continue\sto\sbe)\b|\bafter\s(?:that|this|it|which)\b|\bthen\b|\bthereafter\b")

_OPEN = re.compile(r"\b(?:complain\w*|appeal\w*|right|entitled|apply|application|refer)\b")
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
            at = next((n for n, one in enumerate(sentences) if denied.is_denied(lowered, one)), None)
        found += sentences[at:] if at is not None else ()
    return found


def _split(lowered: str, sentences: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Return the sentences on review and those on the Commissioner; contact lines go with what they follow."""
    own: list[Passage] = []
    theirs: list[Passage] = []
    now = own
    for one in sentences:
        names = _names(lowered, one)
        if (
            names is None
            and _TRIBUNAL.search(lowered, one.start, one.end)
            and not _OWN_REVIEW.search(lowered, one.start, one.end)
        ):
            # Appeals to the Tribunal come after the Commissioner's decision, and are neither's.
            continue
        if names:
            if denied.is_denied(lowered, one):
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
    """Return where a sentence names the Information Commissioner of either law; by title alone only beside what they do."""
    full = _ICO.search(lowered, one.start, one.end) or _SIC.search(lowered, one.start, one.end)
    if full is not None or not _OFFICES_ACT.search(lowered, one.start, one.end):
        return full
    return _OFFICE.search(lowered, one.start, one.end)


def _only_reports(lowered: str, one: Passage) -> bool:
    """Return True where a sentence tells of the Commissioner without opening a way to them."""
    edges = one.start, one.end
    if _names(lowered, one) and _GUIDES.search(lowered, *edges) and not _WAY.search(lowered, *edges):
        return True
    if not _names(lowered, one) or not _REPORTED.search(lowered, *edges):
        return False
    return (
        not periods.YOU_ACT.search(lowered, *edges)
        and not contacts.contacts(lowered, *edges)
        and not _OPEN.search(lowered, *edges)
    )


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
        denied.is_denied(lowered, one) or _offers_review(lowered, one) for one in own
    )


def _hints(lowered: str, own: Sequence[Passage]) -> bool:
    """Return True where the sentences before the Commissioner's offer a review in words of their own."""
    offered = [one for one in own if not _AFTERWARDS.search(lowered, one.start, one.end)]
    return bool(offered) and remedy.hints(lowered, offered[0].start, offered[-1].end)


def _review(text: str, lowered: str, paragraphs: Sequence[Paragraph], own: Sequence[Passage]) -> ReviewRoute | None:
    return _described(text, lowered, paragraphs, own) if _offers(lowered, own) else None


def _described(text: str, lowered: str, paragraphs: Sequence[Paragraph], own: Sequence[Passage]) -> ReviewRoute:
    """Return what the sentences on a review say of it."""
    refused = any(denied.is_denied(lowered, one) for one in own)
    asked: list[Window] = []
    answered: list[Window] = []
    for one in own:
        for window in contacts.windows(lowered, one.start, one.end):
            (answered if periods.is_answer_period(lowered, one, window, bool(asked)) else asked).append(window)
    if any(periods.is_usual(window) for window in asked):
        # Beside the usual time to ask, a shorter one is for the answer, unless it is said to be the requester's.
        answered += [
            window for window in asked if not periods.is_usual(window) and not periods.is_theirs(lowered, own, window)
        ]
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


def _shows_address(lowered: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Return True where the letter says by its head, foot or signature how its authority is reached."""
    ends = {Zone.HEADER, Zone.CLOSE, Zone.FURNITURE}
    return any(contacts.contacts(lowered, part.start, part.end) for part in paragraphs if part.zone in ends)


def _complaint(lowered: str, theirs: Sequence[Passage]) -> ComplaintRoute | None:
    theirs = [one for one in theirs if not _only_reports(lowered, one)]
    if not any(_names(lowered, one) for one in theirs):
        return None
    places = sorted(
        {
            match.span()
            for one in theirs
            for pattern in (_SIC, _ICO, _OFFICE)
            for match in pattern.finditer(lowered, one.start, one.end)
        }
    )
    scottish = any(_SIC.search(lowered, one.start, one.end) for one in theirs)
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
