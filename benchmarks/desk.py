"""The desk in a real browser: start, first page, findings, an act and a long file, each beside a floor of the same run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks import table

if TYPE_CHECKING:
    from redactor.desk.item import Item
    from redactor.desk.server import Server

ROOT = Path(__file__).resolve().parent.parent
LETTER = ROOT / "samples" / "police-letter.chromium.pdf"
CASE = ROOT / "samples" / "police-letter.case.yaml"
_WAIT_MS = 240_000
_LISTEN = (
    "import time\nfrom redactor.cli.app import build\nbuild()\n"
    "from redactor.desk.server import Server\nfrom redactor.desk.settings import DeskSettings\n"
    "from redactor.model import Case\n"
    "server = Server(DeskSettings(files=(), policy='uk-foi', case_for=lambda p: Case()))\n"
    "print(time.process_time())\nserver.desk.close()\n"
)
_BARE = "import time, starlette.applications, uvicorn, typer\nprint(time.process_time())\n"
_ACT = """async () => {
  const open = () => document.querySelectorAll("button.row .tag.review").length;
  const before = open(), began = performance.now();
  document.querySelector(".do-redact").click();
  while (open() === before) await new Promise((done) => setTimeout(done, 1));
  return performance.now() - began;
}"""
_TRIP = """async () => {
  const began = performance.now();
  await (await fetch("/?list=1")).text();
  return performance.now() - began;
}"""


def run(*, quick: bool) -> str:
    """Return the table."""
    rounds = 3 if quick else 7
    listen, bare = _processor(_LISTEN, rounds), _processor(_BARE, rounds)
    rows = [
        ["processor time from start to listening", f"{listen:.2f} s", "0.6 s", "imports of its server", f"{bare:.2f} s"]
    ]
    with tempfile.TemporaryDirectory() as folder:
        rows += _in_browser(Path(folder), rounds)
    head = ["what", "median", "reach", "floor of the same run", "floor"]
    load = f"Load of the machine when it ended: {os.getloadavg()[0]:.1f}."
    return "\n\n".join([table.table(head, rows), f"{load} {table.circumstances()}"])


def _processor(program: str, rounds: int) -> float:
    return median(
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)
        for _ in range(rounds)
    )


def _in_browser(folder: Path, rounds: int) -> list[list[str]]:
    from playwright.sync_api import sync_playwright

    from redactor import case as cases
    from redactor.desk.server import Server
    from redactor.desk.settings import DeskSettings

    case = cases.load(CASE)
    server = Server(DeskSettings((), "uk-police-foi", lambda _policy: case, by="J. Officer"))
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with server.in_background() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(_WAIT_MS)
        page.goto(address)
        _open(server, page, _copy(folder, "warm"))
        return [*_letters(server, page, folder, rounds), _long(server, page, folder)]


def _letters(server: Server, page: Any, folder: Path, rounds: int) -> list[list[str]]:
    """Time the first page, the findings and the acts on letters that the desk has not seen."""
    seen, found, acts = [], [], []
    for number in range(rounds):
        _open(server, page, _copy(folder, f"reply-{number}"))
        seen.append(float(page.get_attribute("body", "data-seen")))
        found.append(float(page.get_attribute("body", "data-found")))
        for _ in range(2):
            page.keyboard.press("n")
            page.wait_for_selector(".do-redact")
            acts.append(float(page.evaluate(_ACT)))
            page.wait_for_selector("body[data-settled=true]")
    trip = median(float(page.evaluate(_TRIP)) for _ in range(rounds))
    drawn = median(_drawn() for _ in range(rounds))
    checked = _checked(rounds)
    return [
        ["first page of a 4-page letter visible", _ms(median(seen)), "1,000 ms", "MuPDF draws that page", _ms(drawn)],
        ["its findings drawn", _ms(median(found)), "2,000 ms", "a warm engine checks it", _ms(checked)],
        ["an act answers, slowest", _ms(max(acts)), "100 ms", "one request", _ms(trip)],
        ["an act answers, median", _ms(median(acts)), "100 ms", "one request", _ms(trip)],
    ]


def _long(server: Server, page: Any, folder: Path) -> list[str]:
    """Time a file of 500 pages, and count what was drawn of it after a jump to its middle."""
    import pymupdf

    path = folder / "long.pdf"
    with pymupdf.open() as document:
        for number in range(500):
            document.new_page().insert_text((72, 90), f"Page {number + 1} of the minutes, with permits and fees.")
        document.save(path)
    began = time.perf_counter()
    with pymupdf.open(path) as document:
        sizes = [document.page_cropbox(number) for number in range(len(document))]
    floor = (time.perf_counter() - began) * 1000
    item = server.desk.add(path)
    page.goto(f"{_origin(page)}/files/{item.id}")
    page.wait_for_selector("body[data-seen]")
    seen = float(page.get_attribute("body", "data-seen"))
    page.evaluate("document.getElementById('pages').scrollTop = document.getElementById('pages').scrollHeight / 2")
    page.wait_for_timeout(2500)
    drawn = page.locator(".page img").count()
    what = f"first page of {len(sizes)} visible ({drawn} in the page after a jump)"
    return [what, _ms(seen), "2,000 ms", "MuPDF opens it and reads its sizes", _ms(floor)]


def _open(server: Server, page: Any, path: Path) -> Item:
    item = server.desk.add(path)
    page.goto(f"{_origin(page)}/files/{item.id}")
    for state in ("seen", "found", "settled=true"):
        page.wait_for_selector(f"body[data-{state}]")
    return item


def _origin(page: Any) -> str:
    return str(page.evaluate("location.origin"))


def _copy(folder: Path, name: str) -> Path:
    """Return a letter that differs from the others by its last bytes, so that no answer is an old one."""
    path = folder / f"{name}.pdf"
    path.write_bytes(LETTER.read_bytes() + f"% {name}\n".encode())
    return path


def _drawn() -> float:
    import pymupdf

    began = time.perf_counter()
    with pymupdf.open(LETTER) as document:
        document[0].get_pixmap(dpi=144).tobytes("png")
    return (time.perf_counter() - began) * 1000


def _checked(rounds: int) -> float:
    from redactor import Engine
    from redactor import case as cases

    engine, case, taken = Engine("uk-police-foi"), cases.load(CASE), []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        engine.check(LETTER, case=case)
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken[1:])


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:,.0f} ms"
