"""Make a redacted copy in the desk's private folder, have it proved, and offer it once everything that matters is settled."""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from redactor import release as releasing
from redactor.decisions import same_name
from redactor.desk import meanwhile
from redactor.desk.item import APPROVAL, SAID_OF_COPY, Copy, Item, Making, Progress
from redactor.desk.uploads import safe_name
from redactor.errors import DestinationError, RedactorError, UsageError
from redactor.model import Action, Layer, Severity, Status, Verdict

if TYPE_CHECKING:
    from redactor.desk.desk import Desk
    from redactor.desk.orders import Release
    from redactor.model import Issue
    from redactor.report import Report

_SUFFIX = ".redacted.pdf"
_CHECK = re.compile(r"(?P<code>V\d{3}) (?P<status>\w+): (?P<title>.*)")


def order(desk: Desk, item: Item) -> None:
    """Begin to make a copy of the document as it is decided now, unless there is one or one is being made."""
    with desk.acting, item.lock:
        meanwhile.refuse(desk, item)
        if item.copy.revision == item.revision and item.copy.state in (Making.RUNNING, Making.PROVED):
            return
        old = item.copy.folder
        item.copy = Copy(state=Making.RUNNING, revision=item.revision)
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)
    desk.later(_make, desk, item, item.copy)
    desk.changed()


def _make(desk: Desk, item: Item, copy: Copy) -> None:
    folder = Path(tempfile.mkdtemp(dir=desk.folder, prefix="copy-"))
    case = desk.settings.case_for(desk.engine.policy)
    target = folder / f"{_stem(item, case.reference)}{_SUFFIX}"

    def progress(stage: str, done: int, total: int) -> None:
        if (ended := _CHECK.fullmatch(stage)) is not None:
            copy.checks.append((ended["code"], ended["title"], ended["status"]))
        else:
            copy.progress = Progress(stage, done, total)
        desk.changed()

    with item.lock:
        copy.folder = folder
        decisions, password = desk.ledger(item).current, item.password
        if copy.revision != item.revision or item.id not in desk.items:
            copy.state = Making.NONE
            return
    try:
        report = desk.engine.redact(
            item.path,
            target,
            case=case,
            decisions=decisions,
            password=password,
            progress=progress,
        )
    except RedactorError as error:
        copy.state, copy.problem, copy.remedy = Making.REFUSED, error.what, error.remedy
    except Exception as error:  # noqa: BLE001  # nothing is offered of a copy that was not finished
        copy.state, copy.problem = Making.REFUSED, f"could not be made ({type(error).__name__})"
        copy.remedy = "Please report it."
    else:
        copy.report = report
        copy.checks = [(check.code, check.title, check.status.value) for check in report.checks]
        if report.output_sha256 is not None:
            copy.pdf = target
        blocked = report.output_sha256 is None or report.verdict is Verdict.BLOCKED
        copy.state = Making.REFUSED if blocked else Making.PROVED
    copy.progress = Progress()
    desk.changed()


def _stem(item: Item, reference: str) -> str:
    """Return what the copy and its papers are called: as the document, unless that name itself holds what goes.

    A letter is often called after whom it is for, and whoever drops it here cannot give the copy a name.
    """
    findings = item.report.findings if item.report is not None else ()
    if all(finding.layer is not Layer.FILE_NAME or finding.action is Action.KEEP for finding in findings):
        return item.path.stem
    return safe_name(reference.replace("/", "-")) if reference else "reply"


def in_the_way(copy: Copy) -> list[Issue]:
    """Return the problems that a person has to look at before the copy goes out; findings are listed elsewhere."""
    if copy.report is None:
        return []
    return [
        issue for issue in copy.report.issues if issue.severity is not Severity.NOTE and issue.code not in SAID_OF_COPY
    ]


def failures(copy: Copy) -> list[tuple[str, str, int | None]]:
    """Return code, message and page of every check that did not pass."""
    if copy.report is None:
        return []
    return [(one.code, one.evidence, one.page) for one in copy.report.checks if one.status is not Status.PASS]


def release(desk: Desk, item: Item, wanted: Release) -> None:
    """Offer the proved copy with its schedule and reports, and write them where the command said.

    Raises:
        UsageError: something is not settled, nobody looked, or a second person has not approved.
        StaleError: decisions were changed since the copy was proved.
    """
    with desk.acting, item.lock:
        meanwhile.refuse(desk, item)
        copy = item.copy
        if copy.revision != item.revision or wanted.revision != item.revision:
            raise meanwhile.StaleError("something was decided since the copy was made", remedy="Make the copy anew.")
        if copy.state is not Making.PROVED or copy.report is None or copy.pdf is None:
            raise UsageError("there is no proved copy", remedy="Make the copy first.")
        open_ = [finding for finding in copy.report.findings if finding.action is Action.REVIEW]
        if open_:
            raise UsageError("items are still open", remedy="Redact or keep each of them first.")
        if in_the_way(copy) and not wanted.looked:
            raise UsageError(
                "nobody said that the problems were looked at",
                where="looked",
                remedy="Look at each, then tick the box.",
            )
        signed = _signed(desk, item, wanted)
        report = dataclasses.replace(copy.report, details={**copy.report.details, **signed})
        if wanted.approved_by:
            report = _approved(desk, item, report, wanted.approved_by)
        copy.released = _papers(copy.pdf, report)
        copy.signed, copy.released_report = signed, report
        if desk.settings.output is not None:
            try:
                _hand_out(desk, item, desk.settings.output, copy.released)
            except RedactorError:
                copy.released = {}
                raise
    desk.changed()


def _approved(desk: Desk, item: Item, report: Report, by: str) -> Report:
    """Write the approval down, where commands read it, and return the report without what asked for it."""
    from redactor import decisions as files
    from redactor import gate
    from redactor.decisions import Approval

    ledger = desk.ledger(item)
    now = ledger.current
    approval = Approval(document=item.sha256, covers=now.standing, by=by, reason="Looked at the copy at the desk.")
    ledger.put(files.record(now, approvals=[approval]))
    issues = tuple(issue for issue in report.issues if issue.code != APPROVAL)
    # Nothing is open, and what goes has gone, or the copy would not have been proved.
    verdict = gate.verdict(issues, report.checks, ())
    return dataclasses.replace(report, issues=issues, verdict=verdict)


def _signed(desk: Desk, item: Item, wanted: Release) -> dict[str, str]:
    if not wanted.released_by:
        raise UsageError("nobody is named who releases it", where="released_by", remedy="Give your name.")
    signed = {"released by": wanted.released_by}
    if wanted.looked:
        signed["problems looked at by"] = wanted.released_by
    policy = desk.policy
    if policy is not None and policy.release.second_person:
        if not wanted.approved_by:
            raise UsageError(
                "the policy asks for a second person", where="approved_by", remedy="Give the name of who approved it."
            )
        approver = same_name(wanted.approved_by)
        if approver == same_name(wanted.released_by) or approver in desk.ledger(item).current.deciders:
            raise UsageError(
                "nobody approves their own work", where="approved_by", remedy="Ask somebody else to look at the copy."
            )
    if wanted.approved_by:
        signed["approved by"] = wanted.approved_by
    return signed


def _papers(pdf: Path, report: Report) -> dict[str, Path]:
    """Write schedule and reports beside the copy, in the private folder, and return everything by kind."""
    from redactor import reporters

    made = {"copy": pdf}
    for kind, name, suffix in (
        ("schedule", "schedule", "schedule.csv"),
        ("report", "html", "report.html"),
        ("data", "json", "report.json"),
    ):
        path = pdf.with_name(f"{pdf.name.removesuffix(_SUFFIX)}.{suffix}")
        releasing.write_text(path, reporters.reporters()[name].render([report]), overwrite=True)
        made[kind] = path
    return made


def _hand_out(desk: Desk, item: Item, folder: Path, made: dict[str, Path]) -> None:
    """Write everything into the officer's folder too, the copy last; only what this document wrote is written over."""
    targets = {path: folder / path.name for path in reversed(made.values())}
    if any(target.exists() and desk.written.get(target, item.id) != item.id for target in targets.values()):
        raise DestinationError(
            "a file of this name exists already, of another document on the desk",
            remedy="Move that one out of the output folder, or rename this document and drop it again.",
        )
    ours = {target: desk.settings.overwrite or target in desk.written for target in targets.values()}
    for target, overwrite in ours.items():
        try:
            releasing.check_destination(item.path, target, overwrite=overwrite)
        except DestinationError as error:
            raise DestinationError(f"{target.name} in the output folder {error.what}", remedy=error.remedy) from None
    for path, target in targets.items():
        with releasing.draft(target, overwrite=ours[target]) as draft:
            draft.write(path.read_bytes())
            draft.release()
        desk.written[target] = item.id
