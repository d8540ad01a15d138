"""Which objects of a PDF anything refers to, read from their serialised form because that is quick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_REFERENCE = re.compile(rb"(\d{1,10}) (\d{1,5}) R\b")


def unreachable(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every object that cannot be reached from the trailer.

    A string that happens to look like a reference can hide an object from this search, never accuse one falsely.
    """
    objects: dict[tuple[int, int], Any] = {}
    for number, one in enumerate(pdf.objects, 1):
        key = one.objgen if isinstance(one, pikepdf.Object) else (number, 0)
        objects[key] = one
    reached: set[tuple[int, int]] = set()
    waiting = _references(pdf.trailer)
    while waiting:
        key = waiting.pop()
        if key in reached:
            continue
        reached.add(key)
        if isinstance(objects.get(key), pikepdf.Object):
            waiting += _references(objects[key])
    for key, one in objects.items():
        if key not in reached and one is not None:
            yield one


def found_in(raw: bytes) -> list[tuple[int, int]]:
    """Return object and generation number of each reference in an object's serialised form."""
    return [(int(number), int(generation)) for number, generation in _REFERENCE.findall(raw)]


def _references(one: pikepdf.Object) -> list[tuple[int, int]]:
    raw = one.stream_dict if isinstance(one, pikepdf.Stream) else one
    if not isinstance(raw, (pikepdf.Dictionary, pikepdf.Array)):
        return []
    return found_in(raw.unparse(resolved=True))
