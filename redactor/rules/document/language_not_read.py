"""D516 language-not-read: lines are in a language or script that the search for names does not read.

Why: names were looked for as they stand in English and Welsh; in other sentences they are missed without a sign.
Fix: have somebody who reads the language look through those lines, or release a translation that was checked.
Source: this project's name model, whose card says what it was made from; ICO, How to disclose information safely (2018).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redactor import languages
from redactor.model import Box, Layer, Segment, Severity
from redactor.rules import Hit, View, around, rule

READ_BY_PEOPLE = frozenset(
    {
        Layer.BODY, Layer.OCR, Layer.HIDDEN_TEXT, Layer.ANNOTATION, Layer.FORM, Layer.METADATA, Layer.OUTLINE,
        Layer.FILE_NAME,
    }
)  # fmt: skip


@rule("D516", Severity.REVIEW)
def language_not_read(view: View) -> Iterator[Hit]:
    """Yield one hit for each page, and one for all that lies outside the pages."""
    found: dict[int | None, list[tuple[Segment, int, int]]] = defaultdict(list)
    for segment in view.document.segments:
        if segment.layer in READ_BY_PEOPLE:
            found[segment.page] += [(segment, start, end) for start, end in languages.unread(segment.text)]
    for page, places in found.items():
        if not places:
            continue
        boxes: tuple[Box, ...] = tuple(filter(None, (around(*place) for place in places)))
        lines = "A line is" if len(places) == 1 else f"{len(places)} lines are"
        where = "" if page is not None else f" ({places[0][0].place or places[0][0].layer})"
        yield Hit(f"{lines} in a language that is not read here{where}.", page, boxes, unchecked=True)
