"""The words of a text with their places, cut also where a file name or a hashtag joins them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from recognizers.memo import of_last_text
from recognizers.person_name import fold

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|['’ʼ](?=[^\W_])|[̀-ͯ\u00ad\u200b-\u200d\u2060])*")
# "JaneHolloway", "Holloway2024": a file name or a hashtag.
_SEAM: Final = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: half-open offsets and folded forms, and whether a possessive follows."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    folded: Sequence[str]
    possessive: Sequence[bool]

    def capital(self, word: int) -> bool:
        """Say whether a word begins with a capital."""
        return self.text[self.starts[word]].isupper()

    def gap(self, word: int) -> str:
        """Return what stands between ``word`` and the next one."""
        return self.text[self.ends[word] : self.starts[word + 1]]


def split_words(text: str, known: Callable[[str], bool]) -> Words:
    """Cut ``text`` into words; a joined word such as "JaneHolloway" is cut again unless ``known`` has it whole."""
    whole, joined = _whole_words(text)
    again = [at for at in joined if not known(whole.folded[at])]
    if not again:
        return whole
    starts, ends = list(whole.starts), list(whole.ends)
    folded, possessive = list(whole.folded), list(whole.possessive)
    # From the last to the first, so that the places of those still to be cut stay true.
    for at in reversed(again):
        start, end, owns = starts[at], ends[at], possessive[at]
        word = text[start:end]
        pieces = list(pairwise([0, *(seam.start() for seam in _SEAM.finditer(word)), len(word)]))
        starts[at : at + 1] = [start + low for low, _ in pieces]
        ends[at : at + 1] = [start + high for _, high in pieces]
        folded[at : at + 1] = [fold(word[low:high]) for low, high in pieces]
        possessive[at : at + 1] = [owns and high == len(word) for _, high in pieces]
    return Words(text, starts, ends, folded, possessive)


@of_last_text
def _whole_words(text: str) -> tuple[Words, Sequence[int]]:
    """Return a text's words uncut, and the numbers of those that may be two words joined."""
    starts: list[int] = []
    ends: list[int] = []
    folded: list[str] = []
    possessive: list[bool] = []
    joined: list[int] = []
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        owns = False
        if word[-1] in "sS":
            if word[-2:-1] in ("'", "’") and len(word) > 2:
                word, end, owns = word[:-2], end - 2, True
            elif text[end : end + 1] in ("'", "’"):
                owns = True
        plain = word.isalpha() and (word.islower() or word.istitle() or word.isupper())
        # A word without a seam ("2016", "didn't") is one piece whoever asks.
        if not plain and _SEAM.search(word):
            joined.append(len(starts))
        starts.append(start)
        ends.append(end)
        folded.append(fold(word))
        possessive.append(owns)
    return Words(text, starts, ends, folded, possessive), joined
