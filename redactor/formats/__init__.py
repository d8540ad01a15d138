"""File formats, one module or folder each: sniff by content, load every layer, redact.

A format is an instance of ``Format`` in a module of this folder, or in the module ``format`` of a folder here.
``for_bytes`` asks each in turn; nobody else knows how many there are.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from redactor.errors import UnreadableError
from redactor.model import Box, Document, RedactionPlan, SetLine, Source

__all__ = ["Format", "Limits", "Redacted", "for_bytes", "formats"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may cost before it is refused (LimitError) instead of read.

    The guard process enforces ``seconds`` and ``memory_mb`` from outside; a format checks the rest before it decodes.
    """

    seconds: float = 120.0
    seconds_per_page: float = 2.0
    memory_mb: int = 2048
    max_bytes: int = 512 * 1024 * 1024
    max_pages: int = 5000
    max_page_points: float = 15000.0
    max_decoded_bytes: int = 512 * 1024 * 1024
    max_image_pixels: int = 120_000_000
    max_objects: int = 1_000_000
    ocr: str = "all"
    """Which pictures are read, where the extra ``[ocr]`` is installed: "all", "needed" (not where a scan has a text layer
    already), or "off"."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted copy in memory, before anyone believes it.

    Attributes:
        data: the bytes to be verified and written.
        notes: what was dropped or flattened on the way, one plain sentence each, without document text.
        changed: boxes by page outside the redactions where the writer knows it changed pixels (a dropped note icon).
        lines: lines that were set anew or blacked out, so that they tell no width.
    """

    data: bytes
    notes: tuple[str, ...] = ()
    changed: tuple[tuple[int, tuple[float, float, float, float]], ...] = ()
    lines: tuple[SetLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One file format.

    Attributes:
        name: short word ("pdf").
        suffixes: file suffixes for output and folder listing, lower case with dot.
        media_type: IANA media type.
        sniff: True for bytes that claim to be this format, by content, not by name.
        load: bytes -> Document; raises UncheckedError subclasses only.
        redact: bytes and plan -> Redacted; raises RedactionError when it cannot be done safely.
        cut: bytes and places (1-based page, box) -> a small PNG of each as it is displayed, empty where it cannot be drawn.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    sniff: Callable[[bytes], bool]
    load: Callable[[bytes, Source, Limits, str | None], Document]
    redact: Callable[[bytes, Document, RedactionPlan, Limits, str | None], Redacted]
    cut: Callable[[bytes, Sequence[tuple[int, Box]], Limits, str | None], tuple[bytes, ...]] | None = None


def formats() -> tuple[Format, ...]:
    """Return every known format; only the modules that declare one are imported."""
    found = []
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{__name__}.{info.name}{'.format' if info.ispkg else ''}")
        found += [value for value in vars(module).values() if isinstance(value, Format)]
    return tuple(found)


def for_bytes(data: bytes) -> Format:
    """Return the format of a file's content; UnreadableError where none claims it."""
    if not data:
        raise UnreadableError("the file is empty", remedy="Ask for the file again, or export it anew.")
    for candidate in formats():
        if candidate.sniff(data):
            return candidate
    raise UnreadableError(
        "the file is not a PDF", remedy="Only PDF files can be checked; export the document as PDF first."
    )
