"""What the browser is told about a document, as plain values; the words are those of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redactor.desk import copying
from redactor.desk.item import SAID_OF_SOURCE, Item, Progress, State
from redactor.model import Action, Box, Severity
from redactor.reporters import words
from redactor.shown import turned

if TYPE_CHECKING:
    from redactor.desk.desk import Desk
    from redactor.model import Issue
    from redactor.report import Report, ReportedFinding

# While a decision is taken in, what was found before still stands.
_SEARCHED = (State.CHECKED, State.CHECKING)
_STAGES = {
    "read": "Reading the file",
    "search": "Searching",
    "redact": "Removing what goes",
    "verify": "Proving the copy",
}


def queue(desk: Desk) -> dict[str, Any]:
    """Return the start page's list, worst first."""
    rows = [row(desk, item) for item in list(desk.items.values())]
    rows.sort(key=lambda one: one["weight"])
    return {
        "revision": desk.revision,
        "ready": desk.ready,
        "problem": desk.problem,
        "scan": desk.settings.scan,
        "files": rows,
    }


def row(desk: Desk, item: Item) -> dict[str, Any]:
    """Return one line of the queue."""
    report = item.report
    open_ = len(report.open_items) if report else 0
    return {
        "id": item.id,
        "name": words.clean(item.name),
        "path": words.clean(item.listed.shown) if item.listed is not None else "",
        "scan": _scan(item),
        "state": item.state.value,
        "verdict": _verdict(item),
        "open": open_,
        "pages": len(item.sheets),
        "problem": words.clean(item.problem),
        "remedy": words.clean(item.remedy),
        "released": item.released,
        "loses": item.loses(
            decisions_elsewhere=desk.settings.decisions is not None,
            copies_elsewhere=desk.settings.output is not None,
        ),
        "weight": _weight(item, open_),
        "doing": _doing(item.progress),
    }


def _weight(item: Item, open_: int) -> int:
    """Return where a document stands in the queue: what cannot be read, what blocks, what is open, what is done."""
    if item.released:
        return 4_000_000
    if item.listed is not None and item.report is None:
        return 100_000 + item.listed.rank
    order = {State.LOCKED: 0, State.FAILED: 0}
    if item.state in order:
        return order[item.state]
    if item.report is None:
        return 2_000_000
    blocking = any(i.severity is Severity.BLOCK and i.code not in SAID_OF_SOURCE for i in item.report.issues)
    return (1_000_000 if blocking else 1_500_000 if open_ else 3_000_000) - min(open_, 9_999)


def _scan(item: Item) -> str:
    """Return what the scan counted in a file that was not opened yet, or could not be."""
    listed = item.listed
    if listed is None or item.report is not None:
        return ""
    if not listed.verdict:
        return words.clean(f"The scan could not check it: {listed.message or 'it did not come to it'}")
    counted = (
        (listed.covered, "readable under a redaction"),
        (listed.removed, "to remove"),
        (listed.open, "to decide"),
    )
    return words.capital(", ".join(f"{words.count(n, 'place')} {what}" for n, what in counted if n))


def _verdict(item: Item) -> str:
    """Return the state of a document in a word for its badge; what redaction itself settles does not block it."""
    report = item.report
    if item.state is State.LISTED and item.listed is not None:
        return item.listed.verdict
    if report is None or item.state not in _SEARCHED:
        return ""
    if item.released:
        return "released"
    issues = [issue for issue in report.issues if issue.code not in SAID_OF_SOURCE]
    if any(issue.severity is Severity.BLOCK for issue in issues):
        return "blocked"
    if report.open_items or any(issue.severity is Severity.REVIEW for issue in issues):
        return "review"
    return "ready"


def document(desk: Desk, item: Item) -> dict[str, Any]:
    """Return everything the document's page shows; only this function hands document text to the browser."""
    with item.lock:
        report, copy, policy = item.report, item.copy, desk.policy
        ledger = item.ledger  # none where the decisions file could not be read
        return {
            **row(desk, item),
            "revision": item.revision,
            "settled": item.settled,
            "notice": item.notice,
            "ready": desk.ready,
            "shelf": item.shelf,
            "wrong": item.state is State.LOCKED and item.password is not None,
            "sheets": [[sheet.width, sheet.height] for sheet in item.sheets],
            "findings": [_finding(item, one) for one in report.findings] if report else [],
            "issues": [_issue(item, one) for one in report.issues if one.code not in SAID_OF_SOURCE] if report else [],
            "letter": _letter(report),
            "sentence": _sentence(item),
            "canUndo": ledger is not None and ledger.can_undo,
            "canRedo": ledger is not None and ledger.can_redo,
            "shared": desk.settings.decisions is not None,
            "others": sum(one is not item and one.state is not State.LISTED for one in list(desk.items.values())),
            "exemptions": _exemptions(desk, report),
            "mode": report.mode.value if report else "",
            "by": desk.settings.by,
            "secondPerson": bool(policy and policy.release.second_person),
            "policy": words.clean(policy.title or policy.name) if policy else "",
            "copy": {
                "state": copy.state.value if copy.revision == item.revision else "none",
                "stale": copy.revision not in (-1, item.revision),
                "drawable": copy.pdf is not None and copy.revision == item.revision,
                "revision": copy.revision,
                "checks": [list(check) for check in copy.checks],
                "doing": _doing(copy.progress),
                "problem": words.clean(copy.problem),
                "remedy": words.clean(copy.remedy),
                "failures": [list(one) for one in copying.failures(copy)],
                "issues": [_issue(item, one) for one in copying.in_the_way(copy)],
                "open": len(copy.report.open_items) if copy.report else 0,
                "verdict": copy.report.verdict.value if copy.report else "",
                "released": list(copy.released) if copy.revision == item.revision else [],
                "signed": copy.signed,
                "written": bool(item.released and desk.settings.output),
            },
        }


def _boxes(item: Item, page: int | None, boxes: tuple[Box, ...]) -> list[list[float]]:
    """Return boxes as displayed, to a tenth of a point."""
    if page is None or not 1 <= page <= len(item.sheets):
        return []
    return [[round(number, 1) for number in turned(box, item.sheets[page - 1])] for box in boxes]


def _finding(item: Item, finding: ReportedFinding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "print": finding.fingerprint,
        "entity": finding.entity,
        "name": words.entity_name(finding.entity),
        "action": finding.action.value,
        "page": finding.page,
        "boxes": _boxes(item, finding.page, finding.boxes),
        "place": words.clean(words.place(finding)),
        "score": finding.score,
        "recognizer": finding.recognizer,
        "why": words.clean(finding.why),
        "exemption": words.clean(finding.exemption),
        "reason": words.clean(finding.reason),
        "by": words.clean(finding.by),
        "value": words.clean(finding.excerpt),
    }


def _issue(item: Item, issue: Issue) -> dict[str, Any]:
    passages = [
        {"page": one.page, "boxes": _boxes(item, one.page, one.boxes), "text": words.clean(one.text)}
        for one in issue.evidence
    ]
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "message": words.clean(issue.message),
        "fix": words.clean(words.remedy(issue)),
        "page": issue.page,
        "boxes": _boxes(item, issue.page, issue.boxes),
        "evidence": passages,
    }


def _letter(report: Report | None) -> dict[str, Any] | None:
    if report is None or report.letter is None:
        return None
    letter = report.letter
    return {
        "kind": words.clean(letter.kind),
        "why": words.clean(letter.kind_why),
        "regime": words.clean(letter.regime),
        "dates": words.date_line(letter.dates) if letter.dates is not None else "",
        "late": letter.dates.late if letter.dates is not None else 0,
        "questions": [
            {
                "question": words.clean(one.question),
                "answer": words.clean(one.answer),
                "questionPage": one.question_page,
                "answerPage": one.answer_page,
                "outcome": words.clean(one.outcome),
                "remark": words.clean(one.remark),
                "asked": words.clean(one.asked),
                "answered": words.clean(one.answered),
            }
            for one in letter.questions
        ],
    }


def _sentence(item: Item) -> str:
    """Return where the document stands, in a sentence."""
    report = item.report
    if report is None or item.state not in _SEARCHED:
        return ""
    if item.released:
        gone = sum(finding.action is Action.REDACT for finding in report.findings)
        return f"Released. {words.count(gone, 'place')} redacted."
    open_ = len({finding.fingerprint for finding in report.open_items})
    problems = [one for one in report.issues if one.code not in SAID_OF_SOURCE and one.severity is not Severity.NOTE]
    if not report.findings and not problems:
        return "Nothing was found. Read the letter yourself before you release it."
    parts = []
    if open_:
        parts.append(f"{words.count(open_, 'item')} to decide")
    if problems:
        parts.append(f"{words.count(len(problems), 'problem')} to look at")
    going = sum(finding.action is Action.REDACT for finding in report.findings)
    parts.append(f"{words.count(going, 'place')} will be redacted")
    return words.capital(", ".join(parts) + ".")


def _exemptions(desk: Desk, report: Report | None) -> list[str]:
    """Return the exemptions that the policy and this document use, for the field's suggestions."""
    policy = desk.policy
    used = {line.exemption for line in policy.lines} if policy else set()
    used |= {finding.exemption for finding in report.findings} if report else set()
    return sorted(words.clean(one) for one in used if one)


def _doing(progress: Progress) -> str:
    if not progress.stage:
        return ""
    stage = _STAGES.get(progress.stage, "Proving the copy")
    return f"{stage} ({words.count(progress.total, 'page')})" if progress.total > 1 else stage
