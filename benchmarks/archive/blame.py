"""Whom a scan blames: poison files, each by its own kind, and nobody else."""

from __future__ import annotations

from pathlib import Path

from benchmarks.archive import generate, speed
from redactor.archive import reader

_EXPECTED = {"crash": "crashed", "hang": "timed-out", "hog": "out-of-memory"}


def table_rows(work: Path, *, runs: int, good: int) -> list[tuple[str, str, str, str]]:
    """Scan an archive with poison several times; count the runs in which the blame is exact."""
    folder = work / "poisoned"
    bad = generate.poisoned(folder, good)
    exact = 0
    for number in range(runs):
        db = work / f"blame-{number}.sqlite"
        speed.scan(folder, db, "--jobs", "2", "--timeout", "20", desk="poison")
        with reader.open_reader(str(db)) as opened:
            states = {Path(str(row[0])).name: str(row[1]) for row in opened.files()}
        blamed = {name: state for name, state in states.items() if state not in {"done", "opened"}}
        exact += blamed == {name: _EXPECTED[kind] for name, kind in bad.items()}
    said = f"{exact} of {runs} runs"
    return [
        (
            f"{len(bad)} poison among {good} letters: blamed exactly, nothing else lost",
            said,
            f"{runs}",
            _verdict(exact, runs),
        )
    ]


def _verdict(got: int, wanted: int) -> str:
    return "reached" if got == wanted else "NOT reached"
