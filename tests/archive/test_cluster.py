"""A scan over a real Dask scheduler and two worker processes, of which one is killed in the middle."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.errors import ExitCode, UsageError

from .conftest import Make, Scan, content, process, states

pytest.importorskip("distributed")
ROOT = Path(__file__).resolve().parents[2]
WORKER = ("worker", "--nthreads", "1", "--nworkers", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")


def dask(folder: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a part of a Dask cluster."""
    return subprocess.Popen(
        [sys.executable, "-m", "dask", name, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=(folder / f"{name}-{time.monotonic()}.log").open("wb"),
    )


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Give the address of a scheduler and its two workers."""
    folder = tmp_path / "dask"
    folder.mkdir()
    file = folder / "scheduler.json"
    parts = [
        dask(folder, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    ]
    try:
        end = time.monotonic() + 60
        while not file.exists() or not file.read_text().strip().endswith("}"):
            assert time.monotonic() < end, "the scheduler did not start"
            time.sleep(0.1)
        parts += [
            dask(folder, *WORKER, "--scheduler-file", str(file), "--local-directory", str(folder)) for _ in range(2)
        ]
        yield json.loads(file.read_text())["address"], parts[1:]
    finally:
        for part in parts:
            part.kill()
            part.wait(20)


def wait_for_workers(address: str, count: int) -> None:
    """Wait until the scheduler knows its workers; by a process of its own, for tests may not connect."""
    code = f"from distributed import Client; Client({address!r}, timeout=60).wait_for_workers({count}, timeout=90)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_a_killed_worker_loses_nothing_and_blames_nobody(
    make: Make, scan: Scan, tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    """Two workers, poison among the files, one worker killed in mid-run: equal to a run in this computer alone."""
    address, workers = cluster
    for number in range(90):
        make(f"{number:03}.pdf", f"slow name=Kezia Lombard;name=Owain {'X' * (number % 7)};{number % 70}")
    for kind in ("crash", "exit", "encrypted"):
        make(f"{kind}.pdf", f"poison={kind}")
    wait_for_workers(address, 2)
    arguments = ("archive", "--db", "dask.sqlite", "--key", "k", "--executor", "dask", "--scheduler", address)
    running = process(tmp_path, *arguments)
    end = time.monotonic() + 90
    while time.monotonic() < end and running.poll() is None:
        time.sleep(0.05)
        # The file stands there a moment before its tables do.
        with contextlib.suppress(UsageError):
            if 5 < list(states(tmp_path / "dask.sqlite").values()).count("done") < 60:
                break
    assert running.poll() is None, "the scan ended before a worker could be killed"
    workers[0].kill()
    _, err = running.communicate(timeout=150)
    assert running.returncode == ExitCode.UNCHECKED, err
    assert scan("archive", "--db", "here.sqlite", "--key", "k", "--jobs", "2").code == ExitCode.UNCHECKED
    assert content("dask.sqlite") == content("here.sqlite")
    assert {n: s for n, s in states("dask.sqlite").items() if s != "done"} == {
        "crash.pdf": "crashed",
        "exit.pdf": "crashed",
        "encrypted.pdf": "encrypted",
    }


def test_a_scheduler_that_is_not_there_is_one_line(make: Make, tmp_path: Path) -> None:
    """Exit code 2; nothing is blamed on the files."""
    make("a.pdf", "x")
    running = process(tmp_path, "archive", "--db", "r.sqlite", "--executor", "dask", "--scheduler", "tcp://127.0.0.1:9")
    _, err = running.communicate(timeout=90)
    assert running.returncode == ExitCode.USAGE
    assert err.decode().splitlines()[-1].startswith("redactor: tcp://127.0.0.1:9: the scheduler does not answer")
