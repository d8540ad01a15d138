"""``python -m benchmarks NAME [--write] [FILE...]``: run a benchmark, print its table; ``--write`` puts it into RESULTS.md."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from pathlib import Path

from benchmarks import table

_SUPPORT = {"table", "processes", "peers"}


def main() -> None:
    names = [
        m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]) if m.name not in {*_SUPPORT, "__main__"}
    ]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=names)
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/RESULTS.md")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--files", dest="count", type=int, metavar="N", help="size of the archive, for archive")
    parser.add_argument("files", nargs="*", type=Path, help="JSON lines of {text, spans}, for quality")
    chosen = parser.parse_args()
    module = importlib.import_module(f"benchmarks.{chosen.name}")
    options = {"files": chosen.files, "count": chosen.count}
    text = module.run(quick=chosen.quick, **{name: value for name, value in options.items() if value})
    print(text)
    if chosen.write:
        table.write(chosen.name, text)


if __name__ == "__main__":
    main()
