"""Paragraphs of a letter: lines that run on are joined, heads and feet of pages, tables, fields and Welsh are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from redactor.analysis.textmap import TextMap
from redactor.letter import runon
from redactor.letter.model import Passage, Shape
from redactor.letter.numbering import Label, Mark, label
from redactor.model import Span

_RUN_ON = 45
"""Characters from which a line without a full stop may run on; an address line is shorter."""
_HEADING_CHARS, _HEADING_WORDS = 110, 16
_LINE = re.compile(r"[^\n]+")
_OPEN_END = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|for|by|with|that|on|at|from|as|is|are|was|be|under|section|regulation|not|its|their|"
    r"your|our|which|has|have|mr|mrs|ms|dr|s|reg))$"
)
_SECTION_END = re.compile(r"(?:\b(?:section|regulation|s|reg|article)\.?\s?\d+[a-z]*(?:\(\w+\))*|\d\))$")
_BRACKET = re.compile(r"\([a-z0-9]{1,3}\)")
_PAGE_FOOT = re.compile(
    r"(?:.{0,80}\b)?(?:page\s*\d+(?:\s*(?:of|/)\s*\d+)?|\d+\s*/\s*\d+)|[-\u2013 ]*\d{1,3}[-\u2013 ]*"
)
_PAGE_NUMBER = re.compile(r"(?:.{0,80}\b)?page\s*\d+(?:\s*(?:of|/)\s*\d+)?")
_SENTENCE_END = re.compile(r"[.?!][\"')\]]*(?=\s+[A-Z0-9\"'(\[\u00a3])")
_ABBREVIATION = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|rev|st|no|nos|s|ss|reg|regs|para|paras|art|cf|vs|approx|inc|ltd|co|e\.g|i\.e|etc|[a-z])\.$"
)
_FIELD = re.compile(
    r"(?P<label>[A-Z][\w'/()&.-]*(?:[ /-][\w'/()&.-]+){0,4}?)\s*(?P<stop>:|\t|\s[-\u2013](?=\s|$))[ \t]*(?P<value>.*)"
)
_LABEL = re.compile(
    r"(?:(?:our|your|the|ein|eich|call|direct|main|postal|e|web|foi|case|request|contact)[\s-])*(?:their\s)?(?:ref(?:erence)?s?|date|tel(?:ephone)?|phone|"
    r"e-?mail|address|website|web|site|fax|post|dial|line|subject|re|from|to|cc|contact|switchboard|officer|name|mobile|ext(?:ension)?|dx|text|"
    r"textphone|helpline|url|number|no|online|mail|write|visit|cyf|dyddiad|ffon|ebost)\b"
)
_VALUE_CHARS = 90
_WELSH = frozenset(
    """yn yr y i'r o'r a'r mae eich ein wedi cais gwybodaeth ar gyfer gan hyn nid oes neu chi cyngor rydym bod ei am eu
    dan rhyddid deddf hon i ac i'ch annwyl gywir yw mewn drwy fel sydd os gallwch gofynnoch""".split()  # noqa: SIM905
)
_WELSH_ONLY = _WELSH - {"i", "am", "y", "o"}
_INITIAL = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?")
_WORDS = re.compile(r"[a-z\u00e0-\u00ff']+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph before its zone is known."""

    start: int
    end: int
    shape: Shape
    label: Label | None = None
    furniture: bool = False
    welsh: bool = False

    @property
    def body(self) -> int:
        """Return where its text begins after the number or bullet."""
        return self.label.body if self.label else self.start


def split(text: TextMap, lowered: str) -> list[Block]:
    """Return the paragraphs of a letter in the order of the text."""
    lines = [_trim(text.text, match) for match in _LINE.finditer(text.text)]
    lines = [line for line in lines if line[0] < line[1]]
    furniture = _furniture(text, lowered, lines)
    blocks: list[Block] = []
    for at, (start, end) in enumerate(lines):
        if at in furniture:
            blocks.append(Block(start, end, Shape.TEXT, furniture=True))
            continue
        head = _label(text.text, lowered, start, end)
        # A tab behind a bullet sets the item in; it makes no row of a table.
        bullet = head is not None and head.mark is Mark.BULLET
        row = "\t" in text.text[head.body if bullet and head else start : end]
        before = next((at for at in range(len(blocks) - 1, -1, -1) if not blocks[at].furniture), None)
        if before is not None and not row and _runs_on(text.text, lowered, blocks[before], start, end, head):
            # Over the foot of a page a paragraph's range takes the foot in: what it says goes on behind it.
            blocks[before] = replace(blocks[before], end=end)
            continue
        shape = Shape.ROW if row else Shape.ITEM if head else Shape.TEXT
        blocks.append(Block(start, end, shape, head))
    blocks = [part for block in blocks for part in _parted(text.text, lowered, block)]
    header = next((block.start for block in blocks if lowered.startswith(("dear", "annwyl"), block.start)), 0)
    return [_shaped(text.text, lowered, block, in_header=block.start < header) for block in blocks]


def _parted(text: str, lowered: str, block: Block) -> list[Block]:
    """Return a paragraph, or each of the questions or answers that run on in it as one of its own."""
    cuts = [] if block.furniture or block.shape is Shape.ROW else runon.starts(text, lowered, block.start, block.end)
    if not cuts:
        return [block]
    found = []
    for start, end in pairwise([block.start, *cuts, block.end]):
        while end > start and text[end - 1].isspace():
            end -= 1
        head = block.label if start == block.start else _label(text, lowered, start, end)
        found.append(Block(start, end, Shape.ITEM if head else Shape.TEXT, head))
    return found


def _label(text: str, lowered: str, start: int, end: int) -> Label | None:
    """Return the number at the head of a line; a quotation mark may stand before it, and an initial is none."""
    if _INITIAL.fullmatch(text, start, end):
        return None
    quoted = text[start] in "\"'" and end - start > 3
    found = label(lowered, start + quoted, end)
    return found if not quoted or (found and found.mark in {Mark.NUMBER, Mark.QUESTION}) else None


def _trim(text: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _furniture(text: TextMap, lowered: str, lines: Sequence[tuple[int, int]]) -> set[int]:
    """Return the lines that are heads and feet: page numbers, and what stands at the edge of several pages."""
    found = {
        at
        for at, (start, end) in enumerate(lines)
        if end - start <= 120 and _PAGE_NUMBER.fullmatch(lowered, start, end)
    }
    edges: Counter[str] = Counter()
    where: dict[str, list[int]] = {}
    at = 0
    for segment in text.segments:
        low, high = text.position(Span(segment.id, 0, len(segment.text)))
        on_page = []
        while at < len(lines) and lines[at][0] < high:
            if lines[at][0] >= low:
                on_page.append(at)
            at += 1
        for edge in (*on_page[:3], *on_page[-3:]) if len(on_page) > 6 else ():
            start, end = lines[edge]
            key = ("head " if edge in on_page[:3] else "foot ") + re.sub(r"\d+", "#", lowered[start:end])
            edges[key] += 1
            where.setdefault(key, []).append(edge)
        for edge in on_page[-1:]:
            if len(text.segments) > 1 and _PAGE_FOOT.fullmatch(lowered, *lines[edge]):
                found.add(edge)
    for key, count in edges.items():
        if count > 1 and count * 2 >= len(text.segments) and not _is_number(key[5:]):
            found.update(where[key])
    return found


def _is_number(key: str) -> bool:
    """Return True for a figure or a question heading ("Question #"), which may stand at several pages' edges."""
    return key in {"#", "-"} or label(key.replace("#", "1"), 0, len(key)) is not None


def _runs_on(text: str, lowered: str, block: Block, start: int, end: int, head: Label | None) -> bool:
    """Return True where a line goes on with the sentence of the block before it."""
    before = lowered[block.start : block.end]
    if block.shape is Shape.ROW or "\t" in before[-_RUN_ON:] or before[-1] in ".?!:;":
        return False
    last_line = before[before.rfind("\n") + 1 :]
    if head is not None:
        # "section 40(3A)" and then "(a) applies" is one citation, not a list.
        return len(last_line) >= _RUN_ON and bool(
            _SECTION_END.search(last_line) and _BRACKET.match(lowered, start, end)
        )
    if len(last_line) < _RUN_ON:
        return False
    return text[start].islower() or bool(_OPEN_END.search(last_line))


def _shaped(text: str, lowered: str, block: Block, *, in_header: bool) -> Block:
    """Return a block with the shape that its words give it."""
    if block.furniture:
        return block
    welsh = is_welsh(lowered, block.start, block.end)
    shape = block.shape
    if shape is Shape.TEXT:
        pair = field_of(text, block.start, block.end)
        if pair and (in_header or _LABEL.match(lowered, pair[0].start, pair[0].end)):
            shape = Shape.FIELD
        elif _is_heading(text, block.start, block.end):
            shape = Shape.HEADING
    return replace(block, shape=shape, welsh=welsh)


def field_of(text: str, start: int, end: int) -> tuple[Passage, Passage] | None:
    """Return label and value of a line such as "Our ref: 12"; None where it is none."""
    if end - start > _VALUE_CHARS + 40:
        return None
    match = _FIELD.fullmatch(text, start, end)
    if match is None or match.end("value") - match.start("value") > _VALUE_CHARS:
        return None
    return Passage(*match.span("label")), Passage(*match.span("value"))


def _is_heading(text: str, start: int, end: int) -> bool:
    if end - start > _HEADING_CHARS or text[end - 1] in ".;,?!" or "\n" in text[start:end]:
        return False
    if not (text[start].isupper() or text[start].isdigit()):
        return False
    words = text[start:end].split()
    return len(words) <= _HEADING_WORDS and any(char.isalpha() for char in text[start:end])


def is_welsh(lowered: str, start: int, end: int) -> bool:
    """Return True where a paragraph of five words or more is made like Welsh."""
    words = _WORDS.findall(lowered, start, end)
    if len(words) < 5:
        return False
    known = sum(1 for word in words if word in _WELSH)
    return known >= 0.3 * len(words) and any(word in _WELSH_ONLY for word in words)


def sentences(text: str, lowered: str, start: int, end: int) -> Iterator[Passage]:
    """Yield the sentences of a range; a cell of a table and a line that was not joined end one too."""
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        stop = match.end()
        if text[match.start()] == "." and _ABBREVIATION.search(lowered, max(at, match.start() - 8), match.start() + 1):
            continue
        yield Passage(at, stop)
        at = stop
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield Passage(at, end)
