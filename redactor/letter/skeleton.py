"""A sentence reduced to what its words are: "The Trust does not, however, keep any such record" is "we not hold info".

Patterns on skeletons are short and general: word classes instead of words, and no articles, adverbs or auxiliaries
between them. Each class keeps the place of its word, so what a pattern finds can be shown in the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from redactor.letter.lexicon import CLASSES, DROPPED, NOUNS, PHRASES, VERBAL
from redactor.letter.model import Passage

_TOKEN = re.compile(
    rf"\b(?P<phrase>{'|'.join(sorted(map(re.escape, PHRASES), key=len, reverse=True))})\b|"
    r"(?P<mail>[\w.+-]+@\w[\w.-]+\w)|(?P<web>https?://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:gov|org|co|ac|nhs|scot|uk|com|police|example)\b[\w./-]*)|"
    r"(?P<law>\b(?:sections?|ss?\.?|regulations?|regs?\.?)\s?(?P<number>\d{1,2}[a-z]?\b)(?:\s?\([0-9a-z]{1,5}\))*)|"
    r"(?P<money>\u00a3\s?\d[\d,.]*)|(?P<figure>\d[\d,.]*\d(?:st|nd|rd|th|m|k)?\b|\d(?:st|nd|rd|th)?\b)|(?P<word>[a-z][a-z.]*[a-z](?:-[a-z]+)*(?:['\u2019][a-z]+)?|[a-z](?:['\u2019][a-z]+)?)|(?P<mark>[.,;:?()\u2013\u2014]|\s-\s)"
)
_SHORT = {"ve": (), "ll": ("will",), "re": ("be",), "m": ("be",), "d": ("would",)}
_BE = frozenset({"isn", "aren", "wasn", "weren"})
_IS_IT = frozenset({"it", "that", "this", "there", "what", "here", "who", "where"})
# Where one of these stands before it, a word that may be either is a verb: "we record", "not list", "to report".
_BEFORE_VERB = frozenset(
    {"we", "you", "not", "to", "will", "would", "may", "can", "who", "have", "there", "pron", "should"}
)
_NOUNS_BEFORE = frozenset({"a", "an", "the", "your", "our", "my", "its", "no", "this", "that", "these", "any"})
_PLAIN = ("se", "ge", "ch", "ck", "er", "im", "al", "rt", "ew", "st")
_MAIN_HAVE = frozenset(
    {"info", "no", "pron", "_", "num", "request", "we", "money", "year", ",", ";", "of", "other", "more", "you", "your"}
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The classes of a sentence's words, between spaces, and where each word stands in the letter."""

    text: str
    places: tuple[int, ...] = field(repr=False)
    """Where in ``text`` each class begins."""
    words: tuple[tuple[int, int], ...] = field(repr=False)
    """The letter's range of each class."""

    def passage(self, match: re.Match[str]) -> Passage:
        """Return the letter's words from the first to the last class of a match."""
        first = max(bisect_right(self.places, match.start() + 1) - 1, 0)
        last = max(bisect_right(self.places, max(match.end() - 2, match.start() + 1)) - 1, first)
        return Passage(self.words[first][0], self.words[last][1])


def read(lowered: str, start: int, end: int) -> Skeleton:
    """Return the skeleton of a sentence in small letters."""
    classes: list[str] = []
    spans: list[tuple[int, int]] = []
    before = ""
    for match in _TOKEN.finditer(lowered, start, end):
        for name in _of(match, before, classes[-1] if classes else ""):
            if name == "_" and classes and classes[-1] == "_":
                spans[-1] = (spans[-1][0], match.end())
                continue
            classes.append(name)
            spans.append(match.span())
        before = match[0]
    return _joined(classes, spans)


def _of(match: re.Match[str], before: str, last: str) -> tuple[str, ...]:
    """Return the classes of one word."""
    kind, word = match.lastgroup, match[0]
    if match["law"] is not None:
        return (f"{'r' if word[0] == 'r' else 's'}{match['number']}",)
    if kind == "phrase":
        name = PHRASES[word]
        return (name,) if name else ()
    if kind in {"web", "mail"}:
        return (str(kind),)
    if kind == "mark":
        return (",",) if word == "," else (";",)
    if kind == "money":
        return ("money",)
    if kind == "figure":
        return ("year",) if re.fullmatch(r"(?:19|20)\d\d", word) else ("num",)
    return _word(word.replace("\u2019", "'"), before, last)


def _word(word: str, before: str, last: str) -> tuple[str, ...]:
    stem, _, short = word.partition("'")
    if short == "t" and stem.endswith("n"):
        return ("be", "not") if stem in _BE else ("would", "not") if stem in {"wouldn", "shouldn"} else ("not",)
    if short:
        own = _word(stem, before, last)
        if short == "s":
            return (*own, "be") if stem in _IS_IT else own
        return (*own, *_SHORT.get(short, ()))
    if word in DROPPED or (word == "recorded" and last not in {"be", "not"}):
        return ()
    if before in _NOUNS_BEFORE and word in VERBAL and word.endswith(_PLAIN):
        # "A release to the world": between an article and no ending of a verb it names a thing.
        return (NOUNS.get(word, "_"),)
    if word in NOUNS and word in VERBAL:
        return (VERBAL[word],) if last in _BEFORE_VERB and before not in _NOUNS_BEFORE else (NOUNS[word],)
    if (name := CLASSES.get(word)) is not None:
        return (name,)
    return () if word.endswith("ly") else ("_",)


def _joined(classes: list[str], spans: list[tuple[int, int]]) -> Skeleton:
    """Join the classes, without "have" before a verb and "to" between a helping verb and its verb."""
    text = " "
    places: list[int] = []
    words: list[tuple[int, int]] = []
    for at, (name, span) in enumerate(zip(classes, spans, strict=True)):
        behind = classes[at + 1] if at + 1 < len(classes) else ";"
        if name == "have" and behind not in _MAIN_HAVE:
            continue
        if (
            name == "to"
            and at
            and classes[at - 1] in {"not", "can", "will", "obliged", "would", "want", "seem", "have", "should"}
        ):
            continue
        if name == "," and text.endswith(" , "):
            # What stood between the commas was an adverb.
            text = text[:-2]
            places.pop()
            words.pop()
            continue
        places.append(len(text))
        words.append(span)
        text += f"{name} "
    return Skeleton(text, tuple(places), tuple(words))
