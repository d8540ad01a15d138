"""A file as it was read: its source, its segments of text, its pages, pictures and features.

Raw document text lives in ``Segment.text`` alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from redactor.model.kinds import Layer
from redactor.model.place import Quad, QuadArray

_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """The file as it was read: name for people, hash for machines."""

    name: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of raw text in one layer.

    Attributes:
        id: stable address inside the file ("page/3", "info/Title", "outline/2", "link/1/0", "form/Name").
        layer: where it lives.
        page: 1-based page number, or None where the layer has no page.
        text: raw characters; the lines of a page end in a line feed. Halves of surrogate pairs, which a damaged file can
            hold and no recognizer takes, become U+FFFD.
        quads: one a character.
        place: what a person would call the place ("document title", "bookmark 3"); never document text.
        again: True for another reading of words that stand in another segment: it is searched, and no part of the body.
    """

    id: str
    layer: Layer
    page: int | None
    text: str = field(repr=False)
    quads: QuadArray
    place: str = ""
    again: bool = False

    def __post_init__(self) -> None:
        if not self.text.isascii() and _HALVES.search(self.text):
            object.__setattr__(self, "text", _HALVES.sub("\ufffd", self.text))
        if len(self.text) != len(self.quads):
            raise ValueError(f"Segment {self.id}: {len(self.text)} characters but {len(self.quads)} quads.")


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster image (or vector drawing) on a page that no text engine reads.

    ``digest`` is a hash of its pixels, so that a decision about a crest follows it into every letter.
    ``read`` is True once OCR has put its words into an OCR segment.
    """

    id: str
    page: int
    quad: Quad
    digest: str
    width_px: int
    height_px: int
    blank: bool = False
    read: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: size in points as displayed, rotation in degrees, and how much of it could be read.

    ``ocr_confidence`` is the mean over the letters read off its pictures, 0 to 100; None where none were read.
    ``read_twice`` is True where a second reader looked at what the first was not sure of.
    """

    number: int
    width: float
    height: float
    rotation: int
    characters: int
    unmapped_characters: int = 0
    image_coverage: float = 0.0
    ocr_confidence: float | None = None
    read_twice: bool = False


@dataclass(frozen=True, slots=True)
class Feature:
    """Something in the file beside its pages: a carrier of hidden data, or a thing we cannot read.

    ``kind`` is a fixed lower-case word ("javascript", "attachment", "earlier-revision"), ``place`` says where in words
    without document text.
    """

    kind: str
    place: str
    page: int | None = None
    count: int = 1
    quad: Quad | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a format's ``load`` gives: every layer's text with its places, and what could not be read."""

    source: Source
    segments: tuple[Segment, ...]
    pages: tuple[Page, ...]
    pictures: tuple[Picture, ...] = ()
    features: tuple[Feature, ...] = ()
    language: str = ""
    _by_id: dict[str, Segment] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update((segment.id, segment) for segment in self.segments)
        if len(self._by_id) != len(self.segments):
            raise ValueError("Two segments have the same id.")

    def segment(self, segment_id: str) -> Segment:
        """Return the segment with this id; KeyError where there is none."""
        return self._by_id[segment_id]
