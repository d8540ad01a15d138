"""A database that is locked, foreign, newer, damaged or on a full disk: one clear line, exit 2, nothing half-written."""

from __future__ import annotations

import multiprocessing
import sqlite3
import stat
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from redactor.archive import schema, sqlite
from redactor.errors import DestinationError, ExitCode

from .conftest import Ended, Make, Scan, content, process, states


def refused(ended: Ended, says: str) -> None:
    assert (ended.code, ended.err.count("\n")) == (ExitCode.USAGE, 1), ended.err
    assert says in ended.err
    assert ended.out == ""


def test_what_is_no_database_of_ours_is_refused_and_untouched(scan: Scan, make: Make, tmp_path: Path) -> None:
    """A letter, another program's database, a newer one, a folder, a folder that is not there."""
    make("a.pdf", "x")
    Path("letter").write_bytes(b"%PDF-1.7")
    other = sqlite3.connect("other.sqlite")
    other.execute("CREATE TABLE theirs (a)")
    other.commit()
    other.close()
    assert scan("archive", "--db", "newer.sqlite", "--jobs", "1").code == 0
    newer = sqlite3.connect("newer.sqlite")
    newer.execute("PRAGMA user_version = 99")
    newer.commit()
    newer.close()
    Path("folder").mkdir()
    before = {name: Path(name).read_bytes() for name in ("letter", "other.sqlite", "newer.sqlite")}
    for name, says in (
        ("letter", "is not a database"),
        ("other.sqlite", "another program's database"),
        ("newer.sqlite", "newer version (schema 99"),
        ("folder", "is a folder"),
        ("no/such/r.sqlite", "folder does not exist"),
    ):
        refused(scan("archive", "--db", name, "--key", "k"), says)
    refused(scan("status", "--db", "none.sqlite"), "no such database")
    refused(scan("status", "--db", "newer.sqlite"), "newer version")
    assert before == {name: Path(name).read_bytes() for name in before}


def test_a_second_scan_waits_its_turn(scan: Scan, make: Make, tmp_path: Path) -> None:
    """Two writers are one too many; readers are welcome."""
    make("a.pdf", "poison=hang")
    running = process(tmp_path, "archive", "--db", "r.sqlite", "--jobs", "1", "--key", "k")
    try:
        for _ in range(200):
            if (tmp_path / "r.sqlite").exists() and (tmp_path / "r.sqlite").stat().st_size:
                break
            running.poll()
            time.sleep(0.05)
        refused(scan("archive", "--db", "r.sqlite", "--key", "k"), "another scan is writing to it")
        assert scan("status", "--db", "r.sqlite").code in {0, 2}
    finally:
        running.kill()
        running.wait()


def test_a_database_locked_by_another_program_is_one_line(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's SQL browser with an open transaction."""
    make("a.pdf", "x")
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    monkeypatch.setattr(sqlite, "_BUSY_SECONDS", 0.2)
    browser = sqlite3.connect("r.sqlite", isolation_level=None)
    browser.execute("BEGIN IMMEDIATE")
    refused(scan("archive", "--db", "r.sqlite", "--jobs", "1"), "locked by another program")
    browser.execute("ROLLBACK")
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == 0


def test_a_full_disk_stops_with_one_line_and_the_next_run_goes_on(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own SQLITE_FULL, brought about by a bound on pages; afterwards all is as if nothing had been."""
    for number in range(60):
        make(f"{number}.pdf", f"name=Kezia Lombard;{number}" * 40)
    scan("archive", "--db", "whole.sqlite", "--jobs", "2", "--key", "k")
    real = sqlite._apply

    def small(database: Any, connection: sqlite3.Connection, statements: Any) -> None:
        real(database, connection, statements)
        (empty,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {empty + 1}")

    monkeypatch.setattr(sqlite, "_apply", small)
    temporary = Path("temporary")
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary.absolute()))
    refused(scan("archive", "--db", "r.sqlite", "--jobs", "2", "--key", "k"), "the disk is full")
    time.sleep(1)
    assert not list(temporary.iterdir()), "the guards are gone, with what they held"
    monkeypatch.setattr(sqlite, "_apply", real)
    scan("archive", "--db", "r.sqlite", "--jobs", "2", "--key", "k")
    assert content("r.sqlite") == content("whole.sqlite")


def test_another_key_is_refused(scan: Scan, make: Make) -> None:
    """Values hashed with two keys could not be compared, and nobody would notice."""
    make("a.pdf", "x")
    scan("archive", "--db", "r.sqlite", "--jobs", "1", "--key", "one")
    Path("two").write_text("0" * 64)
    refused(scan("archive", "--db", "r.sqlite", "--jobs", "1", "--key", "two"), "hashed with another key")
    Path("bad").write_text("not a key")
    refused(scan("archive", "--db", "s.sqlite", "--key", "bad"), "is not a key file")


def test_everything_written_is_for_its_owner_alone(scan: Scan, make: Make) -> None:
    """Database, key, lock, values."""
    make("a.pdf", "name=Kezia Lombard;")
    scan("archive", "--db", "r.sqlite", "--jobs", "1", "--store-values", "values")
    for name in ("r.sqlite", "r.sqlite.lock", "redactor-archive.key", "values"):
        assert stat.S_IMODE(Path(name).stat().st_mode) == 0o600, name


def test_values_are_in_clear_only_where_the_user_asked(scan: Scan, make: Make) -> None:
    """And then in the named file, never in the database."""
    make("a.pdf", "name=Kezia Lombard;")
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    everything = b"".join(p.read_bytes() for p in Path().glob("r.sqlite*"))
    assert b"Lombard" not in everything
    assert "Lombard" not in scan("show", "a.pdf", "--db", "r.sqlite").out
    scan("archive", "--db", "s.sqlite", "--jobs", "1", "--store-values", "values")
    assert b"Lombard" not in b"".join(p.read_bytes() for p in Path().glob("s.sqlite*"))
    assert "Kezia Lombard" in scan("show", "a.pdf", "--db", "s.sqlite", "--values", "values").out
    refused(scan("show", "a.pdf", "--db", "s.sqlite", "--values", "s.sqlite"), "is no file of values")


def test_values_asked_for_later_are_found_too(scan: Scan, make: Make) -> None:
    """A content that was checked before has its values nowhere: it is checked again, for each file of values once."""
    make("a.pdf", "name=Kezia Lombard;")
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    for name in ("values", "others"):
        scan("archive", "--db", "r.sqlite", "--jobs", "1", "--store-values", name)
        assert "Kezia Lombard" in scan("show", "a.pdf", "--db", "r.sqlite", "--values", name).out


def test_a_lost_key_is_asked_for_and_none_is_made(scan: Scan, make: Make, tmp_path: Path) -> None:
    """Nor is one where the database is refused."""
    make("a.pdf", "x")
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    key = tmp_path / "redactor-archive.key"
    key.unlink()
    refused(scan("archive", "--db", "r.sqlite", "--jobs", "1"), "the key of the database is not there")
    assert not key.exists()
    Path("foreign").write_bytes(b"no database at all")
    refused(scan("archive", "--db", "foreign", "--jobs", "1"), "is not a database")
    assert not key.exists()


def test_a_migration_runs_once_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The steps from version to version, and none at all where one of them fails."""
    path = tmp_path / "r.sqlite"
    sqlite.connect(path, write=True).close()
    now = schema.VERSION
    steps = {now: ("CREATE TABLE more (a)", "INSERT INTO more VALUES (1)")}
    monkeypatch.setattr(schema, "MIGRATIONS", {now: (*steps[now], "INSERT INTO none VALUES (1)")})
    monkeypatch.setattr(schema, "VERSION", now + 1)
    monkeypatch.setattr(
        schema, "steps", lambda version: [s for n in range(version, now + 1) for s in schema.MIGRATIONS[n]]
    )
    with pytest.raises(Exception, match="refused"):
        sqlite.connect(path, write=True)
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA user_version").fetchone() == (now,)
    assert plain.execute("SELECT count(*) FROM sqlite_master WHERE name = 'more'").fetchone() == (0,)
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    for _ in range(2):
        opened = sqlite.connect(path, write=True)
        assert opened.rows("SELECT count(*) FROM more") == [(1,)]
        opened.close()


def test_keys_are_made_once_by_many_at_once(tmp_path: Path) -> None:
    """Shards that start at the same moment use one key."""
    from redactor.archive import key

    with multiprocessing.get_context("spawn").Pool(4) as pool:
        found = set(pool.map(key.load_or_make, [tmp_path / "k"] * 12))
    assert len(found) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["k"]
    with pytest.raises(DestinationError):
        key.load_or_make(tmp_path / "no" / "k")


def test_reading_changes_nothing(scan: Scan, make: Make) -> None:
    """status, show, export leave the file as it was."""
    make("a.pdf", "x")
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    before = Path("r.sqlite").read_bytes()
    for command in (("status",), ("show", "a.pdf"), ("export", "-f", "csv")):
        assert scan(*command, "--db", "r.sqlite").code == 0
    assert Path("r.sqlite").read_bytes() == before
    assert states("r.sqlite") == {"a.pdf": "done"}
