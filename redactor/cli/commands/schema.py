"""redactor schema: the shape of what this tool writes and reads, as JSON Schema for other programs."""

from __future__ import annotations

import typer

from redactor.cli.text import examples

_EXAMPLES = examples("redactor schema report > report.schema.json", "redactor schema case", "redactor schema archive")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(rich_markup_mode=None)
    group.callback(invoke_without_command=True, epilog=_EXAMPLES)(_group)
    for command in (report, case, policy, decisions, archive):
        group.command(epilog=_EXAMPLES)(command)
    app.add_typer(group, name="schema")


def _group(context: typer.Context) -> None:
    """Print JSON Schemas for other programs."""
    if context.invoked_subcommand is None:
        report()


def report() -> None:
    """Print the schema of what --format json writes."""
    from redactor.reporters.schema import report_schema

    _print(report_schema())


def case() -> None:
    """Print the schema of a case file."""
    from redactor.case import CaseFile

    _print(CaseFile.model_json_schema())


def policy() -> None:
    """Print the schema of a policy pack."""
    from redactor.policy import PolicyFile

    _print(PolicyFile.model_json_schema())


def decisions() -> None:
    """Print the schema of a decisions file."""
    from redactor.decisions import Decisions

    _print(Decisions.model_json_schema())


def archive() -> None:
    """Print the tables of a scan's database, for those who query it."""
    from redactor.archive import schema as tables
    from redactor.cli.outputs import emit

    emit("\n\n".join([str(tables.__doc__).strip(), *(f"{table};" for table in tables.TABLES)]))


def _print(schema: dict[str, object]) -> None:
    import json

    from redactor.cli.outputs import emit

    emit(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2))
