"""One writer at a time: who wants to change a file waits until the other program is done with it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from redactor.errors import DecisionsError

_PATIENCE = 10.0
_AGAIN = 0.02


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold off every other program of ours that would write ``path`` until the block ends.

    The system lets go of the lock when its holder ends, however it ends, and nothing is left lying beside the file. Where
    the folder's file system knows no locks (some shares), there is none, and what compares contents must do.

    Raises:
        DecisionsError: somebody else has held it for ten seconds.
    """
    handle = _opened(path)
    if handle is None:
        yield
        return
    try:
        until = time.monotonic() + _PATIENCE
        while not _taken(handle):
            if time.monotonic() > until:
                raise DecisionsError(
                    "is being written by another program", where=path.name, remedy="Wait a moment and try again."
                )
            time.sleep(_AGAIN)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(path: Path) -> int | None:
        # A folder cannot be locked here; the file vanishes with its last holder.
        name = path.with_name(f".{path.name}.turn")
        with suppress(OSError):
            return os.open(name, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)
        return None

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(path: Path) -> int | None:
        with suppress(OSError):
            return os.open(path.absolute().parent, os.O_RDONLY | os.O_CLOEXEC)
        return None

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks
        return True
