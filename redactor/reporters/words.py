"""What every report says in the same words: the verdict, what to do next, where a finding stands."""

from __future__ import annotations

import shlex
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from redactor.model import (
    Action,
    CheckResult,
    Issue,
    Mode,
    Severity,
    Status,
    Verdict,
)
from redactor.report import AskedAndAnswered, DateLine, Report, ReportedFinding

# Rules that stand for findings themselves (still to be removed, still open) and would count them a second time.
_DEFAULT_POLICY = "uk-foi"
_SUMMARISING = frozenset({"P601", "P602", "L127"})
_CAPITALS = frozenset({"UK", "NINO", "NHS", "PNC", "CRO", "ID", "IP", "MAC", "UPRN", "UTR", "VRM", "IBAN", "URN"})
_VERDICTS = (Verdict.READY, Verdict.REVIEW, Verdict.BLOCKED)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """Return a text on one line that no terminal, editor or parser takes for anything but text.

    White space that breaks lines becomes a space; other control characters, marks that turn the direction of writing
    (Unicode category Cf: "Trojan Source", CVE-2021-42574), surrogates, and what XML 1.0 bars become U+FFFD.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    # A zero-width joiner is part of many emoji and of several scripts, and turns nothing round.
    return character if character in "\u200c\u200d\u00ad" or unicodedata.category(character) == "Co" else _REPLACEMENT


def excerpt(report: Report, finding: ReportedFinding) -> str:
    """Return what may be shown of a finding's value.

    Excerpts come masked; one that is not, in a report that says values are hidden, is hidden here.
    """
    shown = finding.excerpt
    if report.values_shown or not shown:
        return clean(shown)
    return clean(shown) if not shown[1:].strip("*") else "*" * 7


def entity_name(entity: str) -> str:
    """Return an entity's code as words: "DIRECT_DIAL" is "Direct dial"."""
    words = [word if word in _CAPITALS else word.lower() for word in entity.split("_")]
    return capital(" ".join(words))


def place(finding: ReportedFinding) -> str:
    """Return where a finding stands: "page 3", or "document title" for what lies outside the pages."""
    if finding.page is None:
        return finding.place or finding.layer.replace("-", " ")
    page = f"page {finding.page}"
    return finding.place if finding.place.startswith(page) else ", ".join(filter(None, (page, finding.place)))


def remedy(issue: Issue) -> str:
    """Return what to do about an issue as a sentence of its own."""
    return capital(issue.fix)


def capital(text: str) -> str:
    """Return a text that begins with a capital, the rest as it was."""
    return text[:1].upper() + text[1:]


def coded(issue: Issue) -> str:
    """Return an issue's code, with its page where it has one: "H205 page 2"."""
    return f"{issue.code} {page_of(issue)}".rstrip()


def passages(report: Report, issue: Issue) -> list[tuple[str, str]]:
    """Return the passages that show an issue: what each is and where, and its words.

    Without values shown the words are empty, and only passages are left that say what they are.
    """
    found = []
    for one in issue.evidence:
        text = clean(one.text) if report.values_shown else ""
        where = f" (page {one.page})" if one.page is not None else ""
        if text or one.label:
            found.append((f"{clean(one.label)}{where}" if one.label else "", text))
    return found


def page_of(item: Issue | CheckResult) -> str:
    """Return "page 3", or nothing where an issue is about the whole file."""
    return f"page {item.page}" if item.page is not None else ""


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 item" or "3 items"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def chosen(report: Report, action: Action) -> tuple[ReportedFinding, ...]:
    """Return the findings that end in one action, in the order of the pages; what has no page comes last."""
    found = [finding for finding in report.findings if finding.action is action]
    return tuple(sorted(found, key=_position))


def _position(finding: ReportedFinding) -> tuple[bool, int, float, float, str]:
    box = finding.boxes[0] if finding.boxes else (0.0, 0.0, 0.0, 0.0)
    return (finding.page is None, finding.page or 0, box[1], box[0], finding.id)


def issues(report: Report, severity: Severity) -> tuple[Issue, ...]:
    """Return the issues of one severity."""
    return tuple(issue for issue in report.issues if issue.severity is severity)


def failed(report: Report) -> tuple[CheckResult, ...]:
    """Return the checks that failed or did not finish."""
    return tuple(check for check in report.checks if check.status.failed)


def passed(report: Report) -> int:
    """Return how many checks passed."""
    return sum(check.status is Status.PASS for check in report.checks)


def applied(report: Report) -> int:
    """Return how many checks there are results of, without those that do not apply to the file."""
    return sum(check.status is not Status.NOT_APPLICABLE for check in report.checks)


def tally(values: Iterable[str]) -> list[tuple[str, int]]:
    """Return each value with how often it stands there, the most frequent first."""
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))


def worst(reports: Sequence[Report]) -> Verdict:
    """Return the worst verdict; BLOCKED where nothing was checked, for that is no clean result."""
    return max((report.verdict for report in reports), key=_VERDICTS.index, default=Verdict.BLOCKED)


def removed(report: Report) -> str:
    """Return the heading for what goes: whether it is gone depends on the task and on how it ended."""
    if report.task == "verify":
        return "Still in the copy"
    return "Removed" if report.output_sha256 is not None else "To be removed"


def sentence(report: Report) -> str:
    """Return the verdict in one plain sentence, with what stands in the way."""
    if report.verdict is Verdict.READY:
        return "Nothing that was looked for stands in the way of release."
    if report.unchecked and report.verdict is Verdict.BLOCKED:
        return "Not ready: the file, or part of it, could not be checked."
    reasons = ", ".join(_reasons(report)) or "see the problems below"
    lead = "Must not be released as it is" if report.verdict is Verdict.BLOCKED else "Not ready"
    return f"{lead}: {reasons}."


def _reasons(report: Report) -> list[str]:
    by_severity = Counter(issue.severity for issue in report.issues if issue.code not in _SUMMARISING)
    going = len(chosen(report, Action.REDACT)) if report.output_sha256 is None else 0
    counted = (
        (by_severity[Severity.BLOCK], "problem blocks release", "problems block release"),
        (len(failed(report)), "check failed", "checks failed"),
        (going, "item still has to be removed", "items still have to be removed"),
        (len(report.open_items), "item open", "items open"),
        (by_severity[Severity.REVIEW], "problem to look at", "problems to look at"),
    )
    return [count(number, one, many) for number, one, many in counted if number]


def next_steps(report: Report) -> list[str]:
    """Return what to do now, most urgent first."""
    if report.unchecked and report.verdict is Verdict.BLOCKED:
        return [remedy(issue) for issue in report.issues if issue.unchecked and issue.fix] or ["Read the file by eye."]
    steps = []
    if failed(report):
        copy = (
            "No copy was written, because a check failed." if report.task == "redact" else "Do not release this copy."
        )
        steps.append(
            f"{copy} Look at the checks and at the problems below; report it to the makers of this tool if neither says why."
        )
    if any(issue.code not in _SUMMARISING for issue in issues(report, Severity.BLOCK)):
        steps.append("Mend the problems marked BLOCK, then run this again.")
    if report.open_items:
        steps.append("Decide the open items (redact or keep), then run this again.")
    if any(issue.code not in _SUMMARISING for issue in issues(report, Severity.REVIEW)):
        steps.append("Look at the problems marked REVIEW; mend them, or satisfy yourself that they are right.")
    if report.task != "redact" and chosen(report, Action.REDACT):
        steps.append(f"Make a redacted copy: redactor redact {shell_name(report)} -o published/")
    if report.verdict is Verdict.READY:
        what = "the redacted copy" if report.task == "redact" else "this file"
        steps.append(f"Read {what} once more yourself, then release it.")
    return steps or ["Look at the problems below, then run this again."]


def decide_command(report: Report, finding: ReportedFinding) -> str:
    """Return the command that settles an open finding, ready to copy; EXEMPTION and WHY are for the officer to fill in."""
    exemption = shlex.quote(clean(finding.exemption)) if finding.exemption else "EXEMPTION"
    # A finding has the same id only under the same policy and mode.
    policy = f"--policy {shlex.quote(clean(report.policy))} " if report.policy != _DEFAULT_POLICY else ""
    mode = f"--mode {report.mode.value} " if report.mode is not Mode.PUBLISH else ""
    return (
        f"redactor decide {shell_name(report)} {policy}{mode}--decisions decisions.yaml "
        f"--finding {shlex.quote(clean(finding.id))} --action redact --exemption {exemption} --reason 'WHY'"
    )


def shell_name(report: Report) -> str:
    """Return the file's name as a shell takes it."""
    name = clean(report.source.name)
    return shlex.quote(f"./{name}" if name.startswith("-") else name)


def day(moment: datetime) -> str:
    """Return "23 November 2026, 09:30 UTC"."""
    at = moment.astimezone(UTC) if moment.tzinfo is not None else moment
    return f"{at.day} {at:%B %Y, %H:%M} UTC"


def on_day(value: date | None) -> str:
    """Return "4 July 2024", or that it is not known."""
    return f"{value.day} {value:%B %Y}" if value is not None else "not known"


def date_line(line: DateLine) -> str:
    """Return how long the reply took, in sentences."""
    return " ".join(f"{name}: {value.rstrip('.')}." for name, value in date_rows(line))


def date_rows(line: DateLine) -> list[tuple[str, str]]:
    """Return the same as names and values, in the order in which things happen."""
    rows = [("Received", on_day(line.received))]
    if line.due is not None:
        rows.append(("Answer due", f"{on_day(line.due)} (working day {line.allowed})"))
    sent = on_day(line.sent)
    if line.days is not None:
        late = count(line.late, "working day late", "working days late") if line.late else "in time"
        sent += f" (working day {line.days}, {late})"
    rows.append(("Sent", sent))
    if line.holidays:
        listed = "; ".join(f"{on_day(holiday.day)} ({clean(holiday.name)})" for holiday in line.holidays)
        rows.append(("Not counted", f"weekends, and {listed}"))
    if line.problem:
        rows.append(("About the dates", clean(line.problem)))
    return rows


def label(text: str, page: int | None, none: str = "none") -> str:
    """Return a question's or answer's label with its page: "1a (page 2)"."""
    if not text and page is None:
        return none
    return f"{clean(text) or 'unnumbered'}{f' (page {page})' if page is not None else ''}"


def pair(one: AskedAndAnswered) -> str:
    """Return one line of the question and answer map: "Question 1a (page 1): held, answer 1a (page 2)."."""
    asked, answered = label(one.question, one.question_page), label(one.answer, one.answer_page)
    lead = f"Question {asked}" if asked != "none" else f"Answer {answered}"
    parts = [clean(one.outcome)] if answered != "none" else []
    if answered != "none" and asked != "none":
        parts.append(f"answer {answered}")
    if one.remark:
        parts.append(clean(one.remark))
    return f"{lead}: {', '.join(parts) or clean(one.outcome)}."
