"""Read text that a page may never show: in forms, tiling patterns, soft masks and drawn letters.

Each such stream becomes a page of its own, which pdfium then reads like any other. Pages themselves need no exploding:
pdfium's text ignores the page's edges, clipping and switched-off layers (tests/verify/test_explode.py holds it to that).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

__all__ = ["hidden_texts"]

_FAR = [-20000, -20000, 20000, 20000]
_LAYERED = re.compile(rb"/OC\s*/[^\s/]+\s+BDC")
_HAS_TEXT = re.compile(rb"T[jJ]|['\"]|\bDo\b")


def hidden_texts(data: bytes, *, password: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield where (in words of ours) and what text for every stream that draws, other than the pages' own.

    Raises:
        pikepdf.PdfError: a stream that draws cannot be unpacked.
        pypdfium2.PdfiumError: pdfium cannot read what was made of it.
    """
    with pikepdf.open(io.BytesIO(data), password=password or "", suppress_warnings=True) as pdf:
        drawn = list(_streams(pdf))
        if not drawn:
            return
        fallback = next((page.obj.get("/Resources") for page in pdf.pages), None)
        del pdf.pages[:]
        for _, content, resources in drawn:
            page = Dictionary(Type=Name.Page, MediaBox=Array(_FAR))
            page.Resources = resources if resources is not None else fallback or Dictionary()
            page.Contents = pdf.make_stream(_LAYERED.sub(b"/OCx BMC", content))
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        for thing in pdf.objects:
            dictionary = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
            if isinstance(dictionary, Dictionary) and "/OC" in dictionary:
                del dictionary["/OC"]
        made = io.BytesIO()
        pdf.save(made, compress_streams=False)
    with pypdfium2.PdfDocument(made.getvalue()) as exploded:
        for index, (place, _, _) in enumerate(drawn):
            page = exploded[index]
            textpage = page.get_textpage()
            yield place, textpage.get_text_range()
            textpage.close()
            page.close()


def _streams(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes, pikepdf.Object | None]]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            if thing.get("/Subtype") == Name.Form or thing.get("/PatternType") == 1:
                content = thing.read_bytes()
                if _HAS_TEXT.search(content):
                    kind = "form" if thing.get("/Subtype") == Name.Form else "pattern"
                    yield f"object {thing.objgen[0]} ({kind})", content, thing.get("/Resources")
        elif isinstance(thing, Dictionary) and thing.get("/Subtype") == Name.Type3:
            glyphs = thing.get("/CharProcs")
            for glyph in glyphs.values() if isinstance(glyphs, Dictionary) else ():
                content = glyph.read_bytes() if isinstance(glyph, pikepdf.Stream) else b""
                if _HAS_TEXT.search(content):
                    yield f"object {thing.objgen[0]} (drawn letters)", content, thing.get("/Resources")
