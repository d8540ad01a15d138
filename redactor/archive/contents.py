"""Get at the bytes of a listed file, in the guard's process: from disk, from within ZIPs, or as handed over."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from collections import OrderedDict
from pathlib import Path

from redactor import formats
from redactor.archive import kinds, zips
from redactor.archive.outcome import Looked
from redactor.archive.place import Place
from redactor.archive.state import State, of_error
from redactor.archive.zips import Bounds
from redactor.errors import LimitError, RedactorError, UncheckedError, UnreadableError

_OPEN = 4
_BLOCK = 1024 * 1024


class NotHere(RedactorError):
    """The bytes of a URL were not handed over with the job; the parent sends them and asks again."""


class Contents:
    """Reads files; keeps the last one and the last few ZIPs, for what is looked at is checked or listed next."""

    def __init__(self) -> None:
        self._last: tuple[Place, bytes] | None = None
        self._open: OrderedDict[tuple[str, tuple[int, ...]], zipfile.ZipFile] = OrderedDict()

    def look(self, place: Place, bounds: Bounds, handed: bytes | None) -> Looked:
        """Return what a file is; whatever keeps it from being read is its state, never an exception."""
        try:
            return self._look(place, bounds, handed)
        except UncheckedError as problem:
            what = problem.what if problem.what.startswith("the ") else f"the file {problem.what}"
            message = f"{what[:1].upper()}{what[1:]}. {problem.remedy}".strip()
            return Looked("", place.searched_name, 0, "unknown", of_error(problem), problem.code, message)

    def data(self, place: Place, bounds: Bounds, handed: bytes | None) -> bytes:
        """Return the bytes of a file."""
        if self._last is not None and self._last[0] == place:
            return self._last[1]
        if place.members:
            data = zips.content(
                self._archive(place.outer, place.members[:-1], bounds, handed), place.members[-1], bounds
            )
        elif place.is_url:
            data = _handed(handed)
        else:
            data, _ = _from_disk(Path(place.outer), bounds)
        self._last = (place, data)
        return data

    def _look(self, place: Place, bounds: Bounds, handed: bytes | None) -> Looked:
        if not place.members and not place.is_url:
            head, size = _head(Path(place.outer))
            if kinds.of(head) == "zip":
                return self._zip(place, _hashed(Path(place.outer)), size, bounds, handed)
            if size > bounds.member_bytes and b"%PDF-" not in head:
                return _unsupported(place, "", size, kinds.of(head))
        data = self.data(place, bounds, handed)
        digest, kind = hashlib.sha256(data).hexdigest(), kinds.of(data[: kinds.HEAD])
        if kind == "zip":
            # Before the formats are asked: a ZIP that holds a PDF as it is looks like one from byte 30 on.
            return self._zip(place, digest, len(data), bounds, handed)
        try:
            return Looked(digest, place.searched_name, len(data), formats.for_bytes(data).name, State.WAITING)
        except UnreadableError as problem:
            if kind == "empty":
                message = f"The file is empty. {problem.remedy}"
                return Looked(digest, place.searched_name, 0, kind, State.UNREADABLE, problem.code, message)
            return _unsupported(place, digest, len(data), kind)

    def _zip(self, place: Place, digest: str, size: int, bounds: Bounds, handed: bytes | None) -> Looked:
        depth = len(place.members) + 1
        archive = self._archive(place.outer, place.members, bounds, handed)
        kind = zips.kind(archive)
        if kind != "zip":
            if size <= bounds.member_bytes:
                # A document packed as a ZIP, should a format claim it; a PDF it is not, whatever it holds.
                claimed = _claimed(self.data(place, bounds, handed))
                if claimed not in {"", "pdf"}:
                    return Looked(digest, place.searched_name, size, claimed, State.WAITING)
            return _unsupported(place, digest, size, kind)
        found, remark = zips.members(archive, size, depth, bounds)
        return Looked(digest, place.searched_name, size, kind, State.OPENED, message=remark, members=found)

    def _archive(self, outer: str, members: tuple[int, ...], bounds: Bounds, handed: bytes | None) -> zipfile.ZipFile:
        """Return an open ZIP, opening those around it first."""
        address = (outer, members)
        if address in self._open:
            self._open.move_to_end(address)
            return self._open[address]
        if members:
            source: str | bytes = zips.content(self._archive(outer, members[:-1], bounds, handed), members[-1], bounds)
        else:
            source = _handed(handed) if Place("", outer).is_url else outer
        made = self._open[address] = zips.opened(source)
        while len(self._open) > _OPEN:
            self._open.popitem(last=False)[1].close()
        return made


def _unsupported(place: Place, digest: str, size: int, kind: str) -> Looked:
    message = f"Its content is {kind}, which cannot be checked. Export it as PDF, or leave it out with --skip."
    return Looked(digest, place.searched_name, size, kind, State.UNSUPPORTED, "D501", message)


def _claimed(data: bytes) -> str:
    try:
        return formats.for_bytes(data).name
    except UnreadableError:
        return ""


def _handed(data: bytes | None) -> bytes:
    if data is None:
        raise NotHere("the bytes were not handed over")
    return data


def _head(path: Path) -> tuple[bytes, int]:
    with _opened(path) as stream:
        return stream.read(kinds.HEAD), os.fstat(stream.fileno()).st_size


def _hashed(path: Path) -> str:
    with _opened(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _from_disk(path: Path, bounds: Bounds) -> tuple[bytes, int]:
    with _opened(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > bounds.member_bytes:
            raise LimitError(
                f"is larger than {bounds.member_bytes // 2**20} MB", remedy="Split it, or raise limit.max_bytes."
            )
        # Python takes as much memory as it is told to read, however short the file is.
        data = stream.read(size + 1)
        if len(data) != size:
            raise UnreadableError("changed while it was read", remedy="Wait until it is saved, then run again.")
        return data, size


class _opened:  # noqa: N801  # reads as a verb where it is used
    """Open a regular file; UnreadableError for what has gone, is no file, or may not be read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self):  # type: ignore[no-untyped-def]  # a BufferedReader
        try:
            # A pipe that nobody writes to would keep a plain open waiting for ever.
            handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            raise UnreadableError("vanished after it was listed", remedy="Run the scan again.") from None
        except OSError as problem:
            raise UnreadableError(f"cannot be read ({problem.strerror})", remedy="Check the permissions.") from None
        self._stream = os.fdopen(handle, "rb")
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            self._stream.close()
            raise UnreadableError("is not a regular file", remedy="Leave it out with --skip.")
        return self._stream

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _stack: object) -> None:
        self._stream.close()
        if isinstance(error, OSError):
            raise UnreadableError(f"cannot be read ({error.strerror})", remedy="Check the disk.") from None
