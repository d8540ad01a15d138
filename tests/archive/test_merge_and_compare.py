"""Shards put together equal one scan; two scans compared say what is new."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from redactor.errors import ExitCode

from . import made
from .conftest import Make, Scan, content, states


def test_shards_merged_equal_one_scan(scan: Scan, make: Make) -> None:
    """Copies that fall into different shards become one document again."""
    for number in range(24):
        make(f"{number}.pdf", f"name=Kezia Lombard;{number % 9}")
    make("crash.pdf", "poison=crash")
    scan("archive", "--db", "whole.sqlite", "--jobs", "2")
    for number in (1, 2, 3):
        scan("archive", "--db", f"s{number}.sqlite", "--shard", f"{number}/3", "--jobs", "1")
    assert "25  files" in scan("merge", "s1.sqlite", "s2.sqlite", "s3.sqlite", "--db", "all.sqlite").out
    assert content("all.sqlite") == content("whole.sqlite")
    assert scan("compare", "whole.sqlite", "all.sqlite").code == 0
    scan("merge", "s1.sqlite", "s2.sqlite", "s3.sqlite", "--db", "all.sqlite")
    assert content("all.sqlite") == content("whole.sqlite")


def test_the_status_of_a_merge_counts_every_shard(scan: Scan, make: Make) -> None:
    """It counted the last one's files alone."""
    for number in range(8):
        make(f"{number}.pdf", str(number))
    for number in (1, 2, 3):
        scan("archive", "--db", f"s{number}.sqlite", "--shard", f"{number}/3", "--jobs", "1")
    scan("merge", *(f"s{n}.sqlite" for n in (1, 2, 3)), "--db", "all.sqlite")
    assert "8  listed" in scan("status", "--db", "all.sqlite").out


def test_what_was_taken_away_is_gone(scan: Scan, make: Make, tmp_path: Path) -> None:
    """The worst file is taken offline and the same scan run again: no list names it any more, and compare says so."""
    worst, packed = make("sub/worst.pdf", "name=Kezia Lombard;"), tmp_path / "archive" / "o.zip"
    make("good.pdf", "x")
    elsewhere = tmp_path / "elsewhere.pdf"
    elsewhere.write_bytes(b"%PDF-1.7 y")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in.pdf", b"%PDF-1.7 name=Kezia Lombard;")
        archive.writestr("stays.pdf", b"%PDF-1.7 z")
    scan("archive", "elsewhere.pdf", "--db", "r.sqlite", "--jobs", "1")
    shutil.copy("r.sqlite", "before.sqlite")
    worst.unlink()
    elsewhere.unlink()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("stays.pdf", b"%PDF-1.7 z")
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == ExitCode.READY
    assert {Path(name).name: state for name, state in states("r.sqlite").items() if name.endswith("pdf")} == {
        "worst.pdf": "gone",
        "in.pdf": "gone",
        "good.pdf": "done",
        "stays.pdf": "done",
        "elsewhere.pdf": "done",
    }
    said = scan("compare", "before.sqlite", "r.sqlite")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines() if not line.startswith(" ")] == ["gone", "gone"]
    assert "worst.pdf" not in scan("export", "--db", "r.sqlite", "-f", "html").out
    worst.write_bytes(b"%PDF-1.7 name=Kezia Lombard;")
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == ExitCode.BLOCKED
    assert states("r.sqlite")["sub/worst.pdf"] == "done"


def test_what_cannot_be_looked_for_is_not_gone(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder that cannot be read this time, or a ZIP that is damaged: what was known of them stays."""
    make("closed/a.pdf", "name=Kezia Lombard;")
    packed = tmp_path / "archive" / "o.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in.pdf", b"%PDF-1.7 z")
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    packed.write_bytes(packed.read_bytes()[:40])

    def refusing(real):
        def call(path, **options):
            if "closed" in str(path):
                raise PermissionError(13, "Permission denied")
            return real(path, **options)

        return call

    monkeypatch.setattr(os, "lstat", refusing(os.lstat))
    monkeypatch.setattr(os, "scandir", refusing(os.scandir))
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == ExitCode.UNCHECKED
    monkeypatch.undo()
    assert states(tmp_path / "r.sqlite") == {
        "closed": "unreadable",
        "closed/a.pdf": "done",
        "o.zip": "unreadable",
        "o.zip!/in.pdf": "done",
    }


def test_a_shard_may_be_empty(scan: Scan, make: Make) -> None:
    """Three machines and one file."""
    make("a.pdf", "x")
    codes = [scan("archive", "--db", f"s{n}.sqlite", "--shard", f"{n}/3", "--jobs", "1").code for n in (1, 2, 3)]
    assert codes == [0, 0, 0]
    assert scan("merge", *(f"s{n}.sqlite" for n in (1, 2, 3)), "--db", "all.sqlite").code == 0


def test_shards_with_different_keys_do_not_mix(scan: Scan, make: Make) -> None:
    """Nobody could tell which of their values are equal."""
    make("a.pdf", "x")
    scan("archive", "--db", "s1.sqlite", "--key", "one", "--jobs", "1")
    scan("archive", "--db", "s2.sqlite", "--key", "two", "--jobs", "1")
    assert "hashed with another key" in scan("merge", "s1.sqlite", "s2.sqlite", "--db", "all.sqlite").err
    assert "hashed with another key" in scan("compare", "s1.sqlite", "s2.sqlite").err
    assert "is one of the shards" in scan("merge", "s1.sqlite", "--db", "s1.sqlite").err


def test_compare_says_what_is_new_gone_and_changed(scan: Scan, tmp_path: Path) -> None:
    """New findings by kind, settled ones, new and vanished files; the exit code follows the worst."""
    old = made.database(
        tmp_path / "old.sqlite",
        made.file("/gone.pdf", verdict="ready"),
        made.file("/same.pdf", made.found("Owain Quiller")),
        made.file("/mended.pdf", made.found("Rafe Abernethy")),
        made.file("/worse.pdf", made.found("Kezia Lombard"), verdict="blocked"),
    )
    new = made.database(
        tmp_path / "new.sqlite",
        made.file("/mended.pdf", verdict="ready"),
        made.file("/new.pdf", made.found("Nia Strachan", action="review"), verdict="review"),
        made.file("/same.pdf", made.found("OWAIN QUILLER", page=4)),
        made.file("/worse.pdf", made.found("Kezia Lombard"), made.found("Kezia Lombard"), verdict="blocked"),
        unread=("/unread.pdf",),
    )
    ended = scan("compare", old, new)
    assert ended.code == ExitCode.UNCHECKED
    assert ended.out.splitlines() == [
        "gone     /gone.pdf  (was done, ready)",
        "changed  /mended.pdf  (done, blocked -> done, ready)",
        "  - 1 PERSON (redact)",
        "new      /new.pdf  (done, review)",
        "  + 1 PERSON (review)",
        "new      /unread.pdf  (unreadable)",
        "changed  /worse.pdf  (done, blocked)",
        "  + 1 PERSON (redact)",
    ]
    lines = [json.loads(line) for line in scan("compare", old, new, "--json").out.splitlines()]
    assert [line["kind"] for line in lines] == ["gone", "changed", "new", "new", "changed"]
    assert scan("compare", new, new).code == 0


def test_compare_says_where_the_scans_went_by_other_things(scan: Scan, tmp_path: Path) -> None:
    """What another policy finds was there before."""
    old = made.database(tmp_path / "old.sqlite", made.file("/a.pdf", verdict="ready"))
    same = made.database(tmp_path / "same.sqlite", made.file("/a.pdf", verdict="ready"))
    other = made.database(tmp_path / "other.sqlite", made.file("/a.pdf", verdict="ready"), policy="q")
    assert "differ" not in scan("compare", old, same).err
    assert "The two scans differ in policy: what is new may come from that." in scan("compare", old, other).err
