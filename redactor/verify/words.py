"""Find a removed value in text or bytes however it is written, and leave words alone that only look like it.

Long values (five letters or digits and more) are sought without regard to case, accents, spaces and punctuation; short
ones only as whole words in the case they were removed in, so that a removed "Li" is not found in "police".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick

__all__ = ["LONG", "Needles", "fold", "squash"]

LONG = 5
"""Letters and digits from which a value is sought without regard to case and spacing."""
_SURE = 8
"""Letters and digits from which a chance hit across words, or in noise, is not to be reckoned with."""
_WINDOW = 96
"""Characters around a hit in bytes that are read to decide whether it lies inside a longer, kept value."""
_SEPARATORS = re.compile(r"[\W_]+")
_SHARP_S = str.maketrans({"ß": "ss", "ẞ": "SS"})
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})

T = TypeVar("T", str, bytes)


def fold(text: str) -> str:
    """Return text without accents, ligatures, full-width forms and zero-width characters; case is left alone.

    The result keeps its length under ``str.lower``, which the searches below rely on.
    """
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFKD", text.translate(_SHARP_S))
    unseen = {letter for letter in set(spread) if unicodedata.category(letter) in _INVISIBLE}
    return "".join([letter for letter in spread if letter not in unseen]) if unseen else spread


def squash(text: str) -> str:
    """Return folded, lower-case text with letters and digits alone."""
    return _SEPARATORS.sub("", fold(text).lower())


class Needles:
    """Every removed value in every spelling, compiled once and then sought in one pass.

    A value that was also kept on purpose somewhere cannot be asked to be absent, and is not sought; an occurrence that
    lies inside a longer kept value is no hit. Values of one letter or digit cannot be told from others and are counted
    in ``unsearchable``.
    """

    def __init__(self, values: Sequence[str], *, kept: Iterable[str] = ()) -> None:
        squashed_kept = {squash(value) for value in kept} - {""}
        self._values = [squash(value) for value in values]
        self.unsearchable = sum(len(value) < 2 for value in self._values)
        wanted = [
            (index, value, squashed)
            for index, (value, squashed) in enumerate(zip(values, self._values, strict=True))
            if len(squashed) > 1 and squashed not in squashed_kept
        ]
        self.searched = len(wanted)
        long, short = _Owners[str](), _Owners[str]()
        for index, value, squashed in wanted:
            if len(squashed) >= LONG:
                long.add(squashed, index)
            else:
                short.add(" ".join(fold(value).split()), index)
        self._long, self._short = long, short
        self._long_automaton = AhoCorasick(long.patterns) if long.patterns else None
        self._short_automaton = AhoCorasick(short.patterns) if short.patterns else None
        self._kept_automaton = AhoCorasick(sorted(squashed_kept)) if squashed_kept else None
        coded = _Owners[bytes]()
        self._codings: list[str] = []
        for index, value, squashed in wanted:
            if len(squashed) >= (_SURE if squashed.isdigit() else LONG):
                for pattern, coding in _spellings(value):
                    if coded.add(pattern, index):
                        self._codings.append(coding)
        self._coded = coded
        self._coded_automaton = BytesAhoCorasick(coded.patterns) if coded.patterns else None

    def __repr__(self) -> str:
        return f"Needles(<{self.searched} values>)"

    def in_text(self, text: str, *, codes: bool = False) -> frozenset[int]:
        """Return the indices of the values that can be read in a piece of text.

        ``codes`` says that the text may be a font's own codes, in which short words turn up by chance: only long values
        are sought then.
        """
        folded = fold(text)
        hits: set[int] = set()
        if self._long_automaton is not None:
            squashed = _SEPARATORS.sub("", folded.lower())
            found = self._long_automaton.find_matches_as_indexes(squashed, overlapping=True)
            if found:
                hits.update(self._true_hits(_Aligned(folded), found))
        if self._short_automaton is not None and not codes:
            spaced = " ".join(folded.split())
            whole = [
                match
                for match in self._short_automaton.find_matches_as_indexes(spaced, overlapping=True)
                if _stands_alone(spaced, match[1], match[2])
            ]
            if whole:
                spans = self._kept_spans(_Aligned(spaced))
                for pattern, start, end in whole:
                    if not _inside(spans, start, end):
                        hits.update(self._short.owners[pattern])
        return frozenset(hits)

    def in_bytes(self, data: bytes, *, noise: bool = False) -> frozenset[int]:
        """Return the indices of the values in bytes: Latin-1, UTF-8, UTF-16, and these as hex or octal digits.

        Args:
            data: any bytes.
            noise: True for compressed or image data, where a five-letter word turns up by chance in a large file: a
                short hit then counts only with readable characters around it.
        """
        if self._coded_automaton is None:
            return frozenset()
        hits: set[int] = set()
        for pattern, start, end in self._coded_automaton.find_matches_as_indexes(data.lower(), overlapping=True):
            owners = self._coded.owners[pattern]
            if owners <= hits:
                continue
            coding = self._codings[pattern]
            around = _decoded_around(data, start, end, coding)
            confirmed = owners if around is None else owners & self.in_text(around)
            if noise and not _looks_written(data, start, end):
                confirmed = frozenset(one for one in confirmed if len(self._values[one]) >= _SURE)
            hits.update(confirmed)
        return frozenset(hits)

    def _true_hits(self, text: _Aligned, found: Iterable[tuple[int, int, int]]) -> Iterator[int]:
        spans: list[tuple[int, int]] | None = None
        for pattern, first, last in found:
            owners = self._long.owners[pattern]
            start, end = text.positions[first], text.positions[last - 1] + 1
            if not _plausible(text.text, start, end, self._long.patterns[pattern]):
                continue
            if spans is None:
                spans = self._kept_spans(text)
            if not _inside(spans, start, end):
                yield from owners

    def _kept_spans(self, text: _Aligned) -> list[tuple[int, int]]:
        if self._kept_automaton is None:
            return []
        found = self._kept_automaton.find_matches_as_indexes(text.squashed, overlapping=True)
        spans = [(text.positions[first], text.positions[last - 1] + 1) for _, first, last in found]
        return [(start, end) for start, end in spans if _stands_alone(text.text, start, end)]


class _Owners(Generic[T]):
    """Distinct patterns, and which values each stands for."""

    def __init__(self) -> None:
        self.patterns: list[T] = []
        self.owners: list[frozenset[int]] = []
        self._places: dict[T, int] = {}

    def add(self, pattern: T, owner: int) -> bool:
        """Add an owner; True where the pattern is new."""
        place = self._places.setdefault(pattern, len(self.patterns))
        if place == len(self.patterns):
            self.patterns.append(pattern)
            self.owners.append(frozenset({owner}))
            return True
        self.owners[place] |= {owner}
        return False


class _Aligned:
    """Folded text beside its squashed form, with the place of every squashed character."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        lower = folded.lower()
        self.positions = [index for index, letter in enumerate(lower) if not _SEPARATORS.match(letter)]
        self.squashed = "".join([lower[index] for index in self.positions])


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (start > 0 and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _plausible(text: str, start: int, end: int, squashed: str) -> bool:
    """Tell a value from letters that happen to meet: "te(st one)" is not "Stone", "limestone" is (see LONG)."""
    if len(squashed) >= _SURE:
        return True
    if end - start > len(squashed):
        return _stands_alone(text, start, end)
    touches_number = (squashed[0].isdigit() and start > 0 and text[start - 1].isdigit()) or (
        squashed[-1].isdigit() and end < len(text) and text[end].isdigit()
    )
    return not touches_number


def _inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _spellings(value: str) -> Iterator[tuple[bytes, str]]:
    """Yield every byte pattern of a value, lower-cased as the haystack will be, with the name of its coding."""
    texts = {value.strip(), " ".join(value.split()), fold(" ".join(value.split())), squash(value)}
    texts |= {unicodedata.normalize(form, text) for text in tuple(texts) for form in ("NFC", "NFD")}
    for text in sorted(texts):
        for cased in sorted({text, text.lower(), text.upper()}):
            for coding in ("latin-1", "utf-8", "utf-16-be", "utf-16-le"):
                try:
                    pattern = cased.encode(coding)
                except UnicodeEncodeError:
                    continue
                yield pattern.lower(), coding
                yield pattern.hex().encode(), f"hex {coding}"
                yield "".join(f"\\{byte:03o}" for byte in pattern).encode(), "octal"


def _decoded_around(data: bytes, start: int, end: int, coding: str) -> str | None:
    """Return the text around a hit as its coding reads; None where the neighbourhood cannot be read (octal)."""
    if coding == "octal":
        return None
    if coding.startswith("hex "):
        first, last = start, end
        while first - 2 >= max(0, start - 4 * _WINDOW) and _is_hex(data[first - 2 : first]):
            first -= 2
        while last + 2 <= min(len(data), end + 4 * _WINDOW) and _is_hex(data[last : last + 2]):
            last += 2
        digits = data[first:last].decode("ascii")
        data, start, end = bytes.fromhex(digits), (start - first) // 2, (end - first) // 2
        coding = coding.removeprefix("hex ")
    width = 2 if coding.startswith("utf-16") else 1
    first = start - width * min(_WINDOW, start // width)
    before, after = data[first:start], data[end : end + width * _WINDOW]
    return _beside(before, coding) + data[start:end].decode(coding, "replace") + _beside(after, coding)


def _beside(data: bytes, coding: str) -> str:
    """Decode what stands beside a hit; what looks like other data read in the wrong coding separates words."""
    if coding == "latin-1":
        return data.decode("ascii", "replace")
    text = data.decode(coding, "replace")
    return "".join(letter if ord(letter) < 0x3000 else " " for letter in text)


def _is_hex(pair: bytes) -> bool:
    return len(pair) == 2 and all(byte in b"0123456789abcdefABCDEF" for byte in pair)


_READABLE = frozenset([0, 9, 10, 13, *range(32, 127)])


def _looks_written(data: bytes, start: int, end: int) -> bool:
    """True where at least three of the two bytes before and after could be text, or the data ends there."""
    around = data[max(0, start - 2) : start] + data[end : end + 2]
    missing = 4 - len(around)
    return missing + sum(byte in _READABLE for byte in around) >= 3
