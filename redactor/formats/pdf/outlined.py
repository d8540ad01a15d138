"""Whether drawn shapes are letters: several in a row, of one size, and no two alike for long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redactor.model import Box

_LETTER_POINTS = 48.0
_LEAST_HIGH = 3.0
_LEAST_SHAPES = 3
_LEAST_BENDS = 10
"""Curves and slants in a whole word; three letters have more, three bullets have twelve but are alike."""


def is_lettering(paths: Sequence[Any]) -> bool:
    """Return whether paths, as MuPDF lists them, hold a row of three or more different shapes of letter size.

    Shapes drawn in one path count one by one: a path's lines and curves fall apart where one does not begin at the
    end of the one before.
    """
    shapes = [shape for path in paths if path.get("fill") is not None for shape in _shapes(path)]
    letters = [shape for shape in shapes if _LEAST_HIGH <= shape[0][3] - shape[0][1] <= _LETTER_POINTS]
    letters = [shape for shape in letters if shape[0][2] - shape[0][0] <= _LETTER_POINTS]
    for _, y0, _, y1 in [box for box, _, _ in letters[:400]]:
        row = [shape for shape in letters if shape[0][1] < (y0 + y1) / 2 < shape[0][3]]
        high = max(shape[0][3] - shape[0][1] for shape in row) if row else 0.0
        row = [shape for shape in row if shape[0][3] - shape[0][1] >= 0.3 * high]
        if len({outline for _, _, outline in row}) >= _LEAST_SHAPES and sum(n for _, n, _ in row) >= _LEAST_BENDS:
            return True
    return False


def _shapes(path: Any) -> list[tuple[Box, int, str]]:
    """Return box, number of bends and outline of each closed part of a path."""
    parts: list[list[Any]] = []
    end: Any = None
    for item in path["items"]:
        if item[0] not in "lc":
            end = None
            continue
        if end is None or abs(item[1][0] - end[0]) + abs(item[1][1] - end[1]) > 0.01:
            parts.append([])
        parts[-1].append(item)
        end = item[-1]
    found: list[tuple[Box, int, str]] = []
    for part in parts:
        xs = [x for item in part for x, _ in item[1:]]
        ys = [y for item in part for _, y in item[1:]]
        bends = sum(item[0] == "c" or _slanted(item[1], item[2]) for item in part)
        outline = repr([(item[0], *((round(x - xs[0], 1), round(y - ys[0], 1)) for x, y in item[1:])) for item in part])
        found.append(((min(xs), min(ys), max(xs), max(ys)), bends + (len(part) > 4), outline))
    return found


def _slanted(start: tuple[float, float], end: tuple[float, float]) -> bool:
    return min(abs(start[0] - end[0]), abs(start[1] - end[1])) > 0.3
