"""The one writer of a scan: every change to the database is a method here, and each is kept whole or not at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType
from typing import Any

from redactor.archive import database as databases
from redactor.archive.database import Database, Row
from redactor.archive.known import Known
from redactor.archive.listing import Listed
from redactor.archive.outcome import Looked, Member, Outcome
from redactor.archive.place import Place
from redactor.archive.setup import Setup
from redactor.archive.state import State
from redactor.errors import UsageError

_LIST = """INSERT INTO files (path, outer_path, members, run, kind, size, sha256, state, attempts, code, message, document_id)
    VALUES (?, ?, ?, ?, ?, 0, '', ?, 0, ?, ?, NULL)
    ON CONFLICT (path) DO UPDATE SET outer_path = excluded.outer_path, members = excluded.members, run = excluded.run,
    kind = excluded.kind, size = 0, sha256 = '', state = excluded.state, attempts = 0, code = excluded.code,
    message = excluded.message, document_id = NULL"""
_SETTLE = """UPDATE files SET kind = ?, size = ?, sha256 = ?, state = ?, code = ?, message = ?, document_id = ?
    WHERE id = ?"""
_LOSE = "UPDATE files SET state = ?, code = '', message = '', document_id = NULL WHERE id = ?"
SETUP = ("digest", "policy", "policy_digest", "tool", "model", "mode")
DOCUMENT = (
    "sha256", "name", "setup_id", "state", "verdict", "unchecked", "code", "message", "pages", "year", "marks", "seconds",
    "sketch",
)  # fmt: skip
FINDING = (
    "number", "entity", "action", "page", "layer", "covered", "score", "recognizer", "exemption", "excerpt", "value",
)  # fmt: skip
ISSUE = ("number", "code", "severity", "page", "message")


def _insert(table: str, *columns: str) -> str:
    places = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608  # our own names


_DOCUMENT = _insert("documents", "id", *DOCUMENT)
_FINDING = _insert("findings", "document_id", *FINDING)
_ISSUE = _insert("issues", "document_id", *ISSUE)
_SETUP = _insert("setups", "id", *SETUP)
_TAKEN = """INSERT INTO files (path, outer_path, members, kind, size, sha256, state, attempts, code, message, document_id,
    run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (path) DO UPDATE SET outer_path = excluded.outer_path, members = excluded.members, run = excluded.run,
    kind = excluded.kind, size = excluded.size, sha256 = excluded.sha256, state = excluded.state,
    attempts = excluded.attempts, code = excluded.code, message = excluded.message, document_id = excluded.document_id"""
_BATCH = 2_000


class Store:
    """A database being written by this scan; a context manager."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.run = 0
        self.setup = 0
        self._known = Known(database)
        self._lock = threading.RLock()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, stack: TracebackType | None
    ) -> None:
        self.database.close()

    def bind_key(self, name: str) -> None:
        """Remember by which key values are hashed; UsageError where the database knows another."""
        with self.database.transaction():
            known = self.database.rows("SELECT value FROM meta WHERE key = 'key'")
            if not known:
                self.database.rows("INSERT INTO meta (key, value) VALUES ('key', ?)", (name,))
        if known and known[0][0] != name:
            raise UsageError(
                "its values are hashed with another key", where=self.database.where, remedy="Name its key with --key."
            )

    def begin(self, setup: Setup, command: str) -> None:
        """Start a run under a setup."""
        row = (setup.digest, setup.policy, setup.policy_digest, setup.tool, setup.model, setup.mode)
        self.begin_known(self.setup_number(row), command)

    def begin_known(self, setup: int, command: str) -> None:
        """Start a run under a setup that the database has."""
        with self.database.transaction():
            self.setup = setup
            self.run = self._highest("runs") + 1
            self.database.many(
                "INSERT INTO runs (id, started, ended, setup_id, command, ending) VALUES (?, ?, NULL, ?, ?, 'running')",
                [(self.run, _now(), self.setup, command)],
            )

    def setup_number(self, row: Sequence[Any]) -> int:
        """Return the number of a setup, given as in ``SETUP``; it is written down where it is new."""
        with self.database.transaction():
            found = self.database.rows("SELECT id FROM setups WHERE digest = ?", (row[0],))
            if found:
                return int(found[0][0])
            number = self._highest("setups") + 1
            self.database.many(_SETUP, [(number, *row)])
        return number

    def end(self, ending: str) -> None:
        """Say how the run ended: "finished", "interrupted"."""
        with self.database.transaction():
            self.database.many("UPDATE runs SET ended = ?, ending = ? WHERE id = ?", [(_now(), ending, self.run)])
        self._known.write()

    def write_list(self, listed: Iterable[Listed]) -> int:
        """Write down everything that was listed, and return how much that was."""
        count, waiting = 0, iter(listed)
        while batch := [_listed_row(one.place, self.run, one.state, one.kind, one.code, one.message)
                        for one in islice(waiting, _BATCH)]:  # fmt: skip
            with self.database.transaction():
                self.database.many(_LIST, batch)
            count += len(batch)
        return count

    def forget_failures(self) -> None:
        """Forget every content under this setup that could not be checked, so that it is tried again."""
        with self.database.transaction():
            self._known.forget(self.setup)
            for table in ("findings", "issues"):
                self.database.many(
                    f"DELETE FROM {table} WHERE document_id IN "  # noqa: S608  # one of two names
                    "(SELECT id FROM documents WHERE setup_id = ? AND state <> 'done')",
                    [(self.setup,)],
                )
            self.database.many("DELETE FROM documents WHERE setup_id = ? AND state <> 'done'", [(self.setup,)])

    def waiting(self, *, attempts: int) -> Iterator[tuple[int, Place]]:
        """Yield the files of this run that wait, by number, with few in memory at a time."""
        last = 0
        while True:
            rows = self.database.rows(
                "SELECT id, path, outer_path, members FROM files "
                "WHERE id > ? AND run = ? AND state = 'waiting' AND attempts = ? ORDER BY id LIMIT 1000",
                (last, self.run, attempts),
            )
            if not rows:
                return
            for number, path, outer, members in rows:
                last = number
                yield number, _place(path, outer, members)

    def known(self, looked: Looked) -> int | None:
        """Return the document of a content that was checked under this setup; None where it was not."""
        return self._known.find(looked.sha256, looked.name, self.setup)

    def link(self, file: int, looked: Looked, document: int) -> tuple[State, str]:
        """Say that a file holds a document that was checked before, and return how that ended."""
        with self.database.transaction():
            state, verdict, code, message = self.database.rows(
                "SELECT state, verdict, code, message FROM documents WHERE id = ?", (document,)
            )[0]
            self._settle(file, looked, state, code, message, document)
        return State(state), str(verdict)

    def settle(self, file: int, looked: Looked) -> None:
        """Say how a file ended that there is nothing to check in."""
        with self.database.transaction():
            self._settle(file, looked, looked.state, looked.code, looked.message, None)

    def open_zip(self, file: int, place: Place, looked: Looked) -> None:
        """Write down a ZIP as opened, and its members as files that wait."""
        with self.database.transaction():
            rows = (_member_row(place, member, self.run) for member in looked.members)
            self.database.many(_LIST, rows)
            self._settle(file, looked, looked.state, looked.code, looked.message, None)

    def put_off(self, files: Sequence[int]) -> None:
        """Remember that files were lost once, to be tried again by themselves."""
        with self.database.transaction():
            self.database.many("UPDATE files SET attempts = attempts + 1 WHERE id = ?", [(file,) for file in files])

    def lose(self, files: Sequence[int]) -> None:
        """Say that files are no longer there; what they held is kept for those who have it still."""
        with self.database.transaction():
            self.database.many(_LOSE, [(str(State.GONE), file) for file in files])

    def finish(self, done: Sequence[tuple[Sequence[int], Looked, Outcome]]) -> None:
        """Write how checks ended, each with the files that hold that content."""
        with self._lock, self._known.adding():
            documents, findings, issues, settled = [], [], [], []
            # sqlite3 binds a bytearray as it is and looks for an adapter of every bytes: a third of a finding's time.
            for files, looked, outcome in done:
                number, state = self._known.number(looked.sha256, looked.name, self.setup), str(outcome.state)
                documents.append(
                    (number, looked.sha256, looked.name, self.setup, state, outcome.verdict, int(outcome.unchecked),
                     outcome.code, outcome.message, outcome.pages, outcome.year, outcome.marks,
                     round(outcome.seconds, 3), bytearray(outcome.sketch))
                )  # fmt: skip
                findings += [
                    (number, f.number, f.entity, f.action, f.page, f.layer, int(f.covered), f.score, f.recognizer,
                     f.exemption, f.excerpt, bytearray(f.value))
                    for f in outcome.findings
                ]  # fmt: skip
                issues += [(number, i.number, i.code, i.severity, i.page, i.message) for i in outcome.issues]
                # The document has the hash; a row that grows little need not move.
                settled += [
                    (looked.kind, looked.size, "", state, outcome.code, outcome.message, number, file) for file in files
                ]
            self.database.many(_DOCUMENT, documents)
            if findings:
                self.database.many(_FINDING, findings)
            if issues:
                self.database.many(_ISSUE, issues)
            self.database.many(_SETTLE, settled)

    def take_documents(self, taken: Iterable[tuple[int, Row, list[Row], list[Row]]]) -> dict[int, int]:
        """Copy documents from elsewhere: (number there, columns as in ``DOCUMENT``, findings, issues).

        Returns:
            Their numbers here by their numbers there; a document that was here already keeps its own.
        """
        numbers: dict[int, int] = {}
        with self._known.adding():
            for old, row, findings, issues in taken:
                sha256, name, setup = row[:3]
                known = self._known.find(sha256, name, setup)
                if known is not None:
                    numbers[old] = known
                    continue
                numbers[old] = number = self._known.number(sha256, name, setup)
                self.database.many(_DOCUMENT, [(number, *row)])
                if findings:
                    self.database.many(_FINDING, [(number, *finding) for finding in findings])
                if issues:
                    self.database.many(_ISSUE, [(number, *issue) for issue in issues])
        return numbers

    def take_files(self, rows: Iterable[Row]) -> None:
        """Copy files from elsewhere into this run."""
        with self.database.transaction():
            self.database.many(_TAKEN, [(*row, self.run) for row in rows])

    def groups(self) -> list[tuple[str, str, int, int]]:
        """Return (state, verdict, unchecked, files) of this run; the files add up to all that were listed."""
        return groups(self.database, self.run)

    def count(self) -> int:
        """Return how many files this run has listed so far, members of ZIPs included."""
        return int(self.database.rows("SELECT count(*) FROM files WHERE run = ?", (self.run,))[0][0])

    def _settle(self, file: int, looked: Looked, state: str, code: str, message: str, document: int | None) -> None:
        sha256 = looked.sha256 if document is None else ""
        row = (looked.kind, looked.size, sha256, str(state), code, message, document, file)
        self.database.many(_SETTLE, [row])

    def _highest(self, table: str) -> int:
        return int(self.database.rows(f"SELECT coalesce(max(id), 0) FROM {table}")[0][0])  # noqa: S608  # our names


def open_store(name: str) -> Store:
    """Open or make a database for writing."""
    return Store(databases.open_database(name, write=True))


def groups(database: Database, run: int) -> list[tuple[str, str, int, int]]:
    """Return (state, verdict, unchecked, files) of a run."""
    rows = database.rows(
        "SELECT f.state, coalesce(d.verdict, ''), coalesce(d.unchecked, 0), count(*) FROM files f "
        "LEFT JOIN documents d ON d.id = f.document_id WHERE f.run = ? "
        "GROUP BY f.state, coalesce(d.verdict, ''), coalesce(d.unchecked, 0) ORDER BY 1, 2, 3",
        (run,),
    )
    return [(state, verdict, unchecked, count) for state, verdict, unchecked, count in rows]


def _listed_row(place: Place, run: int, state: State, kind: str, code: str, message: str) -> tuple[object, ...]:
    outer = None if place.outer == place.shown else os.fsencode(place.outer)
    members = "/".join(map(str, place.members)) if place.members else ""
    return (place.shown, outer, members, run, kind, str(state), code, message)


def _member_row(place: Place, member: Member, run: int) -> tuple[object, ...]:
    code = {State.ENCRYPTED: "D502", State.TOO_LARGE: "D507"}.get(member.state, "")
    return _listed_row(place.member(member.number, member.name), run, member.state, "", code, member.message)


def _place(path: str, outer: bytes | None, members: str) -> Place:
    numbers = tuple(int(number) for number in members.split("/")) if members else ()
    return Place(path, path if outer is None else os.fsdecode(bytes(outer)), numbers)


def _now() -> str:
    return datetime.now(UTC).replace(microsecond=0).isoformat()
