"""Files that earlier runs listed and that are no longer there: said to be gone, so that no list goes on naming them."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.archive import place as places
from redactor.archive.state import State
from redactor.archive.store import Store

_BATCH = 1000


def note(store: Store, names: Sequence[str]) -> int:
    """Say of every file below some names whether it has gone since it was listed, and return how many have.

    After a run that listed those names to the end. What lies elsewhere, at a URL, or in a folder or ZIP that could not be
    opened this time may still be there, and is left as it was.
    """
    roots = tuple(_root(name) for name in names if not places.is_url(name))
    found = 0
    for batch in _earlier(store):
        lost = [number for number, outer, inside in batch if _below(outer, roots) and _has_gone(store, outer, inside)]
        store.lose(lost)
        found += len(lost)
    return found


def _earlier(store: Store) -> Iterator[list[tuple[int, str, bool]]]:
    last = 0
    while True:
        rows = store.database.rows(
            "SELECT id, path, outer_path, members FROM files WHERE id > ? AND run <> ? AND state <> ? ORDER BY id LIMIT ?",
            (last, store.run, str(State.GONE), _BATCH),
        )
        if not rows:
            return
        last = rows[-1][0]
        yield [
            (number, _outer(path, outer), bool(members))
            for number, path, outer, members in rows
            if not places.is_url(_outer(path, outer))
        ]


def _outer(path: str, outer: bytes | None) -> str:
    return path if outer is None else os.fsdecode(bytes(outer))


def _root(name: str) -> str:
    """Return the folder below which a name or a pattern finds everything."""
    parts = Path(name).parts
    magic = next((i for i, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    bare = name if os.path.lexists(name) else str(Path(*parts[:magic]))
    return os.path.abspath(bare)  # noqa: PTH100  # as ``place.of_path``


def _below(outer: str, roots: tuple[str, ...]) -> bool:
    return any(outer == root or outer.startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def _has_gone(store: Store, outer: str, inside: bool) -> bool:
    try:
        os.lstat(outer)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    if not inside:
        return False
    # The ZIP is there, and was opened or is none any more: it does not hold this member.
    rows = store.database.rows(
        "SELECT 1 FROM files WHERE path = ? AND run = ? AND state IN (?, ?)",
        (places.shown(outer), store.run, str(State.OPENED), str(State.DONE)),
    )
    return bool(rows)
