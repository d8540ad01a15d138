"""Redact every surname of a PDF in one of the three ways, and count the bits that the copy still gives of it."""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from redactor.formats import Limits
from redactor.model import Document, Redaction, RedactionPlan, Source, Width, box_of

__all__ = ["Attack", "Result"]

_GRAIN = 20
"""Parts of a point that are told apart."""
_LEADING = 14.0
_GONE = "s40(2)"

Seen = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What one way of redacting leaves: bits of how many, lines set anew of all, and the CPU seconds spent."""

    bits: float
    all_bits: float
    anew: float
    seconds: float

    def __str__(self) -> str:
        return f"{self.bits:.2f} of {self.all_bits:.1f}"


class Attack:
    """One PDF in which the same words stand once for each of many surnames, and what its copies tell of each name.

    Args:
        data: the PDF.
        before, after: what stands before and behind each name.
        lines: how many lines of each copy are looked at, from the name's own on.
    """

    def __init__(self, data: bytes, *, before: str, after: str, lines: int = 1) -> None:
        from redactor.formats.pdf.load import load

        self._data, self._before, self._after, self._lines = data, before, after, lines
        self._document: Document = load(data, Source("x.pdf", "", len(data), "application/pdf"), Limits(), None)

    def result(self, width: Width) -> Result:
        """Redact all names in one way and count what is left."""
        from redactor.formats.pdf.redact import redact

        plan = self._plan(width)
        start = time.process_time()
        made = redact(self._data, self._document, plan, Limits(), None)
        spent = time.process_time() - start
        seen = list(self._observed(made.data, plan))
        anew = sum(not line.blocked for line in made.lines) / max(1, len(made.lines))
        return Result(_bits(seen), math.log2(len(seen)), anew, spent)

    def _plan(self, width: Width) -> RedactionPlan:
        """Plan to remove the surname of every line, and no more."""
        redactions = []
        for segment in self._document.segments:
            if not segment.id.startswith("page/") or segment.page is None:
                continue
            at = segment.text.find(self._before)
            while at >= 0:
                start = at + len(self._before)
                end = segment.text.find(self._after, start)
                boxes = [box_of(quad) for quad in segment.quads[start:end] if quad is not None]
                x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
                x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
                whole = (x0, y0, x1, y0, x0, y1, x1, y1)
                name = f"F-{len(redactions)}"
                redactions.append(Redaction(name, segment.page, (whole,), _GONE, "PERSON", width=width))
                at = segment.text.find(self._before, end)
        return RedactionPlan(tuple(redactions))

    def _observed(self, data: bytes, plan: RedactionPlan) -> Iterator[Seen]:
        """Yield, for each redaction, every letter and every edge of a box on its lines, with its place along them."""
        import pymupdf

        by_page: defaultdict[int, list[Redaction]] = defaultdict(list)
        for one in plan.redactions:
            by_page[one.page].append(one)
        with pymupdf.Document(stream=data, filetype="pdf") as document:
            for number, redactions in sorted(by_page.items()):
                marks = list(_marks(document[number - 1]))
                for one in redactions:
                    _, top, _, bottom = box_of(one.quads[0])
                    bottom += (self._lines - 1) * _LEADING
                    here = (
                        (round((y - top) / _LEADING), round(x * _GRAIN), char)
                        for y, x, char in marks
                        if top < y < bottom
                    )
                    yield tuple(sorted(here))


def _marks(page: Any) -> Iterator[tuple[float, float, str]]:
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    if not char["c"].isspace():
                        yield char["origin"][1], char["origin"][0], char["c"]
    for drawing in page.get_drawings():
        rect = drawing["rect"]
        middle = (rect.y0 + rect.y1) / 2 + 0.27 * (rect.y1 - rect.y0)
        yield middle, rect.x0, "["
        yield middle, rect.x1, "]"


def _bits(seen: Sequence[Seen]) -> float:
    """Return how many bits of a surname an observation gives away, on average (mutual information, Shannon 1948)."""
    classes = Counter(seen)
    return math.log2(len(seen)) - sum(count * math.log2(count) for count in classes.values()) / len(seen)
