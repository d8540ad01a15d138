"""The command reaches for no network: with every way out made to fail and to tell, it works and nothing is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LETTER = ROOT / "samples" / "police-letter.reportlab.pdf"
BARRED = """
import os, socket, sys

def refuse(*arguments, **options):
    with open(os.environ["NETWORK_MARKER"], "a") as marker:
        marker.write("a call by process %d\\\\n" % os.getpid())
    raise OSError("no network")

AF_UNIX = getattr(socket, "AF_UNIX", None)
for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "create_connection"):
    setattr(socket, name, refuse)

class Barred(socket.socket):
    def connect(self, address):
        return super().connect(address) if self.family == AF_UNIX else refuse()
    connect_ex = connect
    def sendto(self, *arguments):
        return super().sendto(*arguments) if self.family == AF_UNIX else refuse()

socket.socket = Barred
with open(os.environ["NETWORK_LOADED"], "a") as loaded:
    loaded.write("x")
"""


@pytest.fixture
def barred(tmp_path):
    """Return an environment in which every Python process notes an attempt to reach out, and the two notes' paths."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(BARRED.replace("\\\\n", "\\n"))
    loaded, marker = tmp_path / "loaded", tmp_path / "marker"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
        "NETWORK_LOADED": str(loaded),
        "NETWORK_MARKER": str(marker),
        "HOME": str(tmp_path),
    }
    return environment, loaded, marker


def python(environment, *arguments):
    return subprocess.run(
        [sys.executable, *map(str, arguments)], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120
    )


def test_the_bar_bars(barred):
    """So that the test below could fail."""
    environment, loaded, marker = barred
    for attempt in ("socket.create_connection(('192.0.2.1', 80))", "socket.socket().connect(('192.0.2.1', 80))"):
        done = python(environment, "-c", f"import socket; {attempt}")
        assert done.returncode == 1 and "no network" in done.stderr
        assert marker.exists() and loaded.exists()
        marker.unlink()


def test_check_redact_and_verify_need_no_network(barred, tmp_path):
    """In the command's own process and in the one that reads the letter."""
    environment, loaded, marker = barred
    common = ("--policy", "uk-police-foi", "--case", ROOT / "samples" / "police-letter.case.yaml", "-q")
    copy = tmp_path / "out" / "police-letter.reportlab.redacted.pdf"
    done = python(environment, "-m", "redactor", "redact", LETTER, "-o", tmp_path / "out", *common)
    assert done.returncode == 10, done.stderr
    assert copy.read_bytes().startswith(b"%PDF-")
    assert len(loaded.read_text()) >= 2, "the child process ran without the bar"
    done = python(environment, "-m", "redactor", "verify", copy, "--original", LETTER, *common)
    assert done.returncode == 10, done.stderr
    assert not marker.exists(), marker.read_text()
