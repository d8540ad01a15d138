"""One document at the desk: what is known of it, and what the browser is told."""

from __future__ import annotations

import dataclasses
import enum
import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from redactor.errors import DecisionsError

if TYPE_CHECKING:
    from redactor.desk.ledger import Ledger
    from redactor.desk.scanned import Listed
    from redactor.errors import RedactorError
    from redactor.model import CheckResult
    from redactor.report import Report
    from redactor.shown import Sheet


APPROVAL = "P611"
"""What says that nobody approved; the release asks for that by a field of its own."""
SAID_OF_COPY = frozenset({"P601", "P602", APPROVAL})
"""Issues of a copy that stand for findings, which are listed one by one, or for a field of the form."""
SAID_OF_SOURCE = SAID_OF_COPY | {"L127", "H217", "H218", "H219", "H220", "H221", "H222"}
"""The same of the source, with what goes when its findings go; whether it went, the copy is asked."""


class State(enum.StrEnum):
    """How far a document is."""

    LISTED = "listed"
    WAITING = "waiting"
    CHECKING = "checking"
    CHECKED = "checked"
    LOCKED = "locked"
    FAILED = "failed"


class Making(enum.StrEnum):
    """How far a redacted copy is."""

    NONE = "none"
    RUNNING = "running"
    PROVED = "proved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Progress:
    """What is being done right now."""

    stage: str = ""
    done: int = 0
    total: int = 0


@dataclass(slots=True)
class Copy:
    """A redacted copy in the desk's private folder, and the checks on it as they end.

    ``revision`` is the item's when the copy was ordered: a copy of an earlier state of decisions is never offered.
    """

    state: Making = Making.NONE
    revision: int = -1
    folder: Path | None = None
    pdf: Path | None = field(default=None, repr=False)
    report: Report | None = field(default=None, repr=False)
    checks: list[tuple[str, str, str]] = field(default_factory=list)
    progress: Progress = Progress()
    problem: str = ""
    remedy: str = ""
    released: dict[str, Path] = field(default_factory=dict, repr=False)
    """Files offered for download, by kind; empty until somebody has released the copy."""
    released_report: Report | None = field(default=None, repr=False)
    """The report as it was handed out, with who released and approved."""
    signed: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Item:
    """A document in the queue. ``lock`` guards everything that changes.

    Attributes:
        id: opaque; the only name by which an address speaks of the document.
        path: where the file lies; never told to the browser.
        own: the folder that was made for an upload, removed with the item.
        revision: grows with every change of decisions; a window that acts on an older one is told so.
    """

    path: Path = field(repr=False)
    ledger: Ledger | None = field(repr=False, default=None)
    own: Path | None = field(repr=False, default=None)
    id: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    state: State = State.WAITING
    password: str | None = field(default=None, repr=False)
    sheets: tuple[Sheet, ...] = ()
    report: Report | None = field(default=None, repr=False)
    checked: int = -1
    """The revision of decisions that the report is about."""
    revision: int = 0
    sha256: str = ""
    stamp: tuple[int, ...] | None = None
    """How the file lay on disk when it was last seen to be the one that was searched."""
    problem: str = ""
    remedy: str = ""
    notice: str = ""
    """Something that happened behind the officer's back, said once: another window, another version of the file."""
    progress: Progress = Progress()
    copy: Copy = field(default_factory=Copy)
    shelf: int = 0
    """Grows when the file itself changes, so that no picture of an earlier version is shown."""
    taken: dict[str, int] = field(default_factory=dict)
    """The revision at which each kind of file was downloaded last."""
    listed: Listed | None = field(default=None, repr=False)
    """What a scan said of it; None where it was not opened from a scan's database."""
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @property
    def name(self) -> str:
        """Return the file's name as a person knows it."""
        return (self.listed.member if self.listed is not None else "") or self.path.name

    @property
    def settled(self) -> bool:
        """Return whether the report is about the decisions as they are now."""
        return self.state is State.CHECKED and self.checked == self.revision

    @property
    def released(self) -> bool:
        """Return whether a copy of the decisions as they are now is offered."""
        return bool(self.copy.released) and self.copy.revision == self.revision

    def loses(self, *, decisions_elsewhere: bool, copies_elsewhere: bool) -> list[str]:
        """Return what would be gone with a file that was dropped here: kinds of files that nobody has downloaded."""
        if self.own is None:
            return []
        known = self.ledger.current if self.ledger is not None else None
        decided = known is not None and bool(known.decisions or known.additions or known.areas)
        lost = []
        if self.released and not copies_elsewhere and self.taken.get("copy") != self.revision:
            lost.append("copy")
        if decided and not decisions_elsewhere and self.taken.get("decisions") != self.revision:
            lost.append("decisions")
        return lost

    def fail(self, error: RedactorError) -> None:
        """Say what keeps the document from being worked on."""
        self.state, self.problem, self.remedy = State.FAILED, sentence(error), error.remedy
        self.progress = Progress()

    def restart(self) -> None:
        """Forget what was found, because the file or its password changed."""
        self.state, self.report, self.checked = State.WAITING, None, -1
        self.problem = self.remedy = ""
        self.sheets = ()
        self.copy = Copy()
        self.revision += 1
        self.shelf += 1


def sentence(error: RedactorError) -> str:
    """Return what went wrong as a sentence for a person; never with a path."""
    what = error.what
    if isinstance(error, DecisionsError):
        name, colon, line = PurePath(error.where).name.rpartition(":")
        at = f" {name}, line {line}:" if colon and line.isdigit() else ""
        what = f"the decisions file{at} {what}"
    return f"{what[:1].upper()}{what[1:].rstrip('.')}."


def passed(checks: tuple[CheckResult, ...]) -> bool:
    """Return whether there were checks and all passed."""
    return bool(checks) and all(check.status == "pass" for check in checks)


def acted(report: Report, fingerprints: set[str], action: str, exemption: str, reason: str, by: str) -> Report:
    """Return a report with the findings of some values as they were just decided, until the next search says the rest."""
    from redactor.model import Action

    findings = tuple(
        dataclasses.replace(finding, action=Action(action), exemption=exemption, reason=reason, by=by)
        if finding.fingerprint in fingerprints
        else finding
        for finding in report.findings
    )
    return dataclasses.replace(report, findings=findings)
