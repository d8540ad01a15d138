"""D517 letters-apart: letters stand one by one, and no program can tell the words that they make.

Why: a name set along a curve, down a margin or with wide gaps is read as single letters, and no recognizer finds it.
Fix: read those letters as a person would, and redact them by an area or a term where they name somebody.
Source: ISO 32000-1:2008, 14.8.2.5 Identifying word breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.model import Layer, Segment, Severity
from redactor.rules import Hit, View, around, rule

_READ = frozenset({Layer.BODY, Layer.OCR, Layer.HIDDEN_TEXT, Layer.ANNOTATION, Layer.FORM})
_APART = re.compile(r"(?<!\S)[^\W\d_]{1,2}(?:\s{1,3}[^\W\d_]{1,2}){4,}(?!\S)")
_NAME_LIKE = re.compile(r"[^\W\d_a-z]\s+(?:[a-z]\s+){3,}[a-z]\b")
_LEAST, _LEAST_SINGLE = 6, 0.7
_MONTHS_AND_DAYS = ("jfmamjjasond", "amjjasondjfm", "mtwtfss", "smtwtfs")


@rule("D517", Severity.REVIEW)
def letters_apart(view: View) -> Iterator[Hit]:
    """Yield one hit for each run of letters that stand one by one."""
    for segment in view.document.segments:
        if segment.layer not in _READ:
            continue
        for match in _APART.finditer(segment.text):
            if _may_be_words(match[0]) and not _found(view, segment, *match.span()):
                box = around(segment, *match.span())
                message = f"{len(match[0].split())} letters stand one by one; what words they make was not read."
                yield Hit(message, segment.page, (box,) if box else (), unchecked=True)


def _found(view: View, segment: Segment, start: int, end: int) -> bool:
    """Return whether findings cover most of a run: the letters were put together, and what they say is decided about."""
    inside = 0
    for finding in view.findings:
        if finding.span is not None and finding.span.segment_id == segment.id:
            inside += max(0, min(end, finding.span.end) - max(start, finding.span.start))
    return 2 * inside > end - start


def _may_be_words(run: str) -> bool:
    """Return whether a run of short pieces may be words: no row of answers, no alphabet, no calendar, no small words."""
    pieces = run.split()
    if sum(len(piece) == 1 for piece in pieces) < _LEAST_SINGLE * len(pieces):
        return False
    letters = "".join(pieces).casefold()
    if len(pieces) < _LEAST and not _NAME_LIKE.match(run):
        return False
    if len(set(letters)) < 4 or not set(letters) & set("aeiouy") or max(letters) <= "f":
        return False
    return list(letters) != sorted(set(letters)) and not any(letters in row * 2 for row in _MONTHS_AND_DAYS)
