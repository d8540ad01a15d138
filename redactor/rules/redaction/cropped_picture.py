"""R312 cropped-picture: the file holds more of a picture than the page shows.

Why: cropping in a word processor hides the edges of a picture and keeps them in the file; one command takes the
picture out whole.
Fix: crop the picture in a picture editor, or have the word processor delete the cropped parts, and export the
document again.
Source: ISO 32000-1:2008, 8.5.4 Clipping path operators; ICO, "Disclosing documents to the public securely" (July
2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R312", Severity.REVIEW)
def cropped_picture(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view,
        "A picture on this page is cropped, and the part that does not show is still in the file.",
        "cropped-picture",
    )
