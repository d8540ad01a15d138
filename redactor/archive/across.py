"""What only the whole archive shows: values hidden here and readable there, unlike copies, people who asked again.

Values are known by their keyed hashes alone; what is shown of them is the masked excerpt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from redactor.archive.reader import Reader

_RARE = 30
"""A run of words that more documents than this share is boilerplate and says nothing of two of them."""
_SHARED_SHARE = 0.5
_SHARED_LEAST = 4
_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a value was seen: file, page (None outside pages)."""

    path: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Divided:
    """One value that somebody tried to hide, or the policy removes, in one file, and that can be read in another."""

    entity: str
    excerpt: str
    why: str
    hidden: tuple[Sight, ...]
    readable: tuple[Sight, ...]


@dataclass(frozen=True, slots=True)
class NearCopies:
    """Two files of much the same words, of which one shows values that the other does not.

    ``marked`` is True where the other visibly bears more redactions; otherwise it merely lacks the values.
    """

    shows: str
    lacks: str
    alike: float
    marked: bool
    entities: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Asker:
    """A requester who is named in files of several years."""

    excerpt: str
    years: tuple[int, ...]
    files: tuple[Sight, ...]


def divided(reader: Reader, *, most: int = 200) -> list[Divided]:
    """Return values hidden in one file and readable in another, those in most files first."""
    rows = reader.database.rows(
        "SELECT n.value, max(n.covered), min(n.covered), max(CASE WHEN n.action = 'redact' THEN 1 ELSE 0 END), "
        "max(CASE WHEN n.action = 'keep' AND n.covered = 0 THEN 1 ELSE 0 END), count(DISTINCT n.document_id) AS many "
        "FROM findings n WHERE length(n.value) > 0 GROUP BY n.value HAVING count(DISTINCT n.document_id) > 1 "
        "AND ((max(n.covered) = 1 AND min(n.covered) = 0) OR count(DISTINCT n.action) > 1) ORDER BY many DESC"
    )
    found = []
    for value, covered, least, removed, kept, _ in rows:
        if covered and not least:
            one = _divided(reader, value, "n.covered = 1", "n.covered = 0", _COVERED)
        elif removed and kept:
            one = _divided(reader, value, "n.action = 'redact'", "n.action = 'keep'", _REMOVED)
        else:
            one = None
        if one is not None:
            found.append(one)
        if len(found) >= most:
            break
    return found


_COVERED = "Blacked out in one file, though still in it, and readable in another."
_REMOVED = "The policy removes it from one file and leaves it in another."


def _divided(reader: Reader, value: bytes, hidden: str, readable: str, why: str) -> Divided | None:
    sights = []
    for test in (hidden, readable):
        sights.append(
            reader.database.rows(
                "SELECT f.path, min(n.page), min(n.entity), min(n.excerpt) FROM findings n "  # noqa: S608  # ours
                f"JOIN files f ON f.document_id = n.document_id WHERE n.value = ? AND {test} "
                "GROUP BY f.path ORDER BY f.path",
                (value,),
            )
        )
    elsewhere = [row for row in sights[1] if row[0] not in {other[0] for other in sights[0]}]
    if not sights[0] or not elsewhere:
        return None
    first = sights[0][0]
    return Divided(first[2], first[3], why, _sights(sights[0]), _sights(elsewhere))


def _sights(rows: Iterable[Sequence[object]]) -> tuple[Sight, ...]:
    return tuple(Sight(str(row[0]), row[1] if isinstance(row[1], int) else None) for row in rows)


def near_copies(reader: Reader, *, most: int = 200) -> list[NearCopies]:
    """Return pairs of near-copies redacted differently, the most alike first."""
    documents = reader.database.rows(
        "SELECT d.id, d.sketch, d.marks FROM documents d WHERE d.state = 'done' AND d.id IN "
        "(SELECT document_id FROM files) ORDER BY d.id"
    )
    alike = _alike([bytes(row[1]) for row in documents])
    found = []
    for (one, other), share in sorted(alike.items(), key=lambda pair: (-pair[1], pair[0])):
        found += _differences(reader, documents[one], documents[other], share)
        if len(found) >= most:
            break
    return found[:most]


def _alike(sketches: Sequence[bytes]) -> dict[tuple[int, int], float]:
    """Return which sketches share most of what is rare in them, and the share; by their numbers in the list."""
    if not sketches:
        return {}
    hashes = np.concatenate([np.frombuffer(data, dtype="<u4") for data in sketches])
    owners = np.repeat(np.arange(len(sketches), dtype=np.int32), [len(data) // 4 for data in sketches])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    edges = np.flatnonzero(np.diff(hashes)) + 1
    starts = np.concatenate(([0], edges)) if len(hashes) else edges
    sizes = np.diff(np.concatenate((starts, [len(hashes)])))
    rare = np.bincount(owners[np.repeat(sizes <= _RARE, sizes)], minlength=len(sketches))
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for start, size in zip(starts[(sizes > 1) & (sizes <= _RARE)], sizes[(sizes > 1) & (sizes <= _RARE)], strict=True):
        group = owners[start : start + size].tolist()
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                shared[one, other] += 1
    return {
        (one, other): count / min(rare[one], rare[other])
        for (one, other), count in shared.items()
        if count >= _SHARED_LEAST and count >= _SHARED_SHARE * min(rare[one], rare[other])
    }


def _differences(reader: Reader, one: Sequence[object], other: Sequence[object], share: float) -> list[NearCopies]:
    seen = [_readable(reader, document) for document in (one, other)]
    found = []
    for (mine, theirs), (shows, lacks) in zip(
        ((seen[0], seen[1]), (seen[1], seen[0])), ((one, other), (other, one)), strict=True
    ):
        extra = {value: entity for value, entity in mine.items() if value not in theirs}
        marked = int(str(lacks[2])) > int(str(shows[2]))
        # Where each has something the other lacks, they are two letters of one kind and not two copies of one.
        if extra and (marked or not theirs.keys() - mine.keys()):
            entities: dict[str, int] = defaultdict(int)
            for entity in extra.values():
                entities[entity] += 1
            paths = [_path(reader, document) for document in (shows, lacks)]
            found.append(NearCopies(paths[0], paths[1], round(share, 2), marked, tuple(sorted(entities.items()))))
    return found


def _readable(reader: Reader, document: Sequence[object]) -> dict[bytes, str]:
    rows = reader.database.rows(
        "SELECT value, entity FROM findings WHERE document_id = ? AND covered = 0 AND layer IN ('body', 'ocr') "
        "AND length(value) > 0",
        (document[0],),
    )
    return {bytes(value): entity for value, entity in rows}


def _path(reader: Reader, document: Sequence[object]) -> str:
    return str(reader.database.rows("SELECT min(path) FROM files WHERE document_id = ?", (document[0],))[0][0])


def askers(reader: Reader, *, most: int = 100) -> list[Asker]:
    """Return requesters named in files of two or more years; a file's year is its letter's, else one in its path."""
    rows = reader.database.rows(
        "SELECT n.value, f.path, min(n.page), min(n.excerpt), min(d.year) FROM findings n "
        "JOIN files f ON f.document_id = n.document_id JOIN documents d ON d.id = n.document_id "
        "WHERE length(n.value) > 0 AND n.value IN (SELECT value FROM findings WHERE entity = 'REQUESTER') "
        "GROUP BY n.value, f.path ORDER BY n.value, f.path"
    )
    by_value: dict[bytes, list[Sequence[object]]] = defaultdict(list)
    for row in rows:
        by_value[bytes(row[0])].append(row[1:])
    found = []
    for named in by_value.values():
        years = {year for row in named if (year := _year(row[3], str(row[0]))) is not None}
        if len(years) > 1:
            found.append(Asker(str(named[0][2]), tuple(sorted(years)), _sights(named)))
    return sorted(found, key=lambda asker: (-len(asker.files), asker.files[0].path))[:most]


def _year(known: object, path: str) -> int | None:
    if isinstance(known, int):
        return known
    found = _YEAR.findall(path)
    return int(found[-1]) if found else None
