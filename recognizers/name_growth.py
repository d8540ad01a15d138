"""The rest of a name of which a part was read: the other half of a double barrel, the forename behind the comma, the cell.

The name model reads words in a sentence. In lists, tables and signatures there is none, and it may see half of a name or
one of its neighbours only. What is added here goes by the letters beside it: a capital, a hyphen, a comma, a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recognizers.name_columns import column_mates, may_be_name, may_be_part
from recognizers.name_shapes import CAPITAL
from recognizers.named_after import DOUBTFUL

_TITLE_WORD: Final = rf"[{CAPITAL}][^\W\d_]+(?:[-‐‑–'’][{CAPITAL}]?[^\W\d_]+){{0,3}}"
_HYPHEN_AFTER = re.compile(rf"(?:[-‐‑–][{CAPITAL}][^\W\d_]+){{1,3}}(?![\w.@])")
_HYPHEN_BEFORE = re.compile(rf"(?<![\w.@-])(?:[{CAPITAL}][^\W\d_]+[-‐‑–]){{1,3}}$")
_NEXT = re.compile(rf"[ ](?P<word>{_TITLE_WORD})(?![\w@]|\.\w)")
# "told Kemi Anna Pugh": a capital in the middle of a sentence, right before a name of two words.
_FIRST = re.compile(rf"[a-z,;][ ](?P<word>{_TITLE_WORD})[ ]$")
_AFTER_INITIAL = re.compile(rf"\.?[ ]?(?P<word>{_TITLE_WORD})(?![\w@]|\.\w)")
_FORENAME = re.compile(
    rf",[ ](?P<word>{_TITLE_WORD})(?:[ ](?:[{CAPITAL}]\.?(?![\w.])|{_TITLE_WORD}))?(?=[ ]*(?:$|[\n\t|;(]|[-–—][ ]|[ ](?!and\b|or\b)[a-z]))",
    re.MULTILINE,
)
_BEGINS_ENTRY = re.compile(r"(?:^|[\n\t|;:•(])[ ]*(?:[-*–•][ ]|\d{1,3}[.)][ ])?$")
_PARTNER = re.compile(rf"[ ](?:and|&)[ ](?P<name>{_TITLE_WORD}[ ]{_TITLE_WORD})(?![ ][{CAPITAL}]|[\w'’-])")
_PARTNER_BEFORE = re.compile(
    rf"(?<![\w'’.-])(?<![{CAPITAL}]\S[ ])(?P<name>{_TITLE_WORD}[ ]{_TITLE_WORD})[ ](?:and|&)[ ]$"
)
_NICKNAME = re.compile(
    rf"[ ](?:\((?:[\"“‘'][^\W\d_]{{2,14}}[\"”’']|[^\W\d_]{{2,14}})\)|[\"“‘'][^\W\d_]{{2,14}}[\"”’'])[ ](?P<word>{_TITLE_WORD})(?![\w@]|\.\w)"
)

Place = tuple[int, int, float]


def whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a part of a name grown to all of it, as far as the letters beside it say so."""
    if before := _HYPHEN_BEFORE.search(text, max(0, start - 60), start):
        start = before.start()
    if after := _HYPHEN_AFTER.match(text, end):
        end = after.end()
    if (after := _NICKNAME.match(text, end)) and text[start].isupper() and may_be_part(after["word"]):
        return start, after.end("word")
    words = text[start:end].split()
    before = _FIRST.search(text, max(0, start - 40), start) if len(words) > 1 and words[0].istitle() else None
    if before and may_be_part(before["word"]):
        start = before.start("word")
    if len(words[-1].rstrip(".")) == 1 and (after := _AFTER_INITIAL.match(text, end)) and may_be_part(after["word"]):
        return start, after.end("word")
    if len(words) > 1 or words[0].islower():
        return start, end
    if (after := _FORENAME.match(text, end)) and _BEGINS_ENTRY.search(text[max(0, start - 8) : start]):
        if may_be_part(after["word"]):
            return start, after.end()
    elif not words[0].isupper() and (after := _NEXT.match(text, end)) and may_be_part(after["word"]):
        return start, after.end("word")
    return start, end


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a span that a cell's border or the end of a line cuts in two people or in a name and no name.

    "Rosalind" over "Chatterjee" is one name; of "Emeka Obiora" over "Records" each line is a thing of its own.
    """
    whole = text[start:end]
    lines = [line.split() for line in whole.split("\n")]
    cut = r"[^|\n]+" if len(lines) > 1 and any(len(words) > 1 for words in lines) else r"[^|]+"
    for match in re.finditer(cut, whole):
        words = match.group().strip()
        if words:
            low = start + match.start() + len(match.group()) - len(match.group().lstrip())
            yield low, low + len(words)


def neighbours(text: str, found: Sequence[Place]) -> Iterator[Place]:
    """Yield who stands beside the people found: in the same column of a table, or joined to one by "and"."""
    yield from column_mates(text, found)
    for start, end, score in found:
        if score < DOUBTFUL or " " not in text[start:end]:
            continue
        for match in (_PARTNER.match(text, end), _PARTNER_BEFORE.search(text, max(0, start - 60), start)):
            if match and may_be_name(match["name"].split()):
                yield *match.span("name"), DOUBTFUL
