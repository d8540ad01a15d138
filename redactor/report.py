"""What is said about one file: the report, as every reporter and every caller of the engine gets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from redactor.model import Action, Box, CheckResult, Issue, Layer, Mode, Source, Verdict


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding with its decision, as a report shows it; the excerpt is masked unless values were asked for."""

    id: str
    entity: str
    action: Action
    page: int | None
    boxes: tuple[Box, ...]
    layer: Layer
    place: str
    score: float
    recognizer: str
    why: str
    exemption: str
    reason: str
    by: str
    excerpt: str
    fingerprint: str
    picture: str = field(default="", repr=False)
    """What a place looks like that no text engine reads: a small PNG in base64, only where values are shown."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A weekday that does not count as a working day, and what it is called."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class DateLine:
    """How long the reply took, against what the law allows.

    Attributes:
        received, sent: as the case file or the letter says; None where neither does.
        due: the last day for a reply in time.
        days: number of the working day on which it was sent, counted from the day after receipt.
        allowed: working days that the law gives.
        late: working days beyond that.
        holidays: those between receipt and the later of due and sent that fell on a weekday.
        problem: what could not be worked out and why; empty where all could.
    """

    received: date | None
    sent: date | None
    due: date | None
    days: int | None
    allowed: int
    late: int
    holidays: tuple[Holiday, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AskedAndAnswered:
    """One question and the answer it got; the words themselves only where values are shown.

    Attributes:
        question, answer: labels as the letter writes them ("1a"); empty where there is none.
        question_page, answer_page: where they begin.
        outcome: held, not held, neither confirmed nor denied, refused, unclear, ...
        remark: what is wrong with the pair, in words; empty where nothing is.
        asked, answered: the texts.
    """

    question: str
    answer: str
    question_page: int | None
    answer_page: int | None
    outcome: str
    remark: str = ""
    asked: str = field(default="", repr=False)
    answered: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LetterSummary:
    """What the file was read as: the kind of reply and why, its regime, its dates, and its questions and answers."""

    kind: str
    kind_why: str
    regime: str
    dates: DateLine | None = None
    questions: tuple[AskedAndAnswered, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything said about one file. ``output_sha256`` is set only when every check passed and a copy was written."""

    schema_version: str
    tool_version: str
    created: datetime
    task: str
    verdict: Verdict
    source: Source
    policy: str
    policy_digest: str
    model: str
    mode: Mode
    findings: tuple[ReportedFinding, ...] = ()
    issues: tuple[Issue, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    pages: int = 0
    output_name: str | None = None
    output_sha256: str | None = None
    values_shown: bool = False
    details: Mapping[str, str] = field(default_factory=dict)
    letter: LetterSummary | None = None
    """None where the file could not be read."""

    @property
    def unchecked(self) -> bool:
        """Return True where the file could not be checked, whatever else was found."""
        return any(issue.unchecked for issue in self.issues)

    @property
    def open_items(self) -> tuple[ReportedFinding, ...]:
        """Return the findings a person still has to settle."""
        return tuple(finding for finding in self.findings if finding.action is Action.REVIEW)
