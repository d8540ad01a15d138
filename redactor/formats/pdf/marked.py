"""Keep the numbered stretches of a page in step with its tags: cut them where something is removed, and check them after.

A stretch that loses a name in its middle is cut in three, so that a screen reader says "redacted" between the words
before and after it. All this happens before anything is removed, and every cut has the same letters in the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Operator, String

from redactor.formats.pdf import letterfall
from redactor.formats.pdf.content import END_MARK, PATHS, SHOWS, mark, number_of
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.letterfall import Pen, Point
from redactor.formats.pdf.quads import contains, is_upright, overlap
from redactor.formats.pdf.tags import Gap, Marked, UnsoundTagsError
from redactor.model import Box, Quad, Redaction, box_of

_PAINTS = PATHS | SHOWS | {"INLINE IMAGE"}
_PICTURES = frozenset({"Do", "INLINE IMAGE"})
_SHOW = Operator("Tj")
_BAND = 8.0
"""Points; boxes are looked up by the bands of the page they cross."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's instructions with its stretches cut, which parts came of each, and which draw something that is redacted."""

    instructions: list[Any] = field(repr=False)
    parts: dict[Marked, list[Marked | Gap]]
    touched: frozenset[Marked]


@dataclass(slots=True)
class _Stretch:
    """What lies between one mark and its end; beside each instruction the redaction that its letters fall under."""

    mark: Any
    number: int
    items: list[tuple[Any, str, str | None]] = field(default_factory=list)
    nested: bool = False
    gaps: list[str] = field(default_factory=list)

    @property
    def under(self) -> str | None:
        return self.items[-1][2] if self.items else None


def cut(
    instructions: Iterable[Any],
    *,
    page: int,
    kinds: dict[int, str],
    resources: Any,
    frame: Frame,
    redactions: Sequence[Redaction],
) -> Cut:
    """Cut the stretches of one page before and behind what its redactions remove.

    Args:
        instructions: the page's, with the marks of its tags alone.
        page: its number.
        kinds: its stretches' types; the new ones are added.
        resources: its resource dictionary.
        frame: where it lies in user space.
        redactions: those of the page, in the order of the plan.
    """
    return _Cutter(page, kinds, Pen(resources), frame, redactions).cut(instructions)


class _Cutter:
    def __init__(
        self, page: int, kinds: dict[int, str], pen: Pen, frame: Frame, redactions: Sequence[Redaction]
    ) -> None:
        self._page, self._kinds, self._pen, self._frame = page, kinds, pen, frame
        self._boxes = [(one.finding_id, quad, box_of(quad)) for one in redactions for quad in one.quads]
        self._bands: dict[int, list[tuple[str, Quad, Box]]] = {}
        for entry in self._boxes:
            for band in range(int(entry[2][1] // _BAND), int(entry[2][3] // _BAND) + 1):
                self._bands.setdefault(band, []).append(entry)
        self._out: list[Any] = []
        self._parts: dict[Marked, list[Marked | Gap]] = {}
        self._touched: set[Marked] = set()
        self._said: set[str] = set()
        self._next = max(kinds, default=-1) + 1

    def cut(self, instructions: Iterable[Any]) -> Cut:
        stretch: _Stretch | None = None
        depth = 0
        for one in instructions:
            operator, operands = str(one.operator), one.operands
            number = number_of(operands) if operator == "BDC" else None
            if stretch is None and number is not None:
                stretch, depth = _Stretch(one, number), 1
                continue
            if stretch is None:
                self._follow(operator, operands)
                self._out.append(one)
                continue
            if operator in ("BDC", "BMC"):
                depth, stretch.nested = depth + 1, True
            elif operator == "EMC":
                depth -= 1
                if depth == 0:
                    self._close(stretch)
                    stretch = None
                    continue
            self._take(stretch, one, operator, operands)
        return Cut(self._out, self._parts, frozenset(self._touched))

    def _follow(self, operator: str, operands: Any) -> None:
        if operator in letterfall.SHOWS:
            self._pen.shown(operator, operands)
        else:
            self._pen.move(operator, operands)

    def _take(self, stretch: _Stretch, one: Any, operator: str, operands: Any) -> None:
        if operator in letterfall.SHOWS:
            stretch.items += self._pieces(one, operator, operands, stretch.under)
            return
        if operator in _PICTURES:
            corners = self._pen.drawn(operands if operator == "Do" else ["/"])
            for finding in self._touching(corners):
                self._touched.add(Marked(self._page, stretch.number))
                if finding not in stretch.gaps:
                    stretch.gaps.append(finding)
        else:
            self._pen.move(operator, operands)
        stretch.items.append((one, operator, stretch.under))

    def _pieces(self, one: Any, operator: str, operands: Any, under: str | None) -> list[tuple[Any, str, str | None]]:
        """Return an instruction that shows letters, in pieces where its letters come under a redaction or out of it."""
        fallen = [
            (size, [self._under(point) for point in points]) for size, points in self._pen.shown(operator, operands)
        ]
        found = {finding for _, owners in fallen for finding in owners}
        if len(found) <= 1:
            return [(one, operator, found.pop() if found else under)]
        pieces: list[tuple[str | None, list[Any]]] = []
        strings = iter(fallen)
        for part in operands[0] if operator == "TJ" else operands[-1:]:
            if not isinstance(part, String):
                if not pieces:
                    pieces.append((under, []))
                pieces[-1][1].append(part)
                continue
            size, owners = next(strings)
            # It shows nothing, and pdfium forgets the gap behind one that ends an array: what follows would move.
            if not bytes(part) and operator == "TJ":
                continue
            for finding, raw in _runs(bytes(part), size, owners):
                if not pieces or (pieces[-1][0] != finding and any(isinstance(p, String) for p in pieces[-1][1])):
                    pieces.append((finding, []))
                elif pieces[-1][0] != finding:
                    pieces[-1] = (finding, pieces[-1][1])
                pieces[-1][1].append(String(raw))
        if operator == "TJ":
            return [(ContentStreamInstruction([Array(parts)], one.operator), operator, at) for at, parts in pieces]
        first, *others = pieces
        lead = ContentStreamInstruction([*operands[:-1], *first[1]], one.operator)
        return [(lead, operator, first[0])] + [
            (ContentStreamInstruction(parts, _SHOW), "Tj", at) for at, parts in others
        ]

    def _under(self, point: Point) -> str | None:
        x = (point[0] - self._frame.x0) * self._frame.unit
        y = (self._frame.y1 - point[1]) * self._frame.unit
        for finding, quad, (x0, y0, x1, y1) in self._bands.get(int(y // _BAND), ()):
            if x0 <= x <= x1 and y0 <= y <= y1 and (is_upright(quad) or contains(quad, x, y)):
                return finding
        return None

    def _touching(self, corners: Sequence[Point]) -> Iterator[str]:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        covered: Box = self._frame.box(min(xs), min(ys), max(xs), max(ys))
        for finding, _, box in self._boxes:
            if overlap(covered, box):
                yield finding

    def _close(self, stretch: _Stretch) -> None:
        findings = {under for _, _, under in stretch.items} - {None}
        source = Marked(self._page, stretch.number)
        parts: list[Marked | Gap] = []
        if not findings or stretch.nested:
            self._out += [stretch.mark, *(one for one, _, _ in stretch.items), END_MARK]
            parts.append(source)
            for _, _, under in stretch.items:
                self._say(under, parts)
        else:
            for run, under in _segments(stretch):
                if not any(operator in _PAINTS for _, operator in run):
                    self._out += [one for one, _ in run]
                    continue
                number = stretch.number if not parts else self._new(stretch.number)
                kind = self._kinds[stretch.number]
                self._out += [mark(kind, number), *(one for one, _ in run), END_MARK]
                parts.append(Marked(self._page, number))
                self._say(under, parts)
        for finding in stretch.gaps:
            self._say(finding, parts)
        if parts != [source]:
            self._parts[source] = parts

    def _new(self, like: int) -> int:
        number = self._next
        self._next += 1
        self._kinds[number] = self._kinds[like]
        return number

    def _say(self, finding: str | None, parts: list[Marked | Gap]) -> None:
        """Note a redaction's place behind what stands before it; one over several lines is said once."""
        if finding is not None and finding not in self._said:
            self._said.add(finding)
            parts.append(Gap(self._page, finding))


def _runs(raw: bytes, size: int, owners: Sequence[str | None]) -> Iterator[tuple[str | None, bytes]]:
    """Yield a string in runs of letters that fall under the same redaction."""
    if size == 0 or not owners:
        yield (owners[0] if owners else None), raw
        return
    start = 0
    for at in range(1, len(owners)):
        if owners[at] != owners[start]:
            yield owners[start], raw[start * size : at * size]
            start = at
    yield owners[start], raw[start * size :]


def _segments(stretch: _Stretch) -> Iterator[tuple[list[tuple[Any, str]], str | None]]:
    """Yield a stretch in runs under the same redaction; marks and text objects may not cross (ISO 32000-1, 14.6.1)."""
    whole = any(operator == "BT" for _, operator, _ in stretch.items)
    run: list[tuple[Any, str]] = []
    now: str | None = None
    for one, operator, under in stretch.items:
        apart = whole and operator in ("BT", "ET")
        if run and (apart or under != now):
            yield run, now
            run = []
        now = under
        if apart:
            yield [(one, operator)], now
        else:
            run.append((one, operator))
    if run:
        yield run, now


def numbers(page: pikepdf.Page) -> set[int]:
    """Return the numbers of a page's stretches.

    Raises:
        UnsoundTagsError: marks and text objects cross, or a mark is not closed.
    """
    found: set[int] = set()
    opened: list[str] = []
    for one in pikepdf.parse_content_stream(page, "BDC BMC EMC BT ET"):
        operator = str(one.operator)
        if operator in ("EMC", "ET"):
            if not opened or (opened.pop() == "BT") != (operator == "ET"):
                raise UnsoundTagsError("marks and text objects cross")
            continue
        opened.append(operator)
        number = number_of(one.operands) if operator == "BDC" else None
        if number is not None:
            found.add(number)
    if opened:
        raise UnsoundTagsError("a mark is not closed")
    return found


def uncrossed(instructions: Iterable[Any]) -> list[Any]:
    """Return instructions in which a mark that ends inside a text object also begins there.

    MuPDF writes a mark when something is drawn under it, and then before the ``BT`` that waits with it. What stands between the
    two sets colours and fonts, which no mark minds.

    Raises:
        UnsoundTagsError: something is drawn between the two.
    """
    out: list[Any] = []
    opened: list[int] = []
    text = -1
    for one in instructions:
        operator = str(one.operator)
        if operator in ("BDC", "BMC"):
            opened.append(len(out))
        elif operator == "BT":
            text = len(out)
        elif operator == "ET":
            text = -1
        elif operator == "EMC" and opened:
            begun = opened.pop()
            if text > begun:
                if any(str(between.operator) in _PAINTS for between in out[begun:text]):
                    raise UnsoundTagsError("a mark reaches from a drawing into a text object")
                out.insert(text, out.pop(begun))
                text -= 1
        out.append(one)
    return out
