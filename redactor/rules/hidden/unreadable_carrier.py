"""H212 unreadable-carrier: text stands inside a drawing, where no redaction reaches it.

Why: words inside a pattern, a mask, a glyph or a form that is never drawn are in the file and seldom on the page. They
are searched, and what is found is listed, but nobody can put a box on them.
Fix: print the document to a new PDF as an image, or look at the listed findings and record a decision.
Source: ISO 32000-1:2008, 8.7.3 Tiling patterns, 11.6.5 Soft masks, 9.6.5 Type 3 fonts, 8.10 Form XObjects.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits

_INSIDE = {
    "pattern-with-text": "a tiling pattern",
    "softmask-with-text": "a transparency mask",
    "type3-with-text": "the drawing of a letter",
    "undrawn-form": "a drawing that the page does not use",
}


@rule("H212", Severity.REVIEW)
def unreadable_carrier(view: View) -> Iterator[Hit]:
    """Yield one hit for each kind of drawing and page."""
    for kind, inside in _INSIDE.items():
        yield from hits(view, f"Text stands inside {inside} on {{place}}, where no redaction reaches it.", kind)
