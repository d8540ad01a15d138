"""A small map of each page: where its findings stand, numbered as in the lists beside it.

A report does not know how large a page is, so a map is as large as A4 and grows where a box lies beyond it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from redactor.model import Action, Box
from redactor.report import Report, ReportedFinding

_A4 = (595.0, 842.0)
"""Points, ISO 216."""
_LARGEST = 14400.0
"""The largest page PDF allows without a user unit (ISO 32000-1, Annex C); what claims to lie beyond it is not drawn."""
_GUTTER = 64.0
_STEP = 34.0
_LEAST_SIDE = 3.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding on a map: its boxes, and its number in the gutter at ``x``, ``y``, joined to ``end`` by a line."""

    number: int
    action: Action
    entity: str
    boxes: tuple[Box, ...]
    x: float
    y: float
    end: tuple[float, float]
    size: float


@dataclass(frozen=True, slots=True)
class PageMap:
    """One page, in points; the drawing is wider than the page by a gutter on either side."""

    page: int
    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def view(self) -> str:
        """Return the viewBox of the drawing."""
        return f"{-_GUTTER:g} -2 {self.width + 2 * _GUTTER:g} {self.height + 4:g}"


def maps(report: Report, numbers: Mapping[str, int]) -> list[PageMap]:
    """Return a map of every page that has a finding with a place; ``numbers`` are those of the lists, by finding id."""
    by_page: dict[int, list[ReportedFinding]] = defaultdict(list)
    for finding in report.findings:
        if finding.page is not None and _drawable(finding):
            by_page[finding.page].append(finding)
    return [_map(page, by_page[page], numbers) for page in sorted(by_page)]


def _map(page: int, found: list[ReportedFinding], numbers: Mapping[str, int]) -> PageMap:
    boxes = [box for finding in found for box in _drawable(finding)]
    width = max(_A4[0], math.ceil(max(box[2] for box in boxes)))
    height = max(_A4[1], math.ceil(max(box[3] for box in boxes)))
    sides: dict[bool, list[ReportedFinding]] = {True: [], False: []}
    for finding in found:
        first = _drawable(finding)[0]
        sides[first[0] + first[2] <= width].append(finding)
    marks = [
        mark
        for left, findings in sides.items()
        for mark in _gutter(findings, numbers, width=width, height=height, left=left)
    ]
    return PageMap(page, width, height, tuple(sorted(marks, key=lambda mark: mark.number)))


def _gutter(
    findings: list[ReportedFinding], numbers: Mapping[str, int], *, width: float, height: float, left: bool
) -> list[Mark]:
    """Place numbers beside their boxes, moved down or up just so far that none covers another."""
    findings = sorted(findings, key=lambda finding: (_middle(finding), numbers[finding.id]))
    step = min(_STEP, height / max(len(findings), 1))
    heights: list[float] = []
    for finding in findings:
        least = heights[-1] + step if heights else step / 2
        heights.append(max(least, _middle(finding)))
    most = height - step / 2
    for index in reversed(range(len(heights))):
        heights[index] = min(heights[index], most)
        most = heights[index] - step
    made = []
    for finding, y in zip(findings, heights, strict=True):
        boxes = tuple(_shown(box) for box in _drawable(finding))
        first = boxes[0]
        made.append(
            Mark(
                number=numbers[finding.id],
                action=finding.action,
                entity=finding.entity,
                boxes=boxes,
                x=-_GUTTER / 2 if left else width + _GUTTER / 2,
                y=round(y, 1),
                end=(first[0] if left else first[2], round((first[1] + first[3]) / 2, 1)),
                size=round(step * 0.8, 1),
            )
        )
    return made


def _drawable(finding: ReportedFinding) -> list[Box]:
    return [box for box in finding.boxes if all(math.isfinite(number) and abs(number) <= _LARGEST for number in box)]


def _shown(box: Box) -> Box:
    """Return a box that is large enough to be seen."""
    x0, y0, x1, y1 = box
    return (x0, y0, max(x1, x0 + _LEAST_SIDE), max(y1, y0 + _LEAST_SIDE))


def _middle(finding: ReportedFinding) -> float:
    first = _drawable(finding)[0]
    return (first[1] + first[3]) / 2
