"""Files a second a core, growth, memory, and two cores against one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import _TIMER

# Everything with a text, read by MuPDF alone.
_GET_TEXT = """
import sys, zipfile, pymupdf
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.*")):
    if path.suffix == ".zip":
        packed = zipfile.ZipFile(path)
        files = [packed.read(name) for name in packed.namelist()]
    else:
        files = [path.read_bytes()]
    for data in files:
        "".join(page.get_text() for page in pymupdf.open("pdf", data))
"""
# The same texts through Presidio as it comes, over the same model: by itself, then with our model's memory of paragraphs.
_STOCK = """
import sys, time, zipfile, pymupdf
from pathlib import Path
from benchmarks.peers import stock_presidio
from recognizers.nlp import load_nlp
nlp = load_nlp()
finder = nlp.pipe("uk_name_model")
analyse = stock_presidio(nlp)
analyse("Dear Kezia Lombard, thank you.")
files = [path for path in sorted(Path(sys.argv[1]).rglob("*.pdf"))][: int(sys.argv[2])]
for remembers in (False, True):
    start = time.process_time()
    for path in files:
        if not remembers:
            finder.forget()
        analyse("".join(page.get_text() for page in pymupdf.open(path)))
    print((time.process_time() - start) / len(files))
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU and wall seconds of a command with all its children, and the peak memory of its own process in MB."""

    cpu: float
    wall: float
    parent_mb: float


def scan(archive: Path, db: Path, *options: str, desk: str = "real") -> Spent:
    """Scan an archive in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.archive.driver", desk, "scan", str(archive), "--db", str(db), "-q"]
    timer = _TIMER.replace("start =", "said = open(sys.argv.pop(1), 'wb'); start =", 1).replace(
        "stderr=subprocess.DEVNULL", "stderr=said"
    )
    said = db.with_suffix(".said")
    done = subprocess.run(
        [sys.executable, "-c", timer, str(said), *command, "--progress-every", "0", *options],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    cpu, wall, _, code = done.stdout.split()
    if int(code) not in {0, 10, 20, 30}:
        raise RuntimeError(f"the scan ended with {code}: {said.read_text()}")
    return Spent(float(cpu), float(wall), int(said.read_text().split()[-1]) / 1024)


def table_rows(archive: Path, work: Path) -> list[tuple[str, str, str, str]]:
    """Return rows of the table. Start-up is taken out by measuring two sizes: what a further file costs."""
    files = sorted(path for path in archive.rglob("*.*"))
    part = work / "part"
    for path in files[: len(files) // 4]:
        copy = part / path.relative_to(archive)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    small, large = len(files) // 4, len(files)
    few = scan(part, work / "few.sqlite", "--jobs", "1")
    many = scan(archive, work / "many.sqlite", "--jobs", "1")
    two = scan(archive, work / "two.sqlite", "--jobs", "2")
    again = scan(archive, work / "many.sqlite", "--jobs", "1")
    each = (many.cpu - few.cpu) / (large - small)
    bare = _cpu("-c", _GET_TEXT, str(archive)) - _cpu("-c", "import pymupdf, zipfile")
    bare_each = bare / large
    stock = subprocess.run(
        [sys.executable, "-c", _STOCK, str(archive), "100"], capture_output=True, text=True, check=True
    )
    stock_each, remembering_each = map(float, stock.stdout.split())
    return [
        ("one more file, CPU ms (against bare `get_text`)", f"{1000 * each:.1f}", f"{1000 * bare_each:.1f}",
         f"{bare_each / each:.3f} x (to reach 0.2)"),
        ("one more file, CPU ms (against stock `AnalyzerEngine`, same model, text alone)", f"{1000 * each:.1f}",
         f"{1000 * stock_each:.1f}", f"{stock_each / each:.1f} x (to reach 10)"),
        ("the same, stock given our model's memory of paragraphs", f"{1000 * each:.1f}",
         f"{1000 * remembering_each:.1f}", f"{remembering_each / each:.1f} x"),
        (f"the same scan again, nothing new, CPU s for {large} files", f"{again.cpu:.1f}", f"{many.cpu:.1f} (first)",
         f"{many.cpu / again.cpu:.1f} x"),
        (f"growth: CPU ms a file, start-up included, {small} and {large} files",
         f"{1000 * many.cpu / large:.1f}", f"{1000 * few.cpu / small:.1f}",
         f"{many.cpu / large / (few.cpu / small):.2f} (linear: at most 1)"),
        (f"parent's peak memory, MB, {small} and {large} files", f"{many.parent_mb:.0f}", f"{few.parent_mb:.0f}",
         f"+{many.parent_mb - few.parent_mb:.0f} MB (to reach: flat, < 300)"),
        ("two processes against one, wall s", f"{two.wall:.1f}", f"{many.wall:.1f}",
         f"{many.wall / two.wall:.2f} x (to reach 1.7; shared machine)"),
    ]  # fmt: skip


def _cpu(*arguments: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _TIMER, sys.executable, *arguments], capture_output=True, text=True, check=True
    )
    cpu, _, _, code = done.stdout.split()
    if code != "0":
        raise RuntimeError("the floor could not be measured")
    return float(cpu)
