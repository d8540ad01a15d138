"""Which files, kinds of value, years and folders are worst, for the summary that a manager reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from redactor.archive.reader import Reader
from redactor.archive.state import State

WORST = 100
_UNREAD = frozenset(State) - {State.DONE, State.OPENED, State.SKIPPED, State.GONE, State.WAITING}


@dataclass(frozen=True, slots=True)
class Ranked:
    """One file by how much must go from it.

    ``covered`` counts what was blacked out and is still there; ``blocks`` and ``asks`` are issues that no finding stands
    behind.
    """

    path: str
    verdict: str
    removed: int
    open: int
    covered: int
    blocks: int
    asks: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """A name with two numbers: what must be removed, and what a person must decide."""

    name: str
    removed: int
    open: int


def worst_files(reader: Reader, *, most: int = WORST) -> list[Ranked]:
    """Return the worst files: failed redactions first, then what must go, what blocks, what is open, then age."""
    rows = reader.database.rows(
        "SELECT f.path, d.verdict, coalesce(n.removed, 0), coalesce(n.pending, 0), coalesce(n.covered, 0), "
        "coalesce(i.blocks, 0), coalesce(i.asks, 0), d.year FROM files f JOIN documents d ON d.id = f.document_id "
        "LEFT JOIN (SELECT document_id, sum(CASE WHEN action = 'redact' THEN 1 ELSE 0 END) AS removed, "
        "sum(CASE WHEN action = 'review' THEN 1 ELSE 0 END) AS pending, "
        "sum(CASE WHEN covered = 1 AND action <> 'keep' THEN 1 ELSE 0 END) AS covered "
        "FROM findings GROUP BY document_id) n ON n.document_id = d.id "
        "LEFT JOIN (SELECT document_id, sum(CASE WHEN severity = 'block' AND code <> 'P601' THEN 1 ELSE 0 END) AS blocks, "
        "sum(CASE WHEN severity = 'review' AND code <> 'P602' THEN 1 ELSE 0 END) AS asks FROM issues "
        "GROUP BY document_id) i ON i.document_id = d.id WHERE d.verdict IN ('blocked', 'review') "
        "ORDER BY 5 DESC, 3 DESC, 6 DESC, 4 DESC, 7 DESC, coalesce(d.year, 9999), f.path LIMIT ?",
        (most,),
    )
    return [Ranked(*row) for row in rows]


def unread(reader: Reader, *, most: int = WORST) -> list[tuple[str, State, str]]:
    """Return (path, state, message) of files that could not be checked."""
    marks = ", ".join("?" * len(_UNREAD))
    rows = reader.database.rows(
        f"SELECT path, state, message FROM files WHERE state IN ({marks}) ORDER BY state, path LIMIT ?",  # noqa: S608
        (*map(str, sorted(_UNREAD)), most),
    )
    return [(path, State(state), message) for path, state, message in rows]


def by_entity(reader: Reader) -> list[Count]:
    """Return what must go or be decided by kind of value; the most first."""
    return _counts(reader, "n.entity")


def by_year(reader: Reader) -> list[Count]:
    """Return the same by the year of the letter, oldest first."""
    return sorted(_counts(reader, "coalesce(d.year, 0)"), key=lambda count: count.name)


def by_folder(reader: Reader) -> list[Count]:
    """Return the same by the folder a file lies in, or the ZIP."""
    rows = reader.database.rows(
        "SELECT f.path, sum(CASE WHEN n.action = 'redact' THEN 1 ELSE 0 END), "
        "sum(CASE WHEN n.action = 'review' THEN 1 ELSE 0 END) FROM files f "
        "JOIN findings n ON n.document_id = f.document_id WHERE n.action <> 'keep' GROUP BY f.path"
    )
    removed: Counter[str] = Counter()
    pending: Counter[str] = Counter()
    for path, going, waiting in rows:
        folder = path.partition("!/")[0] if "!/" in path else str(PurePosixPath(path).parent)
        removed[folder] += int(going)
        pending[folder] += int(waiting)
    names = sorted(removed, key=lambda name: (-removed[name], -pending[name], name))
    return [Count(name, removed[name], pending[name]) for name in names]


def _counts(reader: Reader, column: str) -> list[Count]:
    rows = reader.database.rows(
        f"SELECT {column}, sum(CASE WHEN n.action = 'redact' THEN 1 ELSE 0 END) AS going, "  # noqa: S608  # our names
        "sum(CASE WHEN n.action = 'review' THEN 1 ELSE 0 END) AS pending FROM files f "
        "JOIN documents d ON d.id = f.document_id JOIN findings n ON n.document_id = d.id "
        f"WHERE n.action <> 'keep' GROUP BY {column} ORDER BY going DESC, pending DESC, 1"
    )
    return [Count(str(name) if name else "unknown", int(going), int(pending)) for name, going, pending in rows]
