"""Words of a letter made comparable: small letters, content words without their endings, names and acronyms."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u00ff][a-z\u00df-\u00f6\u00f8-\u00ff'-]+|(?:19|20)\d\d")
_NAME = re.compile(r"[A-Z][A-Za-z0-9\u00c0-\u00ff'&-]+")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]*[A-Z]s?\b")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ers", "er", "ed", "es", "ly", "s")

# Words that say nothing about a subject: grammar, and what every request and every reply is made of.
_EMPTY = frozenset(
    """
    a able about above act acts after again against all also am an and any anything applicant are as asked asking at
    authority be because been before being below both but by can cannot confirm constabulary copies copy could council
    data date detail details did do does done down due during each either else every excel few for force format found
    freedom from further get give given had has have having held help her here him his hold holding holds how however i
    if in include included including info inform information into is it its itself just kind know last letter like list
    make many may me might more most much must my neither no nor not number numbers of off on once only or order other
    our out over part per please police possible provide provided question questions record recorded records regard
    regarding relate related relating relation relevant reply request requested requests require respect response same
    see send sent set shall she should show since so some such supplied supply tell than thank that the their them then
    there these they thing this those through to total trust under until up upon us use used using very was way we well
    were what when where whether which while who whom whose why will with within without would yes you your yours
    """.split()  # noqa: SIM905
)
_NO_SUBJECT = frozenset(
    """
    act additionally although annex appendix april august both commissioner december each eir england february first
    foi foia for freedom friday from furthermore held however information january july june march may monday mr mrs ms
    no november october on part please police q question regulation response saturday section september since sunday
    the there therefore these they this those thursday tuesday uk under united kingdom we wednesday yes you your
    """.split()  # noqa: SIM905
)


def lower(text: str) -> str:
    """Return small letters at the same places: no letter may become two (U+0130 would)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def stem(word: str) -> str:
    """Return a word without its commonest endings; the rest has four letters or more."""
    word = word.removesuffix("'s").strip("'-")
    for ending in _ENDINGS if word.endswith(_ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def content(lowered: str) -> frozenset[str]:
    """Return the stems of the content words of a text in small letters."""
    return frozenset(stem(word) for word in _WORD.findall(lowered) if word not in _EMPTY and len(word) > 2)


def names(text: str) -> frozenset[str]:
    """Return proper names and acronyms, lower case; a capital that only begins a sentence does not count."""
    found = set()
    for match in _NAME.finditer(text):
        word = match[0].removesuffix("'s")
        lowered = word.lower()
        if lowered in _NO_SUBJECT:
            continue
        before = text[max(0, match.start() - 2) : match.start()]
        inside = before.strip() != "" and before.strip()[-1] not in ".?!:;\"'(-\u2013\u2022"
        inside = inside and match.start() > 0 and before[-1:] in " \t-/"
        if _ACRONYM.fullmatch(word) or inside or (len(before) == 2 and before[0].isalnum() and before[1] == " "):
            found.add(lowered.removesuffix("s") if _ACRONYM.fullmatch(word) and word.endswith("s") else lowered)
    return frozenset(found)


def overlap(asked: frozenset[str], said: frozenset[str]) -> float:
    """Return the share of the asked words that return in what was said; 0 where nothing was asked."""
    return len(asked & said) / len(asked) if asked else 0.0
