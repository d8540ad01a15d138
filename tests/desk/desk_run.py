"""A desk that runs, served to a real browser; one engine for all tests of a process."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from redactor import case as cases
from redactor.desk.server import Server
from redactor.desk.settings import DeskSettings

ROOT = Path(__file__).resolve().parent.parent.parent
LETTER = ROOT / "samples" / "police-letter.chromium.pdf"
CASE = ROOT / "samples" / "police-letter.case.yaml"
SECONDS = 60_000
"""Milliseconds that a browser test waits: the machine may be doing something else."""


class Running:
    """A server in a thread of this process."""

    def __init__(self, **settings: object) -> None:
        case = cases.load(CASE)
        defaults = {"files": (), "policy": "uk-police-foi", "case_for": lambda _policy: case, "by": "J. Officer"}
        self.server = Server(DeskSettings(**{**defaults, **settings}))
        self.desk = self.server.desk
        self._serving = contextlib.ExitStack()

    def start(self) -> Running:
        self._serving.enter_context(self.server.in_background())
        return self

    def warm(self) -> Running:
        """Start, and wait until the name model has loaded and one letter was searched."""
        self.start()
        with tempfile.TemporaryDirectory() as folder:
            self.desk.remove(self.settled(self.desk.add(Path(shutil.copy(LETTER, folder)))))
        return self

    def stop(self) -> None:
        self._serving.close()

    def settled(self, item, seconds=240.0):
        """Wait until a document was searched under the decisions as they are."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if item.settled or item.state in {"locked", "failed"}:
                return item
            time.sleep(0.02)
        raise AssertionError(f"not settled: {item.state} {item.problem}")


@pytest.fixture(scope="session")
def running():
    """A desk with its engine, shared by the tests that need no desk of their own."""
    made = Running().warm()
    yield made
    made.stop()


@pytest.fixture
def letter(tmp_path):
    """The sample letter in a folder of its own, so that its decisions file starts empty."""
    return Path(shutil.copy(LETTER, tmp_path / "reply.pdf"))


@pytest.fixture(scope="session")
def chromium():
    """A real browser. Under CI its absence is a failure: a page nobody opened is not tested."""
    missing = ""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing = "Playwright is not installed (pip install -e '.[dev]')"
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        missing = "there is no Chromium (apt-get install chromium)"
    if missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"The desk cannot be tested in a browser: {missing}.")
        pytest.skip(f"The desk is not tested in a browser: {missing}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()


class Visit:
    """A window on a running desk, and what its console said."""

    def __init__(self, browser, running, **options) -> None:
        self.context = browser.new_context(
            **{"viewport": {"width": 1400, "height": 900}, "accept_downloads": True, **options}
        )
        self.context.set_default_timeout(SECONDS)
        keys = running.server.keys
        self.context.add_cookies(
            [{"name": keys.cookie, "value": keys._session, "url": keys.origin, "httpOnly": True, "sameSite": "Strict"}]
        )
        self.origin, self.running = keys.origin, running
        self.page = self.context.new_page()
        self.console: list[str] = []
        self.page.on("console", lambda message: self.console.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))

    def open(self, path="/?list=1"):
        self.page.goto(self.origin + path)
        return self.page

    def document(self, source):
        """Put a file on the desk, open its page, and wait until it was searched."""
        item = self.running.desk.add(source)
        self.open(f"/files/{item.id}")
        self.page.wait_for_selector("body[data-found]")
        return item

    def settled(self):
        self.page.wait_for_selector("body[data-settled=true]")


@pytest.fixture
def visit(chromium, running):
    """A window; the documents put on the desk leave it afterwards."""
    made = Visit(chromium, running)
    yield made
    made.context.close()
    for item in list(running.desk.items.values()):
        running.desk.remove(item)
