"""Let a file appear at its destination only once it has been proved: private temporary file, then one rename."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redactor.errors import DestinationError, RedactionError


def check_destination(source: Path, destination: Path, *, overwrite: bool) -> None:
    """Raise DestinationError for a destination that is the source, exists, or lies in no writable folder."""
    where = str(destination)
    if destination.is_dir():
        raise DestinationError("is a folder", where=where, remedy="Give the name of a file in it.")
    if not destination.parent.is_dir():
        raise DestinationError("its folder does not exist", where=where, remedy="Create the folder first.")
    if destination.exists():
        if source.exists() and destination.samefile(source):
            raise DestinationError(
                "is the source file itself", where=where, remedy="Sources are never changed; choose another name."
            )
        if not destination.is_file():
            raise DestinationError("is a device or a pipe", where=where, remedy="Give the name of a file.")
        if not overwrite:
            raise DestinationError("exists already", where=where, remedy="Choose another name, or add --overwrite.")
    if not os.access(destination.parent, os.W_OK):
        raise DestinationError("its folder cannot be written", where=where, remedy="Choose another folder.")


def check_apart(one: Path, other: Path) -> None:
    """Raise DestinationError where two results were asked for under one name."""
    if one.absolute() == other.absolute() or one.resolve() == other.resolve():
        raise DestinationError("is asked for twice", where=str(other), remedy="Give the text a name of its own.")


def _unwritable(destination: Path, problem: OSError) -> DestinationError:
    return DestinationError(
        f"cannot be written ({problem.strerror})", where=str(destination), remedy="Choose another folder."
    )


class Draft:
    """A private file beside its destination, waiting to be believed."""

    def __init__(self, path: Path, destination: Path, *, overwrite: bool) -> None:
        self.path, self._destination, self._overwrite = path, destination, overwrite
        self.released = False

    def write(self, data: bytes) -> bytes:
        """Write the draft to disk and return what the disk gives back."""
        try:
            with self.path.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            return self.path.read_bytes()
        except OSError as problem:
            raise _unwritable(self._destination, problem) from None

    def keep(self, data: bytes) -> None:
        """Write the draft to disk; raises RedactionError where the disk does not give the same back."""
        if self.write(data) != data:
            raise RedactionError(
                "came back from the disk changed", where=self._destination.name, remedy="Check the disk."
            )

    def release(self) -> None:
        """Move the draft to its destination in one step; without ``overwrite`` never onto an existing file."""
        if self._overwrite:
            self._replace()
        else:
            try:
                # A hard link fails where the name is taken, which a rename would not notice.
                os.link(self.path, self._destination)
            except FileExistsError:
                raise DestinationError(
                    "appeared while the copy was made", where=str(self._destination), remedy="Choose another name."
                ) from None
            except OSError:
                if self._destination.exists():
                    raise DestinationError(
                        "exists already", where=str(self._destination), remedy="Choose another name."
                    ) from None
                self._replace()
        self.released = True

    def _replace(self) -> None:
        try:
            self.path.replace(self._destination)
        except OSError as problem:
            raise _unwritable(self._destination, problem) from None


@contextmanager
def draft(destination: Path, *, overwrite: bool) -> Iterator[Draft]:
    """Give a draft for a destination; whatever happens, no draft is left behind."""
    try:
        handle, name = tempfile.mkstemp(dir=destination.parent, prefix=".redactor-", suffix=".tmp")
    except OSError as problem:
        raise _unwritable(destination, problem) from None
    os.close(handle)
    path = Path(name)
    try:
        yield Draft(path, destination, overwrite=overwrite)
    finally:
        path.unlink(missing_ok=True)


def write_text(destination: Path, text: str, *, overwrite: bool) -> None:
    """Write a report or schedule by atomic rename, for its owner alone."""
    with draft(destination, overwrite=overwrite) as made:
        made.write(text.encode("utf-8"))
        made.release()
