"""Tables as plain text has them: rows of cells parted by bars, tabs, commas or wide gaps under a row of headings.

Where a page is known, `redactor.analysis.columns` reads tables by where their cells stand. Here there are only lines:
those that follow each other with equally many cells are one table, and its first line is the headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from recognizers.memo import of_last_text

_PARTS: Final = (re.compile(r"\|"), re.compile(r"\t"), re.compile(r" {2,}"), re.compile(r"[,;]"))
_LONGEST_HEADING: Final = 48
"""Characters."""
_LETTERS: Final = re.compile(r"[a-z]+")
_SHORT: Final = re.compile(r"\b[a-z](?:[./&][a-z])+\b")
_PLAIN: Final = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2014\u2015", ":"),
    **dict.fromkeys("\u2018\u2019\u201b\u2032\u02bc", "'"),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    "\uff1a": ":",
    "\u2028": "\n",
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
}  # fmt: skip
_ODD: Final = re.compile(f"[{''.join(_PLAIN)}]")


@of_last_text
def plain(text: str) -> str:
    """Return the text with every space, hyphen, quote and slash in its plain form; each character keeps its place."""
    return text.replace("\r", " ") if text.isascii() else _ODD.sub(lambda odd: _PLAIN[odd[0]], text)


@of_last_text
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, cut at anything but a letter, and besides them "a/c", "h&c", "d.o.b"."""
    text = text.lower()
    return frozenset(_LETTERS.findall(text)).union(_SHORT.findall(text))


def heading_over(text: str, start: int) -> str | None:
    """Return the heading of the column in which the character at ``start`` stands, or None where there is no table."""
    starts, tables = _tables(text)
    at = bisect_right(starts, start) - 1
    table = tables[at]
    if table is None or table[1] == at:
        return None
    part, first = table
    cell = sum(1 for _ in part.finditer(text, starts[at], start))
    headings = part.split(text[starts[first] : starts[first + 1] - 1])
    heading = headings[cell].strip() if cell < len(headings) else ""
    return heading if 0 < len(heading) <= _LONGEST_HEADING else None


_Table = tuple[re.Pattern[str], int]


@of_last_text
def _tables(text: str) -> tuple[list[int], list[_Table | None]]:
    """Return where each line starts, and for each what parts its cells and the number of its table's first line."""
    starts = [0]
    tables: list[_Table | None] = []
    before: tuple[re.Pattern[str], int] | None = None
    for number, line in enumerate(text.split("\n")):
        starts.append(starts[-1] + len(line) + 1)
        part = next((part for part in _PARTS if part.search(line)), None)
        if part is None:
            tables.append(None)
            before = None
            continue
        now = (part, len(part.findall(line)))
        last = tables[-1] if tables else None
        tables.append(last if last is not None and now == before else (part, number))
        before = now
    return starts, tables
