"""What a refusal to confirm or deny is about, so that the same subject is known again under another form of its name.

Followed are: inflection ("drones", "drone"), common derivations ("investigated", "investigator"; "hacking", "hackers"),
compounds however they are written ("watch-list", "watch list", "watchlist"), acronyms that the letter explains or that fit
words standing in it ("automated facial recognition", "AFR"), and a few that every officer knows. Not followed are other
words for the same thing ("informer" for "source"), derivations that change the root ("recognise", "recognition"), and
"it" or "they" beyond the question that is being answered.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from redactor.letter import words
from redactor.letter.model import Placed

Names = Mapping[str, frozenset[str]]
"""The root of an acronym in small letters, and the roots of the words that it stands for."""

_EXPLAINED = re.compile(r"\((?:the\s)?[\"'\u2018\u201c]?([A-Z][A-Za-z]{1,7})s?[\"'\u2019\u201d]?\)")
_EXPLAINS = re.compile(r"\b([A-Z]{2,6})s?\s\(([a-z][a-z\s'-]{5,60})\)")
_ACRONYM = re.compile(r"\b[A-Z]{3,5}(?=s?\b)")
_BEFORE = 90
_PAIR = re.compile(r"\b([a-z]{3,})(?=([\s-])([a-z]{3,}))")
_WORDS = re.compile(r"[a-z]{6,}")
_SMALL = re.compile(r"\b[a-z][a-z'-]+")
_THINGS = re.compile(
    r"\b(lists?|files?|registers?|logs?|orders?|units?|teams?|operations?|agreements?|policy|policies)\b"
)
"""Small nouns that are empty elsewhere and name a thing here."""
_PREPOSITION = re.compile(
    r"\b(?:on|about|at|in|of|for|from|regarding|relating\sto|concerning|by|with|into|between|against|around)\b"
)
_SUFFIXES = ("ational", "ator", "ation", "ative", "ance", "anc", "ary", "ism", "ist", "ant", "al", "at", "or", "iv")
_KNOWN = {
    "lfr": "live facial recognition",
    "rfr": "retrospective facial recognition",
    "frt": "facial recognition",
    "anpr": "number plate",
    "uav": "drones",
    "uavs": "drones",
    "uas": "drones",
    "rpas": "drones",
    "chis": "covert human intelligence",
    "informant": "covert human intelligence",
    "cctv": "cameras",
    "isp": "internet service provider",
}


# Surveillance is "directed" or "intrusive" only if it is covert: section 26 of the Regulation of Investigatory Powers Act 2000.
_COVERT = re.compile(r"\b(?:directed|intrusive)\ssurveillance\b")


@functools.lru_cache(maxsize=4096)
def root(word: str) -> str:
    """Return what a word's derivations share: "investig" of investigation, investigated and investigator."""
    found = words.stem(word)
    for suffix in _SUFFIXES:
        if found.endswith(suffix) and len(found) - len(suffix) >= 4:
            found = found[: -len(suffix)]
            break
    if len(found) == 4 and found.endswith("s") and not found.endswith("ss"):
        return found[:-1]
    doubled = len(found) > 3 and found[-1] == found[-2] and found[-1] in "bdgmnpt"
    return found[:-1] if doubled else found


def _roots(text: str) -> frozenset[str]:
    return frozenset(map(root, words.content(text))) - {""}


def _level(lowered: str) -> str:
    """Return a text of the same length in which a compound is written in one way, gaps filled up behind it."""
    known = {root(word) for word in _WORDS.findall(lowered)}
    pieces, at = [], 0
    for match in _PAIR.finditer(lowered):
        if match.start() < at:
            continue
        first, gap, second = match.groups()
        whole = first + second
        if len(whole) > 6 and root(whole) in known and root(whole) not in {root(first), root(second)}:
            end = match.end() + 1 + len(second)
            pieces += [lowered[at : match.start()], whole, " "]
            at = end
        elif gap == "-":
            pieces += [lowered[at : match.end()], " "]
            at = match.end() + 1
    return "".join([*pieces, lowered[at:]])


def _acronyms(text: str, flat: str) -> Names:
    """Return the acronyms of a letter with the roots of their words; those it explains before those commonly known."""
    found = {short: _roots(long) for short, long in _KNOWN.items()}
    for match in _EXPLAINED.finditer(text):
        short = match[1].lower()
        long = re.findall(r"[a-z][\w']*", flat[max(0, match.start() - _BEFORE) : match.start()])
        wanted = [one for one in long if one not in {"and", "of", "the", "for", "to", "in"}]
        for count in range(min(len(wanted), 8), 0, -1):
            if "".join(one[0] for one in wanted[-count:]) == short:
                found[short] = _roots(" ".join(wanted[-count:]))
                break
    for match in _EXPLAINS.finditer(text):
        if "".join(one[0] for one in match[2].replace("-", " ").split()).startswith(match[1].lower()):
            found[match[1].lower()] = _roots(match[2])
    for short in {one.lower() for one in _ACRONYM.findall(text)} - found.keys():
        stands = re.search(r"\b" + r"\s".join(f"{char}[a-z]{{2,}}" for char in short), flat)
        if stands:
            found[short] = _roots(stands[0])
    return {root(short): long for short, long in found.items()}


class Subjects:
    """The words of one letter by which its subjects are compared; most letters never ask, and then nothing is read."""

    def __init__(self, text: str, lowered: str) -> None:
        self._text, self._lowered = text, lowered

    @functools.cached_property
    def flat(self) -> str:
        """Return the text in small letters with compounds levelled, each place where it was."""
        return _level(self._lowered)

    @functools.cached_property
    def names(self) -> Names:
        """Return the acronyms and what they stand for."""
        return _acronyms(self._text, self.flat)

    def of(self, start: int, end: int) -> frozenset[str]:
        """Return the roots of the content words of a range, things named included, with what its acronyms stand for."""
        text = self.flat[start:end]
        found = _roots(text) | {root(one) for one in _THINGS.findall(text)}
        more: set[str] = {"covert"} if _COVERT.search(text) else set()
        for short in found & self.names.keys():
            more |= self.names[short]
        return found | more

    def capitals(self, parts: Iterable[Placed]) -> frozenset[str]:
        """Return the roots of the proper names in some parts."""
        named = (words.names(self._text[one.start : one.end]) for one in parts)
        return frozenset(root(name) for names in named for name in names)

    def proper(self, capitals: frozenset[str], own: Iterable[Placed]) -> frozenset[str]:
        """Return those that never stand in small letters, but for the names in its ``own`` parts and for acronyms."""
        small = {root(word) for word in _SMALL.findall(self._text)}
        headed = {root(name) for one in own for name in words.names("x " + self._text[one.start : one.end])}
        return capitals - small - headed - self.names.keys()

    def head(self, start: int, end: int, empty: frozenset[str]) -> frozenset[str]:
        """Return the content words before the first preposition that has any before it: the thing asked about."""
        at = start
        for match in _PREPOSITION.finditer(self.flat, start, end):
            found = self.of(at, match.start()) - empty
            if found:
                return found
            at = match.end()
        return self.of(at, end) - empty
