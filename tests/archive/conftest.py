"""A small archive, a command line whose guard answers quickly, and the database as plain values."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from redactor.archive import crew, reader
from redactor.cli import app
from tests.archive import desk

DRIVER = Path(__file__).parent / "driver.py"


class Ended(NamedTuple):
    """What a command line left behind."""

    code: int
    out: str
    err: str


Scan = Callable[..., Ended]
Make = Callable[..., Path]


@pytest.fixture
def scan(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Scan:
    """Run ``redactor scan`` in this process, in the test's folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(crew, "Desk", lambda: desk.DESK)

    def run(*arguments: object) -> Ended:
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = app.run(["scan", *map(str, arguments)])
        out.seek(0)
        return Ended(int(code), out.read(), err.getvalue())

    return run


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a file that calls itself a PDF into the archive folder."""

    def write(name: str, content: str | bytes = "", *, pdf: bool = True) -> Path:
        path = tmp_path / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(b"%PDF-1.7\n" + data if pdf else data)
        return path

    return write


def process(folder: Path, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
    """Start ``redactor scan`` as a process of its own."""
    return subprocess.Popen(
        [sys.executable, str(DRIVER), "scan", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def content(db: Path | str) -> list[tuple[object, ...]]:
    """Return everything a database says of its files, without what differs from run to run (numbers, times)."""
    found = []
    with reader.open_reader(str(db)) as opened:
        for record in opened.records():
            findings = tuple(tuple(sorted(f.items())) for f in record.findings)
            issues = tuple(tuple(sorted(i.items())) for i in record.issues)
            found.append((tuple(sorted(record.file.items())), findings, issues))
    return found


def states(db: Path | str) -> dict[str, str]:
    """Return the state of every file by its bare name."""
    with reader.open_reader(str(db)) as opened:
        return {str(row[0]).rpartition("archive/")[2]: str(row[1]) for row in opened.files()}
