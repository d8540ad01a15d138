"""redactor redact: write a redacted copy once it has been proved, with the schedule and reports that go with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from redactor.cli import options
from redactor.cli.text import examples, say

if TYPE_CHECKING:
    from redactor.cli.destinations import Destinations
    from redactor.guard import ProgressCallback
    from redactor.report import Report

_EXAMPLES = examples(
    "redactor redact letter.pdf -o published/",
    "redactor redact letter.pdf -o letter-public.pdf --case case.yaml",
    "redactor redact outbox/ -o published/ --decisions decisions.yaml --only-if-ready",
    "redactor redact letter.pdf -o published/ --text --overwrite",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=_EXAMPLES)(redact)


def redact(
    files: options.Files,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE|FOLDER", help="A .pdf file, or a folder.", show_default=False),
    ],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace results of an earlier run.")] = False,
    only_if_ready: Annotated[
        bool, typer.Option("--only-if-ready", help="Write a copy only where the verdict on it is READY.")
    ] = False,
    text: Annotated[bool, typer.Option("--text", help="Also write the redacted text as NAME.redacted.txt.")] = False,
    policy: options.PolicyName = None,
    case: options.CaseFile = None,
    requester: options.Requester = None,
    requester_email: options.RequesterEmail = None,
    requester_phone: options.RequesterPhone = None,
    reference: options.Reference = None,
    mode: options.ModeOption = None,
    decisions: options.DecisionsFile = None,
    formats: options.Formats = None,
    fail_on: options.FailOnOption = None,
    show_values: options.ShowValues = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    config: options.ConfigFile = None,
    password_file: options.PasswordFile = None,
    timeout: options.Timeout = None,
    memory: options.Memory = None,
) -> None:
    """Write redacted copies that have been proved.

    NAME.redacted.pdf and NAME.schedule.csv appear once every check has passed, and not before. NAME.report.json and
    NAME.report.html are written in any case: where there is no copy, they say why.
    """
    from redactor import release
    from redactor.cli import destinations, inputs, outputs
    from redactor.cli.session import session
    from redactor.cli.settings import Given
    from redactor.errors import DestinationError, RedactionError
    from redactor.guard import InternalError

    given = Given(
        policy=policy,
        case=case,
        requester=requester,
        requester_email=requester_email,
        requester_phone=requester_phone,
        reference=reference,
        mode=mode,
        decisions=decisions,
        formats=formats,
        fail_on=fail_on,
        show_values=show_values,
        quiet=quiet,
        verbose=verbose,
        config=config,
        password_file=password_file,
        timeout=timeout,
        memory=memory,
    )
    with session(given) as run:
        found = inputs.collect(files)
        reports_to = outputs.parse(run.settings.formats, found, read=run.settings.read)
        for name in ("json", "html", "schedule"):
            outputs.reporter(name)
        planned = dict(
            zip(
                (item.path for item in found),
                destinations.plan(found, output, text=text, overwrite=overwrite),
                strict=True,
            )
        )

        def one(item: inputs.Input, progress: ProgressCallback) -> Report:
            to = planned[item.path]
            try:
                report = run.engine.redact(
                    item.path,
                    to.pdf,
                    overwrite=overwrite,
                    only_if_ready=only_if_ready,
                    text_output=to.text,
                    papers=lambda report: _papers(report, to),
                    progress=progress,
                    **run.options,
                )
            except InternalError as error:
                failed = run.engine.unchecked(error, "redact", item.path, run.options["case"])
                for path, content in _papers(failed, to).items():
                    release.write_text(path, content, overwrite=overwrite)
                raise
            except DestinationError as problem:
                # Every destination was tried before work began; what fails now is this file's affair, so the others go on.
                refused = RedactionError(problem.what, where=problem.where, remedy=problem.remedy)
                report = run.engine.unchecked(refused, "redact", item.path, run.options["case"])
                for path, content in _papers(report, to).items():
                    release.write_text(path, content, overwrite=overwrite)
            if report.output_sha256 is None and to.pdf.exists():
                say(f"{to.pdf} is from an earlier run; this run wrote no copy")
            return report

        def line(item: inputs.Input, report: Report) -> str:
            outcome = f"-> {planned[item.path].pdf}" if report.output_sha256 else "no copy written"
            return f"{item.path}: {report.verdict.upper()} {outcome}"

        code = run.over("redact", found, reports_to, one, verdict_line=line)
    raise typer.Exit(code)


def _papers(report: Report, to: Destinations) -> dict[Path, str]:
    """Return the reports, and the schedule where there is a copy for it to describe."""
    from redactor.cli import outputs

    papers = {"json": to.json, "html": to.html}
    if report.output_sha256 is not None:
        papers["schedule"] = to.schedule
    return {path: outputs.reporter(name).render([report]) for name, path in papers.items()}
