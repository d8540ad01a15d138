"""The letter, read: all its parts in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.letter.model.citation import Citation
from redactor.letter.model.dates import DateLine, DateMention
from redactor.letter.model.enclosures import AnnexMention, Link, Table
from redactor.letter.model.ends import Salutation, Signature
from redactor.letter.model.exemption import Exemption, Factor
from redactor.letter.model.holding import HoldingStatement
from redactor.letter.model.kind import KindReading, RegimeMention
from redactor.letter.model.layout import Field, Paragraph
from redactor.letter.model.ncnd import Echo, Ncnd
from redactor.letter.model.notes import ClockEvent, Note, Remark
from redactor.letter.model.place import Passage, Placed
from redactor.letter.model.questions import Answer, Question, QuestionLine
from redactor.letter.model.references import Reference, ReferenceElsewhere
from redactor.letter.model.routes import ComplaintRoute, ReviewRoute


@dataclass(frozen=True, slots=True)
class Letter:
    """A reply, read. Tuples are in the order of the text.

    Attributes:
        text: the normalised body text that all ranges lie in.
        regime: which law it was read by: the one asked for, else the case file's, else what the text says, else "foia".
        regime_in_text: what the authority's own words say; "" where they name none or the quoted request alone does.
        request: the quoted request from first to last paragraph; None where none is quoted.
        attachments: names of files attached inside the file.
    """

    text: str = field(repr=False)
    kind: KindReading
    regime: str
    regime_in_text: str
    regimes: tuple[RegimeMention, ...]
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    fields: tuple[Field, ...] = field(repr=False)
    dates: tuple[DateMention, ...]
    date_line: DateLine
    references: tuple[Reference, ...]
    references_elsewhere: tuple[ReferenceElsewhere, ...]
    salutations: tuple[Salutation, ...]
    request: Passage | None
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    question_map: tuple[QuestionLine, ...]
    holdings: tuple[HoldingStatement, ...]
    citations: tuple[Citation, ...]
    exemptions: tuple[Exemption, ...]
    factors: tuple[Factor, ...]
    ncnd: tuple[Ncnd, ...]
    echoes: tuple[Echo, ...]
    review: ReviewRoute | None
    complaint: ComplaintRoute | None
    annexes: tuple[AnnexMention, ...]
    attachments: tuple[str, ...] = field(repr=False)
    links: tuple[Link, ...]
    tables: tuple[Table, ...]
    signatures: tuple[Signature, ...]
    clock: tuple[ClockEvent, ...]
    notes: tuple[Note, ...]

    def value(self, part: Placed) -> str:
        """Return a part's words with line and cell breaks as single spaces; never for a message or a log."""
        return " ".join(self.text[part.start : part.end].split())

    def paragraph_at(self, position: int) -> Paragraph | None:
        """Return the paragraph that holds a position of the text; None between paragraphs."""
        for paragraph in self.paragraphs:
            if paragraph.start <= position < paragraph.end:
                return paragraph
        return None

    def remarks(self, remark: Remark) -> tuple[Note, ...]:
        """Return the sentences of one kind."""
        return tuple(note for note in self.notes if note.remark is remark)
