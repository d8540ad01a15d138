"""The front door: first screen, help, one line for every error, and a start that loads nothing heavy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import redactor
from redactor.cli import app, session
from redactor.errors import WORST

from .conftest import VALUE, FakeEngine, Outcome, refused

ROOT = Path(__file__).parents[2]
HEAVY = ("spacy", "presidio_analyzer", "pymupdf", "fitz", "onnxruntime", "pikepdf", "pydantic", "numpy", "rich", "yaml")
Cli = Callable[..., Outcome]
Pdf = Callable[[str], Path]


def python(
    *arguments: str, environment: dict[str, str] | None = None, **more: object
) -> subprocess.CompletedProcess[str]:
    """Run this interpreter with the project on its path."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *arguments], capture_output=True, text=True, env=environment, timeout=60, **more
    )


def test_the_first_screen_shows_the_two_commonest_commands(cli: Cli) -> None:
    """Nobody needs a manual to begin."""
    outcome = cli()
    assert outcome.code == 0
    assert "redactor check letter.pdf" in outcome.out
    assert "redactor redact letter.pdf -o" in outcome.out


def test_help_lists_commands_and_every_exit_code(cli: Cli) -> None:
    """The table of exit codes is the one in errors.py."""
    out = cli("--help").out
    for name in ("check", "redact", "verify", "explain", "policies", "config", "schema", "decide"):
        assert f"  {name} " in out
    for code in WORST:
        assert code.meaning in out


@pytest.mark.parametrize(
    "command",
    [
        *("check", "redact", "verify", "explain", "decide", "config", "schema", "policies"),
        *("policies list", "policies show", "policies validate", "config show", "schema report"),
    ],
)
def test_help_of_a_command_shows_examples_that_name_it(cli: Cli, command: str) -> None:
    """Every help page ends with lines to copy, and with the exit codes."""
    outcome = cli(*command.split(), "--help")
    assert outcome.code == 0
    assert f"\n    redactor {command.split()[0]}" in outcome.out
    assert "BLOCKED: must not be released" in outcome.out


def test_version_names_the_distribution(cli: Cli) -> None:
    """Another project's package of the same name is told apart."""
    assert cli("--version").out == f"redactor {redactor.__version__} (foi-release-check)\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chek"], "No such command 'chek'"),
        (["check"], "Missing argument"),
        (["check", "--polcy", "x", "a.pdf"], "--polcy"),
        (["check", "--mode", "burn", "a.pdf"], "--mode"),
        (["check", "--timeout", "0", "a.pdf"], "--timeout"),
        (["check", "--memory", "lots", "a.pdf"], "--memory"),
        (["redact", "a.pdf"], "--output"),
    ],
)
def test_a_wrong_command_line_is_one_line_and_code_2(cli: Cli, arguments: list[str], says: str) -> None:
    """The line says what is wrong and which help to read."""
    outcome = cli(*arguments)
    refused(outcome, says=says)
    assert "--help`" in outcome.err


def test_an_unexpected_error_is_one_line_without_document_text(cli: Cli, pdf: Pdf) -> None:
    """The exception's message may quote the letter: it is never printed, not even with -v."""
    pdf("bug.pdf")
    outcome = cli("check", "bug.pdf")
    refused(outcome, code=70, says="internal error, please report it (TypeError); run with -v")
    outcome = cli("check", "bug.pdf", "-v")
    assert "in _report" in outcome.err
    assert VALUE not in outcome.err


def test_an_interrupt_ends_with_130_and_closes_the_engine(
    cli: Cli, pdf: Pdf, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is no verdict and no traceback."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "check", interrupted)
    outcome = cli("check", pdf("ready.pdf"))
    refused(outcome, code=130, says="interrupted")
    assert engine.closed


def test_a_stranger_of_the_same_name_is_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The public index has another project whose package is called redactor."""
    monkeypatch.delattr(redactor, "DISTRIBUTION")
    refused(cli("--version"), says="pipx install foi-release-check")


def test_start_up_loads_no_heavy_library() -> None:
    """Help is quick because it loads neither models nor parsers."""
    code = (
        "import sys, json; from redactor.cli import app; app.run(['--help']); "
        f"print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]), file=sys.stderr)"
    )
    assert json.loads(python("-c", code).stderr) == []


def test_help_costs_little_processor_time() -> None:
    """At most 0.3 s on a small machine; the best of three, because other work shares it."""
    resource = pytest.importorskip("resource")

    def cost() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert python("-m", "redactor", "--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    assert min(cost() for _ in range(3)) <= 0.3


def test_a_reader_that_goes_away_is_no_error() -> None:
    """``redactor --help | true`` prints no complaint and never ends with 1."""
    process = subprocess.Popen(
        [sys.executable, "-m", "redactor", "explain"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) != 1
    process.stderr.close()


def test_completion_is_kept() -> None:
    """Shells can complete commands."""
    # Asked as a shell's own start-up file asks: `--show-completion` looks at its parents for the shell, and in a pipeline
    # there may be none.
    words = {"_REDACTOR_COMPLETE": "complete_bash", "COMP_WORDS": "redactor pol", "COMP_CWORD": "1"}
    outcome = python("-m", "redactor", environment=words)
    assert outcome.stdout.split() == ["policies"]
    assert outcome.stderr == ""


def test_a_new_command_is_one_new_file() -> None:
    """The application is made of whatever stands in the commands folder."""
    files = {path.stem for path in Path(app.__file__).with_name("commands").glob("*.py")} - {"__init__"}
    application = app.build()
    named = {group.name for group in application.registered_groups}
    named |= {command.callback.__name__ for command in application.registered_commands if command.callback}
    assert files <= named


def test_the_engine_starts_before_the_arguments_are_checked(cli: Cli, engine: FakeEngine) -> None:
    """Libraries load while policy and files are looked at, and the child is ended when these are wrong."""
    assert session.GuardedEngine() is engine
    cli("check", "missing.pdf")
    assert engine.closed
