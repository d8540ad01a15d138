"""One question that asks several things: "how many there are, what they cost and, if any closed, when and why"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from redactor.letter import words
from redactor.letter.model import Passage

_ASKS = r"(?:how|what|which|who|whom|whose|when|where|why|whether|if\s(?:so|any|not|it|they|there|yes|more|less)|on\swhat|at\swhat|by\swhom|in\swhich)\b"
_CUT = re.compile(
    rf"(?:[,;:?]\s*(?:and|or|but|also|then|please)?,?\s*|\s(?:and|or),?\s)(?=(?:also\s|then\s|,\s)?{_ASKS})|[,;]?\s\(?[a-h]\)\s|;\s+(?:and\s)?"
)
_LISTED = re.compile(
    r"(?:,|;|\sand|\sor|\stogether\swith|\sas\swell\sas)\s(?:and\s|or\s|also\s|for\s|finally\s)*(?=(?:the|any|all|an?|your|each|every|its|their|cop(?:y|ies)|details|minutes|correspondence|e-?mails|letters|reports|names|numbers?|figures|records|dates)\s\w)"
)
_CONDITION = re.compile(r"(?:if|where)\s(?!so\b|not\b|yes\b)[^?]*,\s*$")
_FIGURE = re.compile(
    r"\d|\b(?:none|nil|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\b"
)
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b\d{1,2}/\d|\b(?:week|month|year|day|daily|never|since|ago)\w*\b"
)
_REASON = re.compile(r"\b(?:because|since|as|due|owing|reasons?|so\sthat|in\sorder|following|after|result|caused?)\b")
_NAME = re.compile(r"(?<![.?!:]\s)(?<!^)\b[A-Z][\w&'-]+")
_WANTS = (
    (
        re.compile(r"\bhow\s(?:many|much|long|often|old|far)\b|\b(?:number|cost|costs|costing|spent|amount|total)\b"),
        "figure",
    ),
    (re.compile(r"\bwhen\b|\bdates?\b|\bwhat\s(?:day|month|year)\b"), "day"),
    (re.compile(r"\bwhy\b|\breasons?\b"), "reason"),
    (
        re.compile(
            r"\bwho\b|\bwhom\b|\bwhose\b|\bnames?\b|\bwhich\s(?:compan|contractor|supplier|firm|organisation|officer|person|provider)\w*"
        ),
        "name",
    ),
)
_OWN_WORDS = 2
_LONGEST = 900
"""Characters of an answer above which nobody can say by its words that a part was left out."""


def parts(text: str, lowered: str, start: int, end: int) -> list[Passage]:
    """Return the things that a question asks, one alone where it asks one."""
    cuts = [match.end() for match in _CUT.finditer(lowered, start, end)]
    # "If any closed, when": the condition asks nothing by itself.
    cuts = [cut for n, cut in enumerate(cuts) if not n or not _CONDITION.match(lowered, cuts[n - 1], cut)]
    edges = [start, *cuts, end]
    found = []
    for first, last in pairwise(edges):
        while last > first and text[last - 1] in " ,;:(?\"'\n\t":
            last -= 1
        if last > first:
            found.append(Passage(first, last))
    return found


def listed(text: str, lowered: str, start: int, end: int) -> list[Passage]:
    """Return the things that a loose request lists: "the minutes of the board, the cost of the boiler and any letters"."""
    found = []
    for one in parts(text, lowered, start, end):
        cuts = list(_LISTED.finditer(lowered, one.start, one.end))
        starts = [one.start, *(cut.end() for cut in cuts)]
        found += [Passage(*edges) for edges in zip(starts, [*(cut.start() for cut in cuts), one.end], strict=True)]
    return found


def passed_by(
    lowered: str, asked: Sequence[Passage], heads: frozenset[str], said: Sequence[frozenset[str]]
) -> list[Passage]:
    """Return the things listed that no head names and no answer takes up, where others are.

    One word of it that returns in an answer about something else takes nothing up; half of its own words do.
    """
    every = [words.content(lowered[one.start : one.end]) for one in asked]
    silent = []
    for at, one in enumerate(asked):
        own = every[at] - frozenset[str]().union(*(other for n, other in enumerate(every) if n != at))
        met = max((len(own & answer) for answer in said), default=0)
        if len(own) >= _OWN_WORDS and not own & heads and met * 2 < len(own):
            silent.append(one)
    return silent if len(silent) < len(asked) else []


def left_out(text: str, lowered: str, question: Passage, answers: Sequence[Passage]) -> list[Passage]:
    """Return the parts of a question of which the answers have neither a word nor the sort of thing that is asked for.

    Nothing is said of a question with one part, of a long answer, and where no other part is taken up.
    """
    asked = parts(text, lowered, question.start, question.end)
    if len(asked) < 2 or sum(one.end - one.start for one in answers) > _LONGEST:
        return []
    said = " ".join(text[one.start : one.end] for one in answers)
    heard = words.content(said.lower())
    every = [words.content(lowered[one.start : one.end]) for one in asked]
    silent, taken = [], 0
    for at, one in enumerate(asked):
        own = every[at] - frozenset[str]().union(*(other for n, other in enumerate(every) if n != at))
        if every[at] & heard:
            taken += 1
        elif len(own) >= _OWN_WORDS and not _given(lowered[one.start : one.end], said):
            silent.append(one)
    return silent if taken else []


def _given(asked: str, said: str) -> bool:
    """Return True where an answer has what the asking word wants, or where nobody can tell what it wants."""
    wanted = [kind for pattern, kind in _WANTS if pattern.search(asked)]
    lowered = said.lower()
    has = {
        "figure": bool(_FIGURE.search(lowered)),
        "day": bool(_DAY.search(lowered)),
        "reason": bool(_REASON.search(lowered)),
        "name": bool(_NAME.search(said)),
    }
    return not wanted or any(has[kind] for kind in wanted)
