"""width: what is left of a removed surname in the space it took up, for whoever owns the program that made the letter.

The attack: somebody with the same word processor writes the line once with each of 6,000 surnames, redacts it, and keeps the
names whose line looks like the one in the copy, letter by letter and box by box, to a twentieth of a point.
"""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.table import circumstances, table
from redactor.formats import Limits
from redactor.model import Document, Redaction, RedactionPlan, Source, Width, box_of

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT.parent / "shared" / "pdf" / "glyph"
_BEFORE, _AFTER = "said Mr ", " wrote to"
_GRAIN = 20
"""Parts of a point that are told apart."""
_QUICK_PAGES = 12
_GONE = "s40(2)"

Seen = tuple[tuple[str, int], ...]


def run(*, quick: bool, files: Sequence[Path] = ()) -> str:
    rows = []
    for path in files or sorted(FILES.glob("*.pdf")):
        data = _first_pages(path, _QUICK_PAGES) if quick else path.read_bytes()
        document = _load(data, path.name)
        cells = [f"`{path.name}`"]
        for width in (Width.GAP, Width.RESET, Width.BLOCK):
            plan = _plan(document, width)
            copy, anew, black, _ = _redacted(data, document, plan)
            seen = list(_observed(copy, plan))
            cells.append(f"{_bits(seen):.2f} of {math.log2(len(seen)):.1f}")
            if width is Width.RESET:
                cells += [f"{100 * anew / max(1, anew + black):.1f} %", f"{_speed(data, document, plan):.1f}"]
        rows.append((cells[0], cells[1], cells[2], cells[5], cells[3], cells[4]))
    if not rows:
        raise SystemExit(f"No PDFs to attack in {FILES.name}; give some as arguments.")
    head = (
        "file",
        "bits left, gap (floor)",
        "bits left, reset",
        "bits left, block",
        "lines set anew",
        "reset, times the gap's CPU",
    )
    return f"{circumstances()}\n\nTo reach: at most 1.0 in reset, 0 in block.\n\n{table(head, rows)}\n"


def _first_pages(path: Path, count: int) -> bytes:
    import pymupdf

    with pymupdf.Document(path) as document:
        document.select(range(min(count, document.page_count)))
        data: bytes = document.tobytes(garbage=3)
        return data


def _load(data: bytes, name: str) -> Document:
    from redactor.formats.pdf.load import load

    return load(data, Source(name, "", len(data), "application/pdf"), Limits(), None)


def _plan(document: Document, width: Width) -> RedactionPlan:
    """Plan to remove the surname of every line, and no more."""
    redactions = []
    for segment in document.segments:
        if not segment.id.startswith("page/") or segment.page is None:
            continue
        at = segment.text.find(_BEFORE)
        while at >= 0:
            start = at + len(_BEFORE)
            end = segment.text.find(_AFTER, start)
            quads = [quad for quad in segment.quads[start:end] if quad is not None]
            boxes = [box_of(quad) for quad in quads]
            x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
            x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
            whole = (x0, y0, x1, y0, x0, y1, x1, y1)
            redactions.append(Redaction(f"F-{len(redactions)}", segment.page, (whole,), _GONE, "PERSON", width=width))
            at = segment.text.find(_BEFORE, end)
    return RedactionPlan(tuple(redactions))


def _redacted(data: bytes, document: Document, plan: RedactionPlan) -> tuple[bytes, int, int, float]:
    from redactor.formats.pdf.redact import redact

    start = time.process_time()
    made = redact(data, document, plan, Limits(), None)
    spent = time.process_time() - start
    anew = sum(not line.blocked for line in made.lines)
    return made.data, anew, len(made.lines) - anew, spent


def _speed(data: bytes, document: Document, plan: RedactionPlan) -> float:
    gaps = RedactionPlan(
        tuple(Redaction(one.finding_id, one.page, one.quads, one.label, one.entity) for one in plan.redactions)
    )
    return _redacted(data, document, plan)[3] / max(_redacted(data, document, gaps)[3], 1e-6)


def _observed(data: bytes, plan: RedactionPlan) -> Iterator[Seen]:
    """Yield, for each redaction, every letter and every edge of a box on its line, with its place along the line."""
    import pymupdf

    by_page: defaultdict[int, list[Redaction]] = defaultdict(list)
    for one in plan.redactions:
        by_page[one.page].append(one)
    with pymupdf.Document(stream=data, filetype="pdf") as document:
        for number, redactions in sorted(by_page.items()):
            page: Any = document[number - 1]
            marks: list[tuple[float, float, str]] = []
            for block in page.get_text("rawdict")["blocks"]:
                for line in block.get("lines", ()):
                    for span in line["spans"]:
                        marks += [
                            (c["origin"][1], c["origin"][0], c["c"]) for c in span["chars"] if not c["c"].isspace()
                        ]
            for drawing in page.get_drawings():
                rect = drawing["rect"]
                middle = (rect.y0 + rect.y1) / 2 + 0.27 * (rect.y1 - rect.y0)
                marks += [(middle, rect.x0, "["), (middle, rect.x1, "]")]
            for one in redactions:
                _, top, _, bottom = box_of(one.quads[0])
                here = sorted((x, char) for y, x, char in marks if top < y < bottom)
                yield tuple((char, round(x * _GRAIN)) for x, char in here)


def _bits(seen: Sequence[Seen]) -> float:
    """Return how many bits of a surname an observation gives away, on average (mutual information, Shannon 1948)."""
    classes = Counter(seen)
    return math.log2(len(seen)) - sum(count * math.log2(count) for count in classes.values()) / len(seen)
