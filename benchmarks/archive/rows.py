"""Rows for many documents: size, time to write and to export, against plain SQLite with the same values."""

from __future__ import annotations

import csv
import gc
import random
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from redactor.archive import reader
from redactor.archive.exports.csv import EXPORT
from redactor.archive.listing import Listed
from redactor.archive.outcome import FoundRow, Looked, Outcome
from redactor.archive.place import Place
from redactor.archive.setup import Setup
from redactor.archive.state import State
from redactor.archive.store import open_store

_EACH = 5
_BATCH = 100


def table_rows(work: Path, *, documents: int) -> list[tuple[str, str, str, str]]:
    """Write and export the same made-up results both ways; CPU seconds, the writer's own work alone."""
    ours, plain = work / "rows.sqlite", work / "plain.sqlite"
    outcomes = list(_outcomes(documents))
    # In a scan nobody holds half a million findings; here every collection would walk them, on whoever's account it falls.
    gc.collect()
    gc.freeze()
    write = _timed(lambda: _write(ours, outcomes))
    floor = _timed(lambda: _plain(plain, outcomes))
    export = _timed(lambda: _export(ours, work / "rows.csv"))
    dump = _timed(lambda: _dump(plain, work / "plain.csv"))
    gc.unfreeze()
    size, least = ours.stat().st_size / 1e6, plain.stat().st_size / 1e6
    what = f"{documents:,} documents, {_EACH * documents:,} findings"
    return [
        (f"{what}: MB", f"{size:.0f}", f"{least:.0f} (plain SQLite)", f"{size / least:.2f} (to reach 1.5)"),
        (f"{what}: write, CPU s", f"{write:.1f}", f"{floor:.1f} (plain SQLite)", f"{write / floor:.2f} (to reach 1.5)"),
        (f"{what}: export csv, CPU s", f"{export:.1f}", f"{dump:.1f} (plain SQLite)",
         f"{export / dump:.2f} (to reach 1.5)"),
    ]  # fmt: skip


def _outcomes(documents: int) -> Iterator[tuple[str, Looked, Outcome]]:
    chance = random.Random(1)
    for number in range(documents):
        found = tuple(
            FoundRow(
                i, "PERSON", "redact", i, "body", False, 0.912, "NameModel", "s40(2)", "K*******", chance.randbytes(16)
            )
            for i in range(_EACH)
        )
        name = f"/archive/{2010 + number % 14}/reply-{number:06}.pdf"
        looked = Looked(chance.randbytes(32).hex(), f"reply-{number:06}.pdf", 80_000, "pdf", State.WAITING)
        yield (
            name,
            looked,
            Outcome(
                State.DONE,
                verdict="blocked",
                pages=4,
                year=2020,
                sketch=chance.randbytes(256),
                seconds=0.1,
                findings=found,
            ),
        )


def _write(path: Path, outcomes: list[tuple[str, Looked, Outcome]]) -> None:
    with open_store(str(path)) as store:
        store.begin(Setup("d", "p", "p", "0", "m", "publish"), "rows")
        store.write_list(Listed(Place(name, name)) for name, _, _ in outcomes)
        numbers = {place.shown: number for number, place in store.waiting(attempts=0)}
        for start in range(0, len(outcomes), _BATCH):
            store.finish([((numbers[name],), looked, o) for name, looked, o in outcomes[start : start + _BATCH]])
        store.end("finished")


def _plain(path: Path, outcomes: list[tuple[str, Looked, Outcome]]) -> None:
    """Write the same values as one would by hand: two tables, one transaction."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(
        "CREATE TABLE documents (id INTEGER PRIMARY KEY, path, sha256 UNIQUE, state, verdict, pages, year, seconds, sketch)"
    )
    connection.execute("CREATE TABLE findings (document, number, entity, action, page, layer, score, recognizer, "
                       "exemption, excerpt, value)")  # fmt: skip
    with connection:
        connection.executemany(
            "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?)",
            ((n, name, looked.sha256, str(o.state), o.verdict, o.pages, o.year, o.seconds, o.sketch)
             for n, (name, looked, o) in enumerate(outcomes)),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            ((n, f.number, f.entity, f.action, f.page, f.layer, f.score, f.recognizer, f.exemption, f.excerpt, f.value)
             for n, (_, _, o) in enumerate(outcomes) for f in o.findings),
        )  # fmt: skip
    connection.close()


def _export(db: Path, path: Path) -> None:
    with reader.open_reader(str(db)) as opened, path.open("wb") as stream:
        EXPORT.write(opened, stream)


def _dump(db: Path, path: Path) -> None:
    connection = sqlite3.connect(db)
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        for row in connection.execute("SELECT * FROM documents ORDER BY path"):
            writer.writerow((*row[:-1], row[-1].hex()))
        query = "SELECT d.path, f.* FROM findings f JOIN documents d ON d.id = f.document ORDER BY d.path, f.number"
        for row in connection.execute(query):
            writer.writerow((*row[:-1], row[-1].hex()))
    connection.close()


def _timed(action: object) -> float:
    start = time.process_time()
    action()  # type: ignore[operator]
    return time.process_time() - start
