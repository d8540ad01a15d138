"""R310 uneven-mark: a dark box in a picture is not of one colour.

Why: print shows through a felt pen, and through a box that is not wholly opaque; raising the contrast of the
picture brings the words back.
Fix: look at the box with the contrast raised; cover it in one solid colour in a copy of the picture and scan or
save it again.
Source: The National Archives, "Redaction toolkit" (2016), on marker pens and scanning; ICO, "Disclosing documents
to the public securely" (July 2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R310", Severity.REVIEW)
def uneven_mark(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view,
        "A dark box in a picture on this page is not of one colour, and something may show through it.",
        "uneven-mark",
    )
