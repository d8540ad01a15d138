"""The order of the stages, and nothing else.

    load -> text map -> analyse -> decide -> redact -> verify -> gate -> report

>>> from redactor import Engine                                    # doctest: +SKIP
>>> report = Engine("uk-foi").check("letter.pdf")                  # doctest: +SKIP
>>> report.verdict, [issue.message for issue in report.issues]     # doctest: +SKIP
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from redactor import decisions as decisions_module
from redactor import policy as policies
from redactor import proving, reading, release, reporting, thumbnails, verify
from redactor.decisions import Decisions
from redactor.errors import UncheckedError
from redactor.formats import Redacted
from redactor.judging import Ask, Judge, Judged, Progress, Reply
from redactor.letter.summary import summary
from redactor.model import (
    Action,
    Case,
    CheckResult,
    Issue,
    Severity,
    Source,
    Status,
    Verdict,
)
from redactor.policy import Policy
from redactor.report import LetterSummary, Report
from redactor.residual import Residual
from redactor.text_copy import text_copy

if TYPE_CHECKING:
    from recognizers.name_model import Shelf

__all__ = ["Engine", "Progress"]


class Engine:
    """Check, redact and verify files under one policy; loads its model once, with the first file."""

    def __init__(self, policy: Policy | str = "uk-foi", *, search: Sequence[Path] = ()) -> None:
        self.policy = policies.load(policy, search) if isinstance(policy, str) else policy
        self._judge = Judge(self.policy)

    @property
    def model(self) -> str:
        """Return the name and digest of the name model, which this loads."""
        return self._judge.analyser.model

    def share(self, shelf: Shelf, secret: bytes) -> None:
        """Keep where names stand in paragraphs on a shelf that other processes read; see ``NameFinder.share``."""
        self._judge.analyser.share(shelf, secret)

    def check(
        self,
        path: Path | str,
        *,
        case: Case | None = None,
        decisions: Decisions | None = None,
        password: str | None = None,
        show_values: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Return the verdict on a file as it is; writes nothing.

        A file that cannot be checked gives a BLOCKED report that says so; only misuse raises (``UsageError``).
        """
        path, ask = Path(path), self._ask(case, decisions, password, progress)
        try:
            judged = self._judge.file(path, ask)
            reading.unchanged(path, judged.source)
        except UncheckedError as problem:
            return self._unchecked("check", path, ask, problem)
        return self._checked(judged, ask, show_values=show_values)

    def check_bytes(
        self,
        data: bytes,
        name: str,
        *,
        case: Case | None = None,
        decisions: Decisions | None = None,
        password: str | None = None,
        look: Callable[[Judged], None] | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Return the verdict on bytes that are no file by themselves: a member of a ZIP, an object of a bucket.

        Args:
            name: the file's name, which is searched like the rest of it.
            look: called with everything found, the values in clear, before they are masked.
        """
        ask = self._ask(case, decisions, password, progress)
        try:
            judged = self._judge.data(data, *reading.identified(data, name), ask)
        except UncheckedError as problem:
            return self._unchecked("check", Path(name), ask, problem)
        if look is not None:
            look(judged)
        return self._checked(judged, ask, show_values=False)

    def redact(
        self,
        path: Path | str,
        output: Path | str,
        *,
        case: Case | None = None,
        decisions: Decisions | None = None,
        password: str | None = None,
        overwrite: bool = False,
        only_if_ready: bool = False,
        show_values: bool = False,
        text_output: Path | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Write a verified redacted copy, or nothing, and return the verdict on it.

        The copy appears when every check passes; whether it may be released is ``report.verdict``.
        """
        path, output, ask = Path(path), Path(output), self._ask(case, decisions, password, progress)
        for destination in (output, text_output):
            if destination is not None:
                release.check_destination(path, destination, overwrite=overwrite)
        if text_output is not None:
            release.check_apart(output, text_output)
        try:
            with release.draft(output, overwrite=overwrite) as draft:
                # Proved on what the disk gives back, with the recognizers' second look already at hand.
                attempt, checks = proving.convincing(
                    self._judge, self._judge.file(path, ask), ask, name=output.name, keep=draft.keep
                )
                source, made, copy = attempt.source, attempt.made, attempt.copy
                reply = self._judge.reply(source, ask)
                gone = source.values(Action.REDACT)
                told, gaps, said = proving.told(self._judge, attempt)
                issues = self._judge.issues(
                    "redact",
                    copy,
                    ask,
                    removed=gone,
                    reply=reply,
                    told=told,
                    other_gaps=gaps,
                    show_values=show_values,
                    source=source.source.sha256,
                )
                report = self._report("redact", source, copy, ask, issues, checks, reply=reply, show_values=show_values)
                reading.unchanged(path, source.source)
                if _may_appear(report, only_if_ready=only_if_ready):
                    if text_output is not None:
                        text = text_copy(source.document, source.decided)
                        release.write_text(text_output, text, overwrite=overwrite)
                    try:
                        draft.release()
                    except BaseException:
                        # A text without its proved copy is not to be left behind.
                        if text_output is not None:
                            text_output.unlink(missing_ok=True)
                        raise
                    notes = {f"note {number}": note for number, note in enumerate(made.notes, 1)}
                    approval = ask.decisions.approved(source.source.sha256)
                    approved = {"approved by": approval.by} if approval is not None else {}
                    report = dataclasses.replace(
                        report,
                        output_name=output.name,
                        output_sha256=copy.source.sha256,
                        details=notes | said | approved,
                    )
                return report
        except UncheckedError as problem:
            return self._unchecked("redact", path, ask, problem)

    def verify(
        self,
        path: Path | str,
        *,
        original: Path | str | None = None,
        case: Case | None = None,
        decisions: Decisions | None = None,
        password: str | None = None,
        show_values: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Return the verdict on a redacted file, whoever made it; with the original, prove what was removed.

        ``password`` opens the original where there is one, else the file itself.
        """
        path, ask = Path(path), self._ask(case, decisions, password, progress)
        try:
            copy = self._judge.file(path, dataclasses.replace(ask, password=None) if original else ask)
            source = self._judge.file(Path(original), ask) if original else None
            made = Redacted(copy.data)
            told: tuple[Residual, ...] = ()
            gaps = 0
            if source is not None:
                attempt, checks = proving.compared(self._judge, source, copy, ask)
                source, made, copy = attempt.source, attempt.made, attempt.copy
                told, gaps, _ = proving.told(self._judge, attempt)
            else:
                checks = proving.proved(self._judge, None, made, copy, ask, ours=False)
            reading.unchanged(path, copy.source)
            if original is not None and source is not None:
                reading.unchanged(Path(original), source.source)
        except UncheckedError as problem:
            return self._unchecked("verify", path, ask, problem)
        gone = (source or copy).values(Action.REDACT)
        issues = self._judge.issues(
            "verify",
            copy,
            ask,
            removed=gone,
            compared=source is not None,
            told=told,
            other_gaps=gaps,
            source=source.source.sha256 if source is not None else None,
        )
        return self._report("verify", copy, copy, ask, issues, checks, show_values=show_values)

    def _checked(self, judged: Judged, ask: Ask, *, show_values: bool) -> Report:
        reply = self._judge.reply(judged, ask)
        gone = judged.values(Action.REDACT)
        issues = self._judge.issues("check", judged, ask, removed=gone, reply=reply, show_values=show_values)
        return self._report("check", judged, judged, ask, issues, (), reply=reply, show_values=show_values)

    def _ask(
        self, case: Case | None, decisions: Decisions | None, password: str | None, progress: Progress | None
    ) -> Ask:
        known = case if case is not None else Case(mode=self.policy.mode)
        return Ask(known, decisions or decisions_module.empty(), password, progress)

    def _report(
        self,
        task: str,
        shown: Judged,
        standing: Judged,
        ask: Ask,
        issues: Sequence[Issue],
        checks: Sequence[CheckResult],
        *,
        reply: Reply | None = None,
        show_values: bool,
    ) -> Report:
        """Report the findings of ``shown``; the verdict is on what ``standing`` still holds."""
        pictures = thumbnails.of(shown, self.policy.limits, ask.password) if show_values else {}
        return reporting.build(
            task=task,
            source=shown.source,
            policy=self.policy,
            policy_digest=self._judge.policy_digest,
            case=ask.case,
            model=self._judge.analyser.model,
            decided=shown.decided,
            pages=len(shown.document.pages),
            issues=issues,
            checks=checks,
            standing=proving.standing(shown, standing),
            letter=_summary(reply, show_values=show_values),
            show_values=show_values,
            pictures=pictures,
        )

    def _unchecked(self, task: str, path: Path, ask: Ask, problem: UncheckedError) -> Report:
        source = Source(path.name, "", 0, "")
        return reporting.unchecked(problem, task=task, source=source, policy=self.policy, case=ask.case)


def _may_appear(report: Report, *, only_if_ready: bool) -> bool:
    """Return whether the copy is proved; whether it may be released is another question, and the verdict's."""
    passed = {check.code for check in report.checks if check.status is Status.PASS}
    if not passed >= verify.ESSENTIAL or any(check.status is not Status.PASS for check in report.checks):
        return False
    # A page nobody could read is for the verdict to say; a rule that failed leaves the copy unproved.
    if any(issue.unchecked and issue.severity is Severity.BLOCK for issue in report.issues):
        return False
    return report.verdict is Verdict.READY or not only_if_ready


def _summary(reply: Reply | None, *, show_values: bool) -> LetterSummary | None:
    """Return what a report says of the letter; None where nothing was read as one."""
    if reply is None or reply.letter is None:
        return None
    return summary(reply.letter, reply.text, show_values=show_values)
