"""What a person sees of a page: its size as displayed, and its words with their places."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.model import Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as displayed: its size in points, and the rotation that turns our unrotated boxes into displayed ones."""

    number: int
    width: float
    height: float
    rotation: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its displayed box; words of one line share its number."""

    box: Box
    text: str = field(repr=False)
    line: int


def turned(box: Box, sheet: Sheet) -> Box:
    """Return an unrotated box as it is displayed; the page is turned clockwise by its rotation (ISO 32000-1, table 30)."""
    x0, y0, x1, y1 = box
    width, height = sheet.width, sheet.height
    if sheet.rotation == 90:
        return (width - y1, x0, width - y0, x1)
    if sheet.rotation == 180:
        return (width - x1, height - y1, width - x0, height - y0)
    if sheet.rotation == 270:
        return (y0, height - x1, y1, height - x0)
    return box


def unturned(box: Box, sheet: Sheet) -> Box:
    """Return a displayed box in the unrotated page's points; the other way of ``turned``."""
    x0, y0, x1, y1 = box
    width, height = sheet.width, sheet.height
    if sheet.rotation == 90:
        return (y0, width - x1, y1, width - x0)
    if sheet.rotation == 180:
        return (width - x1, height - y1, width - x0, height - y0)
    if sheet.rotation == 270:
        return (height - y1, x0, height - y0, x1)
    return box
