"""Write the golden reports anew: ``python -m tests.reporters.update``; then read the differences before committing.

A golden file that changes is a report that officers will see change: the difference is what there is to review.
"""

from __future__ import annotations

from pathlib import Path
from unittest import mock

from redactor.reporters import codes

from .reports import MEANINGS, golden_files

GOLDEN = Path(__file__).parent / "golden"


def main() -> None:
    """Replace the files of the golden folder, and remove those that no report makes any more."""
    with mock.patch.object(codes, "meanings", lambda: MEANINGS):
        files = golden_files()
    GOLDEN.mkdir(exist_ok=True)
    for path in GOLDEN.iterdir():
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (GOLDEN / name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
