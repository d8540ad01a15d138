"""How many surnames still fit the space that a removed name left, for those that a policy lets leave a gap.

Whoever knows the typeface can set each name of a list and see which are as wide as the gap. The widths of the letters are
taken from the page itself, so that no font need be understood; a letter that the page never shows could be any width, and
a name with one is counted as fitting only where the rest leaves room for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from redactor.errors import PolicyError
from redactor.model import Document, Quad, Redaction, Segment, SetLine, box_of
from redactor.policy_parts import NAMES, RedactionSettings

_SHIPPED = Path(__file__).parent / "data" / "surnames.txt"
_NEAR = 0.25
"""Points by which a drawn and a calculated width differ at most: what is left of one after rendering at 150 dots an inch."""
_LEAST, _MOST = 0.2, 0.9
"""Widths between which a letter that the page never shows may lie, in parts of the line's height."""
NOT_TOLD = "not tellable from the gap"


@dataclass(frozen=True, slots=True)
class Residual:
    """What a gap tells of one removed name: how many surnames of how many still fit."""

    finding_id: str
    page: int
    quads: tuple[Quad, ...]
    entity: str
    fitting: int
    names: int

    def __str__(self) -> str:
        return f"{self.fitting} of {self.names} surnames fit the gap"


def residuals(
    document: Document, redactions: Sequence[Redaction], lines: Sequence[SetLine], settings: RedactionSettings
) -> tuple[Residual, ...]:
    """Return what the gaps tell, one for each name that leaves one.

    A redaction beside a name that is set anew stands in a line without gaps, and tells nothing either.

    Raises:
        PolicyError: the policy's own list of surnames cannot be read.
    """
    gaps = [one for one in redactions if one.is_gap and one.entity in NAMES and not _on_line(one, lines)]
    if not gaps:
        return ()
    names = surnames(settings.surnames)
    found = []
    by_page: dict[int, tuple[Segment, Mapping[str, float]] | None] = {}
    for one in gaps:
        if one.page not in by_page:
            by_page[one.page] = _page(document, one.page)
        known = by_page[one.page]
        width = _last_word(one, known[0]) if known is not None else None
        if known is None or width is None:
            continue
        height = _height(one.quads[-1])
        fitting = sum(_fits(name, width / height, known[1], _NEAR / height) for name in names)
        found.append(Residual(one.finding_id, one.page, one.quads, one.entity, fitting, len(names)))
    return tuple(found)


def described(redactions: Sequence[Redaction], lines: Sequence[SetLine], told: Sequence[Residual]) -> Mapping[str, str]:
    """Return what a report says of each redaction of a name."""
    known = {one.finding_id: str(one) for one in told}
    return {
        one.finding_id: known.get(one.finding_id, NOT_TOLD)
        for one in redactions
        if one.entity in NAMES and (one.finding_id in known or not one.is_gap or _on_line(one, lines))
    }


@cache
def surnames(path: str) -> tuple[str, ...]:
    """Return the names of a list, one a line; the shipped one where no path is given."""
    try:
        text = (Path(path) if path else _SHIPPED).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise PolicyError(
            "the list of surnames cannot be read", where=path, remedy="Give a text file with one name a line."
        ) from None
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"))


def _on_line(one: Redaction, lines: Sequence[SetLine]) -> bool:
    areas = [box_of(line.area) for line in lines if line.page == one.page]
    return bool(one.quads) and all(any(_centred(box_of(quad), area) for area in areas) for quad in one.quads)


def _centred(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _page(document: Document, number: int) -> tuple[Segment, Mapping[str, float]] | None:
    """Return a page's text and the width of each of its letters, in parts of the line's height."""
    for segment in document.segments:
        if segment.page == number and segment.id == f"page/{number}":
            seen: defaultdict[str, list[float]] = defaultdict(list)
            for char, quad in zip(segment.text, segment.quads, strict=True):
                if quad is not None and not char.isspace():
                    seen[char].append(_length(quad) / _height(quad))
            return segment, {char: median(widths) for char, widths in seen.items()}
    return None


def _last_word(one: Redaction, segment: Segment) -> float | None:
    """Return the width of the last word under a redaction, where a surname stands."""
    widths = list(_words(one, segment))
    return widths[-1] if widths else None


def _words(one: Redaction, segment: Segment) -> Iterator[float]:
    boxes = [box_of(quad) for quad in one.quads]
    width = 0.0
    for char, quad in zip(segment.text, segment.quads, strict=True):
        inside = quad is not None and not char.isspace() and any(_centred(box_of(quad), box) for box in boxes)
        if inside and quad is not None:
            width += _length(quad)
        elif width:
            yield width
            width = 0.0
    if width:
        yield width


def _fits(name: str, width: float, letters: Mapping[str, float], near: float) -> bool:
    low = sum(letters.get(char, _LEAST) for char in name)
    high = sum(letters.get(char, _MOST) for char in name)
    return low - near <= width <= high + near


def _length(quad: Quad) -> float:
    return float(((quad[2] - quad[0]) ** 2 + (quad[3] - quad[1]) ** 2) ** 0.5)


def _height(quad: Quad) -> float:
    return max(0.1, float(((quad[4] - quad[0]) ** 2 + (quad[5] - quad[1]) ** 2) ** 0.5))


__all__ = ["NOT_TOLD", "Residual", "described", "residuals", "surnames"]
