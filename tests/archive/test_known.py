"""The index of contents is written late, and nothing is forgotten or checked twice for it."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.archive import known
from redactor.archive.listing import Listed
from redactor.archive.outcome import Looked, Outcome
from redactor.archive.place import Place
from redactor.archive.setup import Setup
from redactor.archive.state import State
from redactor.archive.store import Store, open_store

from .conftest import Make, Scan, content

_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("check"), st.integers(0, 30), st.booleans()),
        st.tuples(st.sampled_from(["killed", "ended", "failures forgotten"])),
    ),
    max_size=60,
)


def _opened(path: Path) -> Store:
    store = open_store(str(path))
    store.begin(Setup("d", "p", "p", "0", "m", "publish"), "test")
    return store


def _looked(number: int) -> Looked:
    return Looked(f"{number:064x}", f"{number}.pdf", 1, "pdf", State.WAITING)


@given(steps=_STEPS, many=st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_what_is_known_is_what_was_written(steps: list[tuple[object, ...]], many: int) -> None:
    """Whatever is checked, killed, ended and forgotten, in any order, and however late the index is written."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(known, "_MANY", many)
        patch.setattr(known, "_READ", 2)
        path = Path(folder) / "r.sqlite"
        store = _opened(path)
        store.write_list(Listed(Place(f"/{n}.pdf", f"/{n}.pdf")) for n in range(31))
        files = {place.shown: number for number, place in store.waiting(attempts=0)}
        truth: dict[int, State] = {}
        for what, *rest in steps:
            if what == "check":
                number, fine = rest
                assert isinstance(number, int)
                if number not in truth:
                    truth[number] = State.DONE if fine else State.TIMED_OUT
                    store.finish([((files[f"/{number}.pdf"],), _looked(number), Outcome(truth[number]))])
                continue
            if what == "failures forgotten":
                store.forget_failures()
                truth = {number: state for number, state in truth.items() if state is State.DONE}
            elif what == "ended":
                store.end("finished")
            store.database.close()
            store = _opened(path)
            _agree(store, truth)
        _agree(store, truth)
        store.end("finished")
        store.database.close()
        plain = sqlite3.connect(path)
        assert plain.execute("SELECT count(*) FROM contents").fetchone() == (len(truth),)
        assert plain.execute("SELECT count(*) FROM contents c JOIN documents d ON d.id = c.document_id").fetchone() == (
            len(truth),
        )
        plain.close()


def _agree(store: Store, truth: dict[int, State]) -> None:
    for number in range(31):
        document = store.known(_looked(number))
        assert (document is not None) is (number in truth)
        if document is not None:
            assert store.database.rows("SELECT sha256, state FROM documents WHERE id = ?", (document,)) == [
                (f"{number:064x}", str(truth[number]))
            ]


def test_a_content_written_twice_stops_the_scan(tmp_path: Path) -> None:
    """It would be an error of ours, and the counts would no longer be true."""
    with _opened(tmp_path / "r.sqlite") as store:
        store.finish([((), _looked(1), Outcome(State.DONE))])
        with pytest.raises(RuntimeError, match="twice"):
            store.finish([((), _looked(1), Outcome(State.DONE))])


def test_a_database_of_version_1_is_taken_over(scan: Scan, make: Make) -> None:
    """Nothing is checked again, nothing changes that is said of a file, and the hash still finds it."""
    for number in range(5):
        make(f"{number}.pdf", f"name=Kezia Lombard;{number}")
    make("copy/0.pdf", "name=Kezia Lombard;0")
    make("none.xyz", "what is this")
    scan("archive", "--db", "r.sqlite", "--jobs", "1", "--key", "k")
    before = content("r.sqlite")
    _down("r.sqlite")
    scan("archive", "--db", "r.sqlite", "--jobs", "1", "--key", "k")
    assert content("r.sqlite") == before
    plain = sqlite3.connect("r.sqlite")
    numbers = plain.execute("SELECT count(*), max(id) FROM documents").fetchone()
    assert numbers[0] == numbers[1] == plain.execute("SELECT count(*) FROM contents").fetchone()[0]
    (digest,) = plain.execute("SELECT d.sha256 FROM documents d JOIN files f ON f.document_id = d.id").fetchone()
    assert "pdf" in scan("show", digest[:12], "--db", "r.sqlite").out


def _down(path: str) -> None:
    """Make a database what version 1 wrote."""
    plain = sqlite3.connect(path)
    (made,) = plain.execute("SELECT sql FROM sqlite_master WHERE name = 'documents'").fetchone()
    plain.executescript(
        f"""ALTER TABLE documents RENAME TO new;
        {made.rstrip().removesuffix(")")}, UNIQUE (sha256, name, setup_id));
        INSERT INTO documents SELECT * FROM new; DROP TABLE new; DROP TABLE contents;
        DELETE FROM meta WHERE key = 'indexed';
        UPDATE files SET sha256 = (SELECT d.sha256 FROM documents d WHERE d.id = document_id)
        WHERE document_id IS NOT NULL;
        PRAGMA user_version = 1;"""  # noqa: S608  # the database's own text
    )
    plain.close()
