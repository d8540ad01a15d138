"""Ordinary words: the list of words that are somebody's name as well ("may", "brown", "lincoln")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def ordinary_words() -> frozenset[str]:
    """Return words in lower case that need a neighbour to be a name: words, months, days and places."""
    lists = _lists()
    return lists["words"] | lists["months"] | lists["places"]


@cache
def times_and_places() -> frozenset[str]:
    """Return the ordinary words that keep their capital in the middle of a sentence: months, days and places."""
    lists = _lists()
    return lists["months"] | lists["places"]


@cache
def abbreviations() -> frozenset[str]:
    """Return abbreviations in capitals that are nobody's initials: "FOI", "DS", "IT"."""
    return _lists()["abbreviations"]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = (resources.files("recognizers") / "data" / "ordinary_words.txt").read_text("utf-8")
    lists: dict[str, set[str]] = {}
    current: set[str] = set()
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current.add(line)
    return {name: frozenset(words) for name, words in lists.items()}
