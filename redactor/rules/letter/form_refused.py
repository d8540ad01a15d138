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
_SHEET, _DOCUMENT, _PAPER = "sheet", "document", "paper"
_FAMILIES = {
    "excel": _SHEET, "spreadsheet": _SHEET, "csv": _SHEET, "xls": _SHEET, "ods": _SHEET, "machine": _SHEET, "workbook": _SHEET,
    "pdf": "pdf", "word": _DOCUMENT, "hard": _PAPER, "paper": _PAPER, "braille": "braille", "large": "large print",
}  # fmt: skip
"""By the first word of a form: forms that serve for one another."""
_AS = re.compile(r"\b(?:as|in|into)\s(?:an?\s|the\s)?(?:form\sof\s(?:an?\s)?)?(?:\w+\s)?$", re.IGNORECASE)
"""Before the form in which something is sent: "as a PDF"."""
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
    wanted = {_family(form[0]) for one in asked for form in _FORM.finditer(letter.text, one.start, one.end)}
    sent = list(_FORM.finditer(letter.text, start, end))
    other = [
        form
        for form in sent
        if _family(form[0]) not in wanted and _AS.search(letter.text[max(start, form.start() - 30) : form.start()])
    ]
    if other and not any(_family(form[0]) in wanted for form in sent):
        said = "The request asks for a form of its own, the letter gives another one, and it does not say why."
        yield Hit(said, ranges=((asked[0].start, asked[0].end), other[0].span()))
    elif not sent and not _SENT_BESIDE.search(letter.text, start, end):
        said = "The request asks for a form of its own, such as a spreadsheet, and the letter neither gives it nor says why not."
        yield Hit(said, ranges=((asked[0].start, asked[0].end),))


def _family(form: str) -> str:
    """Return the kind of form that a word names."""
    return next((family for word, family in _FAMILIES.items() if form.lower().startswith(word)), form.lower())
