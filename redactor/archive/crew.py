"""Work on files in this computer: a few threads, each with a guard of its own, and every answer to the one who writes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from redactor import _jobs
from redactor.archive import child
from redactor.archive.child import Orders
from redactor.archive.contents import NotHere
from redactor.archive.outcome import Looked, Outcome
from redactor.archive.place import Place
from redactor.archive.state import State, of_error
from redactor.errors import UncheckedError
from redactor.formats import Limits
from redactor.guard import Guard, InternalError

if TYPE_CHECKING:
    from redactor.archive.ledger import Ledger

_JOBS_A_CHILD = 10_000
"""A file is two jobs. A new child costs 3 s of imports, the model, and all it remembered; one that grows goes sooner."""

Job = tuple[int, Place]
"""Number of the file in the database, and where it lies."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to one file.

    Attributes:
        looked: what it is; None where even that was not found out.
        outcome: how its check ended; None where there was nothing to check, or a twin is being checked.
        document: a document that holds the same content and was checked before.
    """

    file: int
    place: Place
    looked: Looked | None = None
    outcome: Outcome | None = None
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What the guard's process is given to do: top-level functions, which it finds by their names."""

    warm: Callable[[], object] = _jobs.warm
    model: Callable[..., str] = child.model
    look: Callable[..., Looked] = child.look
    check: Callable[..., Outcome] = child.check


class Worker:
    """One guard and what it was told; turns a file into an event and never raises for what a file does."""

    def __init__(self, limits: Limits, orders: Orders, desk: Desk) -> None:
        self._guard = Guard(limits, prepare=desk.warm, recycle_after=_JOBS_A_CHILD)
        self._desk = desk
        self.orders = orders

    def model(self) -> str:
        """Return the name model's name and digest, and have it loaded."""
        return self._guard.run(self._desk.model, self.orders)

    def look(self, place: Place) -> Looked | Outcome:
        """Return what a file is, or how the attempt was lost."""
        try:
            looked: Looked = self._run(self._desk.look, place, place, self.orders.bounds)
        except (UncheckedError, InternalError) as problem:
            return _lost(problem)
        return looked

    def check(self, place: Place, looked: Looked) -> Outcome:
        """Return how the check of a file ended."""
        try:
            outcome: Outcome = self._run(self._desk.check, place, place, looked.sha256, self.orders)
        except (UncheckedError, InternalError) as problem:
            return _lost(problem)
        return outcome

    def close(self) -> None:
        """End the guard's process, whatever it is doing."""
        self._guard.close()

    def _run(self, job, place: Place, *arguments: object):  # type: ignore[no-untyped-def]  # as Guard.run
        if not place.is_url:
            return self._guard.run(job, *arguments, where=place.name)
        from redactor.archive import remote

        try:
            # The guard's process has no network; what it still holds need not be sent again.
            return self._guard.run(job, *arguments, where=place.name)
        except NotHere:
            data = remote.fetch(place.outer, self.orders.bounds.member_bytes)
            return self._guard.run(job, *arguments, data, where=place.name)


def work(worker: Worker, ledger: Ledger, file: int, place: Place) -> Event:
    """Look at a file and, unless its content is known or being checked, check it."""
    looked = worker.look(place)
    if isinstance(looked, Outcome):
        return Event(file, place, outcome=looked)
    if looked.state is not State.WAITING:
        return Event(file, place, looked)
    claim = ledger.claim(file, looked)
    if not claim.mine:
        return Event(file, place, looked, document=claim.document)
    return Event(file, place, looked, worker.check(place, looked))


def _lost(problem: UncheckedError | InternalError) -> Outcome:
    if isinstance(problem, InternalError):
        frames = f" ({problem.kind} at {problem.stack[-1]})" if problem.stack else f" ({problem.kind})"
        return Outcome(
            State.INTERNAL, code="E901", message=f"Internal error, please report it{frames}.", unchecked=True
        )
    message = f"The file {problem.what}. {problem.remedy}".strip()
    return Outcome(of_error(problem), code=problem.code, message=message, unchecked=True)


class Crew:
    """Threads with a guard each; a context manager. Threads only wait for their guards, so one interpreter is enough."""

    def __init__(self, limits: Limits, orders: Orders, *, jobs: int, desk: Desk) -> None:
        self.workers = [Worker(limits, orders, desk) for _ in range(jobs)]

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.close()

    def model(self) -> str:
        """Return the name model's name and digest."""
        return self.workers[0].model()

    def run(self, jobs: Iterator[Job], ledger: Ledger, *, alone: bool = False) -> Generator[list[Event]]:
        """Yield what happened, as many events at once as are there; ``alone`` has one file in hand at a time."""
        team = self.workers[:1] if alone else self.workers
        todo: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        done: queue.SimpleQueue[Event | BaseException] = queue.SimpleQueue()
        stopped = threading.Event()
        threads = [
            threading.Thread(target=_serve, args=(worker, ledger, todo, done, stopped), daemon=True) for worker in team
        ]
        for thread in threads:
            thread.start()
        in_hand, ahead = 0, len(team) * (1 if alone else 3)
        try:
            more = True
            while more or in_hand:
                while more and in_hand < ahead:
                    job = next(jobs, None)
                    more = job is not None
                    if job is not None:
                        todo.put(job)
                        in_hand += 1
                if in_hand:
                    events = _gather(done)
                    in_hand -= len(events)
                    yield events
        finally:
            stopped.set()
            if in_hand:
                # Interrupted: a file that is being read is given up, and is still waiting in the database.
                for worker in team:
                    worker.close()
            for _ in threads:
                todo.put(None)
            for thread in threads:
                thread.join(timeout=10)


def _serve(
    worker: Worker,
    ledger: Ledger,
    todo: queue.SimpleQueue[Job | None],
    done: queue.SimpleQueue[Event | BaseException],
    stopped: threading.Event,
) -> None:
    while (job := todo.get()) is not None and not stopped.is_set():
        try:
            event: Event | BaseException = work(worker, ledger, *job)
        except BaseException as problem:  # noqa: BLE001  # raised again by the one who waits for this
            event = problem
        if stopped.is_set():
            return
        done.put(event)


def _gather(done: queue.SimpleQueue[Event | BaseException]) -> list[Event]:
    """Wait for one event and take those that lie behind it."""
    found: list[Event] = []
    waiting = True
    while waiting or not done.empty():
        # A wait without end would keep Ctrl-C from being noticed on Windows.
        try:
            event = done.get(timeout=1.0)
        except queue.Empty:
            continue
        waiting = False
        if isinstance(event, BaseException):
            raise event
        found.append(event)
    return found
