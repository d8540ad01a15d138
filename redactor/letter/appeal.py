"""Review and complaint: what the letter says about an internal review, and about the Commissioner.

Source: Freedom of Information Act 2000 s17(7) and s50; Environmental Information Regulations 2004 reg 11 and 18; Freedom of
Information (Scotland) Act 2002 s19, s20 and s47; code of practice under section 45.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter.model import ComplaintRoute, Contact, ContactKind, Paragraph, Passage, ReviewRoute, Window, Zone

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12, "fourteen": 14, "twenty": 20,
    "twenty-eight": 28, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip
_WINDOW = re.compile(
    rf"\b(?P<count>\d{{1,3}}|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}))(?:\s?\(\d{{1,3}}\)|\s\(?(?:{'|'.join(_NUMBERS)})\)?)?\s?(?:-\s?)?"
    r"(?P<unit>(?:working|business|calendar|school)?[\s-]?(?:days?|weeks?|months?))\b"
)
_EMAIL = re.compile(r"[\w.+'&-]{1,64}@(?:[\w-]+\.)+[a-z]{2,}")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w/])|(?<![\w/])0[38]\d\d\s?\d{3}\s?\d{3,4}\b"
)
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+|\b(?:[a-z0-9-]+\.)+(?:gov\.uk|org\.uk|police\.uk|ac\.uk|nhs\.uk|scot|info|org|com|co\.uk)(?:/[^\s<>\"')\]]*)?(?![\w@])"
)
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b")
_POST = re.compile(
    r"\b(?:write|writing|post|letter)\b[^.:]{0,40}\b(?:to|at)\b[^.]{0,160}\b(?:house|street|road|lane|hall|headquarters|centre|court|square|office|building)\b"
)
_SAME = re.compile(
    r"\b(?:(?:at|to)\s(?:the|this)\s(?:\w+\s){0,2}?(?:address|e-?mail(?:\saddress)?)(?:\s(?:above|below|shown|given|at\sthe|on|provided|overleaf)\w*)?|address\s(?:above|below|at\sthe\s(?:head|top|bottom))|"
    r"(?:by\s)?reply(?:ing)?\sto\sthis\s(?:e-?mail|letter|message)|contact\sdetails\s(?:above|below)|contact\sme|write\sto\s(?:me|us)|"
    r"(?:using|via)\s(?:the\s)?(?:contact\s)?details\s(?:above|below|at\b))"
)
_REVIEW = re.compile(
    r"\b(?:internal\sreview|reviews?\s(?:of|your|our|this|the|procedure|process|officer|panel|under|is|will|should|must)|(?:to|a|the|any|such\sa|an)\sreview\b|complaints?\s(?:procedure|process|team|officer|about|regarding)|reconsider|"
    r"our\sinternal\s(?:\w+\s)?procedure|requirement\sfor\sreview|appeal|review\syour\scase|review\s(?:its|their|our)\b|representations|under\sour\sinternal|complain\sto\s(?:us|the\scouncil)|look\sat\s(?:it|this)\safresh)"
)
_NO_REVIEW = re.compile(
    r"\b(?:no|not\s(?:have|offer|operate|provide)\s(?:an?|any)?)\s?(?:internal\s)?(?:review|complaints?|appeals?)\s(?:procedure|process|stage)\b|\bthere\sis\sno\s(?:\w+\s){0,2}?(?:review|appeal)\b|"
    r"\bdo(?:es)?\snot\shave\s(?:\w+\s){0,4}?(?:review|complaints?)\b"
)
_ICO = re.compile(r"(?<!scottish )\binformation\scommissioner(?!\s?for\sscotland)|\bico\b|\bico\.org\.uk")
_SIC = re.compile(
    r"\bscottish\sinformation\scommissioner|\binformation\scommissioner\sfor\sscotland|\bfoi\.scot\b|itspublicknowledge|\bosic\b"
)
_RIGHT = re.compile(
    r"\b(?:complain\w*|appeal\w*|refer|apply|application|contact|direct|write|approach|seek|ask|raise)\b[^.;]{0,140}\b(?:commissioner|ico)\b|"
    r"\b(?:commissioner|ico)\b[^.;]{0,120}\b(?:complain\w*|decision|appeal|investigate|review)|\bsection\s(?:50|47)\b"
)
_ANSWERED = re.compile(
    r"\b(?:respond|reply|completed?|conclude|carried\sout|outcome|aim|acknowledge|finished|dealt|let\syou\sknow|response\s(?:to|within|will)|be\sreviewed|review\s(?:will|should\sbe)|we\swill|provide)\b"
)
_OF_RECEIPT = re.compile(r"\s?of\s(?:the\s)?(?:date\sof\s)?(?:receiving|receipt|your\sasking)")
_ASK_BY = re.compile(
    r"\b(?:you|your|request\w*|ask\w*|submit\w*|made|receive[d]?\s(?:by|within)|lodge\w*|contact|write|writing|apply|complaint\sshould)\b"
)


def read(lowered: str, paragraphs: Sequence[Paragraph]) -> tuple[ReviewRoute | None, ComplaintRoute | None]:
    """Return what is said about review and about complaint, each None where nothing is."""
    own, theirs = _split(lowered, [one for part in paragraphs if part.zone is Zone.APPEAL for one in _sentences(part)])
    if not own or not theirs:
        stray = [
            one
            for part in paragraphs
            if part.zone in {Zone.REPLY, Zone.ANNEX, Zone.CLOSE, Zone.OPENING} and _is_stray(lowered, part)
            for one in _sentences(part)
        ]
        own = own or [one for one in stray if _NO_REVIEW.search(lowered, one.start, one.end)]
        theirs = theirs or [one for one in stray if _RIGHT.search(lowered, one.start, one.end)]
    return _review(lowered, own), _complaint(lowered, theirs)


def _sentences(part: Paragraph) -> tuple[Passage, ...]:
    return part.sentences or (Passage(part.start, part.end),)


def _is_stray(lowered: str, part: Paragraph) -> bool:
    text = lowered[part.start : part.end]
    return "commissioner" in text or "review" in text or "appeal" in text


def _split(lowered: str, sentences: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Return the sentences on review and those on the Commissioner; contact lines go with what they follow."""
    own: list[Passage] = []
    theirs: list[Passage] = []
    now = own
    for one in sentences:
        names = _ICO.search(lowered, one.start, one.end) or _SIC.search(lowered, one.start, one.end)
        reviews = _REVIEW.search(lowered, one.start, one.end)
        if names:
            both = reviews and not reviews[0].startswith("appeal") and reviews.start() < names.start()
            if now is own and both and reviews:
                # One sentence on both: what it says of periods and addresses before the Commissioner is the review's.
                cut = max(lowered.rfind(" and ", reviews.end(), names.start()), reviews.end())
                own.append(Passage(one.start, cut))
                theirs.append(Passage(cut, one.end))
            else:
                if _NO_REVIEW.search(lowered, one.start, one.end):
                    own.append(one)
                theirs.append(one)
            now = theirs
            continue
        if reviews and (not theirs or (one.end - one.start > 60 and not _RIGHT.search(lowered, one.start, one.end))):
            now = own
        now.append(one)
    return own, theirs


def _review(lowered: str, own: Sequence[Passage]) -> ReviewRoute | None:
    refused = any(_NO_REVIEW.search(lowered, one.start, one.end) for one in own)
    if not refused and not any(_REVIEW.search(lowered, one.start, one.end) for one in own):
        return None
    asked: list[Window] = []
    answered: list[Window] = []
    for one in own:
        for window in windows(lowered, one.start, one.end):
            (answered if _is_answer_period(lowered, one, window) else asked).append(window)
    found = [contact for one in own for contact in contacts(lowered, one.start, one.end)]
    same = next((Passage(*match.span()) for one in own if (match := _SAME.search(lowered, one.start, one.end))), None)
    return ReviewRoute(
        own[0].start,
        own[-1].end,
        not refused,
        tuple(asked),
        tuple(answered),
        tuple(contact for contact in found if not _is_commissioner(contact)),
        same,
    )


def _is_answer_period(lowered: str, sentence: Passage, window: Window) -> bool:
    """Return True where a period is that of the authority's answer and not of the requester's asking."""
    clause = lowered[max(sentence.start, window.start - 110) : window.start]
    rest = lowered[window.end : min(sentence.end, window.end + 60)]
    if _OF_RECEIPT.match(rest) and "you" not in clause[-60:]:
        return True
    return bool(_ANSWERED.search(clause)) and not _ASK_BY.search(
        clause[clause.rfind("will") :] if "will" in clause else clause
    )


def _complaint(lowered: str, theirs: Sequence[Passage]) -> ComplaintRoute | None:
    if not theirs:
        return None
    places = sorted(
        {
            match.span()
            for one in theirs
            for pattern in (_SIC, _ICO)
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
        tuple(window for one in theirs for window in windows(lowered, one.start, one.end)),
        tuple(contact for one in theirs for contact in contacts(lowered, one.start, one.end)),
    )


def windows(lowered: str, start: int, end: int) -> list[Window]:
    """Return the periods named in a range."""
    found = []
    for match in _WINDOW.finditer(lowered, start, end):
        count = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"]]
        unit = match["unit"].strip(" -").replace("-", " ")
        working = "working" in unit or "business" in unit
        kind = (
            "working days"
            if working and "day" in unit
            else "weeks"
            if "week" in unit
            else "months"
            if "month" in unit
            else "days"
        )
        found.append(Window(match.start(), match.end(), count, kind))
    return found


def contacts(lowered: str, start: int, end: int) -> list[Contact]:
    """Return the ways to reach somebody that a range names."""
    text = lowered[start:end]
    found: list[Contact] = []
    if "@" in text:
        found += [Contact(*match.span(), ContactKind.EMAIL, match[0]) for match in _EMAIL.finditer(lowered, start, end)]
    if "0" in text:
        found += [Contact(*match.span(), ContactKind.PHONE, match[0]) for match in _PHONE.finditer(lowered, start, end)]
    if "." in text:
        for match in _WEB.finditer(lowered, start, end):
            if not any(one.start <= match.start() < one.end for one in found):
                value = match[0].rstrip(".,;:")
                found.append(Contact(match.start(), match.start() + len(value), ContactKind.WEB, value))
    post = _POSTCODE.search(lowered, start, end) or _POST.search(lowered, start, end)
    if post:
        found.append(Contact(*post.span(), ContactKind.POST, post[0]))
    return sorted(found, key=lambda one: one.start)


def _is_commissioner(contact: Contact) -> bool:
    return "ico.org.uk" in contact.value or "foi.scot" in contact.value or "itspublicknowledge" in contact.value
