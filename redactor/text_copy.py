"""A redacted plain-text copy of the letter, with the exemption codes where the words stood."""

from __future__ import annotations

from collections import defaultdict

from redactor import masking
from redactor.decide import Decided
from redactor.model import Action, Document, Layer


def text_copy(document: Document, decided: Decided) -> str:
    """Return the body's text page by page, every redaction replaced by its code, line breaks as in the source."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for finding in decided.acting(Action.REDACT):
        if finding.span is not None:
            label = decided.decisions[finding.id].exemption or "REDACTED"
            spans[finding.span.segment_id].append((finding.span.start, finding.span.end, label))
    pages = [
        masking.replace(segment.text, spans[segment.id]).rstrip()
        for segment in document.segments
        if segment.layer in (Layer.BODY, Layer.OCR)
    ]
    return "\n\f\n".join(pages) + "\n"
