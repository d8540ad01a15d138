"""Page labels: the numbers a reader shows for pages ("iv", "A-3"), kept without a prefix that holds something to remove."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.formats.pdf.walk import string_of

SEGMENT = "page-labels"
_STYLES = frozenset({"/D", "/R", "/r", "/A", "/a"})


@dataclass(frozen=True, slots=True)
class Label:
    """How pages are numbered from one on: 0-based page, style (ISO 32000-1, table 159), first number, prefix."""

    page: int
    style: str
    first: int
    prefix: str = field(default="", repr=False)


def read(pdf: pikepdf.Pdf, tainted: Collection[str]) -> tuple[Label, ...]:
    """Return a PDF's page labels in order; where one holds something to remove, all lose their prefixes."""
    prefixes = SEGMENT not in tainted
    found: dict[int, Label] = {}
    for page, entry in _entries(pdf.Root.get("/PageLabels")):
        if isinstance(page, int) and 0 <= page < len(pdf.pages) and isinstance(entry, Dictionary):
            style, prefix = str(entry.get("/S", "")), entry.get("/P")
            first: Any = entry.get("/St")
            found[page] = Label(
                page,
                style if style in _STYLES else "",
                first if isinstance(first, int) and first > 0 else 1,
                string_of(prefix) if prefixes and isinstance(prefix, String) else "",
            )
    return tuple(found[page] for page in sorted(found))


def _entries(root: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs of a number tree (ISO 32000-1, 7.9.7), each node once."""
    met: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in met):
            continue
        met.add(node.objgen)
        pairs, kids = node.get("/Nums"), node.get("/Kids")
        if isinstance(pairs, Array):
            listed: list[Any] = list(pairs)
            yield from zip(listed[::2], listed[1::2], strict=False)
        if isinstance(kids, Array):
            waiting += reversed(list(kids))


def write(pdf: pikepdf.Pdf, labels: Sequence[Label]) -> None:
    """Write page labels into a PDF that has none."""
    if not labels:
        return
    entries: list[Any] = []
    # A number tree of labels has to begin with the first page (ISO 32000-1, 12.4.2).
    for label in labels if labels[0].page == 0 else (Label(0, "/D", 1), *labels):
        entry = Dictionary()
        if label.style:
            entry.S = Name(label.style)
        if label.first != 1:
            entry.St = label.first
        if label.prefix:
            entry.P = String(label.prefix)
        entries += [label.page, entry]
    pdf.Root.PageLabels = Dictionary(Nums=Array(entries))
