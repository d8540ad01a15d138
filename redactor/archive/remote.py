"""Files that lie elsewhere (``s3://``, ``memory://``, anything fsspec reads), listed and fetched by the parent process.

The only part of this program that reaches a network, and only to the address the user typed; the guard's processes, which
open what was fetched, still have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from redactor.archive.place import Place, shown
from redactor.errors import LimitError, UnreadableError, UsageError


def listed(url: str) -> Iterator[Place]:
    """Yield every file below a URL, or those that match its pattern, by name.

    Raises:
        UsageError: fsspec, or what it needs for this kind of URL, is not installed, or there is nothing there.
    """
    system, path = _system(url)
    try:
        found = sorted(system.glob(path)) if set("*?[") & set(path) else sorted(system.find(path))
    except Exception as problem:  # noqa: BLE001  # each kind of storage raises errors of its own
        raise UsageError(
            f"cannot be listed ({type(problem).__name__})", where=shown(url), remedy="Check address and access."
        ) from None
    if not found:
        raise UsageError("no such file or folder", where=shown(url), remedy="Check the address.")
    for name in found:
        outer = system.unstrip_protocol(name)
        yield Place(shown(outer), outer)


def fetch(url: str, most: int) -> bytes:
    """Return the bytes of one file; UnreadableError or LimitError where it cannot be had."""
    system, path = _system(url)
    try:
        size = system.size(path)
        if size is not None and size > most:
            raise LimitError(f"is larger than {most // 2**20} MB", remedy="Split it, or raise limit.max_bytes.")
        data: bytes = system.cat_file(path)
    except LimitError:
        raise
    except Exception as problem:  # noqa: BLE001  # each kind of storage raises errors of its own
        raise UnreadableError(
            f"cannot be fetched ({type(problem).__name__})", remedy="Check access, and run the scan again."
        ) from None
    return data


def _system(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise UsageError(
            "needs fsspec", where=shown(url), remedy="Install foi-release-check[cluster], or mount it as a folder."
        ) from None
    try:
        system, path = url_to_fs(url)
        return system, str(path)
    except (ImportError, ValueError) as problem:
        raise UsageError(
            f"is of a kind that cannot be read here ({type(problem).__name__})",
            where=shown(url),
            remedy="Install what fsspec needs for it (s3fs for s3://), or mount it as a folder.",
        ) from None
