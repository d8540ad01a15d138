"""What a name looks like on the page, and which capitalised words are none.

Used where the place in the letter already says "a name stands here": after "Dear", after "From:", after a rank.
"""

from __future__ import annotations

import re
import sys
from typing import Final

from recognizers.names import COURTESY_PATTERN, NOT_NAME_WORDS, RANK_PATTERN, ROLE_WORDS
from recognizers.person_name import AFTER_NAME

# Python's re has no class for capital letters; Latin, Greek and Cyrillic suffice for names written in UK letters.
CAPITAL: Final = "".join(chr(code) for code in range(0x41, min(0x530, sys.maxunicode)) if chr(code).isupper())
SMALL_PARTICLE: Final = r"(?:van|von|de|der|den|del|della|di|da|do|dos|du|la|le|bin|ibn|bint|al|el|ap|ab|ten|ter|y)"
# "O'Neill", "Smith-Jones", "McDonald", "J.", "J.P.", "HOLLOWAY". Possessive quantifiers: a word is never read twice, so
# that hostile text takes no longer than its length.
WORD: Final = rf"(?:[{CAPITAL}](?:\.(?:[ ]?[{CAPITAL}]\.){{0,4}}+|[^\W\d_]*+(?:[-‐‑'’][^\W\d_]++){{0,4}}+))"
_SPACE: Final = r"[ \xa0]{1,3}"
NAME: Final = rf"{WORD}(?:{_SPACE}(?:{SMALL_PARTICLE}{_SPACE}){{0,2}}{WORD}){{0,4}}"
TITLE: Final = rf"(?:{RANK_PATTERN}(?:[ ](?:\d{{1,6}}|[A-Z]{{1,2}}\d{{1,5}}))?|{COURTESY_PATTERN})"

_WORDS = re.compile(r"[^\s,;/&()]+")
# "MBE", "QPM", "PhD" and the like, one or more, at the end.
_AFTER = re.compile(rf"(?:[ \t]+(?:{'|'.join(sorted(AFTER_NAME - {'ms', 'ma', 'ba', 'dl'}))}))+$", re.IGNORECASE)
# "WhatTheyCanSee": three humps; "MacDonald" and "DeLaCruz" have no more than people have.
_CAMEL = re.compile(r"(?!(?:De|Di|Da|Du|Van|Von|Le|La|St|Mac|Mc|O|Al|El)[A-Z])[A-Z][a-z]+[A-Z][a-z]+[A-Z][a-z]+")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")


def plain(word: str) -> str:
    """Return a word in lower case without its punctuation and possessive."""
    return _POSSESSIVE.sub("", word.strip('.,:;()"“”')).strip("'’").lower()


def is_not_name(word: str) -> bool:
    """Say whether a capitalised word belongs to posts, organisations, headings or documents."""
    if _CAMEL.match(word):
        return True
    bare = plain(word)
    return bare in NOT_NAME_WORDS or bare in ROLE_WORDS or not any(c.isalpha() for c in bare)


def name_extent(words: str, *, titled: bool = False) -> int:
    """Return how many characters of ``words`` are a person's name: all, a beginning, or 0.

    Args:
        words: capitalised words, without title.
        titled: a title stands before them, so the first is a name whatever else it means ("Mr Bank"), unless it
            completes an office ("Lord Chancellor").
    """
    words = _AFTER.sub("", words)
    end = 0
    for number, match in enumerate(_WORDS.finditer(words)):
        if is_not_name(match.group()) and not (titled and number == 0 and plain(match.group()) not in ROLE_WORDS):
            break
        end = match.end()
    if not titled and end < len(words.rstrip()):
        return 0
    extent = words[:end]
    if possessive := _POSSESSIVE.search(extent):
        end = possessive.start()
    return end if sum(c.isalpha() for c in words[:end]) >= 2 else 0
