"""Letters that take the request up bit by bit: "You asked: ..." or a quoted question, its answer below, then the next.

One such paragraph announces a request; two or more, each with words of its own behind it, are turns.
"""

from __future__ import annotations

import re

from redactor.letter.exchange import Exchange
from redactor.letter.model import Pairing, Shape, Zone
from redactor.letter.numbering import Mark
from redactor.letter.paragraphs import Block

_TURN = re.compile(
    r"[\"'\u201c\u2018]?(?:(?:in\s)?your\s(?:\w+\s)?(?:e-?mail|letter|request)(?:,)?\s)?"
    r"(?:you\s(?:(?:also|then|next|further|have|had|secondly|finally)\s){0,2}(?:asked|requested|wrote|enquired)(?:\s(?:for|us|about|to\sknow))?"
    r"|(?:your|the)\s(?:(?:first|second|third|fourth|fifth|next|last|final|further)\s)?(?:request|question|query|enquiry))"
    r"\s*(?::\s*|[-\u2013]\s+|(?=[\"\u201c])|$)"
)
_OPENS, _CLOSES = "\"'\u201c\u2018", "\"'\u201d\u2019"
_SHORTEST, _LONGEST = 12, 600
"""Characters of a quoted question."""
_LEAST = 2


def read(made: Exchange) -> dict[int, int]:
    """Return where the question begins in each paragraph that takes one up, by the paragraph's start."""
    bodies = [
        at
        for at, block in enumerate(made.blocks)
        if not (block.furniture or block.welsh or made.remedies[at] or block.shape is Shape.ROW)
    ]
    for begins in (_after_words, _quoted):
        found = {at: start for at in bodies if (start := begins(made, made.blocks[at])) is not None}
        kept = [at for place, at in enumerate(bodies) if at in found and _answered(made, bodies, place, found)]
        if len(kept) >= _LEAST:
            # One that nothing answers is a question all the same; a second quotation goes on with the first.
            asked = [at for at in found if at in kept or (begins is _after_words and found[at] < made.blocks[at].end)]
            return {made.blocks[at].start: found[at] for at in asked}
    return {}


def _after_words(made: Exchange, block: Block) -> int | None:
    match = _TURN.match(made.lowered, block.start, block.end)
    return match.end() if match and block.label is None else None


def _quoted(made: Exchange, block: Block) -> int | None:
    """Return the start of a paragraph that is one quotation, as a question said again is."""
    text = made.text
    whole = text[block.start] in _OPENS and text[block.end - 1] in _CLOSES
    return block.start if whole and block.label is None and _SHORTEST < block.end - block.start < _LONGEST else None


def _answered(made: Exchange, bodies: list[int], place: int, found: dict[int, int]) -> bool:
    """Return True where something else than a list or the next such paragraph stands behind it."""
    at, behind = bodies[place], bodies[place + 1 : place + 3]
    alone = found[at] >= made.blocks[at].end
    if len(behind) <= alone or any(other in found for other in behind[: 1 + alone]):
        return False
    first, label = made.blocks[at], made.blocks[behind[0]].label
    numbered = label is not None and label.mark in {Mark.NUMBER, Mark.BULLET, Mark.QUESTION}
    # "You asked:" above a numbered list announces the whole request, and so does what ends in a colon.
    return not (numbered and (alone or made.text[first.end - 1] == ":"))


def take(made: Exchange, block: Block) -> bool:
    """Take up a question, or go on with one whose words stand below "You asked:"; False for all else."""
    begins = made.turns.get(block.start)
    if begins is not None:
        if made.zone is not Zone.REPLY:
            made.go(Zone.REPLY)
        made.in_turn, made.sectioned = True, False
        made.quoted.add(block.start)
        _open(made, begins, block.end)
        return True
    open_ = made.current
    if open_ is None or open_ is not made.said[-1] or not made.awaits or made.zone is not Zone.REPLY:
        return False
    made.awaits = False
    if block.label is not None and block.label.mark is Mark.ANSWER:
        return False
    made.said.pop()
    made.quoted.add(block.start)
    _open(made, block.body, block.end)
    return True


def _open(made: Exchange, start: int, end: int) -> None:
    """Open the answer to the question that stands at a place, one that is known or a new one."""
    made.awaits = start >= end
    question = None
    if not made.awaits:
        question = made.repeated(start, end)
        if question is None:
            question = made.ask(start, end, (), None)
    path = made.asked[question].path if question is not None else ()
    made.answer(end, end, (path,) if path else (), None, question=question, pairing=Pairing.REPEATED)
