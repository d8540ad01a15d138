"""What happens meanwhile: another program writes, two windows decide at once, two documents go to one folder."""

from __future__ import annotations

import hashlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from asgi import Browser, desk

from redactor import decisions as files
from redactor.decisions import Addition
from redactor.desk import acts, copying, meanwhile
from redactor.desk.item import Copy, Making, State
from redactor.desk.orders import AddTerm


@pytest.fixture
def shelf(tmp_path):
    """Makes desks whose engine does not run, and closes them."""
    made = []

    def make(**settings):
        made.append(desk(**settings))
        return Browser(made[-1])

    yield make
    for one in made:
        one.close()


def searched(browser, path):
    """Put a file on the desk as if it had been searched, with nothing found in it."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(f"%PDF-1.7 {path}".encode())
    item = browser.desk.add(path)
    item.state, item.checked = State.CHECKED, item.revision
    item.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    item.report = SimpleNamespace(findings=(), issues=(), open_items=())
    return item


def proved(browser, item):
    """Give a document a copy as if it had been made and proved under the decisions as they are."""
    folder = browser.desk.folder / item.id
    folder.mkdir(exist_ok=True)
    pdf = folder / f"{item.path.stem}.redacted.pdf"
    pdf.write_bytes(f"%PDF-1.7 copy of {item.path}".encode())
    report = SimpleNamespace(findings=(), issues=(), checks=(), details={})
    item.copy = Copy(state=Making.PROVED, revision=item.revision, folder=folder, pdf=pdf, report=report)
    return pdf


def release(browser, item, **order):
    return browser.post(
        f"/api/files/{item.id}/release", {"revision": item.revision, "released_by": "J. Officer", **order}
    )


@pytest.fixture
def bare(monkeypatch):
    """Release without the papers, which need a real report."""
    monkeypatch.setattr(copying, "_papers", lambda pdf, _report: {"copy": pdf})
    monkeypatch.setattr(copying.dataclasses, "replace", lambda report, **_: report)
    monkeypatch.setattr("redactor.desk.views.document", lambda *_: {})


def decided_elsewhere(path):
    """Write into a decisions file as a colleague's `redactor decide` does."""
    before = files.load(path) if path.exists() else files.empty()
    files.save(files.record(before, additions=[Addition(term="Bridge Street", reason="By command.")]), path)


@pytest.mark.parametrize("shared", [False, True])
def test_what_a_colleague_decided_since_the_copy_was_made_holds_its_release(shelf, tmp_path, bare, shared):
    """The copy lacks what they want gone: it is not offered, and the document is searched again."""
    path = tmp_path / ("all.yaml" if shared else "reply.decisions.yaml")
    browser = shelf(decisions=path if shared else None)
    item = searched(browser, tmp_path / "reply.pdf")
    browser.desk.ledger(item)
    proved(browser, item)
    decided_elsewhere(path)
    before = item.revision
    answer = release(browser, item)
    assert answer.status == 409 and "decisions file" in answer.json["error"]
    assert not item.released and item.revision > before and "another program" in item.notice
    proved(browser, item)
    assert release(browser, item).status == 200, "with a copy of the decisions as they are now"


def test_a_change_noticed_in_one_document_is_one_of_all_that_share_the_file(shelf, tmp_path, bare):
    """The other window looks first; this document's copy is of the earlier decisions all the same."""
    path = tmp_path / "all.yaml"
    browser = shelf(decisions=path)
    first, second = (searched(browser, tmp_path / name) for name in ("one.pdf", "two.pdf"))
    for item in (first, second):
        browser.desk.ledger(item)
        proved(browser, item)
    decided_elsewhere(path)
    assert release(browser, first).status == 409
    assert release(browser, second).status == 409 and not second.released


def test_a_copy_is_made_of_the_decisions_as_they_lie_on_disk(shelf, tmp_path):
    """A preview of decisions that are out of date would show what nobody gets."""
    browser = shelf()
    item = searched(browser, tmp_path / "reply.pdf")
    browser.desk.ledger(item)
    decided_elsewhere(tmp_path / "reply.decisions.yaml")
    assert browser.post(f"/api/files/{item.id}/copy").status == 409
    assert [one.term for one in browser.desk.ledger(item).current.additions] == ["Bridge Street"]


def test_a_second_letter_of_the_same_name_is_not_written_over_the_first(shelf, tmp_path, bare):
    """Two requests, two letters called reply.pdf, one folder: the first one's copy stays what it is."""
    output = tmp_path / "out"
    output.mkdir()
    browser = shelf(output=output)
    first, second = (searched(browser, tmp_path / name / "reply.pdf") for name in ("a", "b"))
    for item in (first, second):
        proved(browser, item)
    assert release(browser, first).status == 200
    kept = (output / "reply.redacted.pdf").read_bytes()
    answer = release(browser, second)
    assert answer.status == 422 and "exists already" in answer.json["error"]
    assert (output / "reply.redacted.pdf").read_bytes() == kept and not second.released
    first.revision += 1
    proved_again = first.copy.pdf
    proved_again.write_bytes(b"%PDF-1.7 after another decision")
    first.copy.revision, first.copy.released = first.revision, {}
    assert release(browser, first).status == 200, "its own it may write anew"
    assert (output / "reply.redacted.pdf").read_bytes() == b"%PDF-1.7 after another decision"


@pytest.mark.parametrize("content", ["salt: [", "nonsense: 1\n", "\x00", "- 1\n", ""])
def test_a_decisions_file_that_cannot_be_read_is_said_on_the_page(shelf, tmp_path, content):
    """Somebody edited it by hand: the page names the file and what is wrong, and does not wait for ever."""
    (tmp_path / "reply.decisions.yaml").write_text(content)
    (tmp_path / "reply.pdf").write_bytes(b"%PDF-1.7")
    browser = shelf()
    item = browser.desk.add(tmp_path / "reply.pdf")
    browser.desk.problem = "stop here"  # no engine: a search would end at once
    browser.desk._work.shutdown(wait=True)
    answer = browser.get(f"/api/files/{item.id}")
    assert answer.status == 200, answer.text
    state = answer.json
    assert state["state"] == "failed" and "decisions" in state["problem"] and state["remedy"]
    (tmp_path / "reply.decisions.yaml").unlink()
    assert browser.post(f"/api/files/{item.id}/again").status == 200


def test_try_again_makes_a_refused_copy_anew(shelf, tmp_path, monkeypatch):
    """The disk was full, or the search took too long: the button does what it says."""
    browser = shelf()
    monkeypatch.setattr("redactor.desk.views.document", lambda *_: {})
    orders = []
    monkeypatch.setattr(browser.desk, "later", lambda work, *_: orders.append(work.__name__))
    item = searched(browser, tmp_path / "reply.pdf")
    orders.clear()
    for state, again in ((Making.REFUSED, 1), (Making.RUNNING, 1), (Making.PROVED, 1), (Making.NONE, 2)):
        item.copy = Copy(state=state, revision=item.revision)
        assert browser.post(f"/api/files/{item.id}/copy").status == 200
        assert orders == ["_make"] * again, state


def test_two_windows_that_decide_at_once_lose_nothing_and_never_stand_still(shelf, tmp_path, monkeypatch):
    """One decisions file for two documents: every term of both is in it at the end."""
    path = tmp_path / "all.yaml"
    browser = shelf(decisions=path)
    items = [searched(browser, tmp_path / name) for name in ("one.pdf", "two.pdf")]
    for item in items:
        browser.desk.ledger(item)
    monkeypatch.setattr(browser.desk, "check", lambda _item: None)
    wanted, start = 12, threading.Barrier(2)

    def terms(item):
        start.wait()
        for number in range(wanted):
            while True:
                try:
                    order = AddTerm(revision=item.revision, term=f"{item.path.stem} {number}", reason="Named.")
                    acts.add_term(browser.desk, item, order)
                    break
                except meanwhile.StaleError:
                    continue

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(terms, item) for item in items]:
            done.result(60)
    saved = {one.term for one in files.load(path).additions}
    assert saved == {f"{name} {number}" for name in ("one", "two") for number in range(wanted)}


def test_a_term_for_the_whole_queue_is_put_beside_what_a_colleague_wrote(shelf, tmp_path, monkeypatch):
    """Their term in the other document's file stays, ours joins it, and nobody is told that nothing was saved."""
    browser = shelf()
    first, second = (searched(browser, tmp_path / name) for name in ("one.pdf", "two.pdf"))
    browser.desk.ledger(second)
    decided_elsewhere(tmp_path / "two.decisions.yaml")
    monkeypatch.setattr("redactor.desk.views.document", lambda *_: {})
    order = {"revision": first.revision, "term": "Tannery Row", "reason": "Home.", "everywhere": True}
    assert browser.post(f"/api/files/{first.id}/term", order).status == 200
    saved = {one.term for one in files.load(tmp_path / "two.decisions.yaml").additions}
    assert saved == {"Bridge Street", "Tannery Row"} and "another program" in second.notice


def test_a_file_that_did_not_move_is_not_read_again_to_be_looked_at(shelf, tmp_path, monkeypatch):
    """The page asks several times a second; before a decision or a release the bytes themselves are compared."""
    browser = shelf()
    item = searched(browser, tmp_path / "reply.pdf")
    read = []
    digest = meanwhile._digest
    monkeypatch.setattr(meanwhile, "_digest", lambda path: read.append(path) or digest(path))
    for _ in range(5):
        assert not meanwhile.file_changed(browser.desk, item)
    assert len(read) == 1
    meanwhile.refuse(browser.desk, item)
    assert len(read) == 2
    item.path.write_bytes(b"%PDF-1.7 saved anew")
    assert meanwhile.file_changed(browser.desk, item) and "searched again" in item.notice


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("what", ["pipe", "folder", "large"])
def test_what_lies_under_the_name_of_a_decisions_file_cannot_hold_the_desk(shelf, tmp_path, what):
    """In a folder that others write to, a pipe would make the desk wait for ever, and a huge file would fill memory."""
    path = tmp_path / "reply.decisions.yaml"
    if what == "large":
        with path.open("wb") as stream:
            stream.truncate(50 * 1024**3)
    else:
        os.mkfifo(path) if what == "pipe" else path.mkdir()
    (tmp_path / "reply.pdf").write_bytes(b"%PDF-1.7")
    browser = shelf()
    item = browser.desk.add(tmp_path / "reply.pdf")
    browser.desk._work.shutdown(wait=True)
    state = browser.get(f"/api/files/{item.id}").json
    assert state["state"] == "failed" and "decisions file" in state["problem"] and state["remedy"]


def test_undo_takes_back_what_was_decided_in_the_whole_queue(shelf, tmp_path, monkeypatch):
    """In one document alone, the others would go out under a decision that the officer thinks is gone."""
    browser = shelf()
    first, second, third = (searched(browser, tmp_path / f"{name}.pdf") for name in ("one", "two", "three"))
    monkeypatch.setattr("redactor.desk.views.document", lambda *_: {})

    def terms():
        paths = [item.path.with_name(f"{item.path.stem}.decisions.yaml") for item in (first, second, third)]
        return [{one.term for one in files.load(path).additions} for path in paths]

    def act(item, name, **order):
        answer = browser.post(f"/api/files/{item.id}/{name}", order)
        assert answer.status == 200, answer.text
        return answer.json["said"]

    order = {"term": "Tannery Row", "reason": "Home.", "everywhere": True}
    act(first, "term", revision=first.revision, **order)
    assert act(first, "undo") == "Undone, here and in 2 other documents. Saved."
    assert terms() == [set()] * 3
    assert act(second, "redo") == "Done again, here and in 2 other documents. Saved."
    assert terms() == [{"Tannery Row"}] * 3
    act(third, "term", revision=third.revision, term="Bridge Street", reason="Here alone.")
    assert (
        act(first, "undo")
        == "Undone, here and in 1 other document. Saved. 1 other document decided on since: look there."
    )
    assert terms() == [set(), set(), {"Tannery Row", "Bridge Street"}]
    assert act(third, "undo") == "Undone. Saved." and terms()[2] == {"Tannery Row"}
