"""R313 drawings-unread: a page has more drawn curves than are looked through for outlined words.

Why: words can be drawn as outlines, which no search finds; on this page there were too many curves to look for them.
Fix: look at the page; print the document to a new PDF where the drawing is not needed, or redact it as a picture.
Source: ISO 32000-1:2008, 8.5 Path construction and painting.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule


@rule("R313", Severity.REVIEW)
def drawings_unread(view: View) -> Iterator[Hit]:
    """Yield one hit a page."""
    for feature in view.document.features:
        if feature.kind == "dense-drawing":
            message = (
                "This page has more curves than are looked through, so outlined words on it were not searched for."
            )
            yield Hit(message, feature.page, unchecked=True)
