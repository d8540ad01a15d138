"""What the guard and its child say to each other: pickled messages with their length before them, over two pipes."""

from __future__ import annotations

import os
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from redactor.errors import RedactorError

MAX_FRAME = 512 * 1024 * 1024
"""Bytes of one message; a report of the largest file we accept is far smaller."""

_HEADER = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Job:
    """Work for the child: a function found by its name, and what it may use."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    memory_bytes: int
    cpu_seconds: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The child has finished its imports."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the job is; ``total`` is in pages where the stage works page by page."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """The job's result and how much memory the child has grown by since it was ready."""

    result: Any
    grown_bytes: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The job raised an error that we foresaw."""

    error: RedactorError
    grown_bytes: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The job raised an error nobody foresaw: its type and the places it passed, never its message."""

    kind: str
    stack: tuple[str, ...]


def send(descriptor: int, message: object) -> None:
    """Write one pickled message with its length before it."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    view = memoryview(_HEADER.pack(len(data)) + data)
    while view:
        view = view[os.write(descriptor, view) :]


def receive(descriptor: int) -> Any:
    """Read one message; EOFError when the other side is gone or sends nonsense."""
    (length,) = _HEADER.unpack(_read(descriptor, _HEADER.size))
    if length > MAX_FRAME:
        raise EOFError
    return pickle.loads(_read(descriptor, length))  # noqa: S301  # both ends of the pipe are this program


def _read(descriptor: int, length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = os.read(descriptor, min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
