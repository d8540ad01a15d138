"""How far a run is, on stderr: a bar on a terminal, plain lines in a log, nothing when it would only be noise."""

from __future__ import annotations

import os
import sys
from typing import Any

from redactor.cli.text import say

_MANY_PAGES = 20


class Progress:
    """Show progress over files and pages; a context manager. Never names anything but files, stages and counts."""

    def __init__(self, files: int, *, quiet: bool) -> None:
        self._files = files
        self._quiet = quiet
        self._terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._bar: Any = None
        self._task: Any = None
        self._name = ""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def file(self, index: int, name: str) -> None:
        """Say that work on a file begins; ``index`` counts from 1."""
        self._name = f"[{index}/{self._files}] {name}" if self._files > 1 else name
        if self._quiet or self._files == 1:
            return
        if self._terminal:
            self._show("", 0, 0)
        else:
            say(self._name)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take one progress event of the engine."""
        if self._terminal and not self._quiet and (self._files > 1 or total > _MANY_PAGES):
            self._show(stage, done, total)

    def _show(self, stage: str, done: int, total: int) -> None:
        if self._bar is None:
            # Rich costs a tenth of a second, which a single short letter need not pay.
            from rich.console import Console
            from rich.progress import BarColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}", markup=False), BarColumn(), TextColumn("{task.fields[stage]}"))
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(self._name, total=None, stage="")
            self._bar.start()
        shown = f"{stage}, {total} pages" if total > 1 else stage
        self._bar.update(self._task, description=self._name, completed=done, total=total if done else None, stage=shown)
