"""Only this person's browser on our own page gets anything from the desk, and it is told to run nothing but our scripts."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest
from asgi import Browser, awaited, desk

from redactor.desk.safety import HEADERS, Keys
from redactor.desk.server import Server
from redactor.desk.settings import DeskSettings
from redactor.model import Case


@pytest.fixture
def browser(tmp_path):
    made = desk()
    yield Browser(made)
    made.close()


@pytest.fixture
def document(browser, tmp_path):
    """A document on the desk; its engine is not running."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7 not really")
    return browser.desk.add(path)


READS = ["/", "/?list=1", "/api/files", "/static/desk.css", "/api/events"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:51234", "127.0.0.1:51235", "", None])
def test_a_wrong_host_is_refused_before_anything_else(browser, host):
    """DNS rebinding: the name in the address bar is not ours, whatever cookie comes with it."""
    answer = browser.get("/", host=host)
    assert answer.status == 421 and "set-cookie" not in answer.headers


def test_two_hosts_are_refused(browser):
    """A proxy and a server could each believe another one of them."""
    from asgi import _ask

    class Twice(dict):
        def items(self):
            return [*super().items(), ("host", "evil.example")]

    answer = awaited(_ask(browser.app, "GET", "/", b"", Twice(host=browser.keys.host, cookie=browser.cookie)))
    assert answer.status == 421


@pytest.mark.parametrize("path", READS[:-1])
def test_without_the_cookie_nothing_is_told(browser, path):
    """Another user of this computer can reach the port, and gets one sentence from it."""
    for cookie in (None, "", "desk51234=wrong", browser.cookie[:-1], "desk51234=\xff", "=;=;"):
        answer = browser.get(path, cookie=cookie)
        assert answer.status == 403 and b"redactor review" in answer.body


def test_the_address_opens_the_desk_once(browser):
    """A replayed login is refused; the browser that has the cookie already is let in."""
    path = Browser(browser.desk, logged_in=False).keys.address
    fresh = Keys(51234)
    first = Browser(browser.desk, keys=fresh, logged_in=False)
    path = fresh.address.removeprefix(fresh.origin)
    answer = first.get(path)
    assert answer.status == 303 and answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie
    assert first.get(path).status == 403, "the address works once"
    first.cookie = answer.headers["set-cookie"].split(";")[0]
    assert first.get(path).status == 303, "who is in already goes to the page"
    assert fresh.address.endswith("/open/"), "the spent secret is shown nowhere"


@pytest.mark.parametrize("path", ["/open/", "/open/x", "/open/%00", "/open/../static/desk.css"])
def test_a_wrong_login_is_refused_and_does_not_spend_the_right_one(path):
    """Guessing costs the officer nothing."""
    made = desk()
    try:
        stranger = Browser(made, logged_in=False)
        right = stranger.keys.address.removeprefix(stranger.keys.origin)
        assert stranger.get(path).status == 403
        assert stranger.get(right).status == 303
    finally:
        made.close()


WRITES = ["decide", "term", "areas", "take-away", "undo", "redo", "password", "copy", "release", "again"]


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": None},
        {"origin": "http://localhost:51234"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"sec_fetch_site": None},
        {"x_desk": None},
        {"x_desk": "guess"},
        {"cookie": None},
    ],
    ids=str,
)
def test_a_write_that_is_not_our_pages_is_refused(browser, document, changed):
    """Foreign Origin, another site or port, no header, no cookie: nothing is done."""
    for path in [*(f"/api/files/{document.id}/{act}" for act in WRITES), "/api/finish"]:
        assert browser.post(path, {}, **changed).status == 403, path
    assert browser.ask("PUT", "/api/files", b"%PDF-1.7", **changed).status == 403
    assert browser.ask("DELETE", f"/api/files/{document.id}", b"", **changed).status == 403
    assert list(browser.desk.items) == [document.id] and not browser.stopped


def test_another_sites_page_cannot_even_read(browser):
    """A picture or script tag on somebody's page says where it stands."""
    for site in ("cross-site", "same-site", "nonsense"):
        assert browser.get("/api/files", sec_fetch_site=site).status == 403


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "POST"])
def test_no_other_method_does_anything(browser, document, method):
    """An address answers only to what it is for."""
    assert browser.ask(method, f"/api/files/{document.id}/decide", b"{}").status in {400, 405, 409, 422}
    assert browser.ask(method, "/", b"").status == 405


def test_every_answer_carries_the_safe_headers(browser, document):
    """Pages, scripts, pictures, refusals and errors alike: nothing cached, nothing framed, no script but ours."""
    paths = [*READS[:-1], f"/files/{document.id}", "/nowhere", "/files/none", f"/files/{document.id}/pages/1.png"]
    answers = [browser.get(path) for path in paths]
    answers += [
        browser.get("/", host="evil.example"),
        browser.get("/", cookie=None),
        browser.post("/api/finish", origin="x"),
    ]
    for answer in answers:
        for name, value in HEADERS.items():
            assert answer.headers[name.lower()] == value
        assert "server" not in answer.headers
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy


def test_an_internal_error_tells_its_kind_and_nothing_else(browser, document, monkeypatch, capsys, caplog):
    """What went wrong may quote the letter, so neither answer nor log has the message."""

    def broken(*_arguments):
        raise ValueError("Amara Okonkwo-Reid")

    monkeypatch.setattr("redactor.desk.views.document", broken)
    answer = browser.get(f"/api/files/{document.id}")
    assert answer.status == 500 and b"ValueError" in answer.body and b"Amara" not in answer.body
    out, err = capsys.readouterr()
    assert "Amara" not in out + err + caplog.text


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "../app.py",
        "..%2f..%2fapp.py",
        "%2e%2e/app.py",
        "desk.css/../../app.py",
        "..\\app.py",
        "/etc/passwd",
        "tsconfig.json",
    ],
)
def test_static_files_are_those_of_one_list(browser, name):
    """No name leads out of the folder, however it is written."""
    assert browser.get(f"/static/{name}").status == 404


@pytest.mark.parametrize("identity", ["..", "%2e%2e", "../../etc/passwd", "1", "", "\x00", "a" * 5000])
def test_documents_are_known_by_opaque_ids_alone(browser, document, identity):
    """A path, a number or nonsense names no document."""
    for path in (f"/files/{identity}", f"/api/files/{identity}", f"/files/{identity}/download/copy"):
        assert browser.get(path).status in {404, 405}
    assert len(document.id) >= 16


@pytest.mark.parametrize("kind", ["copy", "schedule", "report", "data", "decisions", "../x", "source"])
def test_nothing_is_downloaded_before_release(browser, document, kind):
    """Neither the copy nor the source, by any name."""
    assert browser.get(f"/files/{document.id}/download/{kind}").status in {404, 405}


def test_answers_never_name_a_path(browser, document, tmp_path):
    """The browser is told a file's name and never where it lies."""
    for path in ("/api/files", f"/api/files/{document.id}", f"/files/{document.id}"):
        assert str(tmp_path) not in browser.get(path).text
        assert str(browser.desk.folder) not in browser.get(path).text


def test_a_script_in_a_file_name_is_text(browser, tmp_path):
    """The name is on the page and in the list, and is markup in neither."""
    name = '<img src=x onerror=alert(1)>"\u202egnp.pdf'
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7")
    item = browser.desk.add(path)
    html = browser.get(f"/files/{item.id}").text
    assert "<img src=x" not in html and "&lt;img src=x" in html and "\u202e" not in html
    assert browser.get("/api/files").headers["content-type"] == "application/json"


def test_an_order_larger_than_any_we_make_is_refused(browser, document):
    """Before it is parsed."""
    assert browser.ask("POST", f"/api/files/{document.id}/decide", [b" " * 100_000] * 4).status == 413


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"null", b'{"revision": -1}', b'{"revision": 0, "more": 1}', b"\xff"]
)
def test_an_order_of_another_shape_is_refused(browser, document, body):
    """Unknown keys, wrong types, no JSON: refused in words, and nothing is saved."""
    for act in ("decide", "term", "areas", "take-away", "release", "password"):
        assert browser.ask("POST", f"/api/files/{document.id}/{act}", body).status in {400, 422}
    assert not document.path.with_name("letter.decisions.yaml").exists()


def test_a_password_never_comes_back(browser, document):
    """Neither in an error nor in the document's state."""
    answer = browser.post(f"/api/files/{document.id}/password", {"password": ["hunter2hunter2"]})
    assert answer.status == 400 and b"hunter2" not in answer.body
    document.password = "hunter2hunter2"
    assert b"hunter2" not in browser.get(f"/api/files/{document.id}").body
    assert "hunter2" not in repr(document)


def test_the_desks_folder_is_private_and_goes_with_it(browser):
    """Uploads and copies lie where no other user looks, and are gone when the desk closes."""
    folder = browser.desk.folder
    assert os.name != "posix" or stat.S_IMODE(folder.stat().st_mode) == 0o700
    browser.desk.close()
    assert not folder.exists()


def test_the_server_listens_on_this_computer_alone():
    """127.0.0.1, at a port that the system chose, and no other address."""
    server = Server(DeskSettings(files=(), policy="uk-foi", case_for=lambda _policy: Case()))
    try:
        assert server._socket.getsockname()[0] == "127.0.0.1"
        assert server.keys.host == f"127.0.0.1:{server._socket.getsockname()[1]}"
    finally:
        server.desk.close()
        server._socket.close()


TABLE = """  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:C822 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1
   1: 0100007F:9C40 0100007F:C822 01 00000000:00000000 00:00000000 00000000  1001        0 2
   2: 0100007F:C822 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 3
"""


@pytest.mark.skipif(sys.byteorder != "little" or os.name != "posix", reason="the table is written for such a machine")
@pytest.mark.parametrize(("us", "stranger"), [(1000, True), (1001, False), (0, False)])
def test_another_user_who_read_the_address_is_not_let_in(tmp_path, monkeypatch, us, stranger):
    """The connecting end's owner is asked for, not ours; the superuser's browser may be anybody's."""
    from redactor.desk import peer

    table = tmp_path / "tcp"
    table.write_text(TABLE)
    monkeypatch.setattr(os, "getuid", lambda: us)
    assert peer.another_user(40000, 51234, table=table) is stranger
    assert not peer.another_user(40001, 51234, table=table), "a connection nobody knows of"
    assert not peer.another_user(40000, 51234, table=tmp_path / "missing")


def test_a_refused_stranger_does_not_spend_the_address(monkeypatch):
    """The officer's own browser, a moment later, still gets in."""
    made = desk()
    try:
        window = Browser(made, logged_in=False)
        right = window.keys.address.removeprefix(window.keys.origin)
        monkeypatch.setattr("redactor.desk.safety.another_user", lambda *_ports: True)
        assert window.get(right).status == 403
        monkeypatch.undo()
        assert window.get(right).status == 303
    finally:
        made.close()


def test_starting_loads_no_parser_and_no_model():
    """The process that serves the page never opens a document: nothing that could is even imported."""
    code = (
        "import sys\n"
        "from redactor.desk.server import Server\nfrom redactor.desk.settings import DeskSettings\n"
        "from redactor.model import Case\n"
        "server = Server(DeskSettings(files=(), policy='uk-foi', case_for=lambda p: Case()))\n"
        "server.desk.close()\n"
        "heavy = {'pymupdf', 'pikepdf', 'pypdfium2', 'spacy', 'presidio_analyzer', 'onnxruntime', 'numpy', 'PIL'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
