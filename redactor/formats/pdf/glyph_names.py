"""Names that a font's code table gives to glyphs: those that are words of their maker's own are taken away."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.pdf.loose import is_plain_name

_PROGRAMS = ("/FontFile2", "/FontFile3")
"""Programs whose glyph names stand in them in clear; those of Type 1 programs are enciphered."""


def own_names(font: Any) -> Iterator[str]:
    """Yield the glyph names of a font that neither the standard nor a number explains, without their slashes."""
    procedures = font.get("/CharProcs")
    with contextlib.suppress(
        UnicodeDecodeError
    ):  # names in other encodings are found among the names of the whole file
        listed = list(procedures.keys()) if isinstance(procedures, Dictionary) else []
        for name in [*listed, *(str(one) for one in _differences(font) if isinstance(one, Name))]:
            if _is_own(name):
                yield name[1:]


def make_plain(font: Any) -> None:
    """Number the glyphs of a Type 3 font, and take names away by which no program can find a glyph."""
    differences = _differences(font)
    if font.get("/Subtype") == Name.Type3:
        names = {name: f"/g{at}" for at, name in enumerate(dict.fromkeys("/" + own for own in own_names(font)))}
        procedures = font.get("/CharProcs")
        for name, new in names.items():
            if isinstance(procedures, Dictionary) and name in procedures:
                procedures[new] = procedures[name]
                del procedures[name]
        _put(font, [Name(names.get(str(one), str(one))) if isinstance(one, Name) else one for one in differences])
        return
    if not any(isinstance(one, Name) and _is_own(str(one)) for one in differences):
        return
    descriptor = font.get("/FontDescriptor")
    held = descriptor if isinstance(descriptor, Dictionary) else Dictionary()
    if "/FontFile" in held:
        return
    programs = [held[key].read_bytes() for key in _PROGRAMS if isinstance(held.get(key), Stream)]
    kept = []
    for one in differences:
        idle = (
            isinstance(one, Name) and _is_own(str(one)) and not any(str(one)[1:].encode() in data for data in programs)
        )
        kept.append(Name("/.notdef") if idle else one)
    _put(font, kept)


def _differences(font: Any) -> list[Any]:
    encoding = font.get("/Encoding")
    differences = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    return list(differences) if isinstance(differences, Array) else []


def _put(font: Any, differences: list[Any]) -> None:
    if differences:
        font.Encoding.Differences = Array(differences)


def _is_own(name: str) -> bool:
    return not is_plain_name(name) and name[1:].partition(".")[0] not in _standard()


@cache
def _standard() -> frozenset[str]:
    from fontTools.agl import AGL2UV

    return frozenset(AGL2UV)
