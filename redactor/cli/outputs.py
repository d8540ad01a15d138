"""Where reports go: one to stdout, any number to files, each written whole or not at all."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from redactor import release
from redactor.cli.inputs import Input
from redactor.errors import DestinationError, UsageError

if TYPE_CHECKING:
    from redactor.report import Report
    from redactor.reporters import Reporter


@dataclass(frozen=True, slots=True)
class Output:
    """A report format and its file; None is stdout."""

    reporter: Reporter
    path: Path | None


def parse(texts: Sequence[str], sources: Sequence[Input], *, read: Sequence[Path] = ()) -> list[Output]:
    """Return the outputs that ``NAME[=PATH]`` texts ask for, checked before any work starts.

    The text report goes to stdout where no other does. ``read`` are the other files the user gave (case, decisions),
    which no report may replace.
    """
    outputs = [_output(text, sources) for text in texts]
    _refuse_taken([output.path for output in outputs if output.path is not None], read)
    on_stdout = [output for output in outputs if output.path is None]
    if len(on_stdout) > 1:
        names = " and ".join(output.reporter.name for output in on_stdout)
        raise UsageError(f"{names} cannot share stdout", where="--format", remedy="Give one of them a file: NAME=PATH.")
    return outputs if on_stdout else [_output("text", ()), *outputs]


def reporter(name: str) -> Reporter:
    """Return a reporter by name; UsageError with the nearest names where there is none."""
    from redactor import reporters

    known = reporters.reporters()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        remedy = f"Did you mean {near[0]}?" if near else f"Known formats: {', '.join(sorted(known))}."
        raise UsageError(f"unknown format {name!r}", where="--format", remedy=remedy)
    return known[name]


def _refuse_taken(paths: Sequence[Path], read: Sequence[Path]) -> None:
    kept = {path.resolve() for path in read}
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in kept:
            raise DestinationError("is a file this run reads", where=str(path), remedy="Choose another name.")
        if path.resolve() in seen:
            raise UsageError(
                "two reports would be written here", where=str(path), remedy="Give each a file of its own."
            )
        seen.add(path.resolve())


def _output(text: str, sources: Sequence[Input]) -> Output:
    name, equals, target = text.partition("=")
    found = reporter(name)
    if not equals:
        return Output(found, None)
    if not target:
        raise UsageError(f"no file after {name}=", where="--format", remedy="Write NAME=PATH.")
    path = Path(target)
    for source in sources:
        release.check_destination(source.path, path, overwrite=True)
    if path.suffix.lower() == ".pdf":
        raise DestinationError("a report is no PDF", where=target, remedy=f"End its name with {found.suffix}.")
    return Output(found, path)


def write(outputs: Sequence[Output], reports: Sequence[Report]) -> None:
    """Write every report; an earlier report of the same name is replaced."""
    for output in outputs:
        text = output.reporter.render(reports)
        if output.path is None:
            emit(text)
        else:
            release.write_text(output.path, text, overwrite=True)


def emit(text: str) -> None:
    """Print data to stdout; a reader that has gone away does not change the verdict."""
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as problem:
        _silence()
        raise DestinationError(
            f"cannot be written ({problem.strerror})", where="stdout", remedy="Free space, or send it elsewhere."
        ) from None


def _silence() -> None:
    """Point stdout at nothing, so that what is left in its buffer raises nothing at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
