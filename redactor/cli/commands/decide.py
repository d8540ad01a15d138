"""redactor decide: write down what an officer has decided about a finding, so that the next run knows."""

from __future__ import annotations

import contextlib
import getpass
import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from redactor.cli import options
from redactor.cli.text import examples, say
from redactor.errors import DecisionsError, UncheckedError, UsageError
from redactor.model import Action

if TYPE_CHECKING:
    from redactor.cli.settings import Given
    from redactor.decisions import Addition, Decisions, Entry

Model = TypeVar("Model")
_TRIES = 5

_EXAMPLES = examples(
    "redactor decide letter.pdf --decisions decisions.yaml --finding F-1f3a92c04b \\",
    "    --action redact --exemption 's40(2)' --reason 'Junior officer, not public facing'",
    "redactor decide letter.pdf --decisions decisions.yaml --finding F-77ab01dd20 \\",
    "    --action keep --reason 'Published on our website' --expires 2027-04-01",
    "redactor decide letter.pdf --decisions decisions.yaml --approve --by 'S. Manager' --reason 'Read the copy'",
    "redactor decide --decisions decisions.yaml --add-term 'Project Heron' --reason 'Live operation'",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=_EXAMPLES)(decide)


def decide(
    decisions: Annotated[
        Path, typer.Option("--decisions", metavar="FILE", help="Decisions file; made if there is none.")
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why; it goes into schedule and report.")],
    file: Annotated[Path | None, typer.Argument(help="The file the finding is in.", show_default=False)] = None,
    finding: Annotated[
        list[str] | None,
        typer.Option("--finding", metavar="ID", help="Finding, as a report names it; may be repeated."),
    ] = None,
    action: Annotated[Action | None, typer.Option("--action", help="redact, keep, or review to reopen.")] = None,
    exemption: Annotated[str, typer.Option("--exemption", metavar="CODE", help="Such as s40(2).")] = "",
    add_term: Annotated[
        list[str] | None, typer.Option("--add-term", metavar="TEXT", help="Words to redact wherever they stand.")
    ] = None,
    approve: Annotated[
        bool, typer.Option("--approve", help="As a second person: FILE may go out as it is decided now.")
    ] = False,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decided. [default: your login]")] = None,
    expires: Annotated[
        datetime | None,
        typer.Option("--expires", formats=["%Y-%m-%d"], help="From this day the question is open again."),
    ] = None,
    policy: options.PolicyName = None,
    case: options.CaseFile = None,
    mode: options.ModeOption = None,
    config: options.ConfigFile = None,
    password_file: options.PasswordFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Record an officer's decisions.

    A decision follows the value, not the place: it holds wherever the value stands, also in the next version.
    """
    from redactor import decisions as decisions_module
    from redactor.cli.settings import Given

    if approve and (finding or add_term):
        remedy = "Decide first; whoever decides cannot approve."
        raise UsageError("goes with no decision", where="--approve", remedy=remedy)
    if not (finding or add_term or approve):
        raise UsageError("nothing to decide", where="decide", remedy="Give --finding, --add-term or --approve.")
    known = decisions_module.load(decisions) if decisions.exists() else decisions_module.empty()
    who = by if by is not None else _login()
    if approve:
        _approve(decisions, known, file, who, reason)
        if not quiet:
            say(f"{decisions}: {file} is approved as it is decided now; a later decision voids that")
        return
    entries: list[Entry] = []
    if finding:
        if file is None or action is None:
            raise UsageError("needs FILE and --action", where="--finding", remedy="See `redactor decide --help`.")
        given = Given(policy=policy, case=case, mode=mode, config=config, password_file=password_file, quiet=quiet)
        until = expires.date() if expires is not None else None
        entries = _entries(file, finding, given, known, action, exemption, reason, who, until)
    additions = [
        _checked(decisions_module.Addition, term=term, exemption=exemption, reason=reason, by=who)
        for term in add_term or ()
    ]
    _record(decisions, known, entries, additions)
    if not quiet:
        say(f"{decisions}: {len(entries) + len(additions)} recorded")


def _record(path: Path, known: Decisions, entries: Sequence[Entry], additions: Sequence[Addition]) -> None:
    """Add to the file as it is now: searching took a while, and somebody else may have decided meanwhile."""
    from redactor import decisions as files

    for _ in range(_TRIES):
        over = files.digest(path)
        now = files.load(path) if over else known
        if now.salt != known.salt:
            break
        with contextlib.suppress(files.ChangedMeanwhileError):
            files.save(files.record(now, entries, additions), path, over=over)
            return
    raise DecisionsError("was changed by another program", where=str(path), remedy="Give the command again.")


def _approve(path: Path, known: Decisions, file: Path | None, by: str, reason: str) -> None:
    """Write down that a second person approves a file as it is decided; who decided anything in it is not one."""
    from redactor import decisions as files
    from redactor.decisions import Approval

    if file is None:
        raise UsageError("needs FILE", where="--approve", remedy="Name the file, not its copy.")
    try:
        with file.open("rb") as stream:
            document = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as problem:
        raise UsageError(f"cannot be read ({problem.strerror})", where=str(file), remedy="Check the name.") from None
    if files.same_name(by) in known.deciders:
        remedy = "Somebody who decided nothing in it has to approve; name them with --by."
        raise UsageError("nobody approves their own work", where="--approve", remedy=remedy)
    approval = _checked(Approval, document=document, covers=known.standing, by=by, reason=reason)
    over = files.digest(path)
    if over and files.load(path).standing != known.standing:
        raise DecisionsError("was changed by another program", where=str(path), remedy="Look again, then approve.")
    files.save(files.record(known, approvals=[approval]), path, over=over)


def _entries(
    file: Path,
    wanted: Sequence[str],
    given: Given,
    known: Decisions,
    action: Action,
    exemption: str,
    reason: str,
    by: str,
    expires: date | None,
) -> list[Entry]:
    """Look the findings up in the file as it is now, under the salt of the decisions file."""
    from redactor.cli import inputs
    from redactor.cli.session import session
    from redactor.decisions import Entry

    if not file.is_file():
        raise UsageError("no such file", where=str(file), remedy="Check the name.")
    [item] = inputs.collect([file])
    with session(given) as run:
        report = run.engine.check(item.path, **{**run.options, "decisions": known})
    if report.unchecked:
        issue = next(issue for issue in report.issues if issue.unchecked)
        raise UncheckedError(issue.message.rstrip("."), where=str(file), remedy=issue.fix)
    by_id = {found.id: found for found in report.findings}
    missing = [one for one in wanted if one not in by_id]
    if missing:
        remedy = "`redactor check` lists the findings; ids change with the file."
        raise DecisionsError(f"no finding {missing[0]!r}", where=str(file), remedy=remedy)
    return [
        _checked(
            Entry,
            fingerprint=by_id[one].fingerprint,
            entity=by_id[one].entity,
            action=action,
            exemption=exemption,
            reason=reason,
            by=by,
            expires=expires,
            document=report.source.sha256[:16],
        )
        for one in dict.fromkeys(wanted)
    ]


def _checked(kind: type[Model], **values: object) -> Model:
    """Make an entry; DecisionsError where it says something a decisions file may not."""
    from pydantic import ValidationError

    try:
        return kind(**values)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        key = f"--{first['loc'][0]}" if first["loc"] else "decide"
        raise DecisionsError(str(first["msg"]).rstrip("."), where=key, remedy="Correct it.") from None


def _login() -> str:
    """Return the login name; nothing where the system knows none (containers without a user entry)."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
