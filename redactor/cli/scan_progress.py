"""How far a scan is: a live line on a terminal, a line of JSON every few seconds in a log."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from typing import Any

from redactor.archive.state import State
from redactor.cli.text import say

_RECENT_SECONDS = 60.0


class ScanProgress:
    """Counts what is told and shows it; a context manager.

    Args:
        total: files listed so far; ZIPs add their members when they are opened.
        every: seconds between lines of JSON where stderr is no terminal; 0 for none.
    """

    def __init__(self, *, every: float, quiet: bool) -> None:
        self.counts: Counter[State] = Counter()
        self.verdicts: Counter[str] = Counter()
        self.total = 0
        self._every, self._quiet = every, quiet
        self._terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._started = self._told = time.monotonic()
        self._marks: list[tuple[float, int]] = [(self._started, 0)]
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> ScanProgress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def listed(self, total: int) -> None:
        """Say how many files were listed."""
        self.total = total
        self._show(now=time.monotonic())

    def tell(self, state: State, verdict: str, count: int) -> None:
        """Take that some files came to a state. WAITING is for members of a ZIP that was just opened."""
        if state is State.WAITING:
            self.total += count
        else:
            self.counts[state] += count
            if verdict:
                self.verdicts[verdict] += count
        self._show(now=time.monotonic())

    @property
    def settled(self) -> int:
        """Return how many files have come to an end."""
        return sum(self.counts.values())

    def rate(self, now: float) -> float:
        """Return files a second over the last minute."""
        while len(self._marks) > 2 and now - self._marks[0][0] > _RECENT_SECONDS:
            self._marks.pop(0)
        since, then = self._marks[0]
        return (self.settled - then) / max(0.001, now - since)

    def line(self, now: float) -> dict[str, Any]:
        """Return what a line of JSON says; no file is named in it."""
        rate = self.rate(now)
        left = self.total - self.settled
        return {
            "event": "progress",
            "listed": self.total,
            "settled": self.settled,
            "files_per_second": round(rate, 2),
            "seconds_left": round(left / rate) if rate > 0 else None,
            "seconds": round(now - self._started, 1),
            "states": {str(state): count for state, count in sorted(self.counts.items())},
            "verdicts": dict(sorted(self.verdicts.items())),
        }

    def _show(self, *, now: float) -> None:
        if self._quiet:
            return
        if now - self._marks[-1][0] >= 1.0:
            self._marks.append((now, self.settled))
        if self._terminal:
            self._draw(now)
        elif self._every and now - self._told >= self._every:
            self._told = now
            sys.stderr.write(json.dumps(self.line(now)) + "\n")
            sys.stderr.flush()

    def _draw(self, now: float) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[said]}", markup=False))
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("", total=None, said="")
            self._bar.start()
        self._bar.update(self._task, completed=self.settled, total=self.total, said=self.said(now))

    def said(self, now: float) -> str:
        """Return rate, time left and counts in words."""
        rate = self.rate(now)
        left = (self.total - self.settled) / rate if rate > 0 else None
        parts = [f"{rate:.1f} files/s", f"{_clock(left)} left"]
        parts += [f"{count} {verdict}" for verdict, count in sorted(self.verdicts.items())]
        parts += [f"{count} {state}" for state, count in sorted(self.counts.items()) if state is not State.DONE]
        return ", ".join(parts)


def _clock(seconds: float | None) -> str:
    if seconds is None:
        return "?"
    hours, rest = divmod(round(seconds), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"


def summary(counts: Counter[State], verdicts: Counter[str], total: int) -> str:
    """Return the counts of a run, which add up to what was listed."""
    lines = [f"{total:>8}  listed"]
    for state in State:
        if counts[state]:
            lines.append(f"{counts[state]:>8}  {state}: {state.meaning}")
            if state is State.DONE:
                lines += [f"{verdicts[v]:>12}  {v.upper()}" for v in ("ready", "review", "blocked") if verdicts[v]]
    if sum(counts.values()) != total:
        say(f"the counts add up to {sum(counts.values())} and not to {total}; please report it")
    return "\n".join(lines)
