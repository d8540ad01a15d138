"""The database of a scan as a queue: the files that need somebody, worst first, by what the scan said of them.

Nothing is searched again before somebody opens the file. Only counts and the scan's own words come from the database; a
value is shown once the desk has read the file itself.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from redactor.archive import database, reader
from redactor.archive.place import INSIDE, is_url
from redactor.desk.item import SAID_OF_SOURCE

MOST = 500
"""Rows of a queue: what one person can look through, and a page can hold."""
_HEADER = b"SQLite format 3\x00"
# Why a scan's file is blocked, other than by what a redaction takes away.
_CODES = ", ".join(f"'{code}'" for code in sorted(SAID_OF_SOURCE))
_BLOCKS = f"severity = 'block' AND code NOT IN ({_CODES})"
_WORST = f"""SELECT f.path, f.outer_path, f.members, f.sha256, coalesce(d.verdict, ''), f.message,
    coalesce(n.removed, 0), coalesce(n.pending, 0), coalesce(n.covered, 0), coalesce(i.blocks, 0)
    FROM files f LEFT JOIN documents d ON d.id = f.document_id
    LEFT JOIN (SELECT document_id, sum(CASE WHEN action = 'redact' THEN 1 ELSE 0 END) AS removed,
    sum(CASE WHEN action = 'review' THEN 1 ELSE 0 END) AS pending,
    sum(CASE WHEN covered = 1 AND action <> 'keep' THEN 1 ELSE 0 END) AS covered
    FROM findings GROUP BY document_id) n ON n.document_id = d.id
    LEFT JOIN (SELECT document_id, count(*) AS blocks FROM issues WHERE {_BLOCKS} GROUP BY document_id) i
    ON i.document_id = d.id
    WHERE f.state NOT IN ('opened', 'skipped', 'gone') AND (f.state <> 'done' OR d.verdict <> 'ready')
    ORDER BY 9 DESC, CASE WHEN f.state <> 'done' THEN 1 WHEN d.verdict = 'blocked' THEN 0 ELSE 2 END, 7 DESC, 10 DESC, 8 DESC,
    coalesce(d.year, 9999), f.path"""  # noqa: S608  # our own words


@dataclass(frozen=True, slots=True)
class Listed:
    """One file as a scan left it.

    Attributes:
        shown: its path as the scan shows it, ZIPs on the way included.
        path: where it lies on this computer.
        sha256: its content when it was scanned; empty where it was not read.
        verdict: "blocked" or "review" as the desk means them; empty where the scan could not check it.
        removed, open, covered: places to remove, to decide, and readable under an earlier redaction.
        message: what the scan said where it could not check it.
        rank: place in the queue.
        member: its own name where it lies inside a ZIP, which ``path`` then is.
        away: why it cannot be opened here; empty where it can.
    """

    shown: str
    path: Path = field(repr=False)
    sha256: str
    verdict: str
    removed: int
    open: int
    covered: int
    message: str
    rank: int
    member: str = ""
    away: str = ""
    remedy: str = ""


def is_database(name: str) -> bool:
    """Return whether a name stands for a database: the address of a server, or a file that begins as one."""
    if database.is_url(name):
        return True
    try:
        with Path(name).open("rb") as stream:
            return stream.read(len(_HEADER)) == _HEADER
    except OSError:
        return False  # whoever opens it next says why


def queue(name: str, *, most: int = MOST) -> tuple[tuple[Listed, ...], str]:
    """Return the worst files of a scan's database (a file or a server's address), and a sentence on how many there are.

    Raises:
        UsageError: it is no database of a scan, or of a newer version.
        DestinationError: the server does not answer.
    """
    with reader.open_reader(name) as opened:
        rows = opened.database.rows(_WORST)
        [(total,)] = opened.database.rows("SELECT count(*) FROM files WHERE state NOT IN ('opened', 'skipped', 'gone')")
    listed = tuple(_listed(number, *row) for number, row in enumerate(rows[:most]))
    here = f"the worst {most:,}" if len(rows) > most else "all"
    return listed, f"{total:,} files were scanned, {len(rows):,} need somebody; {here} of these are below."


def _listed(
    rank: int, shown: str, outer: bytes | None, members: str, sha256: str, verdict: str, message: str,
    removed: int, pending: int, covered: int, blocks: int,
) -> Listed:  # fmt: skip
    path = Path(shown if outer is None else os.fsdecode(bytes(outer)))
    away, remedy = _away(path, shown, packed=bool(members))
    if verdict == "blocked" and not blocks:
        verdict = "review"  # redaction settles it
    member = PurePosixPath(shown).name if members else ""
    return Listed(shown, path, sha256, verdict, removed, pending, covered, message, rank, member, away, remedy)


def _away(path: Path, shown: str, *, packed: bool) -> tuple[str, str]:
    if packed or INSIDE in shown:
        return "The file lies inside a ZIP.", "Take it out of the ZIP and drop it here."
    if is_url(shown):
        return "The file is not on this computer.", "Fetch it, then drop it here."
    try:
        if path.is_file():
            return "", ""
    except (OSError, ValueError):
        pass
    return "The file is no longer where the scan found it.", "Put it back there, or take it off the list."
