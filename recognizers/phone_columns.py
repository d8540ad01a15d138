"""Telephone numbers that stand in a table under "Ext", "Bleep" or "Tel", with no label of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from recognizers.memo import of_last_text
from recognizers.phone_labels import last_label
from recognizers.text_columns import below, heading

_NO: Final = r"(?:[ .]{0,2}(?:no|nos|num|number|numbers)\b)?"
_HEADING: Final = heading(
    r"(?:(?:internal[ ]|phone[ ]|tel[ ]|office[ ])?(?:ext|exts|extn|extns|xtn|extension|extensions)|int|internal|bleeps?|pagers?|DDIs?|D/D"
    r"|direct(?:[ ](?:dial|line|tel|telephone|number))?|(?:tel|telephone|phone|contact|office|work|desk)(?:[ ](?:tel|telephone|phone))?"
    rf"|GTN|VM|voice[ ]?mail|land[ ]?line|switch[ ]?board|fax|help[ ]?line){_NO}"
)
_SHORT: Final = re.compile(r"(?:x|ext\.?[ ]?)?(?P<digits>[0-9]{3,7}|[0-9]{1,4}[ -][0-9]{3,4})", re.IGNORECASE)
_LONG: Final = re.compile(r"[+(]?[0-9][0-9 ()\xa0-]{8,20}")
# "Name Ext" over "Jane Doe 4521": only a single space parts the last column from the rest.
_LAST_HEADING: Final = re.compile(
    r"^(?:[A-Z][\w/.'-]{0,20}[ ]){1,6}(?:Exts?|Extns?|Xtn|Bleep|Pager|DDI|EXTN?)(?:[ ]No)?\.?[ ]{0,3}\n", re.MULTILINE
)
_LAST_VALUE: Final = re.compile(r"[^\n\t|]{1,80}?[ ](?P<value>[0-9]{3,7})[ ]{0,3}(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A number in a column: half-open span, what its heading says of it, and whether it is no whole number."""

    start: int
    end: int
    kind: str
    short: bool


@of_last_text
def entries(text: str) -> tuple[Entry, ...]:
    """Return the entries of every telephone column of a text, in order."""
    found = {entry.start: entry for entry in (*_under_last_heading(text), *_under_headings(text))}
    return tuple(found[start] for start in sorted(found))


def _under_headings(text: str) -> Iterator[Entry]:
    for head, cells, column in below(text, _HEADING):
        start, end = cells[column]
        kind = last_label(head) or "direct"
        if short := _SHORT.fullmatch(text, start, end):
            yield Entry(short.start("digits"), end, kind, True)
        elif _LONG.fullmatch(text, start, end):
            yield Entry(start, end, kind, False)


def _under_last_heading(text: str) -> Iterator[Entry]:
    for head in _LAST_HEADING.finditer(text):
        at = head.end()
        while value := _LAST_VALUE.match(text, at):
            yield Entry(*value.span("value"), "direct", True)
            at = value.end()


__all__ = ["Entry", "entries"]
