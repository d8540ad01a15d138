"""The values that pass from one stage to the next; all frozen, none of them knows a file format.

Boxes and quads are in unrotated PDF points with the origin at the top left of the page's crop box. Spans are half-open.
Raw document text lives in ``Segment.text`` alone, and no ``repr`` here shows it.
"""

from __future__ import annotations

import enum
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1."""
Quad = tuple[float, float, float, float, float, float, float, float]
"""x, y of the upper left, upper right, lower left and lower right corner, in the direction of reading."""

_NOWHERE = float("nan")
_HALVES = re.compile("[\ud800-\udfff]")


def quad_of(box: Box) -> Quad:
    """Return the upright quad of a box."""
    x0, y0, x1, y1 = box
    return (x0, y0, x1, y0, x0, y1, x1, y1)


def box_of(quad: Quad) -> Box:
    """Return the smallest upright box around a quad."""
    xs, ys = quad[0::2], quad[1::2]
    return (min(xs), min(ys), max(xs), max(ys))


class Layer(enum.StrEnum):
    """Where in a file a piece of text lives; every layer is searched, not only the visible one."""

    BODY = "body"
    OCR = "ocr"
    HIDDEN_TEXT = "hidden-text"
    ANNOTATION = "annotation"
    FORM = "form"
    METADATA = "metadata"
    OUTLINE = "outline"
    LINK = "link"
    ATTACHMENT = "attachment"
    STRUCTURE = "structure"
    SCRIPT = "script"
    NAME = "name"
    FILE_NAME = "file-name"
    COMMENT = "comment"


class Action(enum.StrEnum):
    """What is to happen to a finding."""

    REDACT = "redact"
    REVIEW = "review"
    KEEP = "keep"


class Severity(enum.StrEnum):
    """How much an issue weighs: BLOCK stops release, REVIEW asks a person, NOTE informs."""

    BLOCK = "block"
    REVIEW = "review"
    NOTE = "note"


class Status(enum.StrEnum):
    """How a check ended; ERROR counts as FAIL, and NOT_APPLICABLE never as a PASS.

    NOT_APPLICABLE is said of a file somebody else made, which lacks what only copies of our own writer have; what is wrong
    with such a file is for the rules on hidden data and failed redactions to say.
    """

    PASS = "pass"  # noqa: S105  # not a password
    FAIL = "fail"
    ERROR = "error"
    NOT_APPLICABLE = "not applicable"

    @property
    def failed(self) -> bool:
        """Return whether what was to be proved is not: by failure, or because the check did not finish."""
        return self in (Status.FAIL, Status.ERROR)


class Verdict(enum.StrEnum):
    """The gate's word on a file, never assigned but worked out by ``redactor.gate.verdict``."""

    READY = "ready"
    REVIEW = "review"
    BLOCKED = "blocked"


class Mode(enum.StrEnum):
    """Where the reply goes: onto the disclosure log, or to the requester alone."""

    PUBLISH = "publish"
    SEND = "send"


class Width(enum.StrEnum):
    """What becomes of the space that a removed word took up, which tells how wide the word was."""

    GAP = "gap"
    """The box is as wide as the word."""
    RESET = "reset"
    """The line is set anew with a label of fixed width; it is blacked out where that cannot be done."""
    BLOCK = "block"
    """The line, or the cell of the table, is blacked out from margin to margin."""


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


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters of one segment."""

    segment_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that may have to go.

    Attributes:
        id: deterministic within a file ("F-1f3a92c04b").
        entity: what it is ("DIRECT_DIAL"); IMAGE for a picture nobody could read.
        span: where in the text; None for an IMAGE.
        page, quads: where on the page, one quad a line; empty where the layer has no place.
        layer, place: see Segment.
        score: 0 to 1.
        recognizer, why: who found it and one sentence of reason, without document text.
        fingerprint: keyed hash of entity and normalised value; equal values share it.
    """

    id: str
    entity: str
    span: Span | None
    page: int | None
    quads: tuple[Quad, ...]
    layer: Layer
    place: str
    score: float
    recognizer: str
    why: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The one effective decision on a finding, and whose it is.

    ``by`` is "policy" or the person named in the decisions file.
    """

    finding_id: str
    action: Action
    exemption: str = ""
    reason: str = ""
    by: str = "policy"
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that shows an issue, one a side where two contradict each other.

    ``text`` is the passage in clear; it is empty unless the caller asked to be shown values. ``label`` says in a few words
    what the passage is, where there are several: "The refusal", "What gives it away".
    """

    page: int | None
    boxes: tuple[Box, ...] = ()
    text: str = field(default="", repr=False)
    label: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """A thing a person must know before release, with its permanent code."""

    code: str
    severity: Severity
    message: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    fix: str = ""
    unchecked: bool = False
    """True where the file, or part of it, could not be checked at all (exit code 30)."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one verification check tried and how it ended."""

    code: str
    title: str
    status: Status
    evidence: str
    page: int | None = None


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


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asked, as the case file knows it."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.names, self.emails, self.phones, self.addresses, self.organisations, self.references))

    def __repr__(self) -> str:
        return f"Requester(<{sum(map(len, (self.names, self.emails, self.phones, self.addresses)))} values>)"


@dataclass(frozen=True, slots=True)
class Case:
    """What the officer knows about the request."""

    mode: Mode = Mode.PUBLISH
    regime: str = ""
    kind: str = ""
    """What kind of letter it is, as ``LetterKind`` has them; "" to take it from the letter."""
    authority: str = ""
    reference: str = ""
    received: date | None = None
    sent: date | None = None
    requester: Requester = field(default_factory=Requester)
    staff: tuple[str, ...] = ()
    """Names of staff the officer has cleared for release."""
    team_lines: tuple[str, ...] = ()
    """Telephone numbers that reach a team and may be published."""
