"""Find rules, checks, formats and reporters by folder, so that a new one is one new file.

Others' plug-ins come through the same door: an installed package that declares the entry-point group
``redactor.rules`` (or ``.checks``, ``.formats``, ``.reporters``) is used only when the configuration names it, because
code that runs on unreleased letters is chosen and never merely found.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import TypeVar

from redactor.errors import ConfigError

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


def plugins(group: str, names: tuple[str, ...], kind: type[T]) -> tuple[T, ...]:
    """Load the entry points of a group that the configuration names; a missing one is an error, never a shrug."""
    points = {point.name: point for point in importlib.metadata.entry_points(group=group)}
    loaded = []
    for name in names:
        if name not in points:
            raise ConfigError(
                f"no installed package offers {group} plug-in {name!r}", remedy="Install it or remove it."
            )
        value = points[name].load()
        if not isinstance(value, kind):
            raise ConfigError(f"{group} plug-in {name!r} is not a {kind.__name__}", remedy="Ask its author to mend it.")
        loaded.append(value)
    return tuple(loaded)
