"""Which lines are in a language or script that nobody here reads, so that names among them would be missed in silence.

A line is suspected by what makes a language: its little words (the stop words that spaCy keeps for thirty languages) and its
letters. English and Welsh are read; the name model was made for English and finds names in Welsh sentences too.
"""

from __future__ import annotations

import functools
import re
import runpy
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_LANGUAGES = "af ca cs da de es et eu fi fr ga hr hu is it lb lt lv nb nl pl pt ro sk sl sq sv tl tr"
_WELSH_WORDS = (
    "a ac ag ar at am yn y yr i o un dim mae oes bod fod gan dan drwy trwy wrth rhwng gyda hyn hwn hon sydd sy nid ni chi "
    "eich ein eu ei hefyd neu os pan wedi cael ond fel felly oedd roedd bydd byddwn gellir wneud gwneud"
)
_WELSH = frozenset(_WELSH_WORDS.split())
_BORROWED_WORDS = (
    "café cafés fête fêtes façade façades naïve résumé résumés cliché clichés déjà vis à née né crèche crèches exposé "
    "protégé fiancé fiancée attaché première regime régime entrée mêlée élan soirée jalapeño piñata über doppelgänger "
    "señor señora coöperate rôle rôles débris matinée décor détente naïveté passé sauté château châteaux pâté"
)
_BORROWED = frozenset(_BORROWED_WORDS.split())
_LEAST_WORDS, _LEAST_EVIDENCE = 4, 2


def unread(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of each line in a language or script that is not read."""
    at = 0
    for line in text.splitlines(keepends=True):
        if (not line.isascii() and _other_script(line)) or _other_language(line):
            yield at, at + len(line.rstrip())
        at += len(line)


def _other_script(line: str) -> bool:
    """Return whether a line has a word of three letters or more without a Latin one, as no formula has.

    Scripts that write words of one or two signs (Chinese, Japanese, Korean) count from two.
    """
    for match in _WORD.finditer(line):
        word = match[0]
        if word.isascii() or len(word) < 2:
            continue
        scripts = {_script(letter) for letter in word}
        if "LATIN" not in scripts and (len(word) > 2 or scripts & {"CJK", "HIRAGANA", "KATAKANA", "HANGUL"}):
            return True
    return False


@functools.cache
def _script(letter: str) -> str:
    """Return the first word of a letter's name, by which Unicode calls its script; signs of numbers and units are Latin."""
    plain = unicodedata.normalize("NFKC", letter)
    return unicodedata.name(plain[0], "UNKNOWN").split(" ")[0]


def _other_language(line: str) -> bool:
    all_words = _WORD.findall(line)
    words = [word for word in all_words if word.islower()]
    if len(words) < 2 or len(all_words) < _LEAST_WORDS:
        return False
    if all_words[0].istitle():
        words.append(all_words[0].lower())  # a sentence's first word is written like a name, and is seldom one
    english = _stop_words("en")
    plain = sum(word in english for word in words)
    if 2 * plain > len(words) or sum(word in _WELSH for word in words) * 2 > len(words):
        return False
    marked = {word for word in words if not word.isascii() and word not in _BORROWED and not _is_welsh(word)}
    if plain and not marked and len(words) - plain < _LEAST_EVIDENCE + 2 * plain:
        return False
    found: dict[str, set[str]] = defaultdict(set)
    for word in set(words):
        for language in _little_words().get(word, ()):
            found[language].add(word)
    # What English has too speaks for neither.
    best = max((len(little | marked) for little in found.values()), default=len(marked))
    return best >= _LEAST_EVIDENCE + 2 * plain


def _is_welsh(word: str) -> bool:
    """Return whether the only marks in a word are the circumflexes and diaereses that Welsh has."""
    return all(letter.isascii() or letter in "âêîôûŵŷäëïöüẅÿ" for letter in word) and not set(word) & set("kqvxz")


@functools.cache
def _little_words() -> dict[str, tuple[str, ...]]:
    """Return, for each little word, the languages that have it; those that English or Welsh have are left out."""
    owners: dict[str, list[str]] = defaultdict(list)
    for language in _LANGUAGES.split():
        for word in _stop_words(language) - _stop_words("en") - _WELSH:
            owners[word].append(language)
    return {word: tuple(languages) for word, languages in owners.items()}


@functools.cache
def _stop_words(language: str) -> frozenset[str]:
    """Return a language's little words. The file is read by itself: importing some of these packages takes seconds."""
    import spacy

    found = runpy.run_path(str(Path(spacy.__file__).with_name("lang") / language / "stop_words.py"))
    return frozenset(word for word in found["STOP_WORDS"] if len(word) > 1 or not word.isascii())
