"""The reply: which paragraph opens an answer, which goes on with it, which leads away from it."""

from __future__ import annotations

import re

from redactor.letter import cues, levels, numbering
from redactor.letter.exchange import Exchange, Said
from redactor.letter.model import Pairing, Passage, Path, Shape
from redactor.letter.numbering import Label, Mark
from redactor.letter.paragraphs import Block
from redactor.letter.runon import LISTS

_TITLE = 120
_BARE = re.compile(r"(?P<number>\d{1,2}[a-z]?)\s+(?=\S)")
_KEEPS = re.compile(
    r"\b(?:withh(?:eld|olding)|not\s(?:\w+\s)?(?:giv|releas|disclos|provid|send|sent|includ)\w*|refus\w+|exempt\w*|exceptions?|(?:left|taken|kept|held)\s(?:out|back)|redact\w*|reasons?)\b"
)
"""A heading over what is kept back: the numbers below it count reasons, not answers."""


def take(walk: Exchange, at: int, block: Block) -> None:
    """Take a paragraph of the reply."""
    head = block.label
    if block.start in walk.pairs and _paired(walk, block):
        return
    if head is not None and head.paths:
        if _numbered(walk, at, block, head):
            return
    elif head is not None and head.mark is Mark.ANSWER:
        _marked(walk, block)
        return
    elif head is not None and head.mark is Mark.QUESTION:
        again = walk.repeated(block.body, block.end)
        question = again if again is not None else walk.ask(block.body, block.end, (), Passage(block.start, block.body))
        walk.answer(block.end, block.end, (), None, question=question, pairing=Pairing.REPEATED)
        return
    elif _repeats(walk, block) or (head is None and _bare_number(walk, block)):
        return
    if head is None and (cues.opens_section(walk.lowered, block) or cues.opens_annex(walk.lowered, block)):
        if walk.current is not None and not walk.current.empty:
            walk.current, walk.sectioned = None, True
        return
    _goes_on(walk, block)


def _paired(walk: Exchange, block: Block) -> bool:
    """Take a paragraph that asks and answers; False where its number is enough to know the question by."""
    begins = walk.pairs[block.start]
    question = walk.text.rindex("?", block.body, begins) + 1
    paths = walk.paths(block.label) if block.label is not None else ()
    if any(path in walk.known for path in paths):
        return False
    asked = walk.repeated(block.body, question)
    if asked is None:
        if walk.asked and not walk.in_turn:
            return False
        asked = walk.ask(block.body, question, paths[0] if paths else (), None)
    walk.in_turn = True
    path = walk.asked[asked].path
    walk.answer(begins, block.end, (path,) if path else (), None, question=asked, pairing=Pairing.REPEATED)
    return True


def _bare_number(walk: Exchange, block: Block) -> bool:
    """Return True where a number without a stop opens an answer, because the questions are numbered so."""
    match = _BARE.match(walk.lowered, block.start, block.end)
    if match is None:
        return False
    path = numbering.path(match["number"])
    question = walk.known.get(path)
    if question is None or path in walk.answered:
        return False
    label = walk.asked[question].label
    if label is None or walk.text[label.start : label.end].strip() != match["number"]:
        return False
    walk.last = path
    walk.answer(match.end(), block.end, (path,), Passage(block.start, match.end()))
    return True


def _goes_on(walk: Exchange, block: Block) -> None:
    """Add a paragraph to the open answer; without one it may be an answer in its turn."""
    if walk.current is not None:
        walk.current.say(block.start, block.end)
    elif not walk.sectioned and not walk.said and block.shape in {Shape.ITEM, Shape.TEXT, Shape.HEADING}:
        bullet = Passage(block.start, block.body) if block.label is not None else None
        walk.listed.append(Said(block.body, block.end, (), bullet, pairing=Pairing.ORDER))


def _numbered(walk: Exchange, at: int, block: Block, head: Label) -> bool:
    """Open the answer that a number announces; False where the number is one of a list within the reply."""
    last = walk.last
    paths = walk.paths(head)
    if not _announces(walk, at, block, head, paths, last):
        walk.last = last
        return False
    label = Passage(block.start, block.body)
    question = next((walk.known[path] for path in paths if path in walk.known), None)
    if question is None and len(paths) == 1 and block.body < block.end:
        asks = walk.text[block.end - 1] == "?" or (
            (head.mark is Mark.QUESTION or (walk.in_turn and _next_asked(walk, paths[0])))
            and (
                cues.asks(walk.lowered, block.body, block.end)
                or (head.mark is Mark.QUESTION and walk.in_turn and _next_asked(walk, paths[0]))
                or (
                    walk.in_turn
                    and walk.asked
                    and _next_asked(walk, paths[0])
                    and not walk.text[walk.asked[-1].start : walk.asked[-1].end].endswith((".", "?"))
                    and _titles(walk, block)
                )
            )
        )
        if asks and not (
            walk.asked and not walk.in_turn and head.mark is Mark.NUMBER and not _next_asked(walk, paths[0])
        ):
            walk.in_turn = True
            question = walk.ask(block.body, block.end, paths[0], label)
            walk.answer(block.end, block.end, paths, label, question=question)
            return True
    if head.mark is Mark.ANSWER and walk.current is not None and walk.current.empty and walk.current.paths == paths:
        walk.current.start = walk.current.end = block.body
        walk.current.say(block.body, block.end)
        return True
    start = block.start if head.lead_in else block.body
    start = _after_repeat(walk, start, block.end) if not head.lead_in else start
    walk.answer(start, block.end, paths, label)
    return True


def _titles(walk: Exchange, block: Block) -> bool:
    """Return True for a short line without a stop, which names what was asked as a heading does."""
    return block.end - block.body <= _TITLE and walk.text[block.end - 1] not in ".:;?"


def _next_asked(walk: Exchange, path: Path) -> bool:
    return levels.succeeds(path, max((asked.path for asked in walk.asked), default=(), key=_order))


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((int(token), "") if token.isdigit() else (0, token) for token in path)


def _announces(walk: Exchange, at: int, block: Block, head: Label, paths: tuple[Path, ...], last: Path) -> bool:
    """Return True where a number at the head of a paragraph is that of an answer."""
    if head.mark in {Mark.QUESTION, Mark.ANSWER}:
        return True
    known = [path for path in paths if path in walk.known]
    if known:
        if any(path not in walk.answered for path in known):
            return not _in_list_of_reasons(walk, at) or walk.repeated(block.body, block.end) is not None
        return walk.repeated(block.body, block.end) in {walk.known[path] for path in known}
    if walk.sectioned or _in_list_of_reasons(walk, at):
        return False
    path = paths[0]
    if walk.current is not None and not walk.current.empty and walk.text[walk.current.end - 1] == ":" and head.relative:
        return False
    if walk.text[block.end - 1] == "?" and (levels.succeeds(path, last) or not walk.asked):
        return True
    if not walk.known:
        return path not in walk.answered and levels.succeeds(path, last if walk.said else ())
    if head.relative or len(path) > 1:
        # A list of letters inside the answer to a question that has no parts.
        return path[:-1] in walk.known and any(
            len(other) > len(path[:-1]) and other[: len(path) - 1] == path[:-1] for other in walk.known
        )
    return levels.succeeds(path, last) and bool(walk.said)


def _in_list_of_reasons(walk: Exchange, at: int) -> bool:
    """Return True where the paragraph before leads into a list of exemptions, reasons or factors."""
    for before in range(at - 1, max(at - 8, -1), -1):
        block = walk.blocks[before]
        if block.furniture:
            continue
        if (
            block.label is not None
            and block.label.mark is Mark.NUMBER
            and not (walk.current and walk.current.start <= block.start < walk.current.end)
        ):
            if any(said.label is not None and said.label.start == block.start for said in walk.said):
                return False
            continue
        if block.shape is Shape.HEADING and _KEEPS.search(walk.lowered, block.start, block.end):
            return True
        if walk.text[block.end - 1] == ":":
            return (
                bool(LISTS.search(walk.lowered, max(block.start, block.end - 200), block.end))
                and "question" not in walk.lowered[max(block.start, block.end - 200) : block.end]
            )
        if block.label is None:
            return False
    return False


def _after_repeat(walk: Exchange, start: int, end: int) -> int:
    """Return where the answer begins on a line that may say the question again first."""
    mark = walk.text.find("?", start, end)
    if mark >= 0 and walk.repeated(start, mark + 1) is not None:
        at = mark + 1
        while at < end and walk.text[at] in " \t\n\"'-\u2013:":
            at += 1
        return at
    again = walk.repeated(start, end) if mark < 0 else None
    if again is not None and _begins_alike(walk, Block(start, end, Shape.TEXT), again):
        return end
    return start


def _marked(walk: Exchange, block: Block) -> None:
    """Take "Answer:" or "Response": it opens the answer to the question just asked, or is a heading of the reply."""
    label = Passage(block.start, block.body)
    if walk.current is None or not walk.current.empty:
        open_ = [
            at
            for at, asked in enumerate(walk.asked)
            if not any(said.question == at or asked.path in said.paths for said in walk.said)
        ]
        if not walk.in_turn or not open_:
            if walk.asked and len(walk.asked) == 1 and open_:
                walk.answer(block.body, block.end, (), label, question=open_[0], pairing=Pairing.WHOLE)
            elif block.body < block.end:
                _goes_on(walk, Block(block.body, block.end, Shape.TEXT))
            return
        walk.answer(block.body, block.end, (), label, question=open_[-1], pairing=Pairing.REPEATED)
        return
    walk.current.label = walk.current.label or label
    if block.body < block.end:
        walk.current.say(block.body, block.end)


def _begins_alike(walk: Exchange, block: Block, question: int) -> bool:
    """Return True where a paragraph that asks nothing has the question's first words: an answer has its own."""
    asked = walk.asked[question]
    first = walk.lowered[asked.start : asked.end].strip("\"' ").split()[:3]
    return walk.lowered[block.body : block.end].strip("\"' ").split()[:3] == first


def _repeats(walk: Exchange, block: Block) -> bool:
    """Return True where a paragraph without a number says a question again, or asks a new one to answer it."""
    asks = walk.text[block.end - 1] == "?"
    if block.shape is Shape.ROW:
        return False
    question = walk.repeated(block.body, block.end) if asks or block.end - block.start < 300 else None
    if question is not None and not asks and not _begins_alike(walk, block, question):
        question = None
    if question is not None:
        if walk.current is not None and walk.current.empty:
            paths = walk.current.paths
            if walk.asked[question].path in paths or walk.current.question == question:
                walk.current.start = walk.current.end = block.end
                return True
        if any(
            said.question == question or (walk.asked[question].path in said.paths and walk.asked[question].path)
            for said in walk.said
        ):
            return False
        path = walk.asked[question].path
        walk.answer(block.end, block.end, (path,) if path else (), None, question=question, pairing=Pairing.REPEATED)
        return True
    if asks and (not walk.asked or walk.in_turn) and block.end - block.start <= 400 and not walk.sectioned:
        if walk.current is not None and walk.current.empty:
            # "Question 3" on its line, its words below.
            path = walk.current.paths[0] if walk.current.paths else ()
            if walk.current.question is None:
                walk.current.question = walk.ask(block.body, block.end, path, walk.current.label)
                walk.in_turn = True
            walk.current.start = walk.current.end = block.end
            return True
        walk.in_turn = True
        walk.answer(
            block.end, block.end, (), None, question=walk.ask(block.body, block.end, (), None), pairing=Pairing.REPEATED
        )
        return True
    return False
