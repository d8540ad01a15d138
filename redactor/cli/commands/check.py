"""redactor check: say what must go, what is open and what stands in the way of release; write nothing."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from redactor.cli import options
from redactor.cli.text import examples
from redactor.errors import UsageError

_EXAMPLES = examples(
    "redactor check letter.pdf",
    "redactor check letter.pdf --requester 'Amara Okonkwo-Reid' --mode publish",
    "redactor check outbox/ --case case.yaml --format html=report.html",
    "redactor check *.pdf --format json --fail-on block > reports.json",
    "cat letter.pdf | redactor check - --stdin-filename letter.pdf",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=_EXAMPLES)(check)


def check(
    files: Annotated[
        list[Path],
        typer.Argument(help="Files, folders searched for *.pdf, or - for standard input.", show_default=False),
    ],
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
    stdin_filename: Annotated[
        str | None, typer.Option("--stdin-filename", metavar="NAME", help="Name of the file that - stands for.")
    ] = None,
) -> None:
    """Check files and write nothing but reports."""
    from redactor.cli import inputs, outputs
    from redactor.cli.session import session
    from redactor.cli.settings import Given

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
    if stdin_filename is not None and files != [Path("-")]:
        raise UsageError("needs - as the one file", where="--stdin-filename", remedy="Write `redactor check -`.")
    with ExitStack() as stack, session(given) as run:
        if files == [Path("-")]:
            found = [stack.enter_context(inputs.standard_input(stdin_filename or "stdin.pdf"))]
        else:
            found = inputs.collect(files)
        reports_to = outputs.parse(run.settings.formats, found, read=run.settings.read)
        code = run.over(
            "check",
            found,
            reports_to,
            lambda item, progress: run.engine.check(item.path, progress=progress, **run.options),
        )
    raise typer.Exit(code)
