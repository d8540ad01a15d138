"""Every report format, held against files that people have read."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest

from redactor.reporters import codes

from .reports import MEANINGS, golden_files

FOLDER = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def made():
    """Return every golden file as made now, kept apart from the help texts of the real rules."""
    with mock.patch.object(codes, "meanings", lambda: MEANINGS):
        return golden_files()


def test_the_golden_folder_holds_each_report_in_each_format_and_nothing_else(made):
    """A new format or report needs its golden file, and none is left behind."""
    assert {path.name for path in FOLDER.iterdir()} == set(made)


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_report_is_as_reviewed(made, name):
    """To change one on purpose: ``python -m tests.reporters.update``, and review the difference."""
    assert made[name].encode("utf-8") == (FOLDER / name).read_bytes()
