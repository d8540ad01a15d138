"""Open a PDF safely: everything that can be refused cheaply is refused before a page is decoded."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pikepdf
import pymupdf

from redactor.errors import EncryptedError, LimitError, UnreadableError
from redactor.formats import Limits
from redactor.formats.pdf import preflight
from redactor.formats.pdf.format import sniff
from redactor.formats.pdf.geometry import Frame
from redactor.model import Feature

_ANEW = "Ask for the file again, or print it to a new PDF and check that one."
_ENCRYPTED = "Give the password, or ask for a copy without one."
_HOSTILE = "Treat it as hostile, or print it to a new PDF and check that one."


@dataclass(frozen=True, slots=True)
class Opened:
    """One PDF in two engines, with its pages' frames and what opening it showed."""

    data: bytes
    pikepdf: pikepdf.Pdf
    mupdf: Any
    frames: tuple[Frame, ...]
    features: tuple[Feature, ...]


@contextmanager
def opened(data: bytes, limits: Limits, password: str | None) -> Iterator[Opened]:
    """Open a PDF in both engines and close it again.

    Raises:
        UnreadableError: empty, not a PDF, damaged beyond repair, without pages.
        EncryptedError: no password opened it, or its encryption is unknown.
        LimitError: it would cost more than ``limits`` allow.
    """
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    _check_bytes(data, limits)
    with translated():
        pdf = pikepdf.open(io.BytesIO(data), password=password or "", suppress_warnings=True)
    with pdf:
        with translated():
            if len(pdf.objects) > limits.max_objects:
                raise LimitError("the file has more objects than are allowed", remedy=_HOSTILE)
            _check_page_tree(pdf, limits)
            preflight.check_streams(pdf, limits)
            preflight.check_forms(pdf, limits)
            frames = tuple(_frame(page, number, limits) for number, page in enumerate(pdf.pages, 1))
        mupdf = _open_mupdf(data, password)
        try:
            with translated():
                count = mupdf.page_count
            if count != len(frames):
                raise UnreadableError("two readers disagree about how many pages the file has", remedy=_ANEW)
            yield Opened(data, pdf, mupdf, frames, tuple(_features(pdf, mupdf)))
        finally:
            mupdf.close()


def _check_bytes(data: bytes, limits: Limits) -> None:
    if not data:
        raise UnreadableError("the file is empty", remedy="Ask for the file again, or export it anew.")
    if len(data) > limits.max_bytes:
        raise LimitError("the file is larger than is allowed", remedy="Split it, or raise the limit.")
    if not sniff(data):
        raise UnreadableError("the file is not a PDF", remedy="Export the document as PDF first.")


@contextmanager
def translated() -> Iterator[None]:
    """Turn the engines' errors into ours; their messages may quote the file, so none is passed on."""
    try:
        yield
    except pikepdf.PasswordError:
        raise EncryptedError("the file is encrypted and no password opened it", remedy=_ENCRYPTED) from None
    except pikepdf.PdfError as error:
        if "encrypt" in str(error).lower() or "crypt" in str(error).lower():
            raise EncryptedError("the file is encrypted in a way nobody here can open", remedy=_ENCRYPTED) from None
        raise UnreadableError("the file is damaged and cannot be opened", remedy=_ANEW) from None
    except (RecursionError, MemoryError, OverflowError):
        raise LimitError("the file is nested more deeply than is allowed", remedy=_HOSTILE) from None
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, TypeError, LookupError, AttributeError):
        raise UnreadableError("the file is damaged and cannot be opened", remedy=_ANEW) from None


def _check_page_tree(pdf: pikepdf.Pdf, limits: Limits) -> None:
    """Walk the page tree (ISO 32000-1, 7.7.3) without trusting it: a node met twice is a loop."""
    root = pdf.Root.get("/Pages")
    if not isinstance(root, pikepdf.Dictionary):
        raise UnreadableError("the file has no pages", remedy=_ANEW)
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    leaves = 0
    while waiting:
        node = waiting.pop()
        if node.is_indirect:
            if node.objgen in seen:
                raise UnreadableError("the file's pages refer to each other in a circle", remedy=_HOSTILE)
            seen.add(node.objgen)
        kids = node.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            waiting.extend(kid for kid in kids if isinstance(kid, pikepdf.Dictionary))
        else:
            leaves += node is not root
        if leaves > limits.max_pages or len(waiting) > 4 * limits.max_pages:
            raise LimitError("the file has more pages than are allowed", remedy="Split it, or raise the limit.")
    if not leaves:
        raise UnreadableError("the file has no pages", remedy=_ANEW)


def _frame(page: pikepdf.Page, number: int, limits: Limits) -> Frame:
    media = _box(page.mediabox)
    crop = _box(page.cropbox) if page.cropbox is not None else media
    x0, y0, x1, y1 = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    if x0 >= x1 or y0 >= y1:
        x0, y0, x1, y1 = media
    unit = float(page.obj.get("/UserUnit", 1) or 1)
    if x0 >= x1 or y0 >= y1 or not all(map(math.isfinite, (x0, y0, x1, y1, unit))) or unit <= 0:
        raise UnreadableError("a page has no size", where=f"page {number}", remedy=_ANEW)
    if max(x1 - x0, y1 - y0, media[2] - media[0], media[3] - media[1]) * unit > limits.max_page_points:
        raise LimitError("a page is larger than is allowed", where=f"page {number}", remedy=_HOSTILE)
    return Frame(x0, y0, x1, y1, unit, rotation_of(page.obj))


def _box(found: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in list(found)[:4])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def rotation_of(page: pikepdf.Object) -> int:
    """Return a page's rotation, inherited where it does not say (ISO 32000-1, table 30)."""
    node: Any = page
    for _ in range(64):
        value = node.get("/Rotate")
        if isinstance(value, int):
            return (round(value / 90) * 90) % 360
        node = node.get("/Parent")
        if not isinstance(node, pikepdf.Dictionary):
            break
    return 0


def _open_mupdf(data: bytes, password: str | None) -> Any:
    try:
        mupdf = pymupdf.open("pdf", data)
        if mupdf.needs_pass and not mupdf.authenticate(password or ""):
            mupdf.close()
            raise EncryptedError("the file is encrypted and no password opened it", remedy=_ENCRYPTED)
        if not mupdf.is_pdf:
            mupdf.close()
            raise UnreadableError("the file is not a PDF", remedy="Export the document as PDF first.")
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError):
        raise UnreadableError("the file is damaged and cannot be opened", remedy=_ANEW) from None
    return mupdf


def _features(pdf: pikepdf.Pdf, mupdf: Any) -> Iterator[Feature]:
    if pdf.is_encrypted:
        yield Feature("owner-encryption", "the whole file")
    if mupdf.is_repaired or pdf.get_warnings():
        yield Feature("damaged", "the whole file")
