"""L135 form-refused: the requester asked for a form, and the letter gives another one without a word.

Why: a preference for a form, such as a spreadsheet, must be met so far as is reasonably practicable, or the reason given.
Fix: send it in that form, or say why that is not practicable.
Source: section 11(1) and (3) of the Freedom of Information Act 2000; section 11 of the Scottish Act; regulation 6 of the
    Environmental Information Regulations 2004.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Letter, LetterKind, Passage, Placed, Remark, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_TEXT = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024. "
    "You asked:\n1. Please send me the list of drones in Excel format.\nOur answer:\n1. {}\nYours sincerely"
)
EXAMPLES = (_TEXT.format("The council owns four drones."),)
COUNTER_EXAMPLES = (
    _TEXT.format("The list is attached as an Excel spreadsheet."),
    _TEXT.format(
        "The council holds the list on paper only and cannot provide it in Excel format because nothing is typed."
    ),
)

_FORM = re.compile(
    r"\b(?:excel|spreadsheets?|csv|xlsx?|ods|machine[- ]readable|braille|large print|hard cop(?:y|ies)|paper|word document|pdf)\b",
    re.IGNORECASE,
)
"""Forms that a reply in a letter does not have by itself; "by e-mail" it mostly has."""
_SENT_BESIDE = re.compile(
    r"\b(?:attached|attachments?|enclosed|enclosures?|spreadsheets?|files?|workbook|download\w*)\b", re.IGNORECASE
)
_KINDS = frozenset({LetterKind.FULL, LetterKind.PARTIAL})


_ASKED_IN = re.compile(
    r"\byou(?:r request)?\b.*\b(?:in|as|by way of)\s(?:an?\s|the\s)?(?:\w+\s)?(?:excel|csv|xlsx?|spreadsheet|machine[- ]readable|braille|large print|word document)\b"
    r"|\byou\b.*\b(?:an?|the)\s(?:excel|csv|xlsx?)?\s?(?:excel|csv|xlsx?|file|spreadsheet|workbook)\s(?:file\s|copy\s|version\s)?(?:of|with|showing|listing|containing)\b",
    re.IGNORECASE,
)


def _opening(letter: Letter) -> list[Passage]:
    """Return the sentences before the answer, where a short request is told rather than set apart."""
    return [one for part in letter.paragraphs if part.zone is Zone.OPENING for one in part.sentences]


@letter_rule("L135", Severity.NOTE, _KINDS)
def form_refused(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note where a form was asked for and the answer neither gives nor refuses it."""
    asked: list[Placed] = [one for one in letter.remarks(Remark.FORM_ASKED) if _FORM.search(letter.value(one))]
    asked = asked or [one for one in _opening(letter) if _ASKED_IN.search(letter.value(one))]
    if not asked or letter.remarks(Remark.FORM_REFUSED):
        return
    start = letter.request.end if letter.request else asked[-1].end
    route = letter.review or letter.complaint
    end = route.start if route and route.start > start else len(letter.text)
    if not _FORM.search(letter.text, start, end) and not _SENT_BESIDE.search(letter.text, start, end):
        said = "The request asks for a form of its own, such as a spreadsheet, and the letter neither gives it nor says why not."
        yield Hit(said, ranges=((asked[0].start, asked[0].end),))
