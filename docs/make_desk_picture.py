"""Make README's picture of the desk from a sample: ``python -m docs.make_desk_picture [--views FOLDER]``.

Needs Chromium and the development extra. With ``--views`` every view is also drawn in light and dark, narrow and magnified,
for a person to look at.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from redactor import case as cases
from redactor.desk.server import Server
from redactor.desk.settings import DeskSettings

ROOT = Path(__file__).resolve().parent.parent
LETTER = ROOT / "samples" / "police-letter.chromium.pdf"
PICTURE = ROOT / "docs" / "images" / "desk.png"
_SIZE = {"width": 1360, "height": 860}
_WAIT_MS = 240_000


def main() -> None:
    """Write docs/images/desk.png."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--views", type=Path, help="folder for pictures of every view")
    views = parser.parse_args().views
    with tempfile.TemporaryDirectory() as folder:
        letter = Path(shutil.copy(LETTER, Path(folder) / "police-letter.pdf"))
        case = cases.load(ROOT / "samples" / "police-letter.case.yaml")
        settings = DeskSettings((letter,), "uk-police-foi", lambda _policy: case, by="J. Officer")
        with Server(settings).in_background() as address:
            _draw(address, views)


def _draw(address: str, views: Path | None) -> None:
    with sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE)
        page.set_default_timeout(_WAIT_MS)
        page.goto(address)
        page.wait_for_selector("body[data-found]")
        page.keyboard.press("n")
        page.wait_for_timeout(1500)
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        if views is not None:
            views.mkdir(exist_ok=True)
            _views(page, views)
        browser.close()


def _views(page: Any, folder: Path) -> None:
    """Draw what a reader may see, in light and dark."""

    def shot(name: str) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(250)
            page.screenshot(path=folder / f"{name}-{scheme}.png")

    document = page.url
    shot("item")
    page.locator("button.row .tag.look").first.click()
    page.locator("#letter summary").click()
    page.locator("#side").evaluate("one => one.scrollTo(0, 0)")
    shot("letter")
    page.locator("#letter summary").click()
    page.locator("button.row .tag.look").nth(1).click()
    shot("problem")
    page.keyboard.press("b")
    page.wait_for_selector("#adding[open]")
    shot("adding")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    shot("keys")
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.wait_for_selector("#release-open")
    page.keyboard.press("p")
    page.locator(".page img.copy").first.wait_for()
    page.wait_for_timeout(500)
    shot("released")
    page.goto(f"{document}/schedule")
    shot("schedule")
    page.goto(document.split("/files/")[0] + "/?list=1")
    page.locator("#queue li").wait_for()
    shot("queue")
    page.goto(document)
    page.wait_for_selector("body[data-found]")
    page.set_viewport_size({"width": 320, "height": 640})
    shot("narrow")
    page.click("#next-open")
    shot("narrow-item")
    page.click("#show-pages")
    page.locator(".page img").first.wait_for()
    shot("narrow-pages")


if __name__ == "__main__":
    main()
