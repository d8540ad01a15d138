"""Streams that do not unpack to their end: what follows the damage is shown by no engine, and was searched by none.

=====================  =========================================================================================
damaged-page           drawing instructions of a page, or of a form, cannot be unpacked to their end
damaged-stream         the same of another stream: a font, metadata, an attachment
=====================  =========================================================================================
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pikepdf

from redactor.formats.pdf.preflight import filter_names
from redactor.model import Feature

_CHUNK = 1 << 20
_FLATE = (["/FlateDecode"], ["/Fl"])


def of_streams(pdf: pikepdf.Pdf) -> Iterator[Feature]:
    """Yield a feature for each page with such instructions, and one for all other such streams together."""
    pages: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages, 1):
        contents = page.obj.get("/Contents")
        for one in contents if isinstance(contents, pikepdf.Array) else (contents,):
            if isinstance(one, pikepdf.Stream):
                pages.setdefault(one.objgen, number)
            elif one is not None:
                yield Feature("damaged-page", f"page {number}", number)
    others = 0
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream) or one.get("/Subtype") == "/Image" or not _is_cut(one):
            continue
        if one.objgen in pages:
            yield Feature("damaged-page", f"page {pages[one.objgen]}", pages[one.objgen])
        elif one.get("/Subtype") == "/Form" or "/PatternType" in one:
            yield Feature("damaged-page", "a drawing that pages use")
        else:
            others += 1
    if others:
        yield Feature("damaged-stream", "the whole file", count=others)


def _is_cut(stream: pikepdf.Stream) -> bool:
    """Return whether a stream does not unpack to its end (RFC 1950: the end is marked)."""
    if stream.get("/Type") in ("/XRef", "/ObjStm"):
        return False  # qpdf has read these, and said so where it could not
    filters = filter_names(stream)
    try:
        if filters not in _FLATE:
            stream.read_bytes()
            return False
        raw = stream.read_raw_bytes()
        if not raw:
            return False
        flate = zlib.decompressobj()
        while raw and not flate.eof:
            flate.decompress(raw, _CHUNK)
            raw = flate.unconsumed_tail
    except (pikepdf.PdfError, zlib.error):
        return True
    return not flate.eof
