"""The shared sets: one carrier a file, failed redactions and their look-alikes, hostile files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from benchmarks.redaction import fuzz, union
from redactor import Case, Engine, Requester
from redactor.model import Severity
from redactor.report import Report
from tests.formats.pdf_carriers import HIDDEN, RAW, carrier

__all__ = ["badred", "carriers", "further", "hostile", "names_the_carrier"]

TERM = "Zebrowski"
_ON_THE_FACE = ("P601", "P602")
"""Codes that say on which page something stands: a word to read, or a picture that nobody read."""

Row = tuple[str, str, str]


@cache
def _engine() -> Engine:
    return Engine("uk-foi")


def names_the_carrier(report: Report) -> bool:
    """Return whether a report says where the term is: by a rule on hidden data, or on the page it stands on."""
    return any(issue.code[0] in "HRD" or (issue.code in _ON_THE_FACE and issue.page) for issue in report.issues)


def carriers(folder: Path) -> list[Row]:
    """Return how many carriers are named, and in how many copies any reader finds the term."""
    files = sorted((folder / "carriers").glob("*.pdf"))
    if not files:
        return [("carriers", "the shared files are not to hand", "")]
    return _rows("carriers", ((path.stem.split("_")[0], path.read_bytes()) for path in files))


def further() -> list[Row]:
    """Return the same for the hiding places that no catalogue lists (``tests/formats/pdf_carriers.py``)."""
    return _rows("further carriers", ((name, carrier(name)) for name in (*HIDDEN, *RAW)))


def _rows(what: str, files: Iterable[tuple[str, bytes]]) -> list[Row]:
    case = Case(requester=Requester(names=(TERM,)))
    count = named = 0
    left, refused = [], []
    with tempfile.TemporaryDirectory() as made:
        source, copy = Path(made) / "source.pdf", Path(made) / "copy.pdf"
        for name, data in files:
            count += 1
            source.write_bytes(data)
            copy.unlink(missing_ok=True)
            named += names_the_carrier(_engine().check(source, case=case))
            _engine().redact(source, copy, case=case)
            if not copy.exists():
                refused.append(name)
            elif found := union.readers_that_find(copy.read_bytes(), TERM):
                left.append(f"{name} ({', '.join(found)})")
    return [
        (f"{what}: `check` says where the term is", f"{named} of {count}", "all"),
        (
            f"{what}: term found in the copy by any of six readers",
            f"{len(left)} of {count} ({len(refused)} copies refused: {', '.join(refused) or 'none'})"
            + "".join(f"; {one}" for one in left),
            "0",
        ),
    ]


def badred(folder: Path) -> list[Row]:
    """Return how many failed redactions are found, and how many look-alikes accused."""
    files = sorted((folder / "badred").glob("*.pdf"))
    if not files:
        return [("failed redactions", "the shared files are not to hand", "")]
    told = {path.stem: _told(_engine().check(path)) for path in files}
    good, bad = [n for n in told if n.startswith("P_")], [n for n in told if n.startswith("N_")]
    measured = f"{sum(told[n] for n in good)} of {len(good)} / {sum(told[n] for n in bad)} of {len(bad)}"
    return [("failed redactions found / look-alikes accused", measured, "all / none")]


def _told(report: Report) -> bool:
    return any(issue.code[0] in "RH" and issue.severity is not Severity.NOTE for issue in report.issues)


def hostile(folder: Path) -> list[Row]:
    """Return what came of files made to hang, crash or exhaust a reader."""
    files = sorted((folder / "hostile").glob("*.pdf"))
    if not files:
        return [("hostile files", "the shared files are not to hand", "")]
    done = fuzz.sweep((path.name, path.read_bytes()) for path in files)
    return [
        (
            f"{len(files)} hostile files: crashes of the parent / READY and not truly readable",
            f"{len(done.crashes)} / {len(done.false_ready)} ({fuzz.told(done)})",
            "0 / 0",
        )
    ]
