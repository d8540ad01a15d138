"""Reference numbers and whose they are: ours, yours, inside the quoted request, of an earlier request, or another's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from redactor.letter import owners
from redactor.letter.model import Field, Owner, Paragraph, Reference, ReferenceElsewhere, Zone
from redactor.model import Case, Document, Layer

_NUMBER = r"[A-Z0-9]+(?:\s?[/_-]\s?[A-Z0-9]+|\s?\.[A-Z0-9]+|\s\d{2,}[A-Z0-9]*(?!\s?[A-Z][a-z]))*"
_LABEL = re.compile(
    r"\b(?P<ref>ref(?:erence)?s?\b\.?|identifier|cyf(?:eirnod)?\b|ein\scyf|eich\scyf)(?:\s?(?:no|number|num)\b\.?)?(?:\sis)?\s{0,2}(?P<stop>[:#-]|\t|\s[\u2013-])?[\s('\"]{0,3}"
)
_WHOSE = re.compile(
    r"((?:\b(?:our|your|yr|my|foi|foia|foisa|eir|request|case|file|complaint|enquiry|own|official|unique|internal|applicant'?s?|requester'?s?)\s){1,3})$"
)
# A token that says of itself that it is a request's number; OCR may have read its O as a nought and its I as a one.
_OWN_FORM = re.compile(
    r"\b(?:(?:F[O0][I1l]A?|E[I1l]R|RF[I1l]|[I1l]RQ|[I1l]R|FS|S[O0][I1l])[\s/_.#-]{0,3}(?:[A-Z0-9]{1,6}\s?[/_.-]\s?){0,4}[O0-9]{2,}(?:(?:\s?[/_-]\s?|\.)[A-Z0-9]{1,8}){0,3})(?![\w/])"
)
_CITES = re.compile(r"[A-Z]{3,4}\s\d{1,2}[A-Z]?\s?\(\d{1,2}[A-Z]?\)")
_CALLED = re.compile(
    r"\b(?:foi|eir|request|case)\s(?:no|number)\b|^(?:(?:your|our|foi|the)\s)*(?:request|case|enquiry)\W*$"
)
_VALUE = re.compile(rf"(?P<value>{_NUMBER})(?!\w)")
# What of a number stands before the letters by which it was known: "24/" of "24/FOI/0771", "OPCC/" of "OPCC/IR/14".
_BEFORE = re.compile(r"(?:[A-Z0-9]{1,10}[/_.-]){1,4}$")
_NOT_GIVEN = re.compile(r"(?:n/?a|none|not\s(?:given|applicable|provided)|-+|tbc|unknown|nil)\b")
_PART = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z\d]+")
_LIKE = str.maketrans("OIL", "011")


def read(
    text: str, lowered: str, paragraphs: Sequence[Paragraph], fields: Sequence[Field], case: Case
) -> tuple[Reference, ...]:
    """Return every reference in the body."""
    starts = [part.start for part in paragraphs]
    yours = {key(value) for value in case.requester.references}
    found: dict[tuple[int, int], Reference] = {}
    alone = [(start, end, "", False) for start, end in owners.standing_alone(text, paragraphs)]
    labels = list(_fields(text, lowered, fields))
    shapes = _shapes(text, [*alone, *labels], case)
    told = (*labels, *_labelled(text, lowered), *_by_shape(text, shapes), *_by_form(text), *alone)
    for start, end, whose, labelled in told:
        if any(low < end and start < high for low, high in found if low < high) or (start, end) in found:
            continue
        at = bisect_right(starts, start) - 1
        part = paragraphs[at] if at >= 0 else None
        zone = part.zone if part is not None else Zone.HEADER
        if zone is Zone.FURNITURE and not labelled and start == end:
            continue
        value = text[start:end]
        like = not labelled or bool(_OWN_FORM.search(value)) or any(shape.fullmatch(value) for shape in shapes)
        owner = owners.owner(
            lowered, part, (start, end), whose, yours=bool(value) and key(value) in yours, request_like=like
        )
        found[start, end] = Reference(start, end, owner, key(value), zone, labelled, _is_exact(value))
    return tuple(sorted(found.values(), key=lambda one: one.start))


def elsewhere(document: Document, text: str, found: Sequence[Reference], case: Case) -> tuple[ReferenceElsewhere, ...]:
    """Return the references in title, bookmarks, file name and other metadata."""
    told: dict[tuple[str, int], ReferenceElsewhere] = {}
    own = [text[one.start : one.end] for one in found if one.owner is Owner.OURS and one.key]
    shapes = [shape for value in dict.fromkeys([case.reference, *own]) if (shape := _shape(value))]
    for segment in document.segments:
        if segment.layer not in {Layer.METADATA, Layer.OUTLINE, Layer.FILE_NAME}:
            continue
        head = segment.text[:2000]
        head = head.upper() if len(head.upper()) == len(head) else head
        places = [(start, end) for start, end, _, _ in (*_by_shape(head, shapes), *_by_form(head))]
        for start, end in places:
            if not any(one.segment_id == segment.id and one.start < end and start < one.end for one in told.values()):
                told[segment.id, start] = ReferenceElsewhere(
                    segment.id, segment.place, start, end, key(head[start:end])
                )
    return tuple(told.values())


def _shapes(text: str, heads: Sequence[tuple[int, int, str, bool]], case: Case) -> list[re.Pattern[str]]:
    """Return the shapes of this authority's numbers: that in the case file, and those of the heading."""
    values = [case.reference, *(text[start:end] for start, end, whose, _ in heads if not owners.is_theirs(whose))]
    return [shape for value in dict.fromkeys(values) if (shape := _shape(value))]


def _shape(value: str) -> re.Pattern[str] | None:
    """Return the pattern of numbers made like this one, with the same letters; None where it has no letters to go by."""
    parts = _PART.findall(value)
    letters = sum(len(part) for part in parts if part.isalpha())
    if letters < 2 or not any(part.isdigit() for part in parts):
        return None
    made = [
        re.escape(part.upper())
        if part.isalpha()
        else rf"\d{{{max(1, len(part) - 1)},{len(part) + 1}}}"
        if part.isdigit()
        else r"\s?[\s/_.-]\s?"
        for part in parts
    ]
    return re.compile(rf"(?<![\w/-]){''.join(made)}(?![\w/-])")


def _by_shape(text: str, shapes: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int, str, bool]]:
    """Yield tokens that are made as this authority's numbers are."""
    for shape in shapes:
        for match in shape.finditer(text):
            yield match.start(), match.end(), "", False


def key(value: str) -> str:
    """Return a reference as it is compared: capitals and digits, O as 0, I and L as 1."""
    return "".join(char for char in value.upper() if char.isalnum()).translate(_LIKE)


def _is_exact(value: str) -> bool:
    """Return False where spaces stand inside, or a letter among digits looks like one of them."""
    return not re.search(r"\s[/_.-]|[/_.-]\s|\d[OIl](?=\d|$)|(?<=[/_-])[OIl]\d|F0I|FO1|F01|E1R", value)


def _fields(text: str, lowered: str, fields: Sequence[Field]) -> Iterator[tuple[int, int, str, bool]]:
    """Yield the values of fields whose label says reference, blank ones too."""
    for field in fields:
        label = lowered[field.label.start : field.label.end]
        match = _LABEL.search(lowered, field.label.start, field.value.start)
        if match is None and not _CALLED.search(label):
            continue
        whose = label
        start, end = field.value.start, field.value.end
        if start == end:
            yield start, start, whose, True
        elif not _NOT_GIVEN.match(lowered, start, end):
            value = _VALUE.search(text.upper() if len(text.upper()) == len(text) else text, start, end)
            if value and any(char.isdigit() for char in value["value"]):
                yield value.start("value"), value.end("value"), whose, True


def _labelled(text: str, lowered: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield references behind a label within a sentence or line."""
    for match in _LABEL.finditer(lowered):
        value = _VALUE.match(text, match.end())
        if value is not None and any(char.isdigit() for char in value["value"]) and len(value["value"]) > 2:
            whose = _WHOSE.search(lowered, max(0, match.start() - 40), match.start())
            yield value.start("value"), value.end("value"), whose[1] if whose else "", True


def _by_form(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield tokens that have the form of a request's number, with what stands before its letters; "EIR 12(4)(e)" has none."""
    for match in _OWN_FORM.finditer(text):
        if _CITES.match(text, match.start()):
            continue
        before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
        if before is not None and (before.start() == 0 or not text[before.start() - 1].isalnum()):
            yield before.start(), match.end(), "", False
        elif before is None:
            yield match.start(), match.end(), "", False
