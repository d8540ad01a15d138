"""The PDF format as the registry finds it; the heavy libraries load only when a file is read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.formats import Format, Limits, Redacted
from redactor.model import Box, Document, RedactionPlan, Source

HEADER_WITHIN = 1024
"""Readers accept ``%PDF-`` anywhere in the first 1024 bytes (ISO 32000-1, Annex H.3, note 13)."""

_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|\?xml|svg|script)", re.IGNORECASE)


def sniff(data: bytes) -> bool:
    """Return True for bytes that claim to be a PDF by their header and do not begin as a web page."""
    head = data[:HEADER_WITHIN]
    return b"%PDF-" in head and not _MARKUP.match(head)


def load(data: bytes, source: Source, limits: Limits, password: str | None) -> Document:
    """Read every layer of a PDF; see ``redactor.formats.pdf.load``."""
    from redactor.formats.pdf import load as reader

    return reader.load(data, source, limits, password)


def redact(data: bytes, document: Document, plan: RedactionPlan, limits: Limits, password: str | None) -> Redacted:
    """Write a redacted copy of a PDF; see ``redactor.formats.pdf.redact``."""
    from redactor.formats.pdf import redact as writer

    return writer.redact(data, document, plan, limits, password)


def cut(data: bytes, places: Sequence[tuple[int, Box]], limits: Limits, password: str | None) -> tuple[bytes, ...]:
    """Draw places of a PDF; see ``redactor.formats.pdf.show``."""
    from redactor.formats.pdf import show

    return show.cut(data, places, limits, password)


FORMAT = Format("pdf", (".pdf",), "application/pdf", sniff, load, redact, cut)
