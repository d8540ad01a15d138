"""Draw a page of a PDF for a person to look at, and say which words stand where, as they see it.

Drawn by the engine that redacts, so that what the officer sees is what the boxes are laid on. Places are in points as the
page is displayed (turned as its /Rotate says), origin top left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.errors import EncryptedError, LimitError, UncheckedError, UnreadableError
from redactor.formats import Limits
from redactor.model import Box
from redactor.shown import Sheet, Word

MAX_PIXELS = 24_000_000
"""Pixels of one drawn page: an A4 page at 480 dots an inch."""
_AROUND, _CUT_SCALE, _CUT_WIDTH, _CUT_HEIGHT = 4.0, 2.0, 480.0, 200.0
"""Points drawn around a place that is cut out, pixels a point at most, and the most pixels of such a picture."""
_ANEW = "Ask for the file again, or print it to a new PDF and use that one."


@contextmanager
def opened(data: bytes, password: str | None, limits: Limits) -> Iterator[Any]:
    """Open a PDF for drawing alone; EncryptedError where the password is wrong or missing."""
    pymupdf.TOOLS.mupdf_display_errors(False)  # they may quote the document
    pymupdf.TOOLS.mupdf_display_warnings(False)
    with _translated():
        document: Any = pymupdf.open("pdf", data)
        with document:
            if document.needs_pass and not document.authenticate(password or ""):
                raise EncryptedError(
                    "the file is encrypted and no password opened it", remedy="Give the password of the file."
                )
            if document.page_count > limits.max_pages:
                raise LimitError("the file has more pages than are allowed", remedy="Split it, or raise the limit.")
            yield document


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (mupdf.FzErrorBase, RuntimeError, ValueError, TypeError, IndexError):
        raise UnreadableError("the page is damaged and cannot be drawn", remedy=_ANEW) from None


def sheets(document: Any) -> tuple[Sheet, ...]:
    """Return the size of every page as displayed, without drawing any."""
    with _translated():
        found = []
        for number in range(document.page_count):
            page = document.load_page(number)
            found.append(Sheet(number + 1, page.rect.width, page.rect.height, page.rotation))
        return tuple(found)


def drawn(document: Any, number: int, *, scale: float) -> bytes:
    """Return a page as PNG.

    Args:
        number: 1-based.
        scale: pixels a point; made smaller where the picture would have more than ``MAX_PIXELS``.
    """
    with _translated():
        page = document.load_page(number - 1)
        most: float = (MAX_PIXELS / max(1.0, page.rect.width * page.rect.height)) ** 0.5
        size = min(scale, most)
        picture = page.get_pixmap(matrix=pymupdf.Matrix(size, size), alpha=False)
        data: bytes = picture.tobytes("png")
        return data


def cut(data: bytes, places: Sequence[tuple[int, Box]], limits: Limits, password: str | None) -> tuple[bytes, ...]:
    """Return a small PNG of each place (1-based page, unrotated box) with a little around it; empty where none can be made.

    They are there to recognise a place by: nothing depends on them, so what cannot be drawn is left out.
    """
    drawn_places = []
    try:
        with opened(data, password, limits) as document:
            for number, box in places:
                drawn_places.append(_cut(document, number, box))
    except UncheckedError:
        drawn_places += [b""] * (len(places) - len(drawn_places))
    return tuple(drawn_places)


def _cut(document: Any, number: int, box: Box) -> bytes:
    try:
        with _translated():
            page = document.load_page(number - 1)
            place = (pymupdf.Rect(box) * page.rotation_matrix + (-_AROUND, -_AROUND, _AROUND, _AROUND)) & page.rect
            if place.is_empty:
                return b""
            size = min(_CUT_SCALE, _CUT_WIDTH / place.width, _CUT_HEIGHT / place.height)
            picture = page.get_pixmap(
                matrix=pymupdf.Matrix(size, size), clip=place, alpha=False, colorspace=pymupdf.csGRAY
            )
            data: bytes = picture.tobytes("png")
            return data
    except UnreadableError:
        return b""


def words(document: Any, number: int) -> tuple[Word, ...]:
    """Return the words of a page in the order in which the file has them."""
    with _translated():
        page = document.load_page(number - 1)
        turn = page.rotation_matrix
        found = []
        for x0, y0, x1, y1, text, block, line, _ in page.get_text("words"):
            box = pymupdf.Rect(x0, y0, x1, y1) * turn
            found.append(Word((box.x0, box.y0, box.x1, box.y1), text, block * 10_000 + line))
        return tuple(found)
