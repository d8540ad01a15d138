"""Pictures of pages as the browser asks for them: drawn when needed, kept while there is room."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.desk.desk import Desk
    from redactor.desk.item import Item

_ROOM = 96 * 1024 * 1024
STEPS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
"""Scales that are drawn, in pixels a point; the browser asks for the next larger, so that few are ever made."""

Key = tuple[str, int, int, bool, float]


class Pictures:
    """A bounded store of drawn pages, least recently used out first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def page(self, item: Item, number: int, scale: float, *, copy: bool) -> bytes:
        """Return a page, of the document or of its redacted copy, as PNG.

        Raises:
            KeyError: there is no such page, or no copy.
        """
        step = next((one for one in STEPS if one >= scale), STEPS[-1])
        if not 1 <= number <= len(item.sheets) or (copy and item.copy.pdf is None):
            raise KeyError(number)
        key = (item.id, item.copy.revision if copy else item.shelf, number, copy, step)
        with self._lock:
            if (known := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return known
        path = item.copy.pdf if copy and item.copy.pdf is not None else item.path
        drawn = self._desk.showing.drawn(path, None if copy else item.password, number, step)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = drawn
                self._size += len(drawn)
            while self._size > _ROOM and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1])
        return drawn

    def forget(self, item: Item) -> None:
        """Drop everything drawn of one document."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == item.id]:
                self._size -= len(self._kept.pop(key))
