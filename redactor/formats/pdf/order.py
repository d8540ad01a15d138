"""Reading order: which line of a page comes after which, so that columns are read down and table rows across.

Bands of lines that share a height are found first. Where neighbouring bands leave the same gutter free, they are either
columns of prose (lines that fill their column, read one column after the other) or a table (cells, read row by row).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from redactor.model import Box

GUTTER = 9.0
"""Points of white between columns; word spaces in justified 12-point prose stay below this."""
_PROSE_CHARACTERS = 18
_DEPTH = 8


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A run of glyphs on one baseline, as MuPDF gives it, with its box and number of characters."""

    box: Box
    characters: int
    glyphs: Any


Row = list[Line]


def rows(lines: Sequence[Line], depth: int = 0) -> list[Row]:
    """Return the lines in reading order, those of one row together."""
    bands = _bands(lines)
    out: list[Row] = []
    at = 0
    while at < len(bands):
        region, gutter, end = _region(bands, at)
        if gutter is None or depth >= _DEPTH or _is_table(region, gutter):
            for band in region:
                out.extend(_across(band))
        else:
            flat = [line for band in region for line in band]
            for column in _columns(flat, gutter):
                out.extend(rows(column, depth + 1))
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
    """Return True where most rows have something on both sides: cells belong together."""
    both = sum(1 for band in region if len(_columns(band, gutter)) > 1)
    return all(len(band) <= 12 for band in region) and both >= 0.5 * len(region)


def _columns(lines: Sequence[Line], gutter: tuple[float, float]) -> list[list[Line]]:
    middle = (gutter[0] + gutter[1]) / 2
    left = [line for line in lines if line.box[0] < middle]
    right = [line for line in lines if line.box[0] >= middle]
    return [side for side in (left, right) if side]


def _across(band: list[Line]) -> list[Row]:
    """Return a band as rows: one, unless lines of it stand clearly below one another."""
    found: list[Row] = []
    for line in sorted(band, key=lambda one: (one.box[1] + one.box[3]) / 2):
        middle = (line.box[1] + line.box[3]) / 2
        for row in found:
            top, bottom = row[0].box[1], row[0].box[3]
            if top <= middle <= bottom or line.box[1] <= (top + bottom) / 2 <= line.box[3]:
                row.append(line)
                break
        else:
            found.append([line])
    for row in found:
        row.sort(key=lambda one: one.box[0])
    return found
