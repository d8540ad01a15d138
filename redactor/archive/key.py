"""The secret by which equal values are known across the archive without being written down.

A telephone number has so few possible values that a plain hash of it can be reversed by trying all. The hashes in the
database are therefore keyed (HMAC, RFC 2104), and the key lies in a file beside the database, never in it: hand out the
one without the other.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from pathlib import Path

from redactor.decisions import normalised
from redactor.errors import DestinationError, UsageError

NAME = "redactor-archive.key"
_FORM = re.compile(r"[0-9a-f]{32,}")


def load_or_make(path: Path) -> str:
    """Return the key in a file as hexadecimal digits; where there is no file, make one with a new key.

    Several shards may start at the same moment: the first to put its file there wins, and all use that one.
    """
    if not path.exists():
        _make(path)
    try:
        text = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise UsageError("the key cannot be read", where=str(path), remedy="Check the name and permission.") from None
    if not _FORM.fullmatch(text):
        raise UsageError("is not a key file", where=str(path), remedy="Name another with --key; a new one is made.")
    return text


def _make(path: Path) -> None:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".redactor-", suffix=".key")
    except OSError as problem:
        raise DestinationError(
            f"the key cannot be written ({problem.strerror})", where=str(path), remedy="Name another with --key."
        ) from None
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(f"{secrets.token_hex(32)}\n")
            stream.flush()
            os.fsync(stream.fileno())
        try:
            os.link(name, path)
        except FileExistsError:
            return
        except OSError:
            # No hard links on this file system (FAT, some shares): the window for two shards is then a rename's.
            if not path.exists():
                Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def name(key: str) -> str:
    """Return what a database knows its key by; the key cannot be told from it."""
    return hashlib.sha256(b"redactor archive key\0" + bytes.fromhex(key)).hexdigest()[:16]


def digest(key: bytes, value: str) -> bytes:
    """Return the 16 bytes by which a value is known, however it is spaced, punctuated or capitalised."""
    return hmac.digest(key, b"value\0" + normalised(value).encode("utf-8", "replace"), "sha256")[:16]
