"""How a listed file ended: every file has exactly one of these, and their counts add up to what was listed."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from redactor.errors import ExitCode, UncheckedError, worst
from redactor.gate import FailOn


class State(enum.StrEnum):
    """Where a file stands. All but WAITING are final."""

    WAITING = "waiting"
    DONE = "done"
    OPENED = "opened"
    SKIPPED = "skipped"
    GONE = "gone"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    CRASHED = "crashed"
    INTERNAL = "internal-error"

    @property
    def meaning(self) -> str:
        """Return the state in words."""
        return _MEANING[self]

    @property
    def lost(self) -> bool:
        """Return whether the process that read the file was lost, so that it deserves a second try by itself."""
        return self in {State.TIMED_OUT, State.OUT_OF_MEMORY, State.CRASHED}


_MEANING = {
    State.WAITING: "not looked at yet",
    State.DONE: "checked",
    State.OPENED: "a ZIP whose members are counted by themselves",
    State.SKIPPED: "skipped by rule",
    State.GONE: "was listed before and is no longer there",
    State.UNSUPPORTED: "of a kind that cannot be checked",
    State.UNREADABLE: "not readable",
    State.ENCRYPTED: "encrypted",
    State.TOO_LARGE: "larger than the limits",
    State.TIMED_OUT: "timed out",
    State.OUT_OF_MEMORY: "out of memory",
    State.CRASHED: "crashed what read it",
    State.INTERNAL: "internal error of this program",
}

_BY_CODE = {
    "D502": State.ENCRYPTED,
    "D503": State.TIMED_OUT,
    "D504": State.OUT_OF_MEMORY,
    "D505": State.CRASHED,
    "D507": State.TOO_LARGE,
}
UNCHECKED_CODES = frozenset({*_BY_CODE, "D500", "D501", "D506", "D508"})
"""Codes of ``redactor.errors`` by which a whole file could not be checked."""


def of_error(error: UncheckedError) -> State:
    """Return the state of a file that could not be checked."""
    return of_code(error.code)


def of_code(code: str) -> State:
    """Return the state that an error's code stands for."""
    return _BY_CODE.get(code, State.UNREADABLE)


def exit_code(state: State, verdict: str, *, unchecked: bool, fail_on: FailOn) -> ExitCode:
    """Return what one file does to the exit code; what was not checked fails whatever ``fail_on`` says."""
    if state in {State.SKIPPED, State.OPENED, State.GONE}:
        return ExitCode.READY
    if state is State.INTERNAL:
        return ExitCode.INTERNAL
    if state is not State.DONE or unchecked:
        return ExitCode.UNCHECKED
    if verdict == "ready" or fail_on is FailOn.NEVER:
        return ExitCode.READY
    if verdict == "review":
        return ExitCode.READY if fail_on is FailOn.BLOCK else ExitCode.REVIEW
    return ExitCode.BLOCKED


def worst_of(groups: Iterable[tuple[str, str, int]], *, fail_on: FailOn) -> ExitCode:
    """Return the worst exit code of (state, verdict, unchecked) groups."""
    return worst(exit_code(State(state), verdict, unchecked=bool(u), fail_on=fail_on) for state, verdict, u in groups)
