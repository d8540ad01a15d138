"""Names that fonts and glyphs bear, and words in code tables and colour profiles, where the file's text says them too.

A font made for one document may be called after it, or after a person. Most are called "Georgia" or "Arial", which no search
for people should see; a word that stands in the text as well is looked at as the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from redactor.formats.pdf import glyph_names, spoken_data
from redactor.formats.pdf.preflight import content_bytes
from redactor.model import Layer, QuadArray, Segment

_MOST = 8 << 20
_KEYS = ("/BaseFont", "/FontName", "/FontFamily", "/CharSet")
_SUBSET = re.compile(r"^/?[A-Z]{6}\+")
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]{3,}|[A-Z]{4,}")


def segment(pdf: pikepdf.Pdf, others: Iterable[Segment]) -> list[Segment]:
    """Return the words of font names that also stand in other segments, as one segment or none."""
    words: dict[str, None] = {}
    for one in pdf.objects:
        for text in _texts(one):
            words.update(dict.fromkeys(_WORD.findall(text)))
    if not words:
        return []
    said = set().union(*(_WORD.findall(other.text) for other in others))
    text = "\t".join(word for word in words if word in said)
    return [Segment("font-names", Layer.NAME, None, text, QuadArray.nowhere(len(text)), "font names")] if text else []


def _texts(one: Any) -> Iterator[str]:
    """Yield the names of a font and of its glyphs, and the words of a code table, a function or a colour profile."""
    if isinstance(one, pikepdf.Stream):
        kind = _kind(one)
        if kind and int(one.get("/Length", 0)) <= _MOST:
            yield from spoken_data.words(kind, content_bytes(one, _MOST))
        return
    if not isinstance(one, pikepdf.Dictionary) or one.get("/Type") not in ("/Font", "/FontDescriptor"):
        return
    for key in _KEYS:
        value = one.get(key)
        if isinstance(value, (pikepdf.Name, pikepdf.String)):
            yield _SUBSET.sub("", _read(value))
    yield from glyph_names.own_names(one)
    table = one.get("/ToUnicode")
    if isinstance(table, pikepdf.Stream):
        yield from spoken_data.words("code table", content_bytes(table, _MOST))


def _kind(stream: Any) -> str:
    if stream.get("/FunctionType") == 4:
        return "function"
    if stream.get("/Type") == "/CMap":
        return "code table"
    return "profile" if "/N" in stream and "/Type" not in stream and "/FunctionType" not in stream else ""


def _read(value: pikepdf.Object) -> str:
    try:
        return str(value)
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1")
