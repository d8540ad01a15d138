"""``python -m benchmarks.quality [--quick] [--write] [FILE.jsonl ...]``: the same, with texts of your own."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks import quality, table
from benchmarks.quality.texts import TextsError

_FILE = 'further texts, one {"text": ..., "spans": [[start, end, "PERSON"], ...]} a line'


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.jsonl", help=_FILE)
    parser.add_argument("--write", action="store_true", help="put the tables into benchmarks/RESULTS.md")
    parser.add_argument("--quick", action="store_true", help="a part of everything")
    chosen = parser.parse_args(arguments)
    for path in chosen.files:
        if not path.is_file():
            parser.error(f"{path} is not a file; give texts as JSON lines.")
    try:
        text = quality.run(quick=chosen.quick, files=chosen.files)
    except TextsError as problem:
        parser.error(str(problem))
    print(text)
    if chosen.write:
        table.write("quality", text)


if __name__ == "__main__":
    main()
