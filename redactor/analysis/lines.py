"""How the lines of a page belong together: which breaks are the typesetter's and which the writer's.

A break is soft where the next line's first word would not have fitted on the line, in the same column and type size;
then a space stands for it. Other breaks stay. Words cut by a hyphen, and addresses cut at "@", "." or "/", are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from redactor.model import Quad

_PROSE = 45
"""Characters from which a single line counts as prose that may have been broken by its column's width."""

_CELL_LINES = 14
"""Lines of the tallest table cell whose broken values are put together."""
_CELL_PADDING = 12.0
"""Points of white between two cells; a word that would reach into them did not fit."""

_ENDS_IN_TITLE = re.compile(
    r"(?<=[a-z,;(] )(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Lord|Cllr|Councillor|Rev|PC|DC|DS|DI|PS|Sgt|Sergeant|"
    r"Constable|Inspector|Superintendent)\.?$"
)
_ENDS_IN_FORENAME = re.compile(r"(?:^|\s)[a-z][\w']*[,;]? [A-Z][a-z\u00df-\u00ff]+(?:-[A-Z][a-z\u00df-\u00ff]+)?$")
_GOES_ON = re.compile(
    r"(?!(?:The|This|That|These|Those|There|They|Then|Thank|Thus|We|You|Your|Our|He|She|His|Her|It|Its|If|In|On|At|As|An?|And|"
    r"But|For|From|To|Of|Or|No|Not|Please|When|Where|While|With|What|Which|Who|How|Why|All|Any|Some|However|Under|Section|"
    r"Question|Yours|Dear|Kind|Further|Following|After|Before|By|Both|Each|One|Two|My|I)\b)"
    r"[A-Z][\w'\u2019-]+(?:,? [a-z][\w']*){2}"
)

_ITEM = re.compile(
    r"(?:[-*o\u2013\u2014\u2022\u25aa\u25cf\u25e6\uf0b7]|\(?\d{1,3}[.)]|\(?\d{1,2}[a-z][.)]?|\(?[A-Za-z][.)]|\(?[ivxlc]{2,5}[.)])(?=\s|$)"
)
_TOKEN_END = re.compile(r"\S+$")
_TOKEN_START = re.compile(r"\S+")
_DOMAIN = r"(?:[\w-]+\.)+[A-Za-z]{2,}"
_LOCAL = r"[\w.+'&-]*[\w]"
_AT_DOMAIN = re.compile(rf"@{_DOMAIN}")
_ADDRESS = re.compile(rf"[<(\[\"']*(?:mailto:)?{_LOCAL}[._-]?@{_DOMAIN}[>)\]\"'.,;:]*", re.IGNORECASE)
_DOTTED_START = re.compile(rf"{_DOMAIN}[>)\]\"'.,;:]*$")
_LINK = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:uk|com|org|net|gov|co|ac|nhs|police|eu|info|ie|mod|sch|scot|wales|cymru|london)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A folded line with its place in the direction of reading.

    Attributes:
        text: folded text, not empty.
        left, right, top, bottom: distances along and across the direction of reading in points; NaN without a place.
        first_word: width of the first word in points.
        angle: direction of reading as a rounded unit vector.
    """

    text: str
    left: float = float("nan")
    right: float = float("nan")
    top: float = float("nan")
    bottom: float = float("nan")
    first_word: float = 0.0
    angle: tuple[float, float] = (1.0, 0.0)

    @property
    def height(self) -> float:
        """Return the height of the line box in points."""
        return self.bottom - self.top

    @property
    def placed(self) -> bool:
        """Return True where the line has a place on a page."""
        return self.left == self.left


def placed_line(text: str, first: Quad, word_end: Quad, last: Quad) -> Line:
    """Return a line from the quads of its first character, the end of its first word and its last character."""
    dx, dy = first[2] - first[0], first[3] - first[1]
    if dx > 0 and abs(dy) < 1e-4:
        return Line(text, first[0], last[2], first[1], first[5], word_end[2] - first[0])
    size = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = (dx / size, dy / size) if dx or dy else (1.0, 0.0)
    left = first[0] * ux + first[1] * uy
    return Line(
        text,
        left,
        last[2] * ux + last[3] * uy,
        first[1] * ux - first[0] * uy,
        first[5] * ux - first[4] * uy,
        word_end[2] * ux + word_end[3] * uy - left,
        (round(ux, 1) + 0.0, round(uy, 1) + 0.0),
    )


@dataclass(frozen=True, slots=True)
class Join:
    """What stands between two lines in the normalised text, and whether the first one's last character goes."""

    between: str
    drop_last: bool = False


HARD = Join("\n")
SOFT = Join(" ")
GLUE = Join("")
GLUE_WITHOUT_HYPHEN = Join("", drop_last=True)


def joins(lines: Sequence[Line]) -> list[Join]:
    """Return how each line joins the next; one fewer than there are lines."""
    found: list[Join] = []
    runs = _runs(lines)
    limits = _cell_limits(runs)
    for run, limit in zip(runs, limits, strict=True):
        edge = max((line.right for line in run if line.placed), default=0.0)
        steps = [after.top - before.top for before, after in pairwise(run)]
        step = median(steps) if steps else 0.0
        prose = _is_prose(run, edge)
        for before, after in pairwise(run):
            near = _is_below(before, after, step)
            full = near and (
                (_same_left(before, after) and _is_full(before, after, edge, prose=prose))
                or (before.right + after.first_word + 0.2 * after.height > limit and _same_cell(before, after))
                or (prose and _same_left(before, after) and _parts_name(before.text, after.text))
            )
            found.append(join(before, after, near=near, full=full))
        found.append(HARD)
    if found:
        found.pop()
    at = 0
    for run in runs[:-1]:
        at += len(run)
        # A word cut at the foot of a column goes on at the head of the next.
        near = _same_size(lines[at - 1], lines[at]) and not _is_next_cell(lines[at - 1], lines[at])
        found[at - 1] = join(lines[at - 1], lines[at], near=near, full=False)
    return found


def join(before: Line, after: Line, *, near: bool, full: bool) -> Join:
    """Return how two lines join.

    Args:
        before: the upper line.
        after: the lower line.
        near: they stand one below the other in the same size.
        full: the next line's first word would not have fitted on the first.
    """
    head, tail = _TOKEN_START.match(after.text), _TOKEN_END.search(before.text)
    if head is None or tail is None:
        return HARD
    left, right = tail[0], head[0]
    if _is_cut_address(left, right, near=near, full=full):
        return GLUE
    if near and len(left) > 1 and left[-1] in "-\u00ad" and left[-2].isalnum():
        if right[0].islower() and not any(char in left + right for char in "@/\\_") and left[-2].isalpha():
            return GLUE_WITHOUT_HYPHEN
        if right[0].isalnum():
            return GLUE
    if full and left[-1] == "/" and len(left) > 1 and left[-2].isalnum() and right[0].isalnum():
        return GLUE
    if full and not _ITEM.match(after.text):
        return SOFT
    return HARD


def _is_cut_address(left: str, right: str, *, near: bool, full: bool) -> bool:
    """Return True where the two tokens are one e-mail or web address and neither is one alone."""
    if _AT_DOMAIN.match(right):
        return "@" not in left and (left[-1].isalnum() or left[-1] in "._-+")
    if "@" in left:
        if left.endswith("@"):
            return bool(_DOTTED_START.match(right)) and len(left) > 1
        bare = left.rstrip(".")
        if not _ADDRESS.fullmatch(bare):
            return near and bool(_ADDRESS.fullmatch(left + right))
        return near and left.endswith(".") and bool(_SUFFIX.match(right))
    if "@" in right and near and left[-1] in "_-" and len(left) > 1:
        return bool(_ADDRESS.fullmatch(left + right))
    if full and _LINK.search(left):
        return left[-1] in "/._-?=&#%" or right[0] in "/._-?=&#%" or "/" in right
    return False


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Split lines into columns: a run goes downwards in one direction of reading, and its lines overlap sideways."""
    runs: list[list[Line]] = []
    for line in lines:
        before = runs[-1][-1] if runs else None
        if (
            before is not None
            and before.angle == line.angle
            and before.placed == line.placed
            and (not line.placed or (line.top > before.top and line.left < before.right and before.left < line.right))
        ):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _is_prose(run: Sequence[Line], edge: float) -> bool:
    """Return True where many lines reach the column's edge and, in a narrow column, some begin with a small letter."""
    if sum(1 for line in run if line.right > edge - 3 * line.height) < max(3, 0.4 * len(run)):
        return False
    if any(len(line.text) >= _PROSE for line in run):
        return True
    # The lines of an address or of a block of references are much of a length too.
    return sum(1 for line in run if line.text[0].islower()) >= 0.25 * len(run)


def _cell_limits(runs: Sequence[Sequence[Line]]) -> list[float]:
    """Return for each run how far a line of it may reach, if it is a cell with others beside it; else infinity.

    A cell ends short of the next cell of its row, which follows it. The last cell of a row has no such neighbour;
    it may reach as far as the longest line that begins at the same place, where other rows have lines there too.
    """
    limits = [float("inf")] * len(runs)
    reach: dict[int, float] = {}
    shared: dict[int, int] = {}
    for run in runs:
        for place in {round(line.left) for line in run if line.placed}:
            shared[place] = shared.get(place, 0) + 1
        for line in run:
            if line.placed:
                reach[round(line.left)] = max(reach.get(round(line.left), 0.0), line.right)
    for at, run in enumerate(runs):
        if not 1 < len(run) <= _CELL_LINES or not run[0].placed:
            continue
        right = max(line.right for line in run)
        beside = [line for other in runs[at + 1 : at + 2] for line in other[:1] if _is_beside(run, line)]
        following = [line.left for line in beside if line.left >= right]
        if following:
            limits[at] = min(following) - _CELL_PADDING
        elif at and len(runs[at - 1]) <= _CELL_LINES and _is_beside(run, runs[at - 1][-1]):
            last = runs[at - 1][-1]
            place = round(run[0].left)
            if last.right <= min(line.left for line in run) and shared[place] > 1:
                limits[at] = reach[place]
    return limits


def _is_beside(run: Sequence[Line], line: Line) -> bool:
    """Return True where a line of the same direction stands within the height of a run."""
    if not line.placed or line.angle != run[0].angle:
        return False
    return run[0].top - line.height < line.top and line.bottom < run[-1].bottom + line.height


def _is_next_cell(before: Line, after: Line) -> bool:
    """Return True where a line begins to the right of another and at most two lines higher: a neighbour in a table."""
    return after.left >= before.right and before.top - after.top <= 2.5 * max(before.height, 0.1)


def _same_cell(before: Line, after: Line) -> bool:
    """Return True where two lines share their left edge or their middle."""
    shift = abs(after.left - before.left)
    return min(shift, abs(after.left + after.right - before.left - before.right) / 2) <= 0.3 * before.height


def _parts_name(before: str, after: str) -> bool:
    """Return True where a line of prose ends within a name, though the next word would have fitted.

    Browsers that balance lines, and spaces that must not break, leave such lines. A title always asks for a name; a
    capitalised word does so only inside a sentence that goes on in small letters.
    """
    if len(before) < _PROSE or _ITEM.match(after):
        return False
    if _ENDS_IN_TITLE.search(before):
        return after[0].isupper()
    return bool(_ENDS_IN_FORENAME.search(before) and _GOES_ON.match(after))


def _same_size(before: Line, after: Line) -> bool:
    """Return True where two lines of plain text have the same type size and direction; table rows never do."""
    if not (before.placed and after.placed) or before.angle != after.angle:
        return False
    if "\t" in before.text or "\t" in after.text:
        return False
    return 0.8 <= after.height / max(before.height, 0.1) <= 1.25


def _is_below(before: Line, after: Line, step: float) -> bool:
    """Return True where the second line stands directly below the first one, by the run's usual step."""
    down = after.top - before.top
    height = max(before.height, 0.1)
    return _same_size(before, after) and down <= 2.2 * height and not (step > 0.5 * height and down > 1.35 * step)


def _same_left(before: Line, after: Line) -> bool:
    """Return True where the left edges agree, a hanging or first-line indent allowed."""
    shift = (after.left - before.left) / max(before.height, 0.1)
    return -6.0 <= shift <= (4.0 if _ITEM.match(before.text) else 0.6)


def _is_full(before: Line, after: Line, edge: float, *, prose: bool) -> bool:
    """Return True where the next first word would have run over the column's right edge."""
    if edge - before.right >= after.first_word + 0.2 * after.height:
        return False
    return len(before.text) >= _PROSE or (prose and len(before.text) >= 12)
