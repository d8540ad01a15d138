"""Put the databases of several shards into one, as if one machine had scanned it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from redactor.archive.database import Row
from redactor.archive.reader import Reader
from redactor.archive.store import DOCUMENT, FINDING, ISSUE, SETUP, Store
from redactor.errors import UsageError

_BATCH = 500


def merge(store: Store, shards: Sequence[Reader]) -> int:
    """Take over every file of every shard, and return how many there were; a path that is in two is the later's.

    Raises:
        UsageError: a shard's values are hashed with another key, so that nobody could tell which are equal.
    """
    for shard in shards:
        if not shard.key():
            raise UsageError("holds no scan", where=shard.database.where, remedy="Scan into it first.")
        store.bind_key(shard.key())
    # One run for all, so that its counts are those of the whole.
    setups = [_setups(store, shard) for shard in shards]
    latest = [known[max(known)] for known in setups if known]
    store.begin_known(latest[-1] if latest else 0, f"merge of {', '.join(shard.database.where for shard in shards)}")
    count = sum(_take(store, shard, known) for shard, known in zip(shards, setups, strict=True))
    store.end("finished")
    return count


def _take(store: Store, shard: Reader, setups: dict[int, int]) -> int:
    documents = _documents(store, shard, setups)
    count = 0
    rows = shard.database.stream(
        "SELECT path, outer_path, members, kind, size, sha256, state, attempts, code, message, document_id "
        "FROM files ORDER BY id"
    )
    while batch := list(islice(rows, _BATCH)):
        store.take_files([(*row[:10], documents.get(row[10])) for row in batch])
        count += len(batch)
    return count


def _setups(store: Store, shard: Reader) -> dict[int, int]:
    """Return the numbers of the shard's setups in the merged database."""
    rows = shard.database.rows(f"SELECT id, {', '.join(SETUP)} FROM setups ORDER BY id")  # noqa: S608  # our names
    return {row[0]: store.setup_number(row[1:]) for row in rows}


def _documents(store: Store, shard: Reader, setups: dict[int, int]) -> dict[int, int]:
    """Copy documents that are not there yet; return the numbers of all in the merged database."""
    numbers: dict[int, int] = {}
    findings = _Numbered(shard.database.stream(_all("findings", FINDING)))
    issues = _Numbered(shard.database.stream(_all("issues", ISSUE)))
    columns = ", ".join(DOCUMENT)
    rows = shard.database.stream(f"SELECT id, {columns} FROM documents ORDER BY id")  # noqa: S608  # our own names
    while batch := list(islice(rows, _BATCH)):
        taken = []
        for old, sha256, name, setup, *rest in batch:
            one = (sha256, name, setups[setup], *rest)
            taken.append((old, one, findings.of(old), issues.of(old)))
        numbers |= store.take_documents(taken)
    return numbers


def _all(table: str, columns: Sequence[str]) -> str:
    return f"SELECT document_id, {', '.join(columns)} FROM {table} ORDER BY document_id, number"  # noqa: S608  # ours


class _Numbered:
    """Rows sorted by document, handed out document by document."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._ahead = next(rows, None)

    def of(self, document: int) -> list[Row]:
        """Return the rows of a document without its number; numbers only ever grow."""
        found = []
        while self._ahead is not None and self._ahead[0] <= document:
            if self._ahead[0] == document:
                found.append(self._ahead[1:])
            self._ahead = next(self._rows, None)
        return found
