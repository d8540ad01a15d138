"""What several commands print: one line to stderr, and the table of exit codes."""

from __future__ import annotations

import contextlib
import sys

from redactor.errors import WORST


def say(line: str) -> None:
    """Write one line to stderr; data alone goes to stdout. A full or closed stderr changes no verdict."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{line}\n" if line.startswith(" ") else f"redactor: {line}\n")
        sys.stderr.flush()


def _table() -> str:
    rows = "\n".join(f"{int(code):>4}  {code.meaning}" for code in WORST)
    return (
        f"\b\nExit codes; several files end with the worst, in this order:\n{rows}\n\n"
        "\b\n--fail-on review (default): REVIEW ends with 10, BLOCKED with 20.\n"
        "--fail-on block: REVIEW ends with 0, BLOCKED with 20.\n"
        "--fail-on never: both end with 0. Codes 2, 30 and 70 stay whatever --fail-on says."
    )


EXIT_CODES = _table()


def examples(*lines: str) -> str:
    """Return an epilog of examples that help prints as they stand, with the exit codes after them."""
    shown = "\n".join(f"  {line}" for line in lines)
    return f"\b\nExamples:\n{shown}\n\n{EXIT_CODES}"
