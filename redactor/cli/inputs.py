"""Which files a command works on: files as named, folders searched for PDFs, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from redactor.errors import UsageError
from redactor.scratch import Scratch

_SUFFIX = ".pdf"
_LONGEST_PASSWORD = 4096


@dataclass(frozen=True, slots=True)
class Input:
    """One file to work on, and its path below the folder that was named (its bare name where none was)."""

    path: Path
    relative: Path
    piped: bool = False

    @property
    def shown(self) -> str:
        """Return the name a person knows the file by; standard input has a private one for as long as the run."""
        return str(self.relative if self.piped else self.path)


def collect(paths: Sequence[Path]) -> list[Input]:
    """Return every file, each once, in the order given and by name within a folder.

    Raises:
        UsageError: a path does not exist, a folder cannot be read or holds no PDF.
    """
    found: dict[str, Input] = {}
    for path in paths:
        for item in _below(path) if path.is_dir() else [Input(path, Path(path.name))]:
            if not item.path.exists():
                remedy = "Standard input goes with `check`, as its one file." if str(path) == "-" else "Check the name."
                raise UsageError("no such file or folder", where=str(item.path), remedy=remedy)
            found.setdefault(os.path.realpath(item.path), item)
    return list(found.values())


def _below(folder: Path) -> list[Input]:
    def stop(problem: OSError) -> None:
        # Passing over what cannot be read would call a folder checked that was not.
        raise UsageError(
            f"cannot be read ({problem.strerror})", where=str(problem.filename), remedy="Check the permission."
        )

    files = []
    for parent, folders, names in os.walk(folder, onerror=stop):
        folders.sort()
        files += [Path(parent, name) for name in sorted(names) if name.lower().endswith(_SUFFIX)]
    if not files:
        raise UsageError(
            "holds no PDF files", where=str(folder), remedy="Name another folder, or the files themselves."
        )
    return [Input(path, path.relative_to(folder)) for path in files]


@contextmanager
def standard_input(name: str) -> Iterator[Input]:
    """Put standard input into a private file that is called ``name``, and remove it afterwards."""
    plain = Path(name).name
    if plain in {"", ".", ".."}:
        raise UsageError("is not a file name", where="--stdin-filename", remedy="Give a name such as letter.pdf.")
    if sys.stdin.isatty():
        raise UsageError("nothing is piped in", where="-", remedy="Pipe a file in, or give its name.")
    with Scratch() as folder:
        path = folder / plain
        with path.open("wb") as stream:
            while part := sys.stdin.buffer.read(1 << 20):
                stream.write(part)
        yield Input(path, Path(plain), piped=True)


def password(path: Path | None) -> str | None:
    """Return the first line of a password file; a password on the command line would show in the process list."""
    if path is None:
        return None
    try:
        with path.open("rb") as stream:
            lines = stream.readline(_LONGEST_PASSWORD).decode("utf-8-sig").splitlines()
    except OSError as problem:
        raise UsageError(
            f"cannot be read ({problem.strerror})", where=str(path), remedy="Check the name and permission."
        ) from None
    except UnicodeDecodeError:
        raise UsageError("is not UTF-8 text", where=str(path), remedy="Save it as UTF-8.") from None
    if not lines or not lines[0]:
        raise UsageError("its first line is empty", where=str(path), remedy="Put the password on the first line.")
    return lines[0]
