"""Read a source file once, whole and read-only, and notice when it changes under our hands."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from redactor.errors import LimitError, SourceChangedError, UnreadableError
from redactor.formats import Format, Limits, for_bytes
from redactor.model import Source


def read(path: Path, limits: Limits) -> tuple[bytes, Source, Format]:
    """Return a file's bytes, what is known of it, and its format; raise UncheckedError subclasses only."""
    where = path.name
    try:
        # Opening a pipe that nobody writes to would wait for ever.
        _refuse_irregular(path.stat(), where)
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            _refuse_irregular(before, where)
            if before.st_size > limits.max_bytes:
                raise LimitError(
                    f"is larger than {limits.max_bytes // 2**20} MB",
                    where=where,
                    remedy="Split it, or raise limit.max_bytes in the policy.",
                )
            data = stream.read(limits.max_bytes + 1)
            after = os.fstat(stream.fileno())
    except OSError as problem:
        raise UnreadableError(
            f"cannot be read ({problem.strerror})", where=where, remedy="Check the path and its permissions."
        ) from None
    if len(data) != before.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise SourceChangedError("changed while it was read", where=where, remedy="Wait until it is saved, then retry.")
    source, kind = identified(data, path.name)
    return data, source, kind


def identified(data: bytes, name: str) -> tuple[Source, Format]:
    """Return what is known of bytes and their format; UnreadableError where no format claims them."""
    try:
        kind = for_bytes(data)
    except UnreadableError as problem:
        raise UnreadableError(problem.what, where=name, remedy=problem.remedy) from None
    return described(data, name, kind), kind


def _refuse_irregular(status: os.stat_result, where: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is not a regular file", where=where, remedy="Give the path of a PDF file.")


def described(data: bytes, name: str, kind: Format) -> Source:
    """Return what is known of bytes that are not a file yet."""
    return Source(name, hashlib.sha256(data).hexdigest(), len(data), kind.media_type)


def unchanged(path: Path, source: Source) -> None:
    """Raise SourceChangedError where the file on disk is no longer the one that was read."""
    try:
        now = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        now = ""
    if now != source.sha256:
        raise SourceChangedError(
            "changed after it was read", where=path.name, remedy="Run the command again on the new version."
        )
