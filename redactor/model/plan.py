"""What is to be taken out of a file, and how."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.model.kinds import Width
from redactor.model.place import Quad


@dataclass(frozen=True, slots=True)
class Redaction:
    """One thing to remove from a page: quads to blank, and the code to print on the box."""

    finding_id: str
    page: int
    quads: tuple[Quad, ...]
    label: str
    entity: str
    picture_id: str | None = None
    width: Width = Width.GAP
    area: bool = False
    """True where an officer marked a place rather than words: everything in it goes, however many lines it holds."""
    form_field: bool = False
    """True where the quads are a form field's own, which was as wide before anybody filled it in: all in it goes."""

    @property
    def whole(self) -> bool:
        """Return True where all that lies in the quads goes, and not just the one line of text whose quads they are."""
        return self.area or self.form_field or self.picture_id is not None

    @property
    def is_gap(self) -> bool:
        """Return True where the box is as wide as words that were removed."""
        return self.width is Width.GAP and not self.form_field and self.picture_id is None


@dataclass(frozen=True, slots=True)
class MovedGlyph:
    """A character that stays, where it stood and where it stands in a line set anew."""

    text: str = field(repr=False)
    old: Quad
    new: Quad


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line, or a cell of a table, that the writer set anew or blacked out so that it tells no width.

    Attributes:
        page: 1-based.
        area: the line from margin to margin.
        blocked: True where it was blacked out as a whole, with what else stood on it.
        glyphs: the characters that stay, in order.
        labels: where the boxes stand that replace the removed words, with the findings they stand for.
    """

    page: int
    area: Quad
    blocked: bool
    glyphs: tuple[MovedGlyph, ...] = field(repr=False, default=())
    labels: tuple[tuple[str, Quad], ...] = ()


@dataclass(frozen=True, slots=True)
class RedactionPlan:
    """Everything ``redact`` needs to know, and nothing it could leak by printing.

    Attributes:
        redactions: boxes by page.
        tainted: ids of segments outside the page (title, bookmarks, links) that hold something to remove.
        title: the document title to write when the old one is tainted or missing.
        fill, ink: RGB between 0 and 1 of box and label.
    """

    redactions: tuple[Redaction, ...]
    tainted: frozenset[str] = frozenset()
    title: str = ""
    fill: tuple[float, float, float] = (0.0, 0.0, 0.0)
    ink: tuple[float, float, float] = (1.0, 1.0, 1.0)
