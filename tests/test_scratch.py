"""What a killed program leaves behind is removed by the next one, and nothing else is."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from redactor import scratch
from redactor.scratch import PREFIX, Scratch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be locked there; the docs say so")

HOLD = (
    "import sys, time\nfrom pathlib import Path\nfrom redactor.scratch import Scratch\n"
    "made = Scratch(Path(sys.argv[1]))\n(made.path / 'letter.pdf').write_text('words')\nprint(made.path, flush=True)\n"
    "time.sleep(60)\n"
)
ROOT = Path(__file__).resolve().parent.parent


def holder(folder: Path) -> tuple[subprocess.Popen[str], Path]:
    """Start a program that works in a scratch folder; return it and the folder."""
    running = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )  # fmt: skip
    assert running.stdout is not None
    return running, Path(running.stdout.readline().strip())


def age(path: Path) -> None:
    """Make a folder look as if it had been made yesterday."""
    os.utime(path, (time.time() - 86_400,) * 2)


def test_it_is_private_and_goes_with_all_it_holds(tmp_path: Path) -> None:
    """Nobody else can look in; a second removal does nothing."""
    made = Scratch(tmp_path)
    (made.path / "letter.pdf").write_text("words")
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o700
    made.remove()
    made.remove()
    assert not list(tmp_path.iterdir())


def test_what_a_killed_program_left_is_removed(tmp_path: Path) -> None:
    """Only once it was killed: while it lives, its folder is its own however old it looks."""
    running, left = holder(tmp_path)
    age(left)
    scratch.sweep(tmp_path)
    assert (left / "letter.pdf").exists()
    running.send_signal(signal.SIGKILL)
    running.wait(20)
    scratch.sweep(tmp_path)
    assert not left.exists()


def test_the_next_one_made_beside_it_sweeps(tmp_path: Path) -> None:
    """Nobody has to ask for it."""
    running, left = holder(tmp_path)
    running.kill()
    running.wait(20)
    age(left)
    with Scratch(tmp_path) as made:
        assert not left.exists()
        assert list(tmp_path.iterdir()) == [made]


def test_nothing_else_is_touched(tmp_path: Path) -> None:
    """No folder just made, no other name, no file, and nothing a link of such a name leads to."""
    kept = [tmp_path / f"{PREFIX}young", tmp_path / "redactor-releases", tmp_path / "target"]
    for path in kept:
        path.mkdir()
    age(kept[1])
    age(kept[2])
    (tmp_path / f"{PREFIX}linked").symlink_to(kept[2])
    (tmp_path / f"{PREFIX}file").write_text("words")
    age(tmp_path / f"{PREFIX}file")
    before = sorted(tmp_path.iterdir())
    scratch.sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_cannot_be_listed_is_left_alone(tmp_path: Path) -> None:
    """Sweeping is a courtesy; it never stops the work."""
    scratch.sweep(tmp_path / "nowhere")
