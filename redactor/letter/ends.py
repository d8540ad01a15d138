"""How a letter begins and ends: its fields ("Our ref:"), whom it greets, and who signed it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import cues
from redactor.letter.model import Addressee, Field, Paragraph, Passage, Salutation, Shape, Signature, Zone
from redactor.letter.paragraphs import Block, field_of

_GREETING = re.compile(
    r"(?:dear|greetings|to\swhom\sit\smay\sconcern|annwyl|good\s(?:morning|afternoon|evening|day)|hello|hi)\b[ \t]*"
)
_GENERAL = re.compile(
    r"(?:sirs?|madam|sir/madam|applicants?|requester|requestor|enquirer|colleagues?|customer|resident|member\sof\sthe\spublic|all|"
    r"sir\s(?:or|and|/)\s?madam|syr|sir\s?/\s?madam|editor|team|correspondents?|reader|member|members|householder|parent|tenant|student|patient|friends?|secretary)\b"
)
_PLACEHOLDER = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|/|\s)*[\[<{(].*[\]>})]|[\[<{(].*[\]>})]|x{2,}|_{2,}|\.{3,}|\u2026|\u2588+|(?:name|redacted|insert|title)\b|\*{2,}"
)
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$"
)
"""A date, which is no reference."""
_ZONES = frozenset({Zone.HEADER, Zone.OPENING, Zone.CLOSE, Zone.APPEAL, Zone.REPLY, Zone.ANNEX})


def fields(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Field, ...]:
    """Return labels with their values; labels that stand in a block above their values are joined in order."""
    found: list[Field] = []
    waiting: list[int] = []
    for part in paragraphs:
        row = part.shape is Shape.ROW and part.zone is Zone.HEADER
        if (part.shape is Shape.FIELD or row) and part.zone in _ZONES:
            pair = field_of(text, part.start, part.end)
            if pair is None:
                continue
            label, value = pair
            found.append(Field(part.start, part.end, label, value, part.zone))
            if value.start == value.end and part.zone is Zone.HEADER:
                waiting.append(len(found) - 1)
            else:
                waiting.clear()
        elif waiting and part.zone is Zone.HEADER and _may_be_value(text, found[waiting[0]], part):
            at = waiting.pop(0)
            old = found[at]
            found[at] = Field(old.start, old.end, old.label, Passage(part.start, part.end), old.zone)
        else:
            waiting.clear()
    return tuple(found)


def _may_be_value(text: str, field: Field, part: Paragraph) -> bool:
    """Return True where a line may be the value of a label above it: a date or a number, where one is asked for."""
    label = text[field.label.start : field.label.end].lower()
    value = text[part.start : part.end]
    if "ref" in label and _DAY.search(value.lower()):
        return False
    if "ref" in label or "date" in label or "tel" in label or "phone" in label:
        return any(char.isdigit() for char in value) and len(value) < 50
    return "mail" not in label or "@" in value


def salutations(text: str, lowered: str, paragraphs: Sequence[Paragraph]) -> tuple[Salutation, ...]:
    """Return the greetings of the letter's own."""
    found = []
    for part in paragraphs:
        if part.zone in {Zone.REQUEST, Zone.FURNITURE} or part.end - part.start > 90:
            continue
        if not cues.greets(lowered, Block(part.start, part.end, part.shape)):
            continue
        start = part.end
        for match in _GREETING.finditer(lowered, part.start, part.end):
            # "Annwyl Ms Prys / Dear Ms Prys" greets once; "Dear Dear" is left to be seen.
            if start == part.end or lowered[match.start() - 2] == "/":
                start = match.end()
        if start == part.end and not _GREETING.match(lowered, part.start, part.end):
            # "Ms Eyles," greets by the name alone.
            start = part.start
        end = part.end
        while end > start and text[end - 1] in " ,.:;\t":
            end -= 1
        found.append(Salutation(part.start, part.end, start, max(start, end), _addressee(lowered, start, end)))
    return tuple(found)


def _addressee(lowered: str, start: int, end: int) -> Addressee:
    if start >= end:
        return Addressee.BLANK
    if _PLACEHOLDER.match(lowered, start, end):
        return Addressee.PLACEHOLDER
    return Addressee.GENERAL if _GENERAL.match(lowered, start, end) else Addressee.NAMED


def signatures(lowered: str, paragraphs: Sequence[Paragraph]) -> tuple[Signature, ...]:
    """Return the signature blocks of the letter's own."""
    found: list[Signature] = []
    block: list[Paragraph] = []
    for part in (*paragraphs, None):
        if part is not None and part.zone is Zone.FURNITURE:
            continue
        closing = (
            part is not None
            and part.zone is Zone.CLOSE
            and cues.closes(lowered, Block(part.start, part.end, part.shape))
        )
        if block and (part is None or part.zone is not Zone.CLOSE or closing):
            found.append(_signature(lowered, block))
            block = []
        if part is not None and part.zone is Zone.CLOSE:
            block.append(part)
    return tuple(found)


def _signature(lowered: str, block: Sequence[Paragraph]) -> Signature:
    first = block[0]
    closes = cues.closes(lowered, Block(first.start, first.end, first.shape))
    lines = tuple(Passage(part.start, part.end) for part in block[1 if closes else 0 :])
    return Signature(first.start, block[-1].end, Passage(first.start, first.end) if closes else None, lines)
