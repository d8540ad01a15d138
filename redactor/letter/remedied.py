"""Which paragraphs are about review or complaint: by their own words, by their heading, or on the way to the Commissioner."""

from __future__ import annotations

import re

from redactor.letter import remedy, signs
from redactor.letter.model import Passage, Shape
from redactor.letter.paragraphs import Block, sentences

_HEADS = 3
"""Paragraphs below a heading of which one must tell of a remedy for the heading to belong to it."""
REPLIES_AGAIN = re.compile(
    r"\b(?:exempt\w*|except(?:ed|ion)|(?:section|regulation)\s\d+|public\sinterest|we\s(?:do\snot\s)?hold|(?:not\s)?held|withh\w+|disclos\w+|prejudice)\b"
)

_ARGUES = re.compile(
    r"\bpublic\sinterest\b|\bpersonal\sdata\b|\b(?:is|are|was|were)\s(?:\w+\s){0,2}?(?:exempt|excepted|withheld)\b|"
    r"\bdisclosure\swould\b|\bwould\s(?:be\slikely\sto\s)?prejudice\b|\bqualified\sexempt\w+"
)


def read(text: str, lowered: str, blocks: list[Block]) -> list[bool]:
    """Return for each paragraph whether it is about review or complaint; a heading is what stands below it is."""
    found = [
        not block.furniture
        and not block.welsh
        and remedy.is_about(lowered, list(sentences(text, lowered, block.body, block.end)))
        and not _argues(lowered, block)
        for block in blocks
    ]
    about = [block for at, block in enumerate(blocks) if found[at]]
    if not any(_offers_its_own(text, lowered, block) for block in about):
        for at, block in enumerate(blocks):
            if found[at] and remedy.names_commissioner(lowered, block.start, block.end):
                _before_commissioner(lowered, blocks, found, at)
    for at, block in enumerate(blocks):
        if block.shape is Shape.HEADING and not found[at] and remedy.may_head(lowered, block.start, block.end):
            below = [at + more for more, one in enumerate(blocks[at + 1 : at + 1 + _HEADS], 1) if not one.furniture]
            # A heading of its own comes between: what stands under that one is another matter.
            until = next((one for one in below if blocks[one].shape is Shape.HEADING and not found[one]), len(blocks))
            if below and below[0] < until:
                head, first = Passage(block.start, block.end), blocks[below[0]]
                said = next(iter(sentences(text, lowered, first.body, first.end)), head)
                found[below[0]] = found[below[0]] or remedy.offers_one(lowered, head, said)
                if not found[below[0]] and REPLIES_AGAIN.search(lowered, first.body, first.end):
                    # "Internal review" above what the review came to.
                    continue
            found[at] = any(found[one] for one in below if one < until)
    for at, block in enumerate(blocks):
        if found[at] and block.shape is Shape.HEADING and at + 1 < len(blocks) and not found[at + 1]:
            # "Review of FOI 24/98" heads the outcome of one.
            under = blocks[at + 1]
            found[at] = signs.reviewed(lowered, list(sentences(text, lowered, under.body, under.end))) is None
    return found


def _argues(lowered: str, block: Block) -> bool:
    """Return True where a paragraph argues for an exemption and speaks of complaints by the way, without offering one."""
    offers = remedy.invites(lowered, block.start, block.end) or remedy.names_commissioner(
        lowered, block.start, block.end
    )
    return not offers and bool(_ARGUES.search(lowered, block.start, block.end))


def _offers_its_own(text: str, lowered: str, block: Block) -> bool:
    """Return True where a paragraph tells of another remedy than the Commissioner."""
    return any(
        remedy.tells(lowered, one.start, one.end) and not remedy.names_commissioner(lowered, one.start, one.end)
        for one in sentences(text, lowered, block.body, block.end)
    )


def _before_commissioner(lowered: str, blocks: list[Block], found: list[bool], at: int) -> None:
    """Take the paragraphs on the way to the Commissioner that tell of a review in words of their own."""
    before = [back for back in range(at - 1, -1, -1) if not blocks[back].furniture][:_HEADS]
    for back in before:
        block = blocks[back]
        if found[back] or block.welsh or block.shape is Shape.ROW:
            continue
        if not remedy.hints(lowered, block.body, block.end):
            return
        found[back] = True
