"""Bookmarks: read from the source without those that hold something to remove, and written anew.

A bookmark's segment is ``outline/N``, N counted from 1 in the order a reader sees them with everything unfolded.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, String

from redactor.formats.pdf.destinations import Destination, Destinations

_MAX_BOOKMARKS = 100_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One bookmark: how deep it stands (0 at the top), its words, and where it leads."""

    level: int
    title: str
    destination: Destination | None

    def __repr__(self) -> str:
        return f"Bookmark(level={self.level})"


def read(pdf: pikepdf.Pdf, tainted: Collection[str], destinations: Destinations) -> tuple[Bookmark, ...]:
    """Return the bookmarks to keep; those below a dropped one move up into its place."""
    root = pdf.Root.get("/Outlines")
    kept: list[Bookmark] = []
    if not isinstance(root, Dictionary):
        return ()
    seen: set[tuple[int, int]] = set()
    # Each entry: the next bookmark to visit, and the level it would have in the copy.
    waiting: list[tuple[Any, int]] = [(root.get("/First"), 0)]
    position = 0
    while waiting and position < _MAX_BOOKMARKS:
        item, level = waiting.pop()
        if not isinstance(item, Dictionary) or (item.is_indirect and item.objgen in seen):
            continue
        seen.add(item.objgen)
        position += 1
        waiting.append((item.get("/Next"), level))
        keep = f"outline/{position}" not in tainted
        if keep:
            kept.append(Bookmark(level, str(item.get("/Title", "")), destinations.of(item)))
        waiting.append((item.get("/First"), level + 1 if keep else level))
    return tuple(kept)


def write(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Write bookmarks into a PDF that has none, all folded below the first level."""
    if not bookmarks:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    above: list[Dictionary] = [root]
    for bookmark in bookmarks:
        del above[bookmark.level + 1 :]
        parent = above[-1]
        item = pdf.make_indirect(Dictionary(Title=String(bookmark.title), Parent=parent))
        if bookmark.destination is not None:
            item.Dest = bookmark.destination.array(pdf.pages)
        if "/Last" in parent:
            parent.Last.Next, item.Prev = item, parent.Last
        else:
            parent.First = item
        parent.Last = item
        above.append(item)
    _count(root)
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def _count(root: Dictionary) -> None:
    """Write the counts a reader needs to unfold: positive for the root, negative for what is folded."""
    for parent, sign in _parents(root, 1):
        count, child = 0, parent.get("/First")
        while child is not None:
            count, child = count + 1, child.get("/Next")
        parent.Count = sign * count


def _parents(parent: Any, sign: int) -> list[tuple[Any, int]]:
    found: list[tuple[Any, int]] = []
    waiting = [(parent, sign)]
    while waiting:
        node, its_sign = waiting.pop()
        child = node.get("/First")
        if child is not None:
            found.append((node, its_sign))
        while child is not None:
            waiting.append((child, -1))
            child = child.get("/Next")
    return found
