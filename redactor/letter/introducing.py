"""The paragraph that announces a request, and what it asks itself: "You asked for ...", "(1) ..., (2) ...", "a) ... b) ..."."""

from __future__ import annotations

import re

from redactor.letter import cues
from redactor.letter.asking import asking
from redactor.letter.exchange import Exchange
from redactor.letter.model import Pairing, Passage, Shape, Zone
from redactor.letter.numbering import Mark
from redactor.letter.paragraphs import Block, sentences

_ASKING = (
    r"(?:asked|enquired|inquired|enquiring|requested|requesting|sought|seeking|asking|wanted|ask|seek|request|wish(?:ed)?)\b"
    r"(?:\s(?:on|of|dated|received\son)\s(?:\w+day\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s\w+\s\d{4}|\d[\d/.-]+)\b,?)?"
    r"(?:,?\s(?:made\s)?(?:under|by\svirtue\sof|pursuant\sto|in\sterms\sof|using)\sthe\s(?:freedom|environmental)\sof?\s?information\s(?:\(scotland\)\s)?(?:act|regulations)(?:\s\(scotland\))?(?:\s(?:19|20)\d\d)?,?)?"
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
    r"(?:for\s)?(?:these|those|the(?:\sfollowing)?|several|some|various|(?:two|three|four|five|six)(?:\sother)?|a\s(?:number|list)\sof)\s(?:\w+\s)?(?:things|questions|points|matters|items|pieces\sof\sinformation)\b(?!\s(?:about|on|concerning|regarding)\b)|"
    r"(?:for\s)?information\s(?:has|was|is|will)\b|"
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
    elif rest is None and not walk.asked and _tells_subject(walk, block) and not _asks_next(walk, at):
        # It tells the subject in a sentence, and nothing below speaks for the requester.
        walk.inline = True
    return True


def _tells_subject(walk: Exchange, block: Block) -> bool:
    """Return True for a sentence, or a heading that names what was asked for."""
    return walk.text[block.end - 1] == "." or cues.names_subject(walk.lowered, block)


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
