"""Databases made without scanning: files with the findings a test needs."""

from __future__ import annotations

import hashlib
from pathlib import Path

from redactor.archive import key, sketch
from redactor.archive.listing import Listed
from redactor.archive.outcome import FoundRow, IssueRow, Looked, Outcome
from redactor.archive.place import Place
from redactor.archive.setup import Setup
from redactor.archive.state import State
from redactor.archive.store import open_store

SECRET = b"k" * 32


def found(
    value: str, *, entity: str = "PERSON", action: str = "redact", covered: bool = False, page: int = 1
) -> FoundRow:
    """Return a finding of a value; its number is set when the file is written."""
    digest = key.digest(SECRET, value)
    return FoundRow(0, entity, action, page, "body", covered, 0.9, "made", "s40(2)", f"{value[0]}*******", digest)


def file(path: str, *findings: FoundRow, text: str = "", year: int | None = None, verdict: str = "blocked",
         issues: tuple[IssueRow, ...] = ()) -> tuple[str, Outcome]:  # fmt: skip
    """Return a file and how its check ended."""
    numbered = tuple(
        FoundRow(
            n, f.entity, f.action, f.page, f.layer, f.covered, f.score, f.recognizer, f.exemption, f.excerpt, f.value
        )
        for n, f in enumerate(findings)
    )
    outcome = Outcome(
        State.DONE, verdict=verdict, pages=2, year=year, marks=sketch.marks(text), sketch=sketch.of(text, SECRET),
        findings=numbered, issues=issues,
    )  # fmt: skip
    return path, outcome


def database(path: Path, *files: tuple[str, Outcome], unread: tuple[str, ...] = (), policy: str = "p") -> Path:
    """Write files into a new database."""
    with open_store(str(path)) as store:
        store.bind_key("made")
        store.begin(Setup("d", "archive-scan", policy, "0", "made:0", "publish"), "made")
        store.write_list(Listed(Place(name, name)) for name, _ in files)
        store.write_list(
            Listed(Place(name, name), State.UNREADABLE, "pdf", "D501", "The file is damaged.") for name in unread
        )
        numbers = {place.shown: number for number, place in store.waiting(attempts=0)}
        for name, outcome in files:
            digest = hashlib.sha256(name.encode()).hexdigest()
            store.finish([((numbers[name],), Looked(digest, Path(name).name, 9, "pdf", State.WAITING), outcome)])
        store.end("finished")
    return path
