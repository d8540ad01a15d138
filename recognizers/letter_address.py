"""The address block of a letter: the lines that stand under the requester's name at its head or under their signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

_MOST_LINES: Final = 7
_LONGEST: Final = 48
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}\b", re.IGNORECASE)
_STREET: Final = (
    "road|rd|street|st|avenue|ave|lane|ln|drive|dr|close|crescent|court|gardens|place|square|terrace|way|hill|grove|park|row|walk"
    "|mews|rise|view|green|fields?|house|cottages?|villas?|parade|gate|yard|wharf|quay|croft|heights|mount|drove|end|broadway"
)
_TELLING = re.compile(
    rf"^(?:flat|apartment|apt)[ ]?\w{{1,4}}\b|^(?:no\.?[ ])?\d{{1,4}}[A-Za-z]?[, ]+(?:\w[\w'’.-]*[ ]){{1,4}}?(?:{_STREET})\b",
    re.IGNORECASE,
)
_NO_ADDRESS = re.compile(
    r"^(?:dear|our ref|your ref|ref|date|re|tel|telephone|mobile|phone|e-?mail|fax|www|subject|sent|to|from|cc|by e-?mail|direct)\b"
    r"|[@?!;]|https?:|[a-z]{3,}\.$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^(?:\w{3,9}day[, ]+)?\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\w{3,9}|\d{1,2})[ /.-]\d{2,4}\b|^\w{3,9} \d{4}$"
)
_NAME_LINE_REST = re.compile(
    r"[\s>.,]*(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Name|To|From)\b[.:]?[\s,]*){0,2}", re.IGNORECASE
)


def blocks(text: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the half-open place of each line of an address block under one of ``names``.

    A block follows a line on which nothing but the name and a title stands, ends at a blank line, a salutation, a date or
    a postcode, and counts only where it holds a house number, a flat or a postcode: so no job title under a name is taken.
    """
    for start, end in names:
        if text[max(0, start - 1) : start].isalnum():
            continue
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        if line_end < 0 or not _NAME_LINE_REST.fullmatch(text[line_start:start]):
            continue
        if text[end:line_end].strip(" ,.\t"):
            continue
        found: list[tuple[int, int]] = []
        telling = False
        at = line_end + 1
        for _ in range(_MOST_LINES):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            line = text[at:stop].strip(" >\t,")
            if not line or len(line) > _LONGEST or _NO_ADDRESS.search(line) or _DATE.match(line):
                break
            low = text.index(line, at)
            found.append((low, low + len(line)))
            telling = telling or _TELLING.match(line) is not None or _POSTCODE.search(line) is not None
            at = stop + 1
            if _POSTCODE.search(line) or stop == len(text):
                break
        if telling:
            yield from found
