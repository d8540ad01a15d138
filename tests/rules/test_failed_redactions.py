"""Failed redactions of other people's making: every one is found, and no look-alike is accused."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from redactor import Engine
from redactor.model import Severity

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "pdf" / "badred"
FILES = sorted(FOLDER.glob("*.pdf"))


@cache
def engine():
    return Engine("uk-foi")


@pytest.mark.skipif(not FILES, reason="the shared files are not to hand")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_judged_as_its_name_says(path):
    """P_ files have something under, behind or beside a mark that a reader can get at; N_ files only look like it."""
    report = engine().check(path)
    raised = [issue.code for issue in report.issues if issue.code[0] in "RH" and issue.severity is not Severity.NOTE]
    assert bool(raised) is path.stem.startswith("P_"), raised
