"""L119 references-differ: the reply carries more than one reference of its own, or a blank one.

Why: a reference left over from another reply files the letter under the wrong request, and publishes that person's.
Fix: use one reference in heading, text, title and file name.
Source: ICO guidance on the time and manner of replies; the section 45 Code of Practice on handling requests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from redactor.letter.model import Letter, LetterKind, Owner, Reference, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule

_TEXT = (
    "Our reference: {}\nYour reference: AB/17\nDate: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request FOI/24/113\n"
    "Thank you for your request of 12 February 2024.\nThe council holds the information. It is set out below.\nYours sincerely"
)
EXAMPLES = (
    _TEXT.format("FOI/24/131"),
    _TEXT.format(""),
    Example(_TEXT.format("FOI/24/113"), title="FOI/24/131 reply"),
)
COUNTER_EXAMPLES = (
    _TEXT.format("FOI/24/113"),
    _TEXT.format("FOI 24 113"),
    Example(_TEXT.format("FOI/24/113"), title="FOI_24_113 reply"),
)


_FORM = re.compile(r"(?<![A-Z])(?:F[O0][I1l]A?|E[I1l]R|RF[I1l])(?![A-Z])", re.IGNORECASE)
"""Letters that only a request's number has."""
_LEAST = 4
"""Characters that a shortened reference must have to be told from another one."""


@letter_rule("L119", Severity.BLOCK)
def references_differ(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit where two own references differ, in the body or outside it, and one for a blank one."""
    ours = [one for one in letter.references if one.owner is Owner.OURS]
    for one in ours:
        if not one.key:
            yield Hit("The letter's own reference is blank.", ranges=((one.start, max(one.end, one.start + 1)),))
    filled = [one for one in ours if one.key]
    # A reference read from a scan may have a letter taken for a digit; a person compares those.
    firsts: dict[str, Reference] = {}
    for one in filled:
        if not any(_alike(one.key, key) for key in firsts):
            firsts[one.key] = one
    if len(firsts) > 1:
        said = f"The letter carries {len(firsts)} different references of its own."
        at = tuple((one.start, one.end) for one in firsts.values())
        yield Hit(said, ranges=at, severity=_weight(letter, list(firsts.values())))
    known = _key(view.case.reference)
    if known and filled and not any(_alike(known, one.key) for one in filled) and not _stands(letter, known):
        said = "The reference in the letter is not the one in the case file."
        same = _family(letter.value(filled[0])) == _family(view.case.reference)
        yield Hit(said, ranges=((filled[0].start, filled[0].end),), severity=None if same else Severity.REVIEW)
    for other in letter.references_elsewhere:
        if firsts and not any(_alike(other.key, key) for key in (*firsts, *([known] if known else []))):
            yield Hit(f"The reference in the {other.place} is not the one in the letter.")


def _weight(letter: Letter, firsts: Sequence[Reference]) -> Severity | None:
    """Return BLOCK where two numbers of one series stand in one letter, NOTE where each may be of a series of its own."""
    if letter.kind.kind is LetterKind.REVIEW:
        # A review has a number of its own, and names that of the answer it looks at.
        return Severity.NOTE
    series = Counter(_family(letter.value(one)) for one in firsts)
    if max(series.values()) < 2 and not all(_FORM.search(letter.value(one)) for one in firsts):
        return Severity.NOTE
    return None if all(one.exact for one in firsts) else Severity.REVIEW


def _family(reference: str) -> str:
    """Return the letters of a reference, by which the numbers of one series are known."""
    return "".join(filter(str.isalpha, reference.upper()))


def _stands(letter: Letter, known: str) -> bool:
    """Return whether the number that the case file has stands in the letter's own words all the same."""
    return any(
        known in _key(letter.text[part.start : part.end]) for part in letter.paragraphs if part.zone is not Zone.REQUEST
    )


def _alike(one: str, other: str) -> bool:
    """Return whether two keys are one reference, of which one reading lacks letters at an end: "BLT-FOI-57", "FOI-57"."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if len(short) < _LEAST:
        return False
    return (long.endswith(short) and (long[0].isalpha() or short[0].isalpha())) or (
        long.startswith(short) and long[len(short)].isalpha()
    )


def _key(reference: str) -> str:
    """Return a reference's letters and digits, with those alike in a scan made one, as the letter model has them."""
    table = str.maketrans("OIL", "011")
    return "".join(filter(str.isalnum, reference.upper())).translate(table)
