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
        visit.settled()
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


def test_the_one_letter_that_was_dropped_opens_though_the_list_had_it_first(visit, letter):
    """The desk's news may come before the answer to the upload: the page still goes to the letter."""
    visit.page.add_init_script("""
        const real = window.fetch;
        window.fetch = async (...given) => {
          const answer = await real(...given);
          const listed = () => document.querySelector("#queue li");
          while (given[1]?.method === "PUT" && !listed()) await new Promise((done) => setTimeout(done, 10));
          return answer;
        };
    """)
    page = visit.open()
    page.set_input_files("#choose", letter)
    page.wait_for_url("**/files/*")


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
        visit.settled()
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


def test_words_are_selected_and_redacted_here_or_everywhere(visit, letter):
    """A selection on the page offers both; everywhere becomes a term, here becomes an area over whole words."""
    visit.document(letter)
    page = visit.page
    word = page.locator("#page-1 .words span", has_text="Westmarch").nth(1)
    for button, name in (("#picked-all", "additions"), ("#picked-here", "areas")):
        page.wait_for_selector("#page-1 .words span")
        word.dblclick()
        page.click(button)
        page.fill("#add-reason", "Named here.")
        page.click("#adding-form .go")
        page.wait_for_selector("#adding", state="hidden")
        assert len(getattr(saved(letter), name)) == 1
        visit.settled()
    assert saved(letter).additions[0].term.startswith("Westmarch")


def test_an_area_is_drawn_by_two_clicks(visit, letter):
    """No dragging is needed (WCAG 2.2, 2.5.7)."""
    visit.document(letter)
    page = visit.page
    page.click("#add")
    page.check("input[value=area]")
    page.click("#draw")
    frame = page.locator("#page-1").bounding_box()
    points = frame["width"] / 595
    page.mouse.click(frame["x"] + 10 * points, frame["y"] + 10 * points)
    page.mouse.move(frame["x"] + 50 * points, frame["y"] + 30 * points)
    page.wait_for_selector("#page-1 .provisional")
    page.mouse.click(frame["x"] + 60 * points, frame["y"] + 40 * points)
    page.wait_for_selector("#adding[open]")
    page.fill("#add-reason", "A stamp.")
    page.keyboard.press("Enter")
    page.wait_for_selector("#adding", state="hidden")
    (area,) = saved(letter).areas
    assert area.box == pytest.approx((10, 10, 60, 40), abs=1.5)


def test_as_released_shows_the_copys_own_pixels(visit, letter):
    """What the toggle shows is drawn from the proved copy: black where a name stood."""
    item = visit.document(letter)
    page = visit.page
    page.keyboard.press("p")
    page.wait_for_selector("#page-1 img.copy")
    assert page.locator("#page-1 .mark").count() == 0
    address = page.locator("#page-1 img.copy").get_attribute("src")
    assert "copy=" in address and item.copy.pdf is not None
    page.keyboard.press("p")
    page.wait_for_selector("#page-1 img.source")
    page.wait_for_selector("#page-1 .mark")


def test_a_second_window_hears_of_a_decision(visit, letter, chromium, running):
    """Both windows show the same without being asked to."""
    item = visit.document(letter)
    other = visit.context.new_page()
    other.goto(f"{visit.origin}/files/{item.id}")
    other.wait_for_selector("body[data-found]")
    before = to_decide(other)
    visit.page.keyboard.press("n")
    visit.page.keyboard.press("a")
    wait_below(other, before)


def test_a_script_in_a_letter_or_its_name_is_shown_and_not_run(visit, tmp_path):
    """Name, title, text under a finding: markup stays text, and nothing is fetched or run."""
    import pymupdf

    evil = '<img src=x onerror="document.title=1">'
    path = tmp_path / "reply <b>bold<u> onerror=1.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 90), f"Dear Mr {evil} Kowalczyk, ring 07700 900123.")
        document.set_metadata({"title": f"{evil} 07700 900123"})
        document.save(path)
    visit.document(path)
    page = visit.page
    for row_ in page.locator("button.row").all()[:6]:
        row_.click()
    assert page.title().startswith("reply <b>bold<u>")
    assert page.locator("h1").inner_text() == path.name
    assert page.locator("h1 b, img[src=x]").count() == 0 and visit.console == []


def test_a_desk_that_has_closed_says_so(chromium, tmp_path):
    """Finish ends the server; the window says what became of everything."""
    from desk_run import Running, Visit

    running = Running().start()
    look = Visit(chromium, running)
    try:
        page = look.open()
        page.click("#finish")
        page.wait_for_selector("#stopped[open]")
        for _ in range(400):
            if not running.desk.folder.exists():
                break
            page.wait_for_timeout(50)
        assert not running.desk.folder.exists()
    finally:
        look.context.close()
        running.stop()
