"""H212 unreadable-carrier: text stands where a text search does not look.

Why: words inside a pattern, a mask, a glyph or a form that is never drawn are in the file, and they were not searched.
Fix: print the document to a new PDF as an image, or read the page and record a decision.
Source: ISO 32000-1:2008, 8.7.3 Tiling patterns, 11.6.5 Soft masks, 9.6.5 Type 3 fonts, 8.10 Form XObjects.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H212", Severity.REVIEW)
def unreadable_carrier(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view,
        "Text stands on {place} where it cannot be searched.",
        "pattern-with-text",
        "softmask-with-text",
        "type3-with-text",
        "undrawn-form",
    )
