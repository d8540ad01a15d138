"""Pages drawn for a person, in a guarded child of their own, so that looking never waits for searching.

A picture of a page is there before the name model has loaded. The child keeps the one file open that was looked at last.
"""

from __future__ import annotations

import functools
import importlib
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor.formats import Limits
from redactor.guard import Guard

if TYPE_CHECKING:
    from redactor.shown import Sheet, Word

__all__ = ["Showing"]

_SECONDS = 30.0


class Showing:
    """Draw pages of files in a child process; ``close`` ends it. Errors are those of ``Guard.run``."""

    def __init__(self) -> None:
        self._guard = Guard(Limits(seconds=_SECONDS, seconds_per_page=0.0), prepare=_warm)

    def start(self) -> None:
        """Start the child, so that its library loads before the first page is asked for."""
        self._guard.__enter__()

    def close(self) -> None:
        """End the child."""
        self._guard.close()

    def sheets(self, path: Path, password: str | None) -> tuple[Sheet, ...]:
        """Return the size of every page."""
        return self._guard.run(_sheets, path.absolute(), password, where=path.name)

    def drawn(self, path: Path, password: str | None, number: int, scale: float) -> bytes:
        """Return a page as PNG, ``scale`` pixels a point."""
        return self._guard.run(_drawn, path.absolute(), password, number, scale, where=path.name)

    def words(self, path: Path, password: str | None, number: int) -> tuple[Word, ...]:
        """Return the words of a page with their displayed boxes."""
        return self._guard.run(_words, path.absolute(), password, number, where=path.name)


def _warm() -> None:
    importlib.import_module("redactor.formats.pdf.show")
    importlib.import_module("redactor.reading")


class _Open:
    """A file kept open in the child until another is asked for."""

    def __init__(self, path: Path, password: str | None) -> None:
        from redactor import reading
        from redactor.formats.pdf import show

        self._stack = ExitStack()
        data, _, _ = reading.read(path, Limits())
        self.document = self._stack.enter_context(show.opened(data, password, Limits()))

    def close(self) -> None:
        self._stack.close()


@functools.lru_cache(maxsize=1)
def _holder() -> dict[tuple[Path, int, int, str | None], _Open]:
    return {}


def _document(path: Path, password: str | None) -> Any:
    held = _holder()
    status = path.stat() if path.exists() else None
    key = (path, status.st_mtime_ns if status else 0, status.st_size if status else 0, password)
    if key not in held:
        while held:
            held.popitem()[1].close()
        held[key] = _Open(path, password)
    return held[key].document


def _sheets(path: Path, password: str | None, *, progress: object) -> tuple[Sheet, ...]:  # noqa: ARG001  # the guard gives it
    from redactor.formats.pdf import show

    return show.sheets(_document(path, password))


def _drawn(path: Path, password: str | None, number: int, scale: float, *, progress: object) -> bytes:  # noqa: ARG001
    from redactor.formats.pdf import show

    return show.drawn(_document(path, password), number, scale=scale)


def _words(path: Path, password: str | None, number: int, *, progress: object) -> tuple[Word, ...]:  # noqa: ARG001
    from redactor.formats.pdf import show

    return show.words(_document(path, password), number)
