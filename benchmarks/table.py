"""Tables of results, and their place in RESULTS.md."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
_PACKAGES = ("pymupdf", "pikepdf", "pypdfium2", "spacy", "presidio-analyzer", "onnxruntime")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def circumstances() -> str:
    """Return one line: date, Python, packages and machine."""
    load = f"; load average {os.getloadavg()[0]:.0f} at the end" if hasattr(os, "getloadavg") else ""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in _PACKAGES)
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {versions}; {platform.system()} "
        f"{platform.machine()}, {os.cpu_count()} cores (shared{load}; trust ratios, not seconds)."
    )


def write(name: str, text: str) -> None:
    """Put a benchmark's text into its section of RESULTS.md, leaving the others."""
    old = RESULTS.read_text("utf-8") if RESULTS.exists() else "# Results\n\nEach section is written by its benchmark.\n"
    section = f"## {name}\n\n{text.strip()}\n"
    pattern = re.compile(rf"^## {re.escape(name)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    new = pattern.sub(lambda _: section + "\n", old) if pattern.search(old) else f"{old.rstrip()}\n\n{section}"
    RESULTS.write_text(new.rstrip() + "\n", "utf-8")
