"""Work on files on many machines, through a Dask scheduler that is already there (the extra [cluster]).

Dask moves the work; the guard still opens the files, one warm process in each task's thread. Dask by itself would start a
poison file again on machine after machine, and blame what happened to run beside it. Here a batch whose machine is lost
is taken up by another; a batch that loses several is cut into single files; and a single file that does is tried once
more by itself before it is blamed. Files must lie where every machine finds them under the same name.

What travels over the cluster's network is names, masked findings and the key of the hashes, never text: use Dask's own
TLS settings where that network is not trusted.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from redactor.archive.child import Orders
from redactor.archive.crew import Desk, Event, Job, Worker
from redactor.archive.outcome import Looked, Outcome
from redactor.archive.place import Place
from redactor.archive.state import State
from redactor.errors import DestinationError, UsageError
from redactor.formats import Limits

if TYPE_CHECKING:
    from redactor.archive.ledger import Ledger

_BATCH = 8
_CONNECT_SECONDS = 15
_LOST = Outcome(
    State.CRASHED, code="D505", message="The machine that read the file was lost. Scan it again.", unchecked=True
)

Looks = list[tuple[int, Place, Looked | Outcome]]
Checks = list[tuple[int, Place, Looked, Outcome]]
ToCheck = tuple[int, Place, Looked]

_here = threading.local()


def name_model(limits: Limits, orders: Orders, desk: Desk) -> str:
    """On a machine of the cluster: return the name model's name and digest."""
    return _worker(limits, orders, desk).model()


def look_at(limits: Limits, orders: Orders, desk: Desk, jobs: list[Job]) -> Looks:
    """On a machine of the cluster: say what some files are."""
    worker = _worker(limits, orders, desk)
    return [(file, place, worker.look(place)) for file, place in jobs]


def check(limits: Limits, orders: Orders, desk: Desk, jobs: list[ToCheck]) -> Checks:
    """On a machine of the cluster: check some files."""
    worker = _worker(limits, orders, desk)
    return [(file, place, looked, worker.check(place, looked)) for file, place, looked in jobs]


def _worker(limits: Limits, orders: Orders, desk: Desk) -> Worker:
    """Return this thread's guard, kept warm from task to task and replaced when the orders are others."""
    wanted = (limits, orders, desk)
    if getattr(_here, "wanted", None) != wanted:
        if getattr(_here, "worker", None) is not None:
            _here.worker.close()
        _here.worker, _here.wanted = Worker(limits, orders, desk), wanted
    worker: Worker = _here.worker
    return worker


class Cluster:
    """A Dask cluster as a team; a context manager.

    Raises:
        UsageError: the extra is not installed.
        DestinationError: the scheduler does not answer, or goes away.
    """

    def __init__(self, address: str, limits: Limits, orders: Orders, *, desk: Desk) -> None:
        self._address = address
        self._orders = (limits, orders, desk)
        self._client: Any = None

    def __enter__(self) -> Cluster:
        try:
            from distributed import Client as Connect
        except ImportError:
            raise UsageError(
                "needs Dask", where="--executor", remedy="Install foi-release-check[cluster] here and on every machine."
            ) from None
        try:
            connect: Any = Connect
            self._client = connect(self._address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError, ImportError):
            raise DestinationError(
                "the scheduler does not answer", where=self._address, remedy="Check --scheduler, and that it runs."
            ) from None
        if not self._client.scheduler_info()["workers"]:
            self._client.close()
            raise DestinationError(
                "the scheduler has no workers", where=self._address, remedy="Start `dask worker ADDRESS` on a machine."
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close(timeout=5)

    def model(self) -> str:
        """Return the name model's name and digest, as the cluster has it."""
        return str(self._submit(name_model).result())

    def run(self, jobs: Iterator[Job], ledger: Ledger, *, alone: bool = False) -> Generator[list[Event]]:
        """Yield what happened, batch by batch; ``alone`` has one file in hand at a time."""
        from distributed import as_completed

        completed: Any = as_completed
        size = 1 if alone else _BATCH
        ahead = 1 if alone else 3 * max(1, len(self._client.scheduler_info()["workers"]))
        pending = completed(loop=self._client.loop)
        tasks: dict[str, tuple[Any, list[Any]]] = {}

        def send(task: Any, batch: list[Any]) -> None:
            future = self._submit(task, batch)
            tasks[future.key] = (task, batch)
            pending.add(future)

        more = True
        try:
            while True:
                while more and len(tasks) < ahead:
                    batch = list(islice(jobs, size))
                    more = bool(batch)
                    if batch:
                        send(look_at, batch)
                if not tasks:
                    return
                future = next(pending)
                task, batch = tasks.pop(future.key)
                answer = self._answer(future)
                if answer is None and len(batch) > 1:
                    for one in batch:
                        send(task, [one])
                elif answer is None:
                    yield [_blamed(batch[0])]
                elif task is look_at:
                    events, todo = _claimed(answer, ledger)
                    if todo:
                        send(check, todo)
                    yield events
                else:
                    yield [Event(file, place, looked, outcome) for file, place, looked, outcome in answer]
        finally:
            if tasks:
                pending.clear()

    def _submit(self, task: Any, *arguments: object) -> Any:
        return self._client.submit(task, *self._orders, *arguments, pure=False)

    def _answer(self, future: Any) -> Any:
        """Return a task's result; None where the machines that tried it were lost."""
        from concurrent.futures import CancelledError as Cancelled

        from distributed import CancelledError, KilledWorker

        try:
            return future.result()
        except KilledWorker:
            return None
        except (CancelledError, Cancelled, OSError, TimeoutError):
            raise DestinationError(
                "the scheduler went away",
                where=self._address,
                remedy="What was done is kept; run the scan again to go on.",
            ) from None


def _claimed(answer: Looks, ledger: Ledger) -> tuple[list[Event], list[ToCheck]]:
    """Say what happened to files that were looked at, and which of them are to be checked."""
    events: list[Event] = []
    todo: list[ToCheck] = []
    for file, place, looked in answer:
        if isinstance(looked, Outcome):
            events.append(Event(file, place, outcome=looked))
        elif looked.state is not State.WAITING:
            events.append(Event(file, place, looked))
        else:
            claim = ledger.claim(file, looked)
            if claim.mine:
                todo.append((file, place, looked))
            else:
                events.append(Event(file, place, looked, document=claim.document))
    return events, todo


def _blamed(job: Any) -> Event:
    file, place, *rest = job
    return Event(file, place, rest[0] if rest else None, _LOST)
