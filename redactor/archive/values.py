"""What was found, in clear: a private file that exists only where the user names it, and never inside the database."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from redactor.archive.outcome import Outcome
from redactor.errors import DestinationError, UsageError

_APPLICATION_ID = 0x464F4956


class Values:
    """A file of values by their keyed hash; a context manager."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def __enter__(self) -> Values:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, stack: TracebackType | None
    ) -> None:
        self._connection.close()

    def keep(self, outcome: Outcome) -> None:
        """Write the values of one file."""
        rows = [(value, entity, text) for value, (entity, text) in outcome.values.items()]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR IGNORE INTO found VALUES (?, ?, ?)", rows)
        except sqlite3.Error:
            raise DestinationError(
                "cannot be written", where=str(self._path), remedy="Free space, or leave out --store-values."
            ) from None

    def text(self, value: bytes) -> str:
        """Return a value in clear; empty where the file does not have it."""
        row = self._connection.execute("SELECT text FROM found WHERE value = ?", (value,)).fetchone()
        return str(row[0]) if row else ""


def open_values(path: Path, *, write: bool) -> Values:
    """Open the file, for its owner alone; UsageError where it is another program's or, for reading, not there."""
    if not write and not path.exists():
        raise UsageError("no such file", where=str(path), remedy="Name the file given to --store-values.")
    try:
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(path)
        (ours,) = connection.execute("PRAGMA application_id").fetchone()
        if not ours and write and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.execute(
                "CREATE TABLE found (value BLOB PRIMARY KEY, entity TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID"
            )
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        elif ours != _APPLICATION_ID:
            connection.close()
            raise UsageError("is no file of values", where=str(path), remedy="Name another file.")
    except OSError as problem:
        raise DestinationError(
            f"cannot be written ({problem.strerror})", where=str(path), remedy="Choose another folder."
        ) from None
    except sqlite3.Error:
        with suppress(sqlite3.Error, UnboundLocalError):
            connection.close()
        raise UsageError("is no file of values", where=str(path), remedy="Name another file.") from None
    return Values(connection, path)
