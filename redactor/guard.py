"""A warm child process in which files are opened, with a deadline and a memory cap enforced from outside.

Parsers of hostile files hang, eat memory and crash. A pool (``concurrent.futures``, loky) loses all its work to one
crash, and ``multiprocessing`` runs the parent's main module again in the child; so the guard starts one plain
interpreter of its own, talks to it over two pipes, and starts another when that one is lost.

On Windows only the deadline holds; memory and processor limits need POSIX. If this process is killed outright (SIGKILL),
Linux ends the child too, but the private temporary folder stays behind.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar

from redactor import _pipe
from redactor._process import Gone, Process
from redactor.errors import CrashedError, OutOfMemoryError, RedactorError, TimedOutError
from redactor.formats import Limits

__all__ = ["Guard", "InternalError", "ProgressCallback"]

T = TypeVar("T")
ProgressCallback = Callable[[str, int, int], None]
"""stage, done, total."""

_START_SECONDS = 180.0
_RECYCLE_AFTER = 200
_RECYCLE_SHARE = 0.5


class InternalError(RedactorError):
    """A fault in this program.

    Attributes:
        kind: type of the exception.
        stack: "file:line in function" from the outermost, without document text.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.kind = "Exception"
        self.stack: tuple[str, ...] = ()


class Guard:
    """Run functions in a warm child process; a context manager.

    Args:
        limits: how long a job may take and how much memory it may use beyond what the child's libraries hold.
        prepare: a top-level function without arguments that the child runs before its first job (heavy imports).
        recycle_after: jobs after which a child is replaced however it behaves; one that has grown is replaced at once.

    One job runs at a time; threads that share a guard wait for one another. A function given to ``run`` must be at the
    top level of an importable module and take a keyword ``progress``, a callable of (stage, done, total).
    """

    def __init__(
        self, limits: Limits, *, prepare: Callable[[], object] | None = None, recycle_after: int = _RECYCLE_AFTER
    ) -> None:
        self.limits = limits
        self._recycle_after = recycle_after
        self._prepare = None if prepare is None else _pipe.Job(prepare, (), {}, 0, 0)
        self._child: Process | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Guard:
        self._child = self._child or Process(self._prepare)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, stack: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child and remove everything it left."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def run(
        self,
        function: Callable[..., T],
        *arguments: object,
        where: str = "",
        pages: int = 0,
        progress: ProgressCallback | None = None,
        **keywords: object,
    ) -> T:
        """Run a function in the child and return its result.

        Args:
            where: name of the file for error messages.
            pages: pages of the file if known; otherwise the deadline grows when progress tells them.

        Raises:
            TimedOutError, OutOfMemoryError, CrashedError: the child was lost; the next job gets a new one.
            RedactorError: what the function raised.
            InternalError: the function raised anything else.
        """
        with self._lock:
            limits = self.limits
            child = self._warm(where)
            finished = False
            try:
                longest = limits.seconds + limits.seconds_per_page * limits.max_pages
                cores = os.cpu_count() or 1
                memory = limits.memory_mb * 1024 * 1024
                child.send(_pipe.Job(function, arguments, keywords, memory, int(longest + 1) * cores))
                answer = self._wait(child, limits, where, pages, progress)
                finished = True
            finally:
                # Also on Ctrl-C: whatever stops the wait leaves a child in an unknown state.
                if not finished:
                    self.close()
            result: T = self._result(child, answer, where)
            return result

    def _warm(self, where: str) -> Process:
        """Return a child that is ready for a job, a new one if the old has served long or grown."""
        if self._child is not None and (self._child.tired or self._child.jobs >= self._recycle_after):
            self.close()
        child = self._child = self._child or Process(self._prepare)
        child.jobs += 1
        if child.ready:
            return child
        try:
            message = child.next(_START_SECONDS)
        except BaseException:
            self.close()
            raise
        if isinstance(message, _pipe.Ready):
            child.ready = True
            return child
        if child.problem is not None:
            self.close()
            raise CrashedError(
                f"could not be read because no process could be started ({child.problem.strerror})",
                where=where,
                remedy=_FREE,
            )
        if isinstance(message, _pipe.Broken):
            self.close()
            raise _internal(message, where)
        raise self._lost(child, where) if message is not None else self._late(_START_SECONDS, where)

    def _wait(
        self, child: Process, limits: Limits, where: str, pages: int, progress: ProgressCallback | None
    ) -> _pipe.Done | _pipe.Refused | _pipe.Broken:
        started = time.monotonic()
        while True:
            allowed = limits.seconds + limits.seconds_per_page * min(pages, limits.max_pages)
            message = child.next(started + allowed - time.monotonic())
            if message is None:
                raise self._late(allowed, where)
            if isinstance(message, Gone):
                raise self._lost(child, where)
            if isinstance(message, _pipe.Progress):
                pages = max(pages, message.total)
                if progress is not None:
                    progress(message.stage, message.done, message.total)
            elif isinstance(message, _pipe.Done | _pipe.Refused | _pipe.Broken):
                return message

    def _result(self, child: Process, answer: _pipe.Done | _pipe.Refused | _pipe.Broken, where: str) -> Any:
        if isinstance(answer, _pipe.Broken):
            child.tired = True
            raise _internal(answer, where)
        share = self.limits.memory_mb * 1024 * 1024 * _RECYCLE_SHARE
        child.tired = answer.grown_bytes > share
        if isinstance(answer, _pipe.Refused):
            error = answer.error
            if isinstance(error, OutOfMemoryError):
                child.tired = True
                remedy = error.remedy or f"Allow more than {self.limits.memory_mb} MB, or split the file."
                raise type(error)(error.what, where=error.where or where, remedy=remedy)
            raise error
        return answer.result

    def _late(self, allowed: float, where: str) -> TimedOutError:
        self.close()
        return TimedOutError(
            f"took longer than {allowed:.0f} seconds", where=where, remedy="Allow it more time, or split the file."
        )

    def _lost(self, child: Process, where: str) -> RedactorError:
        """Return the error for a child that ended by itself."""
        self._child = None
        status = child.end(grace=1.0)
        if status is not None and status < 0:
            name = signal.Signals(-status).name
            if name == "SIGXCPU":
                return TimedOutError("used up its processor time", where=where, remedy="Allow more time, or split it.")
            remedy = _FREE if name == "SIGKILL" else _REPORT
            return CrashedError(f"crashed the process that read it ({name})", where=where, remedy=remedy)
        return CrashedError(f"ended the process that read it (code {status})", where=where, remedy=_REPORT)


_REPORT = "Do not release the file; ask for it in another form, and report the crash."
_FREE = "The computer may be out of memory; close other programs and try again."


def _internal(broken: _pipe.Broken, where: str) -> InternalError:
    error = InternalError(
        f"could not be read because of an internal error ({broken.kind})", where=where, remedy="Please report it."
    )
    error.kind, error.stack = broken.kind, broken.stack
    return error
