"""R311 text-layer-under-mark: a scan's text layer still has the words under a blacked-out place.

Why: character recognition lays the words of a scan under its picture; blacking out the picture leaves them, and a
search finds them.
Fix: redact the words with `redactor redact`, or run character recognition again after the picture was blacked out.
Source: ISO 32000-1:2008, 9.3.6 Text rendering mode; ICO, "Disclosing documents to the public securely" (July 2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R311", Severity.BLOCK)
def text_layer_under_mark(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view,
        "{count} letter(s) of the text layer stand where the picture of this page is blacked out.",
        "text-layer-under-mark",
    )
