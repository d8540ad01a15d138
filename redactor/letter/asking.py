"""The quoted request: its questions, numbered or not, and where it ends."""

from __future__ import annotations

from redactor.letter import cues, giving, levels, overlooked, speech, turns, words
from redactor.letter.exchange import Exchange
from redactor.letter.model import Holding, Passage, Path, Shape
from redactor.letter.numbering import Mark
from redactor.letter.paragraphs import Block, sentences


def take(walk: Exchange, at: int, block: Block, *, reply_ahead: bool) -> bool:
    """Take a paragraph of the request; False where it is the first of the reply."""
    lowered, head = walk.lowered, block.label
    if walk.inline and giving.is_entry(lowered, block.body, block.end):
        return False
    if head is not None and head.mark is Mark.BULLET:
        return _bullet(walk, block)
    if head is not None and (head.paths or head.mark is Mark.QUESTION) and not _is_initial(walk, block):
        return _numbered(walk, block, reply_ahead=reply_ahead)
    if head is not None and head.mark is Mark.ANSWER:
        return False
    if walk.asked and walk.asked[-1].start == walk.asked[-1].end:
        # "Question 1" on its line, its words below.
        open_ = walk.asked[-1]
        open_.start, open_.end, open_.words = block.start, block.end, words.content(lowered[block.start : block.end])
        return True
    if _is_reply(walk, block):
        return False
    if walk.asked and _answers_in_turn(walk, at, block, reply_ahead=reply_ahead):
        walk.in_turn = all(_leads_to(one.path, walk.asked[-1].path) for one in walk.asked[:-1])
        return False
    if _begins_reply(walk, at, block, reply_ahead=reply_ahead):
        return False
    if walk.inline and not cues.asks(lowered, block.start, block.end) and block.shape is not Shape.ROW:
        return False
    walk.loose.append(block)
    return True


def _begins_reply(walk: Exchange, at: int, block: Block, *, reply_ahead: bool) -> bool:
    """Return True for the first statement behind unnumbered questions, where no other word begins the reply."""
    if reply_ahead or block.shape is not Shape.TEXT or block.label is not None or walk.text[block.end - 1] != ".":
        return False
    if not any(cues.asks(walk.lowered, one.start, one.end) for one in walk.loose) or walk.text[block.start] in "\"'":
        return False
    if cues.asks(walk.lowered, block.start, block.end) or cues.requester_speaks(walk.lowered, block):
        return False
    below = [number for number in range(at + 1, len(walk.blocks)) if not walk.blocks[number].furniture]
    until = next((number for number in below if walk.remedies[number]), len(walk.blocks))
    return not any(
        cues.asks(walk.lowered, walk.blocks[number].start, walk.blocks[number].end)
        for number in below
        if number < until
    )


def _leads_to(path: Path, last: Path) -> bool:
    """Return True where one question is what another is a part of."""
    return bool(path) and path == last[: len(path)]


def _is_initial(walk: Exchange, block: Block) -> bool:
    """Return True where a lone letter continues no list: "J. Ferrar"."""
    if block.label is None or not block.label.relative:
        return False
    token = block.label.paths[0][0]
    path = levels.resolve(token, walk.last, frozenset(walk.known))
    return path not in walk.known and not levels.succeeds(path, walk.last)


def _is_reply(walk: Exchange, block: Block) -> bool:
    """Return True where the authority speaks; inside quotation marks the requester does."""
    if block.shape is Shape.ROW or walk.text[block.start] in "\"'":
        return False
    if cues.asks(walk.lowered, block.start, block.end) and walk.text[block.end - 1] == "?":
        return False
    return (
        cues.replies(walk.lowered, block)
        or cues.speaks_to_requester(walk.lowered, block)
        or _states_holding(walk, block)
    )


_ANSWERS = frozenset({Holding.NOT_HELD, Holding.REFUSED, Holding.NCND})


def _states_holding(walk: Exchange, block: Block) -> bool:
    """Return True where the first sentence says what only the authority can: not held, withheld, neither."""
    if block.shape is not Shape.TEXT or cues.requester_speaks(walk.lowered, block):
        return False
    first = next(iter(sentences(walk.text, walk.lowered, block.body, block.end)), None)
    if first is None:
        return False
    if walk.asked and block.label is None and turns.decides(walk.lowered, first.start, first.end):
        # "The council refuses the request": behind the questions, whatever stands before it in the sentence.
        return True
    return any(said in _ANSWERS for said, _ in speech.cues(walk.lowered, first.start, first.end))


def _bullet(walk: Exchange, block: Block) -> bool:
    """Take a bullet: a part of the numbered question above it, or a question of its own."""
    if not cues.asks(walk.lowered, block.body, block.end) and cues.replies(walk.lowered, block):
        return False
    above = walk.asked[-1] if walk.asked else None
    if above is not None and above.path:
        above.end = block.end
    else:
        walk.ask(block.body, block.end, (), Passage(block.start, block.body))
    return True


def _numbered(walk: Exchange, block: Block, *, reply_ahead: bool) -> bool:
    """Take a numbered paragraph: a question, or the first answer."""
    head = block.label
    if head is None or head.mark is Mark.ANSWER:
        return False
    lowered, last = walk.lowered, walk.last
    paths = walk.paths(head)
    asks = cues.asks(lowered, block.body, block.end)
    empty = block.body >= block.end
    if any(path in walk.known for path in paths):
        again = walk.repeated(block.body, block.end)
        if empty or again is not None or not asks or walk.text[block.end - 1] != "?":
            walk.last = last
            return False
    elif (
        ((len(paths) > 1 or empty) and walk.asked)
        or (not asks and walk.asked and cues.answers_shortly(lowered, block) and not reply_ahead)
        or (not walk.asked and not asks and (cues.replies(lowered, block) or cues.answers_shortly(lowered, block)))
    ):
        walk.last = last
        return False
    walk.ask(block.body, block.end, paths[0] if paths else (), Passage(block.start, block.body))
    return True


def _answers_in_turn(walk: Exchange, at: int, block: Block, *, reply_ahead: bool) -> bool:
    """Return True where a paragraph under a question is its answer: the next question comes after it."""
    lowered = walk.lowered
    if walk.text[block.start] in "\"'" or cues.closes(lowered, block):
        return False
    if cues.asks(lowered, block.start, block.end) and not cues.answers_shortly(lowered, block):
        return False
    if cues.requester_speaks(lowered, block):
        return False
    restarts, goes_on = False, False
    first = next((asked.path for asked in walk.asked if asked.path), ())
    for later in walk.blocks[at + 1 :]:
        if later.furniture or later.label is None or not later.label.paths:
            continue
        path = later.label.paths[0]
        if path in walk.known or (not later.label.relative and path == first):
            restarts = True
            break
        if levels.succeeds(path, walk.last) or later.label.relative:
            goes_on = True
    if restarts:
        return False
    return goes_on or not reply_ahead or cues.answers_shortly(lowered, block)


def asking(walk: Exchange, part: Passage) -> list[Passage]:
    """Return the sentences of a text that ask for something."""
    found = []
    for sentence in sentences(walk.text, walk.lowered, part.start, part.end):
        if cues.asks(walk.lowered, sentence.start, sentence.end) and not cues.asks_nothing(
            walk.lowered, sentence.start, sentence.end
        ):
            found.append(sentence)
    return found


def ask_loosely(walk: Exchange) -> None:
    """Take the sentences that ask as questions where the request has no numbers; whole paragraphs where none asks."""
    overlooked.restore(walk)
    for block in walk.loose:
        for part in asking(walk, Passage(block.start, block.end)):
            walk.ask(part.start, part.end, (), None)
    if not walk.asked:
        for block in walk.loose:
            plain = (
                block.shape is not Shape.FIELD and block.end - block.start > 12 and not cues.greets(walk.lowered, block)
            )
            if (
                plain
                and not cues.asks_nothing(walk.lowered, block.start, block.end)
                and not cues.closes(walk.lowered, block)
            ):
                walk.ask(block.start, block.end, (), None)
