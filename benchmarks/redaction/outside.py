"""Pages that change outside the boxes: every PDF at hand goes through the writer with nothing to remove, and is drawn twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pymupdf

from redactor import verify
from redactor.errors import UncheckedError
from redactor.formats import Limits
from redactor.formats.pdf.format import load
from redactor.formats.pdf.redact import redact
from redactor.model import Box, RedactionPlan, Source, Status

__all__ = ["rows"]

DPI = 72
_SAME = 40
"""Levels of 255 by which a smoothed edge may differ between two drawings of one page."""
_MOST = 0.001
"""Part of a page's pixels that may differ beyond that and one pixel of shift."""

Grey = npt.NDArray[np.int16]


def rows(folder: Path, root: Path) -> list[tuple[str, str, str]]:
    """Return the row on pages changed; ``folder`` holds the shared PDFs, ``root`` the project."""
    files = [*(root / "samples").glob("*.pdf"), *(folder.parent / "seed").glob("*.pdf")]
    files += [path for name in ("carriers", "badred", "glyph") for path in (folder / name).rglob("*.pdf")]
    pages = refused = changed = copies = unread = 0
    for path in sorted(files):
        outcome = _outcome(path.read_bytes())
        if outcome is None:
            unread += 1
            continue
        copies += 1
        for published, same in outcome:
            pages += 1
            refused += not published
            changed += published and not same
    return [
        (
            f"pages changed outside the boxes and published, of {pages} pages of {copies} PDFs with nothing to remove",
            f"{changed} ({refused} stopped by V405; {unread} PDFs refused before)",
            "0",
        )
    ]


def _outcome(data: bytes) -> list[tuple[bool, bool]] | None:
    """Return for each page whether V405 lets it pass, and whether MuPDF draws it as before; None for a file refused."""
    try:
        document = load(data, Source("x.pdf", "0" * 64, len(data), "application/pdf"), Limits(), None)
        plan = RedactionPlan(())
        made = redact(data, document, plan, Limits(), None)
    except UncheckedError:
        return None
    (gate,) = (check for check in verify.all_checks() if check.code == "V405")
    view = verify.View(made.data, data, document, plan, changed=made.changed, lines=made.lines)
    failures = [one for one in verify.run([gate], view) if one.status is not Status.PASS]
    stopped = {one.page for one in failures}
    same = _drawn_alike(data, made.data, made.changed)
    return [(not stopped & {number, None}, alike) for number, alike in enumerate(same, 1)]


def _drawn_alike(source: bytes, copy: bytes, changed: tuple[tuple[int, Box], ...]) -> Iterator[bool]:
    with pymupdf.open("pdf", source) as before, pymupdf.open("pdf", copy) as after:
        for number, (one, other) in enumerate(zip(before, after, strict=True), 1):
            first, second = _grey(one), _grey(other)
            if first.shape != second.shape:
                yield False
                continue
            far = np.maximum(_beyond(first, second), _beyond(second, first)) > _SAME
            for _, box in (item for item in changed if item[0] == number):
                # Boxes are of the unrotated page; a turned page has all its pixels where the gate itself looks.
                place = pymupdf.Rect(box) * one.rotation_matrix * (DPI / 72)
                far[max(0, int(place.y0) - 1) : int(place.y1) + 2, max(0, int(place.x0) - 1) : int(place.x1) + 2] = (
                    False
                )
            yield bool(far.mean() <= _MOST)


def _grey(page: pymupdf.Page) -> Grey:
    pixels = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    return (
        np.frombuffer(pixels.samples, np.uint8)
        .reshape(pixels.height, pixels.stride)[:, : pixels.width]
        .astype(np.int16)
    )


def _beyond(one: Grey, other: Grey) -> Grey:
    """Return by how much each pixel lies outside what the other picture has within one pixel of it."""
    low = high = other
    for axis in (0, 1):
        low = np.minimum.reduce([low, np.roll(low, 1, axis), np.roll(low, -1, axis)])
        high = np.maximum.reduce([high, np.roll(high, 1, axis), np.roll(high, -1, axis)])
    result: Grey = np.maximum(np.maximum(low - one, one - high), 0).astype(np.int16)
    return result
