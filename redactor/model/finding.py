"""What is found, what is decided of it, and what a person must know."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from redactor.model.kinds import Action, Layer, Severity, Status
from redactor.model.place import Box, Quad


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters of one segment."""

    segment_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that may have to go.

    Attributes:
        id: deterministic within a file ("F-1f3a92c04b").
        entity: what it is ("DIRECT_DIAL"); IMAGE for a picture nobody could read.
        span: where in the text; None for an IMAGE.
        page, quads: where on the page, one quad a line; empty where the layer has no place.
        layer, place: see Segment.
        score: 0 to 1.
        recognizer, why: who found it and one sentence of reason, without document text.
        fingerprint: keyed hash of entity and normalised value; equal values share it.
    """

    id: str
    entity: str
    span: Span | None
    page: int | None
    quads: tuple[Quad, ...]
    layer: Layer
    place: str
    score: float
    recognizer: str
    why: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The one effective decision on a finding, and whose it is.

    ``by`` is "policy" or the person named in the decisions file.
    """

    finding_id: str
    action: Action
    exemption: str = ""
    reason: str = ""
    by: str = "policy"
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that shows an issue, one a side where two contradict each other.

    ``text`` is the passage in clear; it is empty unless the caller asked to be shown values. ``label`` says in a few words
    what the passage is, where there are several: "The refusal", "What gives it away".
    """

    page: int | None
    boxes: tuple[Box, ...] = ()
    text: str = field(default="", repr=False)
    label: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """A thing a person must know before release, with its permanent code."""

    code: str
    severity: Severity
    message: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    fix: str = ""
    unchecked: bool = False
    """True where the file, or part of it, could not be checked at all (exit code 30)."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one verification check tried and how it ended."""

    code: str
    title: str
    status: Status
    evidence: str
    page: int | None = None
