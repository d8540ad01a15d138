"""Read a scan's database, also while a scan is writing to it: one unchanging view for as long as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from types import TracebackType
from typing import Any

from redactor.archive import database as databases
from redactor.archive import store
from redactor.archive.database import Database, Row
from redactor.archive.state import State
from redactor.archive.store import FINDING, ISSUE
from redactor.errors import UsageError

FILE = ("path", "state", "verdict", "unchecked", "code", "message", "kind", "size", "sha256", "pages", "year", "marks")
_FILES = """SELECT f.path, f.state, coalesce(d.verdict, ''), coalesce(d.unchecked, 0), f.code, f.message, f.kind, f.size,
    coalesce(d.sha256, f.sha256), coalesce(d.pages, 0), d.year, coalesce(d.marks, 0)
    FROM files f LEFT JOIN documents d ON d.id = f.document_id"""
_FINDINGS = f"""SELECT f.path, {", ".join(f"n.{name}" for name in FINDING)}
    FROM files f JOIN findings n ON n.document_id = f.document_id"""  # noqa: S608  # our own column names
_ISSUES = f"""SELECT f.path, {", ".join(f"n.{name}" for name in ISSUE)}
    FROM files f JOIN issues n ON n.document_id = f.document_id"""  # noqa: S608  # our own column names
_HASH = "coalesce((SELECT d.sha256 FROM documents d WHERE d.id = f.document_id), f.sha256) LIKE ?"
_ORDER = " ORDER BY f.path"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file with everything said about it, each row as a mapping by column name."""

    file: dict[str, Any]
    findings: tuple[dict[str, Any], ...]
    issues: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a scan."""

    number: int
    started: str
    ended: str
    ending: str
    policy: str
    tool: str
    model: str
    mode: str


class Reader:
    """A database being read; a context manager."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def __enter__(self) -> Reader:
        self.database.rows("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, stack: TracebackType | None
    ) -> None:
        self.database.close()

    def files(self) -> Iterator[Row]:
        """Yield every file by path; columns as in ``FILE``."""
        return self.database.stream(_FILES + _ORDER)

    def findings(self) -> Iterator[Row]:
        """Yield every finding of every file by path: the path, then columns as in ``FINDING``."""
        return self.database.stream(f"{_FINDINGS}{_ORDER}, n.number")

    def issues(self) -> Iterator[Row]:
        """Yield every issue of every file by path: the path, then columns as in ``ISSUE``."""
        return self.database.stream(f"{_ISSUES}{_ORDER}, n.number")

    def records(self) -> Iterator[FileRecord]:
        """Yield every file with its findings and issues, by path, with one file in memory at a time."""
        findings, issues = _Following(self.findings()), _Following(self.issues())
        for row in self.files():
            yield _record(row, findings.of(row[0]), issues.of(row[0]))

    def find(self, name: str) -> list[FileRecord]:
        """Return the files of a path, of the end of a path, or of a hash's first digits.

        Raises:
            UsageError: there is none.
        """
        tests = ["f.path = ?", "f.path LIKE ? ESCAPE '!'"]
        escaped = name.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        values = [name, f"%/{escaped}"]
        if len(name) >= 8 and not set(name.lower()) - set("0123456789abcdef"):
            tests.append(_HASH)
            values.append(f"{name.lower()}%")
        for test, value in zip(tests, values, strict=True):
            where = f" WHERE {test}{_ORDER}"
            rows = self.database.rows(_FILES + where, (value,))
            if rows:
                findings = _Following(iter(self.database.rows(f"{_FINDINGS}{where}, n.number", (value,))))
                issues = _Following(iter(self.database.rows(f"{_ISSUES}{where}, n.number", (value,))))
                return [_record(row, findings.of(row[0]), issues.of(row[0])) for row in rows]
        raise UsageError(
            "no such file in the database", where=name, remedy="Give the end of its path, or digits of its SHA-256."
        )

    def last_run(self) -> Run:
        """Return the latest run; UsageError where there was none."""
        rows = self.database.rows(
            "SELECT r.id, r.started, coalesce(r.ended, ''), r.ending, s.policy, s.tool, s.model, s.mode FROM runs r "
            "JOIN setups s ON s.id = r.setup_id ORDER BY r.id DESC LIMIT 1"
        )
        if not rows:
            raise UsageError("no scan was run yet", where=self.database.where, remedy="Run `redactor scan PATH --db`.")
        return Run(*rows[0])

    def setups(self) -> frozenset[tuple[str, ...]]:
        """Return policy, its digest, tool, model and mode of every check that files still go by."""
        rows = self.database.rows(
            "SELECT DISTINCT s.policy, s.policy_digest, s.tool, s.model, s.mode FROM setups s "
            "JOIN documents d ON d.setup_id = s.id JOIN files f ON f.document_id = d.id"
        )
        return frozenset(tuple(map(str, row)) for row in rows)

    def groups(self, run: int) -> list[tuple[State, str, int, int]]:
        """Return (state, verdict, unchecked, files) of a run."""
        return [(State(state), verdict, u, count) for state, verdict, u, count in store.groups(self.database, run)]

    def key(self) -> str:
        """Return what the database knows its key by; two databases share values only where these are equal."""
        rows = self.database.rows("SELECT value FROM meta WHERE key = 'key'")
        return str(rows[0][0]) if rows else ""


class _Following:
    """Rows sorted by path, handed out path by path as somebody else walks the same paths."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, key=lambda row: row[0])
        self._ahead: tuple[str, list[Row]] | None = None

    def of(self, path: str) -> list[Row]:
        """Return the rows of a path; none where it has none."""
        if self._ahead is None:
            found = next(self._groups, None)
            self._ahead = None if found is None else (found[0], list(found[1]))
        if self._ahead is None or self._ahead[0] != path:
            return []
        rows, self._ahead = self._ahead[1], None
        return rows


def _record(row: Row, findings: list[Row], issues: list[Row]) -> FileRecord:
    return FileRecord(
        dict(zip(FILE, row, strict=True)),
        tuple(dict(zip(FINDING, found[1:], strict=True)) for found in findings),
        tuple(dict(zip(ISSUE, issue[1:], strict=True)) for issue in issues),
    )


def open_reader(name: str) -> Reader:
    """Open a database for reading."""
    return Reader(databases.open_database(name, write=False))
