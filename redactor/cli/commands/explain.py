"""redactor explain: the help page of a rule, check, entity, error or exit code."""

from __future__ import annotations

from typing import Annotated

import typer

from redactor.cli.text import examples
from redactor.errors import UsageError

_EXAMPLES = examples("redactor explain", "redactor explain H104", "redactor explain UK_NINO", "redactor explain 30")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=_EXAMPLES)(explain)


def explain(
    code: Annotated[
        str | None, typer.Argument(help="Such as L101, V402, D503, UK_NINO or 30.", show_default=False)
    ] = None,
) -> None:
    """Explain a code; without one, list them all."""
    from redactor.cli import catalogue
    from redactor.cli.outputs import emit

    known = catalogue.entries()
    if code is None:
        width = max(map(len, known))
        emit("\n".join(f"{entry.code:<{width}}  {entry.kind:<9}  {entry.title}" for entry in known.values()))
        return
    entry = catalogue.find(code, known)
    if entry is None:
        near = catalogue.near(code, known)
        remedy = f"Near it: {', '.join(near)}." if near else "`redactor explain` lists all."
        raise UsageError(f"unknown code {code!r}", where="explain", remedy=remedy)
    emit(entry.help)
