"""One walk through the paragraphs of a letter: in which zone each stands, what was asked and what was answered."""

from __future__ import annotations

import re

from redactor.letter import answering, asking, cues, grid, introducing, remedied, remedy, rows, sections, turns
from redactor.letter.exchange import Exchange
from redactor.letter.model import Pairing, Shape, Zone
from redactor.letter.numbering import Mark
from redactor.letter.paragraphs import Block

_REASONS = re.compile(
    r"(?:these|those|here|the\sfollowing)\s(?:are|is)\s(?:my|our|the)\s(?:reasons?|grounds?)\b|(?:my|our|the)\sreasons?\b|this\sis\sbecause\b"
)
"""Reasons may tell of earlier appeals and complaints, and are no offer of one."""
_LONG = 120
"""Characters from which a paragraph without a word on remedies may take the reply up again."""
_THANKS = ("thank you", "i am writing", "further to", "i write", "i refer", "with reference")


def walk(text: str, lowered: str, blocks: list[Block], place: grid.Place | None = None) -> Exchange:
    """Return the zones, the questions and the answers of a letter; ``place`` tells where on the page a passage stands."""
    made = Exchange(text, lowered, blocks, [Zone.FURNITURE] * len(blocks))
    bodies = [at for at, block in enumerate(blocks) if not block.furniture]
    made.remedies = remedied.read(text, lowered, blocks)
    made.pairs = _pairs(made)
    made.blocks = blocks = sections.without_divisions(made)
    made.blocks = blocks = sections.with_answers_marked(made)
    made.turns = turns.read(made)
    made.sections = {} if made.turns else sections.read(made)
    ahead = _reply_ahead(made)
    first = _first(made, bodies)
    table: grid.Grid | None = None
    for at in bodies:
        if at < first:
            made.zones[at] = Zone.HEADER
            continue
        before = len(made.introductions)
        if not blocks[at].welsh or cues.closes(lowered, blocks[at]):
            _step(made, at, blocks[at], reply_ahead=ahead[at], table=table)
            table = grid.read(made, at, place) or (table if made.columns else None)
        # The sentence that announces the request is the authority's own.
        made.zones[at] = made.zone if len(made.introductions) == before else Zone.OPENING
        if blocks[at].start in made.quoted:
            made.zones[at] = Zone.REQUEST
    if not made.asked:
        asking.ask_loosely(made)
    return made


def _pairs(made: Exchange) -> dict[int, int]:
    """Return where the answer begins in each paragraph that is both question and answer; one alone is rhetoric."""
    found = {
        block.start: at
        for block, remedies in zip(made.blocks, made.remedies, strict=True)
        if not (block.furniture or block.welsh or remedies)
        and (at := cues.asks_and_answers(made.text, made.lowered, block)) is not None
    }
    return found if len(found) > 1 else {}


def _reply_ahead(made: Exchange) -> list[bool]:
    """Return for each paragraph whether the authority begins to speak behind it."""
    blocks, lowered = made.blocks, made.lowered
    ahead, seen = [False] * len(blocks), False
    for at in range(len(blocks) - 1, -1, -1):
        ahead[at] = seen
        block = blocks[at]
        if not seen and not block.furniture and not block.welsh and not made.remedies[at]:
            seen = cues.replies(lowered, block) or (block.label is not None and block.label.mark is Mark.ANSWER)
    return ahead


def _first(made: Exchange, bodies: list[int]) -> int:
    """Return the paragraph with which the letter proper begins."""
    blocks = made.blocks
    for at in bodies:
        if cues.greets(made.lowered, blocks[at]):
            return at
    for at in bodies:
        block = blocks[at]
        prose = block.shape is Shape.TEXT and block.end - block.start > 60
        numbered = block.label is not None and bool(block.label.paths)
        if prose or numbered or cues.introduces(made.lowered, block):
            return at
    return 0


def _step(made: Exchange, at: int, block: Block, *, reply_ahead: bool, table: grid.Grid | None) -> None:
    """Take one paragraph."""
    lowered = made.lowered
    if made.zone in {Zone.APPEAL, Zone.CLOSE, Zone.ANNEX} and not _reopens(made, at, block):
        return
    if made.zone is not Zone.REQUEST or not reply_ahead:
        if cues.closes(lowered, block):
            made.go(Zone.CLOSE)
            return
        if made.remedies[at] and _may_appeal(made, block):
            made.go(Zone.APPEAL)
            return
    if (
        turns.take(made, block)
        or sections.take(made, block)
        or (table is not None and grid.take(made, table, at, block))
    ):
        return
    if block.shape is Shape.ROW:
        if _row(made, block):
            return
    else:
        made.columns = None
        if made.zone in {Zone.OPENING, Zone.REQUEST} and introducing.enumerated(made, at, block):
            return
        if _may_introduce(made, block) and introducing.introduction(made, at, block):
            return
    if made.zone in {Zone.OPENING, Zone.ANNEX}:
        _open(made, at, block, reply_ahead=reply_ahead)
    elif made.zone is Zone.REQUEST:
        _request(made, at, block, reply_ahead=reply_ahead)
    else:
        answering.take(made, at, block)


def _may_introduce(made: Exchange, block: Block) -> bool:
    """Return True before the reply, and in it while it has only said "I can confirm" and then quotes the request."""
    if made.zone is not Zone.REPLY:
        return True
    return (made.inline or (not made.asked and not made.said)) and made.text[block.end - 1] == ":"


def _request(made: Exchange, at: int, block: Block, *, reply_ahead: bool) -> None:
    if not (made.asked or made.loose) and (
        made.lowered.startswith(_THANKS, block.start) or cues.only_dates(made.lowered, block)
    ):
        # "Freedom of Information request" was the subject line.
        made.go(Zone.OPENING)
        return
    if asking.take(made, at, block, reply_ahead=reply_ahead):
        return
    if not made.asked:
        asking.ask_loosely(made)
    made.go(Zone.REPLY)
    marked = block.label is not None and block.label.mark is Mark.ANSWER and not block.label.paths
    if made.in_turn or (marked and len(made.asked) == 1):
        question = len(made.asked) - 1
        if question >= 0:
            made.in_turn = True
            asked = made.asked[question]
            made.last = asked.path
            made.answer(
                block.start,
                block.start,
                (asked.path,) if asked.path else (),
                asked.label,
                question=question,
                pairing=Pairing.REPEATED,
            )
    answering.take(made, at, block)


def _open(made: Exchange, at: int, block: Block, *, reply_ahead: bool) -> None:
    """Take a paragraph before anything was asked or answered."""
    lowered, head = made.lowered, block.label
    if made.zone is Zone.ANNEX and made.said:
        return
    if block.start in made.pairs:
        made.go(Zone.REPLY)
        answering.take(made, at, block)
        return
    if made.text[block.start] == '"' and made.text[block.end - 1] in '".?' and block.shape is Shape.TEXT:
        if turns.decides(lowered, block.start, block.end):
            # An authority that sets its decision in quotation marks has decided all the same.
            made.go(Zone.REPLY)
            answering.take(made, at, block)
            return
        made.go(Zone.REQUEST)
        _request(made, at, block, reply_ahead=reply_ahead)
        return
    if head is not None and head.mark is not Mark.BULLET:
        asks = cues.asks(lowered, block.body, block.end)
        states = made.text[block.end - 1] == "." and not head.relative
        plain = (
            head.mark is Mark.NUMBER
            and not states
            and not cues.answers_shortly(lowered, block)
            and not cues.replies(lowered, block)
        )
        if asks or plain:
            made.go(Zone.REQUEST)
            _request(made, at, block, reply_ahead=reply_ahead)
            return
    elif cues.replies(lowered, block):
        if lowered.startswith(_THANKS, block.start) and not cues.answers_at_once(lowered, block):
            return
    elif not (made.text[block.end - 1] == "?" and block.shape is Shape.TEXT):
        return
    made.go(Zone.REPLY)
    answering.take(made, at, block)


def _may_appeal(made: Exchange, block: Block) -> bool:
    """Return False for a question's or an answer's own words about complaints: its number says what it is."""
    if _REASONS.match(made.lowered, block.body, block.end):
        return False
    if made.zone is Zone.OPENING and made.text[block.start] == '"' and made.text[block.end - 1] in '".?':
        # The requester's words, of whatever complaints they speak.
        return False
    if made.sections and made.current is not None and made.current.empty:
        # What stands directly below the head of a part is its answer, whatever appeals it speaks of.
        return False
    if block.label is None:
        return not (made.zone is Zone.REQUEST and not made.asked) and made.repeated(block.start, block.end) is None
    if block.label.mark in {Mark.QUESTION, Mark.ANSWER}:
        return False
    return not set(block.label.paths) & (set(made.known) - made.answered) and made.zone is not Zone.REQUEST


def _reopens(made: Exchange, at: int, block: Block) -> bool:
    """Return True where the letter takes up the reply again after review rights or signature, or goes on in an annex."""
    lowered, head = made.lowered, block.label
    if block.start in made.sections and made.zone is Zone.APPEAL:
        made.go(Zone.REPLY)
        return True
    if head is not None and head.paths and not made.remedies[at]:
        missing = {path for path in made.known if len(path) == 1} - made.answered
        worded = head.mark in {Mark.QUESTION, Mark.ANSWER} and made.zone is not Zone.CLOSE
        if worded or (
            head.mark is Mark.NUMBER and made.answered and set(head.paths) & missing and made.zone is Zone.APPEAL
        ):
            made.go(Zone.REPLY)
            return True
    if made.zone is Zone.APPEAL and _replies_again(made, block):
        made.go(Zone.REPLY)
        return True
    if cues.closes(lowered, block):
        made.go(Zone.CLOSE)
    elif made.remedies[at]:
        made.go(Zone.APPEAL)
    elif made.zone is not Zone.ANNEX and (cues.opens_annex(lowered, block) or _shows_request(made, block)):
        made.go(Zone.ANNEX)
    elif made.zone is Zone.CLOSE:
        long = block.end - block.start > 90 or (block.end - block.start > 60 and made.text[block.end - 1] in ".:?")
        if long and block.shape is not Shape.FIELD:
            made.go(Zone.ANNEX)
    return made.zone is Zone.ANNEX


def _shows_request(made: Exchange, block: Block) -> bool:
    """Return True for "Your original request" below the signature, where the letter has quoted none."""
    below = made.zone is Zone.CLOSE and block.shape is Shape.HEADING
    return below and not made.asked and cues.introduces(made.lowered, block)


def _replies_again(made: Exchange, block: Block) -> bool:
    """Return True for prose on exemptions or holdings below a passing word on complaints."""
    lowered = made.lowered
    if block.shape is Shape.HEADING:
        return cues.opens_section(lowered, block) and bool(
            remedied.REPLIES_AGAIN.search(lowered, block.start, block.end)
        )
    return (
        block.end - block.start > _LONG
        and bool(remedied.REPLIES_AGAIN.search(lowered, block.start, block.end))
        and not remedy.speaks(lowered, block.start, block.end)
    )


def _row(made: Exchange, block: Block) -> bool:
    """Return True where a table row asks, answers, or says which columns do."""
    row = rows.cells(made.text, block.start, block.end)
    head = rows.columns(made.lowered, row)
    if head is not None:
        made.go(Zone.REPLY)
        made.columns, made.in_turn = head, True
        return True
    known = frozenset(made.known)
    found = rows.read(made.lowered, row, made.columns, known)
    if found is None:
        return False
    if made.zone is not Zone.REPLY:
        columns = made.columns
        made.go(Zone.REPLY)
        made.columns = columns
    question = next((made.known[path] for path in found.paths if path in made.known), None)
    if found.question is not None:
        again = made.repeated(found.question.start, found.question.end)
        question = again if again is not None else question
        if question is None:
            made.in_turn = True
            path = found.paths[0] if found.paths else ()
            question = made.ask(found.question.start, found.question.end, path, found.label)
    made.answer(found.answer.start, found.answer.end, found.paths, found.label, question=question, pairing=Pairing.ROW)
    return True
