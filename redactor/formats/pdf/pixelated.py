"""Mosaics: part of a picture shown as coarse squares, each the mean of what it covers.

Such squares keep enough of the letters for the words to be worked out (Hill, Zhou, Saul and Shacham, "On the
(In)effectiveness of Mosaicing and Blurring as Tools for Document Redaction", PoPETs 2016). What gives a mosaic away is
its crossings: points at which four even squares of at least three tones meet, set in a lattice.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from redactor.formats.pdf.rasters import Grey

_REACH = 3
"""Pixels from a crossing to the middle of the even squares about it, so that one row of soft pixels may lie between."""
_EVEN = 3
_APART = 20
"""Of 255: how even a square is, and how far the lightest and the darkest of four squares lie apart."""
_LEAST = 5
_TONES = 8
_MOST = 20_000
_SMALLEST_PITCH, _LARGEST_PITCH = 4, 30.0
"""Pixels, and points: smaller squares hide nothing, and larger ones are a plan or a chart."""
_BAND, _MARGIN, _LEAST_MIDDLING = 96, 128, 60
"""Rows of a band, those added on either side, and pixels of a middling even tone by which a band may be a mosaic."""
_BLACK = 24
_REGULAR = 0.8
_COARSE = 0.3
"""Pixels a point: a picture stored so small (21 dots an inch) is a mosaic however it is drawn."""


def parts(grey: Grey, dots: float) -> Iterator[tuple[int, int, int, int]]:
    """Yield the boxes of mosaics in a picture, in its pixels; ``dots`` is how many of them make a point."""
    if dots < _COARSE and min(grey.shape) >= 2 and max(grey.shape) >= 4:
        if _rugged(grey):
            yield (0, 0, grey.shape[1], grey.shape[0])
        return
    if _is_lattice(grey, int(_LARGEST_PITCH * max(dots, 1.0))):
        yield (0, 0, grey.shape[1], grey.shape[0])
        return
    for top, bottom in _bands(grey):
        for x0, y0, x1, y1 in _in_band(grey[top:bottom], dots):
            yield (x0, top + y0, x1, top + y1)


def _bands(grey: Grey) -> Iterator[tuple[int, int]]:
    """Yield the rows worth a closer look: those with even places of a tone between paper and ink."""
    ground = int(np.median(grey[::8, ::8]))
    rows = grey[::2]
    apart = np.abs(rows[:, 1:-1].astype(np.int16) - ground) > _APART // 2
    apart &= rows[:, 1:-1] > _BLACK
    for near in (rows[:, :-2], rows[:, 2:]):
        apart &= np.maximum(near, rows[:, 1:-1]) - np.minimum(near, rows[:, 1:-1]) <= _EVEN
    counts = apart.sum(axis=1)
    start: int | None = None
    end = 0
    for top in range(0, grey.shape[0], _BAND):
        if int(counts[top // 2 : (top + _BAND) // 2].sum()) < _LEAST_MIDDLING:
            continue
        if start is not None and top - _MARGIN > end:
            yield start, end
            start = None
        start = max(0, top - _MARGIN) if start is None else start
        end = min(grey.shape[0], top + _BAND + _MARGIN)
    if start is not None:
        yield start, end


def _in_band(grey: Grey, dots: float) -> Iterator[tuple[int, int, int, int]]:
    ys, xs = _crossings(grey)
    if not _LEAST <= len(ys) <= _MOST:
        return
    largest = _LARGEST_PITCH * max(dots, 1.0)
    for group in _groups(ys, xs, reach=int(2 * largest)):
        lines_y, lines_x = _lines(ys[group]), _lines(xs[group])
        pitch = _pitch(lines_x)
        down = _pitch(lines_y) if len(lines_y) > 1 else pitch
        if pitch is None or down is None or max(pitch, down) > largest:
            continue
        yield (
            max(0, int(lines_x[0]) - pitch),
            max(0, int(lines_y[0]) - down),
            min(grey.shape[1], int(lines_x[-1]) + pitch),
            min(grey.shape[0], int(lines_y[-1]) + down),
        )


def _is_lattice(grey: Grey, largest: int) -> bool:
    """Return whether a whole picture is even squares of many tones, all edges on one lattice, and nothing else.

    So a screenshot of a mosaic is, before it is stored with loss: its tones may be pale and few, but they change nowhere
    between the lines. A chart has bars of its own widths, and a bar code two tones.
    """
    across = np.nonzero((grey[:, 1:] != grey[:, :-1]).any(axis=0))[0] + 1
    if not _LEAST <= len(across) <= grey.shape[1] // _SMALLEST_PITCH:
        return False
    down = np.nonzero((grey[1:] != grey[:-1]).any(axis=1))[0] + 1
    if not 2 <= len(down) <= grey.shape[0] // _SMALLEST_PITCH:
        return False
    pitches = [int(np.gcd.reduce(lines)) for lines in (across, down)]
    if min(pitches) < _SMALLEST_PITCH or max(pitches) > min(largest, 2 * min(pitches)):
        return False
    squares = grey[:: pitches[1], :: pitches[0]]
    tones = squares.astype(np.int16)
    steps = tones[:, 1:] - tones[:, :-1]
    turns = int((steps[:, 1:] * steps[:, :-1] < 0).sum())
    return len(np.unique(squares)) >= _TONES and turns >= _LEAST


def _rugged(grey: Grey) -> bool:
    """Return whether tones go up and down as letters do, and not one way as a shade does."""
    tones = grey.astype(np.int16)
    steps = tones[:, 1:] - tones[:, :-1]
    turns = (steps[:, 1:] * steps[:, :-1] < 0) & (np.minimum(abs(steps[:, 1:]), abs(steps[:, :-1])) > _APART)
    return int(turns.sum()) >= _LEAST


def _crossings(grey: Grey) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return rows and columns of points where four even squares of three or more tones meet."""
    high, wide = grey.shape
    nothing = np.zeros(0, dtype=np.int64)
    if high < 2 * _REACH + 4 or wide < 2 * _REACH + 4:
        return nothing, nothing
    most = np.maximum(np.maximum(grey[:, :-2], grey[:, 1:-1]), grey[:, 2:])
    least = np.minimum(np.minimum(grey[:, :-2], grey[:, 1:-1]), grey[:, 2:])
    most = np.maximum(np.maximum(most[:-2], most[1:-1]), most[2:])
    least = np.minimum(np.minimum(least[:-2], least[1:-1]), least[2:])
    even = (most - least) <= _EVEN
    tone = grey[1:-1, 1:-1]
    # The squares above left, above right, below left and below right of each point.
    near, far = slice(None, -2 * _REACH), slice(2 * _REACH, None)
    four = [(near, near), (near, far), (far, near), (far, far)]
    spread = np.maximum.reduce([tone[at] for at in four]) - np.minimum.reduce([tone[at] for at in four])
    found = (spread > _APART) & even[near, near] & even[near, far] & even[far, near] & even[far, far]
    ys, xs = np.nonzero(found)
    if not len(ys):
        return nothing, nothing
    tones = np.sort(np.stack([tone[at][ys, xs] for at in four]).astype(np.int16), axis=0)
    three = (np.diff(tones, axis=0) > _APART // 2).sum(axis=0) >= 2
    return ys[three] + _REACH + 1, xs[three] + _REACH + 1


def _groups(ys: NDArray[np.int64], xs: NDArray[np.int64], *, reach: int) -> Iterator[NDArray[np.int64]]:
    """Yield the points that lie together, by gaps first down and then across."""
    order = np.argsort(ys, kind="stable")
    for rows in np.split(order, np.nonzero(np.diff(ys[order]) > reach)[0] + 1):
        across = rows[np.argsort(xs[rows], kind="stable")]
        for group in np.split(across, np.nonzero(np.diff(xs[across]) > reach)[0] + 1):
            if len(group) >= _LEAST:
                yield group


def _lines(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the middles of runs of neighbouring values: the lines of a lattice."""
    unique = np.unique(values)
    return np.array([int(run.mean()) for run in np.split(unique, np.nonzero(np.diff(unique) > 2)[0] + 1)])


def _pitch(lines: NDArray[np.int64]) -> int | None:
    """Return the distance between the lines of a lattice, or None where they keep none."""
    if len(lines) < 2:
        return None
    gaps = np.diff(lines)
    pitch = int(gaps.min())
    if pitch < _SMALLEST_PITCH:
        return None
    whole = np.abs(gaps / pitch - np.round(gaps / pitch)) * pitch <= 1.5 + 0.02 * gaps
    return pitch if whole.mean() >= _REGULAR else None
