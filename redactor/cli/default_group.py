"""A group of commands of which one is meant where none is named: ``redactor scan FOLDER`` and ``redactor scan status``."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

DEFAULT = "run"


class DefaultGroup(TyperGroup):
    """Take the arguments for ``run`` unless they begin with a command's name or ask for help.

    A file that is called as a command is (``status``) is given as ``./status``.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command before arguments that name none."""
        if args and args[0] not in self.commands and args[0] not in {"-h", "--help"}:
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)
