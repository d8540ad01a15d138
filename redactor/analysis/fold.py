"""Make differently written characters equal, so that a name typeset with a ligature is still found.

What is folded, and why:

* compatibility forms, ligatures, full-width letters and digits by NFKC (Unicode Standard Annex #15); accents are
  composed and kept, since they are part of a name. Superscript and subscript digits stay as they are: a footnote mark
  behind a telephone number must not become a digit of it.
* soft hyphens, zero-width characters, bidirectional controls, variation selectors and control codes are dropped.
* every kind of space becomes one space; a run of them becomes one, or a tab where it holds a tab (a cell boundary).
* curly quotes and primes become straight; hyphens, minus and figure dash become "-"; an en dash becomes "-" only
  between two letters or digits, where it joins (01632–960123); elsewhere en and em dashes are punctuation and stay.
* Cyrillic and Greek look-alikes become Latin only inside a word that mixes scripts, or a token with "@".
* letters set wide apart ("H o l l o w a y", four or more) become one word, digits from six on.

Folding twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

Folded = tuple[str, Sequence[int], Sequence[int]]
"""Folded text, and for each of its characters where its raw characters start and end."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LIKE = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4\u0060\uff07",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02",
    "-": "\u2010\u2011\u2012\u2212\u2043\ufe63\uff0d",
    "/": "\u2044\u2215",
    " ": _SPACES,
}
_ONE_TO_ONE = {ord(char): plain for plain, chars in _LIKE.items() for char in chars}
_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\U000e0000-\U000e01ef]"
)
_KEPT = frozenset(
    "\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079" + "".join(map(chr, range(0x2080, 0x208A)))
)
_AWKWARD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f`]|[ \t]{2}|(?<![^\s(])[^\W_] [^\W_] [^\W_] [^\W_](?!\w)")
_RUN = re.compile(r"[ \t]{2,}")
_WIDE = re.compile(r"(?<![^\s(])(?:(?:[^\W\d_] ){3,}[^\W\d_]|(?:\d ){5,}\d)(?!\w)")
_EN_DASH = re.compile(r"(?<=[^\W_])\u2013(?=[^\W_])")
_WORD = re.compile(r"\S+")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

# Letters that look the same in most text faces (a subset of Unicode Technical Standard #39's confusables).
_LOOKALIKES = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u0430\u0435\u043e"
    "\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u04cf"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03b9\u03c1"
    "\u03b1\u03f2\u03f3",
    "ABEKMHOPCTYXSIJaeopcyxsijhdqwlABEZHIKMNOPTYXovipacj",
)


def fold(text: str) -> str:
    """Return one line of text folded."""
    return fold_line(text, 0)[0]


def fold_line(raw: str, base: int) -> Folded:
    """Fold one line whose first character is the segment's character ``base``; blank ends are cut off."""
    left = len(raw) - len(raw.lstrip())
    raw = raw.strip()
    base += left
    if raw.isascii():
        if not _AWKWARD.search(raw):
            return raw, range(base, base + len(raw)), range(base + 1, base + len(raw) + 1)
        text = raw.translate(_ONE_TO_ONE)
    else:
        text = raw.translate(_ONE_TO_ONE)
    if unicodedata.is_normalized("NFKC", text) and not _DROPPED.search(text):
        starts, ends = list(range(base, base + len(text))), list(range(base + 1, base + len(text) + 1))
    else:
        text, starts, ends = _by_cluster(raw, base)
    if not text.isascii():
        text = _same_length(text)
    # Wide-set words first: between two of them stands a wider gap, and that is how they are told apart.
    text, starts, ends = _cut(_WIDE, text, starts, ends)
    text, starts, ends = _cut(_RUN, text, starts, ends)
    lead, trail = len(text) - len(text.lstrip()), len(text.rstrip())
    return text[lead:trail], starts[lead:trail], ends[lead:trail]


def _by_cluster(raw: str, base: int) -> tuple[str, list[int], list[int]]:
    """Normalise letter by letter, an accent together with the letter it stands on."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, size = 0, len(raw)
    while at < size:
        end = at + 1
        while end < size and (unicodedata.combining(raw[end]) or _DROPPED.match(raw[end])):
            end += 1
        cluster = _DROPPED.sub("", raw[at:end])
        if cluster not in _KEPT:
            cluster = unicodedata.normalize("NFKC", cluster.translate(_ONE_TO_ONE)).translate(_ONE_TO_ONE)
        out.append(cluster)
        starts.extend([base + at] * len(cluster))
        ends.extend([base + end] * len(cluster))
        at = end
    return "".join(out), starts, ends


def _same_length(text: str) -> str:
    """Fold what depends on its neighbours and keeps its length: joining en dashes and look-alike letters."""
    text = _EN_DASH.sub("-", text)
    if not _FOREIGN.search(text):
        return text
    return _WORD.sub(lambda match: _without_lookalikes(match[0]), text)


def _without_lookalikes(token: str) -> str:
    if "@" in token or (_LATIN.search(token) and _FOREIGN.search(token)):
        return token.translate(_LOOKALIKES)
    return token


def _cut(pattern: re.Pattern[str], text: str, starts: list[int], ends: list[int]) -> tuple[str, list[int], list[int]]:
    """Shorten each match: a run of white to its strongest character, a wide-set word to its letters."""
    if not pattern.search(text):
        return text, starts, ends
    out: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        first, last = match.span()
        out.append(text[at:first])
        new_starts += starts[at:first]
        new_ends += ends[at:first]
        if pattern is _RUN:
            out.append("\t" if "\t" in match[0] else " ")
            new_starts.append(starts[first])
            new_ends.append(ends[last - 1])
        else:
            out.append(match[0][::2])
            new_starts += starts[first:last:2]
            new_ends += ends[first:last:2]
        at = last
    out.append(text[at:])
    return "".join(out), new_starts + starts[at:], new_ends + ends[at:]
