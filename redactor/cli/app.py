"""The front door of the command line: the first screen, and the one place where an error becomes a line and a code.

Typer's panels are switched off: plain help costs 0.08 s of processor time instead of 0.21 s, is read well by a screen
reader, and survives an office's old console.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

import redactor
from redactor import registry
from redactor.cli.text import EXIT_CODES, say
from redactor.errors import ExitCode, RedactorError, UsageError

_OURS = "foi-release-check"
_FIRST_SCREEN = """\
redactor: is this Freedom of Information reply safe to release?

  redactor check letter.pdf                   say what must go and what is open; writes nothing
  redactor redact letter.pdf -o published     write a redacted copy, once it has been proved

  redactor --help           every command
  redactor check --help     options and examples
  redactor explain L101     what a rule, check, entity, error or exit code means

Nothing leaves this computer, and sources are never changed.
"""


def build() -> typer.Typer:
    """Return the application with every command of the ``commands`` folder."""
    app = typer.Typer(
        name="redactor",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        epilog=EXIT_CODES,
    )
    app.callback(invoke_without_command=True)(_first)
    for module in registry.submodules("redactor.cli.commands"):
        module.register(app)
    return app


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"redactor {redactor.__version__} ({_OURS})")
        raise typer.Exit


def _first(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", help="Show the version and end.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Check, redact and verify Freedom of Information replies before release."""
    if context.invoked_subcommand is None:
        typer.echo(_FIRST_SCREEN, nl=False)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; every error becomes one line on stderr."""
    try:
        _refuse_stranger()
        result = build()(args=list(arguments), prog_name="redactor", standalone_mode=False)
        sys.stdout.flush()
        if result == ExitCode.INTERRUPTED:
            raise KeyboardInterrupt  # Typer has caught it and kept its number alone
        return result if isinstance(result, int) else ExitCode.READY
    except RedactorError as error:
        say(str(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        say("interrupted; nothing was left behind")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _silence()
        return ExitCode.INTERRUPTED
    except SystemExit as end:
        # Typer's own answer to a closed pipe is 1, which is never ours to give.
        if end.code == 1:
            _silence()
            return ExitCode.INTERRUPTED
        raise
    except Exception as error:  # noqa: BLE001  # the front's handler: no traceback may show document text
        return _unexpected(error, arguments)


def _unexpected(error: Exception, arguments: Sequence[str]) -> int:
    """Say a misuse that Typer noticed, or an error nobody foresaw, without anything the document says."""
    message = getattr(error, "format_message", None)
    if callable(message):
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "redactor"
        text = " ".join(str(message()).split()).replace("Value error, ", "")
        say(f"{text.rstrip('.')}. See `{command} --help`.")
        return ExitCode.USAGE
    say(f"internal error, please report it ({type(error).__name__}); run with -v for the stack without document text")
    if {"-v", "--verbose"} & set(arguments):
        for frame in traceback.extract_tb(error.__traceback__):
            say(f"  {frame.filename}:{frame.lineno} in {frame.name}")
    return ExitCode.INTERNAL


def _refuse_stranger() -> None:
    """Raise UsageError where the imported package is another project's of the same name."""
    if getattr(redactor, "DISTRIBUTION", None) != _OURS:
        raise UsageError(
            "another distribution has put its own package named 'redactor' in the place of ours",
            where=str(getattr(redactor, "__file__", "") or "redactor"),
            remedy=f"Install {_OURS} into an environment of its own, for instance with `pipx install {_OURS}`.",
        )


def _silence() -> None:
    """Point stdout at nothing, so that Python's last flush does not complain about the closed pipe again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """Put the null device where a caller has closed a standard stream, which Python then leaves out altogether.

    A name that the console's encoding lacks is shown with a question mark rather than ending the run.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # lives as long as we do
        elif name == "stdout" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def main() -> NoReturn:
    """Be the console script; a polite request to end (SIGTERM, a closed terminal) cleans up as Ctrl-C does."""
    _open_streams()
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, _stop)
    code = run(sys.argv[1:])
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    sys.exit(int(code))
