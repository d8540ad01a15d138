"""Ordinary words: the list of words that are somebody's name as well ("may", "brown", "lincoln")."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def ordinary_words() -> frozenset[str]:
    """Return words in lower case that stand for no person when they stand alone."""
    return frozenset(line for line in _lines() if line.islower())


@cache
def abbreviations() -> frozenset[str]:
    """Return abbreviations in capitals that are nobody's initials: "FOI", "DS", "IT"."""
    return frozenset(line for line in _lines() if line.isupper())


@cache
def _lines() -> tuple[str, ...]:
    text = (resources.files("recognizers") / "data" / "ordinary_words.txt").read_text("utf-8")
    return tuple(line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#"))
