"""Which contents are being checked at this moment, so that identical copies are checked once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from redactor.archive.outcome import Looked


@dataclass(frozen=True, slots=True)
class Claim:
    """What to do with a file whose content was hashed: check it, take a known document, or (neither) wait for its twin."""

    mine: bool = False
    document: int | None = None


class Ledger:
    """Safe for many threads. ``known`` says which document a content has, if it was checked before."""

    def __init__(self, known: Callable[[Looked], int | None]) -> None:
        self._known = known
        self._holders: dict[str, list[int]] = {}
        self._lock = threading.Lock()

    def claim(self, file: int, looked: Looked) -> Claim:
        """Say what is to be done with a file; one that waits is settled together with the one that is checked."""
        with self._lock:
            holders = self._holders.get(looked.content)
            if holders is not None:
                holders.append(file)
                return Claim()
            document = self._known(looked)
            if document is None:
                self._holders[looked.content] = [file]
            return Claim(mine=document is None, document=document)

    def release(self, looked: Looked) -> tuple[int, ...]:
        """Return every file that waits for a content, and forget it. Only after the database knows how it ended."""
        with self._lock:
            return tuple(self._holders.pop(looked.content, ()))
