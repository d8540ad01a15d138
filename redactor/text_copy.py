"""A redacted plain-text copy of the letter, with the exemption codes where the words stood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from redactor import masking
from redactor.decide import Decided
from redactor.model import Action, Box, Document, Finding, Layer, Segment, box_of

_WORD = re.compile(r"\S+")


def text_copy(document: Document, decided: Decided) -> str:
    """Return the body's text page by page, every redaction replaced by its code, line breaks as in the source.

    A value that only the second reader of a scan got right goes from here too, however the first one spelt it.
    """
    body = [one for one in document.segments if one.layer in (Layer.BODY, Layer.OCR) and not one.again]
    again = {one.id for one in document.segments if one.again}
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for finding in decided.acting(Action.REDACT):
        if finding.span is not None:
            label = decided.decisions[finding.id].exemption or "REDACTED"
            spans[finding.span.segment_id].append((finding.span.start, finding.span.end, label))
            if finding.span.segment_id in again:
                for segment in body:
                    if segment.page == finding.page:
                        spans[segment.id] += ((start, end, label) for start, end in _beneath(segment, finding))
    pages = [masking.replace(segment.text, spans[segment.id]).rstrip() for segment in body]
    return "\n\f\n".join(pages) + "\n"


def _beneath(segment: Segment, finding: Finding) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a page's words that lie, in part or whole, under a finding's boxes."""
    boxes = [box_of(quad) for quad in finding.quads]
    for word in _WORD.finditer(segment.text):
        quads = (quad for quad in segment.quads[word.start() : word.end()] if quad is not None)
        if any(_centred(box_of(quad), boxes) for quad in quads):
            yield word.span()


def _centred(inner: Box, outer: Sequence[Box]) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in outer)
