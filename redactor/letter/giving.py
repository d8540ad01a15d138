"""Does the letter give any of what was asked for, and does it take anything out of what it gives?

Source: the kinds of reply as the Commissioner's guidance and disclosure logs tell them apart: in full, in part, refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from redactor.letter import informing, words
from redactor.letter.model import (
    Answer,
    Holding,
    HoldingStatement,
    Pairing,
    Paragraph,
    Passage,
    Question,
    Shape,
    Table,
    Zone,
)

_AGAINST = frozenset({Holding.REFUSED, Holding.NCND, Holding.NOT_HELD, Holding.UNCLEAR})
LOOSE = frozenset({Pairing.REPEATED, Pairing.ORDER, Pairing.WORDS, Pairing.NOTHING})
"""Answers known only by their place or their words: they may as well speak of the request or of the law."""
_LITTLE = 12
"""Characters that an answer must have besides "Held." to give anything."""
_GIVES = re.compile(
    r"\b(?:(?:able|happy|pleased|willing)\sto|can|may)\s(?:now\s)?(?:be\s)?(?:disclose|release|provide|supply|give|send|share)d?\s(?:you\s)?(?:with\s)?(?:(?:nearly|almost|virtually|practically)\s)?(?:all|everything|most|some|part|much|it|this|these|the|and\sread)\b|"
    r"\b(?:is|are)\s(?:all\s|both\s)?yours\b|\bhere\s(?:it\sis|they\sare)\b|\byou\sare\swelcome\sto\s(?:it|them|that|those|this|these|the)\b|"
    r"\b(?:answered|disclosed|released|provided|supplied)\s(?:to\syou\s)?(?:in\s(?:full|part)|here|with\sthis|below|separately)\b|"
    r"\b(?:i|we|council|trust|department|force|university|authority|board|association|college)\s(?:(?:am|are|is|can|have|has|now|also|therefore|hereby|do|pleased\sto|able\sto|happy\sto)\s){0,4}?"
    r"(?:disclos|releas|provid|suppl|giv|enclos|attach|send|sent)(?:e|es|ing|ed|y|ies|ying|ied|s)?\s(?:you\s)?(?:with\s)?(?:what|the|some|part|most|all|this|those|these|a|an|it|copies|that|details|everything|below|here)\b|"
    r"\b(?:extracts?|copy|copies|rest|remainder|remaining|text|list|table|figures|data|details|information|document|report|spreadsheet|minutes)\b[^.;]{0,60}\b(?:follows?|(?:is|are)\s(?:\w+\s)?(?:attached|enclosed|below|reproduced|set\sout|given|provided|disclosed|released|shown|listed|supplied))\b|"
    r"\byou\s(?:will|can|should|may)\s(?:now\s)?(?:find|see)\s(?:it|them|this|these|those|(?:the|a)\s(?:\w+\s){1,4})?\s?(?:enclosed|attached|below|overleaf|herewith)\b|"
    r"\b(?:attached|enclosed|below)\s(?:is|are|you\swill)\b|\b(?:a|the)\sredacted\s(?:copy|version)\b|\bas\sfollows\b|\bset\sout\s(?:below|in\s(?:the\s)?(?:annex|table|appendix|attach))|\b(?:in|see)\s(?:the\s)?(?:table|list)\s(?:below|above)\b"
)
NOT_KEPT = re.compile(
    r"\bnot\s(?:something|figures|information|data|a\s\w+)\s(?:that\s|which\s)?(?:we|it|the\s\w+|this\s\w+)\s(?:\w+\s)?(?:records?|holds?|keeps?|collects?|captures?|has|have)\b|"
    r"\b(?:do|does)\snot\s(?:\w+\s)?(?:record|collect|keep|capture|possess|hold|have(?!\sto\b))\b|\b(?:found|(?:can|could|to)\sfind)\s(?:nothing|none|no\s\w+)\b|\bthere\s(?:is|was)\snothing\b(?!\s(?:to|in|wrong|more|else))|\bnothing\s(?:\w+\s){0,2}found\b|"
    r"\bholds?\s(?:no|nothing|none)\b|\bno\s(?:such\s|relevant\s|recorded\s)?(?:information|records?|data|documents?)\s(?:\w+\s){0,6}?(?:held|exists?|found|kept)\b"
)
"""Plain words for not held."""
# Before a verb of giving: denied, conditional, to come, or weighed.
_UNREAL = re.compile(
    r"\b(?:not|n't|unable|cannot|would|could|might|if|whether|interests?\s(?:in|of)|favour\w*|against|duty|requires?|required|until|before|will|shall|nothing|none|no|rather\sthan|without|refus\w+|exempt\w*|obliged|arguments?|factors?|reasons?|hope|aim|intend|further\stime|asked|requested|estimate\w*|search\w*|reached)\b[^.;]*$"
)
_TAKEN_OUT = re.compile(
    r"\b(?:has|have|had|is|are|was|were|been|being|we|i)\s(?:(?:been|be|also|therefore|only|now|both|all)\s){0,3}(?:redacted|removed|blanked|blacked|obscured|masked|omitted|suppressed|taken\sout|left\sout|edited\sout|anonymised)\b|"
    r"\b(?:parts?|some|names?|details|passages?|pages?|paragraphs?|lines?|words|entries|only)\b[^.;]{0,50}\b(?:is|are|has\sbeen|have\sbeen|was|were|being)\s(?:held|kept)\sback\b|\bonly\s[^.;]{0,50}\b(?:has|have)\sgone\b|"
    r"\b(?:with|after|subject\sto|apart\sfrom)\s(?:[\w']+\s){0,6}?(?:redact\w+|removed|taken\sout|left\sout|withheld|obscured|blanked)\b|\bredactions?\b|\bredacted\s(?:copy|copies|version|form)\b"
)
_DENIED = re.compile(r"\b(?:nothing|none|no|not|never|without|neither|even|would|could|if|might)\b[^.;]{0,40}$")
_WEIGHED = re.compile(
    r"\b(?:consider(?:ed|ing)?|thought|looked|ask(?:ed)?|wonder\w*|decid\w*)\s(?:\w+\s){0,4}?(?:whether|if|redact\w+|releas\w+)|\b(?:so\smuch|too\smuch|meaningless|unintelligible|little\s(?:of\s\w+\s)?(?:left|value)|nothing\s(?:of\s\w+\s)?(?:left|useful|meaningful)|make\sno\ssense|not\s(?:\w+\s)?possible|impossible|cannot\sbe|even\s(?:with|if|after|so|when)|would\s(?:still|also|\w+\sstill))\b"
)
"""Redaction that was thought of and found of no use takes nothing out, for nothing is given."""
_HELD = re.compile(
    r"\b(?:hold|holds)\s(?:these|those|this|that|it|them|the|some|all|both|figures|data|information)\b|\b(?:is|are)\s(?:\w+\s)?held\b|^\W*held\b"
)
_FIGURE = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|none|no)\b|\u00a3")
_ARGUES = re.compile(
    r"\b(?:because|would|exempt\w*|withh\w+|interests?|prejudic\w+|harm\w*|section|regulation|disclos\w+|disclosure|refus\w+|search\w*|exceed\w*|limit)\b|\b(?:minutes|hours)\s(?:per|each|to\s(?:search|read|locate|find|extract|check)|of\s(?:work|staff))\b"
)


_LINE = 70
_ENTRY = re.compile(
    r"[^.?!:\d]{0,40}(?:(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?)?[^.?!:\d]{0,30}[:\u2013\t-]\s?\u00a3?\d[\d,.]*\s?(?:%|\w+)?(?:\s\w+)?\.?"
)
"""A line of a list: a year or a name, a colon or a dash, and a figure. A telephone number or a date is longer."""

_COUNTS = re.compile(
    r"^\W*(?:\w+\s){0,3}?(?:number|totals?|count|complaints|how\smany)\b(?!.*\b(?:hours|minutes|estimate\w*)\b)"
)
"""What one line alone must speak of to be a figure that was asked for."""
_POINTS = re.compile(
    r"\b(?:our|the|my|its|this)\s(?:\w+\s)?(?:answers?|response|responses|reply|replies|decision)\s(?:\w+\s){0,5}?(?:below|attached|overleaf|beneath|set\sout|given|provided|follows?)\b|\b(?:below|attached|overleaf)\s(?:\w+\s)?(?:our|the)\s(?:answers?|response|reply)\b"
)


_FACTS = re.compile(
    r"^(?:\W|and\s|also\s)*(?:is|are|was|were|did|does|do|has|have|which|where)\b|\b(?:how|who|whom|when|what|whether|why|numbers?|costs?|prices?|names?|dates?|totals?|amounts?|lists?|breakdown|figures|rates?|statistics|salar\w+|budgets?|spend\w*|spent|value|fees?|details|times?|hours|percentage|proportion|count|title|data|information)\b"
)
"""What asks for facts rather than for a document."""
_SAME = re.compile(
    r"\W*(?:(?:the|my|our)\s)?(?:same\s(?:applies|answer|position|reasons?|response|is\strue|goes)|(?:answer|response|position)\sis\sthe\ssame|as\s(?:above|in|for|at|per)\b|see\s(?:my|our|the)\s(?:answer|response|reply)|please\s(?:see|refer\sto)\s(?:my|our|the)\s(?:answer|response|reply)|likewise|ditto)"
)
"""An answer that repeats another one."""
_REASONING = re.compile(
    r"\b(?:opinions?|advice|weight|assurances?|evidence|consent|permission|undertaking|notice|regard|thought|consideration|submissions?|apology)\b[^.;]{0,50}\b(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:given|provided|set\sout|attached)\b|"
    r"\b(?:consider(?:ed|ations?)|reason(?:s|ing)?|grounds?|arguments?|factors?|harms?|tests?|explanations?|basis|exemptions?|exceptions?|limbs?|thinking|estimate|calculation|rights?|procedure|appeal|complain\w*|review)\b[^.;]{0,70}\b(?:is|are|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:set\sout|given|provided|shown|listed|attached|enclosed|explained)\b"
)
"""What the letter lays out of its own thinking, or of the requester's rights, is none of the information asked for."""
_ASIDE = re.compile(
    r"\bin\scase\s(?:it|this|they|these)\s(?:helps?|is|are)\b|\b(?:leaflet|guide|guidance|fact\s?sheet|advice\s(?:note|sheet)|note\son\show|complaints?\s(?:procedure|policy|process|form|leaflet)|review\s(?:procedure|policy|form))\b|\bby\sway\sof\s(?:help|advice|assistance|background)\b"
)
"""A leaflet or a word of help beside the answer."""


def points(lowered: str, one: Passage | HoldingStatement) -> bool:
    """Return True for "please see our answers below" and "our reasons are set out next", which give nothing yet."""
    return any(pattern.search(lowered, one.start, one.end) for pattern in (_POINTS, _REASONING, _ASIDE))


_TO_COME = re.compile(
    r"\bwhatever\b|\b(?:any|anything|everything|all|what)\s(?:\w+\s){0,3}?(?:can|may)\s(?:then\s)?be\b|"
    r"(?:\b(?:will|shall)|'ll)\s(?:then\s)?(?:be\s)?(?:released|sent|send|provided|provide|supplied|disclosed|given|give|shared|share|published)\b[^.;]{0,60}\b(?:then|when|once|as\ssoon\sas|by|in\sdue\scourse|after|following|at\s(?:the\ssame|that)\stime|"
    r"on\sor\sbefore|no\slater\sthan|within\s(?:the\snext\s)?\w+\s(?:\w+\s)?(?:days|weeks|months)|next\s(?:week|month))\b"
)


def is_to_come(lowered: str, one: Passage | HoldingStatement) -> bool:
    """Return True for "whatever can be released will be sent then", which gives nothing yet."""
    return bool(_TO_COME.search(lowered, one.start, one.end))


def gives(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    answers: Sequence[Answer],
    holdings: Sequence[HoldingStatement],
    tables: Sequence[Table],
    asked: Sequence[Passage | Question],
) -> bool:
    """Return True where the letter gives some of the information."""
    # Of a document that was asked for, "it has 42 pages" gives nothing.
    facts = not asked or any(_FACTS.search(lowered, one.start, one.end) for one in asked)
    return (
        any(in_answer(answer, holdings, lowered) for answer in answers)
        or (facts and any(_says_after(lowered, part) for part in paragraphs))
        or _tells_one_of_two(lowered, paragraphs, holdings, asked)
        or any(says_it_gives(lowered, one) for one in _own(lowered, paragraphs))
        or any(has_figures(lowered, table) for table in tables)
    )


def lists_figures(lowered: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Return True for a list of figures in the reply: "2023: 4,812", "2024: 4,655"."""
    listed = [
        part
        for part in paragraphs
        if part.zone in {Zone.REPLY, Zone.OPENING, Zone.ANNEX} and is_entry(lowered, part.body, part.end)
    ]
    return len(listed) > 1 or any(_COUNTS.search(lowered, part.body, part.end) for part in listed)


def is_entry(lowered: str, start: int, end: int) -> bool:
    """Return True for one line of such a list."""
    return end - start <= _LINE and bool(_ENTRY.fullmatch(lowered, start, end))


def takes_out(lowered: str, paragraphs: Sequence[Paragraph]) -> Passage | None:
    """Return the sentence that says that something was taken out of what is given; None where none does."""
    for one in _own(lowered, paragraphs):
        match = _TAKEN_OUT.search(lowered, one.start, one.end)
        if match and not (
            _DENIED.search(lowered, one.start, match.start())
            or _DENIED.search(match[0])
            or _WEIGHED.search(lowered, one.start, one.end)
        ):
            return one
    return None


def says_it_gives(lowered: str, one: Passage) -> bool:
    """Return True where a sentence says that information is given here."""
    match = _GIVES.search(lowered, one.start, one.end)
    if match is not None and match[0] == "as follows" and points(lowered, one):
        # "Our decision is as follows" leads on, and may lead to a refusal.
        return False
    return match is not None and not _UNREAL.search(lowered, one.start, match.start())


def _is_title(lowered: str, part: Paragraph) -> bool:
    """Return True for a heading; a line that leads on with a colon speaks."""
    return part.shape is Shape.HEADING and lowered[part.end - 1] != ":"


def _own(lowered: str, paragraphs: Sequence[Paragraph]) -> list[Passage]:
    zones = {Zone.OPENING, Zone.REPLY, Zone.ANNEX}
    return [
        one
        for part in paragraphs
        if part.zone in zones and not part.welsh and not _is_title(lowered, part)
        for one in (part.sentences or (Passage(part.start, part.end),))
    ]


def in_answer(answer: Answer, holdings: Sequence[HoldingStatement], lowered: str) -> bool:
    """Return True where an answer of its own says more than that the information is held."""
    if answer.pairing is Pairing.WHOLE or not (answer.questions or answer.paths):
        return False
    if _SAME.match(lowered, answer.start, answer.end):
        return False
    if Holding.DISCLOSED in answer.holdings:
        # An answer without a word on holding counts as given, unless it says that nothing is kept.
        return len(answer.holdings) > 1 or not NOT_KEPT.search(lowered, answer.start, answer.end)
    if answer.holdings & _AGAINST:
        return False
    said = sum(
        one.end - one.start
        for one in holdings
        if answer.start <= one.start < answer.end and one.holding is Holding.HELD
    )
    unasked = not answer.questions and not _ARGUES.search(lowered, answer.start, answer.end)
    if Holding.ELSEWHERE in answer.holdings:
        return answer.pairing not in LOOSE
    return answer.end - answer.start - said > _LITTLE and (Holding.HELD in answer.holdings or unasked)


def _tells_one_of_two(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    holdings: Sequence[HoldingStatement],
    asked: Sequence[Passage | Question],
) -> bool:
    """Return True for "There were 61 calls" ahead of the refusal of another thing: only who asked for two can be given one."""
    against = [one.start for one in holdings if one.holding in {Holding.REFUSED, Holding.NCND}]
    request = " ".join(lowered[one.start : one.end] for one in asked) or " ".join(
        lowered[part.start : part.end] for part in paragraphs if part.zone is Zone.OPENING
    )
    if not against or not (len(asked) > 1 or " and " in request):
        return False
    wanted = words.content(request)
    for part in paragraphs:
        if part.zone is not Zone.REPLY or part.welsh or part.start > min(against):
            continue
        for one in part.sentences:
            if (
                one.end <= min(against)
                and _IS_SO.match(lowered, one.start, one.end)
                and not _ARGUES.search(lowered, one.start, one.end)
                and informing.informs(lowered, one)
                and wanted & words.content(lowered[one.start : one.end])
            ):
                return True
    return False


_IS_SO = re.compile(
    r"\W*(?:there\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+\s){0,2}?[\d\u00a3]|(?:the|our)\s(?:[\w-]+\s){1,5}?(?:is|was|were|are|came\sto|comes\sto|stood\sat)\s(?:about\s|some\s|exactly\s)?(?:[\d\u00a3]|\w+\s\w+\W*$))"
)


def _says_after(lowered: str, part: Paragraph) -> bool:
    """Return True for "We hold these. They were 61 tonnes.": a figure behind the word that it is held."""
    if part.zone not in {Zone.REPLY, Zone.OPENING} or part.welsh:
        return False
    for first, second in pairwise(part.sentences):
        held = lowered[first.start : first.end]
        if (_HELD.search(held) and not _ARGUES.search(held)) and _FIGURE.search(lowered, second.start, second.end):
            return informing.informs(lowered, second) and not (
                _ARGUES.search(lowered, second.start, second.end)
                or _KEEPS_BACK.search(lowered, second.start, second.end)
            )
    return False


_KEEPS_BACK = re.compile(
    r"\b(?:not|no|n't|unable)\b[^.;]{0,40}\b(?:held|hold|record\w*|kept|giv\w+|shar\w+|provid\w+)\b|\b\d+\s(?:pages|sheets)\b"
)


def has_figures(lowered: str, table: Table) -> bool:
    """Return True for a table with numbers that is not the estimate of a search."""
    if sum(cell.number is not None for row in table.rows for cell in row) < 2:
        return False
    return not re.search(r"\b(?:hours?|minutes?|mins?|estimate\w*|cost\sof)\b", lowered[table.start : table.end])
