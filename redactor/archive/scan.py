"""The order of a scan: list, look, check, try what was lost once more by itself, and write each ending as it comes."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import Protocol

from redactor.archive.crew import Event, Job
from redactor.archive.ledger import Ledger
from redactor.archive.outcome import Looked, Member, Outcome
from redactor.archive.place import Place
from redactor.archive.state import State
from redactor.archive.store import Store

Tell = Callable[[State, str, int], None]
"""Called with state, verdict and how many files came to it."""
Values = Callable[[Outcome], None]
Refuse = Callable[[Place], str]
"""Says why a member of a ZIP is left out by rule; nothing where it is not."""
_NESTED = 200_000
"""Files in ZIPs that lie in one ZIP. Each of those may be small: 10 kB of ZIPs in ZIPs hold millions of empty files."""


class Team(Protocol):
    """Whoever works on files: threads of this computer, or a cluster."""

    def run(self, jobs: Iterator[Job], ledger: Ledger, *, alone: bool = False) -> Generator[list[Event]]:
        """Yield what happened to each file."""


def run(store: Store, team: Team, *, tell: Tell, refuse: Refuse, values: Values | None = None) -> None:
    """Work until no file of this run waits. Stop at any moment: what was told is written."""
    ledger = Ledger(store.known)
    inside = Inside(refuse)
    alone = False
    while True:
        count = 0
        # Closed at once whatever happens, so that nobody starts on a file whose ending nobody would write down.
        with closing(team.run(store.waiting(attempts=int(alone)), ledger, alone=alone)) as happened:
            for events in happened:
                count += len(events)
                _write(store, ledger, inside, events, last_try=alone, tell=tell, values=values)
        if count == 0 and alone:
            return
        # First all that was never tried, ZIPs' members included; then, one by one, what was lost.
        alone = count == 0


class Inside:
    """What becomes of ZIPs' members: those left out by rule, and ZIPs in a ZIP that hold too many together."""

    def __init__(self, refuse: Refuse, most: int = _NESTED) -> None:
        self._refuse, self._most = refuse, most
        self._held: Counter[str] = Counter()

    def of(self, place: Place, looked: Looked) -> Looked:
        """Return an opened ZIP with its members as they are to be listed, or as too large."""
        if place.members:
            self._held[place.outer] += len(looked.members)
            if self._held[place.outer] > self._most:
                self._held[place.outer] -= len(looked.members)
                message = f"The ZIPs in this ZIP hold more than {self._most:,} files. Unpack it and scan the folder."
                return dataclasses.replace(looked, state=State.TOO_LARGE, code="D507", message=message, members=())
        return dataclasses.replace(looked, members=tuple(self._ruled(place, member) for member in looked.members))

    def _ruled(self, place: Place, member: Member) -> Member:
        why = self._refuse(place.member(member.number, member.name))
        return dataclasses.replace(member, state=State.SKIPPED, message=why) if why else member


def _write(
    store: Store,
    ledger: Ledger,
    inside: Inside,
    events: list[Event],
    *,
    last_try: bool,
    tell: Tell,
    values: Values | None,
) -> None:
    done: list[tuple[tuple[int, ...], Looked, Outcome]] = []
    for event in events:
        looked, outcome = event.looked, event.outcome
        if looked is not None and looked.state is State.OPENED:
            looked = inside.of(event.place, looked)
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
    if values is not None:
        # First, for a content that the database knows is never checked again: a kill in between must not lose them.
        for _, _, outcome in done:
            values(outcome)
    if done:
        store.finish(done)
    for files, looked, outcome in done:
        tell(outcome.state, outcome.verdict, 1)
        # Copies that waited for it: the database knows the content now.
        for twin in ledger.release(looked):
            if twin not in files:
                document = store.known(looked)
                if document is None:
                    raise RuntimeError("a finished content is not in the database")
                state, verdict = store.link(twin, looked, document)
                tell(state, verdict, 1)
