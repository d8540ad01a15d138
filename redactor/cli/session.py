"""One run over one or many files: start early, go on after a file that fails, end with the worst."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from redactor import gate
from redactor.cli import outputs, settings
from redactor.cli.inputs import Input
from redactor.cli.progress import Progress
from redactor.cli.text import say
from redactor.errors import ExitCode, worst
from redactor.guard import InternalError
from redactor.guarded import GuardedEngine
from redactor.model import Severity
from redactor.report import Report

if TYPE_CHECKING:
    from redactor.cli.outputs import Output
    from redactor.cli.settings import Given, Settings

Work = Callable[[Input, Progress], Report]
VerdictLine = Callable[[Input, Report], str]


@dataclass(frozen=True, slots=True)
class Session:
    """A running engine and everything a command was told."""

    engine: GuardedEngine
    settings: Settings
    options: dict[str, Any]

    def over(
        self,
        task: str,
        files: Sequence[Input],
        reports_to: Sequence[Output],
        work: Work,
        *,
        verdict_line: VerdictLine | None = None,
    ) -> ExitCode:
        """Work on every file, print the reports, and return the worst exit code."""
        given, codes, reports = self.settings.given, [], []
        line = verdict_line or plain_line
        with Progress(len(files), quiet=given.quiet) as progress:
            for index, item in enumerate(files, 1):
                progress.file(index, item.shown)
                started = time.monotonic()
                try:
                    report = work(item, progress)
                except InternalError as error:
                    codes.append(ExitCode.INTERNAL)
                    self._internal(item, error)
                    report = self.engine.unchecked(error, task, item.path, self.options["case"])
                else:
                    if not given.quiet:
                        _say_unchecked(item, report)
                codes.append(gate.exit_code(report, self.settings.fail_on))
                reports.append(report)
                if given.verbose:
                    say(f"{item.shown}: {report.pages} pages in {time.monotonic() - started:.1f} s")
        if given.quiet:
            outputs.emit("\n".join(line(item, report) for item, report in zip(files, reports, strict=True)))
            reports_to = [output for output in reports_to if output.path is not None]
        outputs.write(reports_to, reports)
        return worst(codes)

    def _internal(self, item: Input, error: InternalError) -> None:
        say(f"{item.shown}: internal error ({error.kind}); run with -v for the stack without document text")
        if self.settings.given.verbose:
            for frame in error.stack:
                say(f"  {frame}")


def _say_unchecked(item: Input, report: Report) -> None:
    """Say on stderr, too, why a file could not be checked: stdout may be a report for another program."""
    for issue in report.issues:
        if issue.unchecked and issue.severity is Severity.BLOCK:
            say(f"{item.shown}: {issue.message} {issue.fix}".rstrip())


def plain_line(item: Input, report: Report) -> str:
    """Return the one line that ``-q`` prints for a file."""
    return f"{item.shown}: {report.verdict.upper()}"


@contextmanager
def session(given: Given) -> Iterator[Session]:
    """Start the guarded engine first, so that it loads while everything the user gave is read and checked."""
    with GuardedEngine() as engine:
        settled = settings.settle(given)
        policy = engine.choose(settled.policy, search=settled.search, seconds=settled.timeout, memory_mb=settled.memory)
        options = {
            "case": settings.case(settled, policy),
            "decisions": settings.decisions(settled),
            "password": settled.password,
            "show_values": given.show_values,
        }
        if given.verbose:
            say(f"policy {policy.name} ({policy.digest})")
        yield Session(engine, settled, options)
