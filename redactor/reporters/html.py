"""html: one page for people, in one file: it opens in any browser, prints, and fetches nothing.

No script runs in it and its content security policy allows none: an unreleased letter's report is opened from shared
drives, and nothing that a file calls itself may act there.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redactor.model import Action, Severity
from redactor.report import Report, ReportedFinding
from redactor.reporters import Reporter, codes, pagemap, words

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class _Group:
    """Findings that stay for the same reason, with the places they stand in."""

    entity: str
    reason: str
    by: str
    places: dict[str, list[int]]
    number: int


def render(reports: Sequence[Report]) -> str:
    """Return an HTML5 document; several reports begin with an index."""
    return _template().render(
        reports=[_view(report, index) for index, report in enumerate(reports, 1)],
        worst=words.worst(reports),
        words=words,
    )


@functools.cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("redactor.reporters", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: words.clean(value) if type(value) is str else value,
    )
    environment.filters["code"] = _code
    environment.filters["points"] = lambda value: f"{round(value, 1):g}"
    return environment.get_template("report.html.j2")


def _code(text: str) -> object:
    """Return escaped text with what stands in backticks set as code."""
    from markupsafe import Markup, escape

    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(words.clean(text)))))  # noqa: S704  # escaped above


def _view(report: Report, index: int) -> dict[str, Any]:
    """Return what the template shows of one report, put in order."""
    by_action = {action: words.chosen(report, action) for action in (Action.REVIEW, Action.REDACT, Action.KEEP)}
    ordered = [finding for found in by_action.values() for finding in found]
    numbers = {finding.id: number for number, finding in enumerate(ordered, 1)}
    return {
        "key": f"r{index}",
        "report": report,
        "numbers": numbers,
        "issues": [issue for severity in Severity for issue in words.issues(report, severity)],
        "open": by_action[Action.REVIEW],
        "going": by_action[Action.REDACT],
        "kept": _groups(by_action[Action.KEEP], numbers),
        "kept_count": len(by_action[Action.KEEP]),
        "maps": pagemap.maps(report, numbers),
        "glossary": _glossary(report),
    }


def _groups(found: Sequence[ReportedFinding], numbers: dict[str, int]) -> list[_Group]:
    """Put findings that stay for one reason together: a long letter keeps hundreds of the same few kinds."""
    by_reason: dict[tuple[str, str, str], list[ReportedFinding]] = defaultdict(list)
    for finding in found:
        by_reason[finding.entity, finding.reason or finding.why, finding.by].append(finding)
    groups = []
    for (entity, reason, by), findings in sorted(by_reason.items()):
        places: dict[str, list[int]] = defaultdict(list)
        for finding in findings:
            places[words.place(finding)].append(numbers[finding.id])
        groups.append(_Group(entity, reason, by, dict(places), len(findings)))
    return groups


def _glossary(report: Report) -> list[codes.Meaning]:
    """Return the meaning of every code in the report that has one."""
    known = codes.meanings()
    used = {issue.code for issue in report.issues} | {check.code for check in report.checks}
    used |= {finding.entity for finding in report.findings}
    return [known[code] for code in sorted(used) if code in known]


REPORTER = Reporter("html", ".html", render)
