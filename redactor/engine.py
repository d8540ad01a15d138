"""The order of the stages, and nothing else.

    load -> text map -> analyse -> decide -> redact -> verify -> gate -> report

>>> from redactor import Engine                                    # doctest: +SKIP
>>> report = Engine("uk-foi").check("letter.pdf")                  # doctest: +SKIP
>>> report.verdict, [issue.message for issue in report.issues]     # doctest: +SKIP
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redactor import decisions as decisions_module
from redactor import policy as policies
from redactor import reading, release, reporting, rules, verify
from redactor.analysis.namesakes import namesakes
from redactor.decide import Decided, decide
from redactor.decisions import Decisions
from redactor.errors import RedactionError, UncheckedError
from redactor.formats import Format, Redacted
from redactor.model import (
    Action,
    Box,
    Case,
    CheckResult,
    Document,
    Issue,
    Layer,
    QuadArray,
    RedactionPlan,
    Report,
    Segment,
    Severity,
    Source,
    Status,
    Verdict,
)
from redactor.plan import more, plan
from redactor.policy import Policy

if TYPE_CHECKING:
    from redactor.analysis.analyser import Analyser
    from redactor.analysis.matches import Analysis

Progress = Callable[[str, int, int], None]
# A box drawn on a page changes what the model reads around it; what it then sees is boxed too, this many times at most.
_PASSES = 3


@dataclasses.dataclass(frozen=True, slots=True)
class _Judged:
    """One file's bytes carried as far as decisions."""

    data: bytes = dataclasses.field(repr=False)
    source: Source
    format: Format
    document: Document
    analysis: Analysis
    decided: Decided


class Engine:
    """Check, redact and verify files under one policy; loads its model once, with the first file."""

    def __init__(self, policy: Policy | str = "uk-foi", *, search: Sequence[Path] = ()) -> None:
        self.policy = policies.load(policy, search) if isinstance(policy, str) else policy
        self._loaded: Analyser | None = None

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
        path, case, decisions = Path(path), self._case(case), decisions or decisions_module.empty()
        try:
            judged = self._judge(path, case, decisions, password, progress)
            reading.unchanged(path, judged.source)
        except UncheckedError as problem:
            return self._unchecked("check", path, case, problem)
        issues = self._issues("check", judged, case, judged)
        return self._report("check", judged, case, issues, (), judged.decided, show_values=show_values)

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
        path, output = Path(path), Path(output)
        case, decisions = self._case(case), decisions or decisions_module.empty()
        release.check_destination(path, output, overwrite=overwrite)
        if text_output is not None:
            release.check_destination(path, text_output, overwrite=overwrite)
        try:
            judged = self._judge(path, case, decisions, password, progress)
            with release.draft(output, overwrite=overwrite) as draft:
                copy, made, judged = self._redacted(judged, case, decisions, password, progress)
                # Proved on what the disk gives back, with the recognizers' second look already at hand.
                saved = draft.write(made.data)
                if saved != made.data:
                    raise RedactionError("came back from the disk changed", where=output.name, remedy="Check the disk.")
                checks = self._checks(judged, made, copy, case, progress, password)
                issues = self._issues("redact", copy, case, judged)
                report = self._report("redact", judged, case, issues, checks, copy.decided, show_values=show_values)
                reading.unchanged(path, judged.source)
                proved = checks and all(check.status is Status.PASS for check in checks)
                # A page nobody could read is for the verdict to say; a rule that failed leaves the copy unproved.
                failed = any(issue.unchecked and issue.severity is Severity.BLOCK for issue in issues)
                if proved and not failed and not (only_if_ready and report.verdict is not Verdict.READY):
                    if text_output is not None:
                        release.write_text(text_output, _text_copy(judged), overwrite=overwrite)
                    draft.release()
                    report = dataclasses.replace(
                        report, output_name=output.name, output_sha256=copy.source.sha256, details=_details(made)
                    )
                return report
        except UncheckedError as problem:
            return self._unchecked("redact", path, case, problem)

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
        """Return the verdict on a redacted file, whoever made it; with the original, prove what was removed."""
        path, case, decisions = Path(path), self._case(case), decisions or decisions_module.empty()
        try:
            copy = self._judge(path, case, decisions, None if original else password, progress)
            source = self._judge(Path(original), case, decisions, password, progress) if original else None
        except UncheckedError as problem:
            return self._unchecked("verify", path, case, problem)
        made = Redacted(copy.data, changed=self._changed(source, case, password) if source else ())
        checks = self._checks(source, made, copy, case, progress, password)
        issues = self._issues("verify", copy, case, source or copy)
        return self._report("verify", copy, case, issues, checks, copy.decided, show_values=show_values)

    # The stages.

    def _judge(
        self, path: Path, case: Case, decisions: Decisions, password: str | None, progress: Progress | None
    ) -> _Judged:
        _tell(progress, "read", 0)
        data, source, format_ = reading.read(path, self.policy.limits)
        return self._judge_bytes(data, source, format_, case, decisions, password, progress)

    def _judge_bytes(
        self,
        data: bytes,
        source: Source,
        format_: Format,
        case: Case,
        decisions: Decisions,
        password: str | None,
        progress: Progress | None,
    ) -> _Judged:
        document = _with_name(format_.load(data, source, self.policy.limits, password))
        _tell(progress, "search", len(document.pages))
        terms = [addition.term for addition in decisions.additions]
        analysis = self._analyser.analyse(document, case, terms)
        decided = decide(document, analysis, policy=self.policy, case=case, decisions=decisions, today=date.today())
        return _Judged(data, source, format_, document, analysis, decided)

    def _redacted(
        self, judged: _Judged, case: Case, decisions: Decisions, password: str | None, progress: Progress | None
    ) -> tuple[_Judged, Redacted, _Judged]:
        """Return the copy as judged again, its bytes, and the source with what the later looks added."""
        for _ in range(_PASSES):
            _tell(progress, "redact", len(judged.document.pages))
            todo = self._plan(judged, case)
            made = judged.format.redact(judged.data, judged.document, todo, self.policy.limits, password)
            source = reading.described(made.data, "redacted copy", judged.format)
            copy = self._judge_bytes(made.data, source, judged.format, case, decisions, None, progress)
            added = more(judged.decided, copy.decided, judged.document)
            if added is None:
                return copy, made, judged
            judged = dataclasses.replace(judged, decided=added)
        return copy, made, judged

    def _plan(self, judged: _Judged, case: Case) -> RedactionPlan:
        title = " ".join(part for part in (case.authority, case.reference) if part) or "Disclosure"
        return plan(judged.document, judged.decided, self.policy.redaction, title=title)

    def _changed(self, source: _Judged, case: Case, password: str | None) -> tuple[tuple[int, Box], ...]:
        """Return where our own writer would have changed the page outside the boxes: dropped icons, flattened fields."""
        try:
            todo = self._plan(source, case)
            return source.format.redact(source.data, source.document, todo, self.policy.limits, password).changed
        except RedactionError:
            return ()

    def _checks(
        self,
        source: _Judged | None,
        made: Redacted,
        copy: _Judged,
        case: Case,
        progress: Progress | None,
        password: str | None,
    ) -> tuple[CheckResult, ...]:
        _tell(progress, "verify", len(copy.document.pages))
        left = [(finding.id, finding.page) for finding in copy.decided.acting(Action.REDACT)]
        return tuple(
            verify.run(
                verify.all_checks(),
                verify.View(
                    output=made.data,
                    original=source.data if source else None,
                    original_document=source.document if source else None,
                    plan=self._plan(source, case) if source else None,
                    removed=_removed(source.decided) if source else (),
                    kept=_kept(source) if source else (),
                    changed=made.changed,
                    find=lambda _data: left,
                    password=password,
                    limits=self.policy.limits,
                ),
            )
        )

    def _issues(self, task: str, judged: _Judged, case: Case, source: _Judged) -> list[Issue]:
        view = rules.View(
            document=judged.document,
            text=judged.analysis.texts[0],
            findings=judged.decided.findings,
            decisions=judged.decided.decisions,
            case=case,
            task=task,
            stale=judged.decided.stale,
            expired=judged.decided.expired,
            values=judged.decided.values,
            removed=_values(source.decided, Action.REDACT),
            requester_known=judged.analysis.requester_known,
            requester_guessed=judged.analysis.requester_guessed,
            options={code: setting.options for code, setting in self.policy.rules.items()},
        )
        return [self._weighed(issue) for issue in rules.run(rules.all_rules(), view)]

    def _weighed(self, issue: Issue) -> Issue:
        """Apply the policy's severity for a rule; a lowered BLOCK carries the written reason with it."""
        setting = self.policy.rules.get(issue.code)
        if setting is None or setting.severity is None or issue.unchecked:
            return issue
        message = f"{issue.message} (Severity set by policy: {setting.reason})"
        return dataclasses.replace(issue, severity=setting.severity, message=message)

    def _report(
        self,
        task: str,
        judged: _Judged,
        case: Case,
        issues: Sequence[Issue],
        checks: Sequence[CheckResult],
        standing: Decided,
        *,
        show_values: bool,
    ) -> Report:
        return reporting.build(
            task=task,
            source=judged.source,
            policy=self.policy,
            case=case,
            model=self._analyser.model,
            decided=judged.decided,
            pages=len(judged.document.pages),
            issues=issues,
            checks=checks,
            standing=[decision.action for decision in standing.decisions.values()],
            show_values=show_values,
        )

    def _unchecked(self, task: str, path: Path, case: Case, problem: UncheckedError) -> Report:
        source = Source(path.name, "", 0, "")
        return reporting.unchecked(problem, task=task, source=source, policy=self.policy, case=case)

    def _case(self, case: Case | None) -> Case:
        return case if case is not None else Case(mode=self.policy.mode)

    @property
    def _analyser(self) -> Analyser:
        if self._loaded is None:
            from redactor.analysis.analyser import Analyser

            self._loaded = Analyser(self.policy)
        return self._loaded


def _with_name(document: Document) -> Document:
    """Add the file's own name as a layer: a reply called after its requester names them."""
    name = document.source.name
    segment = Segment("file/name", Layer.FILE_NAME, None, name, QuadArray.nowhere(len(name)), "file name")
    return dataclasses.replace(document, segments=(*document.segments, segment))


def _removed(decided: Decided) -> tuple[verify.Removed, ...]:
    return tuple(
        verify.Removed(decided.values[finding.id], finding.entity, finding.id)
        for finding in decided.acting(Action.REDACT)
        if finding.id in decided.values
    )


def _kept(source: _Judged) -> tuple[str, ...]:
    """Return what stays on purpose: values decided so, and words that only look like a removed name ("young people")."""
    staying = _values(source.decided, Action.KEEP, Action.REVIEW)
    claimed = [(match.start, match.end) for match in source.analysis.matches if match.text == 0]
    words = namesakes(source.analysis.texts[0].text, _values(source.decided, Action.REDACT), claimed)
    return tuple(dict.fromkeys([*staying, *(word.phrase for word in words)]))


def _values(decided: Decided, *actions: Action) -> list[str]:
    """Return the values of the findings that come to one of some actions."""
    return [
        decided.values[finding.id]
        for finding in decided.findings
        if finding.id in decided.values and decided.decisions[finding.id].action in actions
    ]


def _text_copy(judged: _Judged) -> str:
    from redactor.text_copy import text_copy

    return text_copy(judged.document, judged.decided)


def _details(made: Redacted) -> dict[str, str]:
    return {f"note {index}": note for index, note in enumerate(made.notes, 1)}


def _tell(progress: Progress | None, stage: str, pages: int) -> None:
    if progress is not None:
        progress(stage, 0, pages)
