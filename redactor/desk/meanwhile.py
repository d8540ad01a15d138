"""What other programs did meanwhile, to a document or to its decisions file: noticed here, and taken in before anything."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from redactor.errors import DecisionsError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from redactor.desk.desk import Desk
    from redactor.desk.item import Item

DECIDED = "The decisions file was changed by another program; its decisions were taken in."


class StaleError(UsageError):
    """The window acted on a state that is no longer the document's."""


def refuse(desk: Desk, item: Item) -> None:
    """Raise StaleError where the document or its decisions are no longer what this desk knows of them.

    Raises:
        DecisionsError: what lies there now cannot be read.
    """
    if file_changed(desk, item, surely=True):
        raise StaleError("the file was changed by another program", remedy="It is being searched again; then decide.")
    if decisions_changed(desk, item):
        raise StaleError("the decisions file was changed meanwhile", remedy="Its decisions were taken in; look again.")


def notice(desk: Desk, item: Item) -> None:
    """Take in what was changed, for a window that only looks; what cannot be read is said of the document."""
    file_changed(desk, item)
    try:
        with desk.acting:
            desk.ledger(item)
            decisions_changed(desk, item)
    except DecisionsError as error:
        with item.lock:
            item.fail(error)


def decisions_changed(desk: Desk, item: Item) -> bool:
    """Take in what another program wrote into the decisions file, for every document that the file speaks of."""
    with desk.acting:
        if not desk.ledger(item).changed_elsewhere():
            return False
        for one in desk.sharing(item):
            with one.lock:
                one.revision += 1
                one.notice = DECIDED
            desk.check(one)
    desk.changed()
    return True


def file_changed(desk: Desk, item: Item, *, surely: bool = False) -> bool:
    """Notice that the document is no longer the one that was searched, and begin anew.

    A window that looks asks several times a second while something is done: a file that carries the stamp it was read
    under is not read again, unless ``surely``, before anything is decided or handed out.
    """
    if not item.sha256:
        return False
    stamp = _stamp(item.path)
    if stamp is not None and stamp == item.stamp and not surely:
        return False
    if _digest(item.path) == item.sha256:
        item.stamp = stamp
        return False
    with item.lock:
        item.sha256, item.stamp = "", None
        item.restart()
        item.notice = "The file itself was changed by another program, so it was searched again."
    desk.pictures.forget(item)
    desk.look(item)
    desk.check(item)
    desk.changed()
    return True


def _stamp(path: Path) -> tuple[int, ...] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    # The last of them cannot be set back by a program that keeps a file's date (POSIX).
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _digest(path: Path) -> str:
    if not path.is_file():  # a pipe of its name would never end
        return ""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
