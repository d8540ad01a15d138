"""R302 covered-picture: part of a picture or drawing lies under a box, and is still in the file.

Why: a box drawn on a scan or a photograph hides it on the page alone; one command takes the picture out of the file whole.
Fix: redact the picture here, or cover the part in a picture editor and put the new picture in the document's place.
Source: ICO, "Disclosing documents to the public securely" (July 2025); ISO 32000-1:2008, 8.9.5 Image XObjects.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity, box_of
from redactor.rules import Hit, View, rule

_SAID = {
    "covered-picture": ("Part of a picture on this page lies under a box and is still in the file.", Severity.BLOCK),
    "panel-over-picture": ("A panel on this page hides part of the picture under it.", Severity.REVIEW),
    "covered-drawing": ("What looks like outlined words on this page lies under a box.", Severity.REVIEW),
}


@rule("R302", Severity.BLOCK)
def covered_picture(view: View) -> Iterator[Hit]:
    """Yield one hit for each covered place; a caption on a photograph, or a drawing's own layers, are for a person."""
    for feature in view.document.features:
        if feature.kind in _SAID:
            message, severity = _SAID[feature.kind]
            boxes = (box_of(feature.quad),) if feature.quad is not None else ()
            yield Hit(message, feature.page, boxes, severity)
