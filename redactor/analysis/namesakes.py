"""Words that only look like a removed name: "young people" beside Mr Young, "in May" beside Ms May."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recognizers.ordinary import ordinary_words, times_and_places

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Namesake:
    """An ordinary word at ``[start, end)`` that is spelt like a removed name.

    Attributes:
        phrase: the word with its neighbours, by which a verifier knows this place from the name's own.
        doubtful: it is written with a capital in the middle of a sentence, so it may be the name after all.
    """

    start: int
    end: int
    phrase: str
    doubtful: bool

    def __repr__(self) -> str:
        return f"Namesake({self.start}, {self.end})"


def namesakes(text: str, removed: Sequence[str], claimed: Sequence[tuple[int, int]]) -> Iterator[Namesake]:
    """Yield each ordinary word of ``text`` that is spelt like one of ``removed`` and is no finding.

    Args:
        text: the normalised body.
        removed: values that go; only single ordinary words among them have namesakes.
        claimed: half-open ranges that are findings already.
    """
    names = {value.casefold() for value in removed if value.casefold() in ordinary_words()}
    if not names:
        return
    words = list(_WORD.finditer(text))
    taken = sorted(claimed)
    for at, word in enumerate(words):
        plain = word.group().casefold()
        if plain not in names or any(a < word.end() and word.start() < b for a, b in taken):
            continue
        first = words[at - 1].start() if at else word.start()
        last = words[at + 1].end() if at + 1 < len(words) else word.end()
        begins = not re.search(r"[^\s.!?:;•\-–—\"“(]\s*$", text[max(0, word.start() - 3) : word.start()])
        capital = word.group()[:1].isupper() and not begins and plain not in times_and_places()
        yield Namesake(word.start(), word.end(), text[first:last], capital)
