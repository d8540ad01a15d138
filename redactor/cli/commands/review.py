"""redactor review: open the officer's desk in the browser, where a letter is cleared by eye and released."""

from __future__ import annotations

import contextlib
import getpass
import signal
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from redactor.cli import options
from redactor.cli.text import examples, say

_EXAMPLES = examples(
    "redactor review letter.pdf",
    "redactor review letter.pdf --case case.yaml --policy uk-police-foi",
    "redactor review outbox/ --decisions decisions.yaml -o published/",
    "redactor review results.sqlite",
    "redactor review --no-browser",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=_EXAMPLES)(review)


def review(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders searched for *.pdf, or the database of a scan (a file, or postgresql://...); more can be "
            "dropped on the page.",
            show_default=False,
        ),
    ] = None,
    policy: options.PolicyName = None,
    case: options.CaseFile = None,
    requester: options.Requester = None,
    requester_email: options.RequesterEmail = None,
    requester_phone: options.RequesterPhone = None,
    reference: options.Reference = None,
    mode: options.ModeOption = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="One decisions file for all; made if there is none. [default: NAME.decisions.yaml beside each file]",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Also write what is released into this folder."),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace results of an earlier run.")] = False,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides. [default: your login]")] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page, or print its address alone.")
    ] = True,
    port: Annotated[
        int,
        typer.Option(
            "--port", min=0, max=65535, help="Port on this computer. [default: a free one]", show_default=False
        ),
    ] = 0,
    config: options.ConfigFile = None,
    timeout: options.Timeout = None,
    memory: options.Memory = None,
) -> None:
    """Review letters on a page in your browser, and release them.

    The page is served to this computer alone. Decisions are saved at once to the decisions file that check and redact read.
    """
    from redactor.cli import inputs, settings
    from redactor.cli.settings import Given
    from redactor.desk import scanned
    from redactor.desk.server import Server
    from redactor.desk.settings import DeskSettings
    from redactor.errors import DecisionsError, DestinationError

    given = Given(
        policy=policy,
        case=case,
        requester=requester,
        requester_email=requester_email,
        requester_phone=requester_phone,
        reference=reference,
        mode=mode,
        decisions=decisions,
        config=config,
        timeout=timeout,
        memory=memory,
    )
    settled = settings.settle(given)
    databases = [name for name in files or () if scanned.is_database(name)]
    documents = [Path(name) for name in files or () if name not in databases]
    found = inputs.collect(documents) if documents else []
    queues = [scanned.queue(name) for name in databases]
    if output is not None and not output.is_dir():
        raise DestinationError("is no folder", where=str(output), remedy="Create the folder first.")
    shared = settled.decisions_path
    if shared is not None and not shared.absolute().parent.is_dir():
        raise DecisionsError("its folder does not exist", where=str(shared), remedy="Create the folder first.")
    server = Server(
        DeskSettings(
            files=tuple(item.path.absolute() for item in found),
            policy=settled.policy,
            case_for=lambda chosen: settings.case(settled, chosen),
            search=settled.search,
            decisions=shared.absolute() if shared is not None else None,
            output=output.absolute() if output is not None else None,
            overwrite=overwrite,
            by=by if by is not None else _login(),
            timeout=settled.timeout,
            memory=settled.memory,
            listed=tuple(one for listed, _ in queues for one in listed),
            scan=" ".join(said for _, said in queues),
        ),
        port=port,
    )

    def opened(address: str) -> None:
        say(f"the desk is open at {address}")
        say("the address works once; press Ctrl-C here, or Finish on the page, when you are done")
        if browser:
            with contextlib.suppress(webbrowser.Error):
                webbrowser.open(address)

    # Whoever closes the terminal ends the desk too; what was dropped there must not stay behind.
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
        signal.signal(signal.SIGHUP, lambda _number, _frame: server.stop())
    # Ctrl-C is how a desk without a browser is closed, and no fault.
    with contextlib.suppress(KeyboardInterrupt):
        server.run(opened=opened)
    say("the desk is closed; what was decided is saved")


def _login() -> str:
    """Return the login name; nothing where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
