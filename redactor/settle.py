"""What was decided about the source holds for its copy: the second look finds what the first missed, no more.

A box takes words away that told who somebody is ("Detective Inspector", a label), so the search of the copy may judge
what still stands there more harshly than the source was judged, with less to go by. Where the source was judged, in
full and at that very place, its decision stands. Codes printed on our own boxes ("Reg 13(1)") are no findings at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from redactor.decide import Decided
from redactor.decisions import normalised
from redactor.model import Action, Box, Decision, Finding, Quad, SetLine, box_of, quad_of

_ON_THE_BOX = 0.85


def settled(copy: Decided, source: Decided, lines: Sequence[SetLine] = ()) -> Decided:
    """Return the copy's decisions, each replaced by the source's on the same place where that was not to redact.

    ``lines`` were set anew or blacked out; what was found on one of them is put where its words stood in the source.
    """
    copy = placed_back(copy, lines)
    decisions = dict(copy.decisions)
    drawn = boxes(source)
    for line in lines:
        if line.blocked:
            drawn[line.page].append(box_of(line.area))
    codes = [normalised(source.decisions[finding.id].exemption) for finding in source.acting(Action.REDACT)]
    for finding in copy.acting(Action.REDACT):
        value = normalised(copy.values.get(finding.id, ""))
        on_boxes = finding.quads and all(mostly_within(box_of(quad), drawn[finding.page]) for quad in finding.quads)
        if on_boxes and value and any(value in code for code in codes):
            reason = "The code printed on one of our own boxes."
            decisions[finding.id] = Decision(finding.id, Action.KEEP, "", reason)
            continue
        same = [other for other in source.findings if _same_place(finding, other, copy, source)]
        rulings = [source.decisions[other.id] for other in same]
        if rulings and all(ruling.action is not Action.REDACT for ruling in rulings):
            strictest = max(rulings, key=lambda ruling: ruling.action is Action.REVIEW)
            decisions[finding.id] = replace(strictest, finding_id=finding.id)
    return replace(copy, decisions=decisions)


def placed_back(copy: Decided, lines: Sequence[SetLine]) -> Decided:
    """Return a copy's findings with the quads that their words had in the source, where a line was set anew."""
    anew = [line for line in lines if not line.blocked]
    if not anew:
        return copy
    findings = []
    for finding in copy.findings:
        here = [line for line in anew if line.page == finding.page]
        quads = tuple(_old_place(quad, here) for quad in finding.quads)
        findings.append(finding if quads == finding.quads else replace(finding, quads=quads))
    return replace(copy, findings=tuple(findings))


def _old_place(quad: Quad, lines: Sequence[SetLine]) -> Quad:
    place = box_of(quad)
    for line in lines:
        if _holds(box_of(line.area), place):
            old = [box_of(glyph.old) for glyph in line.glyphs if _holds(place, box_of(glyph.new))]
            if old:
                xs, ys = [x for box in old for x in box[0::2]], [y for box in old for y in box[1::2]]
                return quad_of((min(xs), min(ys), max(xs), max(ys)))
    return quad


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def boxes(source: Decided) -> dict[int | None, list[Box]]:
    """Return where the copy has boxes, by page; what stands on them was printed by us."""
    drawn: dict[int | None, list[Box]] = defaultdict(list)
    for finding in source.acting(Action.REDACT):
        drawn[finding.page] += [box_of(quad) for quad in finding.quads]
    return drawn


def mostly_within(inner: Box, outer: list[Box]) -> bool:
    """Return whether all but a sliver of a finding lies on one box; a word beside the box is not on it."""
    width = max(inner[2] - inner[0], 0.1)
    height = max(inner[3] - inner[1], 0.1)
    for box in outer:
        across = min(inner[2], box[2]) - max(inner[0], box[0])
        down = min(inner[3], box[3]) - max(inner[1], box[1])
        if across >= _ON_THE_BOX * width and down >= _ON_THE_BOX * height:
            return True
    return False


def _same_place(one: Finding, other: Finding, copy: Decided, source: Decided) -> bool:
    """Return whether a finding of the copy lies within one of the source: the same words, or a part of them."""
    if one.layer is not other.layer or one.page != other.page:
        return False
    if one.quads and other.quads:
        boxes = [box_of(quad) for quad in other.quads]
        return all(any(_within(box_of(quad), box) for box in boxes) for quad in one.quads)
    value, whole = copy.values.get(one.id), source.values.get(other.id)
    return bool(value and whole) and normalised(value or "") == normalised(whole or "")


def _within(inner: Box, outer: Box) -> bool:
    """Return whether a box lies in another, to a point on each side."""
    return (
        inner[0] >= outer[0] - 1 and inner[1] >= outer[1] - 1 and inner[2] <= outer[2] + 1 and inner[3] <= outer[3] + 1
    )
