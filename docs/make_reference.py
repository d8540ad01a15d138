"""Write docs/reference.md from the code itself: commands, entities, rules, checks, errors, policies and formats.

``python -m docs.make_reference`` writes it; ``tests/test_reference.py`` fails where it is not what the code now says.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from typer.main import get_command

from redactor import errors, policy, registry, rules, verify
from redactor.cli import app
from redactor.reporters import Reporter, codes, words

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "reference.md"
_HEAD = """\
# Reference

Made from the code by `python -m docs.make_reference`; do not edit by hand. `redactor explain CODE` prints the whole
help page of any code below.
"""


def reference() -> str:
    """Return the reference as Markdown."""
    sections = (_commands, _entities, _rules, _checks, _errors, _exit_codes, _policies, _formats)
    return "\n".join([_HEAD, *(line for section in sections for line in (*section(), ""))]).rstrip() + "\n"


def _commands() -> Iterator[str]:
    yield from ("## Commands", "")
    yield "Exit codes stand below. Data goes to standard output, everything else to standard error."
    yield from _options("redactor", get_command(app.build()))


def _options(name: str, command: Any) -> Iterator[str]:
    """Describe a command, or each command of a group."""
    below = getattr(command, "commands", None)
    if below:
        for key in sorted(below):
            yield from _options(f"{name} {key}", below[key])
        return
    summary = inspect.cleandoc(command.help or "").split("\n\n")[0].replace("\n", " ")
    yield from ("", f"### `{name}`", "", summary)
    rows = []
    for one in command.params:
        shown = ", ".join(one.opts) if one.param_type_name == "option" else (one.metavar or one.name).upper()
        value = f" {one.metavar}" if one.param_type_name == "option" and one.metavar else ""
        rows.append((f"`{shown}{value}`", getattr(one, "help", "") or ""))
    if rows:
        yield ""
        yield from _table(("option", "what it does"), rows)


def _entities() -> Iterator[str]:
    yield from ("## Entities", "", "What is looked for. What happens to each is the policy's to say.", "")
    rows = []
    for path in sorted((ROOT / "recognizers").glob("*.py")):
        text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        for meaning in codes.entities_of(text):
            rows.append((f"`{meaning.code}`", meaning.title, f"`recognizers/{path.name}`"))
    yield from _table(("entity", "what it is", "found by"), sorted(rows))


def _rules() -> Iterator[str]:
    yield from ("## Rules", "", "BLOCK stops release, REVIEW asks a person, NOTE informs.")
    meanings = codes.meanings()
    for package, found in groupby(rules.all_rules(), key=lambda one: one.module.rpartition(".")[0]):
        title = (inspect.getdoc(importlib.import_module(package)) or package).split("\n")[0]
        yield from ("", f"### {title}", "")
        rows = [
            (one.code, one.name, one.severity.upper(), meanings[one.code].title, words.capital(one.fix))
            for one in found
        ]
        yield from _table(("code", "name", "weight", "problem", "what to do"), rows)


def _checks() -> Iterator[str]:
    yield from ("## Checks", "", "Each reads the redacted copy again, with programs that did not write it.", "")
    rows = [(one.code, one.name, codes.meanings()[one.code].title) for one in verify.all_checks()]
    yield from _table(("code", "name", "what is proved"), rows)


def _errors() -> Iterator[str]:
    yield from ("## Errors", "")
    kinds: list[type[errors.RedactorError]] = [errors.RedactorError]
    for kind in kinds:
        kinds += [below for below in kind.__subclasses__() if below.__module__ == errors.__name__]
    rows = [
        (kind.code, kind.__name__, (inspect.getdoc(kind) or "").split("\n")[0], str(int(kind.exit_code)))
        for kind in kinds
    ]
    yield from _table(("code", "name", "what happened", "exit code"), sorted(rows))


def _exit_codes() -> Iterator[str]:
    yield from ("## Exit codes", "", "Several files end with the worst, which is the one furthest down.", "")
    yield from _table(("code", "meaning"), [(str(int(code)), code.meaning) for code in errors.WORST])


def _policies() -> Iterator[str]:
    yield from ("## Policies", "", "`redactor policies show NAME` prints one in full.", "")
    rows = []
    for name in policy.names():
        pack = policy.load(name)
        rows.append((f"`{name}`", pack.title, pack.regime, str(pack.mode), pack.version, str(len(pack.lines))))
    yield from _table(("name", "for", "regime", "mode", "version", "lines"), rows)


def _formats() -> Iterator[str]:
    yield from ("## Report formats", "", "`--format NAME` prints one; `--format NAME=FILE` writes it to a file.", "")
    rows = []
    for module in registry.submodules("redactor.reporters"):
        for one in vars(module).values():
            if isinstance(one, Reporter):
                text = (inspect.getdoc(module) or "").split("\n")[0].partition(": ")[2]
                rows.append((f"`{one.name}`", f"`{one.suffix}`", text))
    yield from _table(("name", "file suffix", "what it is"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---"] * len(head))
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"


def main() -> None:
    """Write the reference."""
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
