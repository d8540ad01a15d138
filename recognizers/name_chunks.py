"""Pieces of text small enough for the name model, cut where the text itself says so.

A piece must not depend on where it stands in its document, or a paragraph that a thousand letters share could not be
remembered. So pieces are cut at line ends only, after a line that closes a sentence or stands before a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

# A heading, a label or an address line says little alone: it goes to the model with what follows it.
ENOUGH_WORDS = 12
# About 120 word pieces: a list with no full stop in it is still cut.
MOST_WORDS = 80
_WORD = re.compile(r"(?<![\w])[^\W\d_]{2,}(?![\w])")
# What stands over the salutation changes with every letter, and what stands under it is the same in thousands.
_SALUTATION = re.compile(r"[ \t>]*(?:Dear|DEAR|Annwyl|ANNWYL)(?:[ \t]+[^\s]{1,24}){1,6}[ \t]*")
_LOOK_AHEAD = 6
"""Lines below a salutation, blank ones among them, in which its paragraph must show that it can stand alone."""
_SENTENCE_ENDS = (".", "!", "?", ":", ";", '."', ".”", ".)")


def chunks(text: str, *, enough: int = ENOUGH_WORDS, most: int = MOST_WORDS) -> Iterator[tuple[int, int]]:
    """Yield half-open pieces of ``text``, in order, that together hold every character that is not blank.

    Args:
        text: any text.
        enough: words a piece needs before a sentence end closes it.
        most: words after which any line end closes it; one longer line stays whole.
    """
    start, end, words = -1, 0, 0
    lines = text.split("\n")
    at = 0
    for number, line in enumerate(lines):
        here, at = at, at + len(line) + 1
        count = len(line.split())
        if not count:
            continue
        if start >= 0 and words + count > most:
            yield start, end
            start, words = -1, 0
        if start < 0:
            start = here
        end, words = here + len(line), words + count
        blank_next = number + 1 >= len(lines) or not lines[number + 1].strip()
        ends = blank_next or line.rstrip().endswith(_SENTENCE_ENDS)
        if (words >= enough and ends) or (_SALUTATION.fullmatch(line) and _words_below(lines, number) >= enough):
            yield start, end
            start, words = -1, 0
    if start >= 0:
        yield start, end


def _words_below(lines: Sequence[str], number: int) -> int:
    """Return how many words the paragraph below a line has: one that is short needs the salutation to be read by."""
    count = 0
    for line in islice(lines, number + 1, number + 1 + _LOOK_AHEAD):
        words = len(line.split())
        if not words and count:
            break
        count += words
    return count


def may_name(piece: str) -> bool:
    """Return whether a piece holds a word at all: numbers, dates and identifiers alone name nobody."""
    return _WORD.search(piece) is not None
