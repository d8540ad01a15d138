"""Put a report together: the one place that decides what of a document may be said about it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from redactor import gate, masking
from redactor.decide import Decided
from redactor.errors import UncheckedError
from redactor.model import (
    Action,
    Box,
    Case,
    CheckResult,
    Issue,
    Severity,
    Source,
    Verdict,
    box_of,
)
from redactor.policy import Policy
from redactor.report import LetterSummary, Report, ReportedFinding

SCHEMA_VERSION = "1.0"
_ARTICLES = frozenset({"the", "a", "an", "some", "two"})


def tool_version() -> str:
    """Return the installed version of this tool."""
    from redactor import __version__

    return __version__


def build(
    *,
    task: str,
    source: Source,
    policy: Policy,
    policy_digest: str,
    case: Case,
    model: str,
    decided: Decided,
    pages: int,
    issues: Sequence[Issue],
    checks: Sequence[CheckResult] = (),
    standing: Sequence[Action],
    show_values: bool,
    pictures: Mapping[str, bytes] | None = None,
    letter: LetterSummary | None = None,
    details: dict[str, str] | None = None,
) -> Report:
    """Return a finished report.

    Args:
        standing: the actions of findings that the judged file still holds.
        pictures: PNGs of findings by their ids; left out unless values are shown.
    """
    return Report(
        schema_version=SCHEMA_VERSION,
        tool_version=tool_version(),
        created=datetime.now(UTC).replace(microsecond=0),
        task=task,
        verdict=gate.verdict(issues, checks, standing),
        source=source,
        policy=policy.name,
        policy_digest=policy_digest,
        model=model,
        mode=case.mode,
        findings=_findings(decided, pictures or {}, show_values=show_values),
        issues=tuple(sorted(issues, key=_weight)),
        checks=tuple(checks),
        pages=pages,
        values_shown=show_values,
        details=details or {},
        letter=letter,
    )


def unchecked(
    problem: UncheckedError, *, task: str, source: Source, policy: Policy, case: Case, model: str = ""
) -> Report:
    """Return the report of a file that could not be checked: BLOCKED, with the reason as its one issue."""
    issue = Issue(problem.code, Severity.BLOCK, _sentence(problem.what), fix=problem.remedy, unchecked=True)
    return Report(
        schema_version=SCHEMA_VERSION,
        tool_version=tool_version(),
        created=datetime.now(UTC).replace(microsecond=0),
        task=task,
        verdict=Verdict.BLOCKED,
        source=source,
        policy=policy.name,
        policy_digest=policy.digest,
        model=model,
        mode=case.mode,
        issues=(issue,),
    )


def _sentence(what: str) -> str:
    """Return an error's clause as a sentence about the file, unless it names a subject of its own."""
    text = f"{what[:1].upper()}{what[1:]}" if what.split(" ", 1)[0] in _ARTICLES else f"The file {what}"
    return text if text.endswith(".") else f"{text}."


def _findings(decided: Decided, pictures: Mapping[str, bytes], *, show_values: bool) -> tuple[ReportedFinding, ...]:
    values = [decided.values.get(finding.id, "") for finding in decided.findings]
    excerpts = values if show_values else masking.mask(values)
    reported = []
    for finding, excerpt in zip(decided.findings, excerpts, strict=True):
        decision = decided.decisions[finding.id]
        reported.append(
            ReportedFinding(
                id=finding.id,
                entity=finding.entity,
                action=decision.action,
                page=finding.page,
                boxes=tuple(_rounded(box_of(quad)) for quad in finding.quads),
                layer=finding.layer,
                place=finding.place,
                score=round(finding.score, 3),
                recognizer=finding.recognizer,
                why=finding.why,
                exemption=decision.exemption,
                reason=decision.reason,
                by=decision.by,
                excerpt=excerpt if finding.span is not None else "",
                fingerprint=finding.fingerprint,
                picture=base64.b64encode(pictures.get(finding.id, b"")).decode("ascii") if show_values else "",
            )
        )
    return tuple(reported)


def _rounded(box: Box) -> Box:
    """Return a box to a hundredth of a point, which no eye and no printer tells from the whole."""
    x0, y0, x1, y1 = (round(number, 2) for number in box)
    return (x0, y0, x1, y1)


def _weight(issue: Issue) -> tuple[int, str, int]:
    order = {Severity.BLOCK: 0, Severity.REVIEW: 1, Severity.NOTE: 2}
    return (order[issue.severity], issue.code, issue.page or 0)
