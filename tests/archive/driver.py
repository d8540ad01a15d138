"""The command line with the quick desk of the tests in the place of the engine, for a process that can be killed."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from redactor.archive import crew
from redactor.cli import app
from tests.archive import desk

if __name__ == "__main__":
    crew.Desk = lambda: desk.DESK  # type: ignore[misc,assignment]
    app.main()
