"""The order of a scan: list, look, check, try what was lost once more by itself, and write each ending as it comes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import Protocol

from redactor.archive.crew import Event, Job
from redactor.archive.ledger import Ledger
from redactor.archive.outcome import Looked, Outcome
from redactor.archive.state import State
from redactor.archive.store import Store

Tell = Callable[[State, str, int], None]
"""Called with state, verdict and how many files came to it."""
Values = Callable[[Outcome], None]


class Team(Protocol):
    """Whoever works on files: threads of this computer, or a cluster."""

    def run(self, jobs: Iterator[Job], ledger: Ledger, *, alone: bool = False) -> Generator[list[Event]]:
        """Yield what happened to each file."""


def run(store: Store, team: Team, *, tell: Tell, values: Values | None = None) -> None:
    """Work until no file of this run waits. Stop at any moment: what was told is written."""
    ledger = Ledger(store.known)
    alone = False
    while True:
        count = 0
        # Closed at once whatever happens, so that nobody starts on a file whose ending nobody would write down.
        with closing(team.run(store.waiting(attempts=int(alone)), ledger, alone=alone)) as happened:
            for events in happened:
                count += len(events)
                _write(store, ledger, events, last_try=alone, tell=tell, values=values)
        if count == 0 and alone:
            return
        # First all that was never tried, ZIPs' members included; then, one by one, what was lost.
        alone = count == 0


def _write(
    store: Store, ledger: Ledger, events: list[Event], *, last_try: bool, tell: Tell, values: Values | None
) -> None:
    done: list[tuple[tuple[int, ...], Looked, Outcome]] = []
    for event in events:
        looked, outcome = event.looked, event.outcome
        if outcome is not None and outcome.state.lost and not last_try:
            files = ledger.release(looked) if looked is not None else ()
            store.put_off(files or (event.file,))
        elif outcome is not None and looked is not None:
            done.append(((event.file,), looked, outcome))
        elif outcome is not None:
            lost = Looked("", "", 0, "unknown", outcome.state, outcome.code, outcome.message)
            store.settle(event.file, lost)
            tell(outcome.state, "", 1)
        elif looked is not None and event.document is not None:
            state, verdict = store.link(event.file, looked, event.document)
            tell(state, verdict, 1)
        elif looked is not None and looked.state is State.OPENED:
            store.open_zip(event.file, event.place, looked)
            tell(State.OPENED, "", 1)
            for member in looked.members:
                tell(member.state, "", 1)
        elif looked is not None and looked.state is not State.WAITING:
            store.settle(event.file, looked)
            tell(looked.state, "", 1)
    if done:
        store.finish(done)
    for files, looked, outcome in done:
        if values is not None:
            values(outcome)
        tell(outcome.state, outcome.verdict, 1)
        # Copies that waited for it: the database knows the content now.
        for twin in ledger.release(looked):
            if twin not in files:
                document = store.known(looked)
                if document is None:
                    raise RuntimeError("a finished content is not in the database")
                state, verdict = store.link(twin, looked, document)
                tell(state, verdict, 1)
