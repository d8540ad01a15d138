"""What the guard's process says about one file: plain values, small, and nothing of the text in clear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from redactor.archive.state import State


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a ZIP, or why it will not be opened."""

    number: int
    name: str
    state: State = State.WAITING
    message: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is, before it is checked.

    Attributes:
        name: file name as it is searched, see ``Place.searched_name``.
        state: WAITING where it can be checked, OPENED for a ZIP, else why it will not be.
        kind: short word for its content ("pdf", "zip", "docx", "unknown"), whatever it is called.
        code: of ``redactor.errors`` where something went wrong.
    """

    sha256: str
    name: str
    size: int
    kind: str
    state: State
    code: str = ""
    message: str = ""
    members: tuple[Member, ...] = ()

    @property
    def content(self) -> str:
        """Return what two files share that need only one check."""
        return f"{self.sha256}/{self.name}"


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One finding, masked; ``value`` is the keyed hash by which equal values are known across files.

    ``covered`` is True where an earlier redaction lies over it and did not remove it.
    """

    number: int
    entity: str
    action: str
    page: int | None
    layer: str
    covered: bool
    score: float
    recognizer: str
    exemption: str
    excerpt: str
    value: bytes


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue of the report; its message quotes no value."""

    number: int
    code: str
    severity: str
    page: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the check of one content ended.

    Attributes:
        verdict: of the gate; empty where the file could not be checked.
        unchecked: part of it could not be checked although the rest was.
        year: of the letter's date; None where it has none.
        marks: how many places of the text look redacted ("[redacted]", rows of blocks or crosses).
        sketch: keyed hashes of its rarest-hashing word runs, four bytes each (see ``sketch``).
        values: clear values by their keyed hash; only where the user named a file for them.
    """

    state: State
    verdict: str = ""
    code: str = ""
    message: str = ""
    unchecked: bool = False
    pages: int = 0
    year: int | None = None
    marks: int = 0
    seconds: float = 0.0
    sketch: bytes = b""
    findings: tuple[FoundRow, ...] = ()
    issues: tuple[IssueRow, ...] = ()
    values: Mapping[bytes, tuple[str, str]] = field(default_factory=dict, repr=False)
