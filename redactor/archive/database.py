"""What the store needs of a database, and which kind a name stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

Row = tuple[Any, ...]


class Database(Protocol):
    """One connection. Statements are written with ``?`` and mean the same in every database we use."""

    where: str
    """What a person calls it, for messages; never a password."""

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Run a statement and return its rows."""

    def stream(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Run a query and yield its rows without holding them all."""

    def many(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context whose writes are all kept, or none."""

    def close(self) -> None:
        """Let go of it."""


def is_url(name: str) -> bool:
    """Return whether a name is the URL of a database server."""
    return "://" in name


def open_database(name: str, *, write: bool) -> Database:
    """Open the database of a scan; with ``write`` it is made or migrated, and no other scan may write to it meanwhile.

    Raises:
        UsageError: it does not exist, is another program's, from a newer version, or its extra is not installed.
        DestinationError: it cannot be written, or another scan holds it.
    """
    if is_url(name):
        from redactor.archive import postgresql

        return postgresql.connect(name, write=write)
    from redactor.archive import sqlite

    return sqlite.connect(Path(name), write=write)
