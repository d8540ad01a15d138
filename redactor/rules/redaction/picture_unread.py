"""R314 picture-unread: a picture could not be looked into for mosaics, blurs and see-through boxes.

Why: a picture that is damaged or very large was not searched for redactions that can be undone.
Fix: look at the picture with the contrast raised, or put a smaller one in its place.
Source: ISO 32000-1:2008, 8.9 Images.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity, box_of
from redactor.rules import Hit, View, rule


@rule("R314", Severity.REVIEW)
def picture_unread(view: View) -> Iterator[Hit]:
    """Yield one hit for each picture."""
    for feature in view.document.features:
        if feature.kind == "picture-untried":
            boxes = (box_of(feature.quad),) if feature.quad is not None else ()
            message = "A picture on this page could not be searched for redactions that can be undone."
            yield Hit(message, feature.page, boxes, unchecked=True)
