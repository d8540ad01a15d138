"""The gate: a verdict is worked out from issues, checks and open decisions, and never set by hand."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from redactor.errors import ExitCode
from redactor.model import (
    Action,
    CheckResult,
    Issue,
    Severity,
    Verdict,
)
from redactor.report import Report


class FailOn(StrEnum):
    """Which verdicts end the command with an error; what could not be checked always does."""

    REVIEW = "review"
    BLOCK = "block"
    NEVER = "never"


def verdict(issues: Iterable[Issue], checks: Iterable[CheckResult], actions: Iterable[Action]) -> Verdict:
    """Return BLOCKED for any BLOCK, check failed or unfinished, or thing to remove, REVIEW for anything open or unread, else READY.

    ``actions`` are those of findings that the file under judgement still holds.
    """
    issues = tuple(issues)
    if any(issue.severity is Severity.BLOCK for issue in issues):
        return Verdict.BLOCKED
    if any(check.status.failed for check in checks):
        return Verdict.BLOCKED
    actions = set(actions)
    if Action.REDACT in actions:
        return Verdict.BLOCKED
    if Action.REVIEW in actions or any(issue.severity is Severity.REVIEW or issue.unchecked for issue in issues):
        return Verdict.REVIEW
    return Verdict.READY


def exit_code(report: Report, fail_on: FailOn = FailOn.REVIEW) -> ExitCode:
    """Return the exit code of one report: 30 where the file could not be checked, else by verdict and ``fail_on``."""
    if report.unchecked and report.verdict is Verdict.BLOCKED:
        return ExitCode.UNCHECKED
    if report.verdict is Verdict.READY or fail_on is FailOn.NEVER:
        return ExitCode.READY
    if report.verdict is Verdict.REVIEW:
        return ExitCode.READY if fail_on is FailOn.BLOCK else ExitCode.REVIEW
    return ExitCode.BLOCKED
