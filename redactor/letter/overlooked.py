"""A reply that no word announced: paragraphs taken for the quoted request that only the authority can have written."""

from __future__ import annotations

import re

from redactor.letter import cues, speech
from redactor.letter.exchange import Exchange
from redactor.letter.model import Holding, Shape, Zone

_LAW = re.compile(r"\b(?:section|regulation)\s\d+[a-z]?\(|\b(?:exempt|withheld|withhold\w*)\b")
_DECIDES = frozenset({Holding.NOT_HELD, Holding.REFUSED, Holding.NCND, Holding.DISCLOSED})


def restore(made: Exchange) -> None:
    """Zone as reply what follows the request, where the letter offers a review and yet seems to reply to nothing."""
    if Zone.REPLY in made.zones or Zone.APPEAL not in made.zones:
        return
    asked = [at for at, zone in enumerate(made.zones) if zone is Zone.REQUEST]
    first = next((at for at in asked if _answers(made, at)), None)
    if first is None:
        return
    start = made.blocks[first].start
    for at in asked:
        if at >= first:
            made.zones[at] = Zone.REPLY
    made.loose = [block for block in made.loose if block.start < start]


def _answers(made: Exchange, at: int) -> bool:
    """Return True for running text that decides: it says what is given, refused or not held, and asks nothing."""
    block, lowered = made.blocks[at], made.lowered
    if block.shape is not Shape.TEXT or block.label is not None or made.text[block.start] in "\"'\u201c":
        return False
    if cues.asks(lowered, block.start, block.end) or cues.requester_speaks(lowered, block):
        return False
    said = {holding for holding, _ in speech.cues(lowered, block.start, block.end)}
    return bool(said & _DECIDES) or bool(_LAW.search(lowered, block.start, block.end))
