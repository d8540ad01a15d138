"""github: one workflow annotation a file, shown beside the file in a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.model import Severity, Verdict
from redactor.report import Report
from redactor.reporters import Reporter, words

_COMMAND = {Verdict.READY: "notice", Verdict.REVIEW: "warning", Verdict.BLOCKED: "error"}
# GitHub keeps ten annotations a level a step, so a file gets one, with its worst problems in it.
_MESSAGES = 5
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(reports: Sequence[Report]) -> str:
    """Return one ``::error``, ``::warning`` or ``::notice`` line a file, escaped as the workflow commands ask."""
    if not reports:
        return "::error title=Release check::No file was checked.\n"
    return "".join(f"{_annotation(report)}\n" for report in reports)


def _annotation(report: Report) -> str:
    name = _escape(words.clean(report.source.name), _PROPERTY)
    title = _escape(f"Release check: {report.verdict.upper()}", _PROPERTY)
    message = _escape("\n".join(_lines(report)), _DATA)
    return f"::{_COMMAND[report.verdict]} file={name},title={title}::{message}"


def _lines(report: Report) -> list[str]:
    said = [f"{check.code}: {check.title}: {check.evidence}" for check in words.failed(report)]
    said += [
        f"{words.coded(issue)}: {issue.message}"
        for severity in (Severity.BLOCK, Severity.REVIEW)
        for issue in words.issues(report, severity)
    ]
    more = [f"and {len(said) - _MESSAGES} more"] if len(said) > _MESSAGES else []
    return [words.clean(line) for line in (words.sentence(report), *said[:_MESSAGES], *more)]


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)


REPORTER = Reporter("github", ".txt", render)
