"""Which document holds a content, if any: the index by which nothing is checked twice.

Hashes come in no order, so that each row of an index over them touches a page of its own; written with every batch, they were more
than half of what a commit cost. Late ones are therefore kept in memory and written together, in order. What a killed scan had
not written is no loss: the documents are there, with numbers above the mark, and are read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from redactor.archive.database import Database

_MANY = 20_000
"""Late contents in memory, about 4 MB."""
_READ = 1_000
_MARK = "indexed"
_SET = """INSERT INTO meta (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value"""


class Known:
    """The index of one database that is being written."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._new: dict[bytes, int] = {}
        self._late: dict[bytes, int] = {}
        found = database.rows("SELECT value FROM meta WHERE key = ?", (_MARK,))
        # A number is given once, also where its document was forgotten: what stands below the mark is in the index.
        self._last = int(found[0][0]) if found else 0
        self._catch_up()

    def _catch_up(self) -> None:
        while rows := self._database.rows(
            "SELECT id, sha256, name, setup_id FROM documents WHERE id > ? ORDER BY id LIMIT ?", (self._last, _READ)
        ):
            for document, sha256, name, setup in rows:
                self._late[_key(sha256, name, setup)] = document
            self._last = rows[-1][0]
            self._write_many()

    def find(self, sha256: str, name: str, setup: int) -> int | None:
        """Return the document that holds a content under a setup; safe beside a thread that writes."""
        key = _key(sha256, name, setup)
        late = self._late.get(key)
        if late is not None:
            return late
        rows = self._database.rows("SELECT document_id FROM contents WHERE key = ?", (key,))
        return int(rows[0][0]) if rows else None

    @contextmanager
    def adding(self) -> Iterator[None]:
        """Return a transaction for new documents, which are known once all of it is kept."""
        self._new = {}
        with self._database.transaction():
            yield
        self._late.update(self._new)
        self._write_many()

    def number(self, sha256: str, name: str, setup: int) -> int:
        """Return the number of a new document; RuntimeError where its content was just written."""
        key = _key(sha256, name, setup)
        if key in self._late or key in self._new:
            raise RuntimeError("a content was written twice")
        self._last += 1
        self._new[key] = self._last
        return self._last

    def write(self) -> None:
        """Write the late ones."""
        if not self._late:
            return
        with self._database.transaction():
            # In order, so that each page is touched once. One that is there already stops the scan.
            rows = [(bytearray(key), self._late[key]) for key in sorted(self._late)]
            self._database.many("INSERT INTO contents (key, document_id) VALUES (?, ?)", rows)
            self._database.rows(_SET, (_MARK, str(max(self._late.values()))))
        # Not emptied: another thread looks into the old one until it can see the new rows.
        self._late = {}

    def _write_many(self) -> None:
        if len(self._late) >= _MANY:
            self.write()

    def forget(self, setup: int) -> None:
        """Forget every content under a setup that could not be checked; in the caller's transaction."""
        rows = self._database.rows(
            "SELECT sha256, name, setup_id FROM documents WHERE setup_id = ? AND state <> 'done'", (setup,)
        )
        keys = [_key(*row) for row in rows]
        for key in keys:
            self._late.pop(key, None)
        self._database.many("DELETE FROM contents WHERE key = ?", [(key,) for key in keys])


def _key(sha256: str, name: str, setup: int) -> bytes:
    return hashlib.blake2b(f"{setup}/{sha256}/{name}".encode("utf-8", "surrogateescape"), digest_size=16).digest()
