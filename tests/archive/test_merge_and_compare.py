"""Shards put together equal one scan; two scans compared say what is new."""

from __future__ import annotations

import json
from pathlib import Path

from redactor.errors import ExitCode

from . import made
from .conftest import Make, Scan, content


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
