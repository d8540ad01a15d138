"""archive: what a scan of thousands of files costs, whom it blames, and what a kill -9 loses; ratios within one run."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.archive import blame, generate, kills, rows, speed
from benchmarks.table import circumstances, table


def run(*, quick: bool = False, count: int | None = None) -> str:
    """Return the tables; ``count`` files for the speed part (default 1,000, quick 200)."""
    number = count or (200 if quick else 1000)
    found: list[tuple[str, str, str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        archive = generate.archive(work / "archive", number)
        found += speed.table_rows(archive, work)
        found += blame.table_rows(work, runs=1 if quick else 3, good=40 if quick else 97)
        found += kills.table_rows(work, times=5 if quick else 20)
        found += rows.table_rows(work, documents=10_000 if quick else 100_000)
    head = f"{circumstances()}\n\nArchive: {number} generated letters (`benchmarks/archive/generate.py`)."
    return f"{head}\n\n{table(('what', 'this project', 'floor or peer', 'ratio or verdict'), found)}"
