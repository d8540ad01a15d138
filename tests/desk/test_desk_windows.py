"""Many windows, small windows, and windows that are only heard: what an officer does there works as anywhere."""

from __future__ import annotations

import http.server
import threading

import pikepdf
import pytest
from asgi import _ask, awaited
from desk_run import Visit

from redactor import decisions as files

pytestmark = pytest.mark.usefixtures("chromium")


def saved(letter):
    path = letter.with_name("reply.decisions.yaml")
    return files.load(path).decisions if path.exists() else ()


def to_decide(page):
    return page.locator("button.row .tag.review").count()


def until(page, script):
    """Wait until a script says yes; the page's own policy forbids to have it waited for in there."""
    for _ in range(600):
        if page.evaluate(script):
            return
        page.wait_for_timeout(30)
    raise AssertionError(script)


def heard(page, text):
    """Wait until the live region has said something."""
    page.locator("#said", has_text=text).wait_for(timeout=20_000)


def test_a_letter_in_every_tab_keeps_all_of_them_working(visit, letter):
    """A browser opens six connections to one desk and no more; news must not take one for every window."""
    item = visit.document(letter)
    visit.settled()
    tabs = [visit.context.new_page() for _ in range(8)]
    for tab in tabs:
        tab.goto(f"{visit.origin}/files/{item.id}", timeout=30_000)
        tab.wait_for_selector("body[data-found]")
    fewer = f"document.querySelectorAll('button.row .tag.review').length < {to_decide(tabs[-1])}"
    tabs[-1].keyboard.press("n")
    tabs[-1].keyboard.press("a")
    for page in (visit.page, *tabs):
        until(page, fewer)
    assert len(saved(letter)) == 1
    visit.page.close()  # whichever held the line, another takes it up
    tabs.pop(0).close()
    fewer = f"document.querySelectorAll('button.row .tag.review').length < {to_decide(tabs[-1])}"
    tabs[-1].keyboard.press("a")
    for page in tabs:
        until(page, fewer)


def test_a_place_is_shown_where_only_one_column_fits(chromium, running, letter):
    """At 320 px and at 400 % the pages are behind a switch: a link to a place turns to them, at that place."""
    look = Visit(chromium, running, viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    try:
        item = look.document(letter)
        page = look.page
        look.settled()
        page.locator("button.row", has=page.locator(".hint", has_text="page 2")).first.click()
        page.locator(".detail button.link").first.click(timeout=20_000)
        page.locator("#page-2 .mark.on").first.wait_for()
        inside = page.evaluate(
            """() => { const box = document.querySelector('#page-2 .mark.on .ground').getBoundingClientRect();
            const pages = document.getElementById('pages').getBoundingClientRect();
            return box.top >= pages.top && box.bottom <= pages.bottom; }"""
        )
        assert inside and page.evaluate("document.activeElement.id") == "pages"
        page.click("#show-items")
        page.locator("button.row", has=page.locator(".hint", has_text="page 1")).first.click()
        page.click("#show-pages")
        page.locator("#page-1 .mark.on").first.wait_for()
    finally:
        look.context.close()
        running.desk.remove(item)


def test_what_happens_is_said_to_who_cannot_see_it(visit, letter):
    """The end of the search, the making of the copy and its end are status messages (WCAG 2.2, 4.1.3)."""
    visit.document(letter)
    page = visit.page
    heard(page, "items to decide")
    page.evaluate(
        """() => { window.focused = 0; window.told = [];
        document.getElementById('releasing').addEventListener('focusin', () => { window.focused += 1; });
        new MutationObserver(() => window.told.push(document.getElementById('said').textContent))
          .observe(document.getElementById('said'), {childList: true}); }"""
    )
    page.keyboard.press("l")
    page.wait_for_selector("#release-open")
    heard(page, "still to decide")
    assert "Making and proving the copy." in page.evaluate("window.told")
    assert page.evaluate("window.focused") == 1, "the heading is not read out again at every check that passes"
    assert page.evaluate("document.activeElement.id") == "release-title"


def test_keys_decide_nothing_that_cannot_be_seen(visit, letter):
    """While the release is shown the open item is hidden: A and R would settle it unseen and spoil the copy."""
    visit.document(letter)
    page = visit.page
    visit.settled()
    page.keyboard.press("n")
    page.wait_for_selector(".detail")
    page.keyboard.press("l")
    page.wait_for_selector("#release-open")
    for key in "arew":
        page.keyboard.press(key)
        heard(page, "Escape")
    page.wait_for_timeout(300)
    assert saved(letter) == ()
    page.keyboard.press("j")
    page.wait_for_selector("#review:not([hidden]) .detail")


def test_arrows_scroll_the_pages_when_the_pages_have_the_focus(visit, letter):
    """What can be scrolled with a wheel can be scrolled with the keyboard."""
    visit.document(letter)
    page = visit.page
    visit.settled()
    page.focus("#pages")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    until(page, "document.getElementById('pages').scrollTop > 60")
    assert page.locator(".detail").count() == 0


def test_a_wrong_password_is_said_where_the_next_one_is_typed(visit, letter, tmp_path):
    """By keyboard: the field has the focus when it appears, and again after a wrong word, with the error on it."""
    path = tmp_path / "locked.pdf"
    with pikepdf.open(letter) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="open sesame", owner="x"))
    item = visit.running.desk.add(path)
    page = visit.open(f"/files/{item.id}")
    page.evaluate(
        """() => { window.told = 0; const sign = document.getElementById('password-wrong');
        new MutationObserver(() => { window.told += sign.hidden ? 0 : 1; }).observe(sign, {attributeFilter: ['hidden']}); }"""
    )
    for said, word in enumerate(("wrong", "wrong again"), 1):
        until(page, "document.activeElement.id === 'password-field'")
        page.keyboard.type(word)
        page.keyboard.press("Enter")
        until(page, f"window.told === {said}")
    until(page, "document.activeElement.id === 'password-field'")
    field = page.locator("#password-field")
    assert field.get_attribute("aria-invalid") == "true" and field.get_attribute("aria-describedby") == "password-wrong"
    page.keyboard.type("open sesame")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-found]")


def test_a_file_dropped_beside_the_start_page_does_not_take_the_page_away(visit, letter):
    """A browser opens what is dropped on a page that does not want it; the desk takes it."""
    item = visit.document(letter)
    page = visit.page
    visit.settled()
    prevented = page.evaluate(
        """() => { const data = new DataTransfer(); data.items.add(new File(['%PDF-1.7'], 'next.pdf'));
        const give = (type) => document.getElementById('pages').dispatchEvent(
          new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
        return [give('dragover'), give('drop')]; }"""
    )
    assert prevented == [False, False], "the browser is told not to open it"
    heard(page, "next.pdf")
    assert page.url.endswith(item.id) and {one.name for one in visit.running.desk.items.values()} == {
        "reply.pdf",
        "next.pdf",
    }
    visit.running.settled(next(one for one in visit.running.desk.items.values() if one.name == "next.pdf"))


def test_a_cookie_taken_at_another_port_opens_nothing_to_its_thief(visit, letter, monkeypatch):
    """Cookies know no ports, so a neighbour's server is handed ours; his programs are refused whatever they carry."""
    taken = []

    class Neighbour(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            taken.append(self.headers.get("Cookie", ""))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_arguments):
            """Say nothing."""

    item = visit.document(letter)
    server = http.server.HTTPServer(("127.0.0.1", 0), Neighbour)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        visit.context.new_page().goto(f"http://127.0.0.1:{server.server_port}/")
    finally:
        server.shutdown()
        server.server_close()
    keys, application = visit.running.server.keys, visit.running.server._uvicorn.config.app
    told = {"host": keys.host, "cookie": next(one for one in taken if keys.cookie in one)}

    def steal(path):
        return awaited(_ask(application, "GET", path, b"", told)).status

    assert steal(f"/api/files/{item.id}") == 200, "to the desk it is as good as the officer's own"
    monkeypatch.setattr("redactor.desk.safety.another_user", lambda *_ports: True)
    for path in ("/?list=1", "/api/files", f"/api/files/{item.id}", f"/files/{item.id}", "/static/desk.css"):
        assert steal(path) == 403
