"""The quoted request: its questions, numbered or not, and where it ends."""

from __future__ import annotations

import re

from redactor.letter import cues, levels, words
from redactor.letter.exchange import Exchange
from redactor.letter.model import Pairing, Passage, Path, Shape, Zone
from redactor.letter.numbering import Mark
from redactor.letter.paragraphs import Block, sentences

_ASKING = (
    r"(?:asked|requested|requesting|sought|seeking|asking|wanted|ask|seek|request|wish(?:ed)?)\b"
    r"(?:\s(?:on|of|dated|received\son)\s(?:\w+day\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s\w+\s\d{4}|\d[\d/.-]+)\b,?)?"
    r"(?:\s(?:for\s)?(?:the\sfollowing(?:\s(?:information|"
    r"questions?))?|information\s(?:as\sto|on|about|regarding|relating\sto|concerning)|details\s(?:of|about))|\sus|\sto\sknow|\sfor|\sto\sbe\s"
    r"(?:told|given)|\sto\s(?:see|receive))*"
)
_INLINE = re.compile(
    rf"\b(?:you|requester|applicant|which|and|act|correspondence|e-?mail|letter)\b[^.:]{{0,60}}?\b{_ASKING}[:,]?\s+(?P<rest>\S.*)"
)
_INSIDE = re.compile(r"(?<![\w)])\(?(?P<token>\d{1,2}|[a-h])\)\s+(?=[\w\"'\u00a3])")
_ANNOUNCED = re.compile(
    r"\byou\s(?:\w+\s){0,2}?(?:asked|requested|wrote|sought|ask|want|wanted|wished)\b|\brequest\b|\bi\s(?:would|am|wish|want|request)\b|\bplease\b"
)
_NO_QUESTION = re.compile(
    r"(?:for\s)?(?:(?:some|the|recorded|certain)\s)*(?:information|following|request)?\s*(?:under|from|dated|of\sus|to\sthe|via|below|made)\b|be\b|"
    r"(?:(?:some|the|recorded)\s)*information(?:,|\s(?:which|that\swe|received|dated|logged|sent|made))|(?:the\s)?following\b|(?:information|request)s?\W*$|that\swe\b|an?\sinternal\b"
)


def introduction(walk: Exchange, at: int, block: Block) -> bool:
    """Return True where a paragraph announces the request; what it asks itself is taken up."""
    if walk.inline and walk.text[block.end - 1] == ":" and cues.introduces(walk.lowered, block):
        # "Thank you for asking about X. You asked:" tells the subject first and the questions then.
        walk.start_again()
    if walk.zone is Zone.REQUEST and (walk.asked or walk.inline):
        return False
    if (block.label is not None and block.label.paths) or not cues.introduces(walk.lowered, block):
        return False
    if walk.zone is Zone.ANNEX and walk.asked:
        return False
    if cues.only_dates(walk.lowered, block) and _inline(walk, block) is None and not _asks_next(walk, at):
        return False
    walk.go(Zone.REQUEST)
    walk.introductions.append(at)
    rest = _inline(walk, block)
    if rest is not None and not _leads_on(walk, at, block):
        walk.inline = True
        for part in asking(walk, rest) or [rest]:
            walk.ask(part.start, part.end, (), None)
        _same_paragraph(walk, block, rest)
    return True


def enumerated(walk: Exchange, at: int, block: Block) -> bool:
    """Return True where one paragraph has the whole request as "(1) ..., (2) ..." or "a) ... b) ..."; its parts are taken."""
    if walk.asked or block.label is not None or block.shape is Shape.ROW:
        return False
    found = _numbers(walk.lowered, block)
    quoted = walk.text[block.start] in "\"'"
    if len(found) < 2 or not (quoted or _ANNOUNCED.search(walk.lowered, block.start, found[0].start())):
        return False
    walk.go(Zone.REQUEST)
    walk.introductions.append(at)
    walk.inline = True
    ends = [match.start() for match in found[1:]]
    stop = next((one.end for one in sentences(walk.text, walk.lowered, found[-1].end(), block.end)), block.end)
    for match, end in zip(found, [*ends, stop], strict=True):
        while end > match.end() and walk.text[end - 1] in " ,;\t\n":
            end -= 1
        walk.ask(match.end(), end, (match["token"],), Passage(match.start(), match.end()))
    return True


def _numbers(lowered: str, block: Block) -> list[re.Match[str]]:
    """Return the numbers or letters within a paragraph that run on from the first, each with words behind it."""
    found: list[re.Match[str]] = []
    for match in _INSIDE.finditer(lowered, block.start, block.end):
        wanted = {"1", "a"} if not found else {_after(found[-1]["token"])}
        if match["token"] in wanted and (not found or match.start() - found[-1].end() > 8):
            found.append(match)
    return found


def _after(token: str) -> str:
    return str(int(token) + 1) if token.isdigit() else chr(ord(token) + 1)


def _same_paragraph(walk: Exchange, block: Block, rest: Passage) -> None:
    """Take what stands behind "You asked ..." in the same paragraph as the answer."""
    start = rest.end
    while start < block.end and walk.text[start].isspace():
        start += 1
    if start < block.end and len(walk.asked) == 1:
        walk.go(Zone.REPLY)
        walk.answer(start, block.end, (), None, question=0, pairing=Pairing.REPEATED)


def _inline(walk: Exchange, block: Block) -> Passage | None:
    """Return what a sentence such as "You asked for ..." goes on to ask."""
    text, lowered = walk.text, walk.lowered
    colon = lowered.find(":", block.start, block.end)
    if 0 <= colon < block.end - 12 and cues.introduces(lowered, Block(block.start, colon + 1, block.shape)):
        start = colon + 1
        while text[start].isspace():
            start += 1
        return Passage(start, block.end)
    match = None
    for sentence in sentences(text, lowered, block.start, block.end):
        match = _INLINE.search(lowered, sentence.start, sentence.end) or match
    if match is None or len(match["rest"].split()) < 3 or _NO_QUESTION.match(lowered, match.start("rest"), match.end()):
        return None
    return Passage(*match.span("rest"))


def _asks_next(walk: Exchange, at: int) -> bool:
    """Return True where the paragraph below is in the requester's voice or numbered, as a request is."""
    after = next((later for later in walk.blocks[at + 1 :] if not later.furniture), None)
    if after is None or cues.speaks_to_requester(walk.lowered, after) or cues.replies(walk.lowered, after):
        return False
    return (
        after.label is not None
        or walk.text[after.start] in "\"'"
        or cues.asks(walk.lowered, after.start, after.end)
        or cues.requester_speaks(walk.lowered, after)
    )


def _leads_on(walk: Exchange, at: int, block: Block) -> bool:
    """Return True where the request follows below."""
    if walk.text[block.end - 1] == ":":
        return True
    after = next((later for later in walk.blocks[at + 1 :] if not later.furniture), None)
    if after is None:
        return False
    return (
        after.label is not None
        and after.label.mark is not Mark.ANSWER
        and cues.asks(walk.lowered, after.body, after.end)
    )


def take(walk: Exchange, at: int, block: Block, *, reply_ahead: bool) -> bool:
    """Take a paragraph of the request; False where it is the first of the reply."""
    lowered, head = walk.lowered, block.label
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
    if walk.inline and not cues.asks(lowered, block.start, block.end) and block.shape is not Shape.ROW:
        return False
    walk.loose.append(block)
    return True


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
    return cues.replies(walk.lowered, block) or cues.speaks_to_requester(walk.lowered, block)


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
