"""R308 pixelated-picture: part of a picture is shown as a mosaic.

Why: coarse squares keep the weight of the letters they stand for; where the type is known, words and numbers are
worked out by trying.
Fix: cover the part in one solid colour in the program that made the picture, or redact the picture here.
Source: Hill, Zhou, Saul and Shacham, "On the (In)effectiveness of Mosaicing and Blurring as Tools for Document
Redaction" (Proceedings on Privacy Enhancing Technologies, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R308", Severity.REVIEW)
def pixelated_picture(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view,
        "A picture on this page has a part in coarse squares, from which words may be worked out.",
        "pixelated-picture",
    )
