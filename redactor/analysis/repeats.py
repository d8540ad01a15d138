"""A number found once with its label is the same number where it stands without one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress, count

from ahocorasick_rs import AhoCorasick, MatchKind

from redactor.analysis.matches import Match

# People and terms have their own ways of being found again; an address repeated in part is another address.
_OTHERS = frozenset({"REQUESTER", "SENSITIVE_TERM", "SUPPLIER_CAPABILITY", "OFFICER_TERM", "STREET_ADDRESS"})
_SURE = 5
_LEAST = 3
_WHY_SURE = "The same value was found elsewhere in this document."
_WHY_MAYBE = "A number that is somebody's elsewhere in this document; here it may be something else."
_FULL_NAME_WORDS, _FULL_NAME_LETTERS = 2, 7
_RUN = re.compile(r"(?:[^\W_]|@)+")
_LEFT_OUT = bytes(code for code in range(128) if not (chr(code).isalnum() or chr(code) == "@"))
_IS_KEPT = bytes(code not in _LEFT_OUT for code in range(256))
_LONGER_THAN_PAGES = 4
_FAR = 1 << 60


def repeats(found: Sequence[Match], texts: Sequence[str]) -> Iterator[Match]:
    """Yield a match wherever the letters and digits of a found value stand again as a whole word.

    A value of at least five letters and digits, or one that fills a cell of a table, is the same thing again. A shorter
    one in prose ("2931") may as well be a year or a count: it is an UNLABELLED_NUMBER, which a person decides on.
    """
    sources: dict[str, int] = {}
    for index, match in enumerate(found):
        if match.entity in _OTHERS or (match.entity == "PERSON" and not _full_name(texts[match.text], match)):
            continue
        value = _squash(texts[match.text][match.start : match.end])[0]
        telling = match.entity == "PERSON" or "@" in value or any(map(str.isdigit, value))
        if len(value) >= _LEAST and telling:
            old = sources.get(value)
            if old is None or found[old].score < match.score:
                sources[value] = index
    if not sources:
        return
    values = sorted(sources)
    search = AhoCorasick(values, matchkind=MatchKind.Standard)
    known: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for match in found:
        known[match.text, match.entity].append((match.start, match.end))
        known[match.text, ""].append((match.start, match.end))
    for spans in known.values():
        spans.sort()
    for number, text in enumerate(texts):
        squashed, places = _squash(text)
        # Overlapping: a stray match over the end of one number must not hide a whole one that begins inside it.
        for which, low, high in search.find_matches_as_indexes(squashed, overlapping=True):
            start, end = places[low], places[high - 1] + 1
            if not _whole(text, start, end) or end - start > 2 * (high - low) + 2:
                continue
            source = found[sources[values[which]]]
            sure = high - low >= _SURE or _fills_cell(text, start, end)
            entity = source.entity if sure else "UNLABELLED_NUMBER"
            if _covered(known[number, source.entity if sure else ""], start, end):
                continue
            yield Match(
                number,
                start,
                end,
                entity,
                source.score if sure else 0.4,
                "Repeats",
                _WHY_SURE if sure else _WHY_MAYBE,
                sources[values[which]] if entity == "PERSON" else None,
            )


def _covered(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether one of some sorted spans, of which none is long, covers a range."""
    at = bisect_right(spans, (start, _FAR))
    return any(low <= start and end <= high for low, high in spans[max(0, at - 4) : at])


def _full_name(text: str, match: Match) -> bool:
    """Return whether a name is long enough to be the same person wherever it stands letter for letter."""
    name = text[match.start : match.end]
    return len(name.split()) >= _FULL_NAME_WORDS and sum(map(str.isalpha, name)) >= _FULL_NAME_LETTERS


def _fills_cell(text: str, start: int, end: int) -> bool:
    """Return whether a range is all that stands in a cell of a table row, or on a line and is no page number."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    alone = before in ("\t", "\n", "") and after in ("\t", "\n", "")
    return alone and ("\t" in before + after or end - start >= _LONGER_THAN_PAGES)


def _squash(text: str) -> tuple[str, list[int]]:
    """Return the letters, digits and at-signs of a text in lower case, and where each stood."""
    if text.isascii():
        raw = text.encode("ascii")
        return raw.lower().translate(None, _LEFT_OUT).decode("ascii"), list(compress(count(), raw.translate(_IS_KEPT)))
    kept: list[str] = []
    places: list[int] = []
    for run in _RUN.finditer(text):
        word = run.group()
        low = word.lower()
        kept.append(low if len(low) == len(word) else word)
        places.extend(range(*run.span()))
    return "".join(kept), places


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether a range is not a part of a longer number or word ("2931" in "2931.50", "£2,931" or "X2931")."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum() or (before and before[-1] in "£$€#/_"):
        return False
    joined = after[:1] != "" and after[0] in ".,:/-" and after[1:2].isdigit()
    return not joined and not (len(before) == 2 and before[1] in ".,:/-" and before[0].isdigit())
