"""kill -9 at random moments, then resume: is the database equal to that of a run nobody disturbed?"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from redactor.archive import reader

_FILES = 400


def table_rows(work: Path, *, times: int) -> list[tuple[str, str, str, str]]:
    """Kill a scan over and over, let it finish, and compare all rows that people read."""
    folder = work / "kills"
    folder.mkdir()
    for number in range(_FILES):
        (folder / f"{number:04}.pdf").write_bytes(f"%PDF-1.7\n{number % 350}".encode())
    (folder / "crash.pdf").write_bytes(b"%PDF-1.7\n%poison=crash")
    whole = _start(folder, work / "whole.sqlite", work / "kills.key")
    whole.wait()
    chance = random.Random(20)
    killed = 0
    for _ in range(times):
        running = _start(folder, work / "killed.sqlite", work / "kills.key")
        try:
            running.wait(chance.uniform(0.7, 3.0))
        except subprocess.TimeoutExpired:
            running.kill()
            killed += 1
        running.wait()
    _start(folder, work / "killed.sqlite", work / "kills.key").wait()
    same = _content(work / "killed.sqlite") == _content(work / "whole.sqlite")
    return [(f"{killed} x `kill -9`, then resume, {_FILES} files", "equal" if same else "DIFFERENT", "an undisturbed run",
             "reached" if same else "NOT reached")]  # fmt: skip


def _start(folder: Path, db: Path, key: Path) -> subprocess.Popen[bytes]:
    command = [
        "-m",
        "benchmarks.archive.driver",
        "quick",
        "scan",
        folder,
        "--db",
        db,
        "--key",
        key,
        "-q",
        "--jobs",
        "2",
    ]
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _content(db: Path) -> list[object]:
    with reader.open_reader(str(db)) as opened:
        return [(record.file, record.findings, record.issues) for record in opened.records()]
