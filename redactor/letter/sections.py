"""A reply in numbered parts, each with what was asked at its head and the answer in or below it, and no list of questions apart.

"2. Names of the pilots" above "Not held.", "(b) The contract. This is held.", "3. E-mails - held", "Question 1: ...?".
The heads are read as the questions. They are that only together: the numbers run on, each stands once in the letter, and
what stands behind each head is the authority's answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from redactor.letter import asking, compound, cues, levels, speech, turns, words
from redactor.letter.exchange import Exchange, Section
from redactor.letter.model import Pairing, Passage, Path, Question, Shape, Zone
from redactor.letter.numbering import Label, Mark
from redactor.letter.paragraphs import Block, sentences

_LEAST, _TITLE = 2, 200
_DASH = re.compile(r"\s[-\u2013\u2014]\s|:\s")
_HOLDS = re.compile(
    r"(?:this\s(?:information\s)?is\s|information\s|it\sis\s|these\sare\s|they\sare\s|is\s|are\s|all\s|also\s|partly\s|in\spart\s|yes[,;.]\s)*"
    r"(?:(?:not\s)?(?:held|recorded|known|released|disclosed|provided|supplied|attached|enclosed|withheld|refused|exempt|excepted)|none|nil)\b"
)
"""An answer that begins at once: "held", "this is held", "information held and disclosed"."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|will|would|may|holds?|held|keeps?|records?|applies|apply|i|we)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|when|if|whether|how|what)\b")
_PART_OF_LETTER = re.compile(
    r"(?:(?:your|our|the|my|on|about)\s)*(?:foi\s|original\s|internal\s|statutory\s|public\s|legal\s)*"
    r"(?:requests?|responses?|repl(?:y|ies)|answers?|decisions?|findings?|outcome|background|introduction|summary|overview|conclusions?|exemptions?|exceptions?|"
    r"interest(?:\stest)?|balanc\w+(?:\sof\s.{0,30})?|harm|prejudice|sections?\s\d.*|regulations?\s\d.*|factors?.*|reasons?.*|reviews?|rights?.*|complaints?(?:\sprocedure)?|appeals?|next\ssteps|searche?s?|"
    r"legislation|law|information\s(?:held|requested|withheld|provided|disclosed)|what\s(?:you\sasked|we\s\w+).*|refusal(?:\snotice)?|notes?|context|scope|clarification|advice.*)\W*"
)
"""Heads that divide a letter by what it does and not by what was asked."""


def read(made: Exchange) -> dict[int, Section]:
    """Return the sections by the start of their paragraphs; none where the letter is not divided so."""
    last = next((at for at, block in enumerate(made.blocks) if cues.closes(made.lowered, block)), len(made.blocks))
    numbered: dict[str, list[int]] = {}
    for at, block in enumerate(made.blocks[:last]):
        if _is_numbered(made, at, block):
            numbered.setdefault(_style(block), []).append(at)
    for run in sorted(numbered.values(), key=len, reverse=True):
        if found := _sections(made, run, last):
            return {made.blocks[at].start: one for at, one in found.items()}
    return {}


def without_divisions(made: Exchange) -> list[Block]:
    """Return the paragraphs, without the numbers of heads that only divide the letter: "1. Your request", "2. Our decision"."""
    blocks = list(made.blocks)
    heads = [
        at
        for at, block in enumerate(blocks)
        if _is_numbered(made, at, block) and block.end - block.body <= _TITLE and made.text[block.end - 1] not in ".:;?"
    ]
    divisions = [at for at in heads if _PART_OF_LETTER.fullmatch(made.lowered, blocks[at].body, blocks[at].end)]
    if len(divisions) >= _LEAST and len(divisions) * 2 >= len(heads):
        for at in heads:
            blocks[at] = replace(blocks[at], label=None, shape=Shape.HEADING)
    return blocks


def with_answers_marked(made: Exchange) -> list[Block]:
    """Return the paragraphs, with "A." below a question as the mark of its answer, where no "B." makes it a letter of a list."""
    blocks = list(made.blocks)
    bodies = [at for at, block in enumerate(blocks) if not block.furniture]
    lettered = {
        at: block.label.paths[0] for at in bodies if (block := blocks[at]).label is not None and block.label.relative
    }
    first = [at for at, path in lettered.items() if path == ("a",) and made.lowered[blocks[at].start] == "a"]
    if len(first) != len(lettered) or not all(_is_question(made, blocks, bodies, at) for at in first):
        return blocks
    for at in first:
        blocks[at] = replace(blocks[at], label=Label(Mark.ANSWER, (), blocks[at].body))
    return blocks


def _is_question(made: Exchange, blocks: list[Block], bodies: list[int], at: int) -> bool:
    """Return True where the paragraph before is a question by its mark."""
    place = bodies.index(at)
    above = blocks[bodies[place - 1]] if place else None
    return above is not None and (
        (above.label is not None and above.label.mark is Mark.QUESTION) or made.text[above.end - 1] == "?"
    )


def _is_numbered(made: Exchange, at: int, block: Block) -> bool:
    head = block.label
    if head is None or block.furniture or block.welsh or made.remedies[at] or block.shape is Shape.ROW:
        return False
    plain = head.mark in {Mark.NUMBER, Mark.QUESTION} and not head.lead_in
    return plain and len(head.paths) == 1 and len(head.paths[0]) == 1 and block.body < block.end


def _style(block: Block) -> str:
    token = block.label.paths[0][0] if block.label is not None else ""
    return "1" if token.isdigit() else "a"


def _sections(made: Exchange, run: list[int], last: int) -> dict[int, Section]:
    """Return the sections of one run of numbers; none where they are not all sections."""
    paths = [_path(made.blocks[at]) for at in run]
    if len(run) < _LEAST or paths[0][0] not in {"1", "a", "i"}:
        return {}
    if any(not _runs_on(after[0], before[0]) for before, after in pairwise(paths)):
        return {}
    found: dict[int, Section] = {}
    told = 0
    for at in run:
        block = made.blocks[at]
        if _PART_OF_LETTER.fullmatch(made.lowered, block.body, block.end):
            return {}
        below = next((made.blocks[n] for n in range(at + 1, last) if not made.blocks[n].furniture), None)
        rest = _inside(made, block)
        if rest is None and below is not None and below.label is None and _is_head(made, block):
            if cues.requester_speaks(made.lowered, below) or cues.asks(made.lowered, below.start, below.end):
                return {}
            rest = (block.end, block.end)
            told += _tells(made, below) or below.shape is Shape.ROW
        elif rest is not None:
            told += 1
        if rest is None:
            return {}
        found[at] = Section(_path(block), block.body, *rest)
    return found if told * 2 >= len(run) else {}


def _path(block: Block) -> Path:
    return block.label.paths[0] if block.label is not None else ()


def _runs_on(after: str, before: str) -> bool:
    """Return True where a number comes next, or next but one: a gap is told, not overlooked."""
    if before.isdigit() and after.isdigit():
        return 0 < int(after) - int(before) <= _LEAST
    return levels.follows(after, before) or any(levels.follows(after, one) for one in _next(before))


def _next(token: str) -> Iterator[str]:
    """Yield what may follow a letter or a Roman numeral."""
    for other in (chr(ord(token[-1]) + 1), *levels.ROMAN):
        if levels.follows(other, token):
            yield other


def _is_head(made: Exchange, block: Block) -> bool:
    """Return True for a line that asks, or names a thing without saying anything of it."""
    if block.end - block.body > _TITLE:
        return False
    if made.text[block.end - 1] == "?":
        return True
    return made.text[block.end - 1] not in ":;" and _names(made, block.body, block.end)


def _names(made: Exchange, start: int, end: int) -> bool:
    """Return True for words that say nothing by themselves: "the bids that were received" names, "bids were received" says."""
    lowered = made.lowered
    if (
        ". " in lowered[start:end]
        or _HOLDS.match(lowered, start, end)
        or cues.answers_shortly(lowered, Block(start, end, Shape.TEXT))
    ):
        return False
    said = _FINITE.search(lowered, start, end)
    return said is None or bool(_RELATIVE.search(lowered, start, said.start()))


def _inside(made: Exchange, block: Block) -> tuple[int, int] | None:
    """Return where the head ends and the answer begins in one paragraph; None where it has not both."""
    text, lowered = made.text, made.lowered
    first = next(iter(sentences(text, lowered, block.body, block.end)), None)
    if first is None:
        return None
    for dash in _DASH.finditer(lowered, block.body, first.end):
        if _HOLDS.match(lowered, dash.end(), block.end) and _names(made, block.body, dash.start()):
            return dash.start(), dash.end()
    behind = first.end
    while behind < block.end and text[behind].isspace():
        behind += 1
    if behind >= block.end or not (text[first.end - 1] == "?" or _names(made, block.body, first.end)):
        return None
    rest = Block(behind, block.end, Shape.TEXT)
    return (first.end, behind) if _tells(made, rest) else None


def _tells(made: Exchange, block: Block) -> bool:
    """Return True where words begin as an answer does."""
    lowered = made.lowered
    if _HOLDS.match(lowered, block.body, block.end) or cues.answers_shortly(lowered, block):
        return True
    if cues.requester_speaks(lowered, block):
        return False
    first = next(iter(sentences(made.text, lowered, block.body, block.end)), None)
    return first is not None and (
        cues.replies(lowered, block)
        or turns.decides(lowered, first.start, first.end)
        or next(iter(speech.cues(lowered, first.start, first.end)), None) is not None
    )


def take(made: Exchange, block: Block) -> bool:
    """Open the answer to the question at the head of a section; False for all other paragraphs."""
    one = made.sections.get(block.start)
    if one is None or made.zone in {Zone.ANNEX, Zone.CLOSE}:
        return False
    if made.zone is Zone.REQUEST and not made.asked:
        asking.ask_loosely(made)
    if made.zone is not Zone.REPLY:
        made.go(Zone.REPLY)
    made.in_turn, made.sectioned = True, False
    label = Passage(block.start, block.body)
    question = made.known.get(one.path)
    if question is None:
        question = made.ask(one.start, one.end, one.path, label)
    made.last = one.path
    made.answer(one.rest, block.end, (one.path,), label, question=question, pairing=Pairing.REPEATED)
    return True


def gaps(sections: dict[int, Section]) -> list[Passage]:
    """Return the heads before which a number was left out."""
    ordered = [sections[start] for start in sorted(sections)]
    return [
        Passage(after.start, after.end)
        for before, after in pairwise(ordered)
        if not levels.follows(after.path[0], before.path[0])
    ]


def overlooked(made: Exchange, question: Question) -> list[Passage]:
    """Return the things that an unnumbered request lists and that no part of the letter takes up.

    Fewer parts than things: in as many, each may have its own under another name.
    """
    asked = compound.listed(made.text, made.lowered, question.start, question.end)
    if not made.sections or len(asked) <= len(made.sections):
        return []
    heads = frozenset[str]().union(*(one.words for one in made.asked if one.path))
    said = [words.content(made.lowered[one.start : one.end]) for one in made.said]
    return compound.passed_by(made.lowered, asked, heads, said)


def passed_over(made: Exchange, question: Question) -> bool:
    """Return True where none of the sections has a word of what an unnumbered question asks."""
    said = frozenset[str]().union(*(words.content(made.lowered[one.start : one.end]) for one in made.said))
    asked = frozenset[str]().union(*(one.words for one in made.asked if one.path))
    return len(question.words) >= _LEAST and not question.words & (said | asked)
