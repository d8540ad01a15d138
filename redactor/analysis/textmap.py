"""The text as a recognizer should see it, and the way back from each of its characters to the page.

Lines are joined and characters folded; every normalised character knows which raw characters of which segment it
stands for, so that a finding in the normalised text has an exact span and exact quads.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redactor.analysis.fold import fold_line
from redactor.analysis.lines import GLUE, HARD, Join, Line, join, joins, placed_line
from redactor.model import Document, Layer, Quad, QuadArray, Segment, Span

BETWEEN = "\n\n"
"""What stands between two segments; no pattern for a value may run over it."""

_RUNS_ON = 45
"""Characters from which a page's last line counts as prose that may run on."""

_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class TextMap:
    """Normalised text of some segments with an offset map.

    Attributes:
        text: the normalised text.
        segments: the segments in their order in ``text``.
    """

    __slots__ = ("_bounds", "_by_id", "_ends", "_froms", "_starts", "segments", "text")

    def __init__(
        self,
        text: str,
        segments: tuple[Segment, ...],
        starts: array[int],
        ends: array[int],
        froms: list[int],
        bounds: list[int],
    ) -> None:
        self.text = text
        self.segments = segments
        self._starts = starts
        self._ends = ends
        self._froms = froms
        self._bounds = bounds
        self._by_id = {segment.id: at for at, segment in enumerate(segments)}

    def __repr__(self) -> str:
        return f"TextMap(<{len(self.text)} characters of {len(self.segments)} segments>)"

    @classmethod
    def build(cls, segments: Sequence[Segment]) -> TextMap:
        """Normalise segments; the pages of a body that run on in one sentence are joined, others stay apart."""
        made = _Assembly()
        before: tuple[Segment, Line] | None = None
        for segment in segments:
            folded = _fold_segment(segment)
            after = None
            if made.froms:
                after = _over_page(before, segment, folded[0].line) if before and folded else Join(BETWEEN)
            made.add(folded, after)
            # A page without text (a scan's own, before what was read off it) does not part the pages beside it.
            before = (segment, folded[-1].line) if folded else before
        return cls("".join(made.parts), tuple(segments), made.starts, made.ends, made.froms, made.bounds)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the raw spans of a normalised range, one a segment that it touches."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError("A range must lie within the text.")
        found = []
        first = max(bisect_right(self._froms, start) - 1, 0)
        for at in range(first, len(self.segments)):
            low, high = max(start, self._froms[at]), min(end, self._bounds[at])
            if self._froms[at] >= end:
                break
            if low < high:
                found.append(Span(self.segments[at].id, self._starts[low], self._ends[high - 1]))
        return tuple(found)

    def position(self, span: Span) -> tuple[int, int]:
        """Return the normalised range of a raw span; empty where all its characters were dropped.

        Raises:
            KeyError: the segment is not in this map.
        """
        at = self._by_id[span.segment_id]
        low, high = self._froms[at], self._bounds[at]
        start = bisect_right(self._ends, span.start, low, high)
        end = bisect_left(self._starts, span.end, low, high)
        return start, max(start, end)

    def value(self, start: int, end: int) -> str:
        """Return the normalised text of a range with line and cell breaks as single spaces."""
        return " ".join(self.text[start:end].split())

    def quads(self, start: int, end: int) -> tuple[tuple[Segment, tuple[Quad, ...]], ...]:
        """Return, for each segment that a normalised range touches, its quads, one a line."""
        found = []
        for span in self.spans(start, end):
            segment = self.segments[self._by_id[span.segment_id]]
            found.append((segment, quads(segment, span)))
        return tuple(found)


def quads(where: Document | Segment, span: Span) -> tuple[Quad, ...]:
    """Return the boxes of a raw span, one a line or table cell; white space at their ends is left out.

    A character drawn across its line's direction, or lower than half a line, begins a new quad.
    """
    segment = where if isinstance(where, Segment) else where.segment(span.segment_id)
    found: list[Quad] = []
    open_line: _Extent | None = None
    first: Quad | None = None
    """The quad of the open line, while it holds one character alone."""
    for char, quad in zip(segment.text[span.start : span.end], segment.quads[span.start : span.end], strict=True):
        if char in "\n\t":
            _close(found, open_line, first)
            open_line = None
        elif quad is None or char.isspace():
            continue
        elif open_line is None or not open_line.take(quad):
            _close(found, open_line, first)
            open_line, first = _Extent(quad), quad
        else:
            first = None
    _close(found, open_line, first)
    return tuple(dict.fromkeys(found))


def _close(found: list[Quad], line: _Extent | None, first: Quad | None) -> None:
    """Append the box of a line that has ended; that of one character is its own quad."""
    if line is not None:
        found.append(line.quad if first is None else first)


class _Extent:
    """A growing box in the direction of its first quad."""

    __slots__ = ("a0", "a1", "b0", "b1", "u", "upright", "v")

    def __init__(self, quad: Quad) -> None:
        dx, dy = quad[2] - quad[0], quad[3] - quad[1]
        size = (dx * dx + dy * dy) ** 0.5
        self.u = (dx / size, dy / size) if size > 1e-6 else (1.0, 0.0)
        self.v = (-self.u[1], self.u[0])
        self.upright = self.u == (1.0, 0.0)
        self.a0, self.a1, self.b0, self.b1 = self._measure(quad)

    def _measure(self, quad: Quad) -> tuple[float, float, float, float]:
        if self.upright:
            # Nearly every line: its own axes are the page's.
            x0, y0, x1, y1, x2, y2, x3, y3 = quad
            return min(x0, x1, x2, x3), max(x0, x1, x2, x3), min(y0, y1, y2, y3), max(y0, y1, y2, y3)
        (ux, uy), (vx, vy) = self.u, self.v
        along = [quad[i] * ux + quad[i + 1] * uy for i in (0, 2, 4, 6)]
        across = [quad[i] * vx + quad[i + 1] * vy for i in (0, 2, 4, 6)]
        return min(along), max(along), min(across), max(across)

    def take(self, quad: Quad) -> bool:
        """Grow over a quad of the same line; False where it belongs to another."""
        dx, dy = quad[2] - quad[0], quad[3] - quad[1]
        size = (dx * dx + dy * dy) ** 0.5
        if size > 1e-6 and (dx * self.u[0] + dy * self.u[1]) / size < 0.98:
            return False
        a0, a1, b0, b1 = self._measure(quad)
        height = max(self.b1 - self.b0, b1 - b0, 0.1)
        if abs((b0 + b1) - (self.b0 + self.b1)) > height or a0 > self.a1 + 4 * height or a1 < self.a0 - 4 * height:
            return False
        self.a0, self.a1 = min(self.a0, a0), max(self.a1, a1)
        self.b0, self.b1 = min(self.b0, b0), max(self.b1, b1)
        return True

    @property
    def quad(self) -> Quad:
        """Return the box as a quad."""
        (ux, uy), (vx, vy) = self.u, self.v
        return (
            self.a0 * ux + self.b0 * vx, self.a0 * uy + self.b0 * vy,
            self.a1 * ux + self.b0 * vx, self.a1 * uy + self.b0 * vy,
            self.a0 * ux + self.b1 * vx, self.a0 * uy + self.b1 * vy,
            self.a1 * ux + self.b1 * vx, self.a1 * uy + self.b1 * vy,
        )  # fmt: skip


@dataclass(slots=True)
class _FoldedLine:
    """A folded line, where its characters stand in the raw text, and how it joins the next one."""

    line: Line
    starts: Sequence[int]
    ends: Sequence[int]
    after: Join = HARD


@dataclass(slots=True)
class _Assembly:
    """The parts of a map while it grows."""

    parts: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    froms: list[int] = field(default_factory=list)
    bounds: list[int] = field(default_factory=list)

    def add(self, folded: Sequence[_FoldedLine], joined: Join | None) -> None:
        """Append a segment's lines, joined to what went before."""
        if joined is not None:
            if joined.drop_last:
                self.parts[-1] = self.parts[-1][:-1]
                self.starts.pop()
                self.ends.pop()
                self.bounds[-1] -= 1
            self._put(joined.between, [0] * len(joined.between), [0] * len(joined.between))
        self.froms.append(len(self.starts))
        for at, one in enumerate(folded):
            last = at + 1 == len(folded)
            keep = len(one.line.text) - (one.after.drop_last and not last)
            self._put(one.line.text[:keep], one.starts[:keep], one.ends[:keep])
            if not last and one.after.between:
                self._put(one.after.between, [one.ends[-1]], [folded[at + 1].starts[0]])
        self.bounds.append(len(self.starts))

    def _put(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.parts.append(text)
        self.starts.extend(starts)
        self.ends.extend(ends)


def _fold_segment(segment: Segment) -> list[_FoldedLine]:
    """Fold a segment line by line and settle how the lines join."""
    folded: list[_FoldedLine] = []
    soft_hyphen: list[bool] = []
    for start, end in _raw_lines(segment.text):
        text, starts, ends = fold_line(segment.text[start:end], start)
        if text:
            folded.append(_FoldedLine(_line(text, segment.quads, starts, ends), starts, ends))
            soft_hyphen.append(segment.text[start:end].rstrip().endswith("\u00ad"))
    for at, how in enumerate(joins([one.line for one in folded])):
        cut = soft_hyphen[at] and folded[at + 1].line.text[0].isalnum()
        folded[at].after = GLUE if cut else how
    return folded


def _raw_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the raw range of each line."""
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _line(text: str, places: QuadArray, starts: Sequence[int], ends: Sequence[int]) -> Line:
    """Return a folded line with the place of its ends and of its first word."""
    first, last = places[starts[0]], places[ends[-1] - 1]
    if first is None or last is None:
        return Line(text)
    space = text.find(" ")
    word_end = places[ends[space - 1] - 1] if space > 0 else last
    return placed_line(text, first, word_end or last, last)


def _over_page(before: tuple[Segment, Line], segment: Segment, line: Line) -> Join:
    """Return how the last line of a page joins the first of the next: a sentence that runs on does not end there."""
    page, last = before
    follows = (
        page.layer is segment.layer
        and segment.layer in (Layer.BODY, Layer.OCR)
        and page.page is not None
        and segment.page == page.page + 1
        and last.placed
        and line.placed
    )
    if not follows:
        return Join(BETWEEN)
    similar = last.angle == line.angle and 0.8 <= line.height / max(last.height, 0.1) <= 1.25
    runs_on = len(last.text) >= _RUNS_ON and last.text[-1] not in ".:;!?" and line.text[0].islower()
    how = join(last, line, near=similar and runs_on, full=similar and runs_on)
    return Join(BETWEEN) if how is HARD else how
