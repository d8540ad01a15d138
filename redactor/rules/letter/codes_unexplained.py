"""L129 codes-unexplained: codes on redactions and exemptions in the letter do not match.

Why: a code that the letter does not explain leaves a redaction without a reason; an exemption that no redaction carries
    was perhaps forgotten.
Fix: explain each code in the letter, and mark each redaction with its own.
Source: section 17(1) of the Freedom of Information Act 2000; the section 45 Code of Practice; ICO guidance on redaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.law import REGIMES, citations
from redactor.letter.model import Letter, Use
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The report is attached. Names are withheld under section 40(2), as they are personal data of junior staff.\n"
    "Yours sincerely\fAnnex A\nThe visit was led by {}.\nIt ended at noon."
)
EXAMPLES = (_HEAD.format("[s31(1)(a)]"), _HEAD.format("[REDACTED s.43(2)]"))
COUNTER_EXAMPLES = (_HEAD.format("[s40(2)]"), _HEAD.format("the head of service"))

_BOX = re.compile(
    r"\[\s*(?:redacted|removed|withheld|exempt|information\s+(?:redacted|removed|withheld))?[\s:,–-]{0,3}(?:under|by|per)?\s*"
    r"(?P<code>(?:FOIA?|FOISA|EIS?Rs?)?\s*(?:s(?:ec(?:tion)?s?)?\.?|reg(?:ulation)?\.?)\s*\d[^\]\n]{0,40})\]",
    re.IGNORECASE,
)


_REG = re.compile(r"\breg", re.IGNORECASE)


@letter_rule("L129", Severity.REVIEW)
def codes_unexplained(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each section on a redaction's code that the letter's own words never name."""
    boxes = [(match.start("code"), match.end("code")) for match in _BOX.finditer(letter.text)]
    if not boxes:
        return
    inside = [one for one in letter.citations if any(start <= one.start < end for start, end in boxes)]
    explained = {
        (one.regime, one.section) for one in letter.citations if one not in inside and one.use is not Use.QUOTED
    }
    seen: set[str] = set()
    for start, end in boxes:
        for section in _sections(letter, start, end):
            if section not in {known for _, known in explained} and section not in seen:
                seen.add(section)
                said = f"A redaction carries the code of {_unit(letter, start)} {section}, which the letter does not explain."
                yield Hit(said, ranges=((start, end),))


def _sections(letter: Letter, start: int, end: int) -> list[str]:
    regime = letter.regime if letter.regime in REGIMES else "foia"
    return [one.section for one in citations.read(letter.text[start:end], regime=regime)]


def _unit(letter: Letter, start: int) -> str:
    """Return whether a code says "s" or "reg"."""
    return "regulation" if _REG.search(letter.text, start, start + 12) else "section"
