"""Mutants and hostile files through the guarded engine: what came of each, and whether a READY one can truly be read."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pymupdf
import pypdfium2

from benchmarks.redaction.mutants import mutants
from redactor.guard import InternalError
from redactor.guarded import GuardedEngine
from redactor.model import Verdict

__all__ = ["Outcome", "mutate", "seeds", "sweep", "told", "truly_readable"]

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60.0
MEMORY_MB = 1500


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a sweep.

    Attributes:
        verdicts: how many files ended with which verdict, "unchecked" for those that could not be checked.
        crashes: names of the files with which the parent failed, and the kind of error.
        false_ready: names of files called READY that a second reader does not read in the same way.
        slowest: wall seconds and name of the file that took longest.
    """

    verdicts: Counter[str]
    crashes: tuple[str, ...]
    false_ready: tuple[str, ...]
    slowest: tuple[float, str]

    @property
    def files(self) -> int:
        """Return how many files were swept."""
        return self.verdicts.total() + len(self.crashes)


def seeds() -> list[bytes]:
    """Return the sample PDFs that the mutants are made of, small ones with every feature."""
    paths = sorted((ROOT / "samples").glob("*.pdf"))
    return [path.read_bytes() for path in paths if path.stat().st_size < 200_000]


def sweep(files: Iterable[tuple[str, bytes]], *, redact: bool = False) -> Outcome:
    """Check each file (and redact it where asked for) in one guarded engine, and count what came of it."""
    verdicts: Counter[str] = Counter()
    crashes: list[str] = []
    false_ready: list[str] = []
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as folder, GuardedEngine() as engine:
        engine.choose("uk-foi", seconds=SECONDS, memory_mb=MEMORY_MB)
        path, copy = Path(folder) / "file.pdf", Path(folder) / "copy.pdf"
        for name, data in files:
            path.write_bytes(data)
            copy.unlink(missing_ok=True)
            start = time.perf_counter()
            try:
                report = engine.redact(path, copy) if redact else engine.check(path)
            except Exception as error:  # noqa: BLE001  # counting these is what this is for
                crashes.append(f"{name}: {_told_of(error)}")
                continue
            slowest = max(slowest, (time.perf_counter() - start, name))
            unchecked = any(issue.unchecked and issue.severity.value == "block" for issue in report.issues)
            verdicts["unchecked" if unchecked else report.verdict.value] += 1
            shown = copy if redact else path
            if report.verdict is Verdict.READY and not (shown.exists() and truly_readable(shown.read_bytes())):
                false_ready.append(name)
    return Outcome(verdicts, tuple(crashes), tuple(false_ready), slowest)


def _told_of(error: Exception) -> str:
    if isinstance(error, InternalError):
        return f"{error.kind} {error.stack[-1:]}"
    return type(error).__name__


def mutate(count: int, *, seed: int = 20, redact: bool = False) -> Outcome:
    """Sweep over ``count`` mutants of the samples."""
    return sweep(mutants(seeds(), count, seed=seed), redact=redact)


def truly_readable(data: bytes) -> bool:
    """Return whether qpdf finds no error in a PDF, and pdfium reads the same letters in it as MuPDF does."""
    if shutil.which("qpdf"):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            Path(file.name).write_bytes(data)
            done = subprocess.run(["qpdf", "--check", file.name], capture_output=True, check=False, timeout=60)
            if done.returncode == 2:
                return False
    try:
        with pypdfium2.PdfDocument(data) as second:
            theirs = [_letters(_pdfium_text(page)) for page in second]
        with pymupdf.open("pdf", data) as first:
            ours = [_letters(page.get_text()) for page in first]
    except (pypdfium2.PdfiumError, RuntimeError, ValueError):
        return False
    return len(ours) == len(theirs) and all(
        (a - b).total() + (b - a).total() <= 4 for a, b in zip(ours, theirs, strict=True)
    )


def _pdfium_text(page: pypdfium2.PdfPage) -> str:
    textpage = page.get_textpage()
    text = textpage.get_text_bounded()
    textpage.close()
    page.close()
    return str(text)


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text.casefold() if letter.isalnum())


def told(outcome: Outcome) -> str:
    """Return a sweep's counts in words."""
    counts = ", ".join(f"{count} {verdict}" for verdict, count in outcome.verdicts.most_common())
    return f"{counts}; slowest {outcome.slowest[0]:.0f} s"
