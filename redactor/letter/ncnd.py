"""Neither confirm nor deny: each statement that does so, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import topics
from redactor.letter.model import Answer, Holding, HoldingStatement, Ncnd, Passage, Placed, Question

_SCOPE = re.compile(
    r"\b(?:whether|that|if)\b\s(?P<scope>[^.;]{4,260})|\b(?:in\s(?:relation|respect|regard)\s(?:to|of)|regarding|relating\sto|concerning|about)\s(?P<topic>[^.;,]{4,160})"
)
_TAIL = re.compile(
    r"\s?\b(?:by\svirtue|as\sthe\sduty|under\s(?:section|regulation)|pursuant|because|since|in\saccordance|this\sis|as\s(?:to|doing|this|it)\b)\b.*"
)
_POINTS = re.compile(
    r"\b(?:this|the|your|that)\s(?:\w+\s)?(?:question|request|part)|\b(?:you\s(?:have\s)?(?:asked|requested)|requested|relevant|within\s(?:its|the)\sscope|questions?\s\d)\b"
)
_OTHER = re.compile(
    r"\b(?:any\s)?(?:other|further|additional|more)\s(?:\w+\s){0,2}?(?:information|data|records?|material|details?)\b"
)
_LEADS = re.compile(
    r"\b(?:in\s(?:relation|respect|regard)\s(?:to|of)|regarding|as\s(?:to|regards)|with\s(?:regard|respect)\sto|relating\sto|for|concerning)\s"
)
_CONTRAST = {"covert": frozenset({"overt", "open"}), "overt": frozenset({"covert"}), "open": frozenset({"covert"})}
_EITHER = re.compile(r"\b([a-z]{4,})\s(?:or|and|/|versus)\s([a-z]{4,})\b")
_ENOUGH = 2
_SAYS_NOTHING = frozenset(
    topics.root(word)
    for word in [
        "scope",
        "kind",
        "nature",
        "description",
        "relevant",
        "material",
        "whatever",
        "sort",
        "falling",
        "fall",
        "pursuant",
        "people",
        "exists",
        "existence",
        "force",
        "council",
        "trust",
        "department",
        "university",
        "authority",
        "constabulary",
    ]
)
"""Words that every such statement has, and the authority itself."""


def statements(
    lowered: str,
    questions: Sequence[Question],
    answers: Sequence[Answer],
    holdings: Sequence[HoldingStatement],
    subjects: topics.Subjects,
) -> tuple[Ncnd, ...]:
    """Return the statements that neither confirm nor deny, each with its topic."""
    refusals = [one for one in holdings if one.holding is Holding.NCND]
    if not refusals:
        return ()
    against = opposites(lowered, questions)
    return tuple(_statement(lowered, one, questions, answers, against, subjects) for one in refusals)


def _statement(
    lowered: str,
    one: HoldingStatement,
    questions: Sequence[Question],
    answers: Sequence[Answer],
    against: dict[str, frozenset[str]],
    subjects: topics.Subjects,
) -> Ncnd:
    scope = _scope(lowered, one)
    about = subjects.of(scope.start, scope.end) - _SAYS_NOTHING if scope else frozenset[str]()
    led = led_in(lowered, one, one.cue.start)
    before = subjects.of(led.start, led.end) if led else frozenset[str]()
    belong = [question for at in one.answers for question in answers[at].questions]
    if not belong and len(questions) == 1:
        belong = [0]
    asked = frozenset[str]().union(
        *(subjects.of(p.start, p.end) for at in belong for p in _with_parents(questions, at))
    )
    points = scope is not None and bool(_POINTS.search(lowered, scope.start, scope.end))
    told = before | about
    narrow = frozenset(word for word in told if word in against and not against[word] & told)
    topic = before if len(before) >= _ENOUGH else before | (asked if points and asked else about)
    if len(topic) < _ENOUGH:
        topic |= asked
    topic -= _SAYS_NOTHING
    # "Openly or covertly?" and then "covert use: neither": open use is no part of the topic.
    topic -= frozenset[str]().union(*(against[word] for word in narrow))
    heads = _head(led if before else None, scope if about & topic else None, belong, questions, subjects)
    other = bool(_OTHER.search(lowered, one.start, one.end))
    return Ncnd(one.start, one.end, one.cue, scope, other, topic, narrow, one.answers, heads & topic)


def _with_parents(questions: Sequence[Question], at: int) -> list[Question]:
    found = [questions[at]]
    while (parent := found[-1].parent) is not None:
        found.append(questions[parent])
    return found


def _head(
    led: Passage | None,
    scope: Passage | None,
    belong: Sequence[int],
    questions: Sequence[Question],
    subjects: topics.Subjects,
) -> frozenset[str]:
    """Return the words that name the thing itself, from where the topic was taken."""
    told = led or scope
    of: Sequence[Placed] = (told,) if told is not None else [questions[at] for at in belong]
    return frozenset[str]().union(*(subjects.head(one.start, one.end, _SAYS_NOTHING) for one in of))


def _scope(lowered: str, one: HoldingStatement) -> Passage | None:
    match = _SCOPE.search(lowered, one.cue.end, one.end)
    if match is None:
        return None
    name = "scope" if match["scope"] else "topic"
    tail = _TAIL.search(lowered, match.start(name), match.end(name))
    return Passage(match.start(name), tail.start() if tail else match.end(name))


def led_in(lowered: str, one: Placed, cue: int) -> Passage | None:
    """Return the topic that a sentence names before it refuses: "in relation to the covert use of ..., X neither ..."."""
    leads = list(_LEADS.finditer(lowered, one.start, cue))
    if leads:
        lead = leads[-1]
        end = lowered.find(",", lead.end(), cue)
        return Passage(lead.start(), end if end > 0 else cue)
    colon = lowered.find(":", one.start, cue)
    return Passage(one.start, colon) if colon >= 0 else None


def opposites(lowered: str, questions: Sequence[Question]) -> dict[str, frozenset[str]]:
    """Return the words that stand against each other: covert and overt, and what a question parts by "or"."""
    found = {topics.root(word): frozenset(map(topics.root, others)) for word, others in _CONTRAST.items()}
    for question in questions:
        for match in _EITHER.finditer(lowered, question.start, question.end):
            one, other = topics.root(match[1]), topics.root(match[2])
            found[one] = found.get(one, frozenset()) | {other}
            found[other] = found.get(other, frozenset()) | {one}
    return found
