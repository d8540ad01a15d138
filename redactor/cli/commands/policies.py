"""redactor policies: which packs there are, what one says with everything it inherits, and whether one is sound."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from redactor.cli import options
from redactor.cli.text import examples

_NAME = Annotated[str, typer.Argument(metavar="NAME|PATH", help="Policy pack.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(rich_markup_mode=None)
    group.callback(invoke_without_command=True, epilog=examples("redactor policies", "redactor policies show uk-foi"))(
        _group
    )
    group.command("list", epilog=examples("redactor policies list"))(list_)
    group.command("show", epilog=examples("redactor policies show uk-foi", "redactor policies show our-pack.yaml"))(
        show
    )
    group.command("validate", epilog=examples("redactor policies validate our-pack.yaml"))(validate)
    app.add_typer(group, name="policies")


def _group(context: typer.Context) -> None:
    """List, show and validate policy packs."""
    if context.invoked_subcommand is None:
        list_()


def _search(config: Path | None) -> tuple[Path, ...]:
    from redactor import config as configuration

    return configuration.load(config).config.policy_path


def list_(config: options.ConfigFile = None) -> None:
    """List the built-in packs and those in the folders of the configuration."""
    from redactor import policy
    from redactor.cli.outputs import emit

    search = _search(config)
    own = [path.stem for folder in search if folder.is_dir() for path in sorted(folder.glob("*.yaml"))]
    names = list(dict.fromkeys([*own, *policy.names()]))
    width = max(map(len, names), default=0)
    emit("\n".join(f"{name:<{width}}  {policy.load(name, search).title}" for name in names))


def show(name: _NAME, config: options.ConfigFile = None) -> None:
    """Show a pack as YAML, with everything it inherits written out."""
    from redactor import policy
    from redactor.cli.outputs import emit

    emit(policy.describe(policy.load(name, _search(config))))


def validate(
    names: Annotated[list[str], typer.Argument(metavar="NAME|PATH", help="Policy packs.", show_default=False)],
    config: options.ConfigFile = None,
) -> None:
    """Check that packs can be used; the first fault is an error with file, line and key."""
    from redactor import policy
    from redactor.cli.outputs import emit

    search = _search(config)
    for name in names:
        pack = policy.load(name, search)
        emit(f"{name}: sound, {len(pack.lines)} lines, {len(pack.terms)} terms ({pack.digest})")
