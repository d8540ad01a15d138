"""The desk can be used by everybody: axe finds nothing on any view, and it works at 320 px, at 400 % and in high contrast."""

from __future__ import annotations

import importlib.resources

import pikepdf
import pytest
from desk_run import Visit

pytestmark = pytest.mark.usefixtures("chromium")

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def axe():
    """The text of axe-core, from its package; no copy of it lies in this project."""
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture(params=["light", "dark"])
def look(request, chromium, running):
    """A window into which axe may be put, which the page's own policy rightly forbids."""
    made = Visit(chromium, running, bypass_csp=True, color_scheme=request.param, reduced_motion="reduce")
    yield made
    made.context.close()
    for item in list(running.desk.items.values()):
        running.desk.remove(item)


def violations(page, axe):
    """Return what axe finds, as "rule: element"."""
    page.wait_for_timeout(200)
    page.evaluate(axe)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}}})",
        WCAG,
    )
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def no_sideways(page):
    """Return whether nothing makes the page scroll sideways (WCAG 2.2, 1.4.10)."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_axe_finds_nothing_on_any_view_of_a_document(look, axe, letter):
    """The list, an open item, a problem, the letter's table, the dialogs, the release and its end, the schedule."""
    look.document(letter)
    page = look.page
    look.settled()
    assert violations(page, axe) == []
    page.locator("#letter summary").click()
    page.keyboard.press("n")
    page.wait_for_selector(".detail")
    assert violations(page, axe) == []
    page.locator("button.row .tag.look").first.click()
    assert violations(page, axe) == []
    for key, dialog in (("t", "#adding"), ("b", "#adding"), ("?", "#helping")):
        page.keyboard.press(key)
        page.wait_for_selector(f"{dialog}[open]")
        assert violations(page, axe) == []
        page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.wait_for_selector("#release-open")
    assert violations(page, axe) == []
    page.keyboard.press("p")
    page.locator(".page img.copy").first.wait_for()
    assert violations(page, axe) == []
    page.goto(page.url + "/schedule")
    assert violations(page, axe) == []


def test_axe_finds_nothing_where_there_is_nothing_or_something_is_wrong(look, axe, letter, tmp_path):
    """The empty desk, a queue, a file that is no PDF, one that wants its password, one that has gone."""
    page = look.open()
    assert violations(page, axe) == []
    wrong = tmp_path / "notes.pdf"
    wrong.write_text("This is no PDF.")
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(letter) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="open sesame", owner="x"))
    items = [look.running.settled(look.running.desk.add(path)) for path in (wrong, locked)]
    page.locator("#queue li").nth(1).wait_for()
    assert violations(page, axe) == []
    for item, sign in zip(items, ("#failed", "#password"), strict=True):
        look.open(f"/files/{item.id}")
        page.wait_for_selector(sign)
        assert violations(page, axe) == []
    look.open("/files/gone")
    assert violations(page, axe) == []


def test_axe_finds_nothing_from_the_release_to_the_end(look, axe, letter):
    """The form, the files to take away, the queue, and the question before what was dropped here is lost."""
    from redactor.desk import acts
    from redactor.desk.orders import Decide

    page, desk = look.open(), look.running.desk
    page.set_input_files("#choose", letter)
    page.wait_for_url("**/files/*")
    page.wait_for_selector("body[data-found]")
    (item,) = desk.items.values()
    while left := look.running.settled(item).report.open_items:
        acts.decide(desk, item, Decide(revision=item.revision, findings=(left[0].id,), action="keep", reason="Public."))
    look.settled()
    page.locator("#verdict", has_text="To review").wait_for()  # what goes with the redaction blocks nothing
    page.click("#release")
    page.wait_for_selector("#release-now")
    assert violations(page, axe) == []
    page.click("#release-now")
    page.locator("#releasing .error:not([hidden])").wait_for()
    assert violations(page, axe) == []
    page.check("#looked")
    page.click("#release-now")
    page.wait_for_selector("#file-copy")
    assert violations(page, axe) == []
    page.locator("#sentence", has_text="Released.").wait_for()
    look.open()
    page.locator("#queue .tag.released").wait_for()
    assert violations(page, axe) == []
    page.click("#finish")
    page.wait_for_selector("#leaving[open]")
    assert [one.split(":")[0] for one in page.locator("#lost li").all_inner_texts()] == ["Redacted copy", "Decisions"]
    assert violations(page, axe) == []
    for link in page.locator("#lost a").all():
        with page.expect_download() as got:
            link.click()
        got.value.path()  # the whole of it: what has only begun to come counts as not taken
    page.click("#stay")
    page.locator("#queue button", has_text="Take off").click()
    page.locator("#queue li").wait_for(state="detached")
    # The list is drawn anew by whichever comes first, the answer or the desk's own word; the focus comes with the answer.
    page.wait_for_function("document.activeElement.tagName === 'H1'")
    assert not desk.items


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_whoever_asked_for_less_motion(chromium, running, letter, motion):
    """No transition, no animation, no smooth scrolling on any element (WCAG 2.2, 2.3.3)."""
    look = Visit(chromium, running, reduced_motion=motion)
    try:
        look.document(letter)
        moving = look.page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((one) => {
                 const style = getComputedStyle(one);
                 const runs = (text) => text.split(",").some((part) => parseFloat(part) > 0.01);
                 return runs(style.transitionDuration) || (style.animationName !== "none" && runs(style.animationDuration))
                   || style.scrollBehavior === "smooth";
               }).length"""
        )
        calm = look.page.evaluate("import('/static/dom.js').then((dom) => dom.calm())")
        assert calm == (motion == "reduce") and (moving == 0 or not calm)
    finally:
        look.context.close()
        for item in list(running.desk.items.values()):
            running.desk.remove(item)


@pytest.mark.parametrize(("width", "height", "factor"), [(320, 640, 1), (320, 256, 4)], ids=["320px", "400%"])
def test_nothing_is_lost_on_a_narrow_window_or_at_four_hundred_per_cent(
    chromium, running, letter, width, height, factor
):
    """Reflow: no sideways scrolling, an item is decided, the pages can be seen, the release is reached."""
    look = Visit(chromium, running, viewport={"width": width, "height": height}, device_scale_factor=factor)
    try:
        look.open()
        assert no_sideways(look.page)
        look.document(letter)
        page = look.page
        assert no_sideways(page)
        page.click("#next-open")
        page.wait_for_selector(".detail")
        assert no_sideways(page)
        page.locator(".detail input[id^=reason]").fill("Public already.")
        page.click(".do-keep")
        page.locator("#said", has_text="Saved").wait_for()
        page.click("#show-pages")
        page.wait_for_selector("#page-1 img")
        assert no_sideways(page)
        page.click("#add")
        page.wait_for_selector("#adding[open]")
        assert no_sideways(page)
        page.keyboard.press("Escape")
        page.click("#release")
        page.wait_for_selector("#release-open")
        assert no_sideways(page)
    finally:
        look.context.close()


def test_high_contrast_keeps_marks_and_focus(chromium, running, letter):
    """Forced colours take shadows away; the focus has an outline and the pages keep their own colours."""
    look = Visit(chromium, running, forced_colors="active")
    try:
        look.document(letter)
        page = look.page
        page.keyboard.press("n")
        style = page.evaluate("(e => [e.outlineStyle, e.outlineWidth])(getComputedStyle(document.activeElement))")
        assert style == ["solid", "3px"]
        page.wait_for_selector("#page-1 .mark")
        assert page.evaluate("getComputedStyle(document.querySelector('.overlay')).forcedColorAdjust") == "none"
    finally:
        look.context.close()


def test_single_keys_can_be_switched_off(visit, letter):
    """Whoever dictates would set them off with every word (WCAG 2.2, 2.1.4)."""
    visit.document(letter)
    page = visit.page
    page.click("#help")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.wait_for_timeout(200)
    assert page.locator(".detail").count() == 0
    page.click("#help")
    page.check("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.wait_for_selector(".detail")


def test_every_mark_on_a_page_is_in_the_list(visit, letter):
    """What is drawn is also said: the list has a row for each value that has a mark."""
    item = visit.document(letter)
    page = visit.page
    page.wait_for_selector("#page-1 .mark")
    prints = {f"{f.fingerprint}.{f.action.value}" for f in item.report.findings}
    rows = {row.get_attribute("data-key") for row in page.locator("button.row").all()}
    assert prints <= rows
    assert page.locator("#page-1 svg").get_attribute("aria-hidden") == "true"
