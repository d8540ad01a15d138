"""The words on the pages, character by character, each with the place where it is printed.

MuPDF reads; its lines are put into reading order and become one segment a page. ``/ActualText`` is ignored here, since
the glyphs are what a reader sees (it is searched as a layer of its own), and text beyond the page's edges is kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import Any

import pymupdf

from redactor.formats.pdf.geometry import Frame, axes, union
from redactor.formats.pdf.order import rows
from redactor.formats.pdf.tables import Line, Row, Rule
from redactor.formats.pdf.unmapped import UNMAPPED, mend
from redactor.model import Box, Layer, Quad, QuadArray, Segment

FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_IGNORE_ACTUALTEXT
FLAGS |= pymupdf.TEXT_COLLECT_VECTORS
_TEXT_BLOCK, _VECTOR_BLOCK = 0, 3
_MOST_VECTORS = 20_000
"""Drawn shapes of a page above which it is a chart or a map and its rules are not looked for."""
_TWIN_SHIFT = 0.35
"""Fraction of the type size within which the same line drawn twice is one bold or shadowed line."""
_WORD_GAP = 0.15
"""Fraction of the line height from which white between two pieces of a row is a space."""

_SHORTEST_RULE = 8.0
_THICKEST_RULE = 3.0
"""Points; a rule under a narrow cell is still longer than a dash."""

_FAINT = 25
"""Of 255: text less opaque than a tenth is not meant to be read."""
_LEGIBLE = 2.0
"""Points of type size."""
_WHITE = 0xFFFFFF

_NO_WIDTH = 1e-3
Glyph = tuple[str, Quad]
Direction = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PageText:
    """What was read on a page: its segment, and counts that say how well.

    Attributes:
        characters: printed characters, white space left out.
        unmapped: those among them that have no meaning a machine could read (private use, U+FFFD, control codes).
        outside: those that stand beyond the crop box.
        inkless: boxes of text drawn invisible, transparent or smaller than 2 points.
        white: boxes of text drawn in white, which shows only upon something darker.
        flat: words of letters without any height or width, which no viewer shows; they have no place.
    """

    segment: Segment
    characters: int
    unmapped: int
    outside: int
    inkless: tuple[Box, ...] = ()
    white: tuple[Box, ...] = ()
    inks: frozenset[int] = frozenset()
    flat: str = ""


def read_page(page: Any, frame: Frame, number: int, *, layer: Layer = Layer.BODY, prefix: str = "page") -> PageText:
    """Read one page (a ``pymupdf.Page``); coordinates follow ``redactor.model``."""
    textpage = page.get_textpage(clip=pymupdf.INFINITE_RECT(), flags=FLAGS)
    by_direction: dict[Direction, list[Line]] = {}
    blocks = textpage.extractRAWDICT()["blocks"]
    flat = _flat(textpage, blocks)
    mend(page, blocks)
    for direction, glyphs in _lines(textpage, blocks):
        line = Line(_extent(glyphs, direction), sum([not char.isspace() for char, _ in glyphs]), glyphs)
        by_direction.setdefault(direction, []).append(line)
    text: list[str] = []
    floats = array("f")
    groups = sorted(by_direction.values(), key=lambda lines: -sum(line.characters for line in lines))
    for lines in groups:
        upright = lines is by_direction.get((1.0, 0.0))
        write_rows(rows(_without_twins(lines), cache(partial(_rules, textpage)) if upright else tuple), text, floats)
    joined = "".join(text)
    segment = Segment(f"{prefix}/{number}", layer, number, joined, QuadArray.from_floats(floats), f"page {number}")
    printed = len("".join(joined.split()))
    unmapped = len(UNMAPPED.findall(joined))
    return PageText(segment, printed, unmapped, _outside(groups, frame), *_faint(blocks), _inks(blocks), flat)


def _flat(textpage: Any, blocks: Sequence[Any]) -> str:
    """Return the letters that a type size of nought or a matrix of one dimension leaves no area.

    MuPDF's dictionary leaves them out; its plain text does not, nor does any program that copies text.
    """
    lines = [line for block in blocks for line in block.get("lines", ())]
    read = "".join([char["c"] for line in lines for span in line["spans"] for char in span["chars"]])
    if sum(map(str.isalnum, textpage.extractText())) <= sum(map(str.isalnum, read)):
        return ""
    found: list[str] = []
    for line in chain.from_iterable(block for block in textpage.this if block.m_internal.type == _TEXT_BLOCK):
        for char in line:
            q = char.m_internal.quad
            xs, ys = (q.ul.x, q.ur.x, q.ll.x, q.lr.x), (q.ul.y, q.ur.y, q.ll.y, q.lr.y)
            if max(xs) <= min(xs) or max(ys) <= min(ys):
                found.append(chr(char.m_internal.c))
            elif found and found[-1] != "\n":
                found.append("\n")
    return "".join(found).strip()


def _inks(blocks: Sequence[Any]) -> frozenset[int]:
    """Return the colours of a page's words, as 0xRRGGBB."""
    return frozenset(span["color"] for block in blocks for line in block.get("lines", ()) for span in line["spans"])


def _faint(blocks: Sequence[Any]) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Return the boxes of spans without ink, and of spans in white ink."""
    inkless: list[Box] = []
    white: list[Box] = []
    for block in blocks:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                drawn = span["alpha"] > _FAINT or span["font"].startswith("Type3")
                if drawn and span["size"] >= _LEGIBLE and span["color"] != _WHITE:
                    continue
                if any(not char["c"].isspace() for char in span["chars"]):
                    (white if drawn and span["size"] >= _LEGIBLE else inkless).append(tuple(span["bbox"]))
    return tuple(inkless), tuple(white)


def _lines(textpage: Any, blocks: Sequence[Any]) -> Iterator[tuple[Direction, list[Glyph]]]:
    """Yield direction and glyphs of every line that MuPDF made."""
    exact: dict[tuple[int, int], list[Quad]] | None = None
    words = [block for block in blocks if "lines" in block]
    for block_at, block in enumerate(words):
        for line_at, line in enumerate(block["lines"]):
            cos, sin = line["dir"]
            direction = (round(cos, 2) + 0.0, round(sin, 2) + 0.0)
            chars = [char for span in line["spans"] for char in span["chars"]]
            if not chars:
                continue
            if direction == (1.0, 0.0) and not line["wmode"]:
                glyphs = [
                    (char["c"], (x0, y0, x1, y0, x0, y1, x1, y1))
                    for char in chars
                    for x0, y0, x1, y1 in (char["bbox"],)
                ]
                if min([quad[2] - quad[0] for _, quad in glyphs]) > _NO_WIDTH:
                    yield direction, glyphs
                    continue
            else:
                if exact is None:
                    exact = _exact_quads(textpage)
                quads = exact.get((block_at, line_at), [])
                if len(quads) != len(chars):
                    quads = [_turned(char["bbox"], direction) for char in chars]
                glyphs = [(char["c"], quad) for char, quad in zip(chars, quads, strict=True)]
                if line["wmode"]:
                    direction = (0.0, 1.0)
                    if quads[0][3] < quads[0][1] and quads[-1][1] >= quads[0][1]:
                        # MuPDF lays the letters of some upright fonts on their backs, and a name would be read from below.
                        glyphs = [(char["c"], _turned(char["bbox"], direction)) for char in chars]
            yield direction, _with_width(glyphs)


def _exact_quads(textpage: Any) -> dict[tuple[int, int], list[Quad]]:
    """Return MuPDF's own quads of turned lines, by number of text block and of line in it.

    The box of a slanted glyph would cover its neighbours.
    """
    found: dict[tuple[int, int], list[Quad]] = {}
    at = -1
    for block in textpage.this:
        if block.m_internal.type != _TEXT_BLOCK:
            continue
        at += 1
        for line_at, line in enumerate(block):
            if line.m_internal.dir.x > 0.99 and not line.m_internal.wmode:
                continue
            quads: list[Quad] = []
            for char in line:
                q = char.m_internal.quad
                quads.append((q.ul.x, q.ul.y, q.ur.x, q.ur.y, q.ll.x, q.ll.y, q.lr.x, q.lr.y))
            found[at, line_at] = quads
    return found


def _turned(bbox: tuple[float, float, float, float], direction: Direction) -> Quad:
    """Return the quad of an upright box read in the nearest of the four directions."""
    x0, y0, x1, y1 = bbox
    cos, sin = direction
    if abs(cos) >= abs(sin):
        return (x0, y0, x1, y0, x0, y1, x1, y1) if cos > 0 else (x1, y1, x0, y1, x1, y0, x0, y0)
    return (x1, y0, x1, y1, x0, y0, x0, y1) if sin > 0 else (x0, y1, x0, y0, x1, y1, x1, y0)


def _with_width(glyphs: list[Glyph]) -> list[Glyph]:
    """Give characters without a width the place of the glyph that prints them.

    One glyph may stand for several characters (a ligature by ToUnicode, an accent): redacting any of them must hit it.
    """
    last: Quad | None = None
    for at, (char, quad) in enumerate(glyphs):
        if abs(quad[2] - quad[0]) + abs(quad[3] - quad[1]) > _NO_WIDTH:
            last = quad
        elif last is not None and not char.isspace():
            glyphs[at] = (char, last)
    return glyphs


def _extent(glyphs: Sequence[Glyph], direction: Direction) -> tuple[float, float, float, float]:
    """Return a line's box in its own direction: along, down, along, down."""
    if direction == (1.0, 0.0):
        first, last = glyphs[0][1], glyphs[-1][1]
        return (first[0], first[1], max(last[2], first[2]), first[5])
    u, v = axes(glyphs[0][1]) if len(glyphs) else (direction, (0.0, 1.0))
    quads = [quad for _, quad in glyphs]
    along = [quad[i] * u[0] + quad[i + 1] * u[1] for quad in quads for i in (0, 2)]
    down = [quads[0][i] * v[0] + quads[0][i + 1] * v[1] for i in (0, 4)]
    return (min(along), min(down), max(along), max(down))


def _without_twins(lines: list[Line]) -> list[Line]:
    """Merge a line drawn twice with a small shift (fake bold, shadow) and widen its quads over both copies."""
    kept: dict[str, list[Line]] = {}
    out: list[Line] = []
    for line in lines:
        text = "".join(char for char, _ in line.glyphs)
        same = kept.setdefault(text, [])
        for old in same:
            reach = _TWIN_SHIFT * max(line.box[3] - line.box[1], 1.0)
            if abs(old.box[0] - line.box[0]) <= reach and abs(old.box[1] - line.box[1]) <= reach and text.strip():
                pairs = zip(old.glyphs, line.glyphs, strict=True)
                old.glyphs[:] = [(char, union(quad, twin)) for (char, quad), (_, twin) in pairs]
                break
        else:
            same.append(line)
            out.append(line)
    return out


def _rules(textpage: Any) -> list[Rule]:
    """Return the horizontal rules of a page as left, right and height: drawn lines, and edges of filled cells."""
    found: set[Rule] = set()
    for at, block in enumerate(textpage.this):
        if at >= _MOST_VECTORS:
            return []
        if block.m_internal.type == _VECTOR_BLOCK:
            box = block.m_internal.bbox
            if box.x1 - box.x0 > _SHORTEST_RULE:
                if box.y1 - box.y0 <= _THICKEST_RULE:
                    found.add((box.x0, box.x1, (box.y0 + box.y1) / 2))
                else:
                    found.update(((box.x0, box.x1, box.y0), (box.x0, box.x1, box.y1)))
    return list(found)


def write_rows(found: Iterable[Row], text: list[str], floats: array[float]) -> None:
    """Append rows of lines to a text and to the places of its characters."""
    for row in found:
        _write(row, text, floats)


def _write(row: Row, text: list[str], floats: array[float]) -> None:
    """Append a row's characters and quads: cells parted by a tab, words by a space, the row ended by a line feed."""
    nowhere = (float("nan"),) * 8
    before: Line | None = None
    for cell in row:
        if before is not None:
            text.append("\t")
            floats.extend(nowhere)
            before = None
        for line in cell:
            if before is not None:
                gap = line.box[0] - before.box[2]
                spaced = before.glyphs[-1][0].isspace() or line.glyphs[0][0].isspace()
                if gap > _WORD_GAP * (line.box[3] - line.box[1]) and not spaced:
                    text.append(" ")
                    floats.extend(nowhere)
            text += [char for char, _ in line.glyphs]
            floats.extend(chain.from_iterable([quad * len(char) for char, quad in line.glyphs]))
            before = line
    text.append("\n")
    floats.extend(nowhere)


def _outside(groups: Sequence[Sequence[Line]], frame: Frame) -> int:
    """Count printed characters whose middle lies beyond the crop box."""
    count = 0
    width, height = frame.width, frame.height
    for line in (line for lines in groups for line in lines):
        first, last = line.glyphs[0][1], line.glyphs[-1][1]
        xs, ys = (first[0], first[6], last[0], last[6]), (first[1], first[7], last[1], last[7])
        if min(xs) >= 0 and min(ys) >= 0 and max(xs) <= width and max(ys) <= height:
            continue
        for char, quad in line.glyphs:
            x, y = (quad[0] + quad[6]) / 2, (quad[1] + quad[7]) / 2
            count += not ((0 <= x <= width and 0 <= y <= height) or char.isspace())
    return count


__all__ = ["Glyph", "PageText", "read_page", "write_rows"]
