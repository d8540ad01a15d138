"""What an editor took off the pages and left in the file: in an earlier version, or in an object nothing uses.

=====================  =========================================================================================
removed-text-kept      words of an earlier version that the last one does not show
removed-picture-kept   pictures of an earlier version that the last one does not have
orphaned-text          drawing instructions with text that no page uses
=====================  =========================================================================================

ISO 32000-1, 7.5.6: an incremental update is appended, and what it replaces stays before it, whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

import pikepdf
import pymupdf

from redactor.errors import UncheckedError
from redactor.formats import Limits
from redactor.formats.pdf import references
from redactor.formats.pdf.open import opened, translated
from redactor.formats.pdf.preflight import content_bytes
from redactor.formats.pdf.unseen import Unseen
from redactor.model import Feature

_MOST = 6
"""Versions opened, the latest first; each costs as much as the file, and every one of them blocks release anyway."""
_WORD = re.compile(r"\w{2,}")
_SHOWS_TEXT = re.compile(rb"\bBT\b.*?(?:\)|>|\])\s*(?:Tj|TJ|'|\")", re.DOTALL)
_MAX_CONTENT = 8 << 20


def in_earlier_versions(data: bytes, ends: Sequence[int]) -> Iterator[Feature]:
    """Yield a feature for each page of an earlier version that says more than the last one.

    ``ends`` are where the earlier versions end in the bytes. One that cannot be opened by itself is left to the rule
    on earlier versions, which blocks without looking inside.
    """
    last = _content(data)
    if last is None:
        return
    words, pictures = set().union(*last[0]), last[1]
    said: set[int] = set()
    for end in list(ends)[-_MOST:][::-1]:
        before = _content(data[:end])
        if before is None:
            continue
        for number, page in enumerate(before[0], 1):
            lost = page - words
            if lost and number not in said:
                said.add(number)
                yield Feature("removed-text-kept", "an earlier version of the file", number, len(lost))
        lost_pictures = before[1] - pictures
        if lost_pictures and 0 not in said:
            said.add(0)
            yield Feature("removed-picture-kept", "an earlier version of the file", count=len(lost_pictures))


def _content(data: bytes) -> tuple[list[set[str]], set[bytes]] | None:
    """Return the words of each page and the hashes of all pictures, or None where this is no whole file."""
    try:
        with opened(data, Limits(), None) as pdf, translated():
            pages = [set(_WORD.findall(page.get_text(flags=pymupdf.TEXT_IGNORE_ACTUALTEXT))) for page in pdf.mupdf]
            pictures = {
                hashlib.sha256(one.read_raw_bytes()).digest()
                for one in pdf.pikepdf.objects
                if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
            }
            return pages, pictures
    except UncheckedError:
        return None


def orphans(pdf: pikepdf.Pdf) -> Iterator[Unseen]:
    """Yield objects that nothing refers to and that show text when drawn."""
    for one in references.unreachable(pdf):
        if isinstance(one, pikepdf.Stream) and _SHOWS_TEXT.search(content_bytes(one, _MAX_CONTENT)) is not None:
            yield Unseen("orphaned-text", None, one, one.get("/Resources"))
