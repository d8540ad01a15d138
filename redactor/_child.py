"""The far side of the guard: the process that opens untrusted files, so that the one that reports on them lives on.

It is no sandbox: it runs as the same user and sees the same files. What it adds is that a file which hangs, eats
memory or crashes a parser takes only this process with it, and that nothing in it can reach the network.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path

from redactor._pipe import Broken, Done, Job, Progress, Ready, Refused, receive, send
from redactor.errors import OutOfMemoryError, RedactorError

_NETWORK = frozenset(
    f"socket.{event}"
    for event in (
        "bind",
        "connect",
        "getaddrinfo",
        "gethostbyaddr",
        "gethostbyname",
        "getnameinfo",
        "sendmsg",
        "sendto",
    )
)


def main() -> None:
    """Serve jobs until the parent closes the pipe. Started by ``Guard`` alone, with the parent's process id."""
    requests, replies = _own_pipes()
    _tie_to_parent(int(sys.argv[1]))
    _seal()
    # The parent decides what an interrupt means and kills this process itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        prepare: Job | None = receive(requests)
        if prepare is not None:
            _prepare(prepare)
        send(replies, Ready())
        ready_bytes = _memory()[1]
        while True:
            send(replies, _answer(receive(requests), replies, ready_bytes))
    except (EOFError, BrokenPipeError):
        return
    except Exception as error:  # noqa: BLE001  # the guard reports it; nothing else may leave this process
        send(replies, _broken(error))


def _prepare(job: Job) -> None:
    """Run the imports; what they make lives as long as the process, and looking through it for garbage is for nothing."""
    gc.disable()
    try:
        job.function(*job.arguments, **job.keywords)
    finally:
        gc.freeze()
        gc.enable()


def _answer(job: Job, replies: int, ready_bytes: int) -> Done | Refused | Broken:
    """Do one job under its limits and say how it ended."""

    def progress(stage: str, done: int, total: int) -> None:
        send(replies, Progress(stage, done, total))

    answer: Done | Refused | Broken
    _limit(job)
    try:
        answer = Done(job.function(*job.arguments, **job.keywords, progress=progress), 0)
    except MemoryError:
        answer = Refused(OutOfMemoryError("needs more memory than it may use"), 0)
    except RedactorError as error:
        answer = Refused(error, 0)
    except Exception as error:  # noqa: BLE001  # the guard turns it into an internal error that names no text
        answer = _broken(error)
    finally:
        _lift()
    if isinstance(answer, Broken):
        return answer
    grown = max(0, _memory()[1] - ready_bytes)
    return Done(answer.result, grown) if isinstance(answer, Done) else Refused(answer.error, grown)


def _broken(error: Exception) -> Broken:
    frames = traceback.extract_tb(error.__traceback__)
    return Broken(type(error).__name__, tuple(f"{f.filename}:{f.lineno} in {f.name}" for f in frames))


def _own_pipes() -> tuple[int, int]:
    """Keep stdin and stdout as the two pipes, and put the null device where libraries look for them."""
    requests, replies = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for pipe in (requests, replies):
            msvcrt.setmode(pipe, os.O_BINARY)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.close(null)
    faulthandler.disable()
    return requests, replies


def _tie_to_parent(parent: int) -> None:
    """Ask Linux to kill this process when the parent's thread ends; elsewhere the closed pipe ends it after its job."""
    if sys.platform != "linux":
        return
    import ctypes

    set_death_signal = 1  # PR_SET_PDEATHSIG, prctl(2)
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def _seal() -> None:
    """Make new files private, forbid core dumps (they would hold the letter) and refuse every network call."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def refuse(event: str, _arguments: object) -> None:
        if event in _NETWORK:
            raise PermissionError("This program makes no network connections.")

    sys.addaudithook(refuse)


def _memory() -> tuple[int, int]:
    """Return the process's address space and resident set in bytes; zeros where the system does not say."""
    with suppress(OSError, ValueError):
        size, resident = Path("/proc/self/statm").read_text().split()[:2]
        page = os.sysconf("SC_PAGE_SIZE")
        return int(size) * page, int(resident) * page
    return 0, 0


def _limit(job: Job) -> None:
    """Set the soft limits of this job: memory on top of what the libraries hold, processor time on top of what is used.

    Address space counts libraries and thread stacks that no file is to blame for; hence "on top of".
    """
    if sys.platform == "win32":
        return
    import resource

    size, _ = _memory()
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft(resource.RLIMIT_AS, size + job.memory_bytes)
    _soft(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + job.cpu_seconds)


def _lift() -> None:
    if sys.platform != "win32":
        import resource

        _soft(resource.RLIMIT_AS, resource.RLIM_INFINITY)
        _soft(resource.RLIMIT_CPU, resource.RLIM_INFINITY)


def _soft(kind: int, value: int) -> None:
    """Set a soft limit no higher than the hard one; macOS refuses RLIMIT_AS, where only the deadline holds."""
    import resource

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY and (value == resource.RLIM_INFINITY or value > hard):
        value = hard
    with suppress(OSError, ValueError):
        resource.setrlimit(kind, (value, hard))
