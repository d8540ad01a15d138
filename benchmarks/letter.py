"""letter: what one letter costs, as ratios against a bare script and against stock Presidio in the same run."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import processes
from benchmarks.table import circumstances, table

ROOT = Path(__file__).resolve().parent.parent
LETTER = ROOT / "samples" / "police-letter.chromium.pdf"

# The floor: the same libraries, the same model, the same text, and nothing of ours around them.
BARE = """
import pymupdf, pikepdf, pypdfium2, presidio_analyzer, presidio_anonymizer, pydantic, yaml
import numpy, spacy
from recognizers import name_model
nlp = spacy.blank("en")
nlp.add_pipe("uk_name_model")
text = "\\n".join(page.get_text() for page in pymupdf.open(sys.argv[1]))
nlp(text)
"""


def run(*, quick: bool) -> str:
    rounds = 3 if quick else 9
    rows = [*_start_up(rounds), *_whole_process(rounds), *_warm(5 if quick else 15)]
    head = ("what", "this project", "floor or peer", "ratio", "to reach")
    return f"{circumstances()}\n\n{table(head, rows)}\n"


def _start_up(rounds: int) -> list[tuple[str, ...]]:
    command = [sys.executable, "-m", "redactor", "--help"]
    empty = [sys.executable, "-c", "pass"]
    ours, floor, ratio = processes.paired(command, empty, rounds=rounds)
    probe = "import sys; sys.argv=['redactor','--help']\ntry:\n import redactor.cli.app as a; a.main()\nexcept SystemExit: pass\n"
    probe += "bad={'spacy','presidio_analyzer','pymupdf','onnxruntime'}&set(sys.modules)\nsys.exit(3 if bad else 0)"
    processes.cost([sys.executable, "-c", probe])
    return [
        ("`redactor --help`, CPU s", f"{ours.cpu:.2f}", f"{floor.cpu:.2f} (bare interpreter)", f"{ratio:.1f}", "0.3 s")
    ]


def _whole_process(rounds: int) -> list[tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{BARE}", "utf-8")
        ours, floor, ratio = processes.paired(
            [sys.executable, "-m", "redactor", "check", str(LETTER), "--fail-on", "never", "-q"],
            [sys.executable, str(script), str(LETTER)],
            rounds=rounds,
        )
    return [
        ("`redactor check`, whole process, CPU s", f"{ours.cpu:.2f}", f"{floor.cpu:.2f} (bare script)", f"{ratio:.2f}", "1.5"),
        ("peak memory of its largest process, MB", f"{ours.peak_mb:.0f}", f"{floor.peak_mb:.0f} (bare script)",
         f"{ours.peak_mb / floor.peak_mb:.2f}", "450 MB"),
    ]  # fmt: skip


def _warm(rounds: int) -> list[tuple[str, ...]]:
    import pymupdf

    from benchmarks.peers import stock_presidio
    from recognizers.nlp import load_nlp
    from redactor import Engine

    engine = Engine("uk-police-foi")
    cold = Engine("uk-police-foi")
    text = "\n".join(page.get_text() for page in pymupdf.open(LETTER))
    nlp = load_nlp()
    stock = stock_presidio(nlp)
    others = [p for p in sorted(LETTER.parent.glob("*.pdf")) if p.name.startswith(("council", "table"))]

    def bare() -> None:
        _forget(nlp)
        body = "\n".join(page.get_text() for page in pymupdf.open(LETTER))
        nlp.process_text(body, "en")

    def stock_run() -> None:
        _forget(nlp)
        stock(text)

    def unseen() -> None:
        _forget(cold._judge.analyser._nlp)
        cold.check(LETTER)

    def again() -> None:
        engine.check(LETTER)

    for other in others:
        engine.check(other)
    first, floor, peer, repeat = _turns([unseen, bare, stock_run, again], rounds)
    return [
        ("warm `Engine.check`, no paragraph seen before, CPU s", f"{first:.3f}", f"{floor:.3f} (bare model + text)",
         f"{first / floor:.2f}", "1.3"),
        ("the same against stock `AnalyzerEngine.analyze`, same model", f"{first:.3f}", f"{peer:.3f}",
         f"{peer / first:.2f} x faster", "3"),
        ("warm `Engine.check`, letter seen before in this process", f"{repeat:.3f}", f"{peer:.3f}",
         f"{peer / repeat:.2f} x faster", "3"),
    ]  # fmt: skip


def _forget(nlp: object) -> None:
    """Empty the paragraph cache, so that nothing is remembered from the round before."""
    pipe = nlp.nlp["en"].get_pipe("uk_name_model")  # type: ignore[attr-defined]
    pipe.forget()


def _turns(actions: list[Callable[[], None]], rounds: int) -> list[float]:
    """Run actions in turn and return the median CPU seconds of each."""
    for action in actions:
        action()
    spent: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for index, action in enumerate(actions):
            start = time.process_time()
            action()
            spent[index].append(time.process_time() - start)
    return [statistics.median(times) for times in spent]
