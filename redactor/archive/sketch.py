"""A small keyed fingerprint of a text, by which near-copies are found without keeping a word of it.

The 64 smallest hashes of its runs of five words (a bottom-k sketch: Broder, "On the resemblance and containment of
documents", 1997). Kept as hashes rather than as a summary of them, so that runs which half the archive shares, its
boilerplate, can be left out when two files are compared.
"""

from __future__ import annotations

import hashlib
import heapq
import re
import struct

SIZE = 64
_RUN = 5
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(
    r"[\u2588\u25a0\u2586\u2587]{2,}|\bX{4,}\b|[\[(]\s*(?:redacted|withheld|removed|name\s+removed)[^\])]{0,40}[\])]",
    re.IGNORECASE,
)


def of(text: str, key: bytes) -> bytes:
    """Return up to 64 hashes of four bytes each, smallest first."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(0, len(words) - _RUN + 1))}
    hashes = {
        int.from_bytes(hashlib.blake2b(run.encode("utf-8", "replace"), digest_size=4, key=key).digest()) for run in runs
    }
    smallest = heapq.nsmallest(SIZE, hashes)
    return struct.pack(f"<{len(smallest)}I", *smallest)


def read(data: bytes) -> tuple[int, ...]:
    """Return the hashes of a sketch."""
    return struct.unpack(f"<{len(data) // 4}I", data)


def marks(text: str) -> int:
    """Return how many places of a text look redacted: rows of blocks or crosses, "[redacted]"."""
    return sum(1 for _ in _MARK.finditer(text))
