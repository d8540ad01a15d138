"""README tells the truth: its console blocks are run, and every line it shows is in the real output, in order."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from redactor.errors import WORST

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def steps():
    """Yield (command, shown lines) for every command of the tour, in order."""
    for block in BLOCKS:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, [line for line in shown.splitlines() if line.strip()]


def run(command, folder):
    words = shlex.split(command)
    if words[0] == "ls":
        return "\n".join(sorted(path.name for path in (folder / words[1]).iterdir()))
    assert words[0] == "redactor", command
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-m", "redactor", *words[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode in (0, 10, 20), (command, done.stderr)
    return done.stdout


def test_tour_shows_what_really_comes(tmp_path):
    """The five-minute tour, run in a folder with the samples, prints what README shows; "..." stands for the rest."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    assert len(BLOCKS) >= 3
    for command, shown in steps():
        lines = iter(run(command, tmp_path).splitlines())
        for line in shown:
            if line.strip() != "...":
                assert any(line.rstrip() == real.rstrip() for real in lines), (command, line)


def test_opens_with_two_commands_that_set_everything_up():
    """CI runs them word for word; they are the first two shell blocks and nothing stands before but what they are."""
    first, second = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)[:2]
    assert all(command.startswith("python3 -m venv .venv && ") and "\n" not in command for command in (first, second))
    assert "redactor redact samples/" in first
    assert second.endswith("-m pytest -q -n 2")


@pytest.mark.parametrize("code", WORST, ids=str)
def test_exit_code_table_is_that_of_the_code(code):
    """One table, in errors.py, shown here."""
    meaning = code.meaning
    assert f"| {code.value} | {meaning} |" in README


def test_pictures_and_links_exist():
    """Every relative link leads somewhere."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
