"""What is called after somebody and is nobody: a school, a street, a firm, a ship, an operation, a law.

A surveyor of such cues can be wrong ("Jane Holloway Court Clerk"), so a full name is only doubted, which puts it before
an officer; what is left out altogether is a single word in a place where no person's name stands ("HMS Victoria").
"""

from __future__ import annotations

import re
from typing import Final

from recognizers import welsh
from recognizers.name_context import SPEAKS

DOUBTFUL: Final = 0.45
"""Score of a name that may be an institution's: below what the packs act on, above nothing."""

_KIND: Final = (
    "School|Academy|College|University|Nursery|Hospital|Hospitals|Infirmary|Hospice|Surgery|Clinic|Trust|Foundation|Institute"
    "|Museum|Gallery|Library|Theatre|Stadium|Church|Cathedral|Chapel|Charity|Society|Prize|Award|Medal|Lecture|Scholarship"
    "|Fellowship|Fund|Act|Inquiry|Enquiry|Review|Report|Principles|Formula|Test|Road|Rd|Street|Lane|Avenue|Close|Court|Drive"
    "|Way|Place|Square|Terrace|Crescent|Gardens|Grove|Park|House|Hall|Building|Tower|Wing|Ward|Suite|Bridge|Station|Estate"
    "|Farms?|Arms|Hotel|Ltd|Limited|PLC|plc|LLP|Inc|GmbH|LLC|Group|Holdings|Partnership|Associates|Solicitors|Consulting"
    "|Consultants|Brothers|Bros|Construction|Logistics|Centre"
)
_MORE: Final = (
    "Primary|Secondary|Junior|Infants?|Grammar|High|Church of England|CofE|C of E|Catholic|Community|Memorial|Royal|General"
    "|Children's|University|NHS|Foundation|Charitable|Independent|Public|Upper|Lower|Medical|Care|Nursing|Shopping|Leisure"
    "|Sports|Integrated|Free|Sixth Form|Utility|Property|Legal|Family"
)
# Companies Act 2006, ss 58-59: whatever trade stands between, what ends so is a company ("Dunlin Catering Ltd").
_COMPANY: Final = "Ltd|Limited|LTD|LIMITED|PLC|plc|LLP|LLC|CIC"
_FIRM = re.compile(
    rf"[ ](?:&[ ])?[A-Z][\w'’-]+[ ](?:(?:[A-Z][\w'’-]+|&|and|of)[ ]){{0,3}}\(?(?:UK\)?[ ])?(?:{_COMPANY})(?![\w'’])"
)
_FIRM_WORD = re.compile(rf"(?<![\w@.'’-])[^\W\d_]+(?={_FIRM.pattern})")
_AFTER = re.compile(
    rf"(?:['’]s?)?[ ](?:(?:{_MORE})[ ]){{0,2}}(?:{_KIND})(?![\w'’])"
    r"|[ ]?(?:&|and)[ ](?:Sons?|Daughters?|Co|Company|Partners|Associates)(?!\w)"
)
# "Jane Holloway's Report" is hers; "Sarah's Law" and "St Mary's School" are nobody's.
_OWNED = re.compile(r"['’]s?[ ](?:Review|Report|Inquiry|Enquiry|House|Fund|Estate|Suite|Test|Place|Ward)\b")
_LAW = re.compile(r"['’]s?[ ](?:Law|Rule|Act|Award|Day|Eve)\b")
_CALLED: Final = "Operation|OPERATION|Exercise|EXERCISE|HMS|RMS|RFA|RRS|FPV|HMP|HMYOI|HMNB"
_MAY_BE_CALLED: Final = f"{_CALLED}|Op|OP|SS|MV|Storm|Hurricane|Project|PROJECT|Lake|Mount|River"
_BEFORE_ONE = re.compile(rf"(?<!\w)(?:{_CALLED})[ ]$")
_BEFORE = re.compile(
    rf"(?<!\w)(?:{_MAY_BE_CALLED})[ ](?:(?:Sir|Lord|Lady|Queen|King|Prince|Princess|Duke|Saint|St)[ ])?$"
)
_ITSELF = re.compile(rf"(?:{_MAY_BE_CALLED})[ ]\S")
_ONE_ITSELF = re.compile(rf"(?:{_CALLED})[ ][^\s]+")
# "the tug Sarah Jane", "server HOLLY", "Room: Nightingale", "named storms: Dudley, Gladys", "log in to Iris".
_THINGS: Final = (
    "tug|lifeboat|ferry|vessel|ship|boat|yacht|trawler|barge|steamer|dredger|locomotive|server|host|printer|copier|laptop|router|robot|system"
    "|database|application|app|platform|portal|software|package|module|drone|scanner|kiosk|pub|ward|room|suite|hall|block"
)
_THING_BEFORE = re.compile(
    rf"(?:\b(?:{_THINGS})s?[ ](?:called[ ]|named[ ]|known[ ]as[ ])?[\"“‘']?$|\b(?:{_THINGS}|venue|box|file|folder|product|brand|breed|asset)s?:[ \t]*$"
    r"|\bstorms?\b[^.\n]{0,40}$|\blog(?:ged|s)?[ ](?:in|on)(?:[ ]?to)?[ ]$)",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    rf"[ ](?:{_THINGS}|helpline|hotline|vacuum|van|lorry|disease|syndrome|factor|competence|principles?|test|doctrine|method|scale|index"
    r"|unreasonableness|reasonableness|injunction|estoppel|criteria)\b"
)
# "Montgomery v Lanarkshire Health Board [2015] UKSC 11": a party to a reported case stands in the law reports.
_REPORTED = r"[^\[\]\n]{1,80}?[ ][\[(](?:19|20)\d\d[\])][ ](?:\d{1,2}[ ])?[A-Z]"
_PARTY_AFTER = re.compile(rf"[ ]v\.?[ ]{_REPORTED}")
_PARTY_BEFORE = re.compile(r"[ ]v\.?[ ]$")
_REPORTED_AFTER = re.compile(_REPORTED.replace("{1,80}", "{0,60}"))
# "The Prince Albert", "a Henry": an article makes it a thing, or else a family ("the Okafors") or a case ("the Okafor
# complaint").
_ARTICLE = re.compile(r"(?<!\w)(?:(?P<the>[Tt]he|THE)|[Aa]n?)[ ]$")
_CASE_AFTER = re.compile(
    r"(?:['’]s?)?[ ](?:cases?|complaints?|matters?|famil(?:y|ies)|appeals?|requests?|grievances?|files?|interviews?|statements?|trial"
    r"|investigations?|enquir(?:y|ies)|inquiry|household|tenancy|claims?|allegations?|letters?|e-?mails?|brothers?|sisters?|twins"
    r"|children|boys?|girls?|affair|account|referrals?|reviews?|murders?|killing|inquest)\b"
)
_CLOCK = re.compile(r"(?:^|\n)[ \t]*(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}[:.]?\d\d(?:[:.]\d\d)?(?:[ ]?hrs)?[ \t]+[-–]?[ ]?$")
# "Lord Leveson's report" is his, and public; "Jane Holloway's report" is hers alone.
_PEER_BEFORE = re.compile(r"\b(?:Lord|Lady|Sir|Dame|Baroness|Justice|Judge)[ ](?:[A-Z][\w'’-]+[ ])?$")
_REPORT_AFTER = re.compile(
    r"['’]s?[ ](?:[a-z]+[ ])?(?:[Rr]eport|[Rr]eview|[Ii]nquiry|[Jj]udgment|[Rr]ecommendations)\b"
)
_BEGINS_SENTENCE = re.compile(r"[ ][a-z]{2,}")
_ACTS = re.compile(rf"[ ](?:{'|'.join(sorted(SPEAKS))})\b")
# "Jo Rowan", "J. Rowan", "Rowan Pike"; the capital that begins a sentence is no name's.
_CAPITAL_BEFORE = re.compile(r"[^\s.!?:;>•*-][ ](?:[A-Z][a-z]+|[A-Z]\.?)[ ]$")
_CAPITAL_AFTER = re.compile(r"[ ][A-Z][a-z]+\b")
# Whoever has one of these before the name is a person, whatever follows: "Mr Holloway School Governor".
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|PC|DC|DS|DI|PS|Sgt|Insp)\.?[ ](?:[A-Z]{0,2}\d+[ ])?$")


def is_called_here(text: str, start: int) -> bool:
    """Say whether "HMS", "Operation", "Storm" or the like stands right before ``start``."""
    return _BEFORE.search(text[max(0, start - 40) : start]) is not None


def wrote_report(text: str, start: int, end: int) -> bool:
    """Say whether ``[start, end)`` is a peer or a judge by whose name a public report goes: "Lord Leveson's report"."""
    if not _REPORT_AFTER.match(text, end):
        return False
    return _PEER_BEFORE.search(text[max(0, start - 40) : start]) is not None


def _is_reported_party(text: str, start: int, end: int) -> bool:
    if _PARTY_AFTER.match(text, end):
        return True
    return (
        _PARTY_BEFORE.search(text[max(0, start - 4) : start]) is not None
        and _REPORTED_AFTER.match(text, end) is not None
    )


def score_here(text: str, start: int, end: int, score: float) -> float:
    """Return what is left of a name's score where it stands: all, at most ``DOUBTFUL``, or 0 for what is no person.

    Args:
        text: the text.
        start, end: half-open place of what was taken for a name.
        score: how sure the recognizer is, 0 to 1.
    """
    if not (score := welsh.score_here(text, start, end, score)):
        return 0.0
    words = text[start:end]
    before = text[max(0, start - 40) : start]
    one = " " not in words
    if one and (_BEFORE_ONE.search(before) or _LAW.match(text, end)):
        return 0.0
    if _ONE_ITSELF.fullmatch(words):
        return 0.0
    if _ITSELF.match(words) or _BEFORE.search(before):
        return min(score, DOUBTFUL)
    if wrote_report(text, start, end) or _is_reported_party(text, start, end):
        return min(score, DOUBTFUL)
    if not _TITLE_BEFORE.search(before):
        if _THING_BEFORE.search(before) or _THING_AFTER.match(text, end):
            return min(score, DOUBTFUL)
        if article := _ARTICLE.search(before):
            family = article["the"] and words.endswith("s")
            called_after = _CASE_AFTER.match(text, end) or _AFTER.match(text, end)
            return 0.0 if one and not family and not called_after else min(score, DOUBTFUL)
        # "0815 Alarm reset": what opens a line of a log is whoever did it, or what happened.
        if one and _CLOCK.search(before) and _BEGINS_SENTENCE.match(text, end):
            return min(score, DOUBTFUL)
    if _FIRM.match(text, end) and not _TITLE_BEFORE.search(before):
        return min(score, DOUBTFUL)
    if _AFTER.match(text, end) and not _OWNED.match(text, end) and not _TITLE_BEFORE.search(before):
        return min(score, DOUBTFUL)
    return score


def begins_firm(text: str, start: int, end: int) -> bool:
    """Say whether one word begins a company's name: "Dunlin" of "Dunlin Catering Ltd", not of "Jo Dunlin Catering Ltd"."""
    before = text[max(0, start - 40) : start]
    return _FIRM.match(text, end) is not None and not (_TITLE_BEFORE.search(before) or _CAPITAL_BEFORE.search(before))


def firm_words(text: str) -> frozenset[str]:
    """Return the words that begin companies' names in ``text``, and may be short for them elsewhere."""
    return frozenset(m[0] for m in _FIRM_WORD.finditer(text) if begins_firm(text, *m.span()))


def names_thing(text: str, word: str) -> bool:
    """Say whether somewhere in ``text`` a word is called after nobody in particular: "Operation Rowan", "Rowan Ward".

    It is not where the same word is somebody's as well: after a title, beside another capital ("Jo Rowan") or doing
    what only people do ("Rowan said").
    """
    thing = False
    for match in re.finditer(rf"(?<![\w@.'’-]){re.escape(word)}(?![\w@-]|\.\w)", text):
        start, end = match.span()
        before = text[max(0, start - 40) : start]
        if _TITLE_BEFORE.search(before) or _ACTS.match(text, end):
            return False
        here = (
            _BEFORE.search(before) is not None
            or _THING_BEFORE.search(before) is not None
            or _THING_AFTER.match(text, end) is not None
            or _LAW.match(text, end) is not None
            or (_AFTER.match(text, end) is not None and _OWNED.match(text, end) is None)
        )
        if not here and (_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(text, end)):
            return False
        thing = thing or here
    return thing
