"""Sentences that are none: words cut off in the middle, and clauses that lean on a main clause which never comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Letter, Paragraph, Passage, Shape, Zone

# Words after which something must follow.
_OPEN = (
    r"(?:the|an?|of|and|or|to|that|which|who|whose|because|although|though|whether|if|was|were|is|are|be|been|being|has|have|had|by|with|from|into|than|as|for|in|on|at|about|under|between|"
    r"your|our|their|its|his|her|this|these|those|would|could|should|will|may|might|must|shall|can|cannot|not|you|we|they|namely|including|disclosing|regarding|concerning|but|so|therefore|where|when|while|whilst|following|such|each|every|another|also|any|some)"
)
_CUT = re.compile(rf"\b{_OPEN}\W{{0,2}}$|,$")
_ENDED = re.compile(r"[.?!;:\"')\]\u2026]\W*$")
_CUT_STOP = re.compile(
    r"\b(?:the|an?|of|and|or|which|whose|than|by|from|with|into|because|although|is|was|are|were|has|have|your|our|their|its|would|one of which|involved in)\.$",
    re.IGNORECASE,
)
# A clause that leans on another: it has a comma before its main clause, or it has none.
_LEANS = re.compile(
    r"(?:Whilst|While|Although|Though|Having|Whereas|Despite|Notwithstanding|Given that|Provided that|In order to|As a result of|Owing to|Due to|Further to|Pursuant to|In accordance with|In light of)\s[^,;:?]{8,160}\.$"
)
_RELATIVE = re.compile(
    r"(?:(?:For|In|Of|To|From|By|With|On|At|Under|About|Through)\s)?(?:Which|Whose|Whom|which|whose|whom)\s[^?:]{3,160}\.$"
)
_MAIN = re.compile(
    r"\b(?:we|i|you|it|this|they|there|the\s\w+)\s(?:\w+\s)?(?:are|is|was|were|have|has|had|do|does|did|will|would|can|cannot|could|may|must|should|hold|holds|apologise|confirm|consider|attach|enclose|refuse|release|answer|reply|write)\b",
    re.IGNORECASE,
)
_ZONES = frozenset({Zone.OPENING, Zone.REPLY, Zone.APPEAL})
_SHORTEST = 12


def read(letter: Letter) -> Iterator[Passage]:
    """Yield the fragments of the authority's own words."""
    parts = [part for part in letter.paragraphs if part.zone is not Zone.FURNITURE]
    for at, part in enumerate(parts):
        if part.zone not in _ZONES or part.welsh or part.shape not in {Shape.TEXT, Shape.HEADING, Shape.ITEM}:
            continue
        below = parts[at + 1] if at + 1 < len(parts) else None
        if part.end - part.start >= _SHORTEST and _is_cut(letter, part, below):
            yield part.sentences[-1] if part.sentences else Passage(part.start, part.end)
            continue
        for sentence in part.sentences:
            if part.shape is Shape.TEXT and _leans(letter.value(sentence)):
                yield sentence


def _is_cut(letter: Letter, part: Paragraph, below: Paragraph | None) -> bool:
    """Return whether a paragraph stops where a word must follow, and none does in the next one."""
    words = letter.text[part.body : part.end].rstrip()
    if _ENDED.search(words) or not _CUT.search(words) or len(words.split()) < _FEW:
        return False
    if part.shape is Shape.ITEM and words.endswith(("and", "or", ",")):
        # Items of a list are joined so.
        return False
    if below is None:
        return True
    first = letter.text[below.body : below.body + 1]
    return not (below.shape in {Shape.ITEM, Shape.ROW} or first.islower() or first.isdigit() or not first.isalnum())


_FEW = 3


def _leans(words: str) -> bool:
    if _CUT_STOP.search(words):
        return True
    if _RELATIVE.match(words) and not words.startswith(("Which of", "Whose is")):
        return True
    return bool(_LEANS.match(words)) and not _MAIN.search(words.partition(" ")[2])
