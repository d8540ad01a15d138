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
# Only the authority decides. "Which were withheld?" asks, and "the reports that were withheld" says what is asked for.
_RELATIVE = r"(?:(?!\b(?:that|which|who|whom|whose|where|when|whether|what|why|how|if|any)\b)[^.?!])"
_DECIDES = re.compile(
    r"(?:^|(?<=[.?!:;]\s)|(?<=[\"\u201c]))(?:(?:is|are|was|were)\s)?(?:exempt|withheld|refused|not\sheld)\b[^?]*$|"
    r"(?:^|(?<=[.?!:;]\s)|(?<=[\"\u201c]))no\s(?:\w+\s){0,3}?(?:is|are|was|were)\s(?:\w+\s)?(?:held|found|recorded)\b[^?]*$|"
    rf"(?:^|(?<=[.?!:;]\s)|(?<=[\"\u201c])){_RELATIVE}*?"
    r"(?:\b(?:we|i|it|this|authority|council|force|trust|department|university|board|body|ministry|office|agency|commission|service|constabulary|police)\s"
    r"(?:(?:am|are|is|has|have|will|must|can|also|now|hereby|therefore|only|not|do|does|currently)\s){0,3}"
    r"(?:neither\s(?:confirm|den)|withh(?:old|olds|olding|eld)\b|refus(?:e|es|ed|ing)\b|(?:apply|applies|applied|applying|rely|relies|relied|relying|claims?|claimed)\b|(?<=not\s)hold\b|holds?\s(?:no|none|nothing)\b|(?:decided|determined|concluded)\sto\s(?:withhold|refuse)\b)|"
    r"\b(?:is|are|be|been|was|were)\s(?:\w+\s){0,2}?(?:withheld|exempt|refused|excepted|not\sheld)\b)"
    rf"(?=[^.?!]*(?:[.!;]|$))"
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
    if match is None or block.label is not None or decides(made.lowered, match.end(), block.end):
        return None
    return match.end()


def _quoted(made: Exchange, block: Block) -> int | None:
    """Return the start of a paragraph that is one quotation, as a question said again is."""
    text = made.text
    whole = text[block.start] in _OPENS and text[block.end - 1] in _CLOSES
    short = _SHORTEST < block.end - block.start < _LONGEST
    if not (whole and short) or block.label is not None or decides(made.lowered, block.start, block.end):
        return None
    return block.start


def decides(lowered: str, start: int, end: int) -> bool:
    """Return True where words are the authority's: a decision in them must not pass for a part of the request."""
    return _DECIDES.search(lowered[start:end]) is not None


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
    if (block.label is not None and block.label.mark is Mark.ANSWER) or decides(made.lowered, block.start, block.end):
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
