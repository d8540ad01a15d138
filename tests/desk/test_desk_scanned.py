"""The database of a scan opens as a queue: worst first, by path, with what is missing said, and no value in it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pymupdf
import pytest
from asgi import Browser, desk

from redactor.archive import place as places
from redactor.archive.listing import Listed
from redactor.archive.outcome import FoundRow, IssueRow, Looked, Member, Outcome
from redactor.archive.setup import Setup
from redactor.archive.state import State
from redactor.archive.store import open_store
from redactor.desk import scanned
from redactor.errors import UsageError

SETUP = Setup("digest", "archive-scan", "policy", "tool", "model", "publish")
VALUE = "Amara Okonkwo-Reid"


def finding(number, action, *, covered=False):
    return FoundRow(number, "PERSON", action, 1, "body", covered, 0.9, "T", "s40(2)", "A*** O***", b"\x01" * 16)


def outcome(verdict, *found, blocks=()):
    issues = tuple(IssueRow(n, code, "block", None, "A problem.") for n, code in enumerate(blocks))
    return Outcome(state=State.DONE, verdict=verdict, unchecked=False, code="", message="", pages=1, year=2019, marks=0,
                   seconds=0.1, sketch=b"", findings=tuple(found), issues=issues)  # fmt: skip


def letter(path, text="Nothing of note."):
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 90), text)
        document.save(path)
    return path


@pytest.fixture
def archive(tmp_path):
    """Seven files of a scan: every way in which one can need somebody, and one that needs nobody."""
    folder = tmp_path / "published"
    folder.mkdir()
    ends = {
        "open.pdf": outcome("review", finding(1, "review")),
        "fine.pdf": outcome("ready"),
        "many.pdf": outcome("blocked", *(finding(n, "redact") for n in range(3)), blocks=["P601"]),
        "covered.pdf": outcome("blocked", finding(1, "redact", covered=True), blocks=["P601", "R301"]),
        "missing.pdf": outcome("blocked", finding(1, "redact"), blocks=["P601"]),
    }
    database = tmp_path / "results.sqlite"
    with open_store(str(database)) as store:
        store.begin(SETUP, "redactor scan")
        for name in ends:
            letter(folder / name, VALUE if name == "covered.pdf" else name)
        broken = folder / "broken.pdf"
        broken.write_bytes(b"%PDF-1.7")
        paths = [*(folder / name for name in ends), broken, folder / "old.zip"]
        store.write_list(Listed(places.of_path(path)) for path in paths)
        numbers = {place.name: (number, place) for number, place in store.waiting(attempts=0)}
        for name, end in ends.items():
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            store.finish([([numbers[name][0]], Looked(digest, name, 1, "pdf", State.WAITING), end)])
        unread = Looked("", "broken.pdf", 8, "pdf", State.UNREADABLE, "D501", "The file is damaged.")
        store.settle(numbers["broken.pdf"][0], unread)
        number, zipped = numbers["old.zip"]
        store.open_zip(number, zipped, Looked("", "old.zip", 1, "zip", State.OPENED, members=(Member(0, "in.pdf"),)))
        (packed,) = [one for one, place in store.waiting(attempts=0) if place.members]
        end = outcome("review", *(finding(n, "review") for n in range(2)))
        store.finish([([packed], Looked("f" * 64, "in.pdf", 1, "pdf", State.WAITING), end)])
        store.end("finished")
    (folder / "missing.pdf").unlink()
    return database


@pytest.fixture
def browser(archive):
    """A desk that was opened on the database, without its engine."""
    listed, said = scanned.queue(str(archive))
    made = desk(listed=listed, scan=said)
    made.look = made.check = lambda _item: None
    made._begin_looking = made._begin_working = lambda: None
    made.start()
    yield Browser(made)
    made.close()


def rows(browser):
    return browser.get("/api/files").json["files"]


def test_the_worst_is_first_and_what_needs_nobody_is_left_out(archive):
    """Readable under a redaction, then what must go, then what could not be read, then what is open."""
    listed, said = scanned.queue(str(archive))
    names = [Path(one.shown).name for one in listed]
    assert names == ["covered.pdf", "many.pdf", "missing.pdf", "broken.pdf", "in.pdf", "open.pdf"]
    assert said == "7 files were scanned, 6 need somebody; all of these are below."
    few, said = scanned.queue(str(archive), most=2)
    assert [one.rank for one in few] == [0, 1] and "the worst 2 of these" in said


def test_the_queue_names_paths_counts_and_what_is_missing(browser, archive):
    """In the scan's order, whatever each row says; a file that is not there cannot be opened and says why."""
    told = rows(browser)
    assert [Path(row["path"]).name for row in told] == [
        "covered.pdf", "many.pdf", "missing.pdf", "broken.pdf", "in.pdf", "open.pdf",
    ]  # fmt: skip
    by_name = {row["name"]: row for row in told}
    assert str(archive.parent / "published") in by_name["many.pdf"]["path"]
    assert by_name["covered.pdf"]["scan"] == "1 place readable under a redaction, 1 place to remove"
    assert by_name["covered.pdf"]["verdict"] == "blocked"
    assert by_name["many.pdf"]["verdict"] == "review", "what redaction settles blocks nothing"
    assert by_name["missing.pdf"]["state"] == "failed" and "no longer" in by_name["missing.pdf"]["problem"]
    assert by_name["in.pdf"]["state"] == "failed" and "ZIP" in by_name["in.pdf"]["problem"]
    assert "damaged" in by_name["broken.pdf"]["scan"] and not by_name["broken.pdf"]["verdict"]


def test_the_queue_holds_no_value(browser):
    """Not even masked: a database holds none in clear, and a list of files needs none."""
    text = json.dumps(rows(browser)) + browser.get("/?list=1").text
    assert VALUE not in text and "A***" not in text and "01" * 16 not in text


def test_a_file_is_searched_when_it_is_opened_and_not_before(browser):
    """Five hundred files are not searched because somebody wants to see one."""
    asked = []
    browser.desk.check = asked.append
    items = {item.name: item for item in browser.desk.items.values()}
    rows(browser)
    assert asked == []
    assert browser.get(f"/files/{items['many.pdf'].id}").status == 200
    browser.get(f"/api/files/{items['many.pdf'].id}")
    browser.get(f"/files/{items['missing.pdf'].id}")
    assert asked == [items["many.pdf"]] and items["many.pdf"].state == "waiting"
    assert items["covered.pdf"].state == "listed"


def test_a_decision_for_the_whole_queue_writes_nothing_beside_files_nobody_opened(browser):
    """An archive is not filled with decisions files."""
    from redactor.desk.acts import _others

    items = {item.name: item for item in browser.desk.items.values()}
    for name in ("many.pdf", "open.pdf"):
        browser.get(f"/files/{items[name].id}")
    assert _others(browser.desk, items["many.pdf"]) == [items["open.pdf"]]


def test_what_is_no_database_of_a_scan_is_refused(tmp_path):
    """Another program's database is a usage error that names it; a PDF is no database."""
    import sqlite3

    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    connection.close()
    assert scanned.is_database(str(other)) and not scanned.is_database(str(letter(tmp_path / "letter.pdf")))
    assert not scanned.is_database(str(tmp_path / "nowhere"))
    with pytest.raises(UsageError):
        scanned.queue(str(other))
