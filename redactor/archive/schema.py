"""The tables of a scan's database, for the people who query them.

Version 3. SQLite by default, PostgreSQL through the extra; the same tables in both. Times are UTC, ISO 8601.

runs        one row a `redactor scan`: when, with which command, how it ended.
setups      what a check depends on besides the file: policy and its digest, tool and model version, mode, case. A file
            whose content was checked under the same setup is not checked again.
documents   one row for each content (sha256, and the name it is searched under) and setup: how the check ended, verdict (ready, review, blocked),
            pages, year of the letter, marks (places that look redacted), CPU seconds, sketch (keyed hashes of word runs).
files       one row for each file ever listed: path, outer_path (bytes of the path on disk where `path` is not
            it), members (way through ZIPs), size, kind by content, state, and the
            document it holds. Identical copies share a document; its sha256 is the document's, and stands here only
            where there is none. `run` is the last run that listed it; `state` is "gone" where a later one did not find it.
findings    one row a finding: entity, action (redact, review, keep), page, layer, covered (1: an earlier redaction lies
            over it and did not remove it), score, recognizer, exemption, excerpt (masked), value (keyed hash; equal
            values share it across the archive; empty for pictures).
contents    the scan's own index from a content under a setup to its document; written late (`meta` says how far), so
            do not ask it.
issues      one row an issue: permanent code (`redactor explain CODE`), severity, page, message.

Example: the files with most still to be removed.

    SELECT f.path, count(*) AS open FROM files f JOIN findings n ON n.document_id = f.document_id
    WHERE n.action = 'redact' GROUP BY f.path ORDER BY open DESC LIMIT 20;

Example: one number, wherever it can be read.

    SELECT DISTINCT f.path, n.page FROM findings n JOIN files f ON f.document_id = n.document_id WHERE n.value = x'...';

A migration is a list of statements that lead from one version to the next; a database is migrated when it is opened for
writing. A database from a newer version of this program is refused, never guessed at.
"""

from __future__ import annotations

VERSION = 3
APPLICATION_ID = 0x464F4952
"""SQLite's application_id of our files ("FOIR")."""

# Migrations use these as well: one that changes again leaves its old text to them.
_DOCUMENTS = """CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    setup_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    verdict TEXT NOT NULL,
    unchecked INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    pages INTEGER NOT NULL,
    year INTEGER,
    marks INTEGER NOT NULL,
    seconds REAL NOT NULL,
    sketch BLOB NOT NULL)"""
_CONTENTS = """CREATE TABLE contents (
    key BLOB PRIMARY KEY,
    document_id INTEGER NOT NULL) WITHOUT ROWID"""
# A file waits without a document: in the index it would be written at the listing and taken out again.
_FILES_OF_DOCUMENT = "CREATE INDEX files_of_document ON files (document_id) WHERE document_id IS NOT NULL"
TABLES = (
    """CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL)""",
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        started TEXT NOT NULL,
        ended TEXT,
        setup_id INTEGER NOT NULL,
        command TEXT NOT NULL,
        ending TEXT NOT NULL)""",
    """CREATE TABLE setups (
        id INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        policy TEXT NOT NULL,
        policy_digest TEXT NOT NULL,
        tool TEXT NOT NULL,
        model TEXT NOT NULL,
        mode TEXT NOT NULL)""",
    _DOCUMENTS,
    """CREATE TABLE files (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        outer_path BLOB,
        members TEXT NOT NULL,
        run INTEGER NOT NULL,
        kind TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        document_id INTEGER)""",
    """CREATE TABLE findings (
        document_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        entity TEXT NOT NULL,
        action TEXT NOT NULL,
        page INTEGER,
        layer TEXT NOT NULL,
        covered INTEGER NOT NULL,
        score REAL NOT NULL,
        recognizer TEXT NOT NULL,
        exemption TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (document_id, number)) WITHOUT ROWID""",
    """CREATE TABLE issues (
        document_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        severity TEXT NOT NULL,
        page INTEGER,
        message TEXT NOT NULL,
        PRIMARY KEY (document_id, number)) WITHOUT ROWID""",
    _CONTENTS,
    _FILES_OF_DOCUMENT,
)

MIGRATIONS: dict[int, tuple[str, ...]] = {
    # The index over hashes becomes a table of its own, which is filled when the database is next written to.
    1: (
        "ALTER TABLE documents RENAME TO documents_1",
        _DOCUMENTS,
        "INSERT INTO documents SELECT * FROM documents_1 ORDER BY id",
        "DROP TABLE documents_1",
        _CONTENTS,
        "UPDATE files SET sha256 = '' WHERE document_id IS NOT NULL",
    ),
    2: ("DROP INDEX files_of_document", _FILES_OF_DOCUMENT),
}
"""Version -> statements that lead from it to the next."""


def steps(version: int, *, to: int = VERSION, migrations: dict[int, tuple[str, ...]] | None = None) -> list[str]:
    """Return the statements that bring a database from a version to another."""
    known = MIGRATIONS if migrations is None else migrations
    return [statement for number in range(version, to) for statement in known[number]]
