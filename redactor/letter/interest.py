"""The public interest: passages for and against disclosure, and where the letter says the balance lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.law import EXCEPTIONS
from redactor.letter import places, weighing
from redactor.letter.model import Answer, Citation, Factor, Paragraph, Passage, Shape, Side, Zone

_GATE = (
    "interest",
    "factor",
    "favour",
    "balanc",
    "consideration",
    "argument",
    "confirm",
    "disclos",
    "outweigh",
    "conclu",
    "decision",
    "outcome",
    "for ",
    "against",
    "for:",
    "reason",
    "publi",
    "releas",
    "weigh",
    "where",
    "verdict",
    "result",
    "our view",
)
_DISCLAIMS = re.compile(
    r"\b(?:should|must|can)\s(?:not\s)?(?:necessarily\s)?be\s(?:taken|read|construed|inferred|interpreted)\b"
)
_NCND = re.compile(r"\bconfirm(?:ing|ation)?\b[^.]{0,30}\bden(?:y|ying|ial)\b|\bneither\b|\bexclusion\sof\sthe\sduty")
_ANY_INTEREST = re.compile(
    r"\b(?:public\s(?:good|benefit)|(?:interests?|good|benefit)\sof\sthe\spublic|better\sfor\sthe\spublic|serves?\sthe\spublic)\b|"
    r"\bpublic(?:'s)?\s(?:\w+\s)?interest|\bbalanc(?:e|ing)\s(?:test|exercise|of)|\bfactors?\b|\bconsiderations?\b|\bin\sfavour|\boutweigh|\bpresumption\b|\bbalance\s(?:\w+\s)?(?:favours|lies|falls|rests|tips|comes)\b|"
    r"\bpublic\sneed|\bweigh(?:ed|ing|s)?\b|\bon\sbalance\b|\b(?:arguments?|reasons?|case|points?)\s(?:for|against|in\ssupport\sof)\s(?:\w+\s){0,2}?(?:disclos|releas|publi|withh|openness|maintain|refus)"
)
_ABSOLUTE = re.compile(r"\b(?<!not )(?<!not an )absolute\b")
_LEAD = 220


@dataclass(slots=True)
class _Open:
    """Which heading is open, with its side and the grounds it weighs; which grounds were cited and await their test."""

    side: Side | None = None
    heading: Passage | None = None
    grounds: tuple[str, ...] = ()
    ncnd: bool = False
    within: bool = False
    cited: tuple[str, ...] = ()
    pending: dict[str, None] = field(default_factory=dict)
    concluded: bool = False
    columns: tuple[Side | None, ...] = ()


def ground(one: Citation) -> str:
    """Return what a public interest test is of: a section of the Acts, one paragraph of the exceptions: "12(5)(e)"."""
    if one.regime not in EXCEPTIONS:
        return one.section
    steps = one.limb.split(")")
    return one.section + ")".join(steps[:2]) + ")" if len(steps) > 2 else one.section


def read(
    lowered: str, paragraphs: Sequence[Paragraph], citations: Sequence[Citation], answers: Sequence[Answer]
) -> tuple[Factor, ...]:
    """Return the passages on the public interest, each with its side and the sections it weighs."""
    return _Reader(lowered, [one for one in citations if one.exemption], answers).read(paragraphs)


class _Reader:
    """One walk through the paragraphs."""

    def __init__(self, lowered: str, relevant: Sequence[Citation], answers: Sequence[Answer]) -> None:
        self.lowered = lowered
        self.relevant = relevant
        self.begins = places.starts(relevant)
        self.weighable = dict.fromkeys(ground(one) for one in relevant if _is_weighed(one))
        self.opens = {answer.label.start for answer in answers if answer.label}
        self.state = _Open()
        self.found: list[Factor] = []

    def read(self, paragraphs: Sequence[Paragraph]) -> tuple[Factor, ...]:
        for part in paragraphs:
            if part.zone is Zone.FURNITURE:
                continue
            if part.zone is Zone.APPEAL:
                self.state = _Open()
            if part.zone in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} and not part.welsh:
                self._take(part)
        return tuple(self.found)

    def _take(self, part: Paragraph) -> None:
        spoken = self.lowered[part.start : part.end]
        if part.start in self.opens or "refusal notice" in spoken:
            self.state = _Open()
        elif part.shape is Shape.TEXT and _DISCLAIMS.search(spoken) and not _ANY_INTEREST.search(spoken):
            return
        state = self.state
        cited = self._cited(part.start, part.end)
        if part.shape is Shape.ROW:
            self._row(part)
            return
        state.columns = ()
        speaks = bool(_ANY_INTEREST.search(spoken))
        if cited:
            if state.concluded or (part.shape is Shape.HEADING and not speaks):
                state.pending, state.concluded = {}, False
            state.cited = cited
            state.pending.update(dict.fromkeys(cited))
        head = self._heading(part)
        if head is not None and head[0] is Side.CONCLUSION and not self.found and "balanc" not in spoken:
            # "Decision" above a letter concludes no test.
            head = None
        if head is not None:
            self._head(part, *head, cited)
        elif part.shape is Shape.HEADING:
            state.heading, state.side = None, None
            state.grounds = cited or (state.grounds if speaks else ())
            state.ncnd = bool(_NCND.search(spoken))
            state.within = speaks
        elif state.side is not None or speaks or state.within:
            self._paragraph(part, part.body)

    def _head(self, part: Paragraph, side: Side, end: int, cited: tuple[str, ...]) -> None:
        """Take a heading or lead-in; "For disclosure: ..." speaks for its own paragraph."""
        state = self.state
        state.side, state.within = side, True
        state.heading = Passage(part.start, end)
        state.ncnd = bool(_NCND.search(self.lowered, part.start, end)) or (state.ncnd and side is not Side.FOR)
        mine = self._cited(part.start, end) or (cited if end >= part.end else ())
        state.grounds = mine or (state.grounds if side is not Side.CONCLUSION else self._weighed())
        if end < part.end:
            self._paragraph(part, end)
            state.side = state.heading = None

    def _cited(self, start: int, end: int) -> tuple[str, ...]:
        here = places.between(self.relevant, self.begins, start, end)
        return tuple(dict.fromkeys(ground(one) for one in here if _is_ground(one)))

    def _weighed(self) -> tuple[str, ...]:
        """Return the grounds weighed since the last conclusion: one balance for all of them."""
        weighed: dict[str, None] = {}
        for factor in reversed(self.found):
            if factor.side is Side.CONCLUSION:
                break
            weighed.update(dict.fromkeys(reversed(factor.grounds)))
        return tuple(reversed(weighed)) or tuple(self.state.pending) or tuple(self.weighable)

    def _grounds(self, cited: tuple[str, ...]) -> tuple[str, ...]:
        """Return what a passage weighs: what it cites, else its heading, else what was cited and is not yet weighed."""
        state = self.state
        told = cited or state.grounds
        if told:
            return told
        waiting = tuple(one for one in state.pending if one in self.weighable) or tuple(state.pending)
        if waiting:
            return waiting
        concluded = {one for factor in self.found if factor.side is Side.CONCLUSION for one in factor.grounds}
        return tuple(one for one in self.weighable if one not in concluded) or tuple(self.weighable)

    def _heading(self, part: Paragraph) -> tuple[Side, int] | None:
        """Return the side of a heading or of a lead-in such as "For disclosure: ..."; and where that ends."""
        lowered = self.lowered
        text = lowered[part.body : part.end]
        if not any(word in text for word in _GATE):
            return None
        if part.shape is Shape.HEADING or (len(text) < _LEAD and text.endswith(":")):
            side = weighing.of_head(text)
            return (side, part.end) if side else None
        colon = text.find(":", 0, 110)
        if colon < 0 or "." in text[:colon]:
            return None
        side = weighing.of_head(text[: colon + 1])
        return (side, part.body + colon + 1) if side else None

    def _row(self, part: Paragraph) -> None:
        """Take a table row: columns headed for and against, or a first cell that says which."""
        cells, at = [], part.start
        for cell in self.lowered[part.start : part.end].split("\t"):
            cells.append((at, cell))
            at += len(cell) + 1
        state = self.state
        sides = tuple(weighing.of_head(cell.strip()) if len(cell) < 110 else None for _, cell in cells)
        if len({one for one in sides if one in {Side.FOR, Side.AGAINST}}) == 2 and len(cells) < 5:
            state.columns, state.within = sides, True
            return
        first = sides[0] if len(cells) > 1 and len(cells[0][1]) < 80 else None
        for number, (start, cell) in enumerate(cells):
            side = first if first and number else state.columns[number] if number < len(state.columns) else None
            if side is not None and cell.strip():
                self._add(start, start + len(cell), side, self._grounds(self._cited(part.start, part.end)), None)
                state.within = True

    def _add(self, start: int, end: int, side: Side, grounds: tuple[str, ...], heading: Passage | None) -> None:
        if not any(char.isalnum() for char in self.lowered[start:end]):
            return
        ncnd = self.state.ncnd or bool(_NCND.search(self.lowered, start, end))
        sections = tuple(dict.fromkeys(one.partition("(")[0] for one in grounds))
        if side is Side.CONCLUSION:
            self.state.concluded = True
        self.found.append(Factor(start, end, side, sections, heading, ncnd, grounds))

    def _paragraph(self, part: Paragraph, start: int) -> None:
        """Add the factors of one paragraph: one under a heading, else one a run of sentences of one side."""
        lowered, state = self.lowered, self.state
        while start < part.end and lowered[start].isspace():
            start += 1
        if start >= part.end:
            return
        led_in = start > part.body
        if state.side in {Side.FOR, Side.AGAINST}:
            cited = self._cited(start, part.end)
            self._add(start, part.end, state.side, self._grounds(state.grounds or cited), state.heading)
            # The other side, or the weighing, may follow in the same paragraph.
            for sentence in part.sentences:
                if sentence.end <= start:
                    continue
                side = self._led(sentence) if sentence.start > start else None
                if side is None and led_in and sentence.start > start and weighing.turns(lowered, sentence):
                    # "We see the case for openness: ... But there is a strong interest in ...": no heading rules it.
                    side = Side.AGAINST if state.side is Side.FOR else Side.FOR
                if side is not None and side is not state.side:
                    self._add(sentence.start, sentence.end, side, self._grounds(cited), None)
                elif weighing.weighs(lowered, sentence.start, sentence.end):
                    self._add(sentence.start, sentence.end, Side.CONCLUSION, self._grounds(cited), None)
            return
        if state.side is Side.CONCLUSION:
            self._add(start, part.end, Side.CONCLUSION, self._cited(start, part.end) or state.grounds, state.heading)
        self._prose(part, start)

    def _needs_none(self, sentence: Passage) -> bool:
        """Return whether a sentence says that nothing is weighed, and weighs nothing itself."""
        edges = sentence.start, sentence.end
        said = weighing.NO_TEST.search(self.lowered, *edges) or _ABSOLUTE.search(self.lowered, *edges)
        return said is not None and not weighing.weighs(self.lowered, *edges)

    def _led(self, sentence: Passage) -> Side | None:
        """Return the side that a sentence's own lead-in names: "In favour of maintaining the exemption: ..."."""
        colon = self.lowered.find(":", sentence.start, min(sentence.end, sentence.start + 110))
        return weighing.of_head(self.lowered[sentence.start : colon + 1]) if colon > 0 else None

    def _prose(self, part: Paragraph, start: int) -> None:
        lowered, state = self.lowered, self.state
        last: Side | None = None
        mine: tuple[str, ...] = ()
        balance = state.side is Side.CONCLUSION
        waiting: list[Passage] = []
        asked = any(weighing.weighs(lowered, one.start, one.end) for one in part.sentences)
        for sentence in part.sentences:
            if sentence.end <= start:
                continue
            mine = self._cited(sentence.start, sentence.end) or mine
            certain = last is not None or (state.within and not balance)
            asked = asked or bool(_ANY_INTEREST.search(lowered, sentence.start, sentence.end))
            if not certain and not asked and not weighing.weighs(lowered, sentence.start, sentence.end):
                continue
            if self._needs_none(sentence):
                continue
            led = self._led(sentence)
            if waiting and last is None and weighing.turns(lowered, sentence):
                # What stood before "Set against that" was for disclosure, in whatever words.
                last = Side.FOR
                self._add(waiting[0].start, waiting[-1].end, last, self._grounds(mine), None)
            told = [(sentence, led)] if led else weighing.pieces(lowered, sentence, last, certain=certain)
            if not told and not weighing.recites(lowered, sentence):
                waiting.append(sentence)
            for piece, side in told:
                if balance and side is Side.CONCLUSION:
                    continue
                grounds = self._grounds(mine)
                previous = self.found[-1] if self.found else None
                if previous and last is side and previous.side is side and previous.grounds == grounds:
                    self.found.pop()
                    piece = Passage(previous.start, piece.end)
                self._add(piece.start, piece.end, side, grounds, None)
                last = side
        state.within = state.within or last is not None


def _is_weighed(one: Citation) -> bool:
    return _is_ground(one) and one.provision is not None and not one.provision.absolute


def _is_ground(one: Citation) -> bool:
    """Return False for what the regulation on exceptions only says of the test itself: its (1), (2) and (3)."""
    return one.regime not in EXCEPTIONS or not one.limb.startswith(("(1)", "(2)", "(3)"))
