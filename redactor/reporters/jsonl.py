"""jsonl: one line of data a finding and one with the verdict a file, for logs and queues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from redactor.report import Report
from redactor.reporters import Reporter
from redactor.reporters.schema import dumps, to_json


def render(reports: Sequence[Report]) -> str:
    """Return JSON Lines; each record names its version, its kind ("finding" or "verdict") and its file."""
    return "".join(f"{dumps(record)}\n" for report in reports for record in _records(report))


def _records(report: Report) -> Iterator[dict[str, Any]]:
    plain = to_json(report)
    findings = plain.pop("findings")
    version = plain.pop("schema_version")
    document = {"name": report.source.name, "sha256": report.source.sha256}
    for finding in findings:
        yield {"schema_version": version, "record": "finding", "document": document, **finding}
    # The verdict comes last: a file whose verdict is missing was cut short.
    yield {"schema_version": version, "record": "verdict", "document": document, **plain}


REPORTER = Reporter("jsonl", ".jsonl", render)
