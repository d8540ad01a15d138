"""The shape of a report for other programs: one conversion to plain values, and its JSON Schema."""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from redactor import gate
from redactor.errors import ExitCode
from redactor.errors import worst as worst_code
from redactor.model import Action, Severity, Status
from redactor.report import Report
from redactor.reporters import words

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA_VERSION = "1.0"
"""Version of this shape: the first number changes when a reader written for the old shape would fail."""

_ID = f"urn:foi-release-check:report:{SCHEMA_VERSION}"
_COUNTED: dict[str, type[Action] | type[Severity] | type[Status]] = {
    "findings": Action,
    "issues": Severity,
    "checks": Status,
}


def to_json(report: Report) -> dict[str, Any]:
    """Return a report as plain values: every field of ``Report`` under its own name, and what follows from them.

    Added are ``unchecked``, ``exit_code`` (what the command ends with for this file unless ``--fail-on`` says
    otherwise) and ``counts``.
    """
    shown = report.values_shown
    hidden = tuple(
        replace(finding, excerpt=words.excerpt(report, finding), picture=finding.picture if shown else "")
        for finding in report.findings
    )
    quiet = report if shown else _without_words(report)
    plain: dict[str, Any] = _adapter().dump_python(replace(quiet, findings=hidden), mode="json")
    return {
        **plain,
        "unchecked": report.unchecked,
        "exit_code": int(gate.exit_code(report)),
        "counts": {
            "findings": _count(Action, (finding.action for finding in report.findings)),
            "issues": _count(Severity, (issue.severity for issue in report.issues)),
            "checks": _count(Status, (check.status for check in report.checks)),
        },
    }


def _without_words(report: Report) -> Report:
    """Return a report without passages of the letter, whatever put them there."""
    issues = tuple(
        replace(issue, evidence=tuple(replace(one, text="") for one in issue.evidence)) for issue in report.issues
    )
    letter = report.letter
    if letter is not None:
        pairs = tuple(replace(pair, asked="", answered="") for pair in letter.questions)
        letter = replace(letter, questions=pairs)
    return replace(report, issues=issues, letter=letter)


def set_to_json(reports: Sequence[Report]) -> dict[str, Any]:
    """Return several reports as one object, with the worst verdict of them."""
    codes = [gate.exit_code(report) for report in reports] or [ExitCode.UNCHECKED]
    return {
        "schema_version": SCHEMA_VERSION,
        "verdict": str(words.worst(reports)),
        "exit_code": int(worst_code(codes)),
        "reports": [to_json(report) for report in reports],
    }


def dumps(value: Mapping[str, Any], *, indent: int | None = None) -> str:
    """Return JSON that every UTF-8 reader takes: lone surrogates of a strange file name become "?"."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return text.encode("utf-8", "replace").decode("utf-8")


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what ``--format json`` prints: a report, or a set of several."""
    report = _adapter().json_schema(mode="serialization", ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = report.pop("$defs")
    definitions["Report"] = report
    report["properties"] |= {
        "unchecked": {"type": "boolean", "description": "The file, or part of it, could not be checked."},
        "exit_code": _exit_codes("What the command ends with for this file, unless --fail-on says otherwise."),
        "counts": {
            "type": "object",
            "description": "How many findings, issues and checks there are of each kind.",
            "properties": {name: _counts_schema(kind) for name, kind in _COUNTED.items()},
        },
    }
    definitions["ReportSet"] = {
        "type": "object",
        "title": "ReportSet",
        "description": "What several files give: each one's report, and the worst verdict.",
        "properties": {
            "schema_version": {"type": "string"},
            "verdict": {"$ref": "#/$defs/Verdict"},
            "exit_code": _exit_codes("The worst exit code of all files."),
            "reports": {"type": "array", "items": {"$ref": "#/$defs/Report"}},
        },
    }
    for definition in definitions.values():
        _close(definition)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        "title": f"Release report, version {SCHEMA_VERSION}",
        "description": "What redactor says about one file, or about several. Boxes are x0, y0, x1, y1 in unrotated PDF "
        "points from the top left of the page; excerpts are masked unless values_shown is true.",
        "oneOf": [{"$ref": "#/$defs/Report"}, {"$ref": "#/$defs/ReportSet"}],
        "$defs": dict(sorted(definitions.items())),
    }


@functools.cache
def _adapter() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter

    return TypeAdapter(Report)


def _count(kind: type[Action] | type[Severity] | type[Status], values: Any) -> dict[str, int]:
    counted = Counter(values)
    return {str(member): counted[member] for member in kind}


def _counts_schema(kind: type[Action] | type[Severity] | type[Status]) -> dict[str, Any]:
    return {"type": "object", "properties": {str(member): {"type": "integer", "minimum": 0} for member in kind}}


def _exit_codes(description: str) -> dict[str, Any]:
    return {"enum": sorted(int(code) for code in ExitCode), "type": "integer", "description": description}


def _close(schema: Any) -> None:
    """Bar unknown keys and require known ones, so that a key that goes missing is noticed."""
    if isinstance(schema, dict):
        if "properties" in schema:
            schema["additionalProperties"] = False
            schema["required"] = list(schema["properties"])
            for value in schema["properties"].values():
                value.pop("default", None)
                _close(value)
        elif isinstance(schema.get("items"), dict):
            _close(schema["items"])
