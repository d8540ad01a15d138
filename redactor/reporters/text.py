"""text: the report as a terminal shows it: the verdict first, then what stands in the way and what to do about it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.model import Action, Severity, Status
from redactor.report import Report, ReportedFinding
from redactor.reporters import Reporter, words

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line and what kind it is ("ready", "review", "blocked", "heading", "block", "note", "fail" or nothing).

    A front that may use colour chooses it by the kind; the line says everything without it.
    """

    text: str
    kind: str = ""


def render(reports: Sequence[Report]) -> str:
    """Return plain text, without colour or control characters."""
    return "".join(f"{line.text}\n" for line in lines(reports))


def lines(reports: Sequence[Report]) -> Iterator[Line]:
    """Yield the report line by line."""
    if not reports:
        yield Line("BLOCKED  No file was checked.", "blocked")
    for index, report in enumerate(reports):
        if index:
            yield from (Line(""), Line("-" * _WIDTH), Line(""))
        yield from _report(report)
    if len(reports) > 1:
        yield from _overview(reports)
    codes = [issue.code for report in reports for issue in report.issues]
    if codes:
        yield from (Line(""), Line(f"More about a code: redactor explain {words.clean(codes[0])}"))


def _report(report: Report) -> Iterator[Line]:
    verdict = str(report.verdict)
    yield Line(f"{verdict.upper()}  {words.clean(report.source.name)}", verdict)
    yield from _wrapped(words.sentence(report))
    for step in words.next_steps(report):
        yield from _wrapped(f"Next: {step}", hang="      ")
    yield from _problems(report)
    yield from _letter(report)
    yield from _open(report)
    yield from _removed(report)
    yield from _kept(report)
    yield from _checks(report)
    yield from _output(report)


def _problems(report: Report) -> Iterator[Line]:
    if report.issues:
        yield from _heading(f"Problems ({len(report.issues)})")
    for severity in Severity:
        for issue in words.issues(report, severity):
            lead = f"  {severity.upper():<7} {words.clean(issue.code):<5} {words.page_of(issue):<8} "
            hang = " " * len(lead)
            yield from _wrapped(lead + words.clean(issue.message), hang=hang, kind=str(severity))
            if issue.fix:
                yield from _wrapped(f"{hang}To do: {words.clean(words.remedy(issue))}", hang=f"{hang}       ")
            for name, passage in words.passages(report, issue):
                said = ": ".join(part for part in (name, f'"{passage}"' if passage else "") if part)
                yield from _wrapped(f"{hang}{said}", hang=f"{hang} ")


def _letter(report: Report) -> Iterator[Line]:
    letter = report.letter
    if letter is None or (not letter.questions and letter.dates is None):
        return
    yield from _heading(f"The letter: {words.clean(letter.kind)}")
    yield from _wrapped(f"  {words.capital(words.clean(letter.kind_why)).rstrip('.')}.", hang="  ")
    if letter.dates is not None:
        yield from _wrapped(f"  {words.date_line(letter.dates)}", hang="  ")
    for pair in letter.questions:
        yield from _wrapped(f"  {words.pair(pair)}", hang="    ")


def _open(report: Report) -> Iterator[Line]:
    found = words.chosen(report, Action.REVIEW)
    if not found:
        return
    yield from _heading(f"A person must decide ({len(found)})")
    yield from _wrapped(
        "  Each command below records your decision. Write keep in place of redact where it may stay, and leave out "
        "--exemption then.",
        hang="  ",
    )
    for finding in found:
        yield Line("")
        yield from _wrapped(f"  {words.clean(finding.id)}  {_what(report, finding)}", hang="    ", kind="review")
        yield from _wrapped(f"    Why: {words.clean(_why(finding))}", hang="         ")
        # Not wrapped: a command is there to be copied.
        yield Line(f"    {words.decide_command(report, finding)}")


def _what(report: Report, finding: ReportedFinding) -> str:
    shown = words.excerpt(report, finding)
    parts = [words.clean(words.place(finding)), words.clean(finding.entity), f'"{shown}"' if shown else ""]
    return ", ".join(part for part in parts if part)


def _why(finding: ReportedFinding) -> str:
    return " ".join(dict.fromkeys(part for part in (finding.why, finding.reason) if part))


def _removed(report: Report) -> Iterator[Line]:
    found = words.chosen(report, Action.REDACT)
    if not found:
        return
    yield from _heading(f"{words.removed(report)} ({len(found)})")
    for exemption, number in words.tally(finding.exemption or "no exemption" for finding in found):
        kinds = words.tally(f.entity for f in found if (f.exemption or "no exemption") == exemption)
        listed = ", ".join(f"{many} {entity}" for entity, many in kinds)
        lead = f"  {number:>5}  {words.clean(exemption):<14} "
        yield from _wrapped(lead + words.clean(listed), hang=" " * len(lead))


def _kept(report: Report) -> Iterator[Line]:
    found = words.chosen(report, Action.KEEP)
    if not found:
        return
    yield from _heading(f"Stays ({len(found)})")
    for entity, number in words.tally(finding.entity for finding in found):
        yield Line(f"  {number:>5}  {words.clean(entity)}")


def _checks(report: Report) -> Iterator[Line]:
    if not report.checks:
        return
    passed, applied = words.passed(report), words.applied(report)
    beside = f", {len(report.checks) - applied} not applicable" if applied < len(report.checks) else ""
    yield from _heading(f"How the copy was checked ({passed} of {applied} passed{beside})")
    for check in report.checks:
        word = "N/A" if check.status is Status.NOT_APPLICABLE else check.status.upper()
        lead = f"  {word:<5} {words.clean(check.code)}  "
        where = f" ({words.page_of(check)})" if check.page is not None else ""
        text = f"{words.capital(words.clean(check.title))}: {words.clean(check.evidence)}{where}"
        yield from _wrapped(lead + text, hang=" " * len(lead), kind="fail" if check.status.failed else "")


def _output(report: Report) -> Iterator[Line]:
    if report.task == "redact":
        yield from _heading("Output")
        if report.output_name is None or report.output_sha256 is None:
            yield Line("  No copy was written.")
        else:
            yield Line(f"  {words.clean(report.output_name)}")
            yield Line(f"  SHA-256 {words.clean(report.output_sha256)}")
        for note in report.details.values():
            yield from _wrapped(f"  Note: {words.clean(note)}", hang="        ")


def _overview(reports: Sequence[Report]) -> Iterator[Line]:
    yield from _heading(f"{words.count(len(reports), 'file')}: {words.worst(reports).upper()}")
    for report in reports:
        yield Line(f"  {report.verdict.upper():<7}  {words.clean(report.source.name)}", str(report.verdict))


def _heading(text: str) -> Iterator[Line]:
    yield from (Line(""), Line(text, "heading"))


def _wrapped(text: str, *, hang: str = "", kind: str = "") -> Iterator[Line]:
    wrapped = textwrap.wrap(text, _WIDTH, subsequent_indent=hang, break_on_hyphens=False, break_long_words=False)
    yield from (Line(part, kind) for part in wrapped)


REPORTER = Reporter("text", ".txt", render)
