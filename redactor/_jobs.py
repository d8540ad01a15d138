"""What the guard's child does for a front: load libraries early, then check, redact or verify one file at a time."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redactor.engine import Engine
    from redactor.report import Report

Progress = Callable[[str, int, int], None]

_HEAVY = ("redactor.engine", "pymupdf", "pikepdf", "pypdfium2", "spacy", "presidio_analyzer", "onnxruntime")


def warm() -> None:
    """Import what every job needs, while the parent is still reading its arguments.

    A library that is missing is reported by the job that needs it, with what to do about it.
    """
    for name in _HEAVY:
        with suppress(ImportError):
            importlib.import_module(name)


@functools.lru_cache(maxsize=1)
def _engine(policy: str, search: tuple[Path, ...]) -> Engine:
    from redactor import policy as policies
    from redactor.engine import Engine

    return Engine(policies.load(policy, search), search=search)


def check(policy: str, search: tuple[Path, ...], path: Path, *, progress: Progress, **options: Any) -> Report:
    """Check one file."""
    return _engine(policy, search).check(path, progress=progress, **options)


def redact(
    policy: str, search: tuple[Path, ...], path: Path, output: Path, *, progress: Progress, **options: Any
) -> Report:
    """Redact one file into a folder that the parent removes, whatever happens here."""
    return _engine(policy, search).redact(path, output, progress=progress, **options)


def verify(policy: str, search: tuple[Path, ...], path: Path, *, progress: Progress, **options: Any) -> Report:
    """Verify one redacted copy."""
    return _engine(policy, search).verify(path, progress=progress, **options)
