"""Find rules, checks, formats and reporters by folder, so that a new one is one new file.

Only what lies in this package is found: code that runs on unreleased letters is never picked up because it happens to be
installed.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def submodules(package_name: str) -> Iterator[ModuleType]:
    """Import and yield every module below a package, sorted by name, skipping names that start with "_"."""
    package = importlib.import_module(package_name)
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda i: i.name):
        if info.name.startswith("_"):
            continue
        name = f"{package_name}.{info.name}"
        if info.ispkg:
            yield from submodules(name)
        else:
            yield importlib.import_module(name)


def collect(package_name: str, kind: type[T]) -> tuple[T, ...]:
    """Return every instance of ``kind`` that a module below the package defines, in module order."""
    found: dict[int, T] = {}
    for module in submodules(package_name):
        for value in vars(module).values():
            if isinstance(value, kind) and getattr(value, "module", module.__name__) == module.__name__:
                found.setdefault(id(value), value)
    return tuple(found.values())
