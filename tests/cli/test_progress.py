"""Progress: a bar on a terminal, plain lines on a simple one, nothing when quiet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import time
from redactor.cli.progress import Progress
with Progress({files}, quiet={quiet}) as progress:
    progress.file(1, "a.pdf")
    progress("search", 0, {pages})
    time.sleep(0.3)
"""


def on_terminal(*, files: int = 2, pages: int = 4, quiet: bool = False, **environment: str) -> bytes:
    """Return what a pseudo-terminal on stderr shows."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-c", SCRIPT.format(files=files, pages=pages, quiet=quiet)],
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **environment},
        check=True,
        timeout=60,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # Linux reports the closed far end so
        pass
    os.close(ours)
    return shown


def test_several_files_show_a_bar_on_a_terminal() -> None:
    """With the file, the stage and the pages."""
    shown = on_terminal()
    for words in (b"[1/2] a.pdf", b"search, 4 pages"):
        assert words in shown


def test_no_color_is_respected() -> None:
    """NO_COLOR (no-color.org) takes the colours and leaves the bar."""
    assert b"[38;5;" in on_terminal() or b"[35m" in on_terminal()
    plain = on_terminal(NO_COLOR="1")
    assert b"a.pdf" in plain
    assert b"[38;5;" not in plain and b"[35m" not in plain


def test_a_simple_terminal_gets_lines() -> None:
    """TERM=dumb cannot move its cursor."""
    assert on_terminal(TERM="dumb").replace(b"\r", b"") == b"redactor: [1/2] a.pdf\n"


def test_one_short_file_and_quiet_show_nothing() -> None:
    """A single letter is done before a bar could help; a long one gets its bar."""
    assert on_terminal(files=1) == b""
    assert on_terminal(quiet=True) == b""
    assert b"search, 400 pages" in on_terminal(files=1, pages=400)
