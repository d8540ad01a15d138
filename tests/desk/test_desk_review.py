"""A letter is reviewed and released in a real browser, with the mouse and without it."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from redactor import decisions as files
from redactor.model import Action

pytestmark = pytest.mark.usefixtures("chromium")


def text_of(path):
    """Return all text of a PDF as pdfium reads it, without white space."""
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(r"\s", "", text)


def saved(letter):
    return files.load(letter.with_name("reply.decisions.yaml"))


def row(page, title):
    return page.locator("button.row", has=page.locator(".title", has_text=title)).first


def to_decide(page):
    """Return how many rows are open."""
    return page.locator("button.row .tag.review").count()


def wait_below(page, number):
    """Wait until fewer rows are open."""
    for _ in range(600):
        if to_decide(page) < number:
            return
        page.wait_for_timeout(30)
    raise AssertionError(f"still {number} to decide: {page.inner_text('#trouble')}")


def release(visit, page):
    """Release from the panel, ticking what has to be ticked, and return the copy's text."""
    page.wait_for_selector("#release-now")
    if page.locator("#looked").count():
        page.check("#looked")
    page.fill("#released_by", "J. Officer")
    page.click("#release-now")
    page.wait_for_selector("#file-copy")
    with page.expect_download() as waiting:
        page.click("#file-copy")
    return text_of(waiting.value.path())


def test_drop_settle_draw_release_and_download(visit, letter):
    """The whole of it with a mouse: what goes is gone for pdfium, and the rest stands."""
    page = visit.open()
    page.set_input_files("#choose", letter)
    page.wait_for_url("**/files/*")
    page.wait_for_selector("body[data-found]")
    while before := to_decide(page):
        page.click("#next-open")
        page.locator(".detail input[id^=reason]").fill("Published in the contract notice.")
        page.click(".do-keep")
        wait_below(page, before)
    # An area by dragging over the line below the heading; it takes whole words.
    page.click("#add")
    page.check("input[value=area]")
    page.click("#draw")
    page.evaluate("document.getElementById('pages').scrollTo({top: 0, behavior: 'instant'})")
    page.wait_for_selector("#page-1 img")
    frame = page.locator("#page-1").bounding_box()
    points = frame["width"] / 595
    page.mouse.move(frame["x"] + 70 * points, frame["y"] + 80 * points)
    page.mouse.down()
    page.mouse.move(frame["x"] + 200 * points, frame["y"] + 95 * points, steps=4)
    page.mouse.move(frame["x"] + 330 * points, frame["y"] + 112 * points, steps=4)
    page.mouse.up()
    page.fill("#add-reason", "Shows who replied.")
    page.click("#adding-form .go")
    page.wait_for_selector("#adding", state="hidden")
    visit.settled()
    page.click("#release")
    text = release(visit, page)
    assert "Venkataraman" not in text and "Kowalczyk" not in text and "01632960318" not in text
    assert "InformationDisclosureUnit,Constabulary" not in text, "under the area it is gone"
    assert "BridgeStreet,Westmarch" in text, "beside it, it stands"
    assert "FreedomofInformationrequestFOI-2025-0318" in text
    assert visit.console == []


def test_everything_with_the_keyboard_alone(visit, letter):
    """Nothing is clicked: the next item, keep, redact, a term, an area by numbers, undo, redo, release, download."""
    visit.document(letter)
    page, press = visit.page, visit.page.keyboard.press
    kept = 0
    while before := to_decide(page):
        press("n")
        if kept:
            press("w")
            page.keyboard.type("Public already.")
            press("Tab")
            press("Tab")
            press("Enter")
        else:
            press("a")
        kept += 1
        wait_below(page, before)
    assert {entry.action for entry in saved(letter).decisions} == {Action.KEEP, Action.REDACT}
    count = len(saved(letter).decisions)
    press("Escape")
    press("u")
    page.locator("#said", has_text="Undone").wait_for()
    assert len(saved(letter).decisions) == count - 1
    press("Shift+U")
    page.locator("#said", has_text="Done again").wait_for()
    assert len(saved(letter).decisions) == count
    press("t")
    page.keyboard.type("Bridge Street")
    press("Tab")
    page.keyboard.type("s40(2)")
    press("Tab")
    page.keyboard.type("An address.")
    press("Enter")
    page.wait_for_selector("#adding", state="hidden")
    visit.settled()
    press("b")
    press("Tab")
    for number in ("1", "25", "28", "60", "8"):
        press("ControlOrMeta+a")
        page.keyboard.type(number)
        press("Tab")
    page.keyboard.type("s31(1)(a)")
    press("Tab")
    page.keyboard.type("Who replied.")
    press("Enter")
    page.wait_for_selector("#adding", state="hidden")
    visit.settled()
    assert [addition.term for addition in saved(letter).additions] == ["Bridge Street"]
    (area,) = saved(letter).areas
    assert area.page == 1 and area.box == pytest.approx((70.87, 79.37, 240.94, 102.05), abs=0.1)
    press("l")
    page.wait_for_selector("#release-now")
    for _ in range(40):
        if page.evaluate("document.activeElement.id") == "looked":
            press("Space")
            break
        press("Tab")
    press("Tab")
    press("ControlOrMeta+a")
    page.keyboard.type("J. Officer")
    press("Enter")
    page.wait_for_selector("#file-copy")
    for _ in range(40):
        press("Tab")
        if page.evaluate("document.activeElement.id") == "file-copy":
            break
    with page.expect_download() as waiting:
        press("Enter")
    text = text_of(waiting.value.path())
    assert "BridgeStreet" not in text and "Venkataraman" not in text
    assert visit.console == []
