"""Private temporary folders; what a killed program left behind is removed by the next one."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

PREFIX = ".redactor-scratch-"
"""No person calls a folder so; what is removed unasked must be nobody else's."""
_YOUNG = 60.0
"""Seconds in which a folder may still be waiting for the lock of whoever made it."""
_swept: set[Path] = set()


class Scratch:
    """A folder that only its owner can read, held by a lock which the system lets go of however its holder ends.

    A ``kill -9`` cannot be caught, so nothing removes the documents in such a folder then. The next program of ours that
    makes one beside it does: a folder of this user that nobody holds any more is abandoned. Where a lock cannot be had
    (Windows, some shares) none is ever thought to be.

    Raises:
        OSError: there is no room, or no right to write.
    """

    def __init__(self, beside: Path | None = None) -> None:
        self.path = Path(tempfile.mkdtemp(dir=beside, prefix=PREFIX)).absolute()
        self._handle = _lock(self.path)
        if self.path.parent not in _swept:
            _swept.add(self.path.parent)
            sweep(self.path.parent)

    def remove(self) -> None:
        """Remove the folder and everything in it; a second time does nothing."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()


def sweep(parent: Path) -> None:
    """Remove what programs that were killed have left in a folder."""
    with suppress(OSError):
        for path in parent.glob(f"{PREFIX}*"):
            if _ours(path) and (handle := _lock(path)) is not None:
                shutil.rmtree(path, ignore_errors=True)
                os.close(handle)


def _ours(path: Path) -> bool:
    """Tell whether this is a folder of this user, no link, and old enough for its maker to hold it."""
    if sys.platform == "win32":
        return False
    with suppress(OSError):
        found = path.lstat()
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and found.st_mtime < time.time() - _YOUNG
    return False


def _lock(path: Path) -> int | None:
    """Return what holds a folder; None where somebody else does, or nobody can."""
    if sys.platform == "win32":
        return None
    import fcntl

    handle = -1
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY | os.O_NOFOLLOW)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if handle >= 0:
            os.close(handle)
        return None
    return handle
