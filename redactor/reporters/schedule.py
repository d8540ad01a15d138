"""schedule: the list of what was withheld and under which exemption, as a spreadsheet opens it.

Columns follow the redaction schedule an officer keeps beside a reply. The withheld value is never in it, nor its
length.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from redactor.model import Action
from redactor.report import Report, ReportedFinding
from redactor.reporters import Reporter, words

COLUMNS = (
    "id",
    "document",
    "sha256",
    "page",
    "place",
    "entity",
    "exemption",
    "reason",
    "decided by",
    "checked by",
    "date",
    "method",
    "status",
)
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it Excel reads UTF-8 as the office's old code page."""


def render(reports: Sequence[Report]) -> str:
    """Return CSV (RFC 4180) with one row for each finding that is removed, and for each that a person kept.

    "checked by" is empty: it is for the second pair of eyes to fill in.
    """
    out = io.StringIO()
    out.write(_BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for report in reports:
        for finding in words.chosen(report, Action.REDACT):
            writer.writerow(_row(report, finding, _method(report, finding), words.removed(report).lower()))
        for finding in words.chosen(report, Action.KEEP):
            if finding.by != "policy":
                writer.writerow(_row(report, finding, "none", "kept by decision"))
    return out.getvalue()


def _row(report: Report, finding: ReportedFinding, method: str, status: str) -> list[str]:
    cells = (
        finding.id,
        report.source.name,
        report.source.sha256,
        str(finding.page or ""),
        _place(finding),
        finding.entity,
        finding.exemption,
        finding.reason or finding.why,
        finding.by,
        "",
        f"{report.created:%Y-%m-%d}",
        method,
        status,
    )
    return [_cell(cell) for cell in cells]


def _place(finding: ReportedFinding) -> str:
    boxes = "; ".join(" ".join(f"{number:.1f}" for number in box) for box in finding.boxes)
    known = "" if finding.page is None else f"page {finding.page}"
    where = finding.place if finding.place != known else ""
    where = where or ("" if boxes or known else finding.layer.replace("-", " "))
    return ", ".join(part for part in (where, f"box {boxes}" if boxes else "") if part)


def _method(report: Report, finding: ReportedFinding) -> str:
    if report.output_sha256 is None:
        return "none yet"
    return "content removed, box drawn" if finding.boxes else "content removed"


def _cell(text: str) -> str:
    """Return a cell that a spreadsheet shows and does not run (CWE-1236, formula injection)."""
    text = words.clean(text)
    return f"'{text}" if text.lstrip()[:1] in {"=", "+", "-", "@"} else text


REPORTER = Reporter("schedule", ".csv", render)
