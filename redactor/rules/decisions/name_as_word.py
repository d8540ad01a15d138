"""P607 name-as-word: a word spelt like a removed name stays, with a capital in the middle of a sentence.

Why: "Young" may be Mr Young after all; nobody but a reader can tell.
Fix: read the sentence; if it is the person, add the name in full with `redactor decide --add-term`.
Source: this project; names that are ordinary words are found only beside a title, a forename or an initial.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.analysis.namesakes import namesakes
from redactor.analysis.textmap import TextMap
from redactor.model import Severity, box_of
from redactor.rules import Hit, View, rule


@rule("P607", Severity.REVIEW)
def name_as_word(view: View) -> Iterator[Hit]:
    """Yield one hit for each doubtful namesake in the body."""
    text = view.text
    if not isinstance(text, TextMap) or not view.removed:
        return
    body = {segment.id for segment in text.segments}
    spans = [finding.span for finding in view.findings if finding.span is not None]
    claimed = [text.position(span) for span in spans if span.segment_id in body]
    for word in namesakes(text.text, view.removed, claimed):
        if word.doubtful:
            for segment, quads in text.quads(word.start, word.end):
                boxes = tuple(box_of(quad) for quad in quads)
                yield Hit("A word here is spelt like a name that is removed elsewhere.", segment.page, boxes)
