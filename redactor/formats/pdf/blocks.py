"""An address beside a reference block: two things on the same lines of a letterhead, to be read one after the other.

Many letters print the recipient's address on the left and "Our ref", "Date" and "Direct dial" on the right. Read
across, every line of the address would end in a reference. A column of labels beside a column of what they stand for
is the opposite case and is left to be read across.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from redactor.formats.pdf.tables import Line, Row, across

_NAMES = (
    r"(?:our|your|my)\s+ref(?:erence)?|ref(?:erence)?(?:\s+n(?:o|umber))?|date(?:d)?|(?:direct\s+)?(?:dial|line|tel)|tel(?:ephone)?|"
    r"phone|fax|mobile|ext(?:ension|n)?|(?:direct\s+)?e-?mail(?:\s+address)?|web(?:site)?|www|dx|contact|please\s+ask\s+for|ask\s+for|"
    r"enquiries(?:\s+to)?|when\s+calling|case\s+officer|case\s+(?:ref(?:erence)?|number)|foi\s+ref(?:erence)?"
)
_LABELLED = re.compile(
    rf"(?P<label>[A-Z][A-Za-z /'\u2019&-]{{1,28}})\s*:\s*\S|(?P<known>{_NAMES})\b[.:]?\s+\S", re.IGNORECASE
)
_LABEL = re.compile(
    rf"[^:]{{1,40}}:\s*|(?:{_NAMES})[.:]?|(?:full\s+)?(?:sur|fore)?names?|(?:home\s+)?address|post\s?code|d\.?o\.?b\.?|"
    r"date\s+of\s+birth|title|subject|to|from|age|organisation|job\s+title|rank|occupation",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s?[0-9][A-Z]{2}\W*$")
_DATE = re.compile(r"(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4}")
_FEWEST = 3
_MOST = 14
"""Lines of one block of a letterhead."""


def are_blocks(sides: Sequence[Sequence[Line]]) -> bool:
    """Return True where the two sides of a gutter are an address and a reference block, or two addresses."""
    if len(sides) != 2:
        return False
    left, right = (_texts(side) for side in sides)
    if min(len(left), len(right)) < 2 or not _FEWEST <= max(len(left), len(right)) <= _MOST:
        return False
    if _are_labels(left) or (_are_labels(right) and not _is_address(left)):
        return False
    if _is_reference_block(right) and not _is_reference_block(left):
        return len(left) >= _FEWEST or _is_address(left)
    if _is_reference_block(left):
        return _is_address(right)
    return _is_address(left) and (_is_address(right) or any(_DATE.fullmatch(text.strip()) for text in right))


def _texts(side: Sequence[Line]) -> list[str]:
    return [_text(row) for row in across(side)]


def _text(row: Row) -> str:
    return "\t".join(" ".join("".join(char for char, _ in line.glyphs) for line in cell).strip() for cell in row)


def _are_labels(texts: Sequence[str]) -> bool:
    return sum(1 for text in texts if _LABEL.fullmatch(text.strip())) > 0.5 * len(texts)


def _is_reference_block(texts: Sequence[str]) -> bool:
    """Return True for lines that mostly carry a label of their own, each a different one."""
    labels = [
        (match["label"] or match["known"]).casefold() for text in texts if (match := _LABELLED.match(text.strip()))
    ]
    return len(labels) >= 2 and len(set(labels)) == len(labels) and 2 * len(labels) >= len(texts)


def _is_address(texts: Sequence[str]) -> bool:
    """Return True for a few short lines of one cell each, of which only one of the last two ends in a postcode."""
    plain = [text for text in texts if text.strip()]
    if not _FEWEST <= len(plain) <= _MOST or any("\t" in text for text in plain):
        return False
    coded = [at for at, text in enumerate(plain) if _POSTCODE.search(text)]
    return len(coded) == 1 and coded[0] >= max(len(plain) - 2, 2) and median(map(len, plain)) <= 40


__all__ = ["are_blocks"]
