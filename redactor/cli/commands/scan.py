"""redactor scan: go through years of published files and say what should never have gone out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from redactor.cli import options
from redactor.cli.default_group import DEFAULT, DefaultGroup
from redactor.cli.text import examples

_EXAMPLES = examples(
    "redactor scan published/ --db results.sqlite",
    "redactor scan published/ --db results.sqlite        again: only what is new is checked",
    "redactor scan status --db results.sqlite",
    "redactor scan export --db results.sqlite --format html=report.html",
    "redactor scan ./status --db results.sqlite          a folder that is called as a command is",
)

Db = Annotated[str, typer.Option("--db", metavar="FILE|URL", help="Database of the scan: a file, or postgresql://...")]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=DefaultGroup, rich_markup_mode=None)
    group.callback(epilog=_EXAMPLES)(_group)
    group.command(DEFAULT, epilog=_EXAMPLES)(run)
    for command in (status, show, export, merge, compare):
        group.command()(command)
    app.add_typer(group, name="scan")


def _group() -> None:
    """Scan an archive; `redactor scan PATH...` is short for `redactor scan run PATH...`."""


def run(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Folders, files, ZIPs, patterns such as '20*/*.pdf', URLs.", show_default=False),
    ] = None,
    db: Db = "",
    files_from: Annotated[
        str | None,
        typer.Option(
            "--files-from", metavar="FILE", help="A list of names, one a line or NUL after each; - for stdin."
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option("--skip", metavar="PATTERN", help="Leave files out; they are counted as skipped."),
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="PATTERN", help="Leave out all files but these, ZIPs too.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, max=512, help="Processes. [default: one a core]")] = 0,
    shard: Annotated[
        str, typer.Option("--shard", metavar="I/N", help="Only the I-th of N parts of the list, I from 1.")
    ] = "",
    again: Annotated[bool, typer.Option("--again", help="Try what could not be checked before once more.")] = False,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy", "-p", metavar="NAME|PATH", help="Policy pack. [default: archive-scan]", show_default=False
        ),
    ] = None,
    mode: options.ModeOption = None,
    decisions: options.DecisionsFile = None,
    fail_on: options.FailOnOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    verbose: options.Verbose = False,
    config: options.ConfigFile = None,
    timeout: options.Timeout = None,
    memory: options.Memory = None,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", metavar="FILE", help="Key of all hashes; made if missing. [default: beside the database]"
        ),
    ] = None,
    store_values: Annotated[
        Path | None,
        typer.Option("--store-values", metavar="FILE", help="Put what was found in clear into this private file."),
    ] = None,
    remember: Annotated[
        bool,
        typer.Option("--remember/--no-remember", help="Keep where names stand in paragraphs, beside the database."),
    ] = True,
    every: Annotated[
        float, typer.Option("--progress-every", metavar="SECONDS", min=0, help="A line of JSON to a log that often.")
    ] = 10.0,
    zip_depth: Annotated[int, typer.Option("--zip-depth", min=0, max=16, help="How many ZIPs within ZIPs.")] = 4,
    executor: Annotated[str, typer.Option("--executor", metavar="threads|dask", help="Who does the work.")] = "threads",
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="ADDRESS", help="Dask scheduler, such as tcp://10.0.0.5:8786.")
    ] = "",
) -> None:
    """Scan every file below the paths; run it again to go on where it stopped."""
    from redactor.cli import scan_run
    from redactor.cli.settings import Given
    from redactor.errors import UsageError

    if not db:
        raise UsageError("no database was named", where="scan", remedy="Add --db results.sqlite.")
    if not paths and files_from is None:
        raise UsageError("nothing to scan was named", where="scan", remedy="Name a folder, or use --files-from.")
    given = Given(
        policy=policy,
        mode=mode,
        decisions=decisions,
        fail_on=fail_on,
        quiet=quiet,
        verbose=verbose,
        config=config,
        timeout=timeout,
        memory=memory,
    )
    wanted = scan_run.ScanGiven(
        paths=paths or [],
        db=db,
        files_from=files_from,
        skip=tuple(skip or ()),
        only=tuple(only or ()),
        jobs=jobs,
        shard=shard,
        key=key,
        store_values=store_values,
        again=again,
        every=every,
        zip_depth=zip_depth,
        remember=remember,
        executor=executor,
        scheduler=scheduler,
    )
    raise typer.Exit(scan_run.run(given, wanted))


def status(
    db: Db, as_json: Annotated[bool, typer.Option("--json", help="As one line of JSON, for other programs.")] = False
) -> None:
    """Say how far the last run is and how its files ended."""
    from redactor.cli import scan_read

    scan_read.status(db, as_json=as_json)


def show(
    file: Annotated[str, typer.Argument(help="A path, the end of one, or the first digits of its SHA-256.")],
    db: Db,
    values: Annotated[
        Path | None, typer.Option("--values", metavar="FILE", help="What --store-values wrote: shows values in clear.")
    ] = None,
) -> None:
    """Show everything the database has of one file."""
    from redactor.cli import scan_read

    scan_read.show(db, file, values)


def export(
    db: Db,
    formats: Annotated[
        list[str],
        typer.Option(
            "--format", "-f", metavar="NAME[=PATH]", help="csv, jsonl, sarif, html, parquet; to stdout or to PATH."
        ),
    ],
) -> None:
    """Write the results for people (html), spreadsheets (csv), code-scanning pages (sarif) or programs."""
    from redactor.cli import scan_read

    scan_read.export(db, formats)


def merge(
    shards: Annotated[list[str], typer.Argument(help="Databases of the shards.", show_default=False)], db: Db
) -> None:
    """Put the databases of several shards into one."""
    from redactor.cli import scan_read

    scan_read.merge(db, shards)


def compare(
    old: Annotated[str, typer.Argument(help="The earlier database.", show_default=False)],
    new: Annotated[str, typer.Argument(help="The later one.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON a change, for other programs.")] = False,
) -> None:
    """Say what is new since an earlier scan; ends with 20 for something new to remove, 10 to decide, else 0."""
    from redactor.cli import scan_read

    raise typer.Exit(scan_read.compare(old, new, as_json=as_json))
