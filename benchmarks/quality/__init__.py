"""quality: which names are found, missed and left readable, by the model, by the whole engine, and by peers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def run(*, quick: bool, files: Sequence[Path] = ()) -> str:
    """Return the tables; ``files`` are further texts as JSON lines, ``quick`` takes a part of everything."""
    from benchmarks.quality import report

    return report.run(quick=quick, files=files)
