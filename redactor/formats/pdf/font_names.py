"""Names that fonts bear, where they say a word that the file's text says too.

A font made for one document may be called after it, or after a person. Most are called "Georgia" or "Arial", which no search
for people should see; a word that stands in the text as well is looked at as the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pikepdf

from redactor.model import Layer, QuadArray, Segment

_KEYS = ("/BaseFont", "/FontName", "/FontFamily", "/CharSet")
_SUBSET = re.compile(r"^/?[A-Z]{6}\+")
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]{3,}|[A-Z]{4,}")


def segment(pdf: pikepdf.Pdf, others: Iterable[Segment]) -> list[Segment]:
    """Return the words of font names that also stand in other segments, as one segment or none."""
    words: dict[str, None] = {}
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") in ("/Font", "/FontDescriptor"):
            for key in _KEYS:
                value = one.get(key)
                if isinstance(value, (pikepdf.Name, pikepdf.String)):
                    words.update(dict.fromkeys(_WORD.findall(_SUBSET.sub("", _read(value)))))
    if not words:
        return []
    said = set().union(*(_WORD.findall(other.text) for other in others))
    text = "\t".join(word for word in words if word in said)
    return [Segment("font-names", Layer.NAME, None, text, QuadArray.nowhere(len(text)), "font names")] if text else []


def _read(value: pikepdf.Object) -> str:
    try:
        return str(value)
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1")
