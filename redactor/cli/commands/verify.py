"""redactor verify: prove a redacted PDF, whoever made it, with engines that did not write it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from redactor.cli import options
from redactor.cli.text import examples
from redactor.errors import UsageError

_EXAMPLES = examples(
    "redactor verify letter.redacted.pdf",
    "redactor verify letter.redacted.pdf --original letter.pdf",
    "redactor verify disclosure-log/ --format sarif=verify.sarif --fail-on block",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=_EXAMPLES)(verify)


def verify(
    files: options.Files,
    original: Annotated[
        Path | None,
        typer.Option("--original", metavar="FILE", help="The source of the copy: proves what was removed, too."),
    ] = None,
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
    """Prove redacted copies; write nothing but reports."""
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
    with session(given) as run:
        found = inputs.collect(files)
        source = None
        if original is not None:
            if len(found) > 1:
                raise UsageError("needs one copy, not several", where="--original", remedy="Verify them one by one.")
            source = inputs.collect([original])[0].path.absolute()
        reports_to = outputs.parse(run.settings.formats, found, read=run.settings.read)
        code = run.over(
            "verify",
            found,
            reports_to,
            lambda item, progress: run.engine.verify(item.path, original=source, progress=progress, **run.options),
        )
    raise typer.Exit(code)
