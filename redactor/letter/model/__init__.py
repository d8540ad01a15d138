"""The parts of a reply to an information request, as an FOI officer names them; what every letter rule reads.

Every part has ``start`` and ``end``: a half-open range in the normalised body text (``TextMap.text``), from which
``TextMap.spans`` and ``TextMap.quads`` lead to the page. Parts refer to one another by their index in the tuple of the
``Letter`` that holds them. No ``repr`` shows document text; ``Letter.value`` reads it.

Sources of the terms: Freedom of Information Act 2000 sections 1, 10, 11, 12, 14, 16, 17 and 50; Environmental
Information Regulations 2004; Freedom of Information (Scotland) Act 2002; the code of practice under section 45.
"""

from redactor.letter.model.citation import Citation, Use
from redactor.letter.model.dates import DateLine, DateMention, DateProblem, DateRole, KnownDate
from redactor.letter.model.enclosures import AnnexMention, Cell, Link, Table
from redactor.letter.model.ends import Addressee, Salutation, Signature
from redactor.letter.model.exemption import Exemption, Factor, Harm, Likelihood, Side
from redactor.letter.model.holding import Holding, HoldingStatement
from redactor.letter.model.kind import KindReading, LetterKind, RegimeMention
from redactor.letter.model.layout import Field, Paragraph, Shape, Zone
from redactor.letter.model.ncnd import Act, Echo, Ncnd
from redactor.letter.model.notes import Clock, ClockEvent, Note, Remark
from redactor.letter.model.place import Passage, Placed
from redactor.letter.model.questions import Answer, Match, Pairing, Path, Question, QuestionLine
from redactor.letter.model.references import Owner, Reference, ReferenceElsewhere
from redactor.letter.model.routes import ComplaintRoute, Contact, ContactKind, ReviewRoute, Window
from redactor.letter.model.whole import Letter

__all__ = [
    "Act",
    "Addressee",
    "AnnexMention",
    "Answer",
    "Cell",
    "Citation",
    "Clock",
    "ClockEvent",
    "ComplaintRoute",
    "Contact",
    "ContactKind",
    "DateLine",
    "DateMention",
    "DateProblem",
    "DateRole",
    "Echo",
    "Exemption",
    "Factor",
    "Field",
    "Harm",
    "Holding",
    "HoldingStatement",
    "KindReading",
    "KnownDate",
    "Letter",
    "LetterKind",
    "Likelihood",
    "Link",
    "Match",
    "Ncnd",
    "Note",
    "Owner",
    "Pairing",
    "Paragraph",
    "Passage",
    "Path",
    "Placed",
    "Question",
    "QuestionLine",
    "Reference",
    "ReferenceElsewhere",
    "RegimeMention",
    "Remark",
    "ReviewRoute",
    "Salutation",
    "Shape",
    "Side",
    "Signature",
    "Table",
    "Use",
    "Window",
    "Zone",
]
