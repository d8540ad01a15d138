"""What the guard's process does for a scan: look at a file, check it, and say what was found without its words."""

from __future__ import annotations

import functools
import gc
import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.archive import contents, key, shelves, sketch
from redactor.archive.outcome import FoundRow, IssueRow, Looked, Outcome
from redactor.archive.place import Place
from redactor.archive.state import UNCHECKED_CODES, State, of_code
from redactor.archive.zips import Bounds
from redactor.errors import SourceChangedError
from redactor.model import Box, Case, Issue, Layer, Severity

if TYPE_CHECKING:
    from redactor.decisions import Decisions
    from redactor.engine import Engine
    from redactor.judging import Judged
    from redactor.report import Report, ReportedFinding

Progress = Callable[[str, int, int], None]

_SHOWN_FROM = 4
_MASK = "*" * 7
_NAMES = frozenset({"PERSON", "REQUESTER"})


@dataclass(frozen=True, slots=True)
class Orders:
    """Everything a check depends on besides the file.

    ``decisions`` carries the key of all hashes as its salt. ``shelf`` is the file of remembered paragraphs, if any.
    """

    policy: str
    search: tuple[Path, ...]
    case: Case
    decisions: Decisions = field(repr=False)
    keep_values: bool = False
    shelf: Path | None = None
    bounds: Bounds = field(default_factory=Bounds)


def model(orders: Orders, *, progress: Progress) -> str:  # noqa: ARG001  # the guard's signature
    """Return the name and digest of the name model; loads it for the files that follow."""
    return _engine(orders.policy, orders.search, orders.decisions.salt, orders.shelf)[0].model


def look(
    place: Place,
    bounds: Bounds,
    handed: bytes | None = None,
    *,
    progress: Progress,  # noqa: ARG001  # the guard's signature
) -> Looked:
    """Return what a file is and, for a ZIP, what is in it."""
    return _contents().look(place, bounds, handed)


def check(place: Place, sha256: str, orders: Orders, handed: bytes | None = None, *, progress: Progress) -> Outcome:
    """Check a file that was looked at; SourceChangedError where it is no longer the same."""
    started = time.process_time()
    data = _contents().data(place, orders.bounds, handed)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise SourceChangedError("changed after it was listed", remedy="Run the scan again.")
    seen: list[Judged] = []
    engine, shelf = _engine(orders.policy, orders.search, orders.decisions.salt, orders.shelf)
    report = engine.check_bytes(
        data, place.searched_name, case=orders.case, decisions=orders.decisions, look=seen.append, progress=progress
    )
    if shelf is not None:
        shelf.flush()
    return _outcome(report, seen[0] if seen else None, orders, time.process_time() - started)


@functools.lru_cache(maxsize=1)
def _engine(
    policy: str, search: tuple[Path, ...], secret: str, shelf: Path | None
) -> tuple[Engine, shelves.Shelf | None]:
    from redactor import policy as policies
    from redactor.engine import Engine

    engine = Engine(policies.load(policy, search), search=search)
    engine.model  # noqa: B018  # loads it
    # What is loaded by now stays for thousands of files: no collection need walk it again.
    gc.collect()
    gc.freeze()
    if shelf is None:
        return engine, None
    shared = shelves.Shelf(shelf)
    engine.share(shared, bytes.fromhex(secret)[:64])
    return engine, shared


@functools.lru_cache(maxsize=1)
def _contents() -> contents.Contents:
    return contents.Contents()


def _outcome(report: Report, judged: Judged | None, orders: Orders, seconds: float) -> Outcome:
    whole = next((i for i in report.issues if i.unchecked and i.code in UNCHECKED_CODES), None)
    if judged is None or whole is not None:
        code, message = (whole.code, f"{whole.message} {whole.fix}".strip()) if whole else ("D501", "")
        return Outcome(of_code(code), code=code, message=message, unchecked=True, seconds=seconds)
    secret = bytes.fromhex(orders.decisions.salt)
    text = judged.analysis.texts[0].text
    covers = _covers(report.issues)
    clear = judged.decided.values
    findings = tuple(
        _row(number, finding, clear.get(finding.id, ""), secret, covers)
        for number, finding in enumerate(report.findings)
    )
    values = {}
    if orders.keep_values:
        values = {
            row.value: (finding.entity, clear.get(finding.id, ""))
            for row, finding in zip(findings, report.findings, strict=True)
            if row.value
        }
    return Outcome(
        State.DONE,
        verdict=str(report.verdict),
        unchecked=any(issue.unchecked and issue.severity is Severity.BLOCK for issue in report.issues),
        pages=report.pages,
        year=_year(report),
        marks=sketch.marks(text),
        seconds=seconds,
        sketch=sketch.of(text, secret),
        findings=findings,
        issues=tuple(
            IssueRow(number, issue.code, str(issue.severity), issue.page, issue.message)
            for number, issue in enumerate(report.issues)
        ),
        values=values,
    )


def _row(number: int, finding: ReportedFinding, value: str, secret: bytes, covers: dict[int, list[Box]]) -> FoundRow:
    under = finding.page is not None and any(
        _overlap(a, b) for a in finding.boxes for b in covers.get(finding.page, ())
    )
    return FoundRow(
        number=number,
        entity=finding.entity,
        action=str(finding.action),
        page=finding.page,
        layer=str(finding.layer),
        covered=under or finding.layer is Layer.HIDDEN_TEXT,
        score=finding.score,
        recognizer=finding.recognizer,
        exemption=finding.exemption,
        excerpt=masked(value),
        value=key.digest(secret, _bare(finding.entity, value)) if value else b"",
    )


def masked(value: str) -> str:
    """Return a value as reports show it: its first character and a run of stars (see ``redactor.masking``)."""
    if not value:
        return ""
    return value[:1] + _MASK if len(value) >= _SHOWN_FROM else _MASK


def _bare(entity: str, value: str) -> str:
    """Return a person's name without rank and title, so that it is the same person with and without."""
    if entity not in _NAMES:
        return value
    from recognizers.names import name_start

    start = name_start(value)
    return value[start:] if start else value


def _covers(issues: Iterable[Issue]) -> dict[int, list[Box]]:
    """Return the places by page where an earlier redaction lies over what it should have removed (R3xx)."""
    boxes: dict[int, list[Box]] = {}
    for issue in issues:
        if issue.code.startswith("R3") and issue.page is not None:
            boxes.setdefault(issue.page, []).extend(issue.boxes)
    return boxes


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _year(report: Report) -> int | None:
    dates = report.letter.dates if report.letter is not None else None
    day = (dates.sent or dates.received) if dates is not None else None
    return day.year if day is not None else None
