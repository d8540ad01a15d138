"""Functions for the guard's tests to run: well-behaved, slow, greedy, crashing and talkative ones.

They stand in a module of their own because the child process imports them by name.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from redactor.errors import EncryptedError

Progress = Callable[[str, int, int], None]


def add(left: int, right: int, *, progress: Progress) -> int:
    """Return a sum."""
    return left + right


def count(pages: int, *, progress: Progress, nap: float = 0.0) -> str:
    """Tell progress page by page."""
    for page in range(pages):
        progress("read", page + 1, pages)
        time.sleep(nap)
    return "counted"


def hang(*, progress: Progress) -> None:
    """Never return."""
    time.sleep(600)


def hang_deaf(marker: str, *, progress: Progress) -> None:
    """Never return, ignore polite signals, and leave a temporary file and a grandchild behind."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    handle, name = tempfile.mkstemp()
    os.close(handle)
    grandchild = subprocess.Popen(["/bin/sleep", "600"])
    Path(marker).write_text(f"{name}\n{grandchild.pid}\n{os.getpid()}")
    while True:
        time.sleep(1)


def greedy(megabytes: int, *, progress: Progress) -> int:
    """Take memory and touch it."""
    taken = bytearray(megabytes * 1024 * 1024)
    return len(taken)


def hoard(megabytes: int, *, progress: Progress) -> int:
    """Take memory, keep it after the job, and say which process did."""
    sys.modules[__name__].__dict__.setdefault("kept", []).append(bytearray(b"x") * (megabytes * 1024 * 1024))
    return os.getpid()


def leave(code: int, *, progress: Progress) -> None:
    """End the process without a word."""
    os._exit(code)


def segfault(*, progress: Progress) -> None:
    """Read from address zero."""
    ctypes.string_at(0)


def refuse(*, progress: Progress) -> None:
    """Raise an error we foresaw."""
    raise EncryptedError("the file is encrypted", where="letter.pdf", remedy="Give its password.")


def blunder(secret: str, *, progress: Progress) -> None:
    """Raise an error nobody foresaw, with document text in its message."""
    raise TypeError(f"cannot use {secret}")


def shout(*, progress: Progress) -> tuple[int, int]:
    """Write to both standard streams, at the level of Python and of the file descriptor."""
    sys.stdout.write("document text")
    sys.stdout.flush()
    sys.stderr.write("document text")
    return os.write(1, b"document text"), os.write(2, b"document text")


def listen(*, progress: Progress) -> bytes:
    """Read from standard input."""
    return os.read(0, 10)


def phone_home(*, progress: Progress) -> str:
    """Try every way to a network that a library may take."""
    outcome = []
    for attempt in (
        lambda: socket.create_connection(("192.0.2.1", 80), timeout=1),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53)),
    ):
        try:
            attempt()
            outcome.append("reached")
        except PermissionError:
            outcome.append("refused")
    return " ".join(outcome)


def surroundings(*, progress: Progress) -> dict[str, object]:
    """Describe the process from inside."""
    with tempfile.NamedTemporaryFile() as temporary:
        mode = os.stat(temporary.name).st_mode & 0o777
        folder = os.path.dirname(temporary.name)
    made = Path(folder) / "made"
    made.touch()
    return {
        "pid": os.getpid(),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "temporary_mode": mode,
        "made_mode": made.stat().st_mode & 0o777,
        "folder": folder,
        "folder_mode": os.stat(folder).st_mode & 0o777,
        "path_has_current_folder": "" in sys.path,
    }


def nothing() -> None:
    """Prepare nothing."""


def collects(*, progress: Progress) -> bool:
    """Say whether the collector is on and takes what only a cycle holds."""
    import gc
    import weakref

    class Held:
        pass

    one = Held()
    one.own = one  # type: ignore[attr-defined]
    alive = weakref.ref(one)
    del one
    gc.collect()
    return gc.isenabled() and alive() is None


def burn(*, progress: Progress) -> None:
    """Use processor time for ever."""
    while True:
        sum(range(10000))


def unpicklable(*, progress: Progress) -> object:
    """Return something no pipe can carry."""
    return lambda: None


def broken_preparation() -> None:
    """Fail before the first job."""
    raise ImportError("no such library")
