"""One child process of the guard: how it is started, watched and ended."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from redactor import _pipe
from redactor.scratch import Scratch

_BOOT = "import sys; sys.path[:] = sys.argv[2:]; from redactor._child import main; main()"
# Libraries start a thread a core each with its own arena, which would eat the address space that a file may use.
_QUIET_THREADS = {"OMP_NUM_THREADS": "1", "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
_NOT_INHERITED = ("PYTHONFAULTHANDLER", "PYTHONDEVMODE", "PYTHONINSPECT", "PYTHONSTARTUP", "PYTHONVERBOSE")


class Gone:
    """What the reader puts into the queue when the child's pipe has closed."""


class Process:
    """One child process, its private temporary folder, and the thread that reads its answers."""

    def __init__(self, prepare: _pipe.Job | None) -> None:
        self._scratch = Scratch()
        self.folder = self._scratch.path
        self.jobs = 0
        self.tired = False
        self.ready = False
        self._prepare = prepare
        self._process: subprocess.Popen[bytes] | None = None
        self._messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._started = threading.Event()
        self._problem: OSError | None = None
        self._reader = threading.Thread(target=self._serve, name="redactor-guard", daemon=True)
        self._reader.start()

    def _serve(self) -> None:
        """Start the process and read from it until it ends.

        Linux sends the death signal when the *thread* that started a child ends, so the starter is this thread, which
        lives exactly as long as the child, and not a passing worker thread of some web server.
        """
        try:
            self._process = self._start()
        except OSError as problem:
            self._problem = problem
            self._messages.put(Gone())
            return
        finally:
            self._started.set()
        if self._process.stdin is None or self._process.stdout is None:
            return
        try:
            _pipe.send(self._process.stdin.fileno(), self._prepare)
            while True:
                self._messages.put(_pipe.receive(self._process.stdout.fileno()))
        except Exception:  # noqa: BLE001  # a pipe that breaks or sends nonsense means one thing: the child is lost
            self._messages.put(Gone())

    def _start(self) -> subprocess.Popen[bytes]:
        here = str(self.folder)
        environment = {key: value for key, value in os.environ.items() if key not in _NOT_INHERITED}
        environment = {**_QUIET_THREADS, **environment, "TMPDIR": here, "TEMP": here, "TMP": here}
        # -P keeps the current folder, which may hold somebody's documents, off the import path.
        paths = [str(Path(path).absolute()) for path in sys.path]
        return subprocess.Popen(  # our own interpreter, our own code
            [sys.executable, "-P", "-c", _BOOT, str(os.getpid()), *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,
            # Its own session: an interrupt typed at the terminal reaches the parent alone, and a kill reaches
            # whatever the child has started.
            start_new_session=True,
        )

    def send(self, message: object) -> None:
        """Hand over a job; a broken pipe shows as the child's end when the answer is read."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                _pipe.send(self._process.stdin.fileno(), message)

    def next(self, timeout: float) -> object | None:
        """Return the child's next message; None when there was none in time."""
        try:
            message: object = self._messages.get(timeout=max(0.0, timeout))
        except queue.Empty:
            return None
        return message

    def end(self, *, grace: float = 0.0) -> int | None:
        """Kill the process and all it started, remove its folder, and return its exit status.

        A child whose pipe has closed is about to end by itself; ``grace`` waits for the status it ends with.
        """
        self._started.wait()
        status = None
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                status = self._process.wait(timeout=grace)
            with suppress(OSError):
                if sys.platform == "win32":
                    self._process.kill()
                else:
                    os.killpg(self._process.pid, signal.SIGKILL)
            killed = self._process.wait()
            status = killed if status is None else status
            # Closing a descriptor that the reader still waits on would let it read some later file by that number.
            self._reader.join(timeout=5)
            if not self._reader.is_alive():
                for pipe in (self._process.stdin, self._process.stdout):
                    if pipe is not None:
                        with suppress(OSError):
                            pipe.close()
        self._scratch.remove()
        return status

    @property
    def problem(self) -> OSError | None:
        """Return why the process could not be started, if so."""
        return self._problem
