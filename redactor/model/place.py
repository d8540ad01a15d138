"""Places on a page: boxes, quads, and one quad a character.

In unrotated PDF points with the origin at the top left of the page's crop box.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1."""
Quad = tuple[float, float, float, float, float, float, float, float]
"""x, y of the upper left, upper right, lower left and lower right corner, in the direction of reading."""

_NOWHERE = float("nan")


def quad_of(box: Box) -> Quad:
    """Return the upright quad of a box."""
    x0, y0, x1, y1 = box
    return (x0, y0, x1, y0, x0, y1, x1, y1)


def box_of(quad: Quad) -> Box:
    """Return the smallest upright box around a quad."""
    xs, ys = quad[0::2], quad[1::2]
    return (min(xs), min(ys), max(xs), max(ys))


class QuadArray(Sequence["Quad | None"]):
    """One quad a character, eight 32-bit floats each, so that a thousand pages fit in memory.

    A character with no place on a page (a separator, a metadata value) has None.
    """

    __slots__ = ("_floats",)

    def __init__(self, quads: Iterable[Quad | None] = ()) -> None:
        self._floats = array("f")
        for quad in quads:
            self._floats.extend(quad if quad is not None else (_NOWHERE,) * 8)

    @classmethod
    def nowhere(cls, length: int) -> QuadArray:
        """Return an array of ``length`` characters without a place."""
        made = cls()
        made._floats = array("f", [_NOWHERE]) * (8 * length)
        return made

    @classmethod
    def from_floats(cls, floats: array[float]) -> QuadArray:
        """Take over a flat float array of eight numbers a character; NaN means no place."""
        if len(floats) % 8:
            raise ValueError("A quad array needs eight floats a character.")
        made = cls()
        made._floats = floats
        return made

    def __len__(self) -> int:
        return len(self._floats) // 8

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # the two overloads of Sequence
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step != 1:
                return [self[i] for i in range(start, stop, step)]
            return list(_quads(self._floats[8 * start : 8 * stop]))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        floats = self._floats[8 * index : 8 * index + 8]
        return None if floats[0] != floats[0] else tuple(floats)

    @property
    def floats(self) -> memoryview:
        """Return the numbers themselves, eight 32-bit floats a character, NaN where there is no place; for reading only."""
        return memoryview(self._floats).toreadonly()

    def __iter__(self) -> Iterator[Quad | None]:
        return _quads(self._floats)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, QuadArray) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(self._floats.tobytes())

    def __repr__(self) -> str:
        return f"QuadArray(<{len(self)} characters>)"


def _quads(floats: array[float]) -> Iterator[Quad | None]:
    """Yield the quads of a flat array, eight numbers at a time."""
    flat = iter(floats)
    return (None if quad[0] != quad[0] else quad for quad in zip(flat, flat, flat, flat, flat, flat, flat, flat))  # noqa: B905
