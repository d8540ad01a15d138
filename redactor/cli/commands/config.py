"""redactor config: which settings are in force, and where each comes from."""

from __future__ import annotations

import typer

from redactor.cli import options
from redactor.cli.text import examples

_EXAMPLES = examples("redactor config show", "redactor config show --config redactor.toml")


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(rich_markup_mode=None)
    group.callback(invoke_without_command=True, epilog=_EXAMPLES)(_group)
    group.command("show", epilog=_EXAMPLES)(show)
    app.add_typer(group, name="config")


def _group(context: typer.Context) -> None:
    """Show the configuration."""
    if context.invoked_subcommand is None:
        show()


def show(config: options.ConfigFile = None) -> None:
    """Show every setting, its value, and the file it comes from."""
    import json

    from redactor import config as configuration
    from redactor.cli.outputs import emit

    loaded = configuration.load(config)
    values = loaded.config.model_dump(mode="json")
    lines = [
        f"{key} is not set" if value is None else f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in values.items()
    ]
    width = max(map(len, lines))
    emit(
        "\n".join(
            f"{line:<{width}}  # {loaded.origin(key)}: {field.description}"
            for (key, field), line in zip(configuration.Config.model_fields.items(), lines, strict=True)
        )
    )
