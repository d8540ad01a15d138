"""L137 empty-reference: the letter points to something above or below that is not there.

Why: "as above" with nothing above is left over from another letter, and the reader cannot follow it.
Fix: write it out, or take the line out.
Source: this project; the section 45 Code of Practice asks that correspondence be clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter import pointers, words
from redactor.letter.model import Letter, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_TEXT = (
    "{}Our reference: FOI/24/113\nPostal address: As above\nDate: 4 March 2024\nDear Ms Adeyemi\n"
    "Freedom of Information request\nThank you for your request of 12 February 2024.\nThe information is held. It is set out "
    "below.\nYours sincerely"
)
_SAYS = (
    "Our reference: FOI/24/113\nDate: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\n"
    "Thank you for your request of 12 February 2024.\nThe information is held. {}\nYours sincerely"
)
EXAMPLES = (
    _TEXT.format(""),
    _SAYS.format("The figures are in the table overleaf."),
    _SAYS.format("It is exempt for the reasons given in paragraph 9 above."),
    _SAYS.format("You may ask for a review by writing to the address shown below."),
    _SAYS.format("The plan is on our site at the following link."),
    _SAYS.format("We release the following documents:"),
)
COUNTER_EXAMPLES = (
    _SAYS.format("The figures are in the table below.\nYear\tDrones\n2022\t14\n2023\t19"),
    _SAYS.format("The duty is in paragraph 9 of the Code. The mean was below the table's."),
    _SAYS.format("Write to the address below.\nWestmarch Council, 1 High Street, Westmarch, WR96 1AA"),
    _SAYS.format("The plan is at the following link: www.example.gov.uk/plan"),
    _SAYS.format("We release the following documents:\n1. The plan\n2. The map"),
    _TEXT.format("Westmarch Council\nCivic Centre, 1 High Street, Westmarch, WR96 1AA\n"),
)

_ABOVE = re.compile(r"\(?(?:as|see|same as)\s+(?:above|overleaf|shown above|letterhead)\)?\.?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b\d{1,4}[a-z]?,?\s+(?:[A-Z][\w'-]+\s+){1,3}(?:Road|Street|Lane|Avenue|Way|Square|Place)\b"
    r"|\b(?:House|Centre|Hall|Building|Headquarters|HQ)\b\s*[,\n]"
)
_WANTED = (
    (re.compile(r"e-?mail|mailbox", re.IGNORECASE), re.compile(r"[\w.+-]+@\w"), "e-mail address"),
    (re.compile(r"web|site|online", re.IGNORECASE), re.compile(r"www\.|https?:", re.IGNORECASE), "web address"),
    (
        re.compile(r"tel|phone|dial|call|fax|mobile", re.IGNORECASE),
        re.compile(r"(?<!\d)0\d(?:[\s-]?\d){7,9}"),
        "number",
    ),
    (re.compile(r"address|post", re.IGNORECASE), _ADDRESS, "address"),
)
"""By the label: what has to stand above, and its name."""


@letter_rule("L137", Severity.REVIEW)
def empty_reference(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each label whose value points above, where nothing of the kind stands there."""
    for field in letter.fields:
        if field.zone in (Zone.REQUEST, Zone.ANNEX) or not _ABOVE.fullmatch(letter.value(field.value)):
            continue
        above, label = letter.text[: field.start], letter.value(field.label)
        for asked, there, what in _WANTED:
            if asked.search(label) and not there.search(above):
                said = f'This line says "as above", and no {what} stands above it.'
                yield Hit(said, ranges=((field.start, field.end),))
                break
    for one in pointers.astray(letter, words.lower(letter.text)):
        said = f"These words point to a {one.what} that the letter does not have."
        yield Hit(said, ranges=((one.start, one.end),))
