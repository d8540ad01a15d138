"""sarif: SARIF 2.1.0 (OASIS, 2020), for code-scanning pages and editors.

GitHub refuses an upload in which any result has no physical location, so each names line 1 of the file; the page is in
the message and the box in the properties. No text of the document is in it, masked or not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from redactor.model import Action, Severity
from redactor.report import Report, ReportedFinding
from redactor.reporters import Reporter, codes, words
from redactor.reporters.schema import dumps

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.BLOCK: "error", Severity.REVIEW: "warning", Severity.NOTE: "note"}
_FINGERPRINT = "redactorPlace/v1"


def render(reports: Sequence[Report]) -> str:
    """Return one SARIF run with a result for each issue, each check not passed, and each finding open or to go."""
    results = [result for report in reports for result in _results(report)]
    rules = sorted({result["ruleId"] for result in results})
    for result in results:
        result["ruleIndex"] = rules.index(result["ruleId"])
    driver: dict[str, Any] = {"name": "redactor", "rules": [_rule(code) for code in rules]}
    if reports:
        driver["semanticVersion"] = reports[0].tool_version
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "foi-release-check/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": bool(reports) and not any(report.unchecked for report in reports)}],
        "artifacts": _artifacts(reports),
        "results": results,
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _results(report: Report) -> Iterator[dict[str, Any]]:
    seen: dict[str, int] = {}

    def result(code: str, level: str, message: str, page: int | None, at: str, **properties: object) -> dict[str, Any]:
        # Two problems of one kind in one place are told apart by their order.
        address = json.dumps([code, report.source.name, page, at])
        seen[address] = seen.get(address, 0) + 1
        digest = hashlib.sha256(f"{address}{seen[address]}".encode()).hexdigest()[:32]
        where = f"Page {page}: " if page is not None else ""
        location = {"artifactLocation": {"uri": _uri(report)}, "region": {"startLine": 1}}
        return {
            "ruleId": words.clean(code),
            "level": level,
            "message": {"text": words.clean(where + message)},
            "locations": [{"physicalLocation": location}],
            "partialFingerprints": {_FINGERPRINT: digest},
            "properties": {"page": page, **properties},
        }

    for issue in report.issues:
        message = f"{issue.message} {words.remedy(issue)}".strip()
        yield result(issue.code, _LEVEL[issue.severity], message, issue.page, _at(issue.boxes), boxes=issue.boxes)
    for check in report.checks:
        if check.status.failed:
            message = f"{check.title}: {check.evidence}"
            yield result(check.code, "error", message, check.page, "", status=str(check.status))
    for action, level in ((Action.REVIEW, "warning"), (Action.REDACT, _going(report))):
        for finding in words.chosen(report, action):
            message = f"{words.removed(report) if action is Action.REDACT else 'A person must decide'}: {finding.why}"
            at = _at(finding.boxes) or finding.place or str(finding.layer)
            yield result(finding.entity, level, message, finding.page, at, **_properties(finding))


def _going(report: Report) -> str:
    """Return the level of something to remove: no more than a note once it is gone."""
    return "note" if report.task == "redact" and report.output_sha256 is not None else "error"


def _properties(finding: ReportedFinding) -> dict[str, object]:
    return {
        "id": finding.id,
        "action": str(finding.action),
        "exemption": finding.exemption,
        "place": finding.place,
        "score": finding.score,
        "boxes": finding.boxes,
    }


def _at(boxes: Sequence[Sequence[float]]) -> str:
    """Return a place that survives a change of half a point."""
    return ";".join(" ".join(str(round(number)) for number in box) for box in boxes)


def _rule(code: str) -> dict[str, Any]:
    meaning = codes.meanings().get(code)
    if meaning is None:
        return {"id": code}
    name = "".join(part.capitalize() for part in meaning.name.replace("_", "-").split("-"))
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": meaning.title},
        "fullDescription": {"text": meaning.title},
        "help": {"text": meaning.help},
    }


def _artifacts(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Return each file once, as the standard wants it, however often it was reported on."""
    unique: list[dict[str, Any]] = []
    for artifact in map(_artifact, reports):
        if artifact not in unique:
            unique.append(artifact)
    return unique


def _artifact(report: Report) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": _uri(report)}}
    if report.source.sha256:
        artifact |= {"length": report.source.size, "hashes": {"sha-256": report.source.sha256}}
    return artifact


def _uri(report: Report) -> str:
    """Return a relative URI (RFC 3986) of the file's name."""
    return quote(report.source.name.encode("utf-8", "replace"), safe="")


REPORTER = Reporter("sarif", ".sarif", render)
