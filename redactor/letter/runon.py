"""Several numbered questions or answers that run on in one paragraph, such as "Q1. How many? Q2. What did they cost?".

A number within a paragraph counts only behind the end of a sentence, and only as the next of a sequence that begins at
the head of the paragraph, behind a colon, or with 1: a section or a sum that ends up there continues no sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEHIND = r"(?:(?<=[.?!:;])|(?<=[.?!:;][\"')\u201d\u2019]))[ \t\n]+"
_NUMBER = r"(?P<number>\d{1,2})(?P<letter>[a-h])?"
_INSIDE = re.compile(
    rf"{_BEHIND}(?P<mark>[\"'\u201c\u2018]?(?:"
    rf"(?P<worded>(?:Q|Qu|Question|QUESTION|A|Ans|Answer|ANSWER|Response|Reply|Part|Point)(?:\s(?:to|for)\s(?:[Qq]uestion|Q))?\.?\s?(?:[Nn]o\.?\s?)?)\(?{_NUMBER}\)?(?:\s?[.:)\u2013-]+\s|\s(?=[A-Z\u00a3\d\"'\u201c\u2018]))"
    r"|(?P<plain>\d{1,2})[.)]\s+(?=[A-Z\u00a3\"'\u201c\u2018])"
    r"|\((?P<round>\d{1,2})\)\s+(?=[A-Z\d\u00a3\"'\u201c\u2018])"
    r"|(?P<marker>(?:(?:Our|The)\s)?(?:Response|Answer|Reply|RESPONSE|ANSWER|REPLY)|A|Q|Question|Request)\s?[:\u2013]\s"
    r"))"
)
_HEAD = re.compile(
    r"[\"'\u201c\u2018]?(?:(?P<worded>(?:q|qu|question|a|ans|answer|response|reply|part|point)(?:\s(?:to|for)\s(?:question|q))?\.?\s?(?:no\.?\s?)?)?"
    r"\(?(?P<number>\d{1,2})[a-h]?\)?\s?[.:)\u2013-])"
)
_ASKED = re.compile(
    r"[\"'\u201c\u2018]?(?:you\s(?:\w+\s)?(?:asked|requested)|(?:your\s)?(?:question|request|query)|q)\b"
)
_COLON = re.compile(
    r"[\"'\u201c\u2018]?(?:you\s(?:\w+\s){0,2}?(?:asked|requested)(?:\s\w+){0,2}|(?:your|the)\s(?:\w+\s)?(?:question|request|query))\s?[:\u2013-]\s"
)
_REQUESTERS = re.compile(
    r"\b(?:my|me|i'd|i\s(?!(?:can|do|hold|withhold|refuse|have)\b)|please\s(?!(?:find|see|note)\b)|thanks?\b)"
)
_QUOTES = "\"'\u201d\u2019"
LISTS = re.compile(
    r"\b(?:exemptions?|exceptions?|reasons?|grounds?|factors?|considerations?|following\ssections?|conditions?|criteria|steps|categories|limbs?)\b"
)
"""What is numbered and is neither question nor answer."""
_LEAST, _LEAD = 2, 80


def starts(text: str, lowered: str, start: int, end: int) -> list[int]:
    """Return where within a paragraph each further question or answer begins; none for an ordinary paragraph."""
    if end - start < 12:
        return []
    found = list(_INSIDE.finditer(text, start, end))
    if not found:
        return _told(text, lowered, start, end)
    head = _HEAD.match(lowered, start, end)
    for kind in ("worded", "plain", "round"):
        if cuts := _sequence(text, kind, head, found, start):
            return sorted(cuts)
    return list(_answer(lowered, found, start)) or _told(text, lowered, start, end)


def _sequence(text: str, kind: str, head: re.Match[str] | None, found: list[re.Match[str]], start: int) -> list[int]:
    """Return the numbers of one kind that run on from the head of the paragraph, or from 1 behind a colon."""
    last = int(head["number"]) if head is not None and bool(head["worded"]) == (kind == "worded") else None
    runs = 0 if last is None else 1
    cuts: list[int] = []
    for match in found:
        written = match["number"] if kind == "worded" and match["worded"] else match[kind] if kind != "worded" else None
        if written is None:
            continue
        number = int(written)
        answers = kind == "worded" and number == last and match["worded"][0] in "AR"
        parts = kind == "worded" and number == last and match["letter"] is not None
        first = last is None and number == 1 and (kind == "worded" or _announces(text, start, match.start()))
        if first or answers or parts or (last is not None and number == last + 1):
            cuts.append(match.start("mark"))
            last, runs = number, runs + 1
    # "Our answers follow. Question 1: How many?": the others stand on lines of their own.
    alone = bool(cuts) and kind == "worded" and last == 1 and text.startswith("Q", cuts[0])
    return cuts if runs >= _LEAST or alone else []


def _announces(text: str, start: int, end: int) -> bool:
    """Return True where a colon leads on to a list that is not one of reasons."""
    return text[end - 1] == ":" and not LISTS.search(text[max(start, end - _LEAD) : end].lower())


def _answer(lowered: str, found: list[re.Match[str]], start: int) -> Iterator[int]:
    """Yield where "Response:" begins behind "You asked: ...?" in one paragraph."""
    if not _ASKED.match(lowered, start):
        return
    for match in found:
        if match["marker"]:
            yield match.start("mark")


def _told(text: str, lowered: str, start: int, end: int) -> list[int]:
    """Return where the answer begins behind "You asked: ...?" without a word that says so."""
    asked = _COLON.match(lowered, start, end)
    mark = text.rfind("?", start, end) if asked else -1
    if mark < 0:
        return []
    rest = mark + 1
    while rest < end and (text[rest].isspace() or text[rest] in _QUOTES):
        rest += 1
    return [rest] if rest < end and not _REQUESTERS.search(lowered, rest, end) else []
