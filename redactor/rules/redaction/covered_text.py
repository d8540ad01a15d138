"""R301 covered-text: words lie under a box, a picture or their own colour, and are still in the file.

Why: whoever selects, searches or copies the page reads what the box was to hide; most failed redactions are this one.
Fix: redact the words in the original with `redactor redact` (add them with `redactor decide --add-term` where they are
not found), or remove them in the program that made the file.
Source: ICO, "Disclosing documents to the public securely" (July 2025); ISO 32000-1:2008, 8.5.3 (painting order).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity, box_of
from redactor.rules import Hit, View, rule


@rule("R301", Severity.BLOCK)
def covered_text(view: View) -> Iterator[Hit]:
    """Yield one hit for each run of covered letters, and one for each page that could not be tried."""
    for feature in view.document.features:
        boxes = (box_of(feature.quad),) if feature.quad is not None else ()
        if feature.kind == "covered-text":
            yield Hit("Words on this page are covered and can still be read in the file.", feature.page, boxes)
        elif feature.kind == "covered-untried":
            message = "Something is painted where words stand, and whether it hides them could not be tried."
            yield Hit(message, feature.page, severity=Severity.REVIEW, unchecked=True)
