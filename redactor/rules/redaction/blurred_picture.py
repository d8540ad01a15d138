"""R309 blurred-picture: part of a picture is blurred.

Why: a blur spreads letters and loses little of them; sharpening, or comparing with blurred candidates, brings them
back.
Fix: cover the part in one solid colour in the program that made the picture, or redact the picture here.
Source: Hill, Zhou, Saul and Shacham, "On the (In)effectiveness of Mosaicing and Blurring as Tools for Document
Redaction" (Proceedings on Privacy Enhancing Technologies, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R309", Severity.REVIEW)
def blurred_picture(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view,
        "A picture on this page has a blurred part among sharp print, from which words may be worked out.",
        "blurred-picture",
    )
