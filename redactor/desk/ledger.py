"""The decisions file of one document at the desk: saved at once, undone and redone, and never overwritten unseen."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from redactor import decisions as files
from redactor.decisions import ChangedMeanwhileError, Decisions
from redactor.errors import DecisionsError

_MOST_STEPS = 200
_MOST_BYTES = 4 * 1024 * 1024


class ChangedElsewhereError(DecisionsError):
    """Somebody else has written the decisions file; what they wrote was taken in."""


class _Step(NamedTuple):
    """The decisions on the other side of a step, and the act it was part of."""

    other: Decisions
    act: str


class Ledger:
    """One decisions file with the steps taken at this desk.

    A step that would write over somebody else's change raises ``ChangedElsewhereError`` and takes the change in instead;
    undo ends there, for to undo across another's work would undo that too.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._digest = _digest(path)
        self.current = files.load(path) if self._digest else files.empty()

    @property
    def can_undo(self) -> bool:
        """Return whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Return whether there is a step to take again."""
        return bool(self._redo)

    def changed_elsewhere(self) -> bool:
        """Take in what somebody else wrote; True where there was something."""
        digest = _digest(self.path)
        if digest == self._digest:
            return False
        self.current = files.load(self.path) if digest else Decisions(salt=self.current.salt)
        self._digest = digest
        self._undo.clear()
        self._redo.clear()
        return True

    @property
    def act(self) -> str:
        """Return the name of the act that undo would take back; empty where it was of this file alone."""
        return self._undo[-1].act if self._undo else ""

    @property
    def undone(self) -> str:
        """Return the name of the act that redo would take again."""
        return self._redo[-1].act if self._redo else ""

    def holds(self, act: str) -> bool:
        """Return whether an act is among the steps that were taken and not undone."""
        return any(step.act == act for step in self._undo)

    def step(self, after: Decisions, *, act: str = "") -> None:
        """Save decisions as a step that can be undone; ``act`` names it where it is taken in several files at once."""
        before = self.current
        self._save(after)
        self._undo = [*self._undo, _Step(before, act)][-_MOST_STEPS:]
        self._redo.clear()

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        return self._back(self._undo, self._redo)

    def redo(self) -> bool:
        """Take the last undone step again; False where there is none."""
        return self._back(self._redo, self._undo)

    def _back(self, source: list[_Step], target: list[_Step]) -> bool:
        if not source:
            return False
        before, step = self.current, source[-1]
        self._save(step.other)
        source.pop()
        target.append(_Step(before, step.act))
        return True

    def put(self, after: Decisions) -> None:
        """Save what is no decision, such as an approval, and so no step to take back."""
        self._save(after)

    def _save(self, after: Decisions) -> None:
        try:
            saved = files.save(after, self.path, over=self._digest)
        except ChangedMeanwhileError:
            self.changed_elsewhere()
            raise ChangedElsewhereError(
                "was changed by somebody else meanwhile",
                where=self.path.name,
                remedy="Their decisions were taken in and yours was not saved; look again, then decide.",
            ) from None
        self.current = after
        self._digest = saved


def _digest(path: Path) -> str:
    """Return the SHA-256 of the file; in a folder that others write to, its name may be that of a pipe, which never ends."""
    try:
        status = path.stat()
    except OSError:
        return files.digest(path)
    if not stat.S_ISREG(status.st_mode):
        raise DecisionsError("is no file", where=path.name, remedy="Move away what has its name.")
    if status.st_size > _MOST_BYTES:
        raise DecisionsError("is larger than 4 MB", where=path.name, remedy="Check that it is the right file.")
    return files.digest(path)
