"""What a letter names or holds besides its text: annexes, links and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.letter.model.place import Passage


@dataclass(frozen=True, slots=True)
class AnnexMention:
    """A named annex, appendix, schedule, enclosure or attached file.

    ``key`` is canonical ("annex a", "appendix 2", "attachment", or a file name in lower case). ``present`` is True
    where this place is the annex's own heading in the body.
    """

    start: int
    end: int
    key: str = field(repr=False)
    present: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the file, or an address in plain text that links to nothing.

    Attributes:
        start, end: the words shown; an empty range where no text lies under the link.
        target: where it leads; None for an address in plain text.
        segment_id: the link's own segment; "" for an address in plain text.
        page: 1-based page; None where unknown.
        address: the words shown are an address themselves, so that target and words can be compared.
    """

    start: int
    end: int
    target: str | None = field(repr=False)
    segment_id: str = ""
    page: int | None = None
    address: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``number`` is its value where it holds one number (12, 1,846, 45%, £1.5m), else None."""

    start: int
    end: int
    number: float | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow one another, cells from left to right; the first row is ``rows[0]``, header or not.

    ``header`` is True where the first row has words over numbers. ``title`` is the paragraph above; ``answers`` are
    the answers that it stands in.
    """

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    header: bool
    title: Passage | None = None
    answers: tuple[int, ...] = ()
