"""The parts of a reply to an information request, as an FOI officer names them; what every letter rule reads.

Every part has ``start`` and ``end``: a half-open range in the normalised body text (``TextMap.text``), from which
``TextMap.spans`` and ``TextMap.quads`` lead to the page. Parts refer to one another by their index in the tuple of the
``Letter`` that holds them. No ``repr`` shows document text; ``Letter.value`` reads it.

Sources of the terms: Freedom of Information Act 2000 sections 1, 10, 11, 12, 14, 16, 17 and 50; Environmental
Information Regulations 2004; Freedom of Information (Scotland) Act 2002; the code of practice under section 45.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from redactor.law import Provision

Path = tuple[str, ...]
"""A question's number, one lower-case token a level: ("1",), ("1", "a"), ("1", "a", "ii"); () where it has none."""


class Placed(Protocol):
    """Anything with a half-open range in the normalised body text."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def end(self) -> int:
        """Return where it ends."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in the letter and nothing more."""

    start: int
    end: int


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


class LetterKind(enum.StrEnum):
    """What sort of letter it is."""

    ACKNOWLEDGEMENT = "acknowledgement"
    CLARIFICATION = "clarification"
    EXTENSION = "extension"
    FULL = "full disclosure"
    PARTIAL = "partial disclosure"
    REFUSAL = "refusal"
    NCND = "neither confirm nor deny"
    COST = "cost refusal"
    VEXATIOUS = "vexatious or repeated"
    NOT_HELD = "not held"
    REVIEW = "internal review outcome"
    NONE = "none"
    """No reply to an information request, or one in which nothing was recognised."""


@dataclass(frozen=True, slots=True)
class KindReading:
    """The kind of the letter and the reason why it was taken for that.

    ``start`` to ``end`` is the sentence that decided it (empty range at 0 where none did); ``why`` is a plain sentence
    without document text.
    """

    kind: LetterKind
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RegimeMention:
    """A place where a regime is named in words: "foia", "eir", "foisa", "eisr", "dpa" or "dpa1998"."""

    start: int
    end: int
    regime: str
    quoted: bool
    """True inside the quoted request: the requester may cite what they like."""


class DateRole(enum.StrEnum):
    """What a date in the letter is the date of."""

    SENT = "sent"
    """The letter's own date."""
    RECEIVED = "received"
    REQUESTED = "requested"
    CLARIFIED = "clarified"
    """Clarification was asked for or given."""
    PROMISED = "promised"
    """The date by which an answer is promised (s17(2) estimate, due date)."""
    REVIEW = "review"
    """An internal review was asked for."""
    OTHER = "other"


class DateProblem(enum.StrEnum):
    """What is wrong with a date as written."""

    IMPOSSIBLE = "impossible"
    """No such day: 31/02/2024."""
    WEEKDAY = "weekday"
    """The day of the week named beside it is another one."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written.

    Attributes:
        value: the day, read day first; None where it is impossible.
        other: the day read month first, where that too is a day and another one (05/06/2024); else None.
        role, zone: what it is the date of, and where it stands.
        problem: None where nothing is wrong.
    """

    start: int
    end: int
    value: date | None
    role: DateRole
    zone: Zone
    other: date | None = None
    problem: DateProblem | None = None


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A day taken from the case file (``mention`` None) or from the letter (index into ``Letter.dates``)."""

    value: date
    mention: int | None


@dataclass(frozen=True, slots=True)
class DateLine:
    """Received, due, sent; the case file goes before the letter, "received" before "requested".

    Attributes:
        requested, received, sent: None where neither case file nor letter says.
        disputes: indexes into ``Letter.dates`` of dates that claim one of these roles with another day.
        due: the last day for an answer; None without a day of receipt or where the calendar does not reach.
        working_day: which working day after receipt the letter was sent on (0 on the day itself); None if unknown.
        days_late: working days after ``due``; 0 in time; None if unknown.
        holidays: the bank holidays left out of the count between receipt and the later of due and sent, with names.
    """

    requested: KnownDate | None = None
    received: KnownDate | None = None
    sent: KnownDate | None = None
    disputes: tuple[int, ...] = ()
    due: date | None = None
    working_day: int | None = None
    days_late: int | None = None
    holidays: tuple[tuple[date, str], ...] = ()


class Owner(enum.StrEnum):
    """Whose a reference is."""

    OURS = "ours"
    YOURS = "yours"
    QUOTED = "quoted"
    """Inside the request's own words."""
    EARLIER = "earlier"
    """Of another or an earlier request that the letter mentions."""
    OTHER = "other"
    """A crime number, an invoice, the Commissioner's case."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference number in the body.

    Attributes:
        start, end: the reference itself; an empty range after its label where it is blank.
        owner: whose.
        key: letters and digits in capitals with O as 0 and I, L as 1, so that two readings of one scan agree; "" if blank.
        zone: where it stands.
        labelled: it stands behind a label such as "Our ref:".
        exact: False where the key needed a letter taken for a digit or a gap closed (likely scanning noise).
    """

    start: int
    end: int
    owner: Owner
    key: str = field(repr=False)
    zone: Zone = Zone.HEADER
    labelled: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class ReferenceElsewhere:
    """A reference outside the body: document title, bookmark, file name. The range is raw, in its segment."""

    segment_id: str
    place: str
    start: int
    end: int
    key: str = field(repr=False)


class Addressee(enum.StrEnum):
    """Whom the salutation greets."""

    BLANK = "blank"
    NAMED = "named"
    GENERAL = "general"
    """"Sir or Madam", "Applicant", "Requester"."""
    PLACEHOLDER = "placeholder"
    """"[Name]", "XXXX", "<<Title>>"."""


@dataclass(frozen=True, slots=True)
class Salutation:
    """A greeting of the letter's own (not one inside the quoted request).

    ``name_start`` to ``name_end`` is whom it greets, without the comma; an empty range where that is blank.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    addressee: Addressee


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the request.

    Attributes:
        start, end: the question's words, without its number.
        path: its number; () where it has none.
        label: where its number stands as written; None where it has none.
        parent: index of the question it is a part of ("1" for "1a"); None at the top.
        stem: it only leads into its parts ("1. Does the force use") and needs no answer of its own.
        words: its content words, lower case, shortened to a stem.
        names: its proper names and acronyms, lower case.
    """

    start: int
    end: int
    path: Path
    label: Passage | None = None
    parent: int | None = None
    stem: bool = False
    words: frozenset[str] = field(default=frozenset(), repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)


class Pairing(enum.StrEnum):
    """By what an answer was joined to its question."""

    NUMBER = "number"
    REPEATED = "repeated"
    """The question's words stand above the answer."""
    ROW = "row"
    """Both stand in one row of a table."""
    ORDER = "order"
    """As many answers as questions, in the same order."""
    WORDS = "words"
    """A sentence of the reply has the words of a question that nothing else answers."""
    WHOLE = "whole"
    """The letter answers the request as a whole."""
    NOTHING = "nothing"
    """Joined to none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the letter says to one question, to several, or to the whole request.

    Attributes:
        start, end: the answer's words, without number and repeated question; an empty range where nothing follows.
        paths: the question numbers it claims ("Questions 1 to 3" has three); () where it has none.
        label: where its number or heading stands; None where it has none.
        questions: indexes of the questions that it answers.
        pairing: by what they were joined.
        holdings: all that its sentences say about holding; DISCLOSED alone where it says nothing about holding and
            plainly gives information (a number, yes or no, a list); empty where there is nothing of either.
        overlap: share (0 to 1) of its questions' content words that return in it or in its heading.
        strangers: proper names and acronyms that its first sentence speaks of as its subject and that stand in no
            question; lower case. The ANPR in "The ANPR cameras are ..." where nobody asked about ANPR.
    """

    start: int
    end: int
    paths: tuple[Path, ...]
    label: Passage | None = None
    questions: tuple[int, ...] = ()
    pairing: Pairing = Pairing.NOTHING
    holdings: frozenset[Holding] = frozenset()
    overlap: float = 0.0
    strangers: frozenset[str] = field(default=frozenset(), repr=False)


class Match(enum.StrEnum):
    """How question and answer stand to each other."""

    ANSWERED = "answered"
    MISSING = "missing"
    """A question without an answer."""
    EXTRA = "extra"
    """An answer whose number no question has, and whose words fit none."""
    RENUMBERED = "renumbered"
    """Its words fit another question than its number does."""
    OTHER_SUBJECT = "other subject"
    """It speaks of something that the question does not ask about."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One line of the question and answer map; ``start`` and ``end`` mark the answer, or the question if it has none.

    ``question`` and ``answers`` are indexes; ``fits`` is, for RENUMBERED, the question whose words it fits better.
    """

    start: int
    end: int
    match: Match
    question: int | None
    answers: tuple[int, ...]
    fits: int | None = None


class Holding(enum.StrEnum):
    """What a sentence says about whether information is held, or what becomes of it."""

    HELD = "held"
    DISCLOSED = "disclosed"
    NOT_HELD = "not held"
    NCND = "neither confirmed nor denied"
    REFUSED = "refused"
    """Withheld, exempt, redacted, refused."""
    ELSEWHERE = "elsewhere"
    """Already published or within reach by other means (s21)."""
    UNCLEAR = "unclear"
    """"May hold", "potentially": says neither."""


@dataclass(frozen=True, slots=True)
class HoldingStatement:
    """A sentence of the reply that says whether information is held.

    Attributes:
        start, end: the sentence.
        cue: the words in it that say so.
        holding: what they say.
        answers: indexes of the answers it stands in, or whose questions it names ("questions 1, 2 and 4").
        whole: it speaks of the whole request.
        cited: the sentence, its paragraph or one that it leads into ("by virtue of the following exemptions:")
            cites an exemption.
    """

    start: int
    end: int
    cue: Passage
    holding: Holding
    answers: tuple[int, ...] = ()
    whole: bool = False
    cited: bool = False


class Use(enum.StrEnum):
    """What a citation does in the letter."""

    RELIED_ON = "relied on"
    """To withhold information, or to refuse the request."""
    NCND = "neither confirm nor deny"
    DISCUSSED = "discussed"
    """An exemption is explained, weighed or named in a heading."""
    DECLINED = "declined"
    """The letter says that it does not apply or is no longer relied on."""
    MACHINERY = "machinery"
    """No exemption: the right (s1), the clock (s10), the notice (s17), advice (s16), complaint (s50)."""
    QUOTED = "quoted"
    """Inside the quoted request."""


class Side(enum.StrEnum):
    """For which outcome a passage on the public interest argues."""

    FOR = "for"
    """For disclosure, or for confirming or denying."""
    AGAINST = "against"
    """For the exemption."""
    CONCLUSION = "conclusion"
    """Where the balance lies."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision cited in the body; "section 31(1)(a) and (b)" is two, at one place.

    Attributes:
        start, end: as written.
        regime: "foia", "eir" or "foisa": the law that the words near it name, else the letter's.
        named: the words at the citation themselves say which law ("Reg", "FOISA", "of the Freedom of Information Act").
        section, limb: number and limb as ``redactor.law`` has them: "31", "(1)(a)"; limb "" where cited bare.
        code: the usual short form ("s31(1)(a)").
        provision: what the law says of it (class, test, role), or of the nearest limb above it that the law has; None
            where it has no such section.
        use: what it does here.
        side: the side of the public interest passage in which it stands; None elsewhere.
        heading: it stands in a heading.
        answers: indexes of the answers it belongs to.
    """

    start: int
    end: int
    regime: str
    named: bool
    section: str
    limb: str
    code: str
    provision: Provision | None = None
    use: Use = Use.DISCUSSED
    side: Side | None = None
    heading: bool = False
    answers: tuple[int, ...] = ()

    @property
    def exemption(self) -> bool:
        """Return True for an exemption or exception, or a reason not to comply (cost, vexatious)."""
        return self.provision is not None and self.provision.role != "procedure"

    @property
    def ncnd_limb(self) -> bool:
        """Return True where this limb lifts the duty to confirm or deny: 31(3), 24(2), 40(5B)."""
        return self.provision is not None and self.provision.ncnd


class Likelihood(enum.StrEnum):
    """The level of prejudice claimed."""

    WOULD = "would"
    LIKELY = "would be likely to"
    OTHER = "could or might"
    """Below the statutory test."""


@dataclass(frozen=True, slots=True)
class Harm:
    """A sentence that says what would follow from disclosure; ``level`` as worded (a sentence with two has the lower)."""

    start: int
    end: int
    level: Likelihood


@dataclass(frozen=True, slots=True)
class Factor:
    """A passage on the public interest.

    ``start`` to ``end`` are its words without the heading; ``heading`` is the heading or lead-in ("Factors favouring
    disclosure:"). ``sections`` are the sections named in its heading or passage, or open when it was met; a passage on
    all of them ("Balance test") has all. ``ncnd`` is True where it weighs confirming or denying. ``grounds`` are the
    sections again, of regulation 12 the paragraphs ("12(5)(e)"), each of which has a test of its own.
    """

    start: int
    end: int
    side: Side
    sections: tuple[str, ...]
    heading: Passage | None = None
    ncnd: bool = False
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exemption:
    """One section, or one paragraph of regulation 12, that the letter relies on, and all that it says about it.

    Attributes:
        start, end: its first citation that is relied on.
        regime, section: which.
        limbs: the distinct limbs relied on, as "(1)(a)", or where none is, those cited at all; () where it is only ever bare.
        citations: indexes into ``Letter.citations``.
        ncnd: relied on to neither confirm nor deny; substantive: to withhold. Both may be True.
        reasons: sentences that give reasons: they stand under its heading or cite it, and say more than the citation.
        harms: sentences among its reasons and factors that claim a level of prejudice.
        factors_for, factors_against, conclusions: indexes into ``Letter.factors``.
        opinion: the sentence on the qualified person's opinion (s36); None where there is none.
        answers: indexes of the answers it belongs to.
    """

    start: int
    end: int
    regime: str
    section: str
    limbs: tuple[str, ...]
    citations: tuple[int, ...]
    ncnd: bool = False
    substantive: bool = False
    reasons: tuple[Passage, ...] = ()
    harms: tuple[Harm, ...] = ()
    factors_for: tuple[int, ...] = ()
    factors_against: tuple[int, ...] = ()
    conclusions: tuple[int, ...] = ()
    opinion: Passage | None = None
    answers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ncnd:
    """A statement that the authority neither confirms nor denies.

    Attributes:
        start, end: the sentence.
        cue: the words that say so.
        scope: what is neither confirmed nor denied, as far as the sentence says; None where it only says "the request".
        other: the scope is "any OTHER / further / additional information": a part may be confirmed without contradiction.
        topic: content words of the scope, of its question where the scope says only "this" or "the request".
        narrow: the words that limit the topic to a part of it ("covert" beside "overt"): those of the scope that the
            question does not have or shares with an alternative.
        answers: indexes of the answers it stands in.
        head: the words of the topic that name the thing itself ("intelligence" of "intelligence on the march"); a
            sentence that shares only the others may speak of something else.
    """

    start: int
    end: int
    cue: Passage
    scope: Passage | None
    other: bool
    topic: frozenset[str] = field(default=frozenset(), repr=False)
    narrow: frozenset[str] = field(default=frozenset(), repr=False)
    answers: tuple[int, ...] = ()
    head: frozenset[str] = field(default=frozenset(), repr=False)


class Act(enum.StrEnum):
    """What a sentence does to a topic that is neither confirmed nor denied."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    COUNTS = "counts"
    """It gives a number."""
    NAMES = "names"
    """It says who or what, as a fact."""
    PRESUPPOSES = "presupposes"
    """"The information is ...", "the withheld information": only what exists can be so described."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence of the reply that touches a topic neither confirmed nor denied.

    ``ncnd`` is an index into ``Letter.ncnd`` (for PRESUPPOSES the nearest one); ``shared`` are the topic words that
    both have; ``narrow`` is True where it also has the words that limit the topic ("covert"), or where there are none.
    """

    start: int
    end: int
    act: Act
    ncnd: int
    shared: frozenset[str] = field(default=frozenset(), repr=False)
    narrow: bool = False


class ContactKind(enum.StrEnum):
    """By what means somebody may be reached."""

    EMAIL = "e-mail"
    PHONE = "telephone"
    WEB = "web"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the authority or the Commissioner; ``value`` without spaces around it."""

    start: int
    end: int
    kind: ContactKind
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Window:
    """A period: "within 40 working days", "two months". ``unit`` is "working days", "days", "weeks", "months"."""

    start: int
    end: int
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class ReviewRoute:
    """What the letter says about an internal review (s17(7)(a), reg 11, FOISA s20).

    Attributes:
        start, end: first to last paragraph on it.
        offered: False where the letter says that there is no such procedure.
        windows: periods for asking for it; answers: periods in which it will be done.
        contacts: where to ask; addresses and numbers of the Commissioner are not among them.
        same_address: "to this address", "at the address above", "by replying to this e-mail".
    """

    start: int
    end: int
    offered: bool
    windows: tuple[Window, ...] = ()
    answered_in: tuple[Window, ...] = ()
    contacts: tuple[Contact, ...] = ()
    same_address: Passage | None = None


@dataclass(frozen=True, slots=True)
class ComplaintRoute:
    """What the letter says about complaint to a Commissioner (s17(7)(b), s50; FOISA s47).

    ``commissioner`` is "ico" or "sic" (Scottish); ``names`` are the places where the Commissioner is named;
    ``right`` is the sentence that gives the right to complain, None where the Commissioner is merely named.
    """

    start: int
    end: int
    commissioner: str
    names: tuple[Passage, ...]
    right: Passage | None = None
    windows: tuple[Window, ...] = ()
    contacts: tuple[Contact, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value on one line ("Postal Address: As above"); an empty value range where it is blank."""

    start: int
    end: int
    label: Passage
    value: Passage
    zone: Zone


@dataclass(frozen=True, slots=True)
class Signature:
    """From the closing words to the last line of the signature block.

    ``closing`` is "Yours sincerely"; ``lines`` are the lines that follow, names and titles alike.
    """

    start: int
    end: int
    closing: Passage | None
    lines: tuple[Passage, ...] = ()


class Clock(enum.StrEnum):
    """What stops or moves the twenty days."""

    CLARIFICATION = "clarification"
    """s1(3), reg 9(2)(a)."""
    FEE = "fee notice"
    """s9."""
    EXTENSION = "extension"
    """Public interest (s10(3) with s17(2)) or complexity (reg 7)."""
    APOLOGY = "apology for delay"


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """A sentence about the clock; ``dates`` are indexes into ``Letter.dates`` of the days it names."""

    start: int
    end: int
    kind: Clock
    dates: tuple[int, ...] = ()


class Remark(enum.StrEnum):
    """Sentences that a rule asks for, or asks to be absent."""

    DISCLAIMER = "should not be taken as indicating"
    """After NCND: neither answer may be inferred."""
    HELP = "advice and assistance"
    """s16: narrow it, ask another body, look there."""
    COST_LIMIT = "cost limit"
    """The limit in pounds or hours (s12, regulations of 2004)."""
    COST_ESTIMATE = "cost estimate"
    NARROWING = "narrowing"
    """How the request could be brought under the limit."""
    TRANSFER = "transfer"
    """Another authority holds it."""
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"
    FORM_ASKED = "form asked for"
    """s11, in the request: "in Excel format"."""
    FORM_REFUSED = "form refused"
    OPINION = "qualified person's opinion"
    NO_INTEREST_TEST = "no public interest test"
    """The letter says that none is needed (absolute exemption)."""
    REFUSAL_NOTICE = "refusal notice"
    """"This letter acts as a refusal notice"."""
    CLASS_ABSOLUTE = "called absolute"
    CLASS_QUALIFIED = "called qualified"
    CLASS_PREJUDICE = "called prejudice-based"
    CLASS_BASED = "called class-based"


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of one of the kinds above; ``sections`` are the sections it names or stands under."""

    start: int
    end: int
    remark: Remark
    sections: tuple[str, ...] = ()
    answers: tuple[int, ...] = ()


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
