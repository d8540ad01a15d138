"""L123 draft-marks: the file is still a draft, or carries a marking that bars its release.

Why: comments and a "DRAFT" mark show that the letter is not finished; OFFICIAL-SENSITIVE and above is not for the public.
Fix: finish it, take comments and marks out, and have the marking lifted before release.
Source: Government Security Classifications Policy (Cabinet Office, 2023); ICO guidance on disclosing documents securely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Letter, Paragraph, Shape, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule

_TEXT = (
    "{}\nDate: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\n"
    "Thank you for your request of 12 February 2024.\nThe information is held. It is set out below.{}\nYours sincerely"
)
EXAMPLES = (
    _TEXT.format("DRAFT", ""),
    _TEXT.format("OFFICIAL-SENSITIVE", ""),
    _TEXT.format("OFFICIAL - SENSITIVE: PERSONAL", ""),
    _TEXT.format("SECRET", ""),
    _TEXT.format("NOT PROTECTIVELY MARKED - DRAFT FOR COMMENT", ""),
    Example(_TEXT.format("", ""), name="reply DRAFT v2.pdf"),
)
COUNTER_EXAMPLES = (
    _TEXT.format("OFFICIAL", ""),
    _TEXT.format("", " The draft strategy of 2019 is attached. It was marked SECRET at the time."),
    _TEXT.format("", " OFFICIAL-SENSITIVE is a marking under the policy."),
)

_DRAFT = re.compile(
    r"(?<![\w-])DRAFT(?=\W*$|\s*[vV]?\d|\s+(?:[Vv]\.?\s?\d|letter|response|reply|LETTER|RESPONSE|REPLY|for|FOR|only|ONLY|copy|COPY|not|NOT|version|VERSION|until|UNTIL)\b|\s*[-–—:(])|^\W*[Dd]raft(?:\s+(?:v(?:ersion)?\.?\s*)?[\d.]+(?:\s*[-–—:,(].*)?|\s*[-–—:(].*|\s+(?:not|until|pending|awaiting|subject)\b.*|\s+(?:letter|response|reply)|\s+for\s+\w+)?\W*$|^\W*(?:FINAL|Final|FIRST|First|SECOND|Second|REVISED|Revised|INITIAL|Initial)\s[Dd](?:raft|RAFT)\b|^\W*[Dd]raft\s(?:letter|response|reply|answer|version)\b[^.]{0,60}$|^\W*D\s?R\s?A\s?F\s?T\W*$|\bnot\s(?:yet\s)?(?:been\s)?(?:approved|cleared|signed\soff)\W*$"
)
_MARKING = re.compile(
    r"^\W*(?:(?i:(?:protective\s+)?(?:marking|classification|classified(?:\s+as)?)\s*[:\t-]\s*(?:(?:official\s*[-–—:\s]\s*)sensitive|(?:top\s+)?secret|confidential|restricted|protect)\b.*)|(?:OFFICIAL\s*[-–—:\s]\s*SENSITIVE|(?:UK\s+)?(?:TOP\s+)?SECRET|CONFIDENTIAL|RESTRICTED|PROTECT)\b"
    r"[\s:/–—-]*(?:[A-Z][A-Z ,&/-]*)?\W*)$"
)
_FILE = re.compile(r"(?<![a-z])draft(?![a-z])", re.IGNORECASE)
# A colleague's note: "[Legal to check this paragraph]", "((JB - is this right?))".
_NOTE = re.compile(
    r"[\[({<]{1,2}\s*(?:[\w&/'-]+\s){0,4}?(?:(?:to|please|pls|must|should|need(?:s)?\sto|can you|could you)\s(?:\w+\s){0,2}?(?:check|confirm|review|approve|clear|advise|complete|add|update|amend|insert|delete|verify|sign off)|is this (?:right|correct|ok)|tbc|delete (?:if|as|before)|comment:|note to|query:)[^\])}>]*[\])}>]",
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(r"\s{2,}|\t|\n|\s[|\u2022\u00b7]\s")
# A marking of several words in capitals is one wherever it stands in a head or foot.
_IN_FOOT = re.compile(
    r"\bOFFICIAL\s?[-\u2013\u2014:]?\s?SENSITIVE\b|\bTOP\sSECRET\b|\b(?:SECRET|RESTRICTED)\s[-\u2013]\s[A-Z]{3}"
)
# What a word processor prints of a colleague's changes.
_REVISION = re.compile(
    r"(?:Comment(?:ed)?\s\[\w{1,6}\]\s?:|(?:Deleted|Inserted|Formatted|Moved)(?:\s(?:by|from|to)\s[^:]{1,40}|\s\[\w{1,6}\])?:\s|(?:[Vv]ersion|[Dd]raft|[Cc]opy)\b.{0,30}\btracked\schanges\b|[Ww]orking\s(?:copy|draft|version)\b)"
)
_LONGEST, _LONGEST_HEADING = 80, 140


@letter_rule("L123", Severity.BLOCK)
def draft_marks(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each marking that stands alone on a line, and for a file that calls itself a draft."""
    seen: set[str] = set()
    for paragraph in letter.paragraphs:
        if said := _mark(letter, paragraph):
            if said not in seen:
                yield Hit(said, ranges=((paragraph.start, paragraph.end),))
            seen.add(said)
    for match in _NOTE.finditer(letter.text):
        part = letter.paragraph_at(match.start())
        if part is not None and part.zone not in (Zone.REQUEST, Zone.ANNEX):
            yield Hit("A note to a colleague stands in the letter.", ranges=(match.span(),))
    for segment in view.document.segments:
        if segment.id in ("file/name", "info/Title") and _FILE.search(segment.text):
            yield Hit(f"The {segment.place or 'file name'} says that this is a draft.", severity=Severity.REVIEW)


def _mark(letter: Letter, paragraph: Paragraph) -> str:
    """Return what a line that is a marking and nothing else says; prose about drafts and secrets is none."""
    heading = paragraph.zone in (Zone.HEADER, Zone.FURNITURE)
    if paragraph.end - paragraph.start > (_LONGEST_HEADING if heading else _LONGEST):
        return ""
    if paragraph.zone in (Zone.REQUEST, Zone.ANNEX) or (paragraph.shape is Shape.ROW and not heading):
        return ""
    line = letter.value(paragraph)
    # Heads and feet of pages hold several things side by side: a reference, a marking, a page number.
    said = _SIDE_BY_SIDE.split(letter.text[paragraph.start : paragraph.end]) if heading else [line]
    if any(_MARKING.match(piece.strip()) for piece in (line, *said)) or (
        (heading or paragraph.zone is Zone.CLOSE) and _IN_FOOT.search(line)
    ):
        return "The letter carries a protective marking, such as OFFICIAL-SENSITIVE, that bars its release."
    if any(_DRAFT.search(piece.strip()) for piece in (line, *said)) and not line.endswith("."):
        return "The letter is marked as a draft."
    if _REVISION.match(line):
        return "A comment or a tracked change stands in the letter."
    return ""
