"""junit: one test case a file, for build servers that show test results."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # written here, never parsed
from collections.abc import Sequence

from redactor.model import Severity, Verdict
from redactor.report import Report
from redactor.reporters import Reporter, words


def render(reports: Sequence[Report]) -> str:
    """Return JUnit XML: BLOCKED and REVIEW are failures of that type, a file that could not be checked an error."""
    suite = ET.Element("testsuite", name="redactor", tests=str(len(reports)))
    if reports:
        suite.set("timestamp", reports[0].created.replace(tzinfo=None).isoformat())
    outcomes = [_case(suite, report) for report in reports]
    suite.set("failures", str(outcomes.count("failure")))
    suite.set("errors", str(outcomes.count("error")))
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(suite: ET.Element, report: Report) -> str:
    name = words.clean(report.source.name)
    case = ET.SubElement(suite, "testcase", classname=f"redactor.{words.clean(report.task)}", name=name)
    if report.verdict is Verdict.READY:
        return "passed"
    outcome = "error" if report.unchecked and report.verdict is Verdict.BLOCKED else "failure"
    kind = "unchecked" if outcome == "error" else str(report.verdict)
    element = ET.SubElement(case, outcome, type=kind, message=words.clean(words.sentence(report)))
    element.text = "\n".join(words.clean(line) for line in _lines(report))
    return outcome


def _lines(report: Report) -> list[str]:
    lines = [
        f"{severity.upper()} {words.coded(issue)}: {issue.message} {words.remedy(issue)}".strip()
        for severity in (Severity.BLOCK, Severity.REVIEW)
        for issue in words.issues(report, severity)
    ]
    lines += [f"{check.status.upper()} {check.code} {check.title}: {check.evidence}" for check in words.failed(report)]
    lines += [f"OPEN {found.id} {found.entity}, {words.place(found)}: {found.why}" for found in report.open_items]
    return lines


REPORTER = Reporter("junit", ".xml", render)
