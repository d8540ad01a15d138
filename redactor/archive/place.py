"""Where a file of the archive lies: a path or URL, and the way through the ZIPs it is packed in."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_COPY = re.compile(r"^copy of\s+|\s*(?:\(\d{1,3}\)|#\d{1,3}|-\s*copy)(?=\s*$)", re.IGNORECASE)
_MARKED = re.compile(r" \[[0-9a-f]{8}\]$")
_BYTE = 0xDC80
"""Where Python puts bytes from 0x80 that are no UTF-8 (PEP 383)."""
INSIDE = "!/"
"""Stands between a ZIP and the name of its member, as in ``letters.zip!/2019/a.pdf``."""


class Place(NamedTuple):
    """One listed file.

    Attributes:
        shown: what a person knows it by, unique in the database; always valid Unicode.
        outer: path or URL of the file on disk, as the system spells it (names that are no UTF-8 keep their bytes).
        members: number of the member in each ZIP on the way, outermost first; empty for a file on disk.
    """

    shown: str
    outer: str
    members: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """Return the bare file name."""
        return PurePosixPath(self.shown.replace("\\", "/")).name or self.shown

    @property
    def searched_name(self) -> str:
        """Return the file name as it is searched for names: without what marks it as one of several copies.

        What is found in a file depends on its name too ("Reply to Ms Lombard.pdf"), so equal contents under different
        names are different documents; under "letter.pdf" and "letter (1).pdf" they are one.
        """
        stem, dot, suffix = self.name.rpartition(".")
        stem = stem or self.name
        bare = _COPY.sub("", stem).strip() or stem
        return f"{bare}{dot}{suffix}" if dot else bare

    @property
    def is_url(self) -> bool:
        """Return whether fsspec has to fetch it."""
        return is_url(self.outer)

    def member(self, number: int, name: str) -> Place:
        """Return the place of a member of this ZIP."""
        return Place(f"{self.shown}{INSIDE}{name}", self.outer, (*self.members, number))


def is_url(text: str) -> bool:
    """Return whether a text is the URL of something rather than a path."""
    return _URL.match(text) is not None


def of_path(path: str | Path) -> Place:
    """Return the place of a file on disk; its name is made absolute and links in it stay as they are."""
    outer = os.path.abspath(path)  # noqa: PTH100  # Path.absolute leaves ".." in
    return Place(shown(outer), outer)


def shown(text: str) -> str:
    """Return a name as valid Unicode without control characters, never the same for two names.

    Two files of one name would share a row, and the second would take the first one's place unseen: whoever makes a name
    must not be able to make it another file's.
    """
    if text.isprintable() and INSIDE not in text and not _MARKED.search(text):
        return text
    # Backslashes are doubled and "!/" is spelled out, so that what is spelled reads back one way only; the mark keeps it
    # apart from a name that is spelled so from the start.
    spelled = "".join(map(_spelled, text)).replace(INSIDE, "\\x21/")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{spelled} [{digest}]"


def _spelled(letter: str) -> str:
    if letter == "\\":
        return "\\\\"
    if letter.isprintable():
        return letter
    number = ord(letter)
    if _BYTE <= number < _BYTE + 0x80:
        return f"\\x{number - _BYTE + 0x80:02x}"
    return f"\\x{number:02x}" if number < 0x80 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
