"""D511 engines-disagree: two programs read different text on a page.

Why: one of them has not read what a person sees, so that something on the page may not have been searched.
Fix: read the page beside the findings, or print the document to a new PDF and check that one.
Source: ISO 32000-1:2008, 9.10 Extraction of text content, leaves several ways open.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule

MANY = 40
"""Letters from which a whole sentence may have gone unread."""
SHARE = 0.25


@rule("D511", Severity.REVIEW)
def engines_disagree(view: View) -> Iterator[Hit]:
    """Yield one hit for each page, a BLOCK where a sentence or a quarter of the page may be unread."""
    characters = {page.number: page.characters for page in view.document.pages}
    for feature in view.document.features:
        if feature.kind == "engines-disagree":
            large = feature.count >= MANY or feature.count > SHARE * characters.get(feature.page or 0, 0)
            message = f"A second reader finds {feature.count} letter(s) on the page, or words of as many, that the first did not."
            yield Hit(message, feature.page, severity=Severity.BLOCK if large else None, unchecked=large)
