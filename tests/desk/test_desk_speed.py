"""The desk answers at once: measured where nothing else is in the way, in processor time or as a ratio."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pymupdf
import pytest
from asgi import Browser, desk
from conftest import CASE, LETTER

from redactor import case as cases

START = (
    "import time, sys\n"
    "began = time.process_time()\n"
    "from redactor.cli.app import build\nbuild()\n"
    "from redactor.desk.server import Server\nfrom redactor.desk.settings import DeskSettings\n"
    "from redactor.model import Case\n"
    "server = Server(DeskSettings(files=(), policy='uk-foi', case_for=lambda p: Case()))\n"
    "print(time.process_time())\nserver.desk.close()\n"
)


def test_the_server_listens_within_its_time():
    """From the start of the interpreter to a listening port: less than 0.6 s of processor time, best of three."""
    taken = [
        float(subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(taken) < 0.6, taken


@pytest.fixture(scope="module")
def browser():
    case = cases.load(CASE)
    made = desk(policy="uk-police-foi", case_for=lambda _policy: case, by="J. Officer")
    made.start()
    yield Browser(made)
    made.close()


def test_an_act_costs_less_than_a_tenth_of_a_second(browser, tmp_path):
    """The server's own work on a decision, the saved file included, in processor time; the search follows behind."""
    item = browser.desk.add(Path(shutil.copy(LETTER, tmp_path / "reply.pdf")))
    while not item.settled:
        time.sleep(0.02)
    best = 1.0
    for number in range(5):
        state = browser.get(f"/api/files/{item.id}").json
        one = state["findings"][number]
        order = {"revision": state["revision"], "findings": [one["id"]], "action": "keep", "reason": "Public."}
        began = time.process_time()
        assert browser.post(f"/api/files/{item.id}/decide", order).status == 200
        best = min(best, time.process_time() - began)
        while not item.settled:
            time.sleep(0.02)
    assert best < 0.1


def test_five_hundred_pages_open_without_being_drawn(browser, tmp_path):
    """The sizes are there at once, the middle page is drawn alone, and the store of pictures is bounded."""
    path = tmp_path / "long.pdf"
    with pymupdf.open() as document:
        for number in range(500):
            document.new_page().insert_text((72, 90), f"Page {number + 1} of the minutes, with permits and fees.")
        document.save(path)
    while browser.desk._showing is None:
        time.sleep(0.01)
    browser.desk.showing.sheets(path, None)  # the child is warm
    again = shutil.copy(path, tmp_path / "second.pdf")
    began = time.perf_counter()
    sheets = browser.desk.showing.sheets(Path(again), None)
    opened = time.perf_counter() - began
    one = browser.desk.showing.drawn(Path(again), None, 1, 2.0)
    first = time.perf_counter() - began - opened
    assert len(sheets) == 500 and one.startswith(b"\x89PNG")
    # Wall time counts a busy machine against us; opening 500 pages is as much as a few pages drawn, whatever the machine.
    assert opened < max(2.0, 40 * first), (opened, first, os.getloadavg())
