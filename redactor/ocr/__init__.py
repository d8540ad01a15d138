"""Reading pictures of print: an optional part (extras ``[ocr]`` and ``[ocr-accurate]``), and never a silent one.

Where it is not installed, a page that is only a picture stays unread, and says so (D510, IMAGE findings).
"""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.ocr.accurate import Second
    from redactor.ocr.tesseract import Tesseract

__all__ = ["installed", "reader", "second"]


@cache
def reader() -> Tesseract | None:
    """Return this process's reader, loaded once; None where the extra is not installed."""
    try:
        from redactor.ocr.tesseract import Tesseract

        return Tesseract()
    except (ImportError, RuntimeError):
        return None


@cache
def second() -> Second | None:
    """Return this process's second reader, loaded once; None where the extra ``[ocr-accurate]`` is not installed.

    Raises:
        UncheckedError: it is installed without its models.
    """
    try:
        from redactor.ocr.accurate import Second

        return Second()
    except ImportError:
        return None


def installed() -> tuple[str, ...]:
    """Return the readers there are, with their versions: what was checked without one is to be checked again with it."""
    found = []
    for name in ("tesserocr", "rapidocr"):
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return tuple(found)
