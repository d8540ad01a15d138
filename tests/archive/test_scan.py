"""A scan accounts for every file, blames poison and nothing else, and can be stopped at any moment."""

from __future__ import annotations

import contextlib
import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from redactor.errors import ExitCode, UsageError

from .conftest import Make, Scan, content, process, states

COMMON = ("--db", "r.sqlite", "--jobs", "2", "--progress-every", "0")


def test_counts_add_up_and_the_worst_decides(scan: Scan, make: Make) -> None:
    """Each file has one state; what could not be checked ends with 30 whatever the others are."""
    make("a.pdf", "name=Kezia Lombard;")
    make("b.pdf", "nothing")
    make("c.txt", "words", pdf=False)
    make("empty.pdf", b"", pdf=False)
    ended = scan("archive", *COMMON)
    assert ended.code == ExitCode.UNCHECKED
    assert states("r.sqlite") == {"a.pdf": "done", "b.pdf": "done", "c.txt": "unsupported", "empty.pdf": "unreadable"}
    numbers = [int(line.split()[0]) for line in ended.out.splitlines()]
    assert numbers[0] == 4 == numbers[1] + sum(numbers[4:])
    assert "READY" in ended.out
    assert "add up" not in ended.err
    assert scan("archive", *COMMON, "--skip", "*.txt", "--skip", "empty*").code == ExitCode.BLOCKED
    assert states("r.sqlite")["c.txt"] == "skipped"
    assert scan("archive", *COMMON, "--only", "b.pdf", "--fail-on", "review").code == ExitCode.READY


def test_poison_costs_itself_alone(scan: Scan, make: Make) -> None:
    """A crash, an exit, a hang and a memory hog are each blamed by name; every other file is done."""
    for number in range(12):
        make(f"good{number:02}.pdf", f"name=Kezia Lombard;{number}")
    for kind in ("crash", "exit", "hang", "hog", "encrypted", "bug"):
        make(f"{kind}.pdf", f"poison={kind}")
    make("lookcrash.pdf", "x")
    ended = scan("archive", *COMMON, "--timeout", "2", "--memory", "256")
    found = states("r.sqlite")
    assert {found[f"good{number:02}.pdf"] for number in range(12)} == {"done"}
    assert {name: state for name, state in found.items() if state != "done"} == {
        "crash.pdf": "crashed",
        "exit.pdf": "crashed",
        "hang.pdf": "timed-out",
        "hog.pdf": "out-of-memory",
        "encrypted.pdf": "encrypted",
        "bug.pdf": "internal-error",
        "lookcrash.pdf": "crashed",
    }
    assert ended.code == ExitCode.INTERNAL
    assert "Lombard" not in ended.out + ended.err
    assert b"Kezia Lombard" not in Path("r.sqlite").read_bytes() + Path("r.sqlite").with_name("r.sqlite").read_bytes()


def test_a_file_lost_once_is_tried_again_by_itself(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A crash that does not repeat costs nothing."""
    monkeypatch.setenv("SCAN_ONCE", str(tmp_path / "once"))
    make("a.pdf", "poison=once")
    make("copy/a.pdf", "poison=once")
    assert scan("archive", *COMMON).code == ExitCode.READY
    assert set(states("r.sqlite").values()) == {"done"}


def test_the_same_content_is_checked_once_and_never_again(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Copies share a document; a second run checks what is new, a changed policy checks all."""
    log = tmp_path / "log"
    monkeypatch.setenv("SCAN_LOG", str(log))
    for name in ("a.pdf", "copies/a.pdf", "copies/a (1).pdf", "copies/Copy of a.pdf", "b.pdf"):
        make(name, "slow name=Kezia Lombard;" if "a" in name else "b")
    scan("archive", *COMMON)
    assert len(log.read_text().split()) == 2
    make("c.pdf", "c")
    scan("archive", *COMMON)
    assert len(log.read_text().split()) == 3
    assert set(states("r.sqlite").values()) == {"done"}
    scan("archive", *COMMON, "--policy", "uk-foi")
    assert len(log.read_text().split()) == 6


def test_the_name_is_part_of_what_is_checked(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Equal contents under names that say different things are two documents: names are searched too."""
    monkeypatch.setenv("SCAN_LOG", str(tmp_path / "log"))
    make("a.pdf", "same")
    make("Reply to Kezia Lombard.pdf", "same")
    scan("archive", *COMMON)
    assert len((tmp_path / "log").read_text().split()) == 2


def test_what_failed_is_remembered_and_tried_again_when_asked(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A hang does not cost its time with every run; --again gives it another chance."""
    monkeypatch.setenv("SCAN_ONCE", str(tmp_path / "once"))
    make("a.pdf", "poison=hang")
    scan("archive", *COMMON, "--timeout", "1")
    started = time.monotonic()
    assert scan("archive", *COMMON, "--timeout", "60").code == ExitCode.UNCHECKED
    assert time.monotonic() - started < 20
    Path("archive/a.pdf").write_bytes(b"%PDF-1.7 mended")
    assert scan("archive", *COMMON).code == ExitCode.READY


def test_again_forgets_only_failures(scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that crashed twice and would now be read is read; what was done is not done again."""
    log, once = tmp_path / "log", tmp_path / "once"
    monkeypatch.setenv("SCAN_LOG", str(log))
    monkeypatch.setenv("SCAN_ONCE", str(tmp_path / "no" / "folder"))
    make("good.pdf", "x")
    make("bad.pdf", "poison=once")
    assert scan("archive", *COMMON).code == ExitCode.INTERNAL
    once.touch()
    monkeypatch.setenv("SCAN_ONCE", str(once))
    assert scan("archive", *COMMON).code == ExitCode.INTERNAL
    assert scan("archive", *COMMON, "--again").code == ExitCode.READY
    assert len(log.read_text().split()) == 2


def archive_of(make: Make, count: int) -> None:
    for number in range(count):
        make(f"{number % 5}/{number:03}.pdf", f"slow name=Kezia Lombard;name=Owain {'X' * (number % 7)};{number % 60}")
    make("crash.pdf", "poison=crash")


def test_kill_at_any_moment_then_resume_equals_an_uninterrupted_run(make: Make, tmp_path: Path) -> None:
    """SIGKILL at random moments loses at most the files in hand; the end result is the same to the last finding."""
    archive_of(make, 80)
    arguments = ("archive", "--jobs", "2", "--key", "k", "--db")
    whole = process(tmp_path, *arguments, "whole.sqlite")
    assert whole.wait(60) == ExitCode.UNCHECKED
    chance = random.Random(6)
    kills = 0
    for _ in range(6):
        running = process(tmp_path, *arguments, "killed.sqlite", SCAN_LOG=str(tmp_path / "log"))
        try:
            running.wait(chance.uniform(0.6, 2.2))
        except Exception:
            running.send_signal(signal.SIGKILL)
            kills += 1
        running.wait(30)
    assert process(tmp_path, *arguments, "killed.sqlite", SCAN_LOG=str(tmp_path / "log")).wait(60) == 30
    assert kills
    assert content(tmp_path / "killed.sqlite") == content(tmp_path / "whole.sqlite")
    checked = (tmp_path / "log").read_text().split()
    assert len(checked) - len(set(checked)) <= 2 * kills, "at most the files in hand were checked again"
    integrity = sqlite3.connect(tmp_path / "killed.sqlite").execute("PRAGMA integrity_check").fetchone()
    assert integrity == ("ok",)


def test_ctrl_c_ends_with_130_and_keeps_what_was_done(make: Make, tmp_path: Path) -> None:
    """SIGINT in the middle: one line, no file blamed for it, the next run goes on."""
    archive_of(make, 200)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    options = ("--db", "r.sqlite", "--jobs", "2", "--progress-every", "0")
    running = process(tmp_path, "archive", *options, TMPDIR=str(temporary))
    end = time.monotonic() + 30
    while time.monotonic() < end:
        time.sleep(0.1)
        # The database stands for a moment before the scan's row is in it.
        with contextlib.suppress(UsageError):
            if (tmp_path / "r.sqlite-wal").exists() and "done" in states(tmp_path / "r.sqlite").values():
                break
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == ExitCode.INTERRUPTED
    assert err.decode().count("\n") == 1
    assert not list(temporary.iterdir())
    found = set(states(tmp_path / "r.sqlite").values())
    assert found == {"done", "waiting"}, "nothing that was in hand is called a crash"
    assert process(tmp_path, "archive", "--db", "r.sqlite", "--jobs", "2").wait(60) == ExitCode.UNCHECKED
    assert "waiting" not in states(tmp_path / "r.sqlite").values()
