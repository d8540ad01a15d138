"""Texts made harder before they are learnt: other names, lost capitals, broken lines, misread letters.

A small model remembers the names it saw. Put names of many cultures into real sentences and it must read the
sentence instead. Every change keeps the spans on the names they marked.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from training.corpora import Labelled, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’\-‐][^\W\d_]+)*")
_SPACED = re.compile(r"(?<=\S) (?=\S)")
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Judge|Justice|Cllr|PC|DC|DS|DI)\.? ?$")
_LONGEST: Final = 40
_LETTERS: Final = "ABCDEFGHIJKLMNOPRSTVWYZ"
# One character for one, so that spans need no moving: what scanners confuse.
_MISREAD: Final = {"l": "1", "I": "l", "O": "0", "o": "0", "e": "c", "c": "e", "i": "l", "S": "5", "B": "8", "h": "b"}


@dataclass(frozen=True, slots=True)
class Chances:
    """How often a text is changed, each from 0 to 1 and each drawn by itself."""

    swap: float = 0.4
    swap_place: float = 0.3
    lower: float = 0.05
    upper: float = 0.05
    headline: float = 0.04
    upper_family: float = 0.03
    wrap: float = 0.15
    misread: float = 0.03


@dataclass(frozen=True, slots=True)
class NamePool:
    """What names are exchanged for, each as often as it should be drawn.

    Attributes:
        given, family: first and last words of people's names.
        places, bodies: whole names. They are exchanged too, or a strange word would always be a person.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    @classmethod
    def of(cls, items: Iterable[Labelled]) -> NamePool:
        """Collect the first and last words of full names, and all places and bodies, each once, in a fixed order."""
        given: set[str] = set()
        family: set[str] = set()
        whole: dict[str, set[str]] = {"LOC": set(), "ORG": set()}
        for item in items:
            for start, end, label in item.spans:
                name = item.text[start:end]
                words = _WORD.findall(name)
                if label in whole and name[0].isupper() and len(name) <= _LONGEST and "\n" not in name:
                    whole[label].add(name)
                if label == "PERSON" and 2 <= len(words) <= 4 and all(w[0].isupper() for w in (words[0], words[-1])):
                    given.update(w.capitalize() if w.isupper() else w for w in words[:1] if len(w) > 1)
                    family.update(w.capitalize() if w.isupper() else w for w in words[-1:] if len(w) > 1)
        return cls(*(tuple(sorted(s)) for s in (given, family, whole["LOC"], whole["ORG"])))


def changed(item: Labelled, pool: NamePool, rng: random.Random, *, chances: Chances) -> Labelled:
    """Return the text with some of the changes, drawn with ``rng``."""
    if rng.random() < chances.swap:
        item = with_other_names(item, pool, rng)
    if rng.random() < chances.swap_place:
        item = with_other_places(item, pool, rng)
    draw = rng.random()
    if draw < chances.lower:
        item = _same_length(item, item.text.lower())
    elif draw < chances.lower + chances.upper:
        item = _same_length(item, item.text.upper())
    elif draw < chances.lower + chances.upper + chances.upper_family:
        item = _family_in_capitals(item)
    elif draw < chances.lower + chances.upper + chances.upper_family + chances.headline:
        # Where every word has a capital, a capital says nothing: headings teach not to trust it.
        item = _same_length(item, _WORD.sub(lambda m: m.group()[0].upper() + m.group()[1:], item.text))
    if rng.random() < chances.wrap:
        item = wrapped(item, width=rng.randint(30, 100))
    if rng.random() < chances.misread:
        item = _misread(item, rng)
    return item


def with_other_names(item: Labelled, pool: NamePool, rng: random.Random) -> Labelled:
    """Return the text with every person's name exchanged, the same word for the same word throughout."""
    known: dict[str, str] = {}
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    # Whole names first, so that a family name standing alone later is still a family name.
    names = [item.text[s:e] for s, e, label in item.spans if label == "PERSON"]
    for name in sorted(names, key=lambda n: -len(n.split())):
        words = _WORD.findall(name)
        for number, word in enumerate(words):
            if word.casefold() not in known:
                last = number == len(words) - 1 and len(words) > 1
                known[word.casefold()] = rng.choice(pool.family if last else pool.given)
    for start, end, label in item.spans:
        before, name = item.text[at:start], item.text[start:end]
        if label == "PERSON":
            titled = _TITLE_BEFORE.search(item.text[max(0, start - 12) : start]) is not None
            if titled and len(_WORD.findall(name)) == 1 and sum(n.endswith(name) for n in names) == names.count(name):
                known[name.casefold()] = rng.choice(pool.family)
            several = len(_WORD.findall(name)) > 1
            name = _WORD.sub(lambda m: _instead(m.group(), known, rng, several=several), name)  # noqa: B023
        parts += [before, name]
        length += len(before)
        spans.append((length, length + len(name), label))
        length += len(name)
        at = end
    parts.append(item.text[at:])
    return Labelled("".join(parts), tuple(spans))


def with_other_places(item: Labelled, pool: NamePool, rng: random.Random) -> Labelled:
    """Return the text with its places and bodies exchanged, the same name for the same name throughout."""
    instead: dict[str, str] = {}
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for start, end, label in item.spans:
        before, name = item.text[at:start], item.text[start:end]
        choices = {"LOC": pool.places, "ORG": pool.bodies}.get(label, ())
        if choices and name[0].isupper():
            name = instead.setdefault(name, rng.choice(choices))
        parts += [before, name]
        length += len(before)
        spans.append((length, length + len(name), label))
        length += len(name)
        at = end
    return Labelled("".join([*parts, item.text[at:]]), tuple(spans))


def wrapped(item: Labelled, *, width: int) -> Labelled:
    """Return the text with line ends in place of spaces, as a PDF page breaks it; names are broken like the rest."""
    letters = list(item.text)
    line_start = 0
    last_space = -1
    for match in re.finditer(r"[ \n]", item.text):
        at = match.start()
        if at - line_start > width and last_space > line_start:
            letters[last_space] = "\n"
            line_start = last_space + 1
        if match.group() == "\n":
            line_start, last_space = at + 1, -1
        elif _SPACED.match(item.text, at):
            last_space = at
    return replace(item, text="".join(letters))


def _instead(word: str, known: dict[str, str], rng: random.Random, *, several: bool) -> str:
    if len(word) == 1:
        return rng.choice(_LETTERS) if word.isupper() else word
    if several and word.islower():
        return word
    other = known[word.casefold()]
    if word.isupper():
        return other.upper()
    return other.lower() if word.islower() else other


def _family_in_capitals(item: Labelled) -> Labelled:
    text = item.text
    for start, end, label in item.spans:
        words = list(_WORD.finditer(text, start, end))
        if label == "PERSON" and len(words) > 1 and len(upper := words[-1].group().upper()) == len(words[-1].group()):
            text = text[: words[-1].start()] + upper + text[words[-1].end() :]
    return replace(item, text=text)


def _misread(item: Labelled, rng: random.Random) -> Labelled:
    text = "".join(_MISREAD.get(c, c) if rng.random() < 0.04 else c for c in item.text)
    return replace(item, text=text)


def _same_length(item: Labelled, text: str) -> Labelled:
    # A few letters change their length with their case ("ß"): then spans would slip.
    return replace(item, text=text) if len(text) == len(item.text) else item
