"""Words of a letter that point to another place in it ("the table overleaf"), and whether anything of the kind stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.letter import contacts
from redactor.letter.model import Letter, Paragraph, Passage, Shape, Zone

_AHEAD = r"(?:below|overleaf|underneath|beneath|following|on\s(?:the\s)?(?:next|following|reverse|other)\s(?:page|side)|on\sthe\s(?:reverse|back)|at\sthe\s(?:end|foot|bottom)\sof\sthis\s(?:letter|page|e-?mail|reply))"
_SET = r"(?:(?:is|are|was|were|shown|set\sout|given|printed|listed|provided|which|that|you\swill\sfind)\s){0,4}"
_TABLE = re.compile(
    rf"\b(?:table|tables|chart|graph|grid|matrix)\s{_SET}{_AHEAD}\b|\b(?:the|following|below)\s(?:following|below)?\s?(?:table|chart|graph)\b(?=\s(?:shows|sets|gives|lists|has|contains))|\bfollowing\s(?:table|chart|graph|grid)\b"
)
_CONTACT = re.compile(
    rf"\b(?:address(?:es)?|e-?mail|number|details|mailbox|contact)\s{_SET}(?:below|overleaf|underneath|at\sthe\s(?:foot|bottom|end)\sof\sthis\s(?:letter|page|e-?mail))\b|\b(?:following|below)\s(?:postal\s)?(?:address|e-?mail|number|mailbox)\b"
)
_LINK = re.compile(
    rf"\b(?:link|web\s?address|url)s?\s{_SET}(?:below|underneath)\b|\bfollowing\s(?:links?|web\s?(?:address|site|page)|url)\b"
)
_PARAGRAPH = re.compile(
    r"\bparagraphs?\s(?P<number>\d{1,2})\b(?!\s?(?:of|to)\s(?:the|schedule|that|an?)\b)(?!\(|\s?\()(?P<where>\s(?:above|below)|\sof\sthis\s(?:letter|reply|response))?"
)
_POINTS = re.compile(
    r"\b(?:explained|set\sout|said|stated|given|described|mentioned|see|listed|reasons?|noted|discussed)\s(?:\w+\s)?(?:at|in|under)?\s?$"
)
_OF_ANOTHER = re.compile(
    r"\b(?:schedule|code|guidance|report|policy|act|regulations?|judgment|decision|notice|minutes|contract|agreement|manual|plan|statement|terms|document|tribunal|commissioner)\b"
)
_LIST_AHEAD = re.compile(
    r"(?:\bas\sfollows|\bthe\sfollowing\b[^.:]{0,60})\s?[:.]$|\b(?:listed|set\sout|shown|given)\s(?:as\sfollows|overleaf)\s?[.:]$"
)
_FIGURE = re.compile(r"\d")
_OTHERS = re.compile(r"\bcommissioner|\bico\b|\bombudsman|\btribunal")
_LEADS = frozenset({Shape.ROW, Shape.ITEM})
_ADDRESS = re.compile(
    r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b|@|\b0\d{2,4}[\s-]?\d{3}|\b(?:street|road|lane|house|hall|square|avenue|po\sbox)\b"
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that point to what is not there; ``what`` names it for a message."""

    start: int
    end: int
    what: str


def astray(letter: Letter, lowered: str) -> Iterator[Pointer]:
    """Yield the words that point to something further on, or to a numbered paragraph, that the letter does not have."""
    if not any(
        word in lowered for word in ("below", "overleaf", "following", "follows", "paragraph", "underneath", "page")
    ):
        return
    parts = [part for part in letter.paragraphs if part.zone is not Zone.FURNITURE]
    numbers = _numbers(letter, parts)
    for at, part in enumerate(parts):
        if part.zone in {Zone.REQUEST, Zone.HEADER, Zone.ANNEX} or part.welsh:
            continue
        after = parts[at + 1 :]
        for sentence in part.sentences or (Passage(part.start, part.end),):
            yield from _of(letter, lowered, sentence, part, after, numbers)


def _of(
    letter: Letter, lowered: str, one: Passage, part: Paragraph, after: Sequence[Paragraph], numbers: frozenset[int]
) -> Iterator[Pointer]:
    if (
        (found := _TABLE.search(lowered, one.start, one.end))
        and not letter.attachments
        and not _has_table(letter, lowered, part, after, found.end())
    ):
        yield Pointer(*found.span(), "table")
    if (found := _CONTACT.search(lowered, one.start, one.end)) and not _reaches(lowered, part, after, found.end()):
        yield Pointer(*found.span(), "address or number")
    if (found := _LINK.search(lowered, one.start, one.end)) and not any(
        link.start >= found.start() for link in letter.links
    ):
        yield Pointer(*found.span(), "link")
    for found in _PARAGRAPH.finditer(lowered, one.start, one.end):
        if not found["where"] and (
            _OF_ANOTHER.search(lowered, one.start, one.end) or not _POINTS.search(lowered, one.start, found.start())
        ):
            continue
        if int(found["number"]) not in numbers and int(found["number"]) > (0 if numbers else _spoken(letter)):
            yield Pointer(*found.span(), "paragraph of that number")
    if (
        part.zone is not Zone.APPEAL
        and one.end == part.end
        and (found := _LIST_AHEAD.search(lowered, one.start, one.end))
        and not _goes_on(after)
    ):
        yield Pointer(*found.span(), "list")


def _numbers(letter: Letter, parts: Sequence[Paragraph]) -> frozenset[int]:
    """Return the numbers that paragraphs of the letter bear."""
    found = set()
    for part in parts:
        head = letter.text[part.start : part.body].strip(" .)(\t")
        if head.isdigit():
            found.add(int(head))
    return frozenset(found)


def _spoken(letter: Letter) -> int:
    """Return how many paragraphs of running text a letter has, for one that numbers none."""
    return sum(part.shape is Shape.TEXT and part.zone is not Zone.FURNITURE for part in letter.paragraphs)


def _has_table(letter: Letter, lowered: str, part: Paragraph, after: Sequence[Paragraph], end: int) -> bool:
    answers = {answer.label.start for answer in letter.answers if answer.label}
    if any((one.shape in _LEADS and one.start not in answers) or one.zone is Zone.ANNEX for one in after):
        return True
    if len(_FIGURE.findall(lowered, end, part.end)) > 3:
        return True
    # Rows that came out as lines: "2022: 31".
    lines = [one for one in after if one.end - one.start < 90 and _FIGURE.search(lowered, one.start, one.end)]
    return len([one for one in lines if one.zone is Zone.REPLY]) > 1 or lowered.count("\n", end, part.end) > 1


def _reaches(lowered: str, part: Paragraph, after: Sequence[Paragraph], end: int) -> bool:
    """Return whether a way to reach the authority stands further on; the Commissioner's own does not count."""
    rest = [Passage(max(one.start, end), one.end) for one in part.sentences if one.end > end]
    for below in after:
        rest += below.sentences or (Passage(below.start, below.end),)
    theirs = False
    for one in rest:
        said = lowered[one.start : one.end]
        # What follows the Commissioner's name in lines of its own is theirs as well.
        theirs = bool(_OTHERS.search(said)) or (theirs and one.end - one.start < 60)
        if not theirs and (contacts.contacts(lowered, one.start, one.end) or _ADDRESS.search(said)):
            return True
    return False


def _goes_on(after: Sequence[Paragraph]) -> bool:
    """Return whether anything follows that could be what was announced: a list, lines of labels, more of the reply, an annex."""
    below = after[0] if after else None
    if below is None or below.shape in {Shape.ITEM, Shape.ROW, Shape.FIELD}:
        return below is not None
    return below.zone not in {Zone.APPEAL, Zone.CLOSE} or any(one.zone is Zone.ANNEX for one in after)
