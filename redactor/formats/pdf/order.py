"""Reading order: which line of a page comes after which, so that columns are read down and table rows across.

Bands of lines that share a height are found first. Where neighbouring bands leave the same gutter free, they are either
columns of prose (lines that fill their column, read one column after the other) or a table (cells, read row by row).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from redactor.formats.pdf.blocks import are_blocks
from redactor.formats.pdf.tables import GUTTER, Line, Row, Rules, across, are_ruled, table_rows

_PROSE_CHARACTERS = 18
_DEPTH = 8
_WIDEST_ROW = 24
"""Pieces on the lines of one row."""
_STAGGER = 0.2
"""Fraction of the line height by which a line centred beside two others overlaps them at least."""


def rows(lines: Sequence[Line], rules: Rules = tuple, depth: int = 0) -> list[Row]:
    """Return the lines in reading order, those of one row together; lines of white space are left out."""
    bands = _bands([line for line in lines if line.characters])
    if depth == 0:
        bands = _without_justified_gaps(bands)
    bands = _with_staggered(bands)
    out: list[Row] = []
    at = 0
    while at < len(bands):
        region, gutter, end = _region(bands, at)
        flat = [line for band in region for line in band]
        if gutter is None or depth >= _DEPTH:
            for band in region:
                out.extend(across(band))
            at = end
            continue
        sides = _columns(flat, gutter)
        if _is_table(region, gutter) and not are_blocks(sides):
            out.extend(table_rows(region, rules))
        elif are_ruled(sides, rules):
            out.extend(table_rows(region, rules, full=True))
        else:
            for side in sides:
                out.extend(rows(side, rules, depth + 1))
        at = end
    return out


def _core(line: Line) -> tuple[float, float]:
    """Return the middle of a line's height: ascenders and descenders of neighbouring lines may overlap."""
    _, y0, _, y1 = line.box
    inset = 0.3 * (y1 - y0)
    return y0 + inset, y1 - inset


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines whose heights overlap, from the top down."""
    bands: list[list[Line]] = []
    reach = float("-inf")
    for line in sorted(lines, key=lambda one: (_core(one)[0], one.box[0])):
        top, bottom = _core(line)
        if bands and top < reach:
            bands[-1].append(line)
            reach = max(reach, bottom)
        else:
            bands.append([line])
            reach = bottom
    return bands


def _with_staggered(bands: list[list[Line]]) -> list[list[Line]]:
    """Unite bands that stand beside each other at half a line's distance: cells centred in the height of a row."""
    strips: list[list[Line]] = []
    last: list[Line] = []
    for band in bands:
        if last and _is_staggered(last, band):
            strips[-1] += band
        else:
            strips.append(list(band))
        last = band
    return strips


def _is_staggered(upper: Sequence[Line], lower: Sequence[Line]) -> bool:
    top, bottom = min(line.box[1] for line in lower), max(line.box[3] for line in upper)
    if bottom - top < _STAGGER * max(line.box[3] - line.box[1] for line in lower):
        return False
    return all(a.box[2] <= b.box[0] or b.box[2] <= a.box[0] for a in upper for b in lower)


def _without_justified_gaps(bands: list[list[Line]]) -> list[list[Line]]:
    """Unite the words of a line that was stretched to the margins of the full line above or below it.

    Wide gaps of one width that end at those margins are word spaces; cells of a table differ in width.
    """
    for at, band in enumerate(bands):
        if len(band) < 3:
            continue
        band.sort(key=lambda one: one.box[0])
        neighbours = [line for near in bands[max(at - 1, 0) : at] + bands[at + 1 : at + 2] for line in near]
        for full in neighbours:
            inside = [line for line in band if line.box[0] >= full.box[0] - 1.5 and line.box[2] <= full.box[2] + 1.5]
            if full.characters >= _PROSE_CHARACTERS and len(inside) > 2 and _is_stretched(inside, full):
                united = _united(inside)
                bands[at] = band = [line for line in band if line not in inside] + [united]
    return bands


def _is_stretched(words: Sequence[Line], full: Line) -> bool:
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(words)]
    return (
        words[0].box[0] - full.box[0] <= 1.5
        and full.box[2] - words[-1].box[2] <= 1.5
        and max(gaps) - min(gaps) <= 0.1 * max(gaps)
    )


def _united(words: Sequence[Line]) -> Line:
    """Return words as one line with a space in each gap."""
    glyphs = list(words[0].glyphs)
    for before, after in pairwise(words):
        left, right = before.glyphs[-1][1], after.glyphs[0][1]
        glyphs.append((" ", (left[2], left[3], right[0], right[1], left[6], left[7], right[4], right[5])))
        glyphs += after.glyphs
    x0, y0, x1, y1 = zip(*(line.box for line in words), strict=True)
    return Line((min(x0), min(y0), max(x1), max(y1)), sum(line.characters for line in words), glyphs)


def _gaps(intervals: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the free stretches of at least a gutter between intervals."""
    found = []
    intervals.sort()
    reach = intervals[0][1]
    for left, right in intervals[1:]:
        if left - reach >= GUTTER:
            found.append((reach, left))
        reach = max(reach, right)
    return found


def _spans(band: Sequence[Line]) -> list[tuple[float, float]]:
    return [(line.box[0], line.box[2]) for line in band if line.characters]


def _region(bands: list[list[Line]], start: int) -> tuple[list[list[Line]], tuple[float, float] | None, int]:
    """Return the bands from ``start`` that share a gutter, that gutter, and where the next region begins."""
    taken = _spans(bands[start])
    gaps = _gaps(taken) if len(taken) > 1 else []
    if not gaps:
        return [bands[start]], None, start + 1
    end = start + 1
    while end < len(bands):
        band = bands[end]
        step = min(line.box[1] for line in band) - max(line.box[3] for line in bands[end - 1])
        height = max(line.box[3] - line.box[1] for line in band)
        one_sided = len(_gaps(_spans(band) or [(0.0, 0.0)])) == 0
        if step > (0.8 if one_sided else 3.0) * height:
            break
        wider = taken + _spans(band)
        kept = _gaps(list(wider))
        if not kept:
            break
        taken, gaps = wider, kept
        end += 1
    return bands[start:end], max(gaps, key=lambda gap: gap[1] - gap[0]), end


def _is_table(region: list[list[Line]], gutter: tuple[float, float]) -> bool:
    """Return True unless both sides of the gutter hold lines that fill their column, as prose does."""
    flat = [line for band in region for line in band]
    for side in _columns(flat, gutter):
        if len(side) < 3:
            return _aligned(region, gutter)
        width = max(line.box[2] for line in side) - min(line.box[0] for line in side)
        filled = median(line.box[2] - line.box[0] for line in side) >= 0.6 * width
        if not filled or median(line.characters for line in side) < _PROSE_CHARACTERS:
            return _aligned(region, gutter)
    return False


def _aligned(region: list[list[Line]], gutter: tuple[float, float]) -> bool:
    """Return True where most rows have something on both sides: cells belong together.

    Where cells are wrapped, one side has lines of its own; then it is enough that those of the other side stand apart
    from each other and beside something.
    """
    if any(len(band) > _WIDEST_ROW for band in region):
        return False
    both = [band for band in region if len(_columns(band, gutter)) > 1]
    if len(both) >= 0.5 * len(region):
        return True
    sides = _columns([line for band in region for line in band], gutter)
    beside = _columns([line for band in both for line in band], gutter)
    if len(sides) < 2 or len(beside) < 2:
        return False
    few, few_beside = min(zip(sides, beside, strict=True), key=lambda pair: len(pair[0]))
    tops = sorted({round(line.box[1]) for line in few})
    apart = sum(1 for upper, lower in pairwise(tops) if lower - upper >= 1.3 * _step(max(sides, key=len)))
    return len(few_beside) == len(few) and len(tops) > 1 and apart >= 0.6 * (len(tops) - 1)


def _step(side: Sequence[Line]) -> float:
    """Return the line spacing of one side of a gutter."""
    tops = sorted({round(line.box[1]) for line in side})
    height = median(line.box[3] - line.box[1] for line in side)
    return min((lower - upper for upper, lower in pairwise(tops) if lower - upper > 0.7 * height), default=height)


def _columns(lines: Sequence[Line], gutter: tuple[float, float]) -> list[list[Line]]:
    middle = (gutter[0] + gutter[1]) / 2
    left = [line for line in lines if line.box[0] < middle]
    right = [line for line in lines if line.box[0] >= middle]
    return [side for side in (left, right) if side]
