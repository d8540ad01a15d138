"""Where a bookmark or a link inside the document leads: a page and a point on it, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

_MAX_NAMES = 200_000


@dataclass(frozen=True, slots=True)
class Destination:
    """A 0-based page and, in its user space, the upper left corner to show; None keeps the reader's own."""

    page: int
    left: float | None = None
    top: float | None = None

    def array(self, pages: pikepdf.PageList) -> Array:
        """Return it as an explicit destination of type XYZ (ISO 32000-1, table 151)."""
        return Array([pages[self.page].obj, Name.XYZ, self.left, self.top, None])


class Destinations:
    """Resolves destinations and GoTo actions of one PDF, named ones included."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._names: dict[bytes, Any] = {}
        names = pdf.Root.get("/Names")
        if isinstance(names, Dictionary) and isinstance(names.get("/Dests"), Dictionary):
            self._collect(names.Dests, set())
        old = pdf.Root.get("/Dests")
        if isinstance(old, Dictionary):
            self._names.update((key[1:].encode(), old[key]) for key in list(old.keys()))

    def _collect(self, node: Any, seen: set[tuple[int, int]]) -> None:
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            return
        seen.add(node.objgen)
        pairs = node.get("/Names")
        if isinstance(pairs, Array):
            for index in range(0, min(len(pairs) - 1, _MAX_NAMES), 2):
                if isinstance(pairs[index], pikepdf.String):
                    self._names[bytes(pairs[index])] = pairs[index + 1]
        kids = node.get("/Kids")
        for kid in kids if isinstance(kids, Array) else ():
            self._collect(kid, seen)

    def of(self, holder: Any) -> Destination | None:
        """Return where a bookmark or link annotation leads inside this document, or None."""
        target = holder.get("/Dest")
        action = holder.get("/A")
        if target is None and isinstance(action, Dictionary) and action.get("/S") == Name.GoTo:
            target = action.get("/D")
        if isinstance(target, Name):
            target = self._names.get(str(target)[1:].encode())
        elif isinstance(target, pikepdf.String):
            target = self._names.get(bytes(target))
        if isinstance(target, Dictionary):
            target = target.get("/D")
        return self._explicit(target)

    def _explicit(self, target: Any) -> Destination | None:
        if not isinstance(target, Array) or len(target) < 2 or not isinstance(target[0], Dictionary):
            return None
        page = self._pages.get(target[0].objgen)
        if page is None:
            return None
        kind = str(target[1])
        left, top = {"/XYZ": (2, 3), "/FitH": (None, 2), "/FitBH": (None, 2), "/FitV": (2, None), "/FitR": (2, 5)}.get(
            kind, (None, None)
        )
        return Destination(page, _number(target, left), _number(target, top))


def _number(target: Array, index: int | None) -> float | None:
    if index is None or index >= len(target):
        return None
    try:
        return float(target[index])
    except (TypeError, ValueError):
        return None
