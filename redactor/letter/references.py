"""Reference numbers and whose they are: ours, yours, inside the quoted request, of an earlier request, or another's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from redactor.letter.model import Field, Owner, Paragraph, Reference, ReferenceElsewhere, Zone
from redactor.model import Case, Document, Layer

_NUMBER = r"[A-Z0-9]+(?:\s?[/_-]\s?[A-Z0-9]+|\s?\.[A-Z0-9]+|\s\d{2,}[A-Z0-9]*(?!\s?[A-Z][a-z]))*"
_LABEL = re.compile(
    r"\b(?P<whose>our|your|my|foi|foia|eir|request|case|file|complaint|enquiry)?(?:\s(?:foi|foia|eir|request|case))?\s?"
    r"(?P<ref>ref(?:erence)?s?\b\.?|cyf(?:eirnod)?\b|ein\scyf|eich\scyf)(?:\s?(?:no|number|num)\b\.?)?(?:\sis)?\s{0,2}(?P<stop>[:#-]|\t)?[\s(]{0,3}"
)
# A token that says of itself that it is a request's number; OCR may have read its O as a nought and its I as a one.
_OWN_FORM = re.compile(
    r"\b(?:(?:F[O0][I1l]A?|E[I1l]R|RF[I1l]|[I1l]RQ|[I1l]R|FS|S[O0][I1l])[\s/_.#-]{0,3}(?:[A-Z0-9]{1,6}\s?[/_.-]\s?){0,4}[O0-9]{2,}(?:(?:\s?[/_-]\s?|\.)[A-Z0-9]{1,8}){0,3})(?![\w/])"
)
_CITES = re.compile(r"[A-Z]{3,4}\s\d{1,2}[A-Z]?\s?\(\d{1,2}[A-Z]?\)")
_VALUE = re.compile(rf"(?P<value>{_NUMBER})(?!\w)")
_OTHERS = re.compile(
    r"\b(?:crime|incident|cad|log|invoice|contract|purchase|order|tender|decision\snotice|ico|commissioner'?s?|court|urn|policy|planning|application|custody)\b[^.;\n]{0,25}$"
)
_EARLIER = re.compile(
    r"\b(?:previous|earlier|another|other|similar|related|prior|last|separate|disclosure\slog|published)\b[^.;\n]{0,60}$"
)
_OWN_REPLY = re.compile(
    r"\b(?:our|the)\s(?:\w+\s)?(?:response|decision|reply|refusal|answer)\s(?:(?:to|ref|reference|number|no)\W{0,2}\s?){0,2}\(?$"
)
_NOT_GIVEN = re.compile(r"(?:n/?a|none|not\s(?:given|applicable|provided)|-+|tbc|unknown|nil)\b")
_LIKE = str.maketrans("OIL", "011")


def read(
    text: str, lowered: str, paragraphs: Sequence[Paragraph], fields: Sequence[Field], case: Case
) -> tuple[Reference, ...]:
    """Return every reference in the body."""
    starts = [part.start for part in paragraphs]
    yours = {key(value) for value in case.requester.references}
    found: dict[tuple[int, int], Reference] = {}
    for start, end, whose, labelled in (*_fields(text, lowered, fields), *_labelled(text, lowered), *_by_form(text)):
        if any(low < end and start < high for low, high in found if low < high) or (start, end) in found:
            continue
        at = bisect_right(starts, start) - 1
        zone = paragraphs[at].zone if at >= 0 else Zone.HEADER
        if zone is Zone.FURNITURE and not labelled and start == end:
            continue
        value = text[start:end]
        owner = _owner(lowered, start, whose, zone, key(value) in yours)
        found[start, end] = Reference(start, end, owner, key(value), zone, labelled, _is_exact(value))
    return tuple(sorted(found.values(), key=lambda one: one.start))


def elsewhere(document: Document) -> tuple[ReferenceElsewhere, ...]:
    """Return the references in title, bookmarks, file name and other metadata."""
    found = []
    for segment in document.segments:
        if segment.layer not in {Layer.METADATA, Layer.OUTLINE, Layer.FILE_NAME}:
            continue
        head = segment.text[:2000]
        for match in _OWN_FORM.finditer(head.upper() if len(head.upper()) == len(head) else head):
            end = match.end()
            found.append(ReferenceElsewhere(segment.id, segment.place, match.start(), end, key(match[0])))
    return tuple(found)


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
        if match is None and not re.search(r"\b(?:foi|eir|request|case)\s(?:no|number)\b", label):
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
            yield value.start("value"), value.end("value"), match["whose"] or "", True


def _by_form(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield tokens that have the form of a request's number; "EIR 12(4)(e)" cites an exception."""
    for match in _OWN_FORM.finditer(text):
        if not _CITES.match(text, match.start()):
            yield match.start(), match.end(), "", False


def _owner(lowered: str, start: int, whose: str, zone: Zone, is_yours: bool) -> Owner:
    if is_yours or re.search(r"\byour\b|\beich\b", whose):
        return Owner.YOURS
    if zone is Zone.REQUEST:
        return Owner.QUOTED
    line = lowered[max(lowered.rfind("\n", 0, start) + 1, start - 90) : start]
    if _OTHERS.search(line):
        return Owner.OTHER
    if (_EARLIER.search(line) and "our" not in whose) or (zone is not Zone.HEADER and _OWN_REPLY.search(line)):
        return Owner.EARLIER
    if (
        zone in {Zone.CLOSE, Zone.ANNEX, Zone.APPEAL}
        and "our" not in whose
        and not re.search(r"\bf[o0]i|eir|request|quot", line + whose)
    ):
        return Owner.OTHER if not _OWN_FORM.match(lowered.upper(), start) else Owner.OURS
    return Owner.OURS
