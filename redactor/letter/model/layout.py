"""How a letter is laid out: its zones, its paragraphs, its labels with their values."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from redactor.letter.model.place import Passage


class Zone(enum.StrEnum):
    """Which part of the letter a paragraph stands in."""

    HEADER = "header"
    """Before the salutation: addresses, references, the date."""
    OPENING = "opening"
    """After the salutation and before the request is quoted: subject line, thanks."""
    REQUEST = "request"
    """The request in the requester's words."""
    REPLY = "reply"
    """What the authority answers, its reasons included."""
    APPEAL = "appeal"
    """Internal review and complaint to the Commissioner."""
    CLOSE = "close"
    """From "Yours sincerely" to the end of the signature."""
    ANNEX = "annex"
    """After the signature, under a heading such as "Annex A"."""
    FURNITURE = "furniture"
    """Repeated heads and feet of pages."""


class Shape(enum.StrEnum):
    """How a paragraph is set."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    """It begins with a number, a letter or a bullet."""
    ROW = "row"
    """A row of a table; its cells are parted by tabs."""
    FIELD = "field"
    """A label and its value: "Our ref: 123"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item, heading, field or table row.

    Attributes:
        start, end: the paragraph with its number or bullet.
        body: where its text begins, after the number or bullet; ``start`` where it has none.
        zone, shape: see there.
        sentences: half-open ranges, in order, inside ``body`` to ``end``.
        welsh: the paragraph is in Welsh; nothing was read from its words.
    """

    start: int
    end: int
    body: int
    zone: Zone
    shape: Shape
    sentences: tuple[Passage, ...] = ()
    welsh: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value on one line ("Postal Address: As above"); an empty value range where it is blank."""

    start: int
    end: int
    label: Passage
    value: Passage
    zone: Zone
