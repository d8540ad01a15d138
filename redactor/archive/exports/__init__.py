"""What a scan's database is turned into, one format a file.

An export is an instance of ``Export`` in a module of this folder. It reads row by row, so that an archive of any size
passes through little memory.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from redactor import registry
from redactor.archive.reader import Reader

__all__ = ["Export", "exports"]


@dataclass(frozen=True, slots=True)
class Export:
    """One format.

    Attributes:
        name: what ``--format`` is given ("csv").
        write: everything in a database -> bytes into a stream.
        needs_file: it cannot go to a terminal or a pipe.
    """

    name: str
    write: Callable[[Reader, BinaryIO], None] = field(repr=False)
    needs_file: bool = False


def exports() -> dict[str, Export]:
    """Return every export by name."""
    return {export.name: export for export in registry.collect(__name__, Export)}
