"""Presidio recognizers for what a UK disclosure must not give away.

Usable in anyone's Presidio: each module of this package that defines a ``RECOGNIZER`` class is one recognizer, and
``build`` makes one of each that needs no case or policy. Nothing here imports ``redactor``.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

__all__ = ["build", "modules"]


def modules() -> tuple[str, ...]:
    """Return the names of the modules in this folder, sorted, without importing them."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__)))


def build() -> list[EntityRecognizer]:
    """Make one of every recognizer that works without a case file or a policy, sorted by module name."""
    made: list[EntityRecognizer] = []
    for name in modules():
        recognizer = getattr(importlib.import_module(f"{__name__}.{name}"), "RECOGNIZER", None)
        if recognizer is not None:
            made.append(recognizer())
    return made
