"""Bytes of a ZIP that belong to none of its members: before, between and behind them, and comments.

Whatever lists a ZIP shows its members; a page that was taken out by an editor of ZIPs, or put before the first member,
is in the file all the same. Layout: APPNOTE.TXT 6.3.10, section 4.3 (PKWARE).
"""

from __future__ import annotations

import struct
import zipfile
from typing import Final

from redactor.errors import LimitError

_LOCAL, _CENTRAL, _END = 30, 46, 22
"""Bytes of the records that stand before a member, for each in the directory, and at the end, without what varies."""
_LENGTHS: Final = 26
"""Where in a local header the lengths of its name and of its extra field stand."""
_DESCRIBED: Final = 0x8
_DESCRIPTORS: Final = frozenset({0, 12, 16, 20, 24})
"""Bytes of sizes that follow a member which was written as a stream: with and without a signature, and in ZIP64."""
_END_64: Final = 76
_UTF8: Final = 0x800


def count(archive: zipfile.ZipFile, size: int) -> int:
    """Return how many bytes of an open ZIP no member accounts for.

    Args:
        size: bytes of the whole ZIP.

    Raises:
        LimitError: members lie over one another.
    """
    stream = archive.fp
    if stream is None:
        raise ValueError("the ZIP is closed")
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    found, at, described = 0, 0, False
    for info in infos:
        found += _between(at, info.header_offset, described=described)
        stream.seek(info.header_offset + _LENGTHS)
        lengths = stream.read(4)
        if len(lengths) < 4:
            raise LimitError("a member of the ZIP lies outside it", remedy="Do not open it; ask where it comes from.")
        at = info.header_offset + _LOCAL + sum(struct.unpack("<HH", lengths)) + info.compress_size
        described = bool(info.flag_bits & _DESCRIBED)
    found += _between(at, archive.start_dir, described=described)
    directory = sum(_CENTRAL + _named(info) + len(info.extra) + len(info.comment) for info in infos)
    behind = size - archive.start_dir - directory - _END
    return found + sum(len(info.comment) for info in infos) + (behind if behind != _END_64 else 0)


def _between(end: int, start: int, *, described: bool) -> int:
    if start < end:
        # Members that share their bytes are how 46 MB become 4.5 PB ("A better zip bomb", Fifield, 2019).
        raise LimitError("the members of the ZIP overlap", remedy="Do not open it; ask where it comes from.")
    return 0 if described and start - end in _DESCRIPTORS else start - end


def _named(info: zipfile.ZipInfo) -> int:
    return len(info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437"))
