"""What a refusal to confirm or deny is about, so that the same subject is known again under another name.

Acronyms that the letter explains ("live facial recognition (LFR)") and a few that every officer knows stand for their
words; small nouns that are empty elsewhere (list, file, register) name a thing here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from redactor.letter import words

Names = Mapping[str, frozenset[str]]
"""An acronym in small letters and the stems of the words that it stands for."""

_EXPLAINED = re.compile(r"\((?:the\s)?[\"'\u2018\u201c]?([A-Z][A-Za-z]{1,7})s?[\"'\u2019\u201d]?\)")
_BEFORE = 90
_THINGS = re.compile(
    r"\b(lists?|files?|registers?|logs?|orders?|units?|teams?|operations?|agreements?|policy|policies)\b"
)
_PREPOSITION = re.compile(
    r"\b(?:on|about|at|in|of|for|from|regarding|relating\sto|concerning|by|with|into|between|against|around)\b"
)
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


def names(text: str) -> Names:
    """Return the acronyms of a letter with the stems of their words; those it explains before those commonly known."""
    found = {short: words.content(long) for short, long in _KNOWN.items()}
    for match in _EXPLAINED.finditer(text):
        short = match[1].lower()
        long = re.findall(r"[a-z][\w']*", text[max(0, match.start() - _BEFORE) : match.start()].lower())
        wanted = [one for one in long if one not in {"and", "of", "the", "for", "to", "in"}]
        for count in range(min(len(wanted), 8), 0, -1):
            if "".join(one[0] for one in wanted[-count:]) == short:
                found[short] = words.content(" ".join(wanted[-count:]))
                break
    return found


def content(lowered: str, known: Names) -> frozenset[str]:
    """Return the content words of a text, things named included, with what its acronyms stand for."""
    found = words.content(lowered) | {words.stem(one) for one in _THINGS.findall(lowered)}
    more: set[str] = set()
    for short, long in known.items():
        if long and (short in found or words.stem(short) in found or short.rstrip("s") in found):
            more |= long
    return found | more


def head(lowered: str, known: Names, empty: frozenset[str]) -> frozenset[str]:
    """Return the content words before the first preposition that has any before it: the thing asked about."""
    for piece in _PREPOSITION.split(lowered):
        found = content(piece, known) - empty
        if found:
            return found
    return frozenset()
