"""The pre-commit hook: its command exists, lets a REVIEW pass, stops a BLOCKED file, and writes nothing."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import yaml

from .conftest import Outcome

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def test_the_hook_runs_the_command_it_names(
    cli: Callable[..., Outcome], pdf: Callable[[str], Path], tmp_path: Path
) -> None:
    """The entry is tried as it is written, with file names after it, as pre-commit does."""
    [hook] = yaml.safe_load(HOOKS.read_text())
    program, *arguments = shlex.split(hook["entry"])
    assert (hook["id"], program, hook["language"]) == ("foi-release-check", "redactor", "python")
    assert re.search(hook["files"], "published/letter.pdf")
    assert not re.search(hook["files"], "letter.pdf.txt")
    for name, code in (("ready.pdf", 0), ("review.pdf", 0), ("blocked.pdf", 20), ("unread.pdf", 30)):
        outcome = cli(*arguments, pdf(name))
        assert (outcome.code, outcome.err) == (code, "")
    assert {path.suffix for path in tmp_path.iterdir()} == {".pdf"}
