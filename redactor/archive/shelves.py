"""Where names stand in paragraphs seen before, in a small file beside the database that all processes share.

Archives repeat their boilerplate; the name model reads each paragraph once an archive instead of once a process. Kept are
keyed hashes of paragraphs and offsets with labels, never words. It is a help and no source of truth: whatever goes wrong
with the file, the model reads the paragraph again.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

_APPLICATION_ID = 0x464F4953
_BATCH = 256
_BUSY_SECONDS = 1.0
_MAX_PAGES = 262_144
"""Of 4 KiB each: the file grows to 1 GB and no further."""


class Shelf:
    """A file of answers, by 16-byte key; useless (and harmless) where the file cannot be used."""

    def __init__(self, path: Path) -> None:
        self._fresh: dict[bytes, bytes] = {}
        self._connection: sqlite3.Connection | None = None
        with suppress(sqlite3.Error, OSError):
            self._connection = _opened(path)

    def get(self, key: bytes) -> bytes | None:
        """Return an answer; None where there is none."""
        if key in self._fresh:
            return self._fresh[key]
        if self._connection is not None:
            with suppress(sqlite3.Error):
                row = self._connection.execute("SELECT names FROM paragraphs WHERE key = ?", (key,)).fetchone()
                return None if row is None else bytes(row[0])
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep an answer until the next flush, and then for everybody."""
        self._fresh[key] = value
        if len(self._fresh) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is new; after a file, so that a process that is lost takes little with it."""
        fresh, self._fresh = self._fresh, {}
        if self._connection is None or not fresh:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR IGNORE INTO paragraphs VALUES (?, ?)", fresh.items())
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")


def _opened(path: Path) -> sqlite3.Connection | None:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    (ours,) = connection.execute("PRAGMA application_id").fetchone()
    if not ours and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS paragraphs (key BLOB PRIMARY KEY, names BLOB NOT NULL) WITHOUT ROWID"
        )
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    elif ours != _APPLICATION_ID:
        connection.close()
        return None
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA max_page_count = {_MAX_PAGES}")
    return connection
