"""Single sentences that a rule asks for, or asks to be absent: help, costs, disclaimers, and what moves the clock."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from redactor.letter import classes, weighing
from redactor.letter.model import (
    Answer,
    Citation,
    Clock,
    ClockEvent,
    DateMention,
    Note,
    Paragraph,
    Passage,
    Remark,
    Shape,
    Zone,
)

_REPLY = frozenset({Zone.REPLY, Zone.ANNEX, Zone.OPENING})
_ALL = _REPLY | {Zone.APPEAL}
_REQUEST = frozenset({Zone.REQUEST})
_CLASSES = frozenset(classes.SAYS)
_STANDING = re.compile(r"\b(?:absolute|qualified)\b(?!\sperson)")

_COUNT = "half\\san|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty"

# Remark, zones, words of which one must stand in the sentence (fast), and the pattern.
_REMARKS: tuple[tuple[Remark, frozenset[Zone], tuple[str, ...], re.Pattern[str]], ...] = (
    (
        Remark.DISCLAIMER,
        _ALL,
        (
            "taken",
            "infer",
            "indicat",
            "conclus",
            "read",
            "constru",
            "interpret",
            "regarded",
            "treated",
            "impl",
            "assum",
        ),
        re.compile(
            r"\b(?:not|nothing|neither|no)\b[^.]{0,100}\b(?:taken|read|construed|seen|interpreted|regarded|treated|implies?|indicates?|inference|inferred|infer|conclusion)\b[^.]{0,140}\b(?:held|exists?|holds?|not\sexist|hold|information|conclusive)\b|"
            r"\b(?:inference|conclusion)\w*\b[^.]{0,60}\b(?:should|can|may)\snot\sbe\sdrawn"
        ),
    ),
    (
        Remark.HELP,
        _REPLY,
        (
            "section 16",
            "regulation 9",
            "section 15",
            "advice",
            "assist",
            "help",
            "suggest",
            "you may wish",
            "may be able",
            "you could",
            "may find",
            "may be held by",
            "contact",
        ),
        re.compile(
            r"\bsection\s1[56]\b|\bs\.?\s?16\b|\bregulation\s9\b|\badvice\s(?:and|&|or)\sassistance|\b(?:to|may|of|further)\s(?:help|assist)\b|\bby\sway\sof\sassistance|\boutside\s(?:of\s)?(?:the\s)?(?:act|foi)|"
            r"\b(?:suggest|recommend|advise)\b[^.]{0,60}\b(?:contact|look|approach|ask|narrow|that\syou)|\byou\s(?:may|might|could|can)\s(?:wish\sto|want\sto|like\sto|also|be\sable\sto|find|contact|ask|try|request|obtain)\b|"
            r"\b(?:may|might|should|will|is\slikely\sto)\sbe\s(?:held\sby|able\sto\sassist|able\sto\shelp|available\sfrom|better\splaced)"
        ),
    ),
    (
        Remark.COST_LIMIT,
        _REPLY,
        ("\u00a3", "hours", "limit", "appropriate"),
        re.compile(
            r"\u00a3\s?(?:450|600)\b|\b(?:18|24|eighteen|twenty-four|40)\s(?:working\s)?hours\b|\bappropriate\s(?:cost\s)?limit\b|\bcost\s(?:limit|ceiling|threshold)\b"
        ),
    ),
    (
        Remark.COST_ESTIMATE,
        _REPLY,
        ("hour", "minute", "\u00a3", "days"),
        re.compile(
            r"\b(?:estimate[sd]?|estimat\w+|would\stake|take|took|require|approximately|at\sleast|over|around|in\sexcess\sof|equat\w+|total\w*|calculat\w+)\b[^.]{0,90}?\b\d[\d,.]*\s(?:\w+\s)?(?:hours?|minutes?|days)\b|"
            rf"\b(?:\d[\d,.]*|{_COUNT})\s(?:and\sa\shalf\s)?(?:hours?|minutes?)\s(?:per\b|each\b|apiece\b|for\s(?:each|every)\b|an?\s|to\b)|"
            r"\b(?:is|are|makes?|gives?|means|comes?\sto|amounts?\sto|would\sbe|need(?:s|ed)?|=)\s(?:(?:some|about|nearly|almost|roughly|just|over|under|around|more|less|than|well)\s){0,3}\d[\d,.]*\s(?:\w+\s)?hours\b(?!\sof\swork\b)"
        ),
    ),
    (
        Remark.NARROWING,
        _ALL,
        (
            "narrow",
            "refin",
            "reduc",
            "limit",
            "shorter",
            "resubmit",
            "re-submit",
            "scope",
            "revis",
            "smaller",
            "confin",
            "only",
            "new request",
            "fresh request",
            "if you",
        ),
        re.compile(
            r"\b(?:ways?|how|suggest\w*|can|could|might|may|would)\b[^.]{0,60}\b(?:bring\w*|come|fall|fit|get|keep|stay|answer\w*|deal\w*)\b[^.]{0,40}\b(?:within|under|below|inside)\s(?:the|this|that|our)\s(?:\w+\s)?(?:limit|ceiling|threshold)\b|\b(?:new|fresh|smaller)\srequest\b[^.]{0,40}\b(?:along|for|limited|confined|about)\b|"
            r"\b(?:narrow\w*|refin(?:e|ed|ing)|reduc(?:e|ed|ing)|restrict\w*|limit(?:ed|ing)?|re-?submit\w*|revis(?:e|ed|ing))\b[^.]{0,60}\b(?:request|scope|period|time|years?|questions?|your|it|to)\b|\b(?:bring|come|fall|fit|get|keep|stay|be)\w*\b[^.]{0,40}\b(?:within|under|below|inside)\s(?:the|this|that|our)\s(?:\w+\s)?(?:limit|ceiling|threshold)\b[^.]{0,30}\b(?:by|if)\b|\bif\syou\s(?:(?:were\sto|could|would|can)\s)?(?:ask|asked|choose|chose|pick|picked|name|named|settle|settled)\b[^.]{0,100}\b(?:we|i)\s(?:could|can|should\sbe\sable|would\sbe\sable|might|may)\b|\bif\syou\s[^.]{0,60}\b(?:confin\w+|only\sone|one\s\w+\sonly|limit\w*)|\b(?:shorter|smaller|narrower|specific)\s(?:\w+\s)?(?:period|time|date|range|request|sample)"
        ),
    ),
    (
        Remark.TRANSFER,
        _ALL,
        ("transfer", "held by", "responsib", "another", "redirect"),
        re.compile(
            r"\btransfer(?:red|ring)?\b[^.]{0,60}\brequest|\b(?:may|is|are|will|would|might)\sbe\sheld\sby\b|\b(?:another|different|other)\s(?:public\s)?(?:authority|body|organisation|council|force|trust)\b|\b(?:is|are)\sresponsible\sfor\b|\bredirect\syour\srequest"
        ),
    ),
    (Remark.VEXATIOUS, _REPLY, ("vexatious", "manifestly"), re.compile(r"\bvexatious\w*|\bmanifestly\sunreasonable")),
    (
        Remark.REPEATED,
        _REPLY,
        ("repeat", "substantially", "identical"),
        re.compile(r"\brepeat(?:ed)?\s(?:\w+\s)?request|\b(?:identical|substantially\s(?:the\ssame|similar))\b"),
    ),
    (
        Remark.FORM_ASKED,
        _REQUEST,
        (
            "format",
            "excel",
            "csv",
            "electronic",
            "spreadsheet",
            "hard copy",
            "paper",
            "braille",
            "large print",
            "pdf",
            "email",
            "e-mail",
        ),
        re.compile(
            r"\b(?:in|as|by|via)\s(?:an?\s)?(?:\w+\s){0,3}?(?:format|excel|csv|spreadsheet|electronic(?:ally)?|hard\scopy|paper|braille|large\sprint|pdf|word|machine[\s-]readable)\b|\belectronically\b|\bby\se-?mail\b|\bformat\b"
        ),
    ),
    (
        Remark.FORM_REFUSED,
        _REPLY,
        ("format", "excel", "csv", "spreadsheet", "electronic", "hard copy"),
        re.compile(
            r"\b(?:not|unable|cannot|impracticable|impractical|only)\b[^.]{0,90}\b(?:format|excel|csv|spreadsheet|electronic\w*|hard\scopy)\b|\b(?:format|excel|csv|spreadsheet)\b[^.]{0,60}\b(?:not\s(?:reasonably\s)?practicable|not\spossible|cannot|unable)\b"
        ),
    ),
    (
        Remark.OPINION,
        _REPLY,
        ("qualified person",),
        re.compile(r"\bqualified\sperson\b"),
    ),
    (
        Remark.NO_INTEREST_TEST,
        _REPLY,
        ("interest", "balanc", "qualified", "weigh"),
        weighing.NO_TEST,
    ),
    (
        Remark.REFUSAL_NOTICE,
        _ALL,
        ("refusal", "refuse"),
        re.compile(
            r"\brefusal\snotice\b|\bnotice\sof\srefusal\b|\b(?:acts?|serves?|constitutes?|is|issued|treated)\b[^.]{0,40}\brefusal\b"
        ),
    ),
    *((remark, _REPLY, classes.GATES[remark], pattern) for remark, pattern in classes.SAYS.items()),
)
_LATENESS = (
    r"\b(?:delay\w*|late(?:ness)?|length\sof\stime|time\s(?:that\s)?(?:taken|it\shas|it's|this\shas)|taken\s(?:so|this|too)\slong|longer|overdue|statutory|deadline|out\sof\stime|due\sdate|wait(?:ing)?|kept\syou|"
    r"not\s(?:repl|answer|respond)\w+|no\s(?:answer|reply)|failed\sto\s(?:meet|reply|answer|respond)|time\s(?:allowed|limit)|within\s(?:the\s)?(?:twenty|20)|section\s10|breach\w*|slipped|only\snow|should\shave\s(?:replied|answered))\b"
)
_CLOCK: tuple[tuple[Clock, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        Clock.CLARIFICATION,
        ("clarif", "further information", "more information", "please confirm what"),
        re.compile(
            r"\bclarif(?:y|ied|ication|ying)\b|\b(?:require|need|ask(?:ed)?\sfor|request(?:ed)?)\s(?:some\s)?(?:further|more|additional)\s(?:information|detail)s?\s(?:from\syou|in\sorder|to\s(?:identify|locate|help))"
        ),
    ),
    (
        Clock.FEE,
        ("fee", "charge"),
        re.compile(r"\bfees?\snotice\b|\b(?:fee|charge)\sof\s\u00a3|\bpay(?:ment)?\b[^.]{0,40}\b(?:fee|charge)\b"),
    ),
    (
        Clock.EXTENSION,
        ("exten", "more time", "additional", "further time", "longer", "beyond"),
        re.compile(
            r"\bexten(?:d|ded|ding|sion|ds)\b[^.]{0,100}\b(?:time|limit|deadline|days|date|period|until|to|by|consider)\b|\b(?:additional|further|more|extra)\s(?:time|\w+\sworking\sdays)\b|\b(?:beyond|longer\sthan)\s(?:the\s)?(?:20|twenty)\b"
        ),
    ),
    (
        Clock.APOLOGY,
        ("apolog", "sorry", "regret", "forgive"),
        re.compile(
            rf"\b(?<!no )(?:apolog(?:y|ies|ise|ize)\w*|sorry|regret\w*|forgive)\b[^.]{{0,100}}(?:{_LATENESS})|(?:{_LATENESS})[^.]{{0,100}}\b(?:apolog(?:y|ies|ise|ize)\w*|sorry|regret\w*|forgive)\b"
        ),
    ),
)


def read(
    lowered: str, paragraphs: Sequence[Paragraph], cited: Sequence[Citation], answers: Sequence[Answer]
) -> tuple[Note, ...]:
    """Return the sentences of each kind."""
    found = []
    sections: tuple[str, ...] = ()
    places = [one.start for one in cited]
    for part in paragraphs:
        if part.welsh or part.zone in {Zone.HEADER, Zone.FURNITURE, Zone.CLOSE}:
            continue
        here = _sections(cited, places, part.start, part.end)
        if part.shape is Shape.HEADING:
            sections = here
            continue
        sections = here or sections
        whole = lowered[part.start : part.end]
        for remark, zones, gates, pattern in _REMARKS:
            if part.zone not in zones or not any(gate in whole for gate in gates):
                continue
            for sentence in part.sentences:
                match = pattern.search(lowered, sentence.start, sentence.end)
                back = classes.TAKES_BACK.get(remark)
                if match and not (back and back.search(lowered, sentence.start, sentence.end)):
                    edges = _clause(lowered, sentence, match) if remark in _CLASSES else sentence
                    named = _sections(cited, places, edges.start, edges.end) or sections
                    inside = tuple(at for at, one in enumerate(answers) if one.start <= sentence.start < one.end)
                    found.append(Note(sentence.start, sentence.end, remark, named, inside))
    return tuple(found)


def _clause(lowered: str, sentence: Passage, match: re.Match[str]) -> Passage:
    """Return the part of a sentence that a class belongs to: "section 23 is absolute, and section 24 is qualified"."""
    words = [one.span() for one in _STANDING.finditer(lowered, sentence.start, sentence.end)]
    start = max((end for _, end in words if end <= match.start()), default=sentence.start)
    if match[0] not in ("absolute", "qualified"):
        start = sentence.start
    before = Passage(start, match.start())
    if re.search(r"\b(?:section|regulation|s\.?|reg\.?)\s?\d", lowered[before.start : before.end]):
        return before
    return Passage(start, min((begin for begin, _ in words if begin > match.end()), default=sentence.end))


def _sections(cited: Sequence[Citation], places: Sequence[int], start: int, end: int) -> tuple[str, ...]:
    first, last = bisect_left(places, start), bisect_left(places, end)
    return tuple(dict.fromkeys(one.section for one in cited[first:last] if one.exemption))


def clock(lowered: str, paragraphs: Sequence[Paragraph], dates: Sequence[DateMention]) -> tuple[ClockEvent, ...]:
    """Return the sentences about clarification, fees, extensions and delay."""
    found = []
    for part in paragraphs:
        if part.zone not in _REPLY or part.welsh:
            continue
        whole = lowered[part.start : part.end]
        for kind, gates, pattern in _CLOCK:
            if not any(gate in whole for gate in gates):
                continue
            for sentence in part.sentences or (Passage(part.start, part.end),):
                if pattern.search(lowered, sentence.start, sentence.end):
                    days = tuple(at for at, one in enumerate(dates) if sentence.start <= one.start < sentence.end)
                    found.append(ClockEvent(sentence.start, sentence.end, kind, days))
    return tuple(sorted(found, key=lambda one: one.start))
