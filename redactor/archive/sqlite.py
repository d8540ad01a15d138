"""A scan's database in one SQLite file, with a write-ahead log, so that it can be read while it is written."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from redactor.archive import schema
from redactor.archive.database import Row
from redactor.errors import DestinationError, RedactorError, UsageError

_BUSY_SECONDS = 5.0
_CACHE_KB = 65_536
_PAGE, _CHECKPOINT_PAGES = 16_384, 2_000
_HEADER = b"SQLite format 3\x00"


class Sqlite:
    """One connection, used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, where: str, holder: IO[bytes] | None) -> None:
        self.where = where
        self._connection = connection
        self._holder = holder
        self._lock = threading.RLock()

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Run a statement and return its rows."""
        with self._lock, _explained(self.where):
            return self._connection.execute(statement, values).fetchall()

    def stream(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Run a query and yield its rows without holding them all."""
        with _explained(self.where):
            yield from self._connection.execute(statement, values)

    def many(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""
        with self._lock, _explained(self.where):
            self._connection.executemany(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all writes of the block, or none."""
        with self._lock, _explained(self.where):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file and let other scans write."""
        self._connection.close()
        if self._holder is not None:
            self._holder.close()


def connect(path: Path, *, write: bool) -> Sqlite:
    """Open the file; see ``open_database``."""
    _refuse(path, write=write)
    holder = _hold(path) if write else None
    try:
        if write and not path.exists():
            # SQLite would make it readable for everyone the umask lets.
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        with _explained(str(path)):
            uri = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"
            if not write and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
                # From a read-only disc, where SQLite cannot make the index of a log that is not there.
                uri += "&immutable=1"
            connection = sqlite3.connect(
                uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            database = Sqlite(connection, str(path), holder)
            statements = _needed(connection, path, write=write)
            if write:
                # Of a new file alone: fewer, larger pages cost less to keep in order, and less in the log.
                connection.execute(f"PRAGMA page_size = {_PAGE}")
                # Not before it is known to be ours: this is written into the file.
                connection.execute("PRAGMA journal_mode = WAL")
                # In a write-ahead log this survives any end of the program; only a power cut may cost the last commits.
                connection.execute("PRAGMA synchronous = NORMAL")
                # Hashes come in no order, so each batch touches pages everywhere: hold them, and fold the log in seldom.
                connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
                connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
                _apply(database, connection, statements)
    except BaseException as problem:
        if holder is not None:
            holder.close()
        if isinstance(problem, OSError):
            raise _unwritable(path, problem) from None
        raise
    return database


def _refuse(path: Path, *, write: bool) -> None:
    if path.is_dir():
        raise UsageError("is a folder", where=str(path), remedy="Name a file for the database in it.")
    if not path.exists():
        if not write:
            raise UsageError("no such database", where=str(path), remedy="Run `redactor scan PATH --db` first.")
        if not path.parent.is_dir():
            raise DestinationError("its folder does not exist", where=str(path), remedy="Create the folder first.")
        return
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_HEADER))
    except OSError as problem:
        raise UsageError(
            f"cannot be read ({problem.strerror})", where=str(path), remedy="Check the permissions."
        ) from None
    if head and head != _HEADER:
        raise UsageError("is not a database", where=str(path), remedy="Name another file with --db.")


def _needed(connection: sqlite3.Connection, path: Path, *, write: bool) -> Sequence[str]:
    """Check that the file is ours and of a version we know; return the statements that make or migrate it."""
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables and not ours:
        if not write:
            raise UsageError("holds no scan", where=str(path), remedy="Run `redactor scan PATH --db` first.")
        return schema.TABLES
    if ours != schema.APPLICATION_ID:
        raise UsageError("is another program's database", where=str(path), remedy="Name another file with --db.")
    if version > schema.VERSION:
        raise UsageError(
            f"was written by a newer version (schema {version}, this one knows {schema.VERSION})",
            where=str(path),
            remedy="Update this program.",
        )
    if version < schema.VERSION and not write:
        raise UsageError("is of an older version", where=str(path), remedy="Run a scan on it once, which updates it.")
    return schema.steps(version)


def _apply(database: Sqlite, connection: sqlite3.Connection, statements: Sequence[str]) -> None:
    if statements:
        with database.transaction():
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")


def _hold(path: Path) -> IO[bytes]:
    """Take the one right to write; the system takes it back when this process ends, however it ends."""
    beside = path.with_name(f"{path.name}.lock")
    try:
        stream = os.fdopen(os.open(beside, os.O_CREAT | os.O_RDWR, 0o600), "r+b")
    except OSError as problem:
        raise _unwritable(path, problem) from None
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        stream.close()
        raise DestinationError(
            "another scan is writing to it", where=str(path), remedy="Wait for it, or use another database."
        ) from None
    return stream


@contextmanager
def _explained(where: str) -> Iterator[None]:
    """Turn what SQLite says into one line that says what to do."""
    try:
        yield
    except RedactorError:
        raise
    except sqlite3.Error as problem:
        raise _error(where, problem) from None


def _error(where: str, problem: sqlite3.Error) -> RedactorError:
    name = getattr(problem, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return DestinationError("the disk is full", where=where, remedy="Free space and run it again; nothing is lost.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DestinationError("is locked by another program", where=where, remedy="Close it there and run again.")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return DestinationError("cannot be written", where=where, remedy="Check the permissions of file and folder.")
    if name.startswith("SQLITE_IOERR"):
        return DestinationError("the disk failed or is full", where=where, remedy="Free space and run it again.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return UsageError("is damaged or no database", where=where, remedy="Restore a copy, or scan into a new one.")
    return UsageError(f"the database refused ({name or type(problem).__name__})", where=where, remedy="Report this.")


def _unwritable(path: Path, problem: OSError) -> DestinationError:
    return DestinationError(
        f"cannot be written ({problem.strerror})", where=str(path), remedy="Check the permissions, or free space."
    )
