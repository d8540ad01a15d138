"""width: what is left of a removed surname in the space it took up, for whoever owns the program that made the letter.

The attack: somebody with the same word processor writes the line once with each of 6,000 surnames, redacts it, and keeps the
names whose line looks like the one in the copy, letter by letter and box by box, to a twentieth of a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.table import circumstances, table
from benchmarks.width import made
from benchmarks.width.attack import Attack
from redactor.model import Width

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT.parent / "shared" / "pdf" / "glyph"
_QUICK_PAGES = 12
_EVERY, _QUICK_EVERY = 10, 100
"""Of the list, one name in so many goes into the paragraphs."""
_HEAD = (
    "file",
    "bits left, gap (floor)",
    "bits left, reset",
    "bits left, block",
    "lines set anew",
    "reset, times the gap's CPU",
)
_PARAGRAPHS = """
Paragraphs of three lines: where the lines of the original broke, which no redaction of a line changes, is part of what is
seen. Each paragraph is one name's; what it tells in reset and in block is what its line breaks tell."""


def run(*, quick: bool, files: Sequence[Path] = ()) -> str:
    rows = []
    for path in files or sorted(FILES.glob("*.pdf")):
        data = _first_pages(path, _QUICK_PAGES) if quick else path.read_bytes()
        rows.append(_row(f"`{path.name}`", Attack(data, before="said Mr ", after=" wrote to")))
    if not rows:
        raise SystemExit(f"No PDFs to attack in {FILES.name}; give some as arguments.")
    parts = [circumstances(), "To reach: at most 1.0 in reset, 0 in block.", table(_HEAD, rows)]
    if not files:
        parts += [_PARAGRAPHS.strip(), table(_HEAD, list(_paragraphs(_QUICK_EVERY if quick else _EVERY)))]
    return "\n\n".join(parts) + "\n"


def _row(name: str, attack: Attack) -> tuple[str, ...]:
    gap, reset, block = (attack.result(width) for width in (Width.GAP, Width.RESET, Width.BLOCK))
    return name, str(gap), str(reset), str(block), f"{100 * reset.anew:.1f} %", f"{reset.seconds / gap.seconds:.1f}"


def _paragraphs(every: int) -> Iterator[tuple[str, ...]]:
    names = (FILES / "names.txt").read_text(encoding="utf-8").split("\n")
    for producer, data in made.produced([name for name in names if name.strip()][::every]):
        yield _row(producer, Attack(data, before=made.BEFORE, after=",", lines=3))


def _first_pages(path: Path, count: int) -> bytes:
    import pymupdf

    with pymupdf.Document(path) as document:
        document.select(range(min(count, document.page_count)))
        data: bytes = document.tobytes(garbage=3)
        return data
