"""Trim the painted boxes so that they do not bite into the lines above and below.

A line's quad reaches from the font's ascent to its descent, and in type set solid the lines overlap by a fifth. What is
removed is removed to the full quad; only the paint gives way to the letters that stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pymupdf

from redactor.formats.pdf.geometry import corners
from redactor.formats.pdf.quads import core, extent
from redactor.model import Quad, Redaction

_DESCENDER, _ASCENDER = 0.23, 0.76
"""How far letters reach below and above their baseline, in parts of the type size, in ordinary text fonts."""
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_IGNORE_ACTUALTEXT


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters that stay: their direction, their reach along it, and the middle and edges of their ink across it."""

    u: tuple[float, float]
    start: float
    end: float
    top: float
    bottom: float


def trimmed(page: Any, redactions: Sequence[Redaction]) -> list[Redaction]:
    """Return redactions whose quads leave the ink of the lines that stay free; pictures and areas keep their full quads.

    Args:
        page: the page after its words were removed, unrotated.
        redactions: those of the page.
    """
    runs = list(_runs(page))
    return [
        redaction if redaction.whole else replace(redaction, quads=tuple(_trim(quad, runs) for quad in redaction.quads))
        for redaction in redactions
    ]


def _runs(page: Any) -> Iterator[_Run]:
    textpage = page.get_textpage(flags=_FLAGS)
    for block in textpage.extractDICT()["blocks"]:
        for line in block.get("lines", ()):
            u = line["dir"]
            v = (-u[1], u[0])
            for span in line["spans"]:
                if not span["text"].strip():
                    continue
                x0, y0, x1, y1 = span["bbox"]
                along = [x * u[0] + y * u[1] for x in (x0, x1) for y in (y0, y1)]
                base = span["origin"][0] * v[0] + span["origin"][1] * v[1]
                size = span["size"]
                yield _Run(u, min(along), max(along), base - _ASCENDER * size, base + _DESCENDER * size)


def _trim(quad: Quad, runs: Sequence[_Run]) -> Quad:
    a0, a1, b0, b1, u, v = extent(quad)
    _, _, c0, c1, _, _ = extent(core(quad))
    top, bottom = b0, b1
    for run in runs:
        if abs(run.u[0] - u[0]) + abs(run.u[1] - u[1]) > 0.01 or run.end <= a0 or run.start >= a1:
            continue
        if run.top < b0 < run.bottom < b1:
            top = max(top, min(run.bottom, c0))
        elif b0 < run.top < b1 < run.bottom:
            bottom = min(bottom, max(run.top, c1))
    return quad if (top, bottom) == (b0, b1) else corners(a0, a1, top, bottom, u, v)
