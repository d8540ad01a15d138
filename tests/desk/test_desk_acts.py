"""What an officer does at the desk ends in the decisions file at once, and nothing of anybody is overwritten unseen."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from asgi import Browser, desk
from desk_run import CASE, LETTER

from redactor import case as cases
from redactor import decisions as files
from redactor.decisions import Addition, Entry
from redactor.errors import RedactionError
from redactor.model import Action
from redactor.verify import ESSENTIAL


@pytest.fixture(scope="module")
def browser():
    """A desk with its engine and no server: one child for all tests of this file."""
    case = cases.load(CASE)
    made = desk(policy="uk-police-foi", case_for=lambda _policy: case, by="J. Officer", max_bytes=3_000_000)
    made.start()
    yield Browser(made)
    made.close()


@pytest.fixture
def folder(browser, tmp_path):
    yield tmp_path
    for item in list(browser.desk.items.values()):
        browser.desk.remove(item)


@pytest.fixture
def letter(folder):
    return Path(shutil.copy(LETTER, folder / "reply.pdf"))


def settled(browser, item):
    """Wait for the search; returns the state that the page would be told."""
    end = time.monotonic() + 240
    while time.monotonic() < end:
        if item.settled or item.state in {"locked", "failed"}:
            return browser.get(f"/api/files/{item.id}").json
        time.sleep(0.02)
    raise AssertionError(f"{item.state} {item.problem}")


def made(browser, item):
    """Make a copy and wait for it; returns what the page is told of it."""
    assert browser.post(f"/api/files/{item.id}/copy").status == 200
    end = time.monotonic() + 240
    while time.monotonic() < end:
        told = browser.get(f"/api/files/{item.id}").json["copy"]
        if told["state"] in {"proved", "refused"}:
            return told
        time.sleep(0.02)
    raise AssertionError("no copy")


def act(browser, item, name, **order):
    return browser.post(f"/api/files/{item.id}/{name}", order)


def opened(browser, path):
    item = browser.desk.add(path)
    return item, settled(browser, item)


def open_ones(state):
    return [finding for finding in state["findings"] if finding["action"] == "review"]


def saved(path):
    return files.load(path.with_name(f"{path.stem}.decisions.yaml"))


def settle_all(browser, item, state):
    """Keep everything that is open."""
    while left := open_ones(state):
        order = {"findings": [left[0]["id"]], "action": "keep", "reason": "Public already."}
        assert act(browser, item, "decide", revision=state["revision"], **order).status == 200
        state = settled(browser, item)
    return state


def test_a_decision_is_saved_at_once_and_the_command_line_reads_it(browser, letter):
    """The answer holds the new state before any search, and the file on disk says who decided what and why."""
    item, state = opened(browser, letter)
    first = open_ones(state)[0]
    answer = act(
        browser, item, "decide", revision=state["revision"], findings=[first["id"]], action="redact",
        exemption="s31(1)(a)", reason="Live operation.",
    )  # fmt: skip
    assert answer.status == 200 and "1 place" in answer.json["said"]
    told = next(one for one in answer.json["state"]["findings"] if one["id"] == first["id"])
    assert (told["action"], told["exemption"], told["by"]) == ("redact", "s31(1)(a)", "J. Officer")
    (entry,) = saved(letter).decisions
    assert (entry.action, entry.exemption, entry.reason, entry.by) == (
        Action.REDACT,
        "s31(1)(a)",
        "Live operation.",
        "J. Officer",
    )
    assert entry.document == item.sha256[:16]
    after = settled(browser, item)
    assert len(open_ones(after)) == len(open_ones(state)) - 1


def test_a_decision_holds_for_every_mention(browser, letter):
    """One row is one value: keeping it keeps all its places."""
    item, state = opened(browser, letter)
    prints = [finding["print"] for finding in state["findings"] if finding["action"] == "redact"]
    most = max(set(prints), key=prints.count)
    one = next(finding for finding in state["findings"] if finding["print"] == most)
    answer = act(
        browser, item, "decide", revision=state["revision"], findings=[one["id"]], action="keep", reason="Consented."
    )
    assert f"{prints.count(most)} places" in answer.json["said"]
    after = settled(browser, item)
    assert {f["action"] for f in after["findings"] if f["print"] == most} == {"keep"}


def test_undo_and_redo_change_the_file(browser, letter):
    """Each step goes back and forth on disk; a new step ends the redoing."""
    item, state = opened(browser, letter)
    first, second = open_ones(state)[:2]
    act(browser, item, "decide", revision=state["revision"], findings=[first["id"]], action="keep", reason="One.")
    state = settled(browser, item)
    act(browser, item, "decide", revision=state["revision"], findings=[second["id"]], action="keep", reason="Two.")
    assert len(saved(letter).decisions) == 2
    act(browser, item, "undo")
    assert {entry.reason for entry in saved(letter).decisions} == {"One."}
    answer = act(browser, item, "redo")
    assert len(saved(letter).decisions) == 2 and answer.json["state"]["canUndo"]
    act(browser, item, "undo")
    act(browser, item, "undo")
    assert saved(letter).decisions == ()
    assert "nothing to undo" in act(browser, item, "undo").json["said"]


def test_a_reason_is_needed(browser, letter):
    """The schedule would have an empty cell."""
    item, state = opened(browser, letter)
    one = open_ones(state)[0]
    answer = act(browser, item, "decide", revision=state["revision"], findings=[one["id"]], action="keep", reason=" x ")
    assert answer.status == 400 and answer.json["where"] == "reason"


def test_a_second_window_that_is_behind_is_told_so(browser, letter):
    """It acted on what it saw; nothing is saved over what the other window decided."""
    item, state = opened(browser, letter)
    first, second = open_ones(state)[:2]
    act(browser, item, "decide", revision=state["revision"], findings=[first["id"]], action="keep", reason="One.")
    late = act(
        browser, item, "decide", revision=state["revision"], findings=[second["id"]], action="keep", reason="Two."
    )
    assert late.status == 409 and "another window" in late.json["error"].lower()
    assert len(saved(letter).decisions) == 1


def test_what_another_program_wrote_is_taken_in_and_not_overwritten(browser, letter):
    """`redactor decide` ran meanwhile: its entry stays, this window's is refused once and then goes beside it."""
    item, state = opened(browser, letter)
    first, second = open_ones(state)[:2]
    act(browser, item, "decide", revision=state["revision"], findings=[first["id"]], action="keep", reason="One.")
    state = settled(browser, item)
    path = letter.with_name("reply.decisions.yaml")
    files.save(files.record(files.load(path), additions=[Addition(term="Bridge Street", reason="By command.")]), path)
    refused = act(
        browser, item, "decide", revision=state["revision"], findings=[second["id"]], action="keep", reason="Two."
    )
    assert refused.status == 409 and "taken in" in refused.json["remedy"]
    state = settled(browser, item)
    assert any(finding["entity"] == "OFFICER_TERM" for finding in state["findings"])
    assert "another program" in state["notice"] and not state["canUndo"]
    again = act(
        browser, item, "decide", revision=state["revision"], findings=[second["id"]], action="keep", reason="Two."
    )
    assert again.status == 200
    assert len(saved(letter).decisions) == 2 and len(saved(letter).additions) == 1


def test_a_changed_file_is_searched_again_before_anything_is_decided(browser, letter):
    """The letter was saved anew by its author: the old findings decide nothing."""
    item, state = opened(browser, letter)
    one = open_ones(state)[0]
    with pymupdf.open(letter) as document:
        document[0].insert_text((72, 780), "One line more.")
        data = document.tobytes()
    letter.write_bytes(data)
    answer = act(
        browser, item, "decide", revision=state["revision"], findings=[one["id"]], action="keep", reason="One."
    )
    assert answer.status == 409 and "changed by another program" in answer.json["error"]
    assert "another program" in settled(browser, item)["notice"]
    assert not letter.with_name("reply.decisions.yaml").exists()


def test_words_and_areas_are_added_and_taken_away(browser, letter):
    """A term is found everywhere, an area where it was drawn; each can be taken back from its row."""
    item, state = opened(browser, letter)
    act(
        browser,
        item,
        "term",
        revision=state["revision"],
        term="Bridge Street",
        reason="An address.",
        exemption="s40(2)",
    )
    state = settled(browser, item)
    (term,) = {f["print"] for f in state["findings"] if f["entity"] == "OFFICER_TERM"}
    act(
        browser,
        item,
        "areas",
        revision=state["revision"],
        areas=[[1, [50, 50, 200, 90]], [2, [10, 10, 60, 40]]],
        reason="A stamp.",
    )
    state = settled(browser, item)
    areas = [f for f in state["findings"] if f["entity"] == "MARKED_AREA"]
    assert [(f["page"], f["boxes"]) for f in areas] == [(1, [[50, 50, 200, 90]]), (2, [[10, 10, 60, 40]])]
    act(browser, item, "take-away", revision=state["revision"], finding=areas[0]["id"])
    state = settled(browser, item)
    assert len(saved(letter).areas) == 1
    one = next(f for f in state["findings"] if f["print"] == term)
    act(browser, item, "take-away", revision=state["revision"], finding=one["id"])
    state = settled(browser, item)
    assert saved(letter).additions == () and not [f for f in state["findings"] if f["entity"] == "OFFICER_TERM"]


@pytest.mark.parametrize(
    ("areas", "status"),
    [
        ([[9, [0, 0, 9, 9]]], 422),
        ([[1, [900, 0, 990, 90]]], 422),
        ([[1, [9, 0, 1, 9]]], 400),
        ([], 400),
        ([[0, [0, 0, 9, 9]]], 400),
    ],
)
def test_an_area_off_the_pages_is_refused(browser, letter, areas, status):
    """No such page, beyond its edge, without a size."""
    item, state = opened(browser, letter)
    assert act(browser, item, "areas", revision=state["revision"], areas=areas, reason="A stamp.").status == status


def test_an_area_drawn_on_a_turned_page_is_kept_as_the_file_has_it(browser, folder):
    """What is sent is as displayed; what is saved and burnt is the unrotated page's; what is shown is as displayed again."""
    path = folder / "turned.pdf"
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=600)
        page.insert_text((40, 60), "Amber lighthouse stands here.")
        page.set_rotation(90)
        document.save(path)
    item, state = opened(browser, path)
    assert state["sheets"] == [[600, 400]]
    words = browser.get(f"/api/files/{item.id}/pages/1/words").json
    x0 = min(word[0] for word in words) - 2
    y0, x1, y1 = (
        min(word[1] for word in words) - 2,
        max(word[2] for word in words) + 2,
        max(word[3] for word in words) + 2,
    )
    act(browser, item, "areas", revision=state["revision"], areas=[[1, [x0, y0, x1, y1]]], reason="All of it.")
    state = settled(browser, item)
    (box,) = next(f for f in state["findings"] if f["entity"] == "MARKED_AREA")["boxes"]
    assert box == pytest.approx([x0, y0, x1, y1], abs=0.2)
    assert made(browser, item)["state"] == "proved"
    with pymupdf.open(item.copy.pdf) as copy:
        assert "lighthouse" not in copy[0].get_text()


def test_a_decision_can_hold_in_the_whole_queue(browser, letter, folder):
    """The same value in the other letter is settled in that letter's own file, under that file's own key."""
    other = Path(shutil.copy(LETTER, folder / "other.pdf"))
    item, state = opened(browser, letter)
    second, _ = opened(browser, other)
    one = open_ones(state)[0]
    answer = act(
        browser, item, "decide", revision=state["revision"], findings=[one["id"]], action="keep", reason="Public.",
        everywhere=True,
    )  # fmt: skip
    assert "2 places" in answer.json["said"]
    settled(browser, second)
    (here,), (there,) = saved(letter).decisions, saved(other).decisions
    assert here.fingerprint != there.fingerprint and here.entity == there.entity


def test_a_document_that_is_not_searched_yet_is_named(browser, letter, folder):
    """A decision for the whole queue cannot reach it, and says so."""
    item, state = opened(browser, letter)
    second, _ = opened(browser, Path(shutil.copy(LETTER, folder / "other.pdf")))
    second.report = None
    one = open_ones(state)[0]
    answer = act(
        browser, item, "decide", revision=state["revision"], findings=[one["id"]], action="keep", reason="Public.",
        everywhere=True,
    )  # fmt: skip
    assert "1 place. Saved. 1 document is not searched yet" in answer.json["said"]


def test_release_waits_for_what_is_open_and_for_eyes_and_a_name(browser, letter):
    """Nothing is offered while something is open, before somebody has looked, or without a name."""
    item, state = opened(browser, letter)
    assert made(browser, item)["state"] == "proved"
    early = act(browser, item, "release", revision=state["revision"], looked=True, released_by="J. Officer")
    assert early.status == 422 and "open" in early.json["error"]
    state = settle_all(browser, item, state)
    stale = act(browser, item, "release", revision=state["revision"], looked=True, released_by="J. Officer")
    assert stale.status == 409, "the copy is of earlier decisions"
    told = made(browser, item)
    assert told["state"] == "proved" and told["issues"] and not told["open"]
    assert {status for _, _, status in told["checks"]} == {"pass"}
    assert {code for code, _, _ in told["checks"]} >= ESSENTIAL
    unseen = act(browser, item, "release", revision=state["revision"], released_by="J. Officer")
    assert unseen.status == 422 and unseen.json["where"] == "looked"
    unnamed = act(browser, item, "release", revision=state["revision"], looked=True)
    assert unnamed.json["where"] == "released_by"
    assert browser.get(f"/files/{item.id}/download/copy").status == 404
    done = act(browser, item, "release", revision=state["revision"], looked=True, released_by="J. Officer")
    assert done.status == 200
    copy = browser.get(f"/files/{item.id}/download/copy")
    assert copy.body.startswith(b"%PDF") and "attachment" in copy.headers["content-disposition"]
    schedule = browser.get(f"/files/{item.id}/download/schedule").text
    assert "s40(2)" in schedule and "Venkataraman" not in schedule
    report = browser.get(f"/files/{item.id}/download/data").json
    assert "Venkataraman" not in str(report) and "J. Officer" in str(report)
    printed = browser.get(f"/files/{item.id}/schedule").text
    assert "Released" in printed and "Venkataraman" not in printed
    assert printed.count("<tr>") - 2 == schedule.count("\r\n") - 1, "one row each, as in the spreadsheet"
    assert "J. Officer</dd>" in printed and "Kept by a person" in printed and "s40(2)" in printed
    one = next(f for f in state["findings"] if f["action"] == "redact")
    act(browser, item, "decide", revision=state["revision"], findings=[one["id"]], action="keep", reason="After all.")
    assert browser.get(f"/files/{item.id}/download/copy").status == 404, "what was decided since is not in it"
    assert settled(browser, item)["verdict"] != "released"


def test_a_second_person_is_asked_for_where_the_policy_says_so(browser, letter, monkeypatch):
    """Without a name, or with the same name, nothing is released."""
    item, state = opened(browser, letter)
    state = settle_all(browser, item, state)
    made(browser, item)
    policy = browser.desk.policy
    strict = policy.model_copy(update={"release": policy.release.model_copy(update={"second_person": True})})
    monkeypatch.setattr(browser.desk._engine, "_policy", strict)
    order = {"revision": state["revision"], "looked": True, "released_by": "J. Officer"}
    for name in ("", "j. officer ", "J. OFFICER"):
        answer = act(browser, item, "release", **order, approved_by=name)
        assert answer.status == 422 and answer.json["where"] == "approved_by"
    assert act(browser, item, "release", **order, approved_by="S. Manager").status == 200
    assert "S. Manager" in browser.get(f"/files/{item.id}/download/data").text
    assert saved(letter).approved(item.sha256).by == "S. Manager", "the command line honours it too"


def test_a_copy_that_is_refused_says_why_and_is_not_offered(browser, letter, monkeypatch):
    """The writer could not do it safely: the reason is told, with what to do, and no file; then it may be tried again."""
    item, state = opened(browser, letter)

    def unable(*_arguments, **_options):
        raise RedactionError("could not be made: a name stands in a pattern", remedy="Print it to PDF anew.")

    with monkeypatch.context() as patched:
        patched.setattr(browser.desk.engine, "redact", unable)
        told = made(browser, item)
    assert told["state"] == "refused" and "pattern" in told["problem"] and told["remedy"]
    answer = act(browser, item, "release", revision=state["revision"], looked=True, released_by="J. Officer")
    assert answer.status == 422
    assert browser.get(f"/files/{item.id}/download/copy").status == 404
    assert made(browser, item)["state"] == "proved"


def test_a_letter_called_after_its_requester_is_released_under_the_reference(browser, folder):
    """Nobody can give the copy a name on the page, so its own name must not be what holds the release."""
    path = Path(shutil.copy(LETTER, folder / "letter-for-amara-venkataraman.pdf"))
    item, state = opened(browser, path)
    state = settle_all(browser, item, state)
    told = made(browser, item)
    assert told["state"] == "proved", told
    order = {"revision": state["revision"], "looked": True, "released_by": "J. Officer"}
    assert act(browser, item, "release", **order).status == 200
    for kind in ("copy", "schedule", "report", "data"):
        name = browser.get(f"/files/{item.id}/download/{kind}").headers["content-disposition"]
        assert "FOI-2025-0318" in name and "venkataraman" not in name.lower()


def test_an_encrypted_file_asks_for_its_password(browser, letter, folder):
    """The wrong one asks again, the right one opens, and the copy is made with it."""
    path = folder / "locked.pdf"
    with pikepdf.open(letter) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="open sesame", owner="other"))
    item, state = opened(browser, path)
    assert state["state"] == "locked" and state["findings"] == [] and state["wrong"] is False
    act(browser, item, "password", password="wrong")
    again = settled(browser, item)
    assert again["state"] == "locked" and again["wrong"] is True and again["shelf"] > state["shelf"]
    act(browser, item, "password", password="open sesame")
    state = settled(browser, item)
    assert state["state"] == "checked" and state["findings"]
    assert made(browser, item)["state"] == "proved"
    assert b"open sesame" not in b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


@pytest.mark.parametrize(
    ("name", "content"), [("empty.pdf", b""), ("notes.pdf", b"Not a PDF."), ("cut.pdf", b"%PDF-1.7\n1 0 obj")]
)
def test_what_cannot_be_read_says_so(browser, folder, name, content):
    """In words, with what to do."""
    path = folder / name
    path.write_bytes(content)
    _, state = opened(browser, path)
    assert state["state"] == "failed" and state["problem"] and state["remedy"]


def test_a_dropped_file_is_searched_and_gone_afterwards(browser, letter):
    """It lies in the desk's own folder under its own name, and leaves with its row."""
    answer = browser.ask("PUT", "/api/files", letter.read_bytes(), x_file_name="Reply%20to%20caf%C3%A9.pdf")
    assert answer.status == 201
    item = browser.desk.items[answer.json["id"]]
    assert settled(browser, item)["name"] == "Reply to café.pdf"
    assert item.path.is_relative_to(browser.desk.folder)
    place = item.path
    assert browser.ask("DELETE", f"/api/files/{item.id}", b"").status == 200
    assert not place.parent.exists()


@pytest.mark.parametrize("declared", [True, False])
def test_a_file_larger_than_allowed_is_refused_on_the_way(browser, declared):
    """By what it says of its length, and by what arrives; nothing of it stays."""
    before = set(browser.desk.folder.iterdir())
    headers = {"x_file_name": "big.pdf", **({"content_length": str(10**10)} if declared else {})}
    answer = browser.ask("PUT", "/api/files", [b"%PDF-1.7" + b"0" * 2_000_000, b"0" * 2_000_000], **headers)
    assert answer.status == 413 and "larger than" in answer.json["error"]
    assert set(browser.desk.folder.iterdir()) == before


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("..", "document.pdf"),
        ("", "document.pdf"),
        ("a\x00b\n.pdf", "ab.pdf"),
        (".hidden.pdf", "hidden.pdf"),
        ("x" * 900 + ".pdf", "x" * 176 + ".pdf"),
        ("Réponse à 4.pdf", "Réponse à 4.pdf"),
    ],
)
def test_the_name_of_a_dropped_file_names_a_file_in_its_folder(given, kept):
    """Never a path, never a control character, never too long for a disk."""
    from redactor.desk.uploads import safe_name

    assert safe_name(given) == kept


def test_pages_come_as_pictures_of_the_size_asked_for(browser, letter):
    """Drawn by the redactor's own engine; a page that is not there is not found."""
    item, _ = opened(browser, letter)
    small = browser.get(f"/files/{item.id}/pages/1.png?scale=0.5")
    large = browser.get(f"/files/{item.id}/pages/1.png?scale=2")
    assert small.headers["content-type"] == "image/png" and small.headers["cache-control"] == "no-store"
    assert pymupdf.Pixmap(large.body).width == pytest.approx(4 * pymupdf.Pixmap(small.body).width, abs=4)
    for path in (
        "pages/0.png",
        "pages/5.png",
        "pages/1.png?scale=nan&copy=1",
        "pages/1.png?scale=x",
        "pages/1.png?copy=1",
    ):
        assert browser.get(f"/files/{item.id}/{path}").status == 404


def test_no_entry_is_made_for_a_finding_that_is_not_there(browser, letter):
    """A made-up id decides nothing."""
    item, state = opened(browser, letter)
    answer = act(
        browser, item, "decide", revision=state["revision"], findings=["F-0000000000"], action="keep", reason="One."
    )
    assert answer.status == 409
    assert isinstance(Entry, type) and not letter.with_name("reply.decisions.yaml").exists()
