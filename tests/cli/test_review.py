"""redactor review: it says where the desk is, leaves nothing behind, and refuses what cannot work before it starts."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SAMPLE = Path(__file__).resolve().parent.parent.parent / "samples" / "ligatures.pdf"


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_address_is_printed_and_nothing_stays_after_the_end(tmp_path, how):
    """Without a browser the address is the one line to copy; Ctrl-C, a polite kill and a closed terminal end it."""
    command = [sys.executable, "-m", "redactor", "review", str(SAMPLE), "--no-browser"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as run:
        line = run.stderr.readline()
        assert re.search(r"http://127\.0\.0\.1:\d+/open/\S{40,}$", line.strip()), line
        assert run.stderr.readline().strip().endswith("when you are done")
        run.send_signal(getattr(signal, how))
        out, err = run.communicate(timeout=120)
    assert run.returncode == 0, err
    assert out == "" and "closed" in err
    left = [one.name for one in tmp_path.iterdir() if one.name.startswith("redactor")]
    assert left == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.pdf"], "no such file"),
        (["--output", "nowhere"], "no folder"),
        (["--decisions", "nowhere/decisions.yaml"], "folder does not exist"),
        (["--port", "70000"], "--port"),
    ],
)
def test_what_cannot_work_is_refused(tmp_path, arguments, said):
    """Before a port is opened or a browser started."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "redactor", "review", "--no-browser", *arguments],
        capture_output=True, text=True, cwd=tmp_path, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
    )  # fmt: skip
    assert done.returncode == 2 and said in done.stderr
    assert not list(temporary.iterdir())


def test_a_port_that_is_taken_is_refused(tmp_path):
    """Somebody else listens there: one line, and nothing left behind."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "redactor", "review", "--no-browser", "--port", str(number)],
            capture_output=True, text=True, cwd=tmp_path, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    assert done.returncode == 2 and f"port {number} cannot be used" in done.stderr
