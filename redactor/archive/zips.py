"""ZIPs, opened in the guard's process and never unpacked to disk, within bounds that a hostile one cannot stretch."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import IO

from redactor.archive import kinds, stray
from redactor.archive.outcome import Member
from redactor.archive.place import shown
from redactor.archive.state import State
from redactor.errors import EncryptedError, LimitError, UnreadableError

_ENCRYPTED = 0x1
_UTF8 = 0x800
_RATIO_FROM = 1024 * 1024
_NOTHING_PACKED = 2
_STRAY = "(bytes of no member)"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far ZIPs are followed.

    Attributes:
        depth: ZIPs within ZIPs; 1 opens those on disk and none inside them.
        ratio: unpacked bytes for each packed one, of members larger than 1 MB.
        member_bytes: unpacked size of one member.
        total_bytes: declared unpacked size of all members of one ZIP.
        entries: members of one ZIP.
    """

    depth: int = 4
    ratio: int = 200
    member_bytes: int = 512 * 1024 * 1024
    total_bytes: int = 64 * 1024**3
    entries: int = 200_000


def opened(source: str | bytes) -> zipfile.ZipFile:
    """Open a ZIP by its path or its bytes; UnreadableError where it is damaged."""
    try:
        stream: str | IO[bytes] = source if isinstance(source, str) else io.BytesIO(source)
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, OverflowError):
        raise UnreadableError("the ZIP is damaged", remedy="Ask for it again, or unpack it by hand.") from None


def kind(archive: zipfile.ZipFile) -> str:
    """Return "zip" or the kind of document that is packed as one."""
    return kinds.of_zip(archive.NameToInfo)


def members(archive: zipfile.ZipFile, packed_bytes: int, depth: int, bounds: Bounds) -> tuple[tuple[Member, ...], str]:
    """Return every file in a ZIP with what keeps it from being opened, and a remark on its names.

    Args:
        packed_bytes: size of the ZIP itself.
        depth: 1 for a ZIP on disk.

    Raises:
        LimitError: it has too many members, or members that lie over one another or outside it.
    """
    infos = [(number, info) for number, info in enumerate(archive.infolist()) if not _is_folder(info)]
    if len(infos) > bounds.entries:
        raise LimitError(f"the ZIP has more than {bounds.entries:,} members", remedy="Unpack it and scan the folder.")
    unexplained = stray.count(archive, packed_bytes)
    found, total, names = [], 0, _Names()
    outside = 0
    for number, info in infos:
        name = _name(info)
        outside += _leads_out(name)
        total += info.file_size
        state, message = _refused(info, depth, total, bounds)
        found.append(Member(number, names.of(name), state, message))
    if unexplained:
        # A row of its own: what nobody reads has to be counted as not read.
        message = (
            f"{unexplained:,} bytes of the ZIP belong to no member or are comments, and were not searched. "
            "Pack the files anew and publish that ZIP."
        )
        found.append(Member(len(archive.infolist()), names.of(_STRAY), State.UNREADABLE, message))
    remark = f"{outside} of its names lead out of the ZIP; nothing is unpacked to disk." if outside else ""
    return tuple(found), remark


class _Names:
    """Gives each member a name that no other has."""

    def __init__(self) -> None:
        self._seen, self._taken = Counter[str](), set[str]()

    def of(self, name: str) -> str:
        while True:
            # A member may itself be called "a.pdf#2".
            self._seen[name] += 1
            called = shown(f"{name}#{self._seen[name]}" if self._seen[name] > 1 else name)
            if called not in self._taken:
                self._taken.add(called)
                return called


def content(archive: zipfile.ZipFile, number: int, bounds: Bounds) -> bytes:
    """Return a member's bytes; EncryptedError, LimitError or UnreadableError where it will not be read."""
    info = archive.infolist()[number]
    if info.flag_bits & _ENCRYPTED:
        raise EncryptedError("is encrypted in its ZIP", remedy="Unpack it with its password.")
    try:
        with archive.open(info) as stream:
            data = stream.read(min(info.file_size, bounds.member_bytes) + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise UnreadableError("is damaged in its ZIP", remedy="Ask for the ZIP again.") from None
    except (NotImplementedError, RuntimeError):
        raise UnreadableError("is packed in a way that cannot be read", remedy="Unpack the ZIP by hand.") from None
    if len(data) > bounds.member_bytes:
        raise LimitError(f"is larger than {bounds.member_bytes // 2**20} MB once unpacked", remedy="Unpack it by hand.")
    return data


def _is_folder(info: zipfile.ZipInfo) -> bool:
    """Return whether a member is a folder: one that holds bytes is a file, whatever its name ends with."""
    # Some writers pack a folder's nothing, which takes two bytes.
    return info.is_dir() and not info.file_size and info.compress_size <= _NOTHING_PACKED


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; zipfile reads old names as code page 437, though most writers meant UTF-8."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            return name.encode("cp437").decode("utf-8")
        except UnicodeError:
            return name
    return name


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]


def _refused(info: zipfile.ZipInfo, depth: int, total: int, bounds: Bounds) -> tuple[State, str]:
    if info.flag_bits & _ENCRYPTED:
        return State.ENCRYPTED, "The file is encrypted in its ZIP."
    if depth > bounds.depth:
        return State.TOO_LARGE, f"The file lies in more than {bounds.depth} ZIPs, one in another."
    if info.file_size > bounds.member_bytes:
        return State.TOO_LARGE, f"The file is larger than {bounds.member_bytes // 2**20} MB once unpacked."
    if info.file_size > _RATIO_FROM and info.file_size > bounds.ratio * max(1, info.compress_size):
        return State.TOO_LARGE, f"The file unpacks to more than {bounds.ratio} times its size."
    if total > bounds.total_bytes:
        return State.TOO_LARGE, f"The ZIP unpacks to more than {bounds.total_bytes // 2**30} GB."
    return State.WAITING, ""
