"""What can go wrong, said so that a person can act: what happened, where, and what to do.

No message here ever holds document text. Exit codes follow ``sysexits.h`` where it has one (70), Unix habit elsewhere
(2 usage, 130 interrupted), and leave 1 to an uncaught Python exception, so that 1 is never mistaken for a verdict.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable


class ExitCode(enum.IntEnum):
    """The process's last word. Several files end with the worst, in the order of ``WORST``."""

    READY = 0
    USAGE = 2
    REVIEW = 10
    BLOCKED = 20
    UNCHECKED = 30
    INTERNAL = 70
    INTERRUPTED = 130

    @property
    def meaning(self) -> str:
        """Return one line for the exit-code table."""
        return _MEANING[self]


_MEANING = {
    ExitCode.READY: "READY: nothing stands in the way of release",
    ExitCode.REVIEW: "REVIEW: a person must settle the items listed",
    ExitCode.BLOCKED: "BLOCKED: must not be released as it is",
    ExitCode.UNCHECKED: "could not be checked: unreadable, encrypted, timed out",
    ExitCode.USAGE: "usage, policy, case or configuration error",
    ExitCode.INTERNAL: "internal error, please report it",
    ExitCode.INTERRUPTED: "interrupted",
}

WORST = tuple(_MEANING)
"""Exit codes from best to worst."""


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the worst of several exit codes; READY for none."""
    return max(codes, key=WORST.index, default=ExitCode.READY)


class RedactorError(Exception):
    """Something we foresaw. Says what happened, where, and what to do.

    Attributes:
        what: one clause, lower-case start, without document text.
        where: file, line or key; may be empty.
        remedy: what the user can do about it.
    """

    exit_code = ExitCode.INTERNAL
    code = "E901"

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.remedy))

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text.rstrip('.')}. {self.remedy}" if self.remedy else text


def _rebuild(kind: type[RedactorError], what: str, where: str, remedy: str) -> RedactorError:
    return kind(what, where=where, remedy=remedy)


class UsageError(RedactorError):
    """The command, an option or a file given to it is wrong."""

    exit_code = ExitCode.USAGE
    code = "E902"


class PolicyError(UsageError):
    """A policy pack cannot be read or says something it may not."""

    code = "E903"


class CaseError(UsageError):
    """A case file cannot be read or has a key nobody knows."""

    code = "E904"


class DecisionsError(UsageError):
    """A decisions file cannot be read or contradicts itself."""

    code = "E905"


class ConfigError(UsageError):
    """The configuration cannot be read or has a key nobody knows."""

    code = "E906"


class DestinationError(UsageError):
    """The output cannot be written where it was asked for."""

    code = "E907"


class UncheckedError(RedactorError):
    """A file that could not be checked; ``Engine`` turns it into an issue of the same code, never into silence."""

    exit_code = ExitCode.UNCHECKED
    code = "D500"


class UnreadableError(UncheckedError):
    """The file is not what its name says, is empty, damaged, or not a format we know."""

    code = "D501"


class EncryptedError(UncheckedError):
    """The file is encrypted and no password opened it."""

    code = "D502"


class TimedOutError(UncheckedError):
    """The file took longer than its deadline."""

    code = "D503"


class OutOfMemoryError(UncheckedError):
    """The file needed more memory than its cap."""

    code = "D504"


class CrashedError(UncheckedError):
    """The process that read the file died."""

    code = "D505"


class SourceChangedError(UncheckedError):
    """The file changed while it was read."""

    code = "D506"


class LimitError(UncheckedError):
    """The file is larger than the limits allow: pages, bytes once unpacked, page size, objects."""

    code = "D507"


class RedactionError(UncheckedError):
    """A copy could not be made; nothing was written."""

    code = "D508"
